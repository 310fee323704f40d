//! What may enter a draft. Knows characters only.

/// Spaces that stand for a tab.
const TAB: &str = "    ";

/// `text` with one kind of line end and nothing that could not be seen: `\r\n`, `\r`, VT, FF,
/// U+0085, U+2028 and U+2029 become line feeds, a tab becomes four spaces; other control
/// characters, direction marks, zero-width spaces and byte-order marks go. Joiners stay: emoji and
/// several scripts need them.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push_str(TAB),
            c if c.is_control() || is_hidden(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Format characters that hide or reorder text.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn line_ends_become_one_kind_and_hidden_characters_go() {
        for (pasted, entered) in [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            (
                "a\u{0b}b\u{0c}c\u{85}d\u{2028}e\u{2029}f",
                "a\nb\nc\nd\ne\nf",
            ),
            (
                "nul\0 esc\u{1b}[31m c1\u{9b}x del\u{7f}",
                "nul esc[31m c1x del",
            ),
            ("tab\there", "tab    here"),
            ("\u{feff}a\u{202e}b\u{200b}c", "abc"),
            ("👨‍👩‍👧 面试", "👨‍👩‍👧 面试"),
        ] {
            assert_eq!(clean(pasted), entered, "{pasted:?}");
        }
    }
}
