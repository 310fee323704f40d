//! The eight tips with their states: digit, title, state in words and shape, number of marks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Review;
use super::layout::{Layout, Shape};
use super::marks::digit;
use crate::engine::{Tip, Verdict};
use crate::tui::say;
use crate::tui::screen::Look;
use crate::tui::widget::text;

/// What a cell says.
struct Cell<'a> {
    digit: String,
    title: &'a str,
    verdict: Verdict,
    word: &'a str,
    count: String,
    /// How many of the people who listened heard it.
    heard: String,
}

/// From this width on a cell of one row has room for the state in words.
const WORDED: u16 = 30;

impl Review {
    pub(super) fn draw_tips(&self, look: &Look, layout: &Layout, buf: &mut Buffer) {
        let area = layout.tips;
        let (columns, rows) = match layout.shape {
            Shape::List => (2, 4),
            Shape::Grid => (4, 2),
            Shape::Panels => (1, 8),
        };
        let height = area.height / rows;
        if height == 0 {
            return;
        }
        let width = area.width / columns;
        for (index, tip) in (0u16..).zip(Tip::ALL) {
            // Down the columns in a list, along the rows in a grid.
            let (column, row) = match layout.shape {
                Shape::Grid => (index % columns, index / columns),
                Shape::List | Shape::Panels => (index / rows, index % rows),
            };
            let cell = Rect {
                x: area.x + column * width,
                y: area.y + row * height,
                width: width.saturating_sub(u16::from(columns > 1)),
                height,
            };
            self.draw_cell(look, layout.shape, tip, cell, buf);
        }
    }

    fn draw_cell(&self, look: &Look, shape: Shape, tip: Tip, area: Rect, buf: &mut Buffer) {
        let Some(cell) = self.cell(look, shape, tip, area.height) else {
            return;
        };
        let theme = &look.theme;
        let title = if self.focus == Some(tip) {
            theme.focus
        } else {
            theme.text
        };
        let mark = theme.verdict(cell.verdict);
        let number = if self.focus == Some(tip) {
            theme.focus
        } else {
            mark
        };
        let sign = say::shape(cell.verdict);
        if area.height >= 2 {
            let pieces = [(&*cell.digit, number), (" ", title), (cell.title, title)];
            text::row(buf, area, &pieces);
            let state: [(&str, Style); 5] = [
                ("  ", theme.text),
                (sign, mark),
                (" ", theme.text),
                (cell.word, theme.text),
                (&cell.count, theme.dim),
            ];
            let below = text::below(area, 1);
            text::row(buf, below, &state);
            text::row_right(buf, below, &[(&cell.heard, theme.dim)]);
            return;
        }
        let worded = area.width >= WORDED;
        let state = [
            (&*cell.heard, theme.dim),
            (sign, mark),
            (" ", theme.text),
            (if worded { cell.word } else { "" }, theme.text),
            (&*cell.count, theme.dim),
        ];
        let state = if worded { &state[..] } else { &state[..2] };
        let taken: usize = state
            .iter()
            .map(|(piece, _)| crate::wrap::width(piece))
            .sum();
        let room = Rect {
            width: area
                .width
                .saturating_sub(u16::try_from(taken).unwrap_or(0) + 1),
            ..area
        };
        text::row(
            buf,
            room,
            &[(&cell.digit, number), (" ", title), (cell.title, title)],
        );
        text::row_right(buf, area, state);
    }

    fn cell<'a>(&self, look: &'a Look, shape: Shape, tip: Tip, rows: u16) -> Option<Cell<'a>> {
        let words = say::tip(look.library, tip)?;
        let verdict = self.report.verdict(tip)?;
        let title = match shape {
            Shape::Panels if rows > 1 => &words.title,
            _ => &words.short,
        };
        let count = match self.report.of(tip).count() {
            0 => String::new(),
            count => format!("  {count}"),
        };
        let heard = match self.heard.sheets {
            0 => String::new(),
            // Behind the state stands nothing, before it a gap.
            of => format!(
                "{}/{of}{}",
                self.heard.ticks(tip),
                if rows > 1 { "" } else { " " }
            ),
        };
        Some(Cell {
            heard,
            digit: digit(tip).map(String::from).unwrap_or_default(),
            title: title.get(look.lang),
            verdict,
            word: say::verdict(look.words, verdict),
            count,
        })
    }
}
