//! The only place that touches the person's files: history, drafts, the desk. Knows paths, locks
//! and bytes; knows nothing of screens.

mod answer;
pub mod backup;
pub mod desk;
pub mod draft;
pub mod due;
mod file;
pub mod health;
pub mod history;
mod lock;
pub mod paths;
pub mod plan;
pub mod scratch;
pub mod stories;

use std::io;
use std::path::{Path, PathBuf};

use crate::practice::record::VERSION;

pub use answer::mend;
pub use file::{Overwrite, export};
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
    /// A file that was named is not there.
    #[error("there is no file {path}")]
    Missing {
        /// The file.
        path: PathBuf,
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
    /// Another program writes to the history.
    #[error(
        "another failwell has been writing there for two seconds, so nothing was changed; try again when it is done ({path} is its lock)"
    )]
    Busy {
        /// The lock.
        path: PathBuf,
    },
    /// A file holds lines of a newer version, so it is not written anew.
    #[error(
        "{path} holds lines of version {version} and this failwell knows version {VERSION}; nothing was changed and every line is intact; use the newer failwell for this"
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The newest version in it.
        version: u32,
    },
    /// An attempt is not where it was.
    #[error(
        "the attempt {id} cannot be read any more: it was deleted or changed meanwhile; open the history anew"
    )]
    Gone {
        /// The attempt.
        id: String,
    },
    /// An attempt of a newer version that this one cannot show.
    #[error(
        "the attempt {id} was written by a newer failwell (version {version}, this one knows {VERSION}) and cannot be shown; its line is intact"
    )]
    TooNew {
        /// The attempt.
        id: String,
        /// Its version.
        version: u32,
    },
    /// A line is not of failwell.
    #[error(
        "{path}, line {line}: no line of a failwell history, so nothing was taken in; expected one JSON object with v, kind and id, as `failwell history export` writes"
    )]
    NotOurs {
        /// The file.
        path: PathBuf,
        /// Its number, from 1.
        line: usize,
    },
    /// The prepared story is none.
    #[error(
        "{path} holds no prepared story ({source}); it was moved to {aside}, where its text can still be read"
    )]
    NoPlan {
        /// The file.
        path: PathBuf,
        /// Where it is now.
        aside: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// A file is not what it was when it was read.
    #[error("{path} was changed meanwhile and was left as it is; run it again")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The story bank holds something else.
    #[error("{path}:{line}:{column}: {fault}; nothing was changed")]
    Stories {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// The character in it, from 1.
        column: usize,
        /// What is wrong, and the cure.
        fault: String,
    },
    /// A story would not read back as it was written.
    #[error(
        "the story {id} does not fit into {path} as it is laid out, so the file was left as it is; write `[[story]]` above each story, then try again"
    )]
    StoryUnsound {
        /// The story.
        id: String,
        /// The file.
        path: PathBuf,
    },
    /// What was read could not be passed on.
    #[error("cannot write the output")]
    Output(#[source] io::Error),
    /// A file would be overwritten.
    #[error("{path} is there already and was left as it is; choose another name or add --force")]
    Exists {
        /// The file.
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
