//! One line of the history, version 1, as plain data. Knows nothing of files.
//!
//! A saved line never changes. What is added later is a line of its own that names the attempt in
//! `of`. Unknown fields survive a round trip; unknown kinds and newer versions are the store's care.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::engine::{Lang, Reason, Step, Tip, Verdict};

/// The version written by this program.
pub const VERSION: u32 = 1;

/// One attempt as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Format version, [`VERSION`].
    pub v: u32,
    /// `attempt`; what is added to it later is in [`super::event`].
    pub kind: String,
    /// A ULID, one for each line.
    pub id: String,
    /// The instant it was saved: RFC 3339, UTC, ending in `Z`.
    pub at: String,
    /// The offset from UTC in force then: `+08:00`.
    pub off: String,
    /// The name of the time zone; a label only.
    pub tz: Option<String>,
    /// The local practice day, `2026-03-08`: (utc + offset − day start), fixed when saved.
    pub day: String,
    /// Which prompt.
    pub prompt: String,
    /// The prompt as it was shown.
    pub prompt_text: String,
    /// The language the answer was read as; `None` when it was neither.
    pub lang: Option<Lang>,
    /// The answer, byte for byte.
    pub answer: String,
    /// How it came to be.
    pub how: How,
    /// The sitting it belongs to: a ULID.
    pub sitting: Option<String>,
    /// Which try at this prompt in this sitting, from 1.
    pub take: Option<u32>,
    /// The attempt that an edited take started from.
    pub parent: Option<String>,
    /// The story of the bank that it was to tell.
    pub story: Option<String>,
    /// The goal this take was given.
    pub goal: Option<Goal>,
    /// Whether the machine slept or the program was stopped while the clock ran.
    pub interrupted: bool,
    /// Seconds spent typing.
    pub typing_seconds: u32,
    /// The limit that was set, in seconds.
    pub limit_seconds: Option<u32>,
    /// Words (字) of the answer.
    pub words: usize,
    /// Estimated speaking seconds.
    pub speaking_seconds: u32,
    /// Why there are no marks, when there are none.
    pub reason: Option<Reason>,
    /// The verdicts by tip; empty when not marked.
    pub verdicts: BTreeMap<Tip, Verdict>,
    /// The one next change.
    pub next: Option<Step>,
    /// Speaking seconds before the turn; `None` without one.
    pub turn_seconds: Option<u32>,
    /// The version of the rules that gave the verdicts.
    pub rules: u32,
    /// Fields of newer versions, kept as they are.
    #[serde(flatten)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

/// How an answer came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Typed on an empty page.
    Fresh,
    /// An earlier take, changed.
    Edited,
    /// More than half of it was pasted.
    Pasted,
}

/// The goal of a take: the one next change of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Which change.
    pub step: Step,
    /// By which speaking second, where that makes it measurable.
    pub by_seconds: Option<u32>,
}

#[cfg(test)]
pub(crate) mod fixture {
    use super::*;

    /// An unmarked attempt at the literal question.
    pub(crate) fn record(id: &str, answer: &str) -> Record {
        Record {
            v: VERSION,
            kind: "attempt".into(),
            id: id.into(),
            at: "2026-03-08T01:30:00Z".into(),
            off: "+08:00".into(),
            tz: Some("Asia/Shanghai".into()),
            day: "2026-03-08".into(),
            prompt: "failure".into(),
            prompt_text: "Tell me about a time you failed.".into(),
            lang: None,
            answer: answer.into(),
            how: How::Fresh,
            sitting: None,
            take: Some(1),
            parent: None,
            story: None,
            goal: None,
            interrupted: false,
            typing_seconds: 60,
            limit_seconds: None,
            words: 0,
            speaking_seconds: 0,
            reason: None,
            verdicts: BTreeMap::new(),
            next: None,
            turn_seconds: None,
            rules: 1,
            rest: serde_json::Map::new(),
        }
    }
}
