//! Draws a [`Draft`]. Knows rows and cells; changes nothing and scrolls nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::line;
use crate::tui::draft::Draft;

/// Draws the visible rows of `draft` into `area` and says where the terminal's own cursor belongs,
/// so that the window of an input method follows it. `None` when the area is empty or is not (yet)
/// the one that the draft was measured for and the caret lies outside.
pub fn render(draft: &Draft, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
    let area = area.intersection(buf.area);
    for (row, y) in draft.visible_rows().zip(area.y..area.bottom()) {
        line::draw(
            row.text,
            Rect {
                y,
                height: 1,
                ..area
            },
            buf,
            |_| style,
        );
    }
    let (column, row) = draft.caret_cell();
    let x = u16::try_from(column).ok()?.checked_add(area.x)?;
    let y = u16::try_from(row).ok()?.checked_add(area.y)?;
    let caret = Position::new(x, y);
    area.contains(caret).then_some(caret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::draft::{Edit, Motion};

    /// What is drawn in `width` × `height` cells, with `|` before the cell of the caret.
    fn drawn(draft: &mut Draft, width: u16, height: u16) -> Vec<String> {
        draft.set_width(width);
        draft.set_height(height);
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = render(draft, area, &mut buf, Style::new());
        let row = |y: u16| {
            let mut out = String::new();
            let mut hidden = 0;
            for x in 0..width {
                if caret == Some(Position::new(x, y)) {
                    assert_eq!(hidden, 0, "the caret stands inside a wide cell");
                    out.push('|');
                }
                if hidden == 0 {
                    out.push_str(buf[(x, y)].symbol());
                    hidden = crate::wrap::cells(buf[(x, y)].symbol());
                }
                hidden -= 1;
            }
            out.trim_end().to_owned()
        };
        (0..height).map(row).collect()
    }

    #[test]
    fn rows_and_caret() {
        for (text, width, rows) in [
            ("面试abc", 12, &["面试abc|", ""][..]),
            ("I forgot to ask", 10, &["I forgot", "to ask|"][..]),
            ("a👨‍👩‍👧b🇨🇳c", 20, &["a👨‍👩‍👧b🇨🇳c|"][..]),
            ("我们的计划", 9, &["我们的计", "划|"][..]),
            ("我们的计", 9, &["我们的计|"][..]),
            ("a\n\n", 5, &["a", "", "|"][..]),
            ("1\n2\n3\n4", 5, &["3", "4|"][..]),
            ("", 5, &["|"][..]),
            ("hang     ", 6, &["hang |"][..]),
        ] {
            let mut draft = Draft::new(text);
            let height = u16::try_from(rows.len()).unwrap();
            assert_eq!(drawn(&mut draft, width, height), rows, "{text:?}");
        }
    }

    #[test]
    fn the_caret_stands_before_what_it_is_before() {
        let mut draft = Draft::new("面试abc");
        draft.edit(Edit::Move(Motion::TextStart));
        draft.edit(Edit::Move(Motion::Right));
        assert_eq!(drawn(&mut draft, 12, 1), ["面|试abc"]);
        let mut draft = Draft::new("我们的计划失败");
        draft.edit(Edit::Move(Motion::TextStart));
        drawn(&mut draft, 9, 2);
        draft.edit(Edit::Move(Motion::LineEnd));
        assert_eq!(drawn(&mut draft, 9, 2), ["我们的计|", "划失败"]);
    }

    #[test]
    fn an_area_that_is_not_there_draws_nothing() {
        let draft = Draft::new("text");
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 2));
        for area in [Rect::ZERO, Rect::new(9, 9, 5, 5), Rect::new(0, 0, 0, 2)] {
            assert_eq!(render(&draft, area, &mut buf, Style::new()), None);
        }
        assert_eq!(buf, Buffer::empty(Rect::new(0, 0, 4, 2)));
    }
}
