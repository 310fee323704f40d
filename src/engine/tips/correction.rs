//! Tip 5: what was done about it. A measure is concrete when one could see it done.

use super::{Joins, Rule, shape};
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::VagueMeasure,
        name: "intention in place of a measure",
        propose: shape::clause,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::Measure,
        name: "clause of a measure",
        propose: shape::clause,
        joins: Joins::No,
    },
];
