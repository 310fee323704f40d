//! The words of the screens. Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// The first screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeWords {
    /// "The interviewer wants to see {}."
    pub listens: String,
    /// " and "
    pub and: String,
    /// ", "
    pub comma: String,
    /// "Last time: {}."
    pub last: String,
    /// "Today: {}."
    pub today: String,
    /// "Nobody reads this but you. It stays on this computer."
    pub first: String,
    /// "Seven days: {Mo ✓  Tu -} ⋅ {3 attempts}"
    pub week: String,
    /// "Mo" to "Su"
    pub days: [String; 7],
    /// "An unfinished answer waits: {}, left at {}."
    pub draft: String,
    /// "To: {}"
    pub draft_prompt: String,
    /// "Throw the unfinished answer away for good?"
    pub discard: String,
    /// "A pack is left out: {its fault}"
    pub pack: String,
    /// "Your prepared lines could not be read: {why}"
    pub no_plan: String,
    /// "The draft could not be written: {}"
    pub not_kept: String,
}

/// The mock interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MockWords {
    /// "Mock interview"
    pub title: String,
    /// "{30} seconds to think, then {5:00} to write each answer."
    pub time: String,
    /// "Nothing is cut off, and nothing is said about the answers until the end."
    pub quiet: String,
    /// "question {1} of {3}"
    pub place: String,
    /// "asked about your last answer"
    pub follow_up: String,
    /// "time to think {0:30}"
    pub think: String,
    /// "the first key starts the clock"
    pub first_key: String,
    /// "Your answers side by side"
    pub compared: String,
    /// "then: {question}"
    pub after: String,
    /// "spoken"
    pub spoken: String,
    /// "turn at"
    pub turn: String,
}

/// How long an answer sounds, by the speaking clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightWords {
    /// "short"
    pub short: String,
    /// "good length"
    pub good: String,
    /// "time to close"
    pub closing: String,
    /// "long"
    pub long: String,
    /// "too long"
    pub too_long: String,
}

/// The finished answer beside the eight tips.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewWords {
    /// "What worked: {}."
    pub worked: String,
    /// "You told it to the end. That is the hard part."
    pub worked_none: String,
    /// ", "
    pub comma: String,
    /// "Next: {}"
    pub next: String,
    /// "Nothing to change. Say it aloud once, then let it rest."
    pub next_none: String,
    /// "saving"
    pub saving: String,
    /// "saved"
    pub saved: String,
    /// "saved beside the history"
    pub saved_beside: String,
    /// "Not saved, the text is still here: {}"
    pub not_saved: String,
    /// "take {}"
    pub take: String,
    /// "edited"
    pub edited: String,
    /// "pasted"
    pub pasted: String,
    /// "read by today's rules"
    pub other_rules: String,
    /// "background"
    pub background: String,
    /// "miss"
    pub miss: String,
    /// "fix"
    pub fix: String,
    /// "no turn yet"
    pub no_turn: String,
    /// "what was being done is not told yet"
    pub missing_event: String,
    /// "what went wrong is not told yet"
    pub missing_setback: String,
    /// "the lesson belongs here"
    pub missing_lesson: String,
    /// "what you changed belongs here"
    pub missing_measure: String,
    /// "change"
    pub problem: String,
    /// "keep"
    pub strength: String,
    /// "{} of {}"
    pub nth: String,
    /// "To {}: {}."
    pub kind: String,
    /// "Say instead: {}."
    pub instead: String,
    /// "If it was a shared decision, say: {}."
    pub instead_shared: String,
    /// "For \"{}\", say: {}."
    pub grow: String,
    /// " "
    pub space: String,
    /// " or "
    pub or: String,
    /// "It takes {} of {} words."
    pub share: String,
    /// "No marks here."
    pub no_marks: String,
    /// "Nothing of this is seen yet."
    pub not_seen: String,
    /// "Which tips will ask for a second look?"
    pub guess: String,
    /// "about {0:58}"
    pub about: String,
    /// "{0:58} {measured}"
    pub by: String,
    /// "So far {41} of {56} guesses were right."
    pub guessed: String,
    /// "You saw {} of {} coming."
    pub foreseen: String,
    /// "Not expected: {}."
    pub unforeseen: String,
    /// "Why does it not count? {}"
    pub why: String,
    /// "Choose a mark first: …"
    pub no_silence: String,
    /// "Silenced: {}. It does not count; press {x} to let it count again."
    pub silenced: String,
    /// "This rests only tip 4; …"
    pub only_we: String,
    /// "I did this alone": the reason that is recorded
    pub alone: String,
    /// "Tip 4 rests and does not count here."
    pub rests: String,
    /// "This tip rests: {}. …"
    pub rests_here: String,
    /// "Press {a} to put it in."
    pub apply: String,
    /// "No other words are offered here."
    pub no_rewrite: String,
    /// "Choose a tip with 1-8 to see its marks."
    pub choose: String,
    /// "No marks this time."
    pub unmarked: String,
    /// "Today's goal, {}: done."
    pub goal_kept: String,
    /// "Today's goal, {}: still open."
    pub goal_open: String,
    /// "Now: {the words that show it}."
    pub goal_now: String,
    /// "Still there: {the words that it is about}."
    pub goal_still: String,
    /// "The turn comes at {0:41}."
    pub goal_turn: String,
}

/// Why an answer got no marks, kindly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonWords {
    /// "It is still short: from about 25 words on there is enough to go by. Two more sentences will do."
    pub too_short: String,
    /// "This reads as neither English nor Chinese, and those two are all I can read."
    pub language: String,
    /// "A gap of the template is still open. Fill it with your own story, then it can be read."
    pub template: String,
    /// "Which sentence is the failure? Say plainly what went another way than expected."
    pub no_story: String,
}

/// The list of past attempts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryWords {
    /// "History"
    pub title: String,
    /// "Reading the history."
    pub loading: String,
    /// "Nothing here yet. The first answer you finish will be."
    pub empty: String,
    /// "The history could not be read: {}"
    pub failed: String,
    /// "Nothing holds these words."
    pub no_match: String,
    /// "filter: {}"
    pub filter: String,
    /// "not marked"
    pub unmarked: String,
    /// "day"
    pub day: String,
    /// "prompt"
    pub prompt: String,
    /// "take"
    pub take: String,
    /// "words"
    pub words: String,
    /// "note: {}"
    pub note: String,
    /// "Delete {} for good?": the day
    pub erase: String,
    /// "Deleted."
    pub erased: String,
    /// "{}: {}": what still holds it, and the command that removes it there
    pub erase_backups: String,
    /// "The history holds lines of version {}; this failwell knows version {}. …"
    pub newer: String,
}

/// Counted things; `{}` is the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountWords {
    /// "1 question"
    pub question: String,
    /// "{} questions"
    pub questions: String,
    /// "1 word"
    pub word: String,
    /// "{} words"
    pub words: String,
    /// "1 attempt"
    pub attempt: String,
    /// "{} attempts"
    pub attempts: String,
    /// "once"
    pub time: String,
    /// "{} times"
    pub times: String,
    /// "1 day"
    pub day: String,
    /// "{} days"
    pub days: String,
    /// "1 line could not be read and stays as it is"
    pub unread: String,
    /// "{} lines could not be read and stay as they are"
    pub unreads: String,
    /// "1 mark is silenced and does not count"
    pub silenced: String,
    /// "{} marks are silenced and do not count"
    pub silenceds: String,
    /// "1 backup still holds it"
    pub backup: String,
    /// "{} backups still hold it"
    pub backups: String,
}

/// The samples, the tips and the steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideWords {
    /// "Situations, told before and after"
    pub samples: String,
    /// "The eight tips"
    pub tips: String,
    /// "The three steps before the interview"
    pub steps: String,
}

/// What is said on every screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenWords {
    /// "Keys"
    pub help: String,
    /// "too small: {} needed, {} now"
    pub small: String,
    /// "What you typed is kept."
    pub kept: String,
}
