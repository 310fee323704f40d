//! Styles by meaning, resolved once. The terminal's own two colours, and two of its sixteen where the
//! background is known well enough to choose readable ones; no meaning by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::engine::Verdict;
use crate::settings::{Palette, Settings, Shade};

/// Every style of the program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme {
    /// What is read.
    pub(crate) text: Style,
    /// The question, headings.
    pub(crate) strong: Style,
    /// What may be overlooked.
    pub(crate) dim: Style,
    /// The one accent: keys, and where to look next.
    pub(crate) accent: Style,
    /// What today is about.
    pub(crate) goal: Style,
    /// What the keys act on.
    pub(crate) focus: Style,
    /// A span to change.
    pub(crate) problem: Style,
    /// A span to keep.
    pub(crate) strength: Style,
    /// The span that the detail speaks of, put on top of one of these two.
    pub(crate) chosen: Style,
    /// The label of a span.
    pub(crate) label: Style,
    /// A missing beat.
    pub(crate) missing: Style,
    /// The shape of a good state.
    pub(crate) good: Style,
    /// The shape of a state worth a look.
    pub(crate) warn: Style,
}

impl Theme {
    /// The styles that these settings ask for.
    pub(crate) const fn new(settings: &Settings) -> Self {
        let plain = Style::new();
        let [accent, good] = match inks(settings) {
            Some([accent, good]) => [plain.fg(accent), plain.fg(good)],
            None => [plain, plain],
        };
        Self {
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            dim: plain.add_modifier(Modifier::DIM),
            accent: accent.add_modifier(Modifier::BOLD),
            goal: accent,
            focus: plain.add_modifier(Modifier::REVERSED),
            problem: accent.add_modifier(Modifier::UNDERLINED),
            strength: plain.add_modifier(Modifier::UNDERLINED),
            chosen: plain.add_modifier(Modifier::REVERSED),
            label: plain.add_modifier(Modifier::BOLD),
            missing: accent,
            good: good.add_modifier(Modifier::BOLD),
            warn: accent.add_modifier(Modifier::BOLD),
        }
    }

    /// The style of a verdict's shape.
    pub(crate) const fn verdict(&self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Kept => self.good,
            Verdict::Look => self.strong,
            Verdict::Work => self.warn,
            Verdict::Unseen => self.dim,
        }
    }
}

/// The accent, and the colour of what is good. None of the sixteen colours is readable on every
/// background, so there are none where it is not known.
const fn inks(settings: &Settings) -> Option<[Color; 2]> {
    if !settings.color {
        return None;
    }
    let shade = match settings.palette {
        Palette::Neutral => return None,
        Palette::Dark => Some(Shade::Dark),
        Palette::Light => Some(Shade::Light),
        Palette::Auto => settings.shade,
        Palette::BlueOrange => {
            // Fixed colours of the 256: the sixteen have no orange.
            return Some(match settings.shade {
                Some(Shade::Dark) => [Color::Indexed(214), Color::Indexed(75)],
                Some(Shade::Light) => [Color::Indexed(130), Color::Indexed(25)],
                None => [Color::Indexed(166), Color::Indexed(33)],
            });
        }
    };
    match shade {
        Some(Shade::Dark) => Some([Color::Yellow, Color::Cyan]),
        Some(Shade::Light) => Some([Color::Magenta, Color::Blue]),
        None => None,
    }
}

#[cfg(test)]
mod tests;
