//! The prose of a Markdown file: what stays when headings, code, tables and marks are spaces.
//! Knows no files.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// `text` with everything but its prose as spaces, byte for byte in the same places. What is
/// wrapped by hand within a paragraph is one line; list items and paragraphs stay apart.
pub(super) fn prose(text: &str) -> String {
    let mut kept = blank(text);
    let mut beside = 0_u32;
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(tag) if is_beside(&tag) => beside += 1,
            Event::End(end) if is_end_beside(end) => beside = beside.saturating_sub(1),
            Event::Text(said) | Event::Code(said) if beside == 0 => {
                // Not where it is one thing in the file and another in the prose.
                if let Some(at) = text[range.clone()].find(&*said) {
                    let start = range.start + at;
                    kept[start..start + said.len()].copy_from_slice(said.as_bytes());
                }
            }
            Event::SoftBreak => kept[range].fill(b' '),
            _ => {}
        }
    }
    String::from_utf8(kept).unwrap_or_default()
}

/// Line feeds, and a space for each other byte.
fn blank(text: &str) -> Vec<u8> {
    let byte = |byte| if byte == b'\n' { b'\n' } else { b' ' };
    text.bytes().map(byte).collect()
}

/// What stands beside the prose.
const fn is_beside(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::Table(_)
            | Tag::Image { .. }
    )
}

const fn is_end_beside(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_)
            | TagEnd::Table
            | TagEnd::Image
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_prose_is_left_and_stands_where_it_stood() {
        for (text, expected) in [
            ("We *really* failed.\n", "We  really  failed.\n"),
            ("# Title\n\nWe\nfailed.\n", "       \n\nWe failed.\n"),
            ("---\na: b\n---\nWe.\n", "   \n    \n   \nWe.\n"),
            ("- one\n- 二\n", "  one\n  二\n"),
            ("> We\n> failed\n", "  We   failed\n"),
            ("a\n\n```\nx\n```\n\nb", "a\n\n   \n \n   \n\nb"),
            ("a `x` [b](c) <i>d</i>", "a  x   b        d    "),
            ("<!-- no -->\n\nyes", "           \n\nyes"),
            ("a &amp; \\* b", "a &      * b"),
            ("![图](x.png) 好", "              好"),
        ] {
            assert_eq!(prose(text), expected, "{text}");
        }
    }

    #[test]
    fn text_without_marks_stays_as_it_is() {
        let text = "We planned it. 我们没想到。\n\nThen we learned.";
        assert_eq!(prose(text), text);
    }
}
