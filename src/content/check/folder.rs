//! Finds and reads the files of one folder and nothing outside of it: no link is followed, nothing
//! is waited for, and no more is read than was agreed. Knows paths and sizes; knows nothing of what
//! the files say.

use std::cell::Cell;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};

use super::Fault;
use super::page::Page;

/// The largest file, and the largest pack, that is read: in bytes.
pub(super) const MAX_FILE: u64 = 1 << 20;
/// The most files of a pack.
const MAX_FILES: usize = 1000;

/// A folder with content.
pub(super) struct Folder {
    /// As it was asked for: what faults show.
    shown: PathBuf,
    /// Bytes that may still be read.
    left: Cell<u64>,
}

impl Folder {
    /// The folder at `path`, of which no more than `most` bytes will be read, or why there is none.
    pub(super) fn open(path: &Path, most: u64) -> Result<Self, Fault> {
        let found = path.metadata().map_err(|e| unreadable(path, &e))?;
        if !found.is_dir() {
            return Err(whole(
                path,
                "is a file; name the folder that holds prompts/",
            ));
        }
        Ok(Self {
            shown: path.to_owned(),
            left: Cell::new(most),
        })
    }

    /// A fault of the file `name`, or of the folder itself when it is empty.
    pub(super) fn fault(&self, name: &str, message: &str) -> Fault {
        let path = match name {
            "" => self.shown.clone(),
            name => self.shown.join(name),
        };
        whole(&path, message)
    }

    /// Whether there is anything called `name`, be it a broken link.
    pub(super) fn has(&self, name: &str) -> bool {
        self.shown.join(name).symlink_metadata().is_ok()
    }

    /// The names of the TOML files in `sub` (empty for the folder itself), in order. A folder that
    /// is not there has none.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the edge where content folders are read"
    )]
    pub(super) fn names(&self, sub: &str) -> Result<Vec<String>, Fault> {
        if !sub.is_empty() && !self.has(sub) {
            return Ok(Vec::new());
        }
        let folder = self.shown.join(sub);
        if !sub.is_empty() {
            not_linked(&folder)?;
        }
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(|e| unreadable(&folder, &e))? {
            let path = entry.map_err(|e| unreadable(&folder, &e))?.path();
            if path
                .extension()
                .is_none_or(|ext| !ext.eq_ignore_ascii_case("toml"))
            {
                continue;
            }
            if names.len() == MAX_FILES {
                return Err(whole(
                    &folder,
                    "holds more than 1000 files; join some of them",
                ));
            }
            match path.file_name().and_then(|name| name.to_str()) {
                Some(name) if sub.is_empty() => names.push(name.to_owned()),
                Some(name) => names.push(format!("{sub}/{name}")),
                None => {
                    return Err(whole(
                        &path,
                        "has a name that is not UTF-8; rename the file",
                    ));
                }
            }
        }
        names.sort();
        Ok(names)
    }

    /// Reads the file `name`.
    pub(super) fn read(&self, name: &str) -> Result<Page, Fault> {
        let path = self.shown.join(name);
        let file = open(&path)?;
        let mut bytes = Vec::new();
        file.take(MAX_FILE.min(self.left.get()) + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| unreadable(&path, &e))?;
        let size = bytes.len() as u64;
        if size > MAX_FILE {
            return Err(whole(
                &path,
                "is larger than 1 MiB; split it into several files",
            ));
        }
        let Some(left) = self.left.get().checked_sub(size) else {
            let message = "is where the pack grows larger than 1 MiB; make two packs of it";
            return Err(whole(&path, message));
        };
        self.left.set(left);
        let text = String::from_utf8(bytes).map_err(|e| {
            let before = &e.as_bytes()[..e.utf8_error().valid_up_to()];
            Fault {
                line: Some(before.split(|byte| *byte == b'\n').count()),
                ..whole(&path, "is not UTF-8 here; save the file as UTF-8")
            }
        })?;
        Ok(Page::new(path, text))
    }
}

/// Opens a regular file. What is a link, a device or a pipe by now is not waited for either.
fn open(path: &Path) -> Result<File, Fault> {
    not_linked(path)?;
    let how = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let opened = rustix::fs::open(path, how, Mode::empty());
    let file = File::from(opened.map_err(|e| unreadable(path, &e.into()))?);
    let found = file.metadata().map_err(|e| unreadable(path, &e))?;
    if found.is_file() {
        return Ok(file);
    }
    let message = "is not a regular file; put a text file in its place";
    Err(whole(path, message))
}

/// A link could lead anywhere.
pub(in crate::content) fn not_linked(path: &Path) -> Result<(), Fault> {
    let found = path.symlink_metadata().map_err(|e| unreadable(path, &e))?;
    if found.is_symlink() {
        return Err(whole(path, "is a link; put a copy in its place"));
    }
    Ok(())
}

pub(in crate::content) fn unreadable(path: &Path, error: &std::io::Error) -> Fault {
    let cure = match error.kind() {
        std::io::ErrorKind::NotFound => "is not there; check the path or add it".to_owned(),
        std::io::ErrorKind::PermissionDenied => {
            "may not be read; give yourself read permission".to_owned()
        }
        _ => format!("cannot be read ({error}); check the disk and the path"),
    };
    whole(path, &cure)
}

pub(in crate::content) fn whole(path: &Path, message: &str) -> Fault {
    Fault {
        file: path.to_owned(),
        line: None,
        key: String::new(),
        message: message.to_owned(),
    }
}
