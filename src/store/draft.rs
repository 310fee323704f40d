//! Drafts: one file an attempt, alive as long as the lock of its program is held. What a crash
//! leaves behind is offered at the next start.

use std::collections::HashSet;
use std::fs::File;
use std::path::{Path, PathBuf};

use super::file::{bytes, make_folder, names, remove, rename, replace, to_json, unique_name};
use super::lock::{self, Held};
use super::{Paths, StoreError, history};
use crate::practice::rehearsal::Snapshot;

/// Where the drafts of one running program lie.
#[derive(Clone, Debug)]
pub struct Place {
    folder: PathBuf,
    /// Stands before each of its names.
    program: String,
}

/// The drafts of this program, with the lock that says that it is alive.
#[derive(Debug)]
pub struct Slot {
    place: Place,
    /// Held until the program ends. Without locks on this file system drafts are written all the
    /// same, but nobody can know whether their program is gone, so none is offered.
    _lock: Option<File>,
}

const DRAFT: &str = ".json";
const LOCK: &str = ".lock";

impl Place {
    /// The file of one attempt.
    pub fn draft(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{}.{id}{DRAFT}", self.program))
    }

    /// Writes a draft in one step: on disk when this returns.
    ///
    /// # Errors
    ///
    /// When the file cannot be written; what was there before still is.
    pub fn write(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        replace(&self.draft(&snapshot.id), &to_json(snapshot))
    }

    fn lock(&self) -> PathBuf {
        self.folder.join(format!("{}{LOCK}", self.program))
    }

    /// The ids of its drafts.
    fn ids(&self) -> impl Iterator<Item = String> {
        let prefix = format!("{}.", self.program);
        names(&self.folder).into_iter().filter_map(move |name| {
            let id = name.strip_prefix(&prefix)?.strip_suffix(DRAFT)?;
            Some(id.to_owned())
        })
    }

    /// The lock goes with the last draft.
    fn tidy(&self) {
        if self.ids().next().is_none() {
            remove(&self.lock());
        }
    }
}

impl Slot {
    /// A slot that no other program uses. Files are made with the first draft.
    ///
    /// # Errors
    ///
    /// When the folder of drafts cannot be made or written to.
    pub fn open(paths: &Paths) -> Result<Self, StoreError> {
        let folder = paths.drafts();
        make_folder(&folder)?;
        let place = Place {
            folder,
            program: unique_name(),
        };
        let path = place.lock();
        let lock = match lock::wait(&path).map_err(StoreError::write(&path))? {
            Held::Ours(file) => Some(file),
            Held::Elsewhere | Held::Impossible => None,
        };
        Ok(Self { place, _lock: lock })
    }

    /// Makes all that [`orphans`] told of its own, so that no other program offers it too.
    pub fn adopt(&mut self) {
        for place in abandoned(&self.place.folder) {
            for id in place.ids() {
                rename(&place.draft(&id), &self.place.draft(&id));
            }
            place.tidy();
        }
    }

    /// Where its drafts lie.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Removes the draft of attempt `id`, if it is here.
    pub fn clear(&mut self, id: &str) {
        remove(&self.place.draft(id));
    }
}

impl Drop for Slot {
    /// With drafts left, the free lock says that nobody writes them any more.
    fn drop(&mut self) {
        self.place.tidy();
    }
}

/// The drafts of programs that are gone, the latest first and one an attempt. Empty ones, and those
/// whose attempts are on disk by now, are removed.
pub fn orphans(paths: &Paths) -> Vec<Snapshot> {
    let mut found: Vec<Snapshot> = abandoned(&paths.drafts())
        .iter()
        .flat_map(|place| place.ids().filter_map(|id| read(&place.draft(&id))))
        .collect();
    found.sort_by(|a, b| b.saved_at.cmp(&a.saved_at));
    let mut seen = HashSet::new();
    found.retain(|draft| seen.insert(draft.id.clone()));
    if found.is_empty() {
        return found;
    }
    let ids: Vec<&str> = found.iter().map(|draft| draft.id.as_str()).collect();
    let saved = history::saved(paths, &ids).unwrap_or_default();
    found.retain(|draft| {
        let open = !saved.contains(&draft.id) && !draft.text.trim().is_empty();
        if !open {
            discard(paths, &draft.id);
        }
        open
    });
    found
}

/// Removes the draft of attempt `id` that a program left behind.
pub fn discard(paths: &Paths, id: &str) {
    for place in abandoned(&paths.drafts()) {
        remove(&place.draft(id));
        place.tidy();
    }
}

/// The drafts of one attempt, whether or not their programs are alive.
pub fn of_attempt(paths: &Paths, id: &str) -> Vec<PathBuf> {
    let folder = paths.drafts();
    let ending = format!(".{id}{DRAFT}");
    let of = names(&folder)
        .into_iter()
        .filter(|name| name.ends_with(&ending));
    of.map(|name| folder.join(name)).collect()
}

/// Removes all of them: the attempt is deleted.
pub fn forget(paths: &Paths, id: &str) {
    for path in of_attempt(paths, id) {
        remove(&path);
    }
    discard(paths, id);
}

/// The places whose programs are gone. A draft without a lock is one of them: somebody tidied up
/// who could not see it.
fn abandoned(folder: &Path) -> Vec<Place> {
    let names = names(folder);
    let mut programs: Vec<&str> = names
        .iter()
        .filter_map(|name| match name.strip_suffix(DRAFT) {
            Some(draft) => Some(draft.split_once('.')?.0),
            None => name.strip_suffix(LOCK),
        })
        .collect();
    programs.dedup();
    programs
        .into_iter()
        .filter(|program| lock::take(&folder.join(format!("{program}{LOCK}"))).is_some())
        .map(|program| Place {
            folder: folder.to_owned(),
            program: program.to_owned(),
        })
        .collect()
}

fn read(path: &Path) -> Option<Snapshot> {
    let bytes = bytes(path).ok().flatten()?;
    serde_json::from_slice(&bytes).ok()
}
