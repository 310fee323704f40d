//! One TOML file as rows: typed entries that still know on which line each of their keys stands.
//! Knows TOML; knows nothing of what the keys mean.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::Fault;
use super::text;

/// The entries of a file in order, `None` for one that could not be understood.
pub(super) type Rows<T> = Vec<Option<Row<T>>>;

/// A file that could be read.
pub(super) struct Page {
    file: PathBuf,
    text: String,
    /// Byte offsets of the line feeds.
    line_feeds: Vec<usize>,
}

/// One entry of a list: `[[prompt]]` and what follows it.
pub(super) struct Row<T> {
    /// What it says.
    pub(super) value: T,
    /// Its place: the file, the line of its heading, `prompt[3]`.
    place: Fault,
    /// The line of each key below it: `.text.zh`.
    lines: BTreeMap<String, usize>,
}

impl<T> Row<T> {
    /// A fault at `key` (`.text.zh`; empty for the whole entry).
    pub(super) fn fault(&self, key: &str, message: impl Into<String>) -> Fault {
        let line = self.lines.get(key).copied().or(self.place.line);
        Fault {
            line,
            key: format!("{}{key}", self.place.key),
            message: message.into(),
            file: self.place.file.clone(),
        }
    }

    /// Whether `key` is written in the entry.
    pub(super) fn has(&self, key: &str) -> bool {
        self.lines.contains_key(key)
    }

    /// Whether the entry stands in a file of this name.
    pub(super) fn is_in(&self, name: &str) -> bool {
        self.place.file.ends_with(name)
    }

    /// The name of its file, without the ending.
    pub(super) fn stem(&self) -> String {
        let stem = self.place.file.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// `FILE:LINE` of the entry, for a fault elsewhere that points here.
    pub(super) fn whereabouts(&self) -> String {
        let name = self.place.file.file_name().unwrap_or_default();
        let line = self.place.line.unwrap_or(1);
        format!("{}:{line}", name.to_string_lossy())
    }

    /// The same row with another value.
    pub(super) fn map<U>(self, f: impl FnOnce(T) -> U) -> Row<U> {
        Row {
            value: f(self.value),
            place: self.place,
            lines: self.lines,
        }
    }
}

impl Page {
    /// The file `file`, which holds `text`.
    pub(super) fn new(file: PathBuf, text: String) -> Self {
        let line_feeds = text.match_indices('\n').map(|(at, _)| at).collect();
        Self {
            file,
            text,
            line_feeds,
        }
    }

    /// The entries of the one list that the file consists of, `None` for what has not the shape of
    /// `T`. That goes to `faults`, as do strings that no content may hold.
    pub(super) fn rows<T: DeserializeOwned>(&self, list: &str, faults: &mut Vec<Fault>) -> Rows<T> {
        let table = match DeTable::parse(&self.text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                faults.push(self.shape_fault(String::new(), None, &error));
                return vec![None];
            }
        };
        let mut rows = Vec::new();
        for (name, value) in table {
            if *name.get_ref() != list {
                rows.push(None);
                let message = format!("unknown key; this file holds [[{list}]] entries only");
                faults.push(self.fault(&name.span(), name.into_inner().into_owned(), message));
            } else if let DeValue::Array(entries) = value.get_ref() {
                for (index, entry) in entries.iter().enumerate() {
                    let key = format!("{list}[{}]", index + 1);
                    rows.push(self.row(key, entry, faults));
                }
            } else {
                rows.push(None);
                let message = format!("is no list; write each entry below a line [[{list}]]");
                faults.push(self.fault(&name.span(), list.to_owned(), message));
            }
        }
        rows
    }

    /// Checks a file that is one value of the type `T`.
    pub(super) fn whole<T: DeserializeOwned>(&self, faults: &mut Vec<Fault>) -> Option<T> {
        toml::from_str(&self.text)
            .map_err(|error| faults.push(self.shape_fault(String::new(), None, &error)))
            .ok()
    }

    fn row<T: DeserializeOwned>(
        &self,
        key: String,
        entry: &Spanned<DeValue<'_>>,
        faults: &mut Vec<Fault>,
    ) -> Option<Row<T>> {
        let line = Some(self.line(entry.span().start));
        let mut lines = BTreeMap::new();
        self.walk(&key, "", entry, &mut lines, faults);
        match T::deserialize(entry.clone().into_deserializer()) {
            Ok(value) => Some(Row {
                value,
                place: Fault {
                    file: self.file.clone(),
                    line,
                    key,
                    message: String::new(),
                },
                lines,
            }),
            Err(error) => {
                let mut fault = self.shape_fault(key, line, &error);
                // The error knows where it is; the shortest key of that line says what it is in.
                let here = lines.iter().filter(|(_, at)| Some(**at) == fault.line);
                if let Some((key, _)) = here.min_by_key(|(key, _)| key.len()) {
                    fault.key.push_str(key);
                }
                faults.push(fault);
                None
            }
        }
    }

    /// Notes the line of each key below `value` and judges every string.
    fn walk(
        &self,
        entry: &str,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        lines: &mut BTreeMap<String, usize>,
        faults: &mut Vec<Fault>,
    ) {
        match value.get_ref() {
            DeValue::Table(table) => {
                for (name, below) in table {
                    let key = format!("{key}.{}", name.get_ref());
                    lines.insert(key.clone(), self.line(name.span().start));
                    self.walk(entry, &key, below, lines, faults);
                }
            }
            DeValue::Array(values) => {
                for below in values {
                    self.walk(entry, key, below, lines, faults);
                }
            }
            DeValue::String(string) => {
                if let Some(message) = text::fault(key, string) {
                    faults.push(self.fault(&value.span(), format!("{entry}{key}"), message));
                }
            }
            _ => {}
        }
    }

    fn fault(&self, at: &Range<usize>, key: String, message: String) -> Fault {
        Fault {
            file: self.file.clone(),
            line: Some(self.line(at.start)),
            key,
            message,
        }
    }

    fn shape_fault(&self, key: String, line: Option<usize>, error: &Error) -> Fault {
        let line = error.span().map(|span| self.line(span.start)).or(line);
        let message = error.message();
        let cure = match message.split(' ').next() {
            Some("missing") => "; add it",
            Some("unknown") if message.contains("expected") => "; use one of these",
            Some("unknown" | "unexpected") => "; remove it or mend its spelling",
            Some("duplicate") => "; keep one of the two",
            _ => "; mend this line",
        };
        Fault {
            file: self.file.clone(),
            line,
            key,
            message: format!("{}{cure}", message.replace('\n', ", ")),
        }
    }

    /// The line of a byte, counted from 1.
    fn line(&self, at: usize) -> usize {
        1 + self.line_feeds.partition_point(|feed| *feed < at)
    }
}
