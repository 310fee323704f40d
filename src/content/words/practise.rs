//! The words around an answer being made: preparing it, typing it, saying it. Included by `build.rs`
//! too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// The page that is typed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RehearseWords {
    /// "typing {}"
    pub typing: String,
    /// "spoken about {}"
    pub spoken: String,
    /// "spoken {}", where the pace is this person's own
    pub spoken_sure: String,
    /// " ({measured})"
    pub pace: String,
    /// " ({assumed}; aim 1:00-2:00)"
    pub aim: String,
    /// "{1.0 MiB} pasted."
    pub long_paste: String,
    /// "The page holds {8.0 MiB}; {56.0 MiB} did not fit."
    pub page_full: String,
    /// "{F7} keeps only {256 KiB}."
    pub trim: String,
    /// "limit {}"
    pub limit: String,
    /// "time is up; finish when you like"
    pub over: String,
    /// "over"
    pub over_short: String,
    /// "Still editing?"
    pub elsewhere_bar: String,
    /// "Your editor: {what went wrong}"
    pub editor_failed: String,
    /// "Finished?"
    pub leave_bar: String,
    /// "event"
    pub event: String,
    /// "what was being done, and by whom"
    pub event_hint: String,
    /// "result"
    pub result: String,
    /// "what went another way than expected; two sentences are enough"
    pub result_hint: String,
    /// "lesson"
    pub lesson: String,
    /// "what we understood because of it"
    pub lesson_hint: String,
    /// "measure"
    pub measure: String,
    /// "what was done about it, and what is done differently now"
    pub measure_hint: String,
}

/// What comes before the first rehearsal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrepareWords {
    /// "Find a story"
    pub plan: String,
    /// What to ask oneself for each line, in the order in which they are asked for.
    pub backwards: [String; 4],
    /// "kept on this computer; F3 pins them"
    pub pinned: String,
    /// "What went another way than expected? One sentence."
    pub story: String,
    /// "Enter reads the line; Up and Down choose by hand."
    pub ask: String,
    /// "None of the five stands out."
    pub unsure: String,
}

/// Where a speaking pace comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaceWords {
    /// "assumed"
    pub assumed: String,
    /// "measured"
    pub measured: String,
    /// "as set"
    pub set: String,
}

/// An answer said aloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AloudWords {
    /// "Say it aloud, at full voice."
    pub ready: String,
    /// "{Space} starts the clock and stops it."
    pub start: String,
    /// "Said in {0:58}: {174 words} a minute."
    pub said: String,
    /// "That was less than {3} seconds, so nothing is kept."
    pub short: String,
    /// "It stood still while the machine slept, so nothing is kept."
    pub slept: String,
    /// "This run does not count for your pace."
    pub outside: String,
    /// "One more run, and your own pace counts."
    pub one_more: String,
    /// "{2} more runs, and your own pace counts."
    pub more: String,
    /// "Your pace: {152 words} a minute."
    pub own: String,
    /// "You have set {150 words} a minute; that goes first."
    pub set: String,
    /// "{152} words", of an answer in English
    pub en: String,
    /// "{180} characters", of one in Chinese
    pub zh: String,
    /// The rule, with the numbers in it.
    pub rule: String,
}
