//! Deleting an attempt: its text is gone from the history, the drafts and the quarantine when this
//! is done. What stays is a mark without text, so that no merge brings it back.

use std::collections::HashSet;
use std::path::PathBuf;

use super::rewrite::{carry_out, count, holds, plan, under_lock};
use super::{load, own_files};
use crate::practice::event::Tombstone;
use crate::store::file::{bytes, remove, to_json, unfinished};
use crate::store::{Paths, StoreError, backup, desk, draft};

/// How far a deletion reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everything but backups.
    History,
    /// Backups too.
    Backups,
}

/// What was deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    /// How many lines went.
    pub lines: usize,
    /// Backups that still hold the attempt.
    pub backups: Vec<PathBuf>,
}

/// The files that hold lines of an attempt, those of the history first, then backups.
///
/// # Errors
///
/// When one of them cannot be read.
pub fn holding(paths: &Paths, id: &str) -> Result<(Vec<PathBuf>, Vec<PathBuf>), StoreError> {
    let dead = HashSet::from([id.to_owned()]);
    let of = |all: &[PathBuf]| -> Result<Vec<PathBuf>, StoreError> {
        let plan = plan(all, &dead)?;
        Ok(plan.into_iter().map(|(path, _)| path).collect())
    };
    let mut own = of(&own_files(paths)?)?;
    own.extend(draft::of_attempt(paths, id));
    Ok((own, of(&backup::list(paths))?))
}

/// Deletes the attempt that `mark` names. The main file goes first, with the mark, so that whatever
/// happens then, the attempt is never shown again.
///
/// # Errors
///
/// When a file cannot be read or written, another program holds the lock, or a newer version wrote
/// to it; repeating the command completes what was begun.
pub fn delete(paths: &Paths, mark: &Tombstone, reach: Reach) -> Result<Deleted, StoreError> {
    let dead = HashSet::from([mark.of.clone()]);
    let lines = under_lock(paths, || {
        let mut all = own_files(paths)?;
        if reach == Reach::Backups {
            all.extend(backup::list(paths));
        }
        let plan = plan(&all, &dead)?;
        let known = load(paths)?.deleted.contains(&mark.of);
        let marks = if known { vec![] } else { vec![to_json(mark)] };
        carry_out(paths, &plan, &marks)?;
        sweep(paths, &mark.of)?;
        Ok(count(&plan))
    })?;
    draft::forget(paths, &mark.of);
    desk::refit(paths)?;
    let (_, backups) = holding(paths, &mark.of)?;
    Ok(Deleted { lines, backups })
}

/// Removes what a kill left half written, where it holds the attempt.
fn sweep(paths: &Paths, id: &str) -> Result<(), StoreError> {
    for folder in [paths.data_dir.clone(), paths.backups(), paths.drafts()] {
        for path in unfinished(&folder)? {
            let read = bytes(&path).ok().flatten();
            if read.is_some_and(|read| holds(&read, id)) {
                remove(&path);
            }
        }
    }
    Ok(())
}
