//! The turn bar: background, miss and fix as three shapes and in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::practice::clock::face;
use crate::practice::parts::{Part, Parts};
use crate::tui::screen::Look;
use crate::tui::widget::text;
use crate::wrap;

/// The widest bar beside its words.
const BESIDE: usize = 28;

/// Draws the bar: over its words where there are two rows, else before them.
pub(super) fn draw(look: &Look, parts: &Parts, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (&look.words.review, &look.theme);
    let told = |name: &str, part: Part| format!("{name} {} {}%", face(part.seconds), part.percent);
    let background = told(&words.background, parts.background);
    let miss = told(&words.miss, parts.miss);
    let fix = match parts.fix.words {
        0 => words.no_turn.clone(),
        _ => told(&words.fix, parts.fix),
    };
    let gap = if area.width < super::super::ROOMY {
        " "
    } else {
        "  "
    };
    let pieces: Vec<(&str, Style)> = vec![
        (". ", theme.dim),
        (&background, theme.dim),
        (gap, theme.dim),
        ("# ", theme.text),
        (&miss, theme.text),
        (gap, theme.dim),
        ("= ", theme.good),
        (&fix, theme.text),
    ];
    let worded: usize = pieces.iter().map(|(piece, _)| wrap::width(piece)).sum();
    let room = usize::from(area.width);
    if area.height >= 2 {
        draw_shapes(look, parts, room, area, buf);
        text::row(buf, text::below(area, 1), &pieces);
        return;
    }
    let shapes = room.saturating_sub(worded + gap.len()).min(BESIDE);
    let mut x = 0;
    if shapes > 6 {
        draw_shapes(look, parts, shapes, area, buf);
        x = shapes + gap.len();
    }
    let words = text::from(area, u16::try_from(x).unwrap_or(u16::MAX));
    text::row(buf, words, &pieces);
}

/// The three shapes in proportion, in `cells` cells.
fn draw_shapes(look: &Look, parts: &Parts, cells: usize, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let cells = parts.cells(cells);
    let [background, miss, fix] = [(".", 0), ("#", 1), ("=", 2)].map(|(c, i)| c.repeat(cells[i]));
    text::row(
        buf,
        area,
        &[
            (&background, theme.dim),
            (&miss, theme.text),
            (&fix, theme.good),
        ],
    );
}
