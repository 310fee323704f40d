//! What a person can set, with its default. Knows the values; reading them is `cmd`'s care.

pub(crate) mod near;

use crate::engine::{Lang, Rate};

/// Every setting, resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The language of the interface and of the prompts.
    pub lang: Lang,
    /// Whether colours may be used; `NO_COLOR` forbids them.
    pub color: bool,
    /// How fast this person speaks.
    pub rate: Rate,
    /// Minutes after local midnight at which a practice day begins: 240 is 04:00.
    pub day_start: u16,
    /// Default limit of a rehearsal in seconds; `None` is off.
    pub limit_seconds: Option<u32>,
    /// The name of the local time zone; a label only.
    pub zone: Option<String>,
    /// Which colours.
    pub palette: Palette,
    /// Whether the background of the terminal is dark or light, where something says so.
    pub shade: Option<Shade>,
    /// What the program's own marks are drawn with.
    pub glyphs: Glyphs,
    /// How wide the terminal draws what may be one cell or two.
    pub ambiguous: Ambiguous,
    /// Keys in place of those of the table.
    pub keys: Vec<Rebound>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            color: true,
            rate: Rate::default(),
            day_start: 4 * 60,
            limit_seconds: None,
            zone: None,
            palette: Palette::Auto,
            shade: None,
            glyphs: Glyphs::Unicode,
            ambiguous: Ambiguous::Narrow,
            keys: Vec::new(),
        }
    }
}

impl Settings {
    /// Whether it would help to know the background of the terminal.
    pub fn wants_shade(&self) -> bool {
        let depends = matches!(self.palette, Palette::Auto | Palette::BlueOrange);
        self.color && depends && self.shade.is_none()
    }
}

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// That of the background, as far as it is known.
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// No colour but the terminal's own two.
    Neutral,
    /// Two colours that nearly everybody can tell apart.
    BlueOrange,
}

/// The background of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Light text on it is readable.
    Dark,
    /// Dark text on it is readable.
    Light,
}

/// What marks are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    /// Shapes that are one cell wide everywhere.
    Unicode,
    /// What every terminal and font has.
    Ascii,
}

/// How wide a terminal draws what East Asian fonts draw in two cells and others in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ambiguous {
    /// One cell.
    Narrow,
    /// Two.
    Wide,
}

/// What a person wants to press for something, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebound {
    /// What it does.
    pub name: String,
    /// Any of these.
    pub keys: Vec<String>,
}
