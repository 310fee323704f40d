//! Tip 7: the failure is not defended. Cause or excuse is decided by the models, from whose act it
//! is and whether the speaker's own part follows.

use super::{Joins, Rule, shape};
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::Minimising,
        name: "damage played down",
        propose: shape::clause,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::BlameShift,
        name: "blame moved",
        propose: shape::clause,
        joins: Joins::No,
    },
    Rule {
        kind: Kind::SelfJustify,
        name: "speaker in the right",
        propose: shape::clause,
        joins: Joins::No,
    },
    Rule {
        kind: Kind::SilverLining,
        name: "failure called good",
        propose: shape::clause,
        joins: Joins::Yes,
    },
];
