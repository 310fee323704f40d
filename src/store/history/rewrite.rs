//! The one way in which history files are written anew: under the lock, into a file beside, and
//! then in one step. Every byte that is not asked to go is carried along.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::line::Head;
use super::{append_line, lines};
use crate::practice::record::VERSION;
use crate::store::file::{make_folder, open, replace_with};
use crate::store::lock::{self, Held};
use crate::store::{Paths, StoreError};

/// Does `work` while no other program writes to the history.
pub(super) fn under_lock<T>(
    paths: &Paths,
    work: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    make_folder(&paths.data_dir)?;
    let path = paths.history_lock();
    match lock::wait(&path).map_err(StoreError::write(&path))? {
        // Without locks nobody but this program writes to the main file.
        Held::Ours(_lock) => work(),
        Held::Impossible => work(),
        Held::Elsewhere => Err(StoreError::Busy { path }),
    }
}

/// What is to go: of each file that holds something of it, where that stands.
pub(super) type Plan = Vec<(PathBuf, Vec<Range<u64>>)>;

/// Finds every line of the attempts `dead`, before anything is changed.
pub(super) fn plan(files: &[PathBuf], dead: &HashSet<String>) -> Result<Plan, StoreError> {
    let mut plan = Plan::new();
    for path in files {
        let ranges = lines_of(path, dead)?;
        if !ranges.is_empty() {
            plan.push((path.clone(), ranges));
        }
    }
    Ok(plan)
}

/// How many lines would go.
pub(super) fn count(plan: &Plan) -> usize {
    plan.iter().map(|(_, ranges)| ranges.len()).sum()
}

/// Removes what is planned, and puts `more` lines behind the main file: in the same step where that
/// is written anew, else by appending. Whatever happens after it, they are there.
pub(super) fn carry_out(paths: &Paths, plan: &Plan, more: &[Vec<u8>]) -> Result<(), StoreError> {
    let main = paths.history();
    match plan.iter().find(|(path, _)| *path == main) {
        Some((_, ranges)) => rewrite(&main, ranges, more)?,
        None if more.is_empty() => {}
        None => {
            let mut lines = more.join(&b'\n');
            lines.push(b'\n');
            let appended = append_line(&main, &lines, &paths.quarantine());
            appended.map_err(StoreError::write(&main))?;
        }
    }
    let others = plan.iter().filter(|(path, _)| *path != main);
    for (path, ranges) in others {
        rewrite(path, ranges, &[])?;
    }
    Ok(())
}

fn lines_of(path: &Path, dead: &HashSet<String>) -> Result<Vec<Range<u64>>, StoreError> {
    let mut ranges = Vec::new();
    let mut newest = VERSION;
    lines::each(&[path.to_owned()], |passed| {
        let head = passed.line.and_then(Head::read);
        newest = newest.max(head.map_or(0, |head| head.v));
        if passed.line.is_some_and(|line| is_of(dead, line)) {
            let start = passed.spot.offset;
            ranges.push(start..start + passed.spot.length);
        }
    })?;
    if newest > VERSION && !ranges.is_empty() {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            version: newest,
        });
    }
    Ok(ranges)
}

/// Writes `path` anew without these ranges, and with `more` lines behind.
fn rewrite(path: &Path, without: &[Range<u64>], more: &[Vec<u8>]) -> Result<(), StoreError> {
    let old = open(path)?;
    replace_with(path, |out| {
        let ends_well = match old {
            Some(file) => copy(file, without, out)?,
            None => true,
        };
        if !ends_well && !more.is_empty() {
            out.write_all(b"\n")?;
        }
        more.iter().try_for_each(|line| write_line(out, line))
    })
}

/// A line with one line feed behind it.
fn write_line(out: &mut dyn Write, line: &[u8]) -> io::Result<()> {
    out.write_all(line)?;
    if line.ends_with(b"\n") {
        Ok(())
    } else {
        out.write_all(b"\n")
    }
}

/// Copies a file without some ranges; whether the copy ends with a line feed or is empty.
fn copy(mut from: File, without: &[Range<u64>], out: &mut dyn Write) -> io::Result<bool> {
    let length = from.metadata()?.len();
    let (mut at, mut ends_well) = (0, true);
    let end = length..length;
    for gap in without.iter().chain(std::iter::once(&end)) {
        from.seek(SeekFrom::Start(at))?;
        let kept = gap.start.saturating_sub(at);
        if io::copy(&mut (&mut from).take(kept), out)? > 0 {
            from.seek(SeekFrom::Start(gap.start - 1))?;
            let mut last = [0];
            from.read_exact(&mut last)?;
            ends_well = last == *b"\n";
        }
        at = gap.end;
    }
    Ok(ends_well)
}

/// Whether a line holds something of these attempts; a torn one is known by its bracket and the id
/// in it. The mark that one was deleted holds nothing.
pub(super) fn is_of(dead: &HashSet<String>, line: &[u8]) -> bool {
    match Head::read(line) {
        Some(head) if head.is_tombstone() => false,
        Some(head) => head.attempt().is_some_and(|id| dead.contains(id)),
        None => {
            let torn = line.trim_ascii_start().starts_with(b"{");
            torn && dead.iter().any(|id| holds(line, id))
        }
    }
}

/// Whether an id stands in these bytes.
pub(super) fn holds(bytes: &[u8], id: &str) -> bool {
    !id.is_empty()
        && bytes
            .windows(id.len())
            .any(|window| window == id.as_bytes())
}
