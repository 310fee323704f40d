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
            keys: Vec::new(),
        }
    }
}

/// What a person wants to press for something, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebound {
    /// What it does.
    pub name: String,
    /// Any of these.
    pub keys: Vec<String>,
}
