//! Where lines end: text and a width in terminal cells in, byte ranges out. Knows graphemes, cells
//! and the line rules of both languages; knows nothing of screens, styles or drafts.
//!
//! Opportunities come from UAX #14 (through `unicode-linebreak`), which already keeps ，。；：、）】」
//! off the start of a line and opening brackets off its end. Two things are added: around curly
//! quotes in Chinese text a line may end before `“` and after `”`, which the algorithm forbids
//! because it cannot know the side; and a grapheme is never split, whatever the break table says.

mod rules;

use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_linebreak::linebreaks;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Cells that a tab is drawn with; tabs are not aligned to stops.
pub const TAB_CELLS: u16 = 4;

/// What is drawn for a grapheme that has no width of its own (a control byte, a direction mark, a
/// combining mark with nothing to combine with): it is shown instead of hiding text.
pub const TOKEN: &str = "?";

/// Splits `text` into the rows that fit `width` cells. Joined, the rows are `text` again.
///
/// White space at the end of a row hangs past the margin. A line feed belongs to the row it ends;
/// one at the very end opens no further row. Text that is empty is one empty row. A word that is
/// longer than a row is split between graphemes, and a grapheme wider than `width` has a row of
/// its own; a width of 0 counts as 1.
pub fn wrap(text: &str, width: u16) -> Vec<Range<usize>> {
    wrap_glued(text, width, &[])
}

/// [`wrap`], with byte offsets (ascending) at which no row may start if it can be avoided.
pub(crate) fn wrap_glued(text: &str, width: u16, glued: &[usize]) -> Vec<Range<usize>> {
    let mut filling = Filling {
        text,
        glued,
        width: u32::from(width.max(1)),
        rows: Vec::new(),
        start: 0,
        filled: 0,
    };
    let mut unit_start = 0;
    for (uax_end, _) in linebreaks(text) {
        if uax_end < text.len() && !filling.may_start_row(uax_end) {
            continue;
        }
        if is_plain(&text[unit_start..uax_end]) {
            filling.place_plain(unit_start..uax_end);
            unit_start = uax_end;
            continue;
        }
        for end in rules::quote_breaks(text, unit_start..uax_end).chain([uax_end]) {
            if end == uax_end || filling.may_start_row(end) {
                filling.place(unit_start..end);
                unit_start = end;
            }
        }
    }
    filling.finish()
}

/// Cells that `text` takes on one row.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true)
        .map(|grapheme| usize::from(cells(grapheme)))
        .sum()
}

/// Cells that one grapheme takes: at least 1, but 0 for a line break. Characters of ambiguous
/// width (curly quotes, the ellipsis) count 1, as everywhere in ratatui.
pub fn cells(grapheme: &str) -> u16 {
    match grapheme {
        "\t" => TAB_CELLS,
        "\n" | "\r\n" | "\r" => 0,
        _ if grapheme.starts_with(char::is_control) => 1,
        _ => grapheme.cell_width().max(1),
    }
}

/// What is drawn for one grapheme, in [`cells`] cells: itself, spaces for a tab, [`TOKEN`] for
/// what would be invisible, nothing for a line break.
pub fn symbol(grapheme: &str) -> &str {
    match grapheme {
        "\t" => "    ",
        "\n" | "\r\n" | "\r" => "",
        _ if grapheme.starts_with(char::is_control) => TOKEN,
        _ if grapheme.cell_width() == 0 => TOKEN,
        _ => grapheme,
    }
}

/// Whether every byte is a grapheme of one cell.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

/// Whether `at` lies between two graphemes of `text`.
pub(crate) fn is_boundary(text: &str, at: usize) -> bool {
    if !text.is_char_boundary(at) {
        return false;
    }
    let bytes = text.as_bytes();
    let plain = |byte: &u8| (0x20..0x7f).contains(byte);
    match (at.checked_sub(1).map(|i| &bytes[i]), bytes.get(at)) {
        (None, _) | (_, None) => true,
        (Some(before), Some(after)) if plain(before) && plain(after) => true,
        _ => GraphemeCursor::new(at, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(false),
    }
}

/// The border before `at`, which is one itself; 0 at the start.
pub(crate) fn boundary_before(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// The border after `at`; the length of the text at its end.
pub(crate) fn boundary_after(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// More cells than any row has.
const MANY: u32 = u32::MAX / 4;

/// The rows so far and the one being filled.
struct Filling<'a> {
    text: &'a str,
    glued: &'a [usize],
    width: u32,
    rows: Vec<Range<usize>>,
    start: usize,
    filled: u32,
}

impl Filling<'_> {
    fn may_start_row(&self, at: usize) -> bool {
        is_boundary(self.text, at) && self.glued.binary_search(&at).is_err()
    }

    /// Adds text that should stay on one row.
    fn place(&mut self, unit: Range<usize>) {
        let text = self.text;
        let whole = &text[unit.clone()];
        let solid = whole.trim_end();
        self.fill(unit.clone(), cells_u32(solid), || {
            cells_u32(&whole[solid.len()..])
        });
        if whole.ends_with(rules::ENDS_LINE) && unit.end < text.len() {
            self.end_row(unit.end);
        }
    }

    /// [`Filling::place`] for text of which every byte is a grapheme of one cell: most of English.
    fn place_plain(&mut self, unit: Range<usize>) {
        let bytes = &self.text.as_bytes()[unit.clone()];
        let spaces = bytes.iter().rev().take_while(|byte| **byte == b' ').count();
        let count = |bytes: usize| u32::try_from(bytes).unwrap_or(MANY);
        self.fill(unit, count(bytes.len() - spaces), || count(spaces));
    }

    /// Adds `unit`, of which `solid` cells have to fit and the rest may hang.
    fn fill(&mut self, unit: Range<usize>, solid: u32, hanging: impl Fn() -> u32) {
        if self.filled.saturating_add(solid) > self.width && self.start < unit.start {
            self.end_row(unit.start);
        }
        if solid > self.width {
            self.split(unit);
        } else {
            self.filled = self.filled.saturating_add(solid + hanging());
        }
    }

    /// Adds a unit that is longer than a row, grapheme by grapheme.
    fn split(&mut self, unit: Range<usize>) {
        let text = self.text;
        for (offset, grapheme) in text[unit.clone()].grapheme_indices(true) {
            let at = unit.start + offset;
            let wide = u32::from(cells(grapheme));
            let hangs = grapheme.chars().all(char::is_whitespace);
            if self.filled + wide > self.width && at > self.start && !hangs {
                let cut = self.pull_back(at, wide);
                self.end_row(cut);
                self.filled = cells_u32(&text[cut..at]);
            }
            self.filled += wide;
        }
    }

    /// The best place to split at or before `at`, where a grapheme of `wide` cells no longer fits:
    /// closing marks take the grapheme before them along, opening ones go with what follows.
    fn pull_back(&self, at: usize, wide: u32) -> usize {
        let mut cut = at;
        while rules::splits_badly(self.text, cut) || self.glued.binary_search(&cut).is_ok() {
            cut = boundary_before(self.text, cut);
            if cut <= self.start || cells_u32(&self.text[cut..at]) + wide > self.width {
                return at;
            }
        }
        cut
    }

    fn end_row(&mut self, end: usize) {
        self.rows.push(self.start..end);
        self.start = end;
        self.filled = 0;
    }

    fn finish(mut self) -> Vec<Range<usize>> {
        if self.start < self.text.len() || self.rows.is_empty() {
            self.rows.push(self.start..self.text.len());
        }
        self.rows
    }
}

fn cells_u32(text: &str) -> u32 {
    u32::try_from(width(text)).unwrap_or(MANY)
}

#[cfg(test)]
mod tests;
