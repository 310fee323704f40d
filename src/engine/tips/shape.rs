//! Spans that several tips share: a clause without its joining words, a subject with its verb.

use std::ops::Range;

use super::Proposal;
use crate::engine::clause::{Clause, Subject};
use crate::engine::lang::Lang;
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
use crate::engine::token::MARK;

/// A Chinese clause of at most so many 字 is marked whole as "who did what"; of a longer one, its
/// first [`ACT_ZI`].
const WHOLE_ZI: usize = 14;
const ACT_ZI: usize = 9;

/// Proposes the clause as a whole, without the joining words at its start.
pub(super) fn clause(reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    let tokens = without_joins(reading, clause);
    if !clause.quoted && tokens.len() > 1 {
        out.push(Proposal { tokens, cue: None });
    }
}

/// [`clause`] if it holds a cue of one of these classes.
pub(super) fn clause_with(
    classes: &[Class],
    reading: &Reading,
    whole: &Clause,
    out: &mut Vec<Proposal>,
) {
    if whole.cues.any(classes) {
        clause(reading, whole, out);
    }
}

/// Proposes each cue of `class` outside quotation marks.
pub(super) fn cues(class: Class, reading: &Reading, clause: &Clause, out: &mut Vec<Proposal>) {
    for (at, cue) in reading.cues_of(clause).iter().enumerate() {
        if cue.class == class && !reading.tokens[cue.first].quoted {
            out.push(Proposal {
                tokens: cue.first..cue.end,
                cue: Some(clause.cue_range.start + at),
            });
        }
    }
}

/// Proposes who did it with what was done: "I didn't realise", "my mistake".
pub(super) fn act(
    subject: Subject,
    own: Class,
    reading: &Reading,
    clause: &Clause,
    out: &mut Vec<Proposal>,
) {
    if clause.quoted {
        return;
    }
    // In Chinese nobody named is the speaker, as long as nobody else was.
    let dropped =
        reading.lang == Lang::Zh && subject == Subject::Solo && clause.subject == Subject::Other;
    if clause.subject == subject || dropped {
        let start = clause
            .subject_tokens
            .as_ref()
            .map_or(without_joins(reading, clause).start, |tokens| tokens.start);
        let carried_english = reading.lang == Lang::En && clause.subject_tokens.is_none();
        if !carried_english {
            out.push(Proposal {
                tokens: start..verb_end(reading, clause, start),
                cue: None,
            });
            return;
        }
    }
    let owned = reading.cues_of(clause).iter().find(|cue| cue.class == own);
    if let Some(cue) = owned {
        let end = clause.tokens.end.min(cue.end + 2);
        out.push(Proposal {
            tokens: cue.first..end,
            cue: None,
        });
    }
}

/// The token behind the verb of the subject at `start`: past small words, then one word.
fn verb_end(reading: &Reading, clause: &Clause, start: usize) -> usize {
    if reading.lang == Lang::Zh {
        let whole = clause.tokens.end - start <= WHOLE_ZI;
        return if whole {
            clause.tokens.end
        } else {
            start + ACT_ZI
        };
    }
    let mut at = clause
        .subject_tokens
        .as_ref()
        .map_or(start + 1, |tokens| tokens.end);
    let small = |at: usize| {
        reading
            .cues_of(clause)
            .iter()
            .any(|cue| cue.first == at && matches!(cue.class, Class::Auxiliary | Class::Negation))
    };
    while at < clause.tokens.end && small(at) {
        at += 1;
    }
    (at + 1).min(clause.tokens.end)
}

/// The tokens of a clause behind the joining words it opens with.
pub(super) fn without_joins(reading: &Reading, clause: &Clause) -> Range<usize> {
    let mut start = clause.tokens.start;
    for cue in reading.cues_of(clause) {
        if cue.first == start && cue.class == Class::Join && cue.end < clause.tokens.end {
            start = cue.end;
        }
    }
    while start < clause.tokens.end && reading.tokens[start].key == MARK {
        start += 1;
    }
    start..clause.tokens.end
}
