//! A rehearsal that is going on, as it must survive a crash. Knows nothing of files or screens.

use serde::{Deserialize, Serialize};

use super::mock::Mock;
use super::record::{Goal, How};

/// Everything that a draft file holds: enough to go on where the person stopped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Format version, 1.
    pub v: u32,
    /// The id that the attempt will be saved under: a draft whose id is in the history is done.
    pub id: String,
    /// Which prompt.
    pub prompt: String,
    /// The prompt as it was shown.
    pub prompt_text: String,
    /// What has been typed.
    pub text: String,
    /// Where the caret stands, as a byte of the text; at its end when that is not known.
    #[serde(default)]
    pub caret: Option<usize>,
    /// When it was last saved: RFC 3339, UTC.
    pub saved_at: String,
    /// How it came to be, so far.
    pub how: How,
    /// The sitting it belongs to.
    pub sitting: Option<String>,
    /// Which try at this prompt, from 1.
    pub take: Option<u32>,
    /// The attempt that an edited take started from.
    pub parent: Option<String>,
    /// The story of the bank that it tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    /// The goal of this take.
    pub goal: Option<Goal>,
    /// Seconds spent typing so far.
    pub typing_seconds: u32,
    /// The limit that was set, in seconds.
    pub limit_seconds: Option<u32>,
    /// The mock that it is an answer of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mock: Option<Mock>,
}
