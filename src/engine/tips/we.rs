//! Tip 4: who carries the setback, "we" or "I".

use std::ops::Range;

use super::{Joins, Rule, Words, shape};
use crate::engine::clause::Subject;
use crate::engine::finding::Detail;
use crate::engine::lang::Lang;
use crate::engine::lexicon::Class;
use crate::engine::reading::Reading;
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

/// The same words told as a shared decision: each small word by the replacement of its entry.
pub(crate) fn detail(reading: &Reading, tokens: &Range<usize>, words: Words) -> Detail {
    let mut instead = String::new();
    let mut swapped = false;
    let mut at = tokens.start;
    let mut copied = reading.tokens[tokens.start].start;
    while at < tokens.end {
        let swap = reading
            .cues
            .iter()
            .skip(first_cue(reading, at))
            .take_while(|cue| cue.first == at)
            .find_map(|cue| {
                let fitting = matches!(cue.class, Class::Solo | Class::Mine | Class::Auxiliary)
                    && cue.end <= tokens.end;
                let word = words.lexicon.entries[cue.entry].instead.first()?;
                fitting.then_some((cue, word))
            });
        let Some((cue, word)) = swap else {
            at += 1;
            continue;
        };
        instead.push_str(&reading.text[copied..reading.tokens[at].start]);
        instead.push_str(word);
        copied = reading.tokens[cue.end - 1].end;
        swapped |= cue.class != Class::Auxiliary;
        at = cue.end;
    }
    instead.push_str(&reading.text[copied..reading.tokens[tokens.end - 1].end]);
    Detail::Pronoun {
        instead: swapped.then(|| capital(reading, tokens.start, instead)),
    }
}

fn first_cue(reading: &Reading, token: usize) -> usize {
    reading.cues.partition_point(|cue| cue.first < token)
}

/// At the start of a sentence the first letter is a capital.
fn capital(reading: &Reading, token: usize, text: String) -> String {
    let sentence = reading.sentences.partition_point(|s| s.tokens.end <= token);
    let opens = reading
        .sentences
        .get(sentence)
        .is_some_and(|sentence| sentence.tokens.start == token);
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if opens && reading.lang == Lang::En => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => text,
    }
}
