//! A byte range inside one answer; knows nothing of what it marks.

use std::ops::Range;

/// A non-empty byte range of an answer, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span `range` of `text`.
    ///
    /// # Panics
    ///
    /// When the range is empty, ends past the text or cuts a character: a fault of the engine,
    /// never of an answer.
    #[track_caller]
    pub fn new(text: &str, range: Range<usize>) -> Self {
        assert!(range.start < range.end, "empty span {range:?}");
        assert!(
            text.get(range.clone()).is_some(),
            "span {range:?} cuts a character"
        );
        Self {
            start: range.start,
            end: range.end,
        }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// First byte after the span.
    pub const fn end(self) -> usize {
        self.end
    }

    /// The bytes as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text under the span. `text` must be the one the span was made for.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The shortest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_checked_once() {
        let text = "我们 forgot";
        let we = Span::new(text, 0..6);
        assert_eq!(we.of(text), "我们");
        assert!(!we.overlaps(Span::new(text, 6..7)));
        assert!(std::panic::catch_unwind(|| Span::new(text, 0..4)).is_err());
        assert!(std::panic::catch_unwind(|| Span::new(text, 3..3)).is_err());
    }
}
