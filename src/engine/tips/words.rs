//! Tip 8: words of learning, improving and adjusting, said of the speaker's own side.

use super::{Joins, Proposal, Rule, Words, shape};
use crate::engine::clause::{Clause, Subject};
use crate::engine::finding::Detail;
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
use crate::engine::report::Role;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[Rule {
    kind: Kind::GrowthWord,
    name: "growth word of the speaker's own side, outside the setback",
    propose: own_growth,
    joins: Joins::No,
}];

/// The rubric decides this one, so no model weighs it: told of the speaker's own side, and not
/// inside the setback unless it opens an insight. (Negated ones are no cues.)
fn own_growth(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let role = reading.roles.get(clause.sentence);
    let told = matches!(role, Some(Role::Lesson | Role::Measure | Role::Gain))
        || clause.cues.has(Class::LessonFrame);
    if told && clause.subject != Subject::Outside {
        shape::cues(Class::Growth, reading, clause, out);
    }
}

/// The lemma of its entry.
pub(crate) fn detail(reading: &Reading, cue: Option<usize>, words: Words) -> Detail {
    cue.map_or(Detail::Plain, |at| Detail::Growth {
        lemma: words.lexicon.entries[reading.cues[at].entry].lemma.clone(),
    })
}
