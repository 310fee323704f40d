//! The copy of the text that the loop lays aside, for those who cannot ask it: a panic on any
//! thread, and a signal that finds the loop stuck. Knows a draft's place; knows no terminal.

use std::sync::{Arc, Mutex};

use crate::export::clean::clean;
use crate::practice::rehearsal::Snapshot;
use crate::store::draft::Place;

/// The newest text; nothing when there is nothing to lose.
pub(super) type Aside = Arc<Mutex<Option<Snapshot>>>;

/// What it takes to save that text.
#[derive(Clone, Debug)]
pub(super) struct Rescue {
    pub(super) aside: Aside,
    /// Where drafts lie, if any can be kept.
    pub(super) place: Option<Place>,
    /// What is said then, with the path of the draft in place of `{}`.
    pub(super) words: String,
}

impl Rescue {
    /// Writes the text that was laid aside and says where it is. Waits for nobody: whoever holds
    /// the copy may be the one that is stuck.
    pub(super) fn write(&self) -> Option<String> {
        let place = self.place.as_ref()?;
        let snapshot = self.aside.try_lock().ok()?.take()?;
        place.write(&snapshot).ok()?;
        let path = place.draft(&snapshot.id).display().to_string();
        Some(clean(&self.words.replace("{}", &path)).into_owned())
    }
}
