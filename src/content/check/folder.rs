//! Finds and reads the files of one folder and nothing outside of it. Knows paths and sizes; knows
//! nothing of what the files say.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::Fault;
use super::page::Page;

/// The largest file that is read, in bytes.
pub(super) const MAX_FILE: u64 = 1 << 20;

/// A folder with content.
pub(super) struct Folder {
    /// As it was asked for: what faults show.
    shown: PathBuf,
    /// Without links: what the files must lie in.
    real: PathBuf,
}

impl Folder {
    /// The folder at `path`, or why there is none.
    pub(super) fn open(path: &Path) -> Result<Self, Fault> {
        let real = path.canonicalize().map_err(|e| unreadable(path, &e))?;
        if !real.is_dir() {
            return Err(whole(
                path,
                "is a file; name the folder that holds prompts/",
            ));
        }
        Ok(Self {
            shown: path.to_owned(),
            real,
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
        self.inside(&folder)?;
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(|e| unreadable(&folder, &e))? {
            let path = entry.map_err(|e| unreadable(&folder, &e))?.path();
            if path.extension().is_none_or(|ext| ext != "toml") {
                continue;
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
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the edge where content files are read"
    )]
    pub(super) fn read(&self, name: &str) -> Result<Page, Fault> {
        let path = self.shown.join(name);
        let real = self.inside(&path)?;
        if !real.is_file() {
            return Err(whole(
                &path,
                "is not a regular file; put a text file in its place",
            ));
        }
        let file = std::fs::File::open(&real).map_err(|e| unreadable(&path, &e))?;
        let mut bytes = Vec::new();
        file.take(MAX_FILE + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| unreadable(&path, &e))?;
        if bytes.len() as u64 > MAX_FILE {
            return Err(whole(
                &path,
                "is larger than 1 MiB; split it into several files",
            ));
        }
        let text = String::from_utf8(bytes).map_err(|e| {
            let before = &e.as_bytes()[..e.utf8_error().valid_up_to()];
            Fault {
                line: Some(before.split(|byte| *byte == b'\n').count()),
                ..whole(&path, "is not UTF-8 here; save the file as UTF-8")
            }
        })?;
        Ok(Page::new(path, text))
    }

    /// The true place of `path`, if it is in this folder.
    fn inside(&self, path: &Path) -> Result<PathBuf, Fault> {
        let real = path.canonicalize().map_err(|e| unreadable(path, &e))?;
        if real.starts_with(&self.real) {
            return Ok(real);
        }
        Err(whole(
            path,
            "is a link that leads out of the folder; put a copy in its place",
        ))
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Fault {
    let cure = match error.kind() {
        std::io::ErrorKind::NotFound => "is not there; check the path or add it".to_owned(),
        std::io::ErrorKind::PermissionDenied => {
            "may not be read; give yourself read permission".to_owned()
        }
        _ => format!("cannot be read ({error}); check the disk and the path"),
    };
    whole(path, &cure)
}

fn whole(path: &Path, message: &str) -> Fault {
    Fault {
        file: path.to_owned(),
        line: None,
        key: String::new(),
        message: message.to_owned(),
    }
}
