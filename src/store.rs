//! The only place that touches the person's files: history, drafts, the desk. Knows paths, locks
//! and bytes; knows nothing of screens.

pub mod desk;
pub mod draft;
mod file;
pub mod history;
mod lock;
pub mod paths;

use std::io;
use std::path::{Path, PathBuf};

pub use paths::Paths;

/// Why something could not be kept or read, with the path and the cure.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No place to keep anything.
    #[error(
        "neither HOME nor XDG_DATA_HOME names a folder, so there is no place to keep answers; set HOME"
    )]
    NoHome,
    /// A folder cannot be made.
    #[error(
        "cannot make the folder {path}: {source}; check who owns its parent, or set XDG_DATA_HOME and XDG_STATE_HOME"
    )]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file cannot be read.
    #[error("cannot read {path}: {source}; check its permissions")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write {path}: {source}; free some space or check its permissions")]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A record would not read back as it was.
    #[error(
        "the attempt {id} does not read back as it was written, so {path} was left as it is; please report this"
    )]
    Unsound {
        /// The attempt.
        id: String,
        /// The history.
        path: PathBuf,
    },
}

impl StoreError {
    fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Read { path, source }
    }

    fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Write { path, source }
    }
}
