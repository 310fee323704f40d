//! The row of keys at the bottom, straight from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Look;
use crate::tui::action::Action;
use crate::tui::keymap::{Binding, Place, Told};
use crate::tui::widget::text;
use crate::wrap;

/// Cells between two keys.
pub(crate) const GAP: &str = "   ";

/// The same, where that lets more of them fit.
const CLOSE: &str = "  ";

/// Draws `lead`, then the keys that hold in `places`, as many as fit; the way to all the others is
/// the last one to go.
pub(crate) fn draw(look: &Look, places: &[Place], lead: &str, area: Rect, buf: &mut Buffer) {
    let keys: Vec<(String, &Binding)> = look
        .keys
        .of(places)
        .filter(|binding| binding.told == Told::Footer)
        .map(|binding| (binding.chords[0].to_string(), binding))
        .collect();
    let label = |binding: &Binding| (binding.label)(&look.words.key);
    let width =
        |(key, binding): &(String, &Binding)| wrap::width(key) + 1 + wrap::width(label(binding));
    let all = usize::from(area.width);
    let mut shown: Vec<_> = keys.iter().collect();
    let needed = |shown: &[&(String, &Binding)], gap: usize| {
        let keys: usize = shown.iter().map(|key| width(key)).sum();
        keys + gap * shown.len().saturating_sub(1)
    };
    // The keys speak for themselves where there is no room for the question.
    let asking = wrap::width(lead) + GAP.len();
    let (lead, room) = match all.checked_sub(asking) {
        Some(room) if !lead.is_empty() && needed(&shown, CLOSE.len()) <= room => (lead, room),
        _ => ("", all),
    };
    while needed(&shown, CLOSE.len()) > room {
        let Some(last) = shown
            .iter()
            .rposition(|(_, binding)| binding.action != Action::Help)
        else {
            break;
        };
        shown.remove(last);
    }
    let gap = if needed(&shown, GAP.len()) > room {
        CLOSE
    } else {
        GAP
    };
    let mut pieces: Vec<(&str, Style)> = Vec::new();
    if !lead.is_empty() {
        pieces.extend([(lead, look.theme.strong), (GAP, look.theme.text)]);
    }
    for (index, (key, binding)) in shown.into_iter().enumerate() {
        let gap = if index == 0 { "" } else { gap };
        pieces.extend([
            (gap, look.theme.text),
            (key, look.theme.accent),
            (" ", look.theme.text),
            (label(binding), look.theme.dim),
        ]);
    }
    text::row(buf, text::bottom(area, 1), &pieces);
}
