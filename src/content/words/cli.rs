//! The words of the command line and of the plain report.

use serde::{Deserialize, Serialize};

/// Messages of the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CliWords {
    /// "{}, about {} spoken, read as {}"
    pub header: String,
    /// "English"
    pub english: String,
    /// "Chinese"
    pub chinese: String,
    /// "neither English nor Chinese"
    pub neither: String,
    /// "{} {}: {}": number, title, state
    pub tip: String,
    /// "{} {}": number, title
    pub tip_unmarked: String,
    /// "{}: {}": what was seen and why it matters
    pub finding: String,
    /// "Seen: {}"
    pub seen: String,
    /// "Why it matters: {}"
    pub minds: String,
    /// "What to do: {}"
    pub advice: String,
    /// "Ask yourself: {}"
    pub question: String,
    /// "there is nothing called `{}` to explain; …"
    pub no_topic: String,
    /// "there is nothing called `{}` to explain; did you mean `{}`?"
    pub no_topic_near: String,
    /// "Say instead: {}."
    pub instead: String,
    /// "If it was a shared decision, say: {}."
    pub instead_shared: String,
    /// " or "
    pub or: String,
    /// "{} of {} words tell what went wrong."
    pub share: String,
    /// "After \"{}\": {}"
    pub missing_after: String,
    /// "At the start: {}"
    pub missing_first: String,
    /// "Paste or type an answer, then press Ctrl-D on an empty line."
    pub type_here: String,
    /// "full screen needs a terminal; …"
    pub no_terminal: String,
    /// "Weak: {}"
    pub weak: String,
    /// "Strong: {}"
    pub strong: String,
    /// "Interviewers often ask next:"
    pub asked_next: String,
    /// "Before"
    pub before: String,
    /// "After"
    pub after: String,
    /// "no prompt `{}`; …"
    pub no_prompt: String,
    /// "no sample `{}`; …"
    pub no_sample: String,
    /// "no attempt `{}`; …"
    pub no_attempt: String,
    /// "`{}` stands for more than one attempt; …"
    pub many_attempts: String,
    /// "{} is in order"
    pub content_good: String,
    /// "the manual pages are in {}"
    pub manual: String,
    /// "What you typed is kept in {}. …"
    pub rescued: String,
    /// "This could not be kept on disk; …: {}"
    pub not_kept: String,
}

/// What `failwell check` says beside its reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckWords {
    /// "passed over, neither text (.txt) nor Markdown (.md): {}"
    pub passed: String,
    /// "{} and {} more"
    pub more: String,
    /// "`{}` holds no text (.txt) and no Markdown (.md)"
    pub nothing: String,
    /// "{}: rewrites put in: {}; as it was before: {}"
    pub fixed: String,
    /// "{} answers: {} in order, {} to change, {} without marks"
    pub total: String,
}

/// What `config.toml` holds, a comment for each setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigWords {
    /// "the settings of failwell; …"
    pub head: String,
    /// "keys by name, …"
    pub keys: String,
    /// "default"
    pub default: String,
    /// "`{}` is not there, so the defaults hold"
    pub not_there: String,
    /// `lang`
    pub lang: String,
    /// `color`
    pub color: String,
    /// `words_per_minute`
    pub words_per_minute: String,
    /// `zi_per_minute`
    pub zi_per_minute: String,
    /// `day_start`
    pub day_start: String,
    /// `minutes`
    pub minutes: String,
    /// `theme`
    pub theme: String,
    /// `glyphs`
    pub glyphs: String,
    /// `ambiguous_width`
    pub ambiguous_width: String,
}
