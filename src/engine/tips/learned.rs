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

/// The end of the first frame and of those that go on from it.
fn frame_end(reading: &Reading, clause: &Clause) -> Option<usize> {
    let frames = reading.cues_of(clause).iter();
    frames
        .filter(|cue| cue.class == Class::LessonFrame)
        .fold(None, |end, cue| match end {
            Some(end) if cue.first > end => Some(end),
            end => end.max(Some(cue.end)),
        })
}

/// What stands behind the frame of the clause ("I learned that …"), or the whole clause.
fn after_frame(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    match frame_end(reading, clause) {
        Some(end) if end + CONTENT <= clause.tokens.end => out.push(Proposal {
            tokens: end..clause.tokens.end,
            cue: None,
        }),
        Some(_) => {}
        None => shape::clause(reading, clause, out),
    }
}
