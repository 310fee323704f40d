//! Tip 5: what was done about it. A measure is concrete when one could see it done.

use std::ops::Range;

use super::{Joins, Rule, shape};
use crate::engine::clause::Clause;
use crate::engine::finding::{Detail, Term};
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
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
        joins: Joins::Yes,
    },
];

/// Whether the measure only mended, or lasts: it stands in the present, or names a way of working.
pub(crate) fn detail(reading: &Reading, tokens: &Range<usize>) -> Detail {
    let lasts = |clause: &Clause| {
        let present = !clause.tense.past && !clause.tense.future;
        present || (clause.cues.has(Class::Measure) && !clause.cues.has(Class::Repair))
    };
    let first = reading
        .clauses
        .partition_point(|clause| clause.tokens.end <= tokens.start);
    let mut own = reading.clauses[first..]
        .iter()
        .take_while(|clause| clause.tokens.start < tokens.end);
    let term = if own.any(lasts) {
        Term::Prevention
    } else {
        Term::Repair
    };
    Detail::Step { term }
}
