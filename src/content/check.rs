//! Looks through a content folder and names every fault with its file, line, key and cure. Knows
//! the rules of content; knows nothing of the terminal.

mod built_in;
mod folder;
mod page;
mod questions;
#[cfg(test)]
mod tests;
mod text;

use std::fmt;
use std::path::{Path, PathBuf};

use folder::Folder;
pub(super) use folder::{not_linked, unreadable, whole};
pub(super) use questions::{Asked, Pack};
pub(super) use text::name_fault;

/// What a folder is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The folder `content/` of the sources: everything is there, in both languages.
    BuiltIn,
    /// A user's own folder: `prompts/*.toml`, and `follow-ups.toml` if they like; one language is
    /// enough.
    Pack,
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file or folder, starting with the path that was asked for.
    pub file: PathBuf,
    /// Its line, counted from 1, where one is to blame.
    pub line: Option<usize>,
    /// The key in the file, entries counted from 1: `prompt[3].text.zh`; empty for the whole file.
    pub key: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl fmt::Display for Fault {
    /// `FILE:LINE: KEY: MESSAGE`, without what is not known. Holds text from the files as it is:
    /// whoever prints it cleans it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        if !self.key.is_empty() {
            write!(f, " {}:", self.key)?;
        }
        write!(f, " {}", self.message)
    }
}

/// All faults of the folder `root`, by file and line; none when it can be used as it is.
pub fn check(root: &Path, scope: Scope) -> Vec<Fault> {
    let mut faults = match scope {
        Scope::BuiltIn => match Folder::open(root, u64::MAX - 1) {
            Ok(folder) => built_in::check(&folder),
            Err(fault) => vec![fault],
        },
        Scope::Pack => pack(root, &mut Asked::by_built_in())
            .err()
            .unwrap_or_default(),
    };
    faults.sort();
    faults
}

/// The questions of the folder `root`, which ask nothing that was asked before; or all that is
/// wrong with it.
pub(super) fn pack(root: &Path, before: &mut Asked) -> Result<Pack, Vec<Fault>> {
    let folder = Folder::open(root, folder::MAX_FILE).map_err(|fault| vec![fault])?;
    questions::pack(&folder, before)
}
