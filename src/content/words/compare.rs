//! The words of two takes compared. Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// Two takes side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompareWords {
    /// "Compared"
    pub title: String,
    /// "then: {}"
    pub then: String,
    /// "now: {}"
    pub now: String,
    /// "{}% of the wording moved."
    pub moved: String,
    /// "Same beats, different words."
    pub same_beats: String,
    /// "Same beats, nearly the same words."
    pub same_words: String,
    /// "Not one word is different."
    pub same: String,
    /// "Still told: {}."
    pub stayed: String,
    /// "New: {}."
    pub new: String,
    /// "Left out: {}."
    pub left_out: String,
    /// "word for word: {}"
    pub unchanged: String,
    /// "worked on: {}": what was to be done
    pub worked: String,
    /// "\"{}\""
    pub quote: String,
    /// "gone"
    pub gone: String,
    /// "not told"
    pub untold: String,
    /// "[-taken out-] {+put in+} (✓3) clears a mark of tip 3"
    pub legend: String,
    /// "Marks that went with an edit:"
    pub cleared: String,
    /// "Marks that went with the edits as a whole:"
    pub cleared_whole: String,
    /// "New marks:"
    pub raised: String,
    /// "{}: \"{}\""
    pub quoted: String,
    /// "{}: {}, now {}."
    pub state: String,
    /// "One of the two has no marks, so only the wording is compared."
    pub unmarked: String,
    /// "There is nothing to compare it with yet: that takes a second take of this prompt."
    pub alone: String,
}
