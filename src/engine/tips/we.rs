//! Tip 4: who carries the setback, "we" or "I".

use super::{Joins, Rule, shape};
use crate::engine::clause::Subject;
use crate::engine::lexicon::Class;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::SoloBlame,
        name: "I in a setback",
        propose: |reading, clause, out| {
            shape::act(Subject::Solo, Class::Mine, reading, clause, out);
        },
        joins: Joins::No,
    },
    Rule {
        kind: Kind::Shared,
        name: "we in a setback",
        propose: |reading, clause, out| {
            shape::act(Subject::Shared, Class::Ours, reading, clause, out);
        },
        joins: Joins::No,
    },
];
