//! Rows of a text: they are the text, cut between graphemes, and they fit.

use failwell::wrap;
use unicode_segmentation::UnicodeSegmentation;

/// Wraps `text` at `columns`.
pub fn rows_are_the_text(text: &str, columns: u16) {
    let mut at = 0;
    for row in wrap::wrap(text, columns) {
        assert_eq!(row.start, at, "rows follow one another");
        assert!(!row.is_empty() || text.is_empty());
        at = row.end;
        let solid = text[row].trim_end();
        let fits = wrap::width(solid) <= usize::from(columns.max(1));
        assert!(fits || solid.graphemes(true).count() == 1, "{solid:?}");
    }
    assert_eq!(at, text.len(), "rows are the whole text");
    let starts = wrap::wrap(text, columns).into_iter().map(|row| row.start);
    let borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    for start in starts.filter(|start| *start > 0) {
        assert!(borders.binary_search(&start).is_ok(), "cut at {start}");
    }
}
