//! Tip 3: the weight of the words for the failure.

use std::ops::Range;

use super::{Joins, Proposal, Rule, shape};
use crate::engine::clause::{Clause, Subject};
use crate::engine::finding::Detail;
use crate::engine::lang::Lang;
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
use crate::engine::tip::Kind;

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Kind::HeavyWord,
        name: "heavy word",
        propose: heavy,
        joins: Joins::No,
    },
    Rule {
        kind: Kind::NeutralWord,
        name: "calm word",
        propose: |reading, clause, out| shape::cues(Class::Neutral, reading, clause, out),
        joins: Joins::No,
    },
];

/// How far before a heavy word an intensifier may stand: in tokens.
const REACH: usize = 3;

/// The heavy word with the intensifier right before it.
fn heavy(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let from = out.len();
    shape::cues(Class::Heavy, reading, clause, out);
    let mut at = 0;
    out.retain(|proposal| {
        at += 1;
        at <= from
            || !(failed_by_itself(reading, clause, proposal.tokens.start)
                || said_in_general(reading, clause))
    });
    for proposal in &mut out[from..] {
        let touching = intensifiers(reading, clause)
            .find(|range| range.end == proposal.tokens.start)
            .map(|range| range.start);
        if let Some(start) = touching {
            proposal.tokens.start = start;
        }
    }
}

/// "Most restaurants fail within a year", "a mistake is only one if repeated": told in the present,
/// of nobody's own side.
fn said_in_general(reading: &Reading, clause: &Clause) -> bool {
    let own = matches!(clause.subject, Subject::Solo | Subject::Shared)
        || clause
            .cues
            .any(&[Class::Solo, Class::Shared, Class::Mine, Class::Ours]);
    let past = clause.tense.past || clause.cues.any(&[Class::Damage, Class::Misjudge]);
    reading.lang == Lang::En && !own && !past
}

/// "The disk failed", 请求失败: a technical thing right before the word.
fn failed_by_itself(reading: &Reading, clause: &Clause, start: usize) -> bool {
    let mut technical = reading
        .cues_of(clause)
        .iter()
        .filter(|cue| cue.class == Class::Technical);
    technical.any(|cue| cue.end <= start && cue.end + 1 >= start)
}

/// Whether an intensifier stands in the same phrase.
fn intense(reading: &Reading, clause: &Clause, tokens: &Range<usize>) -> bool {
    intensifiers(reading, clause).any(|range| {
        let before = range.end <= tokens.end && range.start + REACH >= tokens.start;
        let after = range.start == tokens.end;
        before || after
    })
}

fn intensifiers<'a>(
    reading: &'a Reading,
    clause: &Clause,
) -> impl Iterator<Item = Range<usize>> + 'a {
    reading
        .cues_of(clause)
        .iter()
        .filter(|cue| cue.class == Class::Intensifier)
        .map(|cue| cue.first..cue.end)
}

/// Whether it is intensified.
pub(crate) fn detail(reading: &Reading, clause: &Clause, tokens: &Range<usize>) -> Detail {
    Detail::Heavy {
        intense: intense(reading, clause, tokens),
    }
}
