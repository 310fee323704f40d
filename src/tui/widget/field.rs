//! A text of one line while it is typed: how it grows, shrinks and is drawn. Knows one string.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::text;
use crate::tui::action::Action;

/// Adds text to the line, as far as there is room for; what is no character of a line is left out.
pub(crate) fn type_in(line: &mut String, text: &str, longest: usize) {
    let room = longest.saturating_sub(line.chars().count());
    line.extend(text.chars().filter(|c| !c.is_control()).take(room));
}

/// Does what a key asks for at the end of the line, and says whether that was any of its business.
pub(crate) fn edit(line: &mut String, action: Action, longest: usize) -> bool {
    match action {
        Action::Insert(c) => type_in(line, c.encode_utf8(&mut [0; 4]), longest),
        Action::Backspace => line.truncate(last_grapheme(line)),
        Action::WordBackspace => line.truncate(last_word(line)),
        _ => return false,
    }
    true
}

/// Draws the line with its end in sight, and says where the caret stands behind it.
pub(crate) fn draw(line: &str, style: Style, area: Rect, buf: &mut Buffer) -> Position {
    draw_behind("", line, style, area, buf)
}

/// [`draw`] behind what is asked.
pub(crate) fn draw_behind(
    label: &str,
    line: &str,
    style: Style,
    area: Rect,
    buf: &mut Buffer,
) -> Position {
    let last = area.width.saturating_sub(1);
    let room = usize::from(last.saturating_sub(text::cells(label)));
    let (cut, shown) = text::end(line, room);
    let used = text::row(buf, area, &[(label, style), (cut, style), (shown, style)]);
    Position::new(area.x + used.min(last), area.y)
}

fn last_grapheme(line: &str) -> usize {
    let last = line.grapheme_indices(true).next_back();
    last.map_or(0, |(at, _)| at)
}

fn last_word(line: &str) -> usize {
    let last = line.unicode_word_indices().next_back();
    last.map_or(0, |(at, _)| at)
}
