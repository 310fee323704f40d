//! What the history leaves of itself for the question what is due: kept beside it, so that the
//! answer needs no reading of years. It may be deleted at any time; what does not fit the history as
//! it is now, is torn or of another version, is made anew.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::file::{bytes, remove, replace, to_json};
use super::{Paths, StoreError, history};
use crate::practice::due::Standing;

/// The version of the file.
const VERSION: u32 = 1;

/// Clocks of file systems stand still for a moment. What was made so soon after a change may have
/// missed another one of the same length.
const MOMENT: i128 = 20_000_000;

/// The file.
#[derive(Serialize, Deserialize)]
struct Cache {
    v: u32,
    /// The files that it was made from, as they were then.
    of: Vec<Print>,
    standing: Standing,
}

/// What a file is known by, so that none can change unseen: its inode, its bytes, and when anything
/// about it changed last, which nobody can set.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct Print {
    name: String,
    inode: u64,
    bytes: u64,
    /// In nanoseconds.
    changed: i128,
}

/// What the rule asks of the history.
///
/// # Errors
///
/// When a file of the history is there and cannot be read.
pub fn standing(paths: &Paths) -> Result<Standing, StoreError> {
    // Taken before the history is read: what is written meanwhile makes the cache stale, not wrong.
    let of = prints(paths);
    if let Some(standing) = kept(paths, &of) {
        return Ok(standing);
    }
    let standing = Standing::of(&history::load(paths)?);
    let cache = Cache {
        v: VERSION,
        of,
        standing,
    };
    // Without it the answer is the same, only later.
    if !cache.of.is_empty() {
        let _ = replace(&paths.due(), &to_json(&cache));
    }
    Ok(cache.standing)
}

/// What was kept, if it was made from the files as they are now.
fn kept(paths: &Paths, of: &[Print]) -> Option<Standing> {
    let path = paths.due();
    let made = changed(&std::fs::metadata(&path).ok()?);
    let cache: Cache = serde_json::from_slice(&bytes(&path).ok()??).ok()?;
    let since = of.iter().all(|print| print.changed + MOMENT <= made);
    (since && cache.v == VERSION && cache.of == of).then_some(cache.standing)
}

/// Leaves nothing of the history there.
pub fn forget(paths: &Paths) {
    remove(&paths.due());
}

/// The files of the history that are there.
fn prints(paths: &Paths) -> Vec<Print> {
    let files = history::files(paths).into_iter();
    let print = |path: PathBuf| {
        let found = std::fs::metadata(&path).ok()?;
        Some(Print {
            name: path.file_name()?.to_string_lossy().into_owned(),
            inode: found.ino(),
            bytes: found.size(),
            changed: changed(&found),
        })
    };
    files.filter_map(print).collect()
}

/// When anything about a file changed last, in nanoseconds.
fn changed(found: &Metadata) -> i128 {
    i128::from(found.ctime()) * 1_000_000_000 + i128::from(found.ctime_nsec())
}
