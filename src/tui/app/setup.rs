//! What the program starts with. Knows the built-in content and the engine; knows no files.

use crate::content::library::Library;
use crate::content::{engine, library};
use crate::engine::{Kind, Options, Report};
use crate::practice::desk::Desk;
use crate::practice::prepare::{self, Plan};
use crate::practice::rehearsal::Snapshot;
use crate::settings::Settings;

/// Reads an answer.
pub type Analyse = fn(&str, Options) -> Report;

/// Tells what a story turns on.
pub type Screening = fn(&str) -> Option<Kind>;

/// Everything that the program starts with.
#[derive(Debug)]
pub struct Setup {
    /// What the person has set.
    pub settings: Settings,
    /// Prompts, tips, words of findings.
    pub library: &'static Library,
    /// The engine; not touched before the first answer is finished.
    pub analyse: Analyse,
    /// Tells what a story turns on, by one sentence.
    pub screen: Screening,
    /// What lay on the desk.
    pub desk: Desk,
    /// The story that is being prepared, or why it could not be read.
    pub plan: Result<Plan, String>,
    /// What is wrong with a pack that was left out.
    pub pack_fault: Option<String>,
    /// Answers that were left unfinished, the latest first.
    pub orphans: Vec<Snapshot>,
    /// Begins with this prompt.
    pub prompt: Option<String>,
    /// Opens on a mock interview of so many questions.
    pub mock: Option<u8>,
    /// Makes every chance repeatable.
    pub seed: Option<u64>,
}

impl Setup {
    /// The built-in content, and nothing left over from before.
    pub fn new(settings: Settings, desk: Desk) -> Self {
        Self {
            settings,
            library: library(),
            analyse: |text, options| engine().analyse(text, options),
            screen: |sentence| prepare::screen(engine(), sentence),
            desk,
            plan: Ok(Plan::default()),
            pack_fault: None,
            orphans: Vec::new(),
            prompt: None,
            mock: None,
            seed: None,
        }
    }
}
