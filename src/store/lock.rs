//! Locks between processes: a file of its own that is never removed while it may be held.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How long to wait for another program.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often to look.
const PAUSE: Duration = Duration::from_millis(20);

/// Opens a lock file, mode 0600.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(path)
}

/// How it went.
#[derive(Debug)]
pub(super) enum Held {
    /// It is ours until this is dropped.
    Ours(File),
    /// Another program has held it for longer than two seconds.
    Elsewhere,
    /// This file system knows no locks.
    Impossible,
}

/// Takes the lock at `path`, and waits for it for two seconds.
pub(super) fn wait(path: &Path) -> io::Result<Held> {
    let file = open(path)?;
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Held::Ours(file)),
            Err(TryLockError::WouldBlock) if waited < PATIENCE => {
                thread::park_timeout(PAUSE);
                waited += PAUSE;
            }
            Err(TryLockError::WouldBlock) => return Ok(Held::Elsewhere),
            Err(TryLockError::Error(_)) => return Ok(Held::Impossible),
        }
    }
}

/// Takes the lock at `path` if nobody holds it.
pub(super) fn take(path: &Path) -> Option<File> {
    let file = open(path).ok()?;
    file.try_lock().ok().map(|()| file)
}

/// Whether somebody holds the lock at `path`; `None` when that cannot be told. Makes no file.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn state(path: &Path) -> Option<bool> {
    let file = File::open(path).ok()?;
    match file.try_lock() {
        Ok(()) => Some(false),
        Err(TryLockError::WouldBlock) => Some(true),
        Err(TryLockError::Error(_)) => None,
    }
}
