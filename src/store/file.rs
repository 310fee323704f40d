//! Folders for one person only, and files that are there in full or not at all.

use std::fs::{DirBuilder, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use super::StoreError;

/// Makes a folder and its parents, mode 0700.
pub(super) fn make_folder(path: &Path) -> Result<(), StoreError> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|source| StoreError::Folder {
        path: path.to_owned(),
        source,
    })
}

/// Replaces a file in one step, mode 0600: whoever reads sees the old bytes or the new ones.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    swap_in(folder, path, bytes).map_err(StoreError::write(path))
}

fn swap_in(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_data()?;
    file.persist(path)?;
    sync_folder(folder)
}

/// Makes names in a folder last.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Gives a file another name in its folder; says whether that was done.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn rename(from: &Path, to: &Path) -> bool {
    std::fs::rename(from, to).is_ok()
}

/// Removes a file; one that is not there is removed already.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn remove(path: &Path) {
    let _ = std::fs::remove_file(path);
}

/// The names in a folder, sorted; a missing folder has none.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

/// Opens a file to read it; `None` when it is not there. What is no regular file might never end.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn open(path: &Path) -> Result<Option<File>, StoreError> {
    let opened = std::fs::metadata(path).and_then(|found| {
        if found.is_file() {
            File::open(path)
        } else {
            Err(io::Error::other("it is no regular file"))
        }
    });
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::read(path)(error)),
    }
}

/// All bytes of a file; `None` when it is not there.
pub(super) fn bytes(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(mut file) = open(path)? else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)
        .map_err(StoreError::read(path))?;
    Ok(Some(bytes))
}

/// A name that no other program makes: sixteen hexadecimal digits.
pub(super) fn unique_name() -> String {
    format!("{:016x}", rand::random::<u64>())
}

/// Whether a name was made by [`unique_name`].
pub(super) fn is_unique_name(name: &str) -> bool {
    name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Our own types as JSON.
pub(super) fn to_json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("our types are plain data with text for keys")
}
