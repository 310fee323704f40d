//! The words of the day-of page. Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// The page for the day of the interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetWords {
    /// "For the day"
    pub heading: String,
    /// "This line must land:"
    pub landing: String,
    /// "From your own practice"
    pub reminders: String,
    /// "Too few answers with marks yet …"
    pub none: String,
    /// "{tip} asked for a change in {4} of {10} answers"
    pub often: String,
    /// "You usually take {1:12}; …"
    pub length: String,
    /// "{tip} worked in {9} of {10} answers: trust it"
    pub kept: String,
    /// "neither a story nor an attempt is called `{}`; …"
    pub unknown: String,
    /// "{} written"
    pub written: String,
}
