//! The row of keys at the bottom, straight from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Look;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Binding, Place, Told};
use crate::tui::widget::text;
use crate::wrap;

/// Cells between two keys.
pub(crate) const GAP: &str = "   ";

/// Draws `lead`, then the keys that hold in `places`, as many as fit; the way to all the others is
/// the last one to go.
pub(crate) fn draw(look: &Look, places: &[Place], lead: &str, area: Rect, buf: &mut Buffer) {
    let keys: Vec<(String, &Binding)> = keymap::bindings(places)
        .filter(|binding| binding.told == Told::Footer)
        .map(|binding| (binding.chords[0].to_string(), binding))
        .collect();
    let label = |binding: &Binding| (binding.label)(&look.words.key);
    let width = |(key, binding): &(String, &Binding)| {
        wrap::width(key) + 1 + wrap::width(label(binding)) + GAP.len()
    };
    let mut room = usize::from(area.width) + GAP.len();
    if !lead.is_empty() {
        room = room.saturating_sub(wrap::width(lead) + GAP.len());
    }
    let mut shown: Vec<_> = keys.iter().collect();
    while shown.iter().map(|key| width(key)).sum::<usize>() > room {
        let Some(last) = shown
            .iter()
            .rposition(|(_, binding)| binding.action != Action::Help)
        else {
            break;
        };
        shown.remove(last);
    }
    let mut pieces: Vec<(&str, Style)> = Vec::new();
    if !lead.is_empty() {
        pieces.extend([(lead, look.theme.strong), (GAP, look.theme.text)]);
    }
    for (index, (key, binding)) in shown.into_iter().enumerate() {
        let gap = if index == 0 { "" } else { GAP };
        pieces.extend([
            (gap, look.theme.text),
            (key, look.theme.accent),
            (" ", look.theme.text),
            (label(binding), look.theme.dim),
        ]);
    }
    text::row(buf, text::bottom(area, 1), &pieces);
}
