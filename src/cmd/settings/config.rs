//! `config.toml`: where it stands in the file is part of every message. Never written to.

use std::fmt::Write;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::key::{self, Given};
use super::keys;
use crate::settings::Settings;
use crate::settings::near::nearest;

/// More than any config is long.
const LIMIT: u64 = 1024 * 1024;

/// A config file as it was read.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where it stands.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
}

/// The config file at `path`; `None` when there is none.
///
/// # Errors
///
/// When it is there and cannot be read; the message names it.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where the config is read"
)]
pub(super) fn read(path: &Path) -> Result<Option<Config>, String> {
    let mut text = String::new();
    let read =
        std::fs::File::open(path).and_then(|file| file.take(LIMIT).read_to_string(&mut text));
    match read {
        Ok(_) => Ok(Some(Config {
            path: path.to_owned(),
            text,
        })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!(
            "{}: {error}; going on with the defaults",
            path.display()
        )),
    }
}

impl Config {
    /// Puts what it holds in, and says what could not be used.
    pub(super) fn apply(&self, settings: &mut Settings) -> Vec<String> {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(&self.text);
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let fault = error.message().lines().next().unwrap_or_default();
                return vec![self.note(text, at, &format!("{fault}; going on with the defaults"))];
            }
        };
        let mut notes = Vec::new();
        for (name, value) in table.get_ref() {
            if name.get_ref() == key::KEYS {
                for (at, fault) in keys::read(value, settings) {
                    notes.push((at, self.note(text, at, &fault)));
                }
                continue;
            }
            let fault = match key::ALL.iter().find(|key| key.name == name.get_ref()) {
                Some(key) => match (key.set)(settings, given(value.get_ref())) {
                    Ok(()) => continue,
                    Err(expected) => (
                        value.span().start,
                        format!("`{}`: expected {expected}", key.name),
                    ),
                },
                None => (name.span().start, unknown(name.get_ref())),
            };
            notes.push((fault.0, self.note(text, fault.0, &fault.1)));
        }
        notes.sort();
        notes.into_iter().map(|(_, note)| note).collect()
    }

    fn note(&self, text: &str, at: usize, fault: &str) -> String {
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        format!("{}:{line}:{column}: {fault}", self.path.display())
    }
}

fn unknown(name: &str) -> String {
    let mut fault = format!("unknown key `{name}`");
    let _ = match nearest(name, key::names()) {
        Some(near) => write!(fault, "; did you mean `{near}`?"),
        None => write!(
            fault,
            "; known are {}",
            key::names().collect::<Vec<_>>().join(", ")
        ),
    };
    fault
}

fn given<'a>(value: &'a DeValue<'_>) -> Given<'a> {
    match value {
        DeValue::String(text) => Given::Text(text),
        DeValue::Boolean(truth) => Given::Truth(*truth),
        DeValue::Integer(number) => number
            .to_string()
            .parse()
            .map_or(Given::Other, Given::Number),
        DeValue::Float(number) => number
            .to_string()
            .parse()
            .map_or(Given::Other, Given::Number),
        _ => Given::Other,
    }
}
