//! The one border where text from outside is made safe to show on a terminal: what could move the
//! cursor, reorder the line or hide is shown by its name. Knows characters only.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_segmentation::UnicodeSegmentation;

use crate::wrap::seen::{is_harmless, told_apart};

/// `text` with every control byte but line feed and tab, every direction mark and every stray
/// invisible character shown as `<U+001B>`. A line may end in `\r\n`. Joiners and tags inside an
/// emoji stay, for they are part of the picture. The text itself is not changed: this is its
/// picture for a terminal.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 32);
    for grapheme in text.graphemes(true) {
        match grapheme {
            "\r\n" => out.push('\n'),
            _ => show(grapheme, &mut out),
        }
    }
    Cow::Owned(out)
}

/// [`clean`] on one line: every run of white space is one space.
pub fn clean_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    clean(&words.join(" ")).into_owned()
}

fn show(grapheme: &str, out: &mut String) {
    for (c, seen) in told_apart(grapheme) {
        if seen {
            out.push(c);
        } else {
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{clean, clean_line};

    #[test]
    fn what_hides_or_commands_is_shown_by_its_name() {
        for (text, shown) in [
            (
                "red \u{1b}[31m bell \u{7}",
                "red <U+001B>[31m bell <U+0007>",
            ),
            ("\u{1b}]52;c;aGk=\u{7}", "<U+001B>]52;c;aGk=<U+0007>"),
            ("c1 \u{9b}2J del \u{7f}", "c1 <U+009B>2J del <U+007F>"),
            ("over\rwritten nul \0", "over<U+000D>written nul <U+0000>"),
            ("abc\u{202e}fed", "abc<U+202E>fed"),
            ("zero\u{200b}width\u{feff}", "zero<U+200B>width<U+FEFF>"),
            ("a\u{2066}b\u{2069}", "a<U+2066>b<U+2069>"),
            ("stray a\u{200d}b joiner", "stray a<U+200D>b joiner"),
            ("\n\u{200d}\u{301}", "\n<U+200D>\u{301}"),
            ("hidden\u{e0041} tag", "hidden<U+E0041> tag"),
            ("失败\u{200b}了", "失败<U+200B>了"),
        ] {
            assert_eq!(clean(text), shown, "{text:?}");
            assert_eq!(clean(shown), shown, "cleaning twice changes {shown:?}");
        }
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        for text in [
            "We assumed \u{201c}everybody\u{201d} knew\u{2026} \u{2014} they didn\u{2019}t.",
            "我们以为大家都知道，\n其实没有。\t☕️",
            "family 👨‍👩‍👧 flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿 skin 👍🏽 née",
        ] {
            assert_eq!(clean(text), text);
        }
        assert_eq!(clean("one\r\ntwo\r\n"), "one\ntwo\n");
    }

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(
            clean_line(" one\n\ttwo\r\nthree\u{1b} "),
            "one two three<U+001B>"
        );
    }
}
