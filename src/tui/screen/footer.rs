//! The row of keys at the bottom, straight from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Look;
use crate::tui::action::Action;
use crate::tui::keymap::{Place, Told};
use crate::tui::widget::text;
use crate::wrap;

/// Cells between two keys.
pub(crate) const GAP: &str = "   ";

/// The same, where that lets more of them fit.
const CLOSE: &str = "  ";

/// A key as it is told.
struct Key {
    chord: String,
    label: String,
    action: Action,
}

impl Key {
    fn width(&self) -> usize {
        wrap::width(&self.chord) + 1 + wrap::width(&self.label)
    }
}

/// Draws `lead`, then the keys that hold in `places`, as many as fit; the way to all the others is
/// the last one to go, and says how many they are.
pub(crate) fn draw(look: &Look, places: &[Place], lead: &str, area: Rect, buf: &mut Buffer) {
    let mut keys = told(look, places);
    let all = usize::from(area.width);
    // The keys speak for themselves where there is no room for the question.
    let asking = wrap::width(lead) + GAP.len();
    let (lead, room) = match all.checked_sub(asking) {
        Some(room) if !lead.is_empty() && width(&keys, CLOSE) <= room => (lead, room),
        _ => ("", all),
    };
    squeeze(&mut keys, room);
    let gap = gap(&keys, room);
    let mut pieces: Vec<(&str, Style)> = Vec::new();
    if !lead.is_empty() {
        pieces.extend([(lead, look.theme.strong), (GAP, look.theme.text)]);
    }
    pieces.extend(row(look, &keys, gap));
    text::row(buf, text::bottom(area, 1), &pieces);
}

/// [`draw`] on two rows where one is too short for all of them; says how many it took.
pub(crate) fn draw_all(look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) -> u16 {
    let mut keys = told(look, places);
    let room = usize::from(area.width);
    if width(&keys, CLOSE) <= room {
        draw(look, places, "", area, buf);
        return 1;
    }
    let fits = |count: &usize| width(&keys[..*count], GAP) <= room;
    let first = (1..keys.len()).rev().find(fits).unwrap_or(1);
    let mut rest = keys.split_off(first);
    squeeze(&mut rest, room);
    let above = text::bottom(area, 2);
    text::row(buf, above, &row(look, &keys, GAP));
    text::row(
        buf,
        text::bottom(area, 1),
        &row(look, &rest, gap(&rest, room)),
    );
    2
}

/// The keys that are told in a footer.
fn told(look: &Look, places: &[Place]) -> Vec<Key> {
    let keys = look.keys.of(places);
    keys.filter(|binding| binding.told == Told::Footer)
        .map(|binding| Key {
            chord: binding.chords[0].to_string(),
            label: (binding.label)(&look.words.key).to_owned(),
            action: binding.action,
        })
        .collect()
}

/// Takes keys out until the others fit, and has the key to all of them count those; where that would
/// take one more, in the number alone.
fn squeeze(keys: &mut Vec<Key>, room: usize) {
    let help = |keys: &[Key]| keys.iter().position(|key| key.action == Action::Help);
    let label = help(keys).map(|at| keys[at].label.clone());
    for out in 1.. {
        let last = keys.iter().rposition(|key| key.action != Action::Help);
        let Some(last) = last.filter(|_| width(keys, CLOSE) > room) else {
            return;
        };
        keys.remove(last);
        if let (Some(label), Some(at)) = (&label, help(keys)) {
            keys[at].label = format!("{label} +{out}");
            if width(keys, CLOSE) > room {
                keys[at].label = format!("+{out}");
            }
        }
    }
}

fn width(keys: &[Key], gap: &str) -> usize {
    let cells: usize = keys.iter().map(Key::width).sum();
    cells + gap.len() * keys.len().saturating_sub(1)
}

/// The wider gap, if it fits.
fn gap(keys: &[Key], room: usize) -> &'static str {
    if width(keys, GAP) > room { CLOSE } else { GAP }
}

fn row<'a>(look: &Look, keys: &'a [Key], gap: &'a str) -> Vec<(&'a str, Style)> {
    let mut pieces = Vec::new();
    for (index, Key { chord, label, .. }) in keys.iter().enumerate() {
        let gap = if index == 0 { "" } else { gap };
        pieces.extend([
            (gap, look.theme.text),
            (chord, look.theme.accent),
            (" ", look.theme.text),
            (label, look.theme.text),
        ]);
    }
    pieces
}
