//! The file of the story that is being prepared. Knows the file; knows nothing of how it is written.

use super::file::{bytes, remove, replace, to_json};
use super::{Paths, StoreError};
use crate::practice::prepare::Plan;

/// The story as it was left.
///
/// # Errors
///
/// When the file cannot be read. One that holds something else is set aside first: what was typed
/// stays, and there is room for a new one.
pub fn load(paths: &Paths) -> Result<Plan, StoreError> {
    let path = paths.plan();
    let Some(bytes) = bytes(&path)? else {
        return Ok(Plan::default());
    };
    serde_json::from_slice(&bytes).or_else(|source| {
        let aside = path.with_extension("broken.json");
        replace(&aside, &bytes)?;
        remove(&path);
        Err(StoreError::NoPlan {
            path,
            aside,
            source,
        })
    })
}

/// Keeps it.
///
/// # Errors
///
/// When the file cannot be written.
pub fn save(paths: &Paths, plan: &Plan) -> Result<(), StoreError> {
    replace(&paths.plan(), &to_json(plan))
}
