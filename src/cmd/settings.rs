//! Reads what a person has set: defaults < locale < `config.toml` < `FAILWELL_*` < flags. A value
//! that cannot be used is named and left out; the program starts all the same.

mod config;
mod key;
mod keys;

use std::collections::BTreeMap;

use crate::cmd::world::World;
use crate::engine::Lang;
use crate::settings::{Settings, Shade};
use key::Given;

pub use config::Config;
pub(crate) use key::{ALL, KEYS, Key, MOST_MINUTES};

/// What was given on the command line.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `--lang`
    pub lang: Option<String>,
    /// `--minutes`
    pub minutes: Option<u32>,
}

/// The settings, and what could not be used on the way.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// Every setting.
    pub settings: Settings,
    /// One message for each value that could not be used: where it stands and the cure.
    pub notes: Vec<String>,
    /// Where each setting that is not at its default comes from, by name.
    pub sources: Sources,
}

/// Where settings come from, by name; what is not in it is at its default.
pub type Sources = BTreeMap<&'static str, Source>;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The line of `config.toml`.
    File(usize),
    /// This variable.
    Environment(&'static str),
    /// This flag.
    Flag(&'static str),
}

/// Reads every source there is.
pub fn read(world: &World, flags: &Flags) -> Resolved {
    // Without a home there is no config either; the commands that need one will say so.
    let read = world
        .paths()
        .map_or(Ok(None), |paths| config::read(&paths.config()));
    let mut resolved = resolve(world, read.as_ref().ok().and_then(Option::as_ref), flags);
    resolved.notes.extend(read.err());
    resolved
}

/// Lays one source over the other.
pub fn resolve(world: &World, config: Option<&Config>, flags: &Flags) -> Resolved {
    let mut all = Resolved {
        settings: Settings {
            shade: world.text("COLORFGBG").and_then(shade),
            ..Settings::default()
        },
        notes: Vec::new(),
        sources: Sources::new(),
    };
    all.locale(world);
    if let Some(config) = config {
        config.apply(&mut all);
    }
    if world.var("NO_COLOR").is_some() {
        all.settings.color = false;
        all.sources.insert("color", Source::Environment("NO_COLOR"));
    }
    for key in &key::ALL {
        if let Some(value) = world.text(key.variable) {
            let source = Source::Environment(key.variable);
            if let Err(expected) = all.set(key, Given::Text(value), source) {
                let note = format!("{}: expected {expected}, not `{value}`", key.variable);
                all.notes.push(note);
            }
        }
    }
    all.flags(flags);
    all
}

impl Resolved {
    /// Puts a value in and keeps where it came from; the error says what was expected.
    fn set(&mut self, key: &Key, given: Given<'_>, source: Source) -> Result<(), &'static str> {
        let set = (key.set)(&mut self.settings, given);
        match set {
            Ok(()) => self.sources.insert(key.name, source),
            // A language that is none means English, the default.
            Err(_) if key.name == key::LANG => self.sources.remove(key.name),
            Err(_) => None,
        };
        set
    }

    fn flags(&mut self, flags: &Flags) {
        if let Some(tag) = &flags.lang {
            let [lang, ..] = &key::ALL;
            if let Err(expected) = self.set(lang, Given::Text(tag), Source::Flag("--lang")) {
                let fault =
                    format!("--lang: expected {expected}, not `{tag}`; going on in English");
                self.notes.push(fault);
            }
        }
        if let Some(minutes) = flags.minutes {
            self.settings.limit_seconds = key::limit(minutes);
            self.sources.insert("minutes", Source::Flag("--minutes"));
        }
    }

    /// The language of the locale: the first variable that is set decides, and one that names
    /// neither language means English.
    fn locale(&mut self, world: &World) {
        let set = |name: &&str| world.text(name).is_some();
        let Some(name) = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set) else {
            return;
        };
        self.settings.lang = world
            .text(name)
            .and_then(Lang::from_tag)
            .unwrap_or_default();
        self.sources.insert(key::LANG, Source::Environment(name));
    }
}

/// The name of the local time zone: `TZ` if it names one, else the system's. A label only.
pub fn zone(world: &World) -> Option<String> {
    match world.text("TZ") {
        Some(tz) => named_zone(tz),
        None => iana_time_zone::get_timezone().ok(),
    }
}

/// The background out of `15;0` or `0;default;15`: the last of the sixteen colours that is named.
fn shade(colours: &str) -> Option<Shade> {
    let background: u8 = colours.rsplit(';').next()?.trim().parse().ok()?;
    match background {
        0..=6 | 8 => Some(Shade::Dark),
        7 | 9..=15 => Some(Shade::Light),
        _ => None,
    }
}

/// `Asia/Shanghai` out of `:Asia/Shanghai` or a path into the zone database; a rule such as
/// `CST-8` has no name.
fn named_zone(tz: &str) -> Option<String> {
    let name = tz.strip_prefix(':').unwrap_or(tz);
    let name = name.rsplit_once("zoneinfo/").map_or(name, |(_, name)| name);
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "_-+".contains(c))
    };
    let named = name == "UTC" || (name.contains('/') && name.split('/').all(is_part));
    named.then(|| name.to_owned())
}

#[cfg(test)]
mod tests;
