//! The full-screen program. Knows the terminal, threads and time; everything below it is pure.

mod action;
pub mod app;
pub mod draft;
mod elsewhere;
#[cfg(test)]
mod fixture;
mod glyphs;
pub mod input;
pub(crate) mod keymap;
mod message;
pub mod program;
mod rescue;
mod screen;
mod signals;
pub mod terminal;
mod theme;
mod turn;
pub mod widget;
mod worker;

use std::path::PathBuf;
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use chrono::Local;
use rustix::time::{ClockId, clock_gettime};

use crate::content::say;
use crate::practice::now::Now;
use crate::practice::rehearsal::Snapshot;
use crate::settings::Settings;
use crate::store::Paths;
use elsewhere::Editor;
use program::Program;
use rescue::{Aside, Rescue};
use terminal::Tty;
use turn::Run;
use worker::Started;

pub use turn::End;

/// What a run needs of the world.
#[derive(Clone, Debug)]
pub struct Io {
    /// Where things are kept, or why they cannot be kept.
    pub paths: Result<Paths, String>,
    /// What is printed where the draft had to be saved without the loop, with its path in place of
    /// `{}`.
    pub rescued: String,
    /// The person's own editor, as the shell is told of it.
    pub editor: Option<String>,
    /// What a person has set about colours.
    pub settings: Settings,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Exit {
    /// By whom.
    pub end: End,
    /// Where the text lies that was not finished.
    pub draft: Option<PathBuf>,
    /// Texts that could not be kept on disk: to be shown, or they are lost.
    pub lost: Vec<Snapshot>,
}

/// How many messages may wait: whoever has more to say waits too, so that a flood of input takes
/// no memory.
const ROOM: usize = 1024;

/// Runs a program full screen until it ends. The terminal is given back on every way out.
///
/// # Errors
///
/// When there is no terminal.
pub fn run(program: &mut dyn Program, io: Io) -> Result<Exit> {
    let size = terminal::size().context("no terminal to draw on")?;
    let keys = input::open().context("no terminal to type on")?;
    let (to, inbox) = sync_channel(ROOM);
    let Started {
        jobs,
        place,
        thread,
    } = worker::start(io.paths.clone(), to.clone());
    let aside = Aside::default();
    let rescue = Rescue {
        aside: Aside::clone(&aside),
        place: place.clone(),
        words: io.rescued,
    };
    signals::listen(to.clone(), rescue.clone())?;
    terminal::on_panic(move || rescue.write());
    terminal::color(io.settings.color);
    let (ears, gate) = input::gate().context("no pipe left")?;
    let mut tty = Tty::enter(ears).context("cannot take the terminal")?;
    if io.settings.wants_shade() {
        terminal::ask_background();
    }
    input::listen(keys, gate, to);
    let clock = clock();
    let mut run = Run::new(program, &mut tty, inbox, jobs, &clock, aside);
    run.editor = Editor::new(io.editor, io.paths.ok());
    let over = run.until_end(size);
    drop(tty);
    if over.answered {
        // It has nothing left to do but to tidy up; if it panicked, the hook has said so.
        let _ = thread.join();
    }
    let draft = program.draft(clock()).and_then(|(_, draft)| {
        let lost = over.lost.iter().any(|lost| lost.id == draft.id);
        place.filter(|_| !lost).map(|place| place.draft(&draft.id))
    });
    Ok(Exit {
        end: over.end,
        draft,
        lost: over.lost,
    })
}

/// All clocks, from now on.
pub(crate) fn clock() -> impl Fn() -> Now {
    #[expect(clippy::disallowed_methods, reason = "the loop owns the clocks")]
    let start = Instant::now();
    let begun = with_sleep();
    move || {
        #[expect(clippy::disallowed_methods, reason = "the loop owns the clocks")]
        let wall = Local::now();
        Now {
            elapsed: start.elapsed(),
            passed: with_sleep().saturating_sub(begun),
            wall: wall.fixed_offset(),
        }
    }
}

/// A clock that nobody sets and that runs on while the machine sleeps.
fn with_sleep() -> Duration {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let clock = ClockId::Boottime;
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let clock = ClockId::Monotonic;
    let time = clock_gettime(clock);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or_default())
}
