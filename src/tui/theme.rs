//! Styles by meaning, resolved once. Only the terminal's own sixteen colours on its own background,
//! so that every theme of a person's terminal holds; no meaning by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::engine::Verdict;

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
    /// The styles, with colours or without any.
    pub(crate) const fn new(color: bool) -> Self {
        let plain = Style::new();
        let [accent, good] = if color {
            [plain.fg(Color::Magenta), plain.fg(Color::Green)]
        } else {
            [plain, plain]
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
