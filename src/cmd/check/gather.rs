//! Which files are read: those that are named, and the texts in named folders. Knows names and
//! folders; opens no file.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// What was found under the names.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// To read, in the order of the names, each folder by name.
    pub(super) files: Vec<PathBuf>,
    /// In the folders, and not read: other endings, links, hidden ones.
    pub(super) passed: Vec<PathBuf>,
    /// Folders without a text.
    pub(super) empty: Vec<PathBuf>,
    /// What could not be looked into.
    pub(super) faults: Vec<anyhow::Error>,
}

/// Whether a file holds Markdown, by its ending.
pub(super) fn is_markdown(path: &Path) -> bool {
    ends(path, &["md", "markdown"])
}

/// Looks behind every name. A file that is named is taken whatever its ending.
pub(super) fn gather(names: &[PathBuf]) -> Gathered {
    let mut found = Gathered::default();
    for name in names {
        if !name.is_dir() {
            found.files.push(name.clone());
            continue;
        }
        let (files, faults) = (found.files.len(), found.faults.len());
        found.look_into(name);
        if found.files.len() == files && found.faults.len() == faults {
            found.empty.push(name.clone());
        }
    }
    found
}

impl Gathered {
    /// The files of a folder by name, then its folders. Links are not followed, so that no circle
    /// and no other place is read.
    fn look_into(&mut self, folder: &Path) {
        let entries = match entries(folder) {
            Ok(entries) => entries,
            Err(error) => return self.faults.push(error),
        };
        let (folders, files): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.folder);
        for entry in files {
            let is_text = entry.file && ends(&entry.path, &["txt", "text"]);
            if is_text || (entry.file && is_markdown(&entry.path)) {
                self.files.push(entry.path);
            } else {
                self.passed.push(entry.path);
            }
        }
        for entry in folders {
            self.look_into(&entry.path);
        }
    }
}

/// Something in a folder: one of both, or neither where it is hidden, a link or a device.
struct Entry {
    path: PathBuf,
    file: bool,
    folder: bool,
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where folders of answers are listed"
)]
fn entries(folder: &Path) -> anyhow::Result<Vec<Entry>> {
    let entry = |entry: io::Result<std::fs::DirEntry>| {
        let entry = entry?;
        let kind = entry.file_type()?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        Ok(Entry {
            path: entry.path(),
            file: kind.is_file() && !hidden,
            folder: kind.is_dir() && !hidden,
        })
    };
    let listed = std::fs::read_dir(folder).and_then(|all| all.map(entry).collect());
    let mut all: Vec<Entry> =
        listed.with_context(|| format!("cannot look into `{}`", folder.display()))?;
    all.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(all)
}

fn ends(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|one| ending.eq_ignore_ascii_case(one))
}
