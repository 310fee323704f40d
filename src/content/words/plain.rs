//! The words of the trainer without a screen. Included by `build.rs` too, so it may name nothing
//! but serde.

use serde::{Deserialize, Serialize};

/// What `failwell --plain` says besides the words of the screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainWords {
    /// "Question: {}"
    pub question: String,
    /// "Type a number, then Enter:"
    pub choose: String,
    /// "There is no {} here."
    pub no_choice: String,
    /// "Write your answer. A line with a single dot ends it."
    pub write: String,
    /// "Write the sentence anew on one line; an empty line takes it out."
    pub change: String,
    /// "So far: {}"
    pub so_far: String,
    /// "Nothing was written."
    pub nothing: String,
    /// "The draft is kept."
    pub kept: String,
    /// "Thrown away."
    pub discarded: String,
    /// "Typing {}, spoken about {} ({assumed})."
    pub time: String,
    /// "spoken about {}: {}"
    pub light: String,
    /// "older ones"
    pub older: String,
    /// "Write the note on one line, then Enter."
    pub note: String,
    /// "Noted."
    pub noted: String,
    /// "Until next time."
    pub bye: String,
    /// "Press Enter, then say it; press Enter again at the end."
    pub speak: String,
    /// "The clock runs."
    pub speaking: String,
    /// "So far: {}. An empty line keeps it."
    pub stands: String,
    /// "None of the five kinds stands out."
    pub unsure: String,
}
