//! The rules of the eight tips: one file a tip, each a table of kinds with what proposes them.
//! A rule proposes generously; the linear model of its kind accepts or drops.

mod brief;
mod correction;
mod defend;
mod framing;
mod learned;
mod misjudged;
mod shape;
mod we;
mod words;

use std::ops::Range;

use super::clause::Clause;
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::tip::{Kind, Tip};

pub(super) use brief::long_setback;
pub(super) use correction::detail as step_detail;
pub(super) use framing::detail as heavy_detail;
pub(super) use words::detail as growth_detail;

/// One way to see one kind.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    /// What it sees.
    pub kind: Kind,
    /// Its name, for `--why`.
    pub name: &'static str,
    /// Adds what it sees in one clause.
    pub propose: fn(&Reading, &Clause, &mut Vec<Proposal>),
    /// Whether neighbouring clauses of a sentence make one finding.
    pub joins: Joins,
}

/// Whether findings of neighbouring clauses become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    /// "test with five users, and do so before launch": one lesson.
    Yes,
    /// Each clause stands for itself.
    No,
}

/// What a rule saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Where: a range of tokens.
    pub tokens: Range<usize>,
    /// The cue that the finding is about, for kinds that are single words.
    pub cue: Option<usize>,
}

/// All rules, tip by tip.
pub(super) const RULES: [&[Rule]; Tip::ALL.len()] = [
    learned::RULES,
    misjudged::RULES,
    framing::RULES,
    we::RULES,
    correction::RULES,
    brief::RULES,
    defend::RULES,
    words::RULES,
];

/// What the rules of typed details look up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    /// The phrases of the answer's language.
    pub lexicon: &'a Lexicon,
}
