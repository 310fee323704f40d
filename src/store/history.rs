//! The history: append-only JSON Lines, one record a line. What cannot be read is counted and left
//! as it is.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::file::{is_unique_name, make_folder, names, open, sync_folder, to_json, unique_name};
use super::lock::{self, Held};
use super::{Paths, StoreError};
use crate::practice::history::History;
use crate::practice::record::{RESERVED_KINDS, Record, VERSION};
use serde::Deserialize;

/// A longer line is not read: sixteen megabytes.
const LONGEST: u64 = 16 << 20;
/// How much is read at once.
const BUFFER: usize = 256 << 10;
/// The kind of line that an attempt is.
const ATTEMPT: &str = "attempt";
/// Side files, written while another program held the lock: `history.0f3a….jsonl`.
const SIDE: (&str, &str) = ("history.", ".jsonl");

/// Appends one attempt: on disk when this returns.
///
/// # Errors
///
/// When it could not be written; the file is as it was then.
pub fn append(paths: &Paths, record: &Record) -> Result<(), StoreError> {
    make_folder(&paths.data_dir)?;
    let main = paths.history();
    let line = line(record, &main)?;
    let lock_path = paths.data_dir.join("history.lock");
    let held = lock::wait(&lock_path).map_err(StoreError::write(&lock_path))?;
    let path = match held {
        Held::Ours(_) => main,
        Held::Elsewhere | Held::Impossible => side_file(paths),
    };
    let appended = append_line(&path, &line);
    drop(held);
    appended.map_err(StoreError::write(&path))
}

/// One line that reads back as it was.
fn line(record: &Record, path: &Path) -> Result<Vec<u8>, StoreError> {
    let mut line = to_json(record);
    let sound = serde_json::from_slice::<Record>(&line).is_ok_and(|read| read == *record);
    if !sound {
        return Err(StoreError::Unsound {
            id: record.id.clone(),
            path: path.to_owned(),
        });
    }
    line.push(b'\n');
    Ok(line)
}

fn side_file(paths: &Paths) -> PathBuf {
    let name = format!("{}{}{}", SIDE.0, unique_name(), SIDE.1);
    paths.data_dir.join(name)
}

#[expect(clippy::disallowed_methods, reason = "this is the store")]
fn append_line(path: &Path, line: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .mode(0o600)
        .open(path)?;
    let before = file.metadata()?.len();
    // A torn line of a crash must not swallow this one.
    let torn = before > 0 && last_byte(&mut file)? != b'\n';
    let whole = if torn {
        [b"\n", line].concat()
    } else {
        line.to_vec()
    };
    if let Err(error) = file.write_all(&whole).and_then(|()| file.sync_data()) {
        let _ = file.set_len(before);
        return Err(error);
    }
    if before == 0 {
        sync_folder(path.parent().unwrap_or(Path::new(".")))?;
    }
    Ok(())
}

fn last_byte(file: &mut File) -> io::Result<u8> {
    let mut byte = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut byte)?;
    Ok(byte[0])
}

/// Reads everything, side files too, oldest first. A history that is not there yet is empty.
///
/// # Errors
///
/// When a file is there and cannot be read.
pub fn load(paths: &Paths) -> Result<History, StoreError> {
    let mut history = History::default();
    each_line(paths, |line| match line.map(read_line) {
        Some(Some(Line::Attempt(record))) => history.attempts.push(*record),
        Some(Some(Line::Later)) => {}
        None | Some(None) => history.unread += 1,
    })?;
    let mut seen = HashSet::new();
    history.attempts.sort_by(|a, b| a.id.cmp(&b.id));
    history
        .attempts
        .retain(|record| seen.insert(record.id.clone()));
    Ok(history)
}

/// Those of `ids` whose attempts are on disk.
///
/// # Errors
///
/// When a file is there and cannot be read.
pub fn saved(paths: &Paths, ids: &[&str]) -> Result<HashSet<String>, StoreError> {
    let mut saved = HashSet::new();
    each_line(paths, |line| {
        let head = line.and_then(|line| serde_json::from_slice::<Head>(line).ok());
        if let Some(head) = head
            && head.kind == ATTEMPT
            && ids.contains(&head.id.as_str())
        {
            saved.insert(head.id);
        }
    })?;
    Ok(saved)
}

/// Goes through all lines that are not blank; `None` stands for one that is too long.
fn each_line(paths: &Paths, mut see: impl FnMut(Option<&[u8]>)) -> Result<(), StoreError> {
    let sides = names(&paths.data_dir).into_iter().filter(|name| {
        let inner = name
            .strip_prefix(SIDE.0)
            .and_then(|name| name.strip_suffix(SIDE.1));
        inner.is_some_and(is_unique_name)
    });
    let sides = sides.map(|name| paths.data_dir.join(name));
    for path in [paths.history()].into_iter().chain(sides) {
        if let Some(file) = open(&path)? {
            lines(BufReader::with_capacity(BUFFER, file), &mut see)
                .map_err(StoreError::read(&path))?;
        }
    }
    Ok(())
}

/// Splits at line feeds, since a torn line may end inside a character, and holds one line at a time.
fn lines(mut from: impl BufRead, see: &mut impl FnMut(Option<&[u8]>)) -> io::Result<()> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if (&mut from).take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let full = line.len() as u64 == LONGEST && !line.ends_with(b"\n");
        if full {
            from.skip_until(b'\n')?;
            see(None);
        } else if !line.iter().all(u8::is_ascii_whitespace) {
            see(Some(&line));
        }
    }
}

/// The first things to know about a line.
#[derive(Deserialize)]
struct Head {
    v: u32,
    kind: String,
    id: String,
}

enum Line {
    Attempt(Box<Record>),
    /// A kind that this version knows of but does not use.
    Later,
}

fn read_line(line: &[u8]) -> Option<Line> {
    let head: Head = serde_json::from_slice(line).ok()?;
    if head.v > VERSION {
        return None;
    }
    if RESERVED_KINDS.contains(&head.kind.as_str()) {
        return Some(Line::Later);
    }
    if head.kind != ATTEMPT {
        return None;
    }
    serde_json::from_slice(line)
        .ok()
        .map(|record| Line::Attempt(Box::new(record)))
}
