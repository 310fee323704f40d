//! Folders for one person only, and files that are there in full or not at all.

use std::fs::{DirBuilder, File, Permissions};
use std::io::{self, BufWriter, Read, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::StoreError;

/// Stands before the name of a file that is being written; its own name comes last.
const UNFINISHED: &str = ".tmp";

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
    make_folder(path.parent().unwrap_or(Path::new(".")))?;
    replace_with(path, |out| out.write_all(bytes))
}

/// Of a file that is for its owner alone.
const OWN_MODE: u32 = 0o600;
/// Of a file that may be for others too.
pub(super) const WHOLE_MODE: u32 = 0o777;

/// [`replace`] with whatever `write` writes. A link stays a link, a stricter mode stays as strict.
pub(super) fn replace_with(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), StoreError> {
    replace_as(path, OWN_MODE, write)
}

/// [`replace_with`], keeping those bits of the mode that are in `most`.
pub(super) fn replace_as(
    path: &Path,
    most: u32,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), StoreError> {
    let real = resolve(path);
    let swap = || {
        let file = filled(&real, write)?;
        if let Some(mode) = mode(&real) {
            let kept = Permissions::from_mode(mode & most);
            file.as_file().set_permissions(kept)?;
        }
        file.persist(&real)?;
        sync_folder(folder_of(&real))
    };
    swap().map_err(StoreError::write(path))
}

/// Makes a file, mode 0600, that is there with everything that `write` writes or not at all.
pub(super) fn create_with(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), StoreError> {
    let create = || {
        filled(path, write)?.persist_noclobber(path)?;
        sync_folder(folder_of(path))
    };
    match create() {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(StoreError::Exists {
            path: path.to_owned(),
        }),
        made => made.map_err(StoreError::write(path)),
    }
}

/// What to do with a file that is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Leave it.
    No,
    /// Replace it.
    Yes,
}

/// Writes a file that somebody asked for, mode 0600: there in full or not at all.
///
/// # Errors
///
/// When it cannot be written, or is there already and is not to be overwritten.
pub fn export(
    path: &Path,
    overwrite: Overwrite,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), StoreError> {
    match overwrite {
        Overwrite::No => create_with(path, write),
        Overwrite::Yes => replace_with(path, write),
    }
}

/// A file beside `path` with what `write` writes, on disk.
fn filled(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let mut file = Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder_of(path))?;
    let mut out = BufWriter::new(file.as_file_mut());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_data()?;
    Ok(file)
}

/// The file that a path leads to, links followed.
fn resolve(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The folder that a file is in.
fn folder_of(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The mode of a file or folder; `None` when it is not there.
pub(super) fn mode(path: &Path) -> Option<u32> {
    std::fs::metadata(path)
        .ok()
        .map(|found| found.permissions().mode() & 0o777)
}

/// Whether a folder is there.
pub(super) fn is_folder(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| found.is_dir())
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

/// The names in a folder, sorted; one that is missing or cannot be read has none.
pub(super) fn names(folder: &Path) -> Vec<String> {
    all_names(folder).unwrap_or_default()
}

/// [`names`], for whoever must not miss one.
#[expect(clippy::disallowed_methods, reason = "this is the store")]
pub(super) fn all_names(folder: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(StoreError::read(folder))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(StoreError::read(folder))?.file_name();
        names.extend(name.into_string().ok());
    }
    names.sort();
    Ok(names)
}

/// The files in a folder that were being written and have not got their name (yet, or for good).
pub(super) fn unfinished(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let names = all_names(folder)?.into_iter();
    let begun = names.filter(|name| name.starts_with(UNFINISHED));
    Ok(begun.map(|name| folder.join(name)).collect())
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
