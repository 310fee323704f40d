//! The full-screen program. Knows the terminal, threads and time; everything below it is pure.

mod action;
pub mod app;
pub mod draft;
#[cfg(test)]
mod fixture;
mod input;
mod keymap;
mod message;
pub mod program;
mod screen;
mod signals;
pub mod terminal;
mod theme;
mod turn;
pub mod widget;
mod worker;

use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::Instant;

use anyhow::{Context, Result};
use chrono::Local;

use crate::content::say;
use crate::practice::now::Now;
use crate::store::Paths;
use crate::store::draft::Place;
use program::Program;
use terminal::Tty;
use turn::{Rescue, Run};

pub use turn::End;

/// What a run needs of the world.
#[derive(Clone, Debug)]
pub struct Io {
    /// Where things are kept.
    pub paths: Paths,
    /// What is printed behind a panic report, with the path of the draft in place of `{}`.
    pub rescued: String,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// By whom.
    pub end: End,
    /// Where the text lies that was not finished.
    pub draft: Option<PathBuf>,
}

/// Runs a program full screen until it ends. The terminal is given back on every way out.
///
/// # Errors
///
/// When there is no terminal, or no draft could be kept.
pub fn run(program: &mut dyn Program, io: Io) -> Result<Exit> {
    let size = crossterm::terminal::size().context("no terminal to draw on")?;
    let (to, inbox) = channel();
    let (jobs, place) = worker::start(io.paths, to.clone())?;
    let rescue = Rescue::default();
    catch_panics(&rescue, &place, io.rescued);
    signals::listen(to.clone())?;
    let mut tty = Tty::enter().context("cannot take the terminal")?;
    input::listen(to);
    let clock = clock();
    let run = Run::new(program, &mut tty, inbox, jobs, &clock, rescue);
    let end = run.until_end(size);
    drop(tty);
    let draft = program
        .draft(clock())
        .map(|(_, draft)| place.draft(&draft.id));
    Ok(Exit { end, draft })
}

/// A panic writes the newest text before it is reported.
fn catch_panics(rescue: &Rescue, place: &Place, words: String) {
    let (rescue, place) = (Rescue::clone(rescue), place.clone());
    terminal::on_panic(move || {
        let snapshot = rescue.try_lock().ok()?.take()?;
        place.write(&snapshot).ok()?;
        Some(words.replace("{}", &place.draft(&snapshot.id).display().to_string()))
    });
}

/// Both clocks, from now on.
fn clock() -> impl Fn() -> Now {
    #[expect(clippy::disallowed_methods, reason = "the loop owns the clocks")]
    let start = Instant::now();
    move || {
        #[expect(clippy::disallowed_methods, reason = "the loop owns the clocks")]
        let wall = Local::now();
        Now {
            elapsed: start.elapsed(),
            wall: wall.fixed_offset(),
        }
    }
}
