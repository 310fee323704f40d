//! A passage of an answer wrapped for reading, with marks under some of its spans. Knows cells and
//! rows; knows nothing of tips or findings.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::clean;
use super::plain::Marks;
use crate::wrap;

/// One row of a passage, and the marks under it; empty when there are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The text, cleaned.
    pub(super) text: String,
    /// `^` under each marked cell.
    pub(super) marks: String,
}

/// The rows of `text[passage]`, with what lies in `spans` marked. Offsets are bytes
/// of `text`; what lies outside the passage is left out.
pub(super) fn rows(
    text: &str,
    passage: Range<usize>,
    spans: &[Range<usize>],
    (width, marks): (u16, Marks),
) -> Vec<Row> {
    let (mut shown, mut marked) = show(text, passage, spans);
    if marks == Marks::Around {
        shown = bracketed(&shown, &std::mem::take(&mut marked));
    }
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

    let mut sorted: Vec<&Range<usize>> = spans.iter().collect();
    sorted.sort_unstable_by_key(|span| span.start);
    let mut spans = sorted.into_iter().peekable();
    let mut covered = passage.start;
    let mut shown = String::new();
    let mut marked = Vec::new();
    let mut start = passage.start;
    for end in cuts {
        let from = shown.len();
        shown.push_str(&clean::clean(&text[start..end]).replace('\n', " "));
        while let Some(span) = spans.next_if(|span| span.start <= start) {
            covered = covered.max(span.end);
        }
        if end <= covered {
            marked.push(from..shown.len());
        }
        start = end;
    }
    (shown, marked)
}

/// `shown` with brackets around what is marked; what touches is one.
fn bracketed(shown: &str, marked: &[Range<usize>]) -> String {
    let (mut out, mut at) = (String::with_capacity(shown.len()), 0);
    for (place, part) in marked.iter().enumerate() {
        let is_open = place > 0 && marked[place - 1].end == part.start;
        let goes_on = marked
            .get(place + 1)
            .is_some_and(|next| next.start == part.end);
        out.push_str(&shown[at..part.start]);
        out.push_str(if is_open { "" } else { "[" });
        out.push_str(&shown[part.clone()]);
        out.push_str(if goes_on { "" } else { "]" });
        at = part.end;
    }
    out + &shown[at..]
}

fn draw(shown: &str, row: Range<usize>, marked: &[Range<usize>]) -> Row {
    let (mut text, mut marks) = (String::new(), String::new());
    for (at, grapheme) in shown[row.clone()].grapheme_indices(true) {
        text.push_str(&wrap::symbol(grapheme));
        let at = row.start + at;
        let next = marked.partition_point(|span| span.end <= at);
        let is_marked = marked.get(next).is_some_and(|span| span.start <= at);
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
        for row in rows(&text, 0..text.len(), &spans, (width, Marks::Under)) {
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
    fn brackets_stand_around_what_is_marked() {
        for (text, spans, expected) in [
            (
                "I forgot to ask.",
                std::iter::once(2..8).collect(),
                "I [forgot] to ask.",
            ),
            ("abcd", vec![0..1, 1..2, 3..4], "[ab]c[d]"),
            ("abcd", vec![0..3, 1..2], "[abc]d"),
            ("我们忘了", std::iter::once(6..12).collect(), "我们[忘了]"),
            ("none", Vec::new(), "none"),
        ] {
            let rows = rows(text, 0..text.len(), &spans, (80, Marks::Around));
            assert_eq!(
                (rows.len(), &*rows[0].text, &*rows[0].marks),
                (1, expected, "")
            );
        }
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
