//! Finished text with marked spans, wrapped for reading. Knows spans, rows and styles; knows
//! nothing of tips or findings.
//!
//! A mark may carry a label, drawn as `[3]` right before its span, so that it reads without
//! colour. A caret line is a line of its own between two sentences, where something is missing.

mod layout;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::{line, text};
use layout::{Layout, Source};

/// Cells at the right of a passage for the marks that there is more of it.
pub(crate) const MARK_CELLS: u16 = 2;

/// Text with marks, to be drawn into any area.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The text, shown as it is; what has no width of its own is shown as `?`.
    pub text: &'a str,
    /// Spans to mark. Where they overlap, their styles are put on each other in this order.
    pub marks: &'a [Mark],
    /// Lines put in between.
    pub carets: &'a [CaretLine],
    /// Bytes of the text before which no row may end.
    pub glue: &'a [usize],
    /// Rows hidden above the area; see [`Passage::rows`] and [`Passage::row_of`].
    pub scroll: usize,
    /// The style of unmarked text.
    pub style: Style,
    /// Put on the mark's own style, less its underline, to draw its label.
    pub label_style: Style,
}

/// A span and how it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text. Ends that are not between two characters are moved outward.
    pub span: Range<usize>,
    /// Drawn before the span as `[label]`.
    pub label: Option<char>,
    /// Put on the style of the text.
    pub style: Style,
}

/// A line that is not part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaretLine {
    /// The byte before which it stands; white space there stays on the row above.
    pub at: usize,
    /// What it says; it wraps like the text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

impl<'a> Passage<'a> {
    /// A passage without marks.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            marks: &[],
            carets: &[],
            glue: &[],
            scroll: 0,
            style: Style::new(),
            label_style: Style::new(),
        }
    }

    /// Draws what fits, never further down than its end, and marks at the right of `area` whether
    /// there is more above and below.
    pub(crate) fn draw_part(mut self, area: Rect, mark: Style, buf: &mut Buffer) {
        let rows = self.rows(area.width);
        self.scroll = self.scroll.min(rows.saturating_sub(area.height.into()));
        (&self).render(area, buf);
        let margin = Rect {
            width: area.width + MARK_CELLS,
            ..area
        };
        text::scroll_marks(buf, margin, mark, self.scroll, rows);
    }

    /// How many rows it takes at this width, caret lines included.
    pub fn rows(&self, width: u16) -> usize {
        Layout::new(self, width).rows.len()
    }

    /// The row on which the byte `at` of the text is shown at this width; the last one for the end
    /// of the text. To scroll to a span.
    pub fn row_of(&self, at: usize, width: u16) -> usize {
        Layout::new(self, width).row_of(at)
    }

    /// The style of the text's byte `at`.
    fn style_at(&self, at: usize) -> Style {
        let marks = self.marks.iter().filter(|mark| mark.span.contains(&at));
        marks.fold(self.style, |style, mark| style.patch(mark.style))
    }

    fn style_of(&self, source: Source) -> Style {
        match source {
            Source::Text(at) => self.style_at(at),
            Source::Label(mark) => self
                .style
                .patch(self.marks[mark].style)
                .remove_modifier(Modifier::UNDERLINED)
                .patch(self.label_style),
            Source::Caret(line) => self.carets[line].style,
        }
    }
}

impl Widget for &Passage<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let layout = Layout::new(self, area.width);
        let rows = layout.rows.iter().skip(self.scroll);
        for (row, y) in rows.zip(area.y..area.bottom()) {
            let text = &layout.shown[row.clone()];
            line::draw(
                text,
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                buf,
                |at| self.style_of(layout.source(row.start + at)),
            );
        }
    }
}

#[cfg(test)]
mod tests;
