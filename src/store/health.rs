//! The state of everything that is kept: which files there are, who may read them, whether the
//! history can be written to. Looks and changes nothing.

use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

use super::file::{mode, names};
use super::{Paths, backup, history, lock, scratch};

/// What can be looked after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Files and folders of failwell that are there, with what each is.
    pub places: Vec<Place>,
    /// The lock of the history.
    pub lock: Lock,
}

/// A file or folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is.
    pub what: What,
    /// Where it is.
    pub path: PathBuf,
    /// Its mode; `None` when it is not there.
    pub mode: Option<u32>,
    /// Its bytes, for a file.
    pub bytes: Option<u64>,
    /// Whether it can be written to; `None` when it is not there.
    pub writable: Option<bool>,
}

/// What a file or folder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The settings file.
    Config,
    /// The folder of the history.
    Data,
    /// A file of the history.
    History,
    /// Copies of lines that were cut off.
    Quarantine,
    /// The folder of drafts and the desk.
    State,
    /// What lies on the desk.
    Desk,
    /// The story that is being prepared.
    Plan,
    /// The story bank.
    Stories,
    /// A draft.
    Draft,
    /// A backup.
    Backup,
    /// The folder of packs.
    Packs,
    /// A pack.
    Pack,
}

/// Who holds the lock of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Nobody has written yet.
    None,
    /// Nobody.
    Free,
    /// Another program.
    Held,
    /// It cannot be asked for.
    Unknown,
}

impl Place {
    fn new(what: What, path: PathBuf) -> Self {
        let found = std::fs::metadata(&path).ok();
        Self {
            what,
            mode: mode(&path),
            writable: found
                .as_ref()
                .map(|_| access(&path, Access::WRITE_OK).is_ok()),
            bytes: found
                .filter(std::fs::Metadata::is_file)
                .map(|found| found.len()),
            path,
        }
    }

    /// The mode that it should have, where others than its owner may read or write it now. Settings
    /// are no secret.
    pub fn too_open(&self) -> Option<u32> {
        let private = if self.bytes.is_some() { 0o600 } else { 0o700 };
        let open = self.mode.is_some_and(|mode| mode & 0o077 != 0);
        (open && self.what != What::Config).then_some(private)
    }
}

/// Looks at everything.
pub fn look(paths: &Paths) -> Health {
    let inside = |what: What, folder: &Path| -> Vec<(What, PathBuf)> {
        let names = names(folder).into_iter();
        names.map(|name| (what, folder.join(name))).collect()
    };
    let mut all = vec![
        (What::Config, paths.config()),
        (What::Data, paths.data_dir.clone()),
    ];
    all.extend(
        history::files(paths)
            .into_iter()
            .map(|path| (What::History, path)),
    );
    all.push((What::Quarantine, paths.quarantine()));
    all.push((What::Plan, paths.plan()));
    all.push((What::Stories, paths.stories()));
    all.push((What::Packs, paths.packs()));
    all.extend(inside(What::Pack, &paths.packs()));
    all.push((What::State, paths.state_dir.clone()));
    all.push((What::Desk, paths.desk()));
    let drafts = inside(What::Draft, &paths.drafts()).into_iter();
    all.extend(drafts.filter(|(_, path)| path.extension().is_some_and(|end| end == "json")));
    // What a program that was killed had handed to an editor.
    let left = inside(What::Draft, &paths.state_dir).into_iter();
    let left = left.map(|(what, folder)| (what, folder.join(scratch::NAME)));
    all.extend(left.filter(|(_, path)| mode(path).is_some()));
    all.extend(
        backup::list(paths)
            .into_iter()
            .map(|path| (What::Backup, path)),
    );
    let places = all.into_iter().map(|(what, path)| Place::new(what, path));
    Health {
        places: places.collect(),
        lock: lock_state(&paths.history_lock()),
    }
}

fn lock_state(path: &Path) -> Lock {
    if mode(path).is_none() {
        return Lock::None;
    }
    lock::state(path).map_or(
        Lock::Unknown,
        |held| if held { Lock::Held } else { Lock::Free },
    )
}
