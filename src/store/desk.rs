//! The desk file: rebuilt when it is missing, so no fault in it is worth a word.

use super::file::{bytes, replace, to_json};
use super::{Paths, StoreError};
use crate::practice::desk::Desk;

/// What lies on the desk; nothing when the file is missing or broken.
pub fn load(paths: &Paths) -> Desk {
    let read = bytes(&paths.desk()).ok().flatten();
    read.and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Keeps it for the next start.
///
/// # Errors
///
/// When the file cannot be written.
pub fn save(paths: &Paths, desk: &Desk) -> Result<(), StoreError> {
    replace(&paths.desk(), &to_json(desk))
}
