//! Where lines end: text and a width in terminal cells in, byte ranges out. Knows graphemes, cells
//! and the line rules of both languages; knows nothing of screens, styles or drafts.
//!
//! Opportunities come from UAX #14 (through `unicode-linebreak`), which already keeps ，。；：、）】」
//! off the start of a line and opening brackets off its end. Two things are added: around curly
//! quotes in Chinese text a line may end before `“` and after `”`, which the algorithm forbids
//! because it cannot know the side; and a grapheme is never split, whatever the break table says.

mod row;
mod rules;
pub(crate) mod seen;

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::CellWidth;
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
    let mut rows = Vec::new();
    let mut start = 0;
    loop {
        let end = row::end(text, start, width, glued);
        rows.push(start..end);
        start = end;
        if start >= text.len() {
            return rows;
        }
    }
}

/// What an edit has done to a text: at byte `at`, `removed` bytes went and `inserted` came.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) at: usize,
    pub(crate) removed: usize,
    pub(crate) inserted: usize,
}

/// Makes `rows`, which a text had before a change, those that it has now: the same as [`wrap`]
/// gives, at the price of the rows that change. A row ends where it does because of what stands on
/// it and the word that follows, so rows before those stay, and so do all after the first that
/// starts where one started before.
pub(crate) fn rewrap(text: &str, width: u16, rows: &mut Vec<Range<usize>>, change: Change) {
    let Change {
        at,
        removed,
        inserted,
    } = change;
    let first = rows
        .partition_point(|row| row.start <= at)
        .saturating_sub(3);
    let mut start = rows[first].start;
    let mut fresh = Vec::new();
    let mut after = rows.len();
    loop {
        let end = row::end(text, start, width, &[]);
        fresh.push(start..end);
        start = end;
        if start >= text.len() {
            break;
        }
        if start >= at + inserted {
            let before = start - inserted + removed;
            if let Ok(same) = rows.binary_search_by_key(&before, |row| row.start) {
                after = same;
                break;
            }
        }
    }
    for row in &mut rows[after..] {
        row.start = row.start - removed + inserted;
        row.end = row.end - removed + inserted;
    }
    rows.splice(first..after, fresh);
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

/// `text` on one row of at most this many cells; where some is left out, three points say so.
pub fn cut(text: &str, room: usize) -> String {
    const MORE: &str = "...";
    if width(text) <= room {
        return text.trim_end().to_owned();
    }
    let mut left = room.saturating_sub(MORE.len());
    let mut row = String::new();
    for grapheme in text.graphemes(true) {
        let Some(rest) = left.checked_sub(usize::from(cells(grapheme))) else {
            break;
        };
        left = rest;
        row.push_str(grapheme);
    }
    row.trim_end().to_owned() + MORE
}

/// Cells that one grapheme takes: at least 1, but 0 for a line break. Characters of ambiguous
/// width (curly quotes, the ellipsis) count 1, as everywhere in ratatui.
pub fn cells(grapheme: &str) -> u16 {
    match grapheme {
        "\t" => TAB_CELLS,
        "\n" | "\r\n" | "\r" => 0,
        _ if is_seen(grapheme) => grapheme.cell_width().max(1),
        _ => with_tokens(grapheme).cell_width(),
    }
}

/// What is drawn for one grapheme, in [`cells`] cells: itself, spaces for a tab, [`TOKEN`] for
/// what would be invisible or act on the terminal, nothing for a line break.
pub fn symbol(grapheme: &str) -> Cow<'_, str> {
    match grapheme {
        "\t" => "    ".into(),
        "\n" | "\r\n" | "\r" => "".into(),
        _ if !is_seen(grapheme) => with_tokens(grapheme).into(),
        _ if grapheme.cell_width() == 0 => TOKEN.into(),
        _ => grapheme.into(),
    }
}

fn is_seen(grapheme: &str) -> bool {
    seen::told_apart(grapheme).all(|(_, seen)| seen)
}

fn with_tokens(grapheme: &str) -> String {
    let mut shown = String::new();
    for (c, seen) in seen::told_apart(grapheme) {
        // A mark at the start would sit on what stands before the cell.
        let stands = || !shown.is_empty() || c.encode_utf8(&mut [0; 4]).cell_width() > 0;
        if seen && stands() {
            shown.push(c);
        } else {
            shown.push_str(TOKEN);
        }
    }
    shown
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

#[cfg(test)]
mod tests;
