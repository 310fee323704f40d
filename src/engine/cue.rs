//! Finds the phrases of the lexicon in the tokens of a text. Knows keys, gaps and guards; knows
//! nothing of what a class means.

use super::form::{Piece, expand};
use super::lang::Lang;
use super::lexicon::{Class, Lexicon};
use super::token::{Key, Keys, MARK, NUMBER, Token};

/// A phrase of the lexicon in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What it is.
    pub class: Class,
    /// Which entry of the lexicon.
    pub entry: usize,
    /// First token.
    pub first: usize,
    /// First token after it.
    pub end: usize,
}

/// The phrases of one language, ready to match.
#[derive(Debug)]
pub struct Phrases {
    keys: Keys,
    /// Sorted by first key.
    all: Vec<Phrase>,
    /// Where the phrases of a key start; a dense table for words, searched for characters.
    starts: Vec<(Key, u32)>,
    gap: usize,
}

#[derive(Debug)]
struct Phrase {
    first: Key,
    class: Class,
    entry: u32,
    /// What follows the first key.
    rest: Box<[Step]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Key(Key),
    Gap,
}

/// Tokens that `..` may skip.
const GAP: [usize; 2] = [4, 8];

impl Phrases {
    /// Compiles the forms of `lexicon`.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut keys = Keys::default();
        let mut phrases = Vec::new();
        for (index, entry) in lexicon.entries.iter().enumerate() {
            for pieces in entry.forms.iter().flat_map(|form| expand(form)) {
                let mut steps = steps(lexicon.lang, &pieces, &mut keys).into_iter();
                let Some(Step::Key(first)) = steps.next() else {
                    continue;
                };
                phrases.push(Phrase {
                    first,
                    class: entry.class,
                    entry: u32::try_from(index).unwrap_or(u32::MAX),
                    rest: steps.collect(),
                });
            }
        }
        // Stable: among phrases of one key the order of the file stays.
        phrases.sort_by_key(|phrase| phrase.first);
        let mut starts: Vec<(Key, u32)> = Vec::new();
        for (at, phrase) in phrases.iter().enumerate() {
            if starts.last().is_none_or(|last| last.0 != phrase.first) {
                starts.push((phrase.first, u32::try_from(at).unwrap_or(u32::MAX)));
            }
        }
        Self {
            keys,
            all: phrases,
            starts,
            gap: GAP[lexicon.lang as usize],
        }
    }

    /// The tokens of `text`.
    pub fn tokens(&self, lang: Lang, text: &str) -> Vec<Token> {
        self.keys.tokens(lang, text)
    }

    /// All cues, by first token; of one class, the longest at each place; none inside a longer guard.
    pub fn find(&self, tokens: &[Token]) -> Vec<Cue> {
        let mut cues: Vec<Cue> = Vec::new();
        let mut guarded = 0..0;
        for at in 0..tokens.len() {
            let from = cues.len();
            for phrase in self.starting_with(tokens[at].key) {
                let Some(end) = match_steps(&phrase.rest, tokens, at + 1, self.gap) else {
                    continue;
                };
                if phrase.class == Class::Guard {
                    guarded = widen(guarded, at..end);
                }
                keep_longest(&mut cues, from, phrase, at..end);
            }
            drop_guarded(&mut cues, from, &guarded);
        }
        cues
    }

    fn starting_with(&self, key: Key) -> &[Phrase] {
        let Ok(at) = self.starts.binary_search_by_key(&key, |start| start.0) else {
            return &[];
        };
        let from = self.starts[at].1 as usize;
        let to = self
            .starts
            .get(at + 1)
            .map_or(self.all.len(), |next| next.1 as usize);
        &self.all[from..to]
    }
}

fn steps(lang: Lang, pieces: &[Piece], keys: &mut Keys) -> Vec<Step> {
    let mut steps = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Gap => steps.push(Step::Gap),
            Piece::Number => steps.push(Step::Key(NUMBER)),
            Piece::Text(text) => {
                steps.extend(keys.learn(lang, text).into_iter().map(Step::Key));
            }
        }
    }
    steps
}

/// The end of the match of `steps` from `at`. A gap takes as little as it can and crosses no mark.
fn match_steps(steps: &[Step], tokens: &[Token], mut at: usize, gap: usize) -> Option<usize> {
    for (index, step) in steps.iter().enumerate() {
        match step {
            Step::Key(key) if tokens.get(at).is_some_and(|t| t.key == *key) => at += 1,
            Step::Key(_) => return None,
            Step::Gap => {
                let rest = &steps[index + 1..];
                return (at..=at + gap)
                    .take_while(|&next| {
                        next == at || tokens.get(next - 1).is_some_and(|t| t.key != MARK)
                    })
                    .find_map(|next| match_steps(rest, tokens, next, gap));
            }
        }
    }
    Some(at)
}

fn widen(guarded: std::ops::Range<usize>, new: std::ops::Range<usize>) -> std::ops::Range<usize> {
    if new.end > guarded.end { new } else { guarded }
}

fn keep_longest(cues: &mut Vec<Cue>, from: usize, phrase: &Phrase, range: std::ops::Range<usize>) {
    let new = Cue {
        class: phrase.class,
        entry: phrase.entry as usize,
        first: range.start,
        end: range.end,
    };
    match cues[from..].iter_mut().find(|cue| cue.class == new.class) {
        Some(cue) if cue.end >= new.end => {}
        Some(cue) => *cue = new,
        None => cues.push(new),
    }
}

/// Drops what lies inside a guard, and shorter hits inside a longer one of the same class.
fn drop_guarded(cues: &mut Vec<Cue>, from: usize, guarded: &std::ops::Range<usize>) {
    let mut keep = from;
    for index in from..cues.len() {
        let cue = cues[index];
        let inside_longer = cues[..from]
            .iter()
            .rev()
            .take(12)
            .any(|longer| longer.class == cue.class && longer.end >= cue.end);
        let inside = guarded.start <= cue.first && cue.end <= guarded.end;
        let is_guarded = inside && cue.end - cue.first < guarded.len();
        if !inside_longer && !is_guarded {
            cues[keep] = cue;
            keep += 1;
        }
    }
    cues.truncate(keep);
}
