//! A passage of an answer wrapped for reading, with marks under some of its spans. Knows cells and
//! rows; knows nothing of tips or findings.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::clean;
use crate::wrap;

/// One row of a passage, and the marks under it; empty when there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The text, cleaned.
    pub(super) text: String,
    /// `^` under each marked cell.
    pub(super) marks: String,
}

/// The rows of `text[passage]` at this width, with what lies in `spans` marked. Offsets are bytes
/// of `text`; what lies outside the passage is left out.
pub(super) fn rows(
    text: &str,
    passage: Range<usize>,
    spans: &[Range<usize>],
    width: u16,
) -> Vec<Row> {
    let (shown, marked) = show(text, passage, spans);
    wrap::wrap(&shown, width)
        .into_iter()
        .map(|row| draw(&shown, row, &marked))
        .collect()
}

/// The passage cleaned, on one line, and where its marked parts now are.
fn show(text: &str, passage: Range<usize>, spans: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let within = |at: &usize| passage.start < *at && *at < passage.end;
    let ends = spans.iter().flat_map(|span| [span.start, span.end]);
    let mut cuts: Vec<usize> = ends.filter(within).collect();
    cuts.push(passage.end);
    cuts.sort_unstable();
    cuts.dedup();

    let mut shown = String::new();
    let mut marked = Vec::new();
    let mut start = passage.start;
    for end in cuts {
        let from = shown.len();
        shown.push_str(&clean::clean(&text[start..end]).replace('\n', " "));
        if spans
            .iter()
            .any(|span| span.start <= start && end <= span.end)
        {
            marked.push(from..shown.len());
        }
        start = end;
    }
    (shown, marked)
}

fn draw(shown: &str, row: Range<usize>, marked: &[Range<usize>]) -> Row {
    let (mut text, mut marks) = (String::new(), String::new());
    for (at, grapheme) in shown[row.clone()].grapheme_indices(true) {
        text.push_str(&wrap::symbol(grapheme));
        let at = row.start + at;
        let is_marked = marked.iter().any(|span| span.contains(&at));
        for _ in 0..wrap::cells(grapheme) {
            marks.push(if is_marked { '^' } else { ' ' });
        }
    }
    // White space that hangs past the margin is neither shown nor marked.
    let solid = wrap::width(text.trim_end());
    text.truncate(text.trim_end().len());
    marks.truncate(solid);
    marks.truncate(marks.trim_end().len());
    Row { text, marks }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws `marked`, whose spans stand in ⟦ ⟧, and compares with the rows expected.
    #[track_caller]
    fn check(marked: &str, width: u16, expected: &[&str]) {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for c in marked.chars() {
            match c {
                '⟦' => spans.push(text.len()..text.len()),
                '⟧' => spans.last_mut().unwrap().end = text.len(),
                c => text.push(c),
            }
        }
        let mut lines = Vec::new();
        for row in rows(&text, 0..text.len(), &spans, width) {
            lines.push(row.text);
            lines.extend(Some(row.marks).filter(|marks| !marks.is_empty()));
        }
        assert_eq!(lines, expected);
    }

    #[test]
    fn marks_stand_under_their_span() {
        check("I ⟦forgot⟧ to ask.", 80, &["I forgot to ask.", "  ^^^^^^"]);
        check("⟦We⟧ asked ⟦late⟧", 80, &["We asked late", "^^       ^^^^"]);
        check("nothing", 80, &["nothing"]);
    }

    #[test]
    fn marks_follow_the_rows() {
        check(
            "one two ⟦three four five⟧ six",
            10,
            &["one two", "three four", "^^^^^^^^^^", "five six", "^^^^"],
        );
    }

    #[test]
    fn wide_characters_have_wide_marks() {
        check(
            "我们⟦没有意识到⟧这一点。",
            80,
            &["我们没有意识到这一点。", "    ^^^^^^^^^^"],
        );
    }

    #[test]
    fn what_is_cleaned_is_marked_at_its_shown_width() {
        check(
            "a\u{1b}b ⟦c\u{202e}d⟧ e",
            80,
            &["a<U+001B>b c<U+202E>d e", "           ^^^^^^^^^^"],
        );
        check("one\n⟦two⟧", 80, &["one two", "    ^^^"]);
    }
}
