//! Short texts: one row of several styles, or a wrapped paragraph. What does not fit is cut with a
//! mark. Knows cells and styles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::line;
use crate::wrap;

/// Stands where something was cut. Plain ASCII: an ellipsis takes one cell or two, as the terminal
/// likes.
const CUT: &str = "..";

/// Draws `pieces` one after the other on the first row of `area` and returns the cells they take.
pub(crate) fn row(buf: &mut Buffer, area: Rect, pieces: &[(&str, Style)]) -> u16 {
    let area = Rect {
        height: area.height.min(1),
        ..area
    };
    let all: usize = pieces.iter().map(|(text, _)| wrap::width(text)).sum();
    let fits = all <= usize::from(area.width);
    let room = usize::from(area.width)
        - if fits {
            0
        } else {
            CUT.len().min(area.width.into())
        };
    let mut x = 0;
    for (text, style) in pieces {
        let shown = start(text, room - usize::from(x));
        line::draw(shown, from(area, x), buf, |_| *style);
        x += cells(shown);
        if shown.len() < text.len() {
            break;
        }
    }
    if !fits {
        let style = pieces.last().map_or(Style::new(), |(_, style)| *style);
        line::draw(CUT, from(area, x), buf, |_| style);
        x += cells(CUT);
    }
    x.min(area.width)
}

/// [`row`], ending at the right of `area`.
pub(crate) fn row_right(buf: &mut Buffer, area: Rect, pieces: &[(&str, Style)]) {
    let all: usize = pieces.iter().map(|(text, _)| wrap::width(text)).sum();
    let free = usize::from(area.width).saturating_sub(all);
    row(buf, from(area, u16::try_from(free).unwrap_or(0)), pieces);
}

/// [`row`], in the middle of `area`.
pub(crate) fn row_centred(buf: &mut Buffer, area: Rect, pieces: &[(&str, Style)]) {
    let all: usize = pieces.iter().map(|(text, _)| wrap::width(text)).sum();
    let free = usize::from(area.width).saturating_sub(all) / 2;
    row(buf, from(area, u16::try_from(free).unwrap_or(0)), pieces);
}

/// Draws wrapped text and returns the rows it takes; the last row that fits is cut with a mark
/// when there are more.
pub(crate) fn paragraph(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    rows(buf, area, text, style, |_| 0)
}

/// [`paragraph`] with its rows in the middle.
pub(crate) fn centred(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    rows(buf, area, text, style, |free| free / 2)
}

/// Marks at the right of an area that shows some of `rows` rows: whether there are more above and
/// below.
pub(crate) fn scroll_marks(buf: &mut Buffer, area: Rect, style: Style, scroll: usize, rows: usize) {
    let area = area.intersection(buf.area);
    let right = from(area, area.width.saturating_sub(1));
    if scroll > 0 {
        row(buf, right, &[("\u{25b4}", style)]);
    }
    if scroll + usize::from(area.height) < rows {
        row(buf, bottom(right, 1), &[("\u{25be}", style)]);
    }
}

/// How many rows `text` takes at this width.
pub(crate) fn height(text: &str, width: u16) -> u16 {
    u16::try_from(wrap::wrap(text, width).len()).unwrap_or(u16::MAX)
}

/// The part of `area` below its first `rows` rows.
pub(crate) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// The last `rows` rows of `area`.
pub(crate) fn bottom(area: Rect, rows: u16) -> Rect {
    below(area, area.height.saturating_sub(rows))
}

/// The part of `area` from column `x` on.
pub(crate) fn from(area: Rect, x: u16) -> Rect {
    let x = x.min(area.width);
    Rect {
        x: area.x + x,
        width: area.width - x,
        ..area
    }
}

/// A column of at most `width` cells in the middle of `area`.
pub(crate) fn column(area: Rect, width: u16) -> Rect {
    let width = width.min(area.width);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

fn rows(
    buf: &mut Buffer,
    area: Rect,
    text: &str,
    style: Style,
    indent: impl Fn(u16) -> u16,
) -> u16 {
    let rows = wrap::wrap(text, area.width);
    let fitting = rows.len().min(area.height.into());
    for (index, range) in rows.iter().take(fitting).enumerate() {
        let offset = u16::try_from(index).unwrap_or(u16::MAX);
        let last = index + 1 == fitting && fitting < rows.len();
        let end = if last { text.len() } else { range.end };
        let piece = text[range.start..end].trim_end();
        let free = area.width.saturating_sub(cells(piece));
        row(
            buf,
            from(below(area, offset), indent(free)),
            &[(piece, style)],
        );
    }
    u16::try_from(fitting).unwrap_or(u16::MAX)
}

/// The end of `text` that fits into `room` cells, behind a mark where its start does not: where one
/// types, the caret is in sight.
pub(crate) fn end(text: &str, room: usize) -> (&'static str, &str) {
    if wrap::width(text) <= room {
        return ("", text);
    }
    let room = room.saturating_sub(CUT.len());
    let mut used = 0;
    let fits = text
        .grapheme_indices(true)
        .rev()
        .take_while(|(_, grapheme)| {
            used += usize::from(wrap::cells(grapheme));
            used <= room
        });
    (CUT, fits.last().map_or("", |(at, _)| &text[at..]))
}

/// As much of the start of `text` as fits `room` cells.
fn start(text: &str, room: usize) -> &str {
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += usize::from(wrap::cells(grapheme));
        if taken > room {
            return &text[..at];
        }
    }
    text
}

pub(crate) fn cells(text: &str) -> u16 {
    u16::try_from(wrap::width(text)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widget::tests::drawn;

    #[test]
    fn a_row_is_cut_with_a_mark_and_never_inside_a_wide_cell() {
        let style = Style::new();
        let one = |width, text: &str| {
            drawn(width, 1, |buf, area| {
                row(buf, area, &[(text, style)]);
            })
        };
        assert_eq!(one(12, "calm words"), ["calm words"]);
        assert_eq!(one(8, "calm words"), ["calm w.."]);
        assert_eq!(one(7, "学到什么了"), ["学到.."]);
        assert_eq!(one(1, "calm"), ["."]);
        let two = drawn(9, 1, |buf, area| {
            row(buf, area, &[("take", style), (" two of three", style)]);
        });
        assert_eq!(two, ["take tw.."]);
    }

    #[test]
    fn a_paragraph_says_when_there_is_more() {
        let text = "Say what you learned, in one sentence.";
        let rows = |height| {
            drawn(16, height, |buf, area| {
                paragraph(buf, area, text, Style::new());
            })
        };
        assert_eq!(rows(3), ["Say what you", "learned, in one", "sentence."]);
        assert_eq!(rows(2), ["Say what you", "learned, in on.."]);
        assert_eq!(height(text, 16), 3);
        let middle = drawn(16, 1, |buf, area| {
            centred(buf, area, "面试", Style::new());
        });
        assert_eq!(middle, ["      面试"]);
    }

    #[test]
    fn areas_never_leave_what_they_were_taken_from() {
        let area = Rect::new(2, 3, 5, 4);
        assert_eq!(below(area, 9), Rect::new(2, 7, 5, 0));
        assert_eq!(bottom(area, 9), area);
        assert_eq!(from(area, 9), Rect::new(7, 3, 0, 4));
        assert_eq!(column(area, 9), area);
        assert_eq!(column(area, 2), Rect::new(3, 3, 2, 4));
    }
}
