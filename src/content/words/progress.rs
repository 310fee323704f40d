//! The words of progress. Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// How practice goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgressWords {
    /// "Progress"
    pub title: String,
    /// "all answers"
    pub all: String,
    /// "story \"{}\""
    pub story: String,
    /// "The first answer begins this page."
    pub unbegun: String,
    /// "You were here today."
    pub today: String,
    /// "You were here yesterday; today is open."
    pub yesterday: String,
    /// "Yesterday was missed. Never two in a row: today counts."
    pub missed_one: String,
    /// "{} days were missed. …"
    pub away: String,
    /// "Of the last {} days {} had practice."
    pub days: String,
    /// "{}, {} with marks": counted attempts, and how many of them
    pub counts: String,
    /// "One more answer with marks, and there is something to compare."
    pub thin_one: String,
    /// "{} more answers with marks, and there is something to compare."
    pub thin: String,
    /// "answers a week"
    pub weeks: String,
    /// "week of {}"
    pub week: String,
    /// "{} on {}": counted attempts, counted days
    pub on_days: String,
    /// "spoken time, aim 1:00-2:00"
    pub lengths: String,
    /// "the eight tips, earliest to latest"
    pub tips: String,
    /// "kept {} of {}"
    pub kept: String,
    /// "before {}/{}, now {}/{}"
    pub trend: String,
    /// "Of late {}, {} spoken."
    pub usual: String,
    /// "{} of {} take one to two minutes."
    pub band: String,
    /// "Guesses: right about {} of {} tips."
    pub guesses: String,
    /// "No guesses yet; …"
    pub no_guesses: String,
    /// "Said aloud {}, the last time in {}.": how often, how long
    pub aloud: String,
    /// "people {}/{}"
    pub people: String,
    /// "{}; what they ticked agrees with {} of {} marks.": counted people
    pub listened: String,
    /// "last {}"
    pub last: String,
    /// "Stories not told yet: {}."
    pub untold: String,
    /// "Stories not told yet: {}; {} in all."
    pub untold_more: String,
}

/// What deserves today most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueWords {
    /// "The story \"{}\": not told since {}."
    pub story: String,
    /// "The story \"{}\": not told yet."
    pub story_never: String,
    /// "Tip {}, {}: asked for a second look in {} of the last {} answers."
    pub tip: String,
    /// "A question not seen since {}:"
    pub prompt: String,
    /// "A question not seen yet:"
    pub prompt_never: String,
}
