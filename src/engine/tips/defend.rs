//! Tip 7: the failure is not defended. Nobody is told so without a phrase that says it; whether it
//! is a cause or an excuse is decided by the models, from whose act it is and what stands around.

use super::{Joins, Proposal, Rule, shape};
use crate::engine::clause::{Clause, Subject};
use crate::engine::lexicon::Class;
use crate::engine::reading::{DEFENCE, Reading};
use crate::engine::report::Role;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::Minimising,
        name: "damage played down",
        propose: in_setback,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::BlameShift,
        name: "blame moved",
        propose: in_setback,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::SelfJustify,
        name: "speaker in the right",
        propose: in_setback,
        joins: Joins::Yes,
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

/// What sounds like a defence, or what others did. The fix is no place for excuses: what sounds like
/// one there is something else. (Only praise of the failure itself may stand there, and is told
/// apart by its words.)
fn in_setback(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let role = reading.roles.get(clause.sentence);
    let told = clause.cues.any(&DEFENCE)
        || clause.cues.any(&[Class::Belittle, Class::Excuse])
        || clause.subject == Subject::Outside;
    if told && !matches!(role, Some(Role::Lesson | Role::Measure | Role::Gain)) {
        shape::clause(reading, clause, out);
    }
}
