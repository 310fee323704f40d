//! What lies on the desk between two openings of the program: enough for the first frame, so that
//! it never waits for the history. Rebuilt from the history when it is missing.

use serde::{Deserialize, Serialize};

use super::record::Goal;

/// The prompt that waits, and what is remembered of the last attempt.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// Format version, 1.
    pub v: u32,
    /// The prompt that waits: it stays until it is answered or exchanged.
    pub prompt: Option<String>,
    /// Prompts shown lately, the latest last: the next one is drawn among those seen least
    /// recently.
    pub seen: Vec<String>,
    /// The one next change of the last marked attempt: today's goal.
    pub goal: Option<Goal>,
    /// Marked and unmarked attempts so far.
    pub attempts: u32,
    /// The local practice day of the last attempt.
    pub last_day: Option<String>,
}
