//! A person's own file, changed where it stands: the copy of what it was comes first.

use std::path::{Path, PathBuf};

use super::StoreError;
use super::file::{self, bytes, create_with, replace_as};

/// So many copies of one file are kept beside it.
const MOST_COPIES: u32 = 99;

/// Puts `after` in the place of `before`, and gives the name of the copy of `before`. The file
/// keeps its mode and, where it is a link, stays one.
///
/// # Errors
///
/// When the file does not hold `before` any more, or something cannot be written. The file is as it
/// was then.
pub fn mend(path: &Path, before: &[u8], after: &[u8]) -> Result<PathBuf, StoreError> {
    if bytes(path)?.as_deref() != Some(before) {
        return Err(StoreError::Changed {
            path: path.to_owned(),
        });
    }
    let copy = copied(path, before)?;
    replace_as(path, file::WHOLE_MODE, |out| out.write_all(after))?;
    Ok(copy)
}

/// A copy beside the file, under the first name that is free.
fn copied(path: &Path, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    let mut last = None;
    for number in 1..=MOST_COPIES {
        let mut name = path.as_os_str().to_owned();
        name.push(match number {
            1 => ".bak".to_owned(),
            number => format!(".bak{number}"),
        });
        let copy = PathBuf::from(name);
        match create_with(&copy, |out| out.write_all(bytes)) {
            Err(taken @ StoreError::Exists { .. }) => last = Some(taken),
            made => return made.map(|()| copy),
        }
    }
    Err(last.expect("every name was tried, and there is one at least"))
}
