//! The interface words of one language: one field each, so that a missing word fails to parse.
//! Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// All interface words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Verdicts in words.
    pub verdict: VerdictWords,
    /// Messages of the command line.
    pub cli: CliWords,
}

/// Verdicts in words, never scolding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictWords {
    /// "kept"
    pub kept: String,
    /// "check"
    pub look: String,
    /// "change"
    pub work: String,
    /// "not seen"
    pub unseen: String,
}

/// Messages of the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CliWords {
    /// Heading of the findings.
    pub findings: String,
}
