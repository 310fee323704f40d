//! Where the lines of attempts stand, so that an answer is read when it is wanted and no sooner.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::PathBuf;

use serde::Deserialize;

use super::line::Head;
use super::lines::{self, Spot, read_at};
use crate::practice::history::Attempt;
use crate::practice::record::Record;
use crate::practice::search::Wanted;
use crate::store::StoreError;
use crate::store::file::open;

/// The places of all attempts of a history.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) files: Vec<PathBuf>,
    pub(super) spots: HashMap<String, Spot>,
}

/// What a search looks at.
#[derive(Deserialize)]
struct Texts<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    prompt_text: Cow<'a, str>,
    #[serde(borrow)]
    day: Cow<'a, str>,
    #[serde(borrow)]
    answer: Cow<'a, str>,
}

impl Index {
    /// Notes where the attempts stand. Of two lines with one id the greater one counts, so that
    /// the order of the files does not matter.
    pub(super) fn new(files: Vec<PathBuf>, mut all: Vec<(Attempt, Spot)>) -> (Self, Vec<Attempt>) {
        let mut opened: Vec<Option<File>> =
            files.iter().map(|path| open(path).ok().flatten()).collect();
        let mut line = |spot: Spot| {
            let file = opened[spot.file].as_mut();
            file.and_then(|file| read_at(file, spot).ok())
        };
        all.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        all.dedup_by(|later, first| {
            let same = later.0.id == first.0.id;
            if same && line(later.1) > line(first.1) {
                std::mem::swap(later, first);
            }
            same
        });
        let spots = all
            .iter()
            .map(|(attempt, spot)| (attempt.id.clone(), *spot));
        let spots = spots.collect();
        let attempts = all.into_iter().map(|(attempt, _)| attempt).collect();
        (Self { files, spots }, attempts)
    }

    /// Deleted attempts cannot be read any more, wherever a copy still stands.
    pub(super) fn forget(&mut self, deleted: &HashSet<String>) {
        self.spots.retain(|id, _| !deleted.contains(id));
    }

    /// An attempt as it was saved.
    ///
    /// # Errors
    ///
    /// When its file cannot be read or no longer holds it, or a newer version wrote it in a way that
    /// this one does not know.
    pub fn read(&self, id: &str) -> Result<Record, StoreError> {
        let line = self.line(id)?;
        serde_json::from_slice(&line).map_err(|_| StoreError::TooNew {
            id: id.to_owned(),
            version: Head::read(&line).map_or(0, |head| head.v),
        })
    }

    /// Its line, byte for byte, without the line feed.
    ///
    /// # Errors
    ///
    /// When its file cannot be read or no longer holds it.
    pub fn line(&self, id: &str) -> Result<Vec<u8>, StoreError> {
        let gone = || StoreError::Gone { id: id.to_owned() };
        let spot = *self.spots.get(id).ok_or_else(gone)?;
        let path = &self.files[spot.file];
        let mut file = open(path)?.ok_or_else(gone)?;
        let mut line = read_at(&mut file, spot).map_err(StoreError::read(path))?;
        // It may have been written anew meanwhile: then something else stands there.
        let same = Head::read(&line).is_some_and(|head| head.id == id);
        line.truncate(line.trim_ascii_end().len());
        same.then_some(line).ok_or_else(gone)
    }

    /// The attempts that hold `wanted` in their answer, their prompt or their day.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub fn search(&self, wanted: &Wanted) -> Result<HashSet<String>, StoreError> {
        let mut found = HashSet::new();
        lines::each(&self.files, |passed| {
            let read = passed
                .line
                .and_then(|line| serde_json::from_slice::<Texts<'_>>(line).ok());
            if let Some(texts) = read
                && [texts.prompt_text, texts.day, texts.answer]
                    .iter()
                    .any(|text| wanted.is_in(text))
                && self.spots.contains_key(texts.id.as_ref())
            {
                found.insert(texts.id.into_owned());
            }
        })?;
        Ok(found)
    }
}
