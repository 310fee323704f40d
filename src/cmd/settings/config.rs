//! `config.toml`: where it stands in the file is part of every message. Never written to.

use std::fmt::Write;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::key::{self, Given};
use super::{Resolved, Source, keys};
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
    /// Puts what it holds in, and notes what could not be used.
    pub(super) fn apply(&self, all: &mut Resolved) {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(&self.text);
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let fault = error.message().lines().next().unwrap_or_default();
                let fault = format!("{fault}; going on with the defaults");
                return all.notes.push(self.note(text, at, &fault));
            }
        };
        let mut wrong = Vec::new();
        for (name, value) in table.get_ref() {
            let source = Source::File(line(text, name.span().start));
            if name.get_ref() == key::KEYS {
                wrong.extend(keys::read(value, &mut all.settings));
                all.sources.insert(key::KEYS, source);
                continue;
            }
            let Some(key) = key::ALL.iter().find(|key| key.name == name.get_ref()) else {
                wrong.push((name.span().start, unknown(name.get_ref())));
                continue;
            };
            if let Err(expected) = all.set(key, given(value.get_ref()), source) {
                let fault = format!("`{}`: expected {expected}", key.name);
                wrong.push((value.span().start, fault));
            }
        }
        wrong.sort();
        let note = |(at, fault): (usize, String)| self.note(text, at, &fault);
        all.notes.extend(wrong.into_iter().map(note));
    }

    fn note(&self, text: &str, at: usize, fault: &str) -> String {
        let before = text.get(..at).unwrap_or(text);
        let line = line(text, at);
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

/// The line of a byte, from 1.
fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
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
