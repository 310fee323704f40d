//! The files of a history and their lines, as bytes and places. Knows nothing of what a line says.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::store::StoreError;
use crate::store::file::{all_names, is_unique_name, names, open};

/// A longer line is not read: sixteen megabytes.
pub(super) const LONGEST: u64 = 16 << 20;
/// How much is read at once.
const BUFFER: usize = 256 << 10;
/// The name of the history in its folder.
pub(super) const MAIN: &str = "history.jsonl";
/// Side files, written while another program held the lock: `history.0f3a….jsonl`.
pub(super) const SIDE: (&str, &str) = ("history.", ".jsonl");

/// Where a line stands: its file, by number, its first byte, and its bytes with the line feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) file: usize,
    pub(super) offset: u64,
    pub(super) length: u64,
}

/// A line that was passed.
pub(super) struct Passed<'a> {
    pub(super) spot: Spot,
    /// How many blank lines stand before it.
    pub(super) skipped: usize,
    /// Its bytes; `None` when it is too long to be read.
    pub(super) line: Option<&'a [u8]>,
}

/// The history files of a folder: the one that is written to, side files, and the copies that a
/// synchronising program leaves where two machines wrote.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    among(folder, names(folder))
}

/// [`files`], for whoever must not miss one.
pub(super) fn all_files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    Ok(among(folder, all_names(folder)?))
}

fn among(folder: &Path, names: Vec<String>) -> Vec<PathBuf> {
    let main = folder.join(MAIN);
    let others = names.into_iter().filter(|name| is_other(name));
    let others = others.map(|name| folder.join(name));
    [main].into_iter().chain(others).collect()
}

fn is_other(name: &str) -> bool {
    let inner = name
        .strip_prefix(SIDE.0)
        .and_then(|name| name.strip_suffix(SIDE.1));
    inner.is_some_and(is_unique_name) || is_conflict(name)
}

/// `history.sync-conflict-20260308-013000-ABCDEFG.jsonl`, `history (Li's conflicted copy
/// 2026-03-08).jsonl`.
fn is_conflict(name: &str) -> bool {
    let Some(name) = name.strip_suffix(".jsonl") else {
        return false;
    };
    let name = name.to_lowercase();
    // The quarantine holds nothing that could be read.
    name.starts_with("history")
        && !name.starts_with("history.quarantine")
        && (name.contains(".sync-conflict-") || name.contains("conflicted copy"))
}

/// Goes through all lines of `files` that are not blank, in order; a file that is not there has
/// none.
pub(super) fn each(files: &[PathBuf], mut see: impl FnMut(Passed<'_>)) -> Result<(), StoreError> {
    for (number, path) in files.iter().enumerate() {
        if let Some(file) = open(path)? {
            let from = BufReader::with_capacity(BUFFER, file);
            split(from, number, &mut see).map_err(StoreError::read(path))?;
        }
    }
    Ok(())
}

/// Splits at line feeds, since a torn line may end inside a character, and holds one line at a time.
pub(super) fn split(
    mut from: impl BufRead,
    file: usize,
    see: &mut impl FnMut(Passed<'_>),
) -> io::Result<()> {
    let (mut line, mut offset, mut skipped) = (Vec::new(), 0, 0);
    loop {
        line.clear();
        let mut length = (&mut from).take(LONGEST).read_until(b'\n', &mut line)? as u64;
        if length == 0 {
            return Ok(());
        }
        let full = length == LONGEST && !line.ends_with(b"\n");
        if full {
            length += skip_line(&mut from)?;
        }
        let spot = Spot {
            file,
            offset,
            length,
        };
        offset += length;
        if full || !line.iter().all(u8::is_ascii_whitespace) {
            let line = (!full).then_some(line.as_slice());
            see(Passed {
                spot,
                skipped,
                line,
            });
            skipped = 0;
        } else {
            skipped += 1;
        }
    }
}

/// Passes what is left of a line, and says how much that was.
fn skip_line(from: &mut impl BufRead) -> io::Result<u64> {
    let mut passed = 0;
    loop {
        let buffer = from.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        let done = end.is_some() || buffer.is_empty();
        from.consume(used);
        passed += used as u64;
        if done {
            return Ok(passed);
        }
    }
}

/// The bytes at a spot of a file; fewer where it has become shorter.
pub(super) fn read_at(file: &mut File, spot: Spot) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    file.seek(SeekFrom::Start(spot.offset))?;
    file.take(spot.length).read_to_end(&mut line)?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_two_machines_are_told_from_other_files() {
        for (name, is) in [
            ("history.0123456789abcdef.jsonl", true),
            ("history.sync-conflict-20260308-013000-ABCDEFG.jsonl", true),
            (
                "history.0123456789abcdef.sync-conflict-20260308-013000-A.jsonl",
                true,
            ),
            ("history (Li's conflicted copy 2026-03-08).jsonl", true),
            ("history (Conflicted copy from laptop).jsonl", true),
            ("history.jsonl", false),
            ("history.old.jsonl", false),
            ("history.quarantine.jsonl", false),
            ("history.quarantine.sync-conflict-1.jsonl", false),
            ("stories.sync-conflict-1.jsonl", false),
            ("history.sync-conflict-1.jsonl.tmp", false),
        ] {
            assert_eq!(is_other(name), is, "{name}");
        }
    }

    #[test]
    fn spots_are_where_their_lines_are() {
        let text = b"one\n\n  \ntwo\r\nthr\xe6\x88";
        let mut seen = Vec::new();
        split(&text[..], 0, &mut |passed| {
            let at = usize::try_from(passed.spot.offset).unwrap();
            let end = at + usize::try_from(passed.spot.length).unwrap();
            assert_eq!(passed.line, Some(&text[at..end]));
            seen.push(at);
        })
        .unwrap();
        assert_eq!(seen, [0, 8, 13]);
    }
}
