//! Tip 8: words of learning, improving and adjusting, said of the speaker's own side.

use super::{Joins, Rule, Words, shape};
use crate::engine::finding::Detail;
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[Rule {
    kind: Kind::GrowthWord,
    name: "growth word",
    propose: |reading, clause, out| shape::cues(Class::Growth, reading, clause, out),
    joins: Joins::No,
}];

/// The lemma of its entry.
pub(crate) fn detail(reading: &Reading, cue: Option<usize>, words: Words) -> Detail {
    cue.map_or(Detail::Plain, |at| Detail::Growth {
        lemma: words.lexicon.entries[reading.cues[at].entry].lemma.clone(),
    })
}
