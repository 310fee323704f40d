//! Tip 1: what was learned. A lesson is concrete when another person could act on it.

use super::{Joins, Proposal, Rule, shape};
use crate::engine::clause::Clause;
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::Lesson,
        name: "clause of a lesson",
        propose: after_frame,
        joins: Joins::Yes,
    },
    Rule {
        kind: Kind::VagueLesson,
        name: "lesson without content",
        propose: shape::clause,
        joins: Joins::Yes,
    },
];

/// At least this many tokens must follow the frame.
const CONTENT: usize = 3;

/// What stands behind the last frame of the clause ("I learned that …"), or the whole clause.
fn after_frame(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let frame = reading
        .cues_of(clause)
        .iter()
        .filter(|cue| cue.class == Class::LessonFrame)
        .map(|cue| cue.end)
        .max();
    match frame {
        Some(end) if end + CONTENT <= clause.tokens.end => out.push(Proposal {
            tokens: end..clause.tokens.end,
            cue: None,
        }),
        Some(_) => {}
        None => shape::clause(reading, clause, out),
    }
}
