//! `failwell doctor`: every path in use, versions, the terminal, locks and permissions. Looks and
//! changes nothing; works with a history of any version.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use crate::cmd::{Context, Ending, settings};
use crate::content;
use crate::content::check::Fault;
use crate::content::packs;
use crate::content::words::{DoctorWords, fill};
use crate::engine::RULES_VERSION;
use crate::export::clean::clean;
use crate::export::json;
use crate::practice::history::History;
use crate::practice::record::VERSION;
use crate::store::health::{self, Health, Lock, Place, What};
use crate::store::{Paths, StoreError, history, stories};

/// How many broken lines are named.
const MOST_LINES: usize = 10;

/// Show every path in use, versions, the terminal, and what is not as it should be
///
/// Ends with 1 when something is not as it should be.
#[derive(Args, Clone, Debug)]
pub struct Doctor {
    /// Write one JSON object
    #[arg(long)]
    json: bool,
}

/// All that was found out.
struct Findings<'a> {
    context: Context<'a>,
    words: &'static DoctorWords,
    health: Option<Health>,
    history: Option<History>,
    /// What is not as it should be, with its cure.
    faults: Vec<String>,
}

impl Doctor {
    /// Looks at everything and tells.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn run(self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let found = Findings::new(context);
        if self.json {
            json::line(out, &found.json())?;
        } else {
            found.tell(out)?;
        }
        Ok(if found.faults.is_empty() {
            Ending::Good
        } else {
            Ending::Wanting
        })
    }
}

impl<'a> Findings<'a> {
    fn new(context: Context<'a>) -> Self {
        let mut found = Self {
            context,
            words: &content::words(context.settings.lang).doctor,
            health: None,
            history: None,
            faults: Vec::new(),
        };
        match context.world.paths() {
            Ok(paths) => found.examine(&paths),
            Err(error) => found.faults.push(error.to_string()),
        }
        found
    }

    fn examine(&mut self, paths: &Paths) {
        let health = health::look(paths);
        for place in &health.places {
            self.faults.extend(too_open(self.words, place));
            self.faults.extend(read_only(self.words, place));
        }
        match history::load(paths) {
            Ok(history) => {
                self.faults.extend(self.newer(&history));
                self.history = Some(history);
            }
            Err(error) => self.faults.push(error.to_string()),
        }
        if let Err(error) = stories::load(paths) {
            self.faults.push(error.to_string());
        }
        if let Some(packed) = packs::load(&paths.packs()) {
            self.faults
                .extend(packed.faults.iter().map(Fault::to_string));
        }
        let read = settings::read(self.context.world, &settings::Flags::default());
        self.faults.extend(read.notes);
        match self.broken(paths) {
            Ok(lines) => self.faults.extend(lines),
            Err(error) => self.faults.push(error.to_string()),
        }
        self.health = Some(health);
    }

    fn newer(&self, history: &History) -> Option<String> {
        let versions = [history.newer?.to_string(), VERSION.to_string()];
        let words = content::words(self.context.settings.lang);
        Some(fill(&words.history.newer, &[&versions[0], &versions[1]]))
    }

    /// Where the lines stand that cannot be read.
    fn broken(&self, paths: &Paths) -> Result<Vec<String>, StoreError> {
        let broken = history::broken(paths)?;
        let told = broken.iter().take(MOST_LINES).map(|(path, line)| {
            let path = path.to_string_lossy();
            fill(&self.words.broken, &[&path, &line.to_string()])
        });
        Ok(told.collect())
    }

    fn tell(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let words = self.words;
        let versions = [
            env!("CARGO_PKG_VERSION"),
            &RULES_VERSION.to_string(),
            &VERSION.to_string(),
        ];
        writeln!(out, "{}", fill(&words.versions, &versions))?;
        let cli = &content::words(self.context.settings.lang).cli;
        for (name, value) in self.facts() {
            writeln!(out, "{}", clean(&fill(&cli.finding, &[name, &value])))?;
        }
        if let Some(health) = &self.health {
            writeln!(out)?;
            for place in &health.places {
                let (name, state) = row(words, place);
                writeln!(out, "{}", clean(&fill(&cli.finding, &[name, &state])))?;
            }
        }
        writeln!(out)?;
        if self.faults.is_empty() {
            return writeln!(out, "{}", words.well);
        }
        let mut faults = self.faults.iter();
        faults.try_for_each(|fault| writeln!(out, "! {}", clean(fault)))
    }

    /// What belongs to no place.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let words = self.words;
        let mut facts = Vec::new();
        if let Some(history) = &self.history {
            let counts = [
                history.attempts.len(),
                history.notes.len(),
                history.deleted.len(),
                history.later,
                history.unread,
            ]
            .map(|count| count.to_string());
            let counts = fill(&words.counts, &counts.each_ref().map(String::as_str));
            facts.push((words.history.as_str(), counts));
        }
        if let Some(health) = &self.health {
            let lock = match health.lock {
                Lock::None => &words.lock_none,
                Lock::Free => &words.lock_free,
                Lock::Held => &words.lock_held,
                Lock::Unknown => &words.lock_unknown,
            };
            facts.push((words.lock.as_str(), lock.clone()));
        }
        facts.push((words.terminal.as_str(), self.terminal()));
        let settings = self.context.settings;
        let zone = settings::zone(self.context.world).unwrap_or_default();
        let language = format!("{} ({zone})", settings.lang.code());
        facts.push((words.language.as_str(), language.replace(" ()", "")));
        facts
    }

    fn terminal(&self) -> String {
        let world = self.context.world;
        let mut parts: Vec<String> = ["TERM", "COLORTERM", "NO_COLOR", "TMUX", "SSH_TTY"]
            .into_iter()
            .filter_map(|name| Some(format!("{name}={}", world.text(name)?)))
            .collect();
        if let Some((width, height)) = self.size() {
            parts.insert(0, format!("{width}x{height}"));
        } else {
            parts.insert(0, self.words.no_terminal.clone());
        }
        parts.join(" ")
    }

    fn size(&self) -> Option<(u16, u16)> {
        let shown = self.context.world.stdout_is_terminal;
        shown.then(|| crossterm::terminal::size().ok()).flatten()
    }

    fn json(&self) -> Value {
        let world = self.context.world;
        let places = self.health.iter().flat_map(|health| &health.places);
        let places: Vec<Value> = places.map(place_json).collect();
        let history = self.history.as_ref().map(|history| {
            json!({
                "attempts": history.attempts.len(), "notes": history.notes.len(),
                "deleted": history.deleted.len(), "later": history.later,
                "unread": history.unread, "newer": history.newer,
            })
        });
        json!({
            "v": 1,
            "version": env!("CARGO_PKG_VERSION"),
            "rules": RULES_VERSION,
            "history_version": VERSION,
            "history": history,
            "lock": self.health.as_ref().map(|health| lock_id(health.lock)),
            "terminal": {
                "stdin": world.stdin_is_terminal, "stdout": world.stdout_is_terminal,
                "size": self.size(), "term": world.text("TERM"),
            },
            "lang": self.context.settings.lang.code(),
            "zone": settings::zone(world),
            "places": places,
            "faults": self.faults,
        })
    }
}

fn too_open(words: &DoctorWords, place: &Place) -> Option<String> {
    let path = place.path.to_string_lossy();
    let (mode, private) = (place.mode?, place.too_open()?);
    let (mode, private) = (format!("{mode:04o}"), format!("{private:o}"));
    Some(fill(&words.too_open, &[&path, &mode, &private, &path]))
}

fn read_only(words: &DoctorWords, place: &Place) -> Option<String> {
    let path = place.path.to_string_lossy();
    let kept = matches!(place.what, What::Data | What::State | What::History);
    (kept && place.writable == Some(false)).then(|| fill(&words.read_only, &[&path]))
}

fn row<'a>(words: &'a DoctorWords, place: &Place) -> (&'a str, String) {
    let name = match place.what {
        What::Config => &words.config,
        What::Data => &words.data,
        What::History => &words.history,
        What::Quarantine => &words.quarantine,
        What::State => &words.state,
        What::Desk => &words.desk,
        What::Plan => &words.plan,
        What::Stories => &words.stories,
        What::Draft => &words.draft,
        What::Backup => &words.backup,
        What::Packs => &words.packs,
        What::Pack => &words.pack,
    };
    let state = match (place.mode, place.bytes) {
        (Some(mode), Some(bytes)) => format!("{mode:04o} {bytes} B"),
        (Some(mode), None) => format!("{mode:04o}"),
        (None, _) => words.not_there.clone(),
    };
    (name, format!("{} ({state})", place.path.to_string_lossy()))
}

fn place_json(place: &Place) -> Value {
    json!({
        "what": format!("{:?}", place.what).to_lowercase(),
        "path": place.path.to_string_lossy(),
        "there": place.mode.is_some(),
        "mode": place.mode.map(|mode| format!("{mode:04o}")),
        "bytes": place.bytes,
        "writable": place.writable,
    })
}

const fn lock_id(lock: Lock) -> &'static str {
    match lock {
        Lock::None => "none",
        Lock::Free => "free",
        Lock::Held => "held",
        Lock::Unknown => "unknown",
    }
}
