//! The desk file: rebuilt when it is missing, so no fault in it is worth a word.

use super::file::{bytes, replace, to_json};
use super::{Paths, StoreError, due, history};
use crate::practice::desk::{Desk, VERSION};

/// What lies on the desk. When the file is missing, broken or of an earlier version, this once the
/// history is read for it; what is wrong with that is told when the person opens it.
pub fn load(paths: &Paths) -> Desk {
    let read = bytes(&paths.desk()).ok().flatten();
    let desk: Option<Desk> = read.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let history = || history::load(paths).unwrap_or_default();
    match desk {
        Some(desk) if desk.v >= VERSION => desk,
        Some(old) => {
            let goal = old.goal;
            let desk = Desk {
                goal,
                ..old.after(&history())
            };
            let _ = save(paths, &desk);
            desk
        }
        None => Desk::rebuilt(&history()),
    }
}

/// The prompt that waits on the first screen, if one does.
pub fn waiting(paths: &Paths) -> Option<String> {
    let read = bytes(&paths.desk()).ok().flatten()?;
    serde_json::from_slice::<Desk>(&read).ok()?.prompt
}

/// Keeps it for the next start.
///
/// # Errors
///
/// When the file cannot be written.
pub fn save(paths: &Paths, desk: &Desk) -> Result<(), StoreError> {
    replace(&paths.desk(), &to_json(desk))
}

/// Takes out of it what it remembers of attempts that are gone.
///
/// # Errors
///
/// When the history cannot be read or the desk cannot be written.
pub fn refit(paths: &Paths) -> Result<(), StoreError> {
    due::forget(paths);
    let Some(bytes) = bytes(&paths.desk())? else {
        return Ok(());
    };
    let desk: Desk = serde_json::from_slice(&bytes).unwrap_or_default();
    save(paths, &desk.after(&history::load(paths)?))
}
