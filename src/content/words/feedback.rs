//! The words of the sheet for people who listen. Included by `build.rs` too, so it may name nothing
//! but serde.

use serde::{Deserialize, Serialize};

/// The sheet, and what `failwell feedback` and the review say about those that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedbackWords {
    /// "Would you listen to this answer?"
    pub title: String,
    /// What to do, in a few sentences.
    pub how: String,
    /// "The answer"
    pub answer: String,
    /// "What did you hear?"
    pub ticks: String,
    /// The eight lines, in the tips' order.
    pub heard: [String; 8],
    /// "What do you remember first: the miss or the fix?"
    pub first: String,
    /// "the miss"
    pub miss: String,
    /// "the fix"
    pub fix: String,
    /// "What did I learn?"
    pub learned: String,
    /// "Anything else?"
    pub more: String,
    /// "Your name, if you like:"
    pub from: String,
    /// "name", as in `[name 1]`
    pub name: String,
    /// "figure", as in `[figure 1]`
    pub figure: String,
    /// "{Anna} becomes {[name 1]}"
    pub masked: String,
    /// "nothing was found to mask; …"
    pub nothing_masked: String,
    /// "written: {} and {}; …"
    pub written: String,
    /// "taken in: {} of 8 ticked, for the attempt {}"
    pub added: String,
    /// "{}; in a file beside the history"
    pub beside: String,
    /// "this sheet is in the history already"
    pub known: String,
    /// "{file}: …": it is the page itself
    pub markup: String,
    /// "{file}: none of the eight lines…"
    pub no_lines: String,
    /// "{file}, lines {} and {}: line {} of the eight is there twice, ticked once; …"
    pub doubled: String,
    /// "{file}, behind line {}: line {} of the eight is missing; …"
    pub missing: String,
    /// "{file}, line {}: `{}` is neither…"
    pub unclear: String,
    /// "{file}, line {}: both are ticked; …"
    pub both: String,
    /// "{file} names no attempt; …"
    pub no_attempt: String,
    /// "{file} is not UTF-8 from line {} on; …"
    pub not_text: String,
    /// "{file} is larger than 256 KiB; …"
    pub too_long: String,
    /// "one person listened"
    pub person: String,
    /// "{} people listened"
    pub people: String,
    /// "remembered first: the miss {}, the fix {}"
    pub remembered: String,
    /// "{2} of {3} people heard it"
    pub tip: String,
}
