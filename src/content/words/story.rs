//! The words of the story bank. Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// The story bank, on the screen and on the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryWords {
    /// "Stories"
    pub bank: String,
    /// "Which story does it tell?"
    pub which: String,
    /// "title"
    pub title: String,
    /// "moment"
    pub moment: String,
    /// "gain"
    pub gain: String,
    /// "tags"
    pub tags: String,
    /// What to write on each line: title, moment, event, result, lesson, measure, gain, tags.
    pub ask: [String; 8],
    /// "English"
    pub english: String,
    /// "Chinese"
    pub chinese: String,
    /// "no story yet; …"
    pub empty: String,
    /// "told once, on {}"
    pub told_once: String,
    /// "told {} times, last on {}"
    pub told: String,
    /// "not told yet"
    pub untold: String,
    /// "It answers:"
    pub answers: String,
    /// "and {} more"
    pub more: String,
    /// "What it turns on cannot be seen; …"
    pub unsure: String,
    /// "{English}: {lesson} is missing"
    pub gap: String,
    /// "{English}: the figure {12} is in the other language only"
    pub figure: String,
    /// "tag {} finds no question; …"
    pub idle: String,
    /// "there is no story `{}`; there are {}"
    pub unknown: String,
    /// "there is no story yet; …"
    pub none: String,
    /// "there is a story `{}` already; …"
    pub taken: String,
    /// "`{}` is no id; …"
    pub bad_id: String,
    /// "nothing to write; …"
    pub no_line: String,
    /// "Delete the story `{}` ({})?…"
    pub delete_ask: String,
    /// "the story `{}` would go from {}; …"
    pub would_delete: String,
    /// "the story `{}` is gone; the bank as it was before: {}"
    pub deleted: String,
    /// "Delete the story \"{}\"? A backup is kept."
    pub erase: String,
    /// "Deleted. The bank as it was before: {}"
    pub erased: String,
    /// "Press {} to begin one.": a key
    pub begin: String,
    /// "kept: {}"
    pub kept: String,
    /// "{attempt} tells {story}"
    pub linked: String,
    /// "{attempt} tells no story any more"
    pub unlinked: String,
    /// "This attempt tells: {}."
    pub tells: String,
    /// "This attempt tells no story of the bank."
    pub tells_none: String,
    /// "the same, in a file beside the history"
    pub beside: String,
    /// "All stories are in order."
    pub well: String,
}
