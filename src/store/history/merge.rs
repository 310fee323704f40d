//! Joining histories: the lines of all of them, each once. Whichever way round and however often it
//! is done, the outcome is the same.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::line::{Head, fingerprint};
use super::rewrite::{carry_out, count, is_of, plan, under_lock};
use super::{files, lines, own_files};
use crate::store::file::{is_folder, open, remove};
use crate::store::{Paths, StoreError, backup, desk, draft};

/// What to do with a line that no failwell wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Carry it along.
    Keep,
    /// Take it for a mistake in what was named.
    Refuse,
}

/// Whether anything is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// Only look at what would be done.
    Dry,
    /// Do it.
    Real,
}

/// Lines of another history, read before anything is changed.
#[derive(Debug, Default)]
pub struct Incoming(Vec<Vec<u8>>);

/// What a merge brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Lines that are new here.
    pub added: usize,
    /// Lines that were here already, or whose attempts were deleted here.
    pub known: usize,
    /// Lines that went, because the other side had deleted their attempt.
    pub removed: usize,
}

/// What became of the files beside the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// What they brought.
    pub merged: Merged,
    /// How many there were.
    pub files: usize,
    /// Where everything stands as it was before.
    pub backup: Option<PathBuf>,
}

impl Incoming {
    /// Reads a history file, an export, or all history files of a folder.
    ///
    /// # Errors
    ///
    /// When nothing is there, it cannot be read, or a line is refused.
    pub fn add_path(&mut self, path: &Path, foreign: Foreign) -> Result<(), StoreError> {
        let found = if is_folder(path) {
            lines::all_files(path)?
        } else {
            vec![path.to_owned()]
        };
        let mut any = false;
        for path in found {
            if let Some(file) = open(&path)? {
                any = true;
                let from = BufReader::new(file);
                self.add(from, &path, foreign)?;
            }
        }
        if any {
            return Ok(());
        }
        Err(StoreError::Missing {
            path: path.to_owned(),
        })
    }

    /// Reads a stream that goes by the name of `path`.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or a line is refused.
    pub fn add(
        &mut self,
        from: impl BufRead,
        path: &Path,
        foreign: Foreign,
    ) -> Result<(), StoreError> {
        let mut number = 0;
        let mut refused = None;
        lines::split(from, 0, &mut |passed| {
            number += passed.skipped + 1;
            let line = passed
                .line
                .filter(|line| foreign == Foreign::Keep || Head::read(line).is_some());
            match line {
                Some(line) => self.0.push(line.trim_ascii_end().to_vec()),
                None => refused = refused.or(Some(number)),
            }
        })
        .map_err(StoreError::read(path))?;
        let Some(line) = refused else {
            return Ok(());
        };
        Err(StoreError::NotOurs {
            path: path.to_owned(),
            line,
        })
    }
}

/// Adds what is not here yet.
///
/// # Errors
///
/// When a file cannot be read or written, another program holds the lock, or a deletion of the
/// other side falls on a file that a newer version wrote to.
pub fn merge(paths: &Paths, incoming: &Incoming, trial: Trial) -> Result<Merged, StoreError> {
    match trial {
        Trial::Dry => preview(paths, &files(paths), incoming),
        Trial::Real => under_lock(paths, || join(paths, &files(paths), incoming)),
    }
}

/// Moves the lines of side files and of the copies of a synchronising program into the main file,
/// after a backup of all.
///
/// # Errors
///
/// When a file cannot be read or written, or another program holds the lock.
pub fn gather(
    paths: &Paths,
    wall: DateTime<FixedOffset>,
    trial: Trial,
) -> Result<Gathered, StoreError> {
    let work = || {
        let all = files(paths);
        let (main, others) = all.split_at(1);
        let mut incoming = Incoming::default();
        for path in others {
            incoming.add_path(path, Foreign::Keep)?;
        }
        if trial == Trial::Dry || others.is_empty() {
            return Ok(Gathered {
                merged: preview(paths, main, &incoming)?,
                files: others.len(),
                backup: None,
            });
        }
        let backup = Some(backup::make(paths, wall)?);
        let merged = join(paths, main, &incoming)?;
        for path in others {
            remove(path);
        }
        Ok(Gathered {
            merged,
            files: others.len(),
            backup,
        })
    };
    match trial {
        Trial::Dry => work(),
        Trial::Real => under_lock(paths, work),
    }
}

/// What joining would bring.
fn preview(paths: &Paths, known: &[PathBuf], incoming: &Incoming) -> Result<Merged, StoreError> {
    let joint = Joint::new(known, &incoming.0)?;
    let plan = plan(&own_files(paths)?, &joint.dead)?;
    Ok(joint.outcome(count(&plan)))
}

fn join(paths: &Paths, known: &[PathBuf], incoming: &Incoming) -> Result<Merged, StoreError> {
    let joint = Joint::new(known, &incoming.0)?;
    let plan = plan(&own_files(paths)?, &joint.dead)?;
    carry_out(paths, &plan, &joint.new)?;
    for id in &joint.dead {
        draft::forget(paths, id);
    }
    desk::refit(paths)?;
    Ok(joint.outcome(count(&plan)))
}

/// What comes of two histories.
struct Joint {
    /// Lines that are not here yet.
    new: Vec<Vec<u8>>,
    passed_by: usize,
    /// Attempts that were deleted on either side.
    dead: HashSet<String>,
}

impl Joint {
    fn new(known: &[PathBuf], incoming: &[Vec<u8>]) -> Result<Self, StoreError> {
        let (mut seen, mut dead) = (HashSet::new(), HashSet::new());
        let mut bury = |line: &[u8]| {
            let head = Head::read(line).filter(Head::is_tombstone);
            dead.extend(head.and_then(|head| head.attempt().map(str::to_owned)));
        };
        lines::each(known, |passed| {
            if let Some(line) = passed.line {
                seen.insert(fingerprint(line));
                bury(line);
            }
        })?;
        for line in incoming {
            bury(line);
        }
        let mut new = incoming.to_vec();
        new.retain(|line| !is_of(&dead, line) && seen.insert(fingerprint(line)));
        Ok(Self {
            passed_by: incoming.len() - new.len(),
            new,
            dead,
        })
    }

    fn outcome(&self, removed: usize) -> Merged {
        Merged {
            added: self.new.len(),
            known: self.passed_by,
            removed,
        }
    }
}
