//! Text from outside on its way to a terminal: nothing in it acts, reorders or hides. What that means
//! is written down here anew, without asking the program.

use std::borrow::Cow;

use failwell::export::clean::{clean, clean_line};
use failwell::wrap;
use unicode_segmentation::UnicodeSegmentation;

/// Cleans `text` for the command line, as a text and as one line, and for the cells of the screen.
pub fn nothing_acts_on_the_terminal(text: &str) {
    let cleaned = clean(text);
    is_harmless(&cleaned, &['\n', '\t']);
    assert_eq!(clean(&cleaned), cleaned, "what is clean stays as it is");
    if text.chars().all(|c| matches!(c, '\n' | '\t' | ' '..='~')) {
        assert_eq!(cleaned, text, "what is plain stays as it is");
    }
    is_harmless(&clean_line(text), &[]);
    for grapheme in text.graphemes(true) {
        let symbol: Cow<str> = wrap::symbol(grapheme);
        is_harmless(&symbol, &[]);
        assert_eq!(wrap::width(&symbol), usize::from(wrap::cells(grapheme)));
    }
}

/// Panics where `shown` holds what a terminal would obey or not show, but for what is `meant`.
pub fn is_harmless(shown: &str, meant: &[char]) {
    for grapheme in shown.graphemes(true) {
        for c in grapheme.chars() {
            let obeyed = c.is_control() && !meant.contains(&c);
            assert!(!obeyed && !turns_around(c) && !hides(c), "{shown:?}");
        }
        let joiner = '\u{200d}';
        let loose = grapheme.starts_with(joiner) || grapheme.ends_with(joiner);
        assert!(!loose, "a joiner that joins nothing: {shown:?}");
    }
}

/// The marks of the bidirectional algorithm, and the separators that begin a line or a paragraph.
const fn turns_around(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

const fn hides(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{2060}'..='\u{2065}' | '\u{feff}'
    )
}
