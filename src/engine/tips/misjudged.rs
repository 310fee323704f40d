//! Tip 2: a misjudgement, rather than a slip, a flaw, a breach or no failure at all.

use super::{Joins, Proposal, Rule, shape};
use crate::engine::clause::{Clause, Subject};
use crate::engine::cue::Cue;
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::Slip,
        name: "clause of a slip",
        propose: shape::clause,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::CharacterFlaw,
        name: "own clause with a flaw",
        propose: flaw,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::Breach,
        name: "own clause with a breach",
        propose: breach,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::Dodge,
        name: "clause of a dodge",
        propose: |reading, clause, out| {
            shape::clause_with(&[Class::Dodge], reading, clause, out);
        },
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::Misjudgement,
        name: "clause of a misjudgement",
        propose: shape::clause,
        joins: Joins::Yes,
    },
];

/// The temper of somebody else is not the speaker's, and one that was not lost is no flaw.
fn flaw(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let cues = reading.cues_of(clause);
    let negated = |flaw: &Cue| {
        let near = |cue: &Cue| cue.end <= flaw.first && flaw.first - cue.end <= NEGATED;
        cues.iter()
            .any(|cue| cue.class == Class::Negation && near(cue))
    };
    let mut flaws = cues.iter().filter(|cue| cue.class == Class::Flaw);
    if clause.subject != Subject::Outside && flaws.any(|flaw| !negated(flaw)) {
        shape::clause_with(&[Class::Flaw], reading, clause, out);
    }
}

/// Tokens that may stand between a negation and the flaw that it denies: "not at all lazy".
const NEGATED: usize = 2;

/// Too rare to be weighed, so the rule is strict: the speaker's own side, and not negated.
fn breach(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let own = matches!(clause.subject, Subject::Solo | Subject::Shared);
    if own && !clause.cues.has(Class::Negation) {
        shape::clause_with(&[Class::Breach], reading, clause, out);
    }
}
