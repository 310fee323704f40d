//! What each subcommand does. Knows arguments, the world outside and how a run ends; the clap
//! types of the whole are in `cli`.

pub mod check;
pub mod config;
pub mod content;
pub mod doctor;
pub mod due;
pub mod explain;
pub mod feedback;
pub mod history;
pub mod keys;
pub mod mock;
mod plain;
pub mod prompt;
pub mod rehearse;
pub mod samples;
pub mod settings;
pub mod sheet;
pub mod shell;
pub mod stats;
pub mod story;
pub mod tips;
pub mod world;

use std::io::{self, Write};
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, Local};

use crate::content::check::Fault;
use crate::content::library::Library;
use crate::content::{library, packs, words};
use crate::export::chosen::Chosen;
use crate::export::clean::clean;
use crate::export::plain::{Color, Marks, Voice};
use crate::practice::story::Story;
use crate::settings::Settings;
use crate::store::{Paths, stories};
use world::World;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// As asked.
    Good,
    /// A tip asks for a change, or an answer could not be marked.
    Wanting,
    /// Something could not be done; it has been said on standard error.
    Failed,
    /// By this signal.
    Signal(u8),
}

/// What a subcommand is given besides its own arguments.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Everything outside the program.
    pub world: &'a World,
    /// Every setting, resolved.
    pub settings: &'a Settings,
    /// How findings are marked in a text.
    pub marks: Marks,
}

impl Ending {
    /// The worse of two: what a run over several files ends with.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if other.code() > self.code() {
            other
        } else {
            self
        }
    }

    const fn code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Wanting => 1,
            Self::Failed => 2,
            Self::Signal(number) => 128u8.saturating_add(number),
        }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ending.code().into()
    }
}

impl Context<'_> {
    /// The built-in content with the person's packs. What is wrong with those is said on standard
    /// error, and given back: packs with faults are left out.
    pub fn library(self) -> (&'static Library, Vec<Fault>) {
        let paths = self.world.paths();
        let Some(packed) = paths.ok().and_then(|paths| packs::load(&paths.packs())) else {
            return (library(), Vec::new());
        };
        for fault in &packed.faults {
            complain(&fault.to_string());
        }
        // Read once for as long as the program runs, like the built-in content.
        (Box::leak(Box::new(packed.library)), packed.faults)
    }

    /// How reports are told on standard output.
    pub fn voice(self) -> Voice {
        let coloured = self.settings.color
            && self.world.stdout_is_terminal
            && self.world.text("TERM") != Some("dumb");
        Voice {
            lang: self.settings.lang,
            words: words(self.settings.lang),
            library: library(),
            color: if coloured { Color::On } else { Color::Off },
            tips: Chosen::default(),
            marks: self.marks,
        }
    }
}

/// Says `message` on standard error. Where that is closed, there is nobody to tell.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "failwell: {}", clean(message));
}

/// The story bank; a file that cannot be read is complained of, and holds none.
pub(crate) fn bank(paths: &Paths) -> Vec<Story> {
    stories::load(paths).unwrap_or_else(|error| {
        complain(&error.to_string());
        Vec::new()
    })
}

/// The present moment, by the wall clock and the local offset.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where the clock is read"
)]
pub(crate) fn moment() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
