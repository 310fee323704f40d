//! The keys of the present screen, straight from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::{Look, MEASURE, Rows, aloud, footer, margins};
use crate::tui::draft::Motion;
use crate::tui::keymap::{self, Binding, Keys, Place, Told};
use crate::tui::widget::text;
use crate::wrap;

/// As many ways to do the same are told; the others are for fingers that know them.
const MOST_CHORDS: usize = 3;

/// Which keys are shown, and how far down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Help {
    /// Which key does what.
    keys: Keys,
    /// The layers of the screen below.
    pub(crate) places: &'static [Place],
    /// Rows above what is shown.
    scroll: usize,
}

impl Help {
    /// The keys of these places, from the first.
    pub(crate) const fn new(keys: Keys, places: &'static [Place]) -> Self {
        Self {
            keys,
            places,
            scroll: 0,
        }
    }

    /// Turns a page.
    pub(crate) fn turn(&mut self, motion: Motion, look: &Look, area: Rect) {
        let body = body(area);
        let page = usize::from(body.height).max(1);
        let rows = told(self.keys, self.places).count() + self.notes(look, body.width).len();
        let last = rows.saturating_sub(page);
        self.scroll = match motion {
            Motion::PageDown => self.scroll + page,
            _ => self.scroll.saturating_sub(page),
        }
        .min(last);
    }

    /// Draws the keys over the whole area.
    pub(crate) fn draw(self, look: &Look, area: Rect, buf: &mut Buffer) {
        Clear.render(area, buf);
        let inner = text::column(margins(area), MEASURE);
        text::row(buf, inner, &[(&look.words.screen.help, look.theme.strong)]);
        footer::draw(look, keymap::HELP, "", inner, buf);
        let body = body(area);
        let lines: Vec<(String, &str)> = told(self.keys, self.places)
            .map(|binding| {
                let keys: Vec<String> = binding
                    .chords
                    .iter()
                    .take(MOST_CHORDS)
                    .map(ToString::to_string)
                    .collect();
                (keys.join("  "), (binding.label)(&look.words.key))
            })
            .collect();
        let widest = lines.iter().map(|(keys, _)| wrap::width(keys)).max();
        let indent = widest.unwrap_or(0).min(usize::from(body.width) * 3 / 5);
        let indent = u16::try_from(indent).unwrap_or(body.width);
        let notes = self.notes(look, body.width);
        let all = lines.len() + notes.len();
        let mut rows = Rows { buf, left: body };
        for (keys, label) in lines.iter().skip(self.scroll).take(body.height.into()) {
            let keys_area = Rect {
                width: indent,
                ..rows.left
            };
            text::row(rows.buf, keys_area, &[(keys, look.theme.accent)]);
            let label_area = text::from(rows.left, indent + 2);
            text::row(rows.buf, label_area, &[(label, look.theme.text)]);
            rows.skip(1);
        }
        for note in notes.iter().skip(self.scroll.saturating_sub(lines.len())) {
            rows.row(&[(note, look.theme.dim)]);
        }
        text::scroll_marks(buf, body, look.theme.dim, self.scroll, all);
    }

    /// What is to be known beside the keys, wrapped: the rule of the pace.
    fn notes(self, look: &Look, width: u16) -> Vec<String> {
        if self.places != keymap::ALOUD {
            return Vec::new();
        }
        let rule = aloud::rule(look, look.lang);
        // The last cells are for the marks that there is more.
        let rows = wrap::wrap(&rule, width.saturating_sub(2)).into_iter();
        let rows = rows.map(|row| rule[row].trim_end().to_owned());
        std::iter::once(String::new()).chain(rows).collect()
    }
}

/// Where the keys stand: between the heading and the footer.
fn body(area: Rect) -> Rect {
    let inner = text::column(margins(area), MEASURE);
    let below = text::below(inner, 2);
    Rect {
        height: below.height.saturating_sub(2),
        ..below
    }
}

/// The bindings that are told.
fn told(keys: Keys, places: &[Place]) -> impl Iterator<Item = &'static Binding> {
    keys.of(places)
        .filter(|binding| binding.told != Told::Nowhere)
}
