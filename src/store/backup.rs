//! Copies of the whole history, byte for byte, and the way back from one.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Utc};

use super::file::{create_with, make_folder, names, open, remove, replace_with};
use super::{Paths, StoreError, desk, history};

/// Backups are `history-20260308T013000Z.jsonl`.
const NAME: (&str, &str) = ("history-", ".jsonl");

/// Those of the story bank are `stories-20260308T013000Z.toml`.
const BANK: (&str, &str) = ("stories-", ".toml");

/// Copies the history into the folder of backups; says where to.
///
/// # Errors
///
/// When the history cannot be read or the copy cannot be written.
pub fn make(paths: &Paths, wall: DateTime<FixedOffset>) -> Result<PathBuf, StoreError> {
    made(paths, NAME, wall, |path| copy_to(paths, path))
}

/// Keeps the text of the story bank in the folder of backups; says where.
///
/// # Errors
///
/// When it cannot be written.
pub(super) fn of_stories(
    paths: &Paths,
    text: &str,
    wall: DateTime<FixedOffset>,
) -> Result<PathBuf, StoreError> {
    made(paths, BANK, wall, |path| {
        create_with(path, |out| out.write_all(text.as_bytes()))
    })
}

/// Makes a backup under a name of this moment that is not taken yet.
fn made(
    paths: &Paths,
    name: (&str, &str),
    wall: DateTime<FixedOffset>,
    write: impl Fn(&Path) -> Result<(), StoreError>,
) -> Result<PathBuf, StoreError> {
    let folder = paths.backups();
    make_folder(&folder)?;
    let moment = wall.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ");
    let mut again = String::new();
    for number in 2.. {
        let path = folder.join(format!("{}{moment}{again}{}", name.0, name.1));
        match write(&path) {
            Err(StoreError::Exists { .. }) => again = format!("-{number}"),
            made => return made.map(|()| path),
        }
    }
    unreachable!("numbers do not end")
}

/// Copies the history to a file that is not there yet.
///
/// # Errors
///
/// When there is one, the history cannot be read or the copy cannot be written.
pub fn copy_to(paths: &Paths, to: &Path) -> Result<(), StoreError> {
    let mut from = Vec::new();
    for path in history::files(paths) {
        from.extend(open(&path)?);
    }
    create_with(to, |out| {
        from.iter_mut().try_for_each(|file| whole_lines(file, out))
    })
}

/// The backups in their folder, the oldest first.
pub fn list(paths: &Paths) -> Vec<PathBuf> {
    let folder = paths.backups();
    let ours = |name: &String| name.starts_with(NAME.0) && name.ends_with(NAME.1);
    let names = names(&folder).into_iter().filter(ours);
    names.map(|name| folder.join(name)).collect()
}

/// Puts a backup in the place of the history, after a backup of that; says where the latter is.
///
/// # Errors
///
/// When it holds nothing of failwell, another program holds the lock, a newer version wrote to the
/// history, or a file cannot be read or written. The history is as it was then.
pub fn restore(
    paths: &Paths,
    from: &Path,
    wall: DateTime<FixedOffset>,
) -> Result<PathBuf, StoreError> {
    history::replace_all(paths, |main, others| {
        let mut file = check(from)?;
        let kept = make(paths, wall)?;
        replace_with(main, |out| whole_lines(&mut file, out))?;
        for path in others {
            remove(path);
        }
        desk::refit(paths)?;
        Ok(kept)
    })
}

/// Opens a backup, or says why it is none.
///
/// # Errors
///
/// When it is not there, cannot be read, or holds nothing of failwell.
pub fn check(path: &Path) -> Result<File, StoreError> {
    let Some(file) = open(path)? else {
        let path = path.to_owned();
        return Err(StoreError::Missing { path });
    };
    if history::is_history(path)? {
        return Ok(file);
    }
    let path = path.to_owned();
    Err(StoreError::NotOurs { path, line: 1 })
}

/// Copies a file, and ends its last line.
fn whole_lines(file: &mut File, out: &mut dyn Write) -> io::Result<()> {
    if io::copy(file, out)? > 0 {
        let mut last = [0];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}
