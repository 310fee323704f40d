//! A text that is handed to another program: a file of its own in a folder of its own, which nobody
//! else may enter. Knows files; knows nothing of programs.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use super::file::{bytes, make_folder, replace};
use super::{Paths, StoreError};

/// What the file is called.
pub(super) const NAME: &str = "answer.txt";

/// The file, as long as it is needed; what another program leaves beside it goes with it.
#[derive(Debug)]
pub struct Scratch {
    folder: TempDir,
    /// What was handed over.
    text: String,
}

impl Scratch {
    /// A file that holds `text`.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn new(paths: &Paths, text: &str) -> Result<Self, StoreError> {
        make_folder(&paths.state_dir)?;
        let made = Builder::new()
            .prefix("edit.")
            .permissions(Permissions::from_mode(0o700))
            .tempdir_in(&paths.state_dir);
        let scratch = Self {
            folder: made.map_err(StoreError::write(&paths.state_dir))?,
            text: text.to_owned(),
        };
        // Editors want every line to have an end.
        replace(&scratch.path(), format!("{text}\n").as_bytes())?;
        Ok(scratch)
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join(NAME)
    }

    /// What stands in it now; `None` when that is what was handed over.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or is no text.
    pub fn changed(&self) -> Result<Option<String>, StoreError> {
        let path = self.path();
        let bytes = bytes(&path)?.ok_or_else(|| StoreError::Missing { path: path.clone() })?;
        let text = String::from_utf8(bytes).map_err(|source| StoreError::Read {
            path,
            source: std::io::Error::new(std::io::ErrorKind::InvalidData, source),
        })?;
        let end = if text.ends_with("\r\n") {
            2
        } else {
            usize::from(text.ends_with('\n'))
        };
        let text = &text[..text.len() - end];
        Ok((text != self.text).then(|| text.to_owned()))
    }

    /// Leaves it on the disk and says where.
    pub fn keep(self) -> PathBuf {
        let path = self.path();
        let _: &Path = &self.folder.keep();
        path
    }
}
