//! One span of one kind with its typed facts; knows nothing of how it was found or is shown.

use serde::{Deserialize, Serialize};

use super::span::Span;
use super::tip::Kind;

/// What was seen, where, and the facts that a message needs. Never prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was seen.
    pub kind: Kind,
    /// Where.
    pub span: Span,
    /// The facts that belong to the kind.
    pub detail: Detail,
}

/// Typed facts of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The span says it all.
    Plain,
    /// A heavy word: whether an intensifier stands with it.
    Heavy {
        /// "a complete disaster"
        intense: bool,
    },
    /// A growth word, by its lemma: different lemmas are different growth words.
    Growth {
        /// "realise", 意识到
        lemma: String,
    },
    /// A measure: whether it mended this time, or keeps it from happening again.
    Step {
        /// "refunded them"; "since then two people check"
        term: Term,
    },
    /// `long-setback`: how much of the answer the setback takes.
    Length {
        /// Words (字) of all setback sentences.
        words: usize,
        /// Words (字) of the answer.
        of: usize,
    },
}

/// How long a measure reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Term {
    /// It mended what was broken.
    Repair,
    /// It changed how one works, so that it does not happen again.
    Prevention,
}
