//! The history: append-only JSON Lines, one record a line. What cannot be read is counted and left
//! as it is.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::file::{bytes, is_unique_name, make_folder, names, sync_folder, to_json, unique_name};
use super::{Paths, StoreError, lock};
use crate::practice::history::History;
use crate::practice::record::{RESERVED_KINDS, Record, VERSION};
use serde::Deserialize;

/// A longer line is not read.
const LONGEST: usize = 16 << 20;
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
        Some(_) => main,
        None => side_file(paths),
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
/// When the file is there and cannot be read.
pub fn load(paths: &Paths) -> Result<History, StoreError> {
    let mut history = History::default();
    if let Some(bytes) = bytes(&paths.history())? {
        read_lines(&bytes, &mut history);
    }
    let sides = names(&paths.data_dir).into_iter().filter(|name| {
        let inner = name
            .strip_prefix(SIDE.0)
            .and_then(|name| name.strip_suffix(SIDE.1));
        inner.is_some_and(is_unique_name)
    });
    for name in sides {
        if let Some(bytes) = bytes(&paths.data_dir.join(name))? {
            read_lines(&bytes, &mut history);
        }
    }
    let mut seen = HashSet::new();
    history.attempts.sort_by(|a, b| a.id.cmp(&b.id));
    history
        .attempts
        .retain(|record| seen.insert(record.id.clone()));
    Ok(history)
}

/// The first things to know about a line.
#[derive(Deserialize)]
struct Head {
    v: u32,
    kind: String,
}

fn read_lines(bytes: &[u8], history: &mut History) {
    for line in bytes.split(|&byte| byte == b'\n') {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match read_line(line) {
            Some(Line::Attempt(record)) => history.attempts.push(*record),
            Some(Line::Later) => {}
            None => history.unread += 1,
        }
    }
}

enum Line {
    Attempt(Box<Record>),
    /// A kind that this version knows of but does not use.
    Later,
}

fn read_line(line: &[u8]) -> Option<Line> {
    if line.len() > LONGEST {
        return None;
    }
    let head: Head = serde_json::from_slice(line).ok()?;
    if head.v > VERSION {
        return None;
    }
    if RESERVED_KINDS.contains(&head.kind.as_str()) {
        return Some(Line::Later);
    }
    if head.kind != "attempt" {
        return None;
    }
    serde_json::from_slice(line)
        .ok()
        .map(|record| Line::Attempt(Box::new(record)))
}
