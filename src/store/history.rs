//! The history: append-only JSON Lines, one record a line. What cannot be read is counted and left
//! as it is.

mod delete;
mod index;
mod line;
mod lines;
mod merge;
mod rewrite;

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::file::{create_with, make_folder, sync_folder, to_json, unique_name};
use super::lock::{self, Held};
use super::{Paths, StoreError};
use crate::practice::event::{Link, Note, Silence};
use crate::practice::feedback::Feedback;
use crate::practice::guess::Guess;
use crate::practice::history::History;
use crate::practice::record::Record;
use crate::practice::voice::Spoken;
use line::Head;

pub use delete::{Deleted, Reach, delete, holding};
pub use index::Index;
pub use merge::{Foreign, Gathered, Incoming, Merged, Trial, gather, merge};

/// Where something was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// At the end of the history.
    InHistory,
    /// In a file of its own beside it, which is read like it: another program held the lock, or
    /// this file system knows none.
    Beside,
}

/// Appends one attempt: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn append(paths: &Paths, record: &Record) -> Result<Kept, StoreError> {
    append_sound(paths, record, &record.id)
}

/// Appends a note: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn note(paths: &Paths, note: &Note) -> Result<Kept, StoreError> {
    append_sound(paths, note, &note.id)
}

/// Appends a silence: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn silence(paths: &Paths, silence: &Silence) -> Result<Kept, StoreError> {
    append_sound(paths, silence, &silence.id)
}

/// Appends a guess: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn guess(paths: &Paths, guess: &Guess) -> Result<Kept, StoreError> {
    append_sound(paths, guess, &guess.id)
}

/// Appends a run aloud: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn spoken(paths: &Paths, spoken: &Spoken) -> Result<Kept, StoreError> {
    append_sound(paths, spoken, &spoken.id)
}

/// Appends what somebody who listened says: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn feedback(paths: &Paths, sheet: &Feedback) -> Result<Kept, StoreError> {
    append_sound(paths, sheet, &sheet.id)
}

/// Appends which story an attempt tells: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn link(paths: &Paths, link: &Link) -> Result<Kept, StoreError> {
    append_sound(paths, link, &link.id)
}

/// Appends what reads back as it was.
fn append_sound<T>(paths: &Paths, value: &T, id: &str) -> Result<Kept, StoreError>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    make_folder(&paths.data_dir)?;
    let main = paths.history();
    let mut line = to_json(value);
    if !serde_json::from_slice::<T>(&line).is_ok_and(|read| read == *value) {
        return Err(StoreError::Unsound {
            id: id.to_owned(),
            path: main,
        });
    }
    line.push(b'\n');
    let lock_path = paths.history_lock();
    let held = lock::wait(&lock_path).map_err(StoreError::write(&lock_path))?;
    if let Held::Ours(_lock) = &held {
        let appended = append_line(&main, &line, &paths.quarantine());
        return appended
            .map(|()| Kept::InHistory)
            .map_err(StoreError::write(&main));
    }
    // There in full or not at all, so that whoever joins it to the history takes it whole.
    create_with(&side_file(paths), |out| out.write_all(&line))?;
    Ok(Kept::Beside)
}

fn side_file(paths: &Paths) -> PathBuf {
    let name = format!("{}{}{}", lines::SIDE.0, unique_name(), lines::SIDE.1);
    paths.data_dir.join(name)
}

/// Appends whole lines in one write. A torn line of a crash must not swallow them: they begin
/// behind it, and its bytes are copied to the quarantine, where no clean-up reaches them.
fn append_line(path: &Path, line: &[u8], quarantine: &Path) -> io::Result<()> {
    let mut file = open_to_append(path)?;
    let before = file.metadata()?.len();
    let tail = torn_tail(&mut file, before)?;
    if tail
        .as_deref()
        .is_some_and(|tail| Head::read(tail).is_none())
    {
        let kept = [tail.as_deref().unwrap_or_default(), b"\n"].concat();
        write_or_undo(&mut open_to_append(quarantine)?, &kept)?;
    }
    let whole = match tail {
        Some(_) => [b"\n", line].concat(),
        None => line.to_vec(),
    };
    write_or_undo(&mut file, &whole)?;
    if before == 0 {
        sync_folder(path.parent().unwrap_or(Path::new(".")))?;
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "this is the store")]
fn open_to_append(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .mode(0o600)
        .open(path)
}

fn write_or_undo(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    let before = file.metadata()?.len();
    let written = file.write_all(bytes).and_then(|()| file.sync_data());
    if written.is_err() {
        let _ = file.set_len(before);
    }
    written
}

/// The line that the file ends with, where it has no end itself; of a very long one its last part.
fn torn_tail(file: &mut File, length: u64) -> io::Result<Option<Vec<u8>>> {
    /// A torn record is shorter; what is longer was no record.
    const LOOK_BACK: u64 = 1 << 20;
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(length.saturating_sub(1)))?;
    file.read_to_end(&mut tail)?;
    if length == 0 || tail == b"\n" {
        return Ok(None);
    }
    tail.clear();
    file.seek(SeekFrom::Start(length.saturating_sub(LOOK_BACK)))?;
    file.read_to_end(&mut tail)?;
    let start = tail.iter().rposition(|byte| *byte == b'\n');
    Ok(Some(tail.split_off(start.map_or(0, |at| at + 1))))
}

/// Reads everything but the answers, side files too, oldest first. A history that is not there yet
/// is empty. Takes no lock.
///
/// # Errors
///
/// When a file is there and cannot be read.
pub fn load(paths: &Paths) -> Result<History, StoreError> {
    open(paths).map(|(history, _)| history)
}

/// [`load`], with the way to the answers.
///
/// # Errors
///
/// When a file is there and cannot be read.
pub fn open(paths: &Paths) -> Result<(History, Index), StoreError> {
    let mut history = History::default();
    let mut attempts = Vec::new();
    let files = files(paths);
    lines::each(&files, |passed| {
        if let Some(attempt) = line::fold(&mut history, passed.line) {
            attempts.push((attempt, passed.spot));
        }
    })?;
    let (mut index, attempts) = Index::new(files, attempts);
    history.attempts = attempts;
    history.settle();
    index.forget(&history.deleted);
    Ok((history, index))
}

/// Every file that the history is read from.
pub fn files(paths: &Paths) -> Vec<PathBuf> {
    lines::files(&paths.data_dir)
}

/// Those, and the copies of torn lines: all that may hold something of an attempt.
fn own_files(paths: &Paths) -> Result<Vec<PathBuf>, StoreError> {
    let mut all = lines::all_files(&paths.data_dir)?;
    all.push(paths.quarantine());
    Ok(all)
}

/// Those of `ids` whose attempts are on disk, or were deleted.
///
/// # Errors
///
/// When a file is there and cannot be read.
pub fn saved(paths: &Paths, ids: &[&str]) -> Result<HashSet<String>, StoreError> {
    let mut saved = HashSet::new();
    lines::each(&files(paths), |passed| {
        let head = passed.line.and_then(Head::read);
        if let Some(head) = head
            && (head.kind == line::ATTEMPT || head.is_tombstone())
            && let Some(id) = head.attempt()
            && ids.contains(&id)
        {
            saved.insert(id.to_owned());
        }
    })?;
    Ok(saved)
}

/// Lets `work` put something else in the place of the main file and all others, while no other
/// program writes.
pub(super) fn replace_all<T>(
    paths: &Paths,
    work: impl FnOnce(&Path, &[PathBuf]) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    rewrite::under_lock(paths, || {
        let version = load(paths)?.newer;
        let path = paths.history();
        if let Some(version) = version {
            return Err(StoreError::Newer { path, version });
        }
        work(&path, &lines::all_files(&paths.data_dir)?[1..])
    })
}

/// The lines that cannot be read: their files, and their numbers from 1 as an editor counts.
///
/// # Errors
///
/// When a file is there and cannot be read.
pub fn broken(paths: &Paths) -> Result<Vec<(PathBuf, usize)>, StoreError> {
    let mut broken = Vec::new();
    let files = files(paths);
    for path in &files {
        let mut history = History::default();
        let mut number = 0;
        lines::each(std::slice::from_ref(path), |passed| {
            let before = history.unread;
            number += passed.skipped + 1;
            line::fold(&mut history, passed.line);
            if history.unread > before {
                broken.push((path.clone(), number));
            }
        })?;
    }
    Ok(broken)
}

/// Hands out every line that a failwell wrote and that was not deleted, each once, as its bytes.
///
/// # Errors
///
/// When a file cannot be read, or with what `take` fails with.
pub fn each_sound_line(
    paths: &Paths,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<(), StoreError> {
    let deleted = load(paths)?.deleted;
    let (mut seen, mut taken) = (HashSet::new(), Ok(()));
    lines::each(&files(paths), |passed| {
        let Some((line, head)) = passed.line.and_then(|line| Some((line, Head::read(line)?)))
        else {
            return;
        };
        let gone = head.attempt().is_some_and(|id| deleted.contains(id));
        if taken.is_ok() && (head.is_tombstone() || !gone) && seen.insert(line::fingerprint(line)) {
            taken = take(line.trim_ascii_end());
        }
    })?;
    taken.map_err(StoreError::Output)
}

/// Whether a file holds at least one line of a history.
///
/// # Errors
///
/// When it cannot be read.
pub fn is_history(path: &Path) -> Result<bool, StoreError> {
    let mut any = false;
    lines::each(&[path.to_owned()], |passed| {
        any |= passed.line.is_some_and(|line| Head::read(line).is_some());
    })?;
    Ok(any)
}
