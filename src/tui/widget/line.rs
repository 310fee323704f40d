//! One row of text into one row of cells. Knows graphemes and cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::wrap;

/// Draws `text` from the left of `row` and cuts it at its right; `style` is asked for the style of
/// the grapheme that starts at a byte of `text`.
pub(super) fn draw(text: &str, row: Rect, buf: &mut Buffer, style: impl Fn(usize) -> Style) {
    let row = row.intersection(buf.area);
    if row.is_empty() {
        return;
    }
    let mut x = row.x;
    for (at, grapheme) in text.grapheme_indices(true) {
        let cells = wrap::cells(grapheme);
        if u32::from(x) + u32::from(cells) > u32::from(row.right()) {
            return;
        }
        let style = style(at);
        let symbol = wrap::symbol(grapheme);
        if grapheme == "\t" {
            for column in x..x + cells {
                buf[(column, row.y)].set_symbol(" ").set_style(style);
            }
        } else if cells > 0 {
            buf[(x, row.y)].set_symbol(&symbol).set_style(style);
            for column in x + 1..x + cells {
                buf[(column, row.y)].reset();
            }
        }
        x += cells;
    }
}
