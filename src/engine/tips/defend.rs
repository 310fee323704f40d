//! Tip 7: the failure is not defended. Nobody is told so without a phrase that says it; whether it
//! is a cause or an excuse is decided by the models, from whose act it is and what stands around.

use super::{Joins, Proposal, Rule, shape};
use crate::engine::clause::{Clause, Subject};
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
use crate::engine::report::Role;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::Minimising,
        name: "damage played down",
        propose: |reading, clause, out| {
            in_setback(&[Class::Minimise], reading, clause, out);
        },
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::BlameShift,
        name: "blame moved",
        propose: blame,
        joins: Joins::No,
    },
    Rule {
        kind: Kind::SelfJustify,
        name: "speaker in the right",
        propose: |reading, clause, out| {
            in_setback(&[Class::Justify], reading, clause, out);
        },
        joins: Joins::No,
    },
    Rule {
        kind: Kind::SilverLining,
        name: "failure called good",
        propose: |reading, clause, out| {
            shape::clause_with(&[Class::Silver], reading, clause, out);
        },
        joins: Joins::Yes,
    },
];

/// The fix is no place for excuses: what sounds like one there is something else. (Only praise of the
/// failure itself may stand there, and is told apart by its words.)
fn in_setback(classes: &[Class], reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let role = reading.roles.get(clause.sentence);
    if !matches!(role, Some(Role::Lesson | Role::Measure | Role::Gain)) {
        shape::clause_with(classes, reading, clause, out);
    }
}

/// What others did or left undone: an excuse never has "I" or "we" as its subject.
fn blame(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let others = matches!(clause.subject, Subject::Outside | Subject::Other);
    if others {
        in_setback(&[Class::Blame, Class::Outside], reading, clause, out);
    }
}
