//! One row: where it ends, from where it starts. Knows the text after its start and no more, so that
//! rows after an edit can be found again without all those before.

use std::ops::Range;

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::{boundary_before, cells, is_boundary, is_plain, rules, width};

/// More cells than any row has.
const MANY: u32 = u32::MAX / 4;

/// Where the row that starts at `start` ends; `glued` as in [`super::wrap_glued`].
pub(super) fn end(text: &str, start: usize, width: u16, glued: &[usize]) -> usize {
    let width = u32::from(width.max(1));
    // Usually enough to see the end of the row; a long word must not be read to its end for each
    // of its rows.
    let mut reach = 256 + 8 * usize::try_from(width).unwrap_or(0);
    loop {
        let row = Row {
            text,
            glued,
            width,
            start,
            end: start,
            filled: 0,
        };
        if let Some(end) = row.fill(seen(text, start + reach)) {
            return end;
        }
        reach *= 2;
    }
}

/// `end`, or what lies before it and splits no character.
fn seen(text: &str, end: usize) -> usize {
    let mut end = end.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// A row being filled. A unit is what should stay on one row.
struct Row<'a> {
    text: &'a str,
    glued: &'a [usize],
    width: u32,
    start: usize,
    /// Where the last unit that is on it ends.
    end: usize,
    filled: u32,
}

impl Row<'_> {
    /// Adds units until one ends the row. `None` when that cannot be told from the text up to
    /// `seen`.
    fn fill(mut self, seen: usize) -> Option<usize> {
        for (unit_end, _) in linebreaks(&self.text[self.start..seen]) {
            let unit_end = self.start + unit_end;
            if unit_end == seen && seen < self.text.len() {
                return self.place_begun(seen);
            }
            if unit_end == seen || self.may_start_row(unit_end) {
                let full = self.place_all(unit_end).or_else(|| self.place(unit_end));
                if full.is_some() {
                    return full;
                }
            }
        }
        Some(self.text.len())
    }

    fn may_start_row(&self, at: usize) -> bool {
        is_boundary(self.text, at) && self.glued.binary_search(&at).is_err()
    }

    /// Adds the parts of a unit of UAX #14 that may be parted, but for the last.
    fn place_all(&mut self, unit_end: usize) -> Option<usize> {
        let unit = self.end..unit_end;
        if is_plain(&self.text[unit.clone()]) {
            return None;
        }
        let text = self.text;
        rules::quote_breaks(text, unit).find_map(|part_end| {
            let may = self.may_start_row(part_end);
            may.then(|| self.place(part_end)).flatten()
        })
    }

    /// Adds the unit up to `unit_end`, or says where the row ends because of it.
    fn place(&mut self, unit_end: usize) -> Option<usize> {
        let unit = self.end..unit_end;
        let text = &self.text[unit.clone()];
        let solid = text.trim_end();
        if let Some(end) = self.end_before(&unit, cells_of(solid)) {
            return Some(end);
        }
        self.filled = self.filled.saturating_add(cells_of(text));
        self.end = unit.end;
        text.ends_with(rules::ENDS_LINE).then_some(unit.end)
    }

    /// Where the row ends because of a unit whose end is not seen yet, if what is seen is enough to
    /// tell. The last grapheme may go on.
    fn place_begun(&mut self, seen: usize) -> Option<usize> {
        let certain = boundary_before(self.text, seen);
        if certain <= self.end {
            return None;
        }
        let full = self.place_all(certain);
        full.or_else(|| {
            let unit = self.end..certain;
            let solid = self.text[unit.clone()].trim_end();
            self.end_before(&unit, cells_of(solid))
        })
    }

    /// Where the row ends if a unit with this many solid cells does not fit: before it, or within
    /// it when it is longer than a row.
    fn end_before(&self, unit: &Range<usize>, solid: u32) -> Option<usize> {
        if self.filled.saturating_add(solid) <= self.width {
            None
        } else if self.start < unit.start {
            Some(unit.start)
        } else {
            self.split(unit)
        }
    }

    /// Where to split a unit that is longer than a row: between graphemes.
    fn split(&self, unit: &Range<usize>) -> Option<usize> {
        let mut filled = 0;
        for (offset, grapheme) in self.text[unit.clone()].grapheme_indices(true) {
            let at = unit.start + offset;
            let wide = u32::from(cells(grapheme));
            let hangs = grapheme.chars().all(char::is_whitespace);
            if filled + wide > self.width && at > self.start && !hangs {
                return Some(self.pull_back(at, wide));
            }
            filled += wide;
        }
        None
    }

    /// The best place to split at or before `at`, where a grapheme of `wide` cells no longer fits:
    /// closing marks take the grapheme before them along, opening ones go with what follows.
    fn pull_back(&self, at: usize, wide: u32) -> usize {
        let mut cut = at;
        while rules::splits_badly(self.text, cut) || self.glued.binary_search(&cut).is_ok() {
            cut = boundary_before(self.text, cut);
            if cut <= self.start || cells_of(&self.text[cut..at]) + wide > self.width {
                return at;
            }
        }
        cut
    }
}

fn cells_of(text: &str) -> u32 {
    u32::try_from(width(text)).unwrap_or(MANY)
}
