//! The screens. Each holds its own state, takes actions and draws; none knows of files.

pub(crate) mod aloud;
pub(crate) mod compare;
pub(crate) mod footer;
pub(crate) mod guide;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod mock;
pub(crate) mod prepare;
pub(crate) mod progress;
pub(crate) mod rehearse;
pub(crate) mod review;
pub(crate) mod stories;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::action::Action;
use super::keymap::{Keys, Place};
use super::say;
use super::theme::Theme;
use super::widget::text;
use crate::content::library::Library;
use crate::content::words::Words;
use crate::engine::Lang;
use crate::practice::voice::Pace;

/// The widest line that is easy to read.
pub(crate) const MEASURE: u16 = 76;

/// The smallest screen that everything fits on.
pub(crate) const SMALLEST: (u16, u16) = (40, 12);

/// From this width on a screen of the usual height has margins.
pub(crate) const ROOMY: u16 = 60;

/// From this height on there is room for blank rows.
pub(crate) const TALL: u16 = 18;

/// From this height on a quarter of what is more is left free above, and as much below.
const LOFTY: u16 = 40;

/// What every screen draws with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// The language of the interface.
    pub(crate) lang: Lang,
    /// Its words.
    pub(crate) words: &'static Words,
    /// What is said about the subject.
    pub(crate) library: &'static Library,
    /// Styles.
    pub(crate) theme: Theme,
    /// Which key does what.
    pub(crate) keys: Keys,
    /// How fast this person speaks, and how that is known.
    pub(crate) pace: Pace,
    /// Whether the clocks of the page are shown.
    pub(crate) clocks: Clocks,
}

/// The clocks of the page run, seen or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clocks {
    Shown,
    Hidden,
}

impl Look {
    /// The key that does this in these places, as the footer names it.
    pub(crate) fn key(&self, places: &[Place], action: Action) -> String {
        let mut keys = self.keys.of(places);
        let key = keys.find(|binding| binding.action == action);
        key.map_or_else(String::new, |binding| binding.chords[0].to_string())
    }

    /// The prompt or follow-up question `id` in the present language, or as it was shown when no
    /// library holds it.
    pub(crate) fn prompt<'a>(&self, id: &str, shown: &'a str) -> &'a str
    where
        'static: 'a,
    {
        say::prompt(self.library, self.lang, id).unwrap_or(shown)
    }
}

/// The area less its margins. On a very tall screen a page does not hang from the upper edge.
pub(crate) fn margins(area: Rect) -> Rect {
    let side = if area.width >= ROOMY { 2 } else { 0 };
    let loft = area.height.saturating_sub(LOFTY) / 4;
    let top = u16::from(area.height >= TALL) + loft;
    Rect {
        x: area.x + side,
        width: area.width - 2 * side,
        height: area.height - top - loft,
        y: area.y + top,
    }
}

/// Rows handed out from the top of an area, one after the other.
pub(crate) struct Rows<'a> {
    /// What is drawn on.
    pub(crate) buf: &'a mut Buffer,
    /// What is left.
    pub(crate) left: Rect,
}

impl Rows<'_> {
    /// A wrapped text on as many rows as it takes, at most `most`.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style, most: u16) {
        let area = Rect {
            height: self.left.height.min(most),
            ..self.left
        };
        let used = text::paragraph(self.buf, area, text, style);
        self.skip(used);
    }

    /// A wrapped text in the middle of a column of `width` cells.
    pub(crate) fn centred(&mut self, text: &str, style: Style, width: u16) {
        let column = text::column(self.left, width);
        let used = text::centred(self.buf, column, text, style);
        self.skip(used);
    }

    /// One row of several styles.
    pub(crate) fn row(&mut self, pieces: &[(&str, Style)]) {
        text::row(self.buf, self.left, pieces);
        self.skip(1);
    }

    /// Blank rows.
    pub(crate) fn skip(&mut self, rows: u16) {
        self.left = text::below(self.left, rows);
    }
}

/// The notice on a screen that is too small for anything else.
pub(crate) fn too_small(look: &Look, area: Rect, buf: &mut Buffer) {
    use crate::content::words::fill;
    let size = |(width, height): (u16, u16)| format!("{width}x{height}");
    let needed = size(SMALLEST);
    let now = size((area.width, area.height));
    let words = &look.words.screen;
    let mut rows = Rows { buf, left: area };
    rows.paragraph(&fill(&words.small, &[&needed, &now]), look.theme.strong, 4);
    rows.paragraph(&words.kept, look.theme.dim, 2);
}
