//! Finds the phrases of the lexicon in the tokens of a text. Knows keys, gaps and guards; knows
//! nothing of what a class means.

use std::ops::Range;

use super::lang::Lang;
use super::lexicon::Class;
use super::token::{self, MARK, Token, Vocabulary};
use super::traditional::simplified;
use super::trie::{Node, Output, Trie};

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
#[derive(Clone, Copy, Debug)]
pub struct Phrases {
    lang: Lang,
    trie: Trie,
    vocabulary: Vocabulary,
}

/// Tokens that `..` may skip.
const GAP: [usize; 2] = [4, 8];

impl Phrases {
    /// The phrases that `build.rs` compiled.
    pub fn new(lang: Lang, trie: &'static [u8], vocabulary: &'static [u8]) -> Self {
        Self {
            lang,
            trie: Trie::new(trie),
            vocabulary: Vocabulary::new(vocabulary),
        }
    }

    /// The tokens of `text`.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        token::tokens(self.lang, text, self.vocabulary, simplified)
    }

    /// All cues, by first token; of one class, the longest at each place; none inside a longer
    /// guard.
    pub fn find(&self, tokens: &[Token]) -> Vec<Cue> {
        let mut cues: Vec<Cue> = Vec::new();
        let mut guarded = 0..0;
        for at in 0..tokens.len() {
            let from = cues.len();
            if let Some(node) = self.trie.step(Trie::root(), tokens[at].key) {
                self.walk(node, tokens, at + 1, &mut |output, end| {
                    if output.class == Class::Guard {
                        guarded = widen(&guarded, at..end);
                    }
                    keep_longest(&mut cues, from, output, at..end);
                });
            }
            drop_guarded(&mut cues, from, &guarded);
        }
        drop_negated(&mut cues);
        cues
    }

    /// Meets every phrase that goes on from `node` at token `at`. A gap crosses no mark.
    fn walk(&self, node: Node, tokens: &[Token], at: usize, meet: &mut impl FnMut(Output, usize)) {
        for output in self.trie.outputs(node) {
            meet(output, at);
        }
        let step = |node, at: usize| {
            let key = tokens.get(at).map(|token| token.key)?;
            self.trie.step(node, key)
        };
        if let Some(next) = step(node, at) {
            self.walk(next, tokens, at + 1, meet);
        }
        let Some(behind) = self.trie.gap(node) else {
            return;
        };
        for next in at..=at + GAP[self.lang as usize] {
            if let Some(found) = step(behind, next) {
                self.walk(found, tokens, next + 1, meet);
            }
            if tokens.get(next).is_none_or(|token| token.key == MARK) {
                return;
            }
        }
    }
}

/// Insight that is negated ("didn't realise", 没有意识到) is neither growth nor the frame of a
/// lesson.
fn drop_negated(cues: &mut Vec<Cue>) {
    let negations: Vec<usize> = cues
        .iter()
        .filter(|cue| cue.class == Class::Negation)
        .map(|cue| cue.end)
        .collect();
    let mut next = 0;
    cues.retain(|cue| {
        while negations
            .get(next)
            .is_some_and(|&end| end + NEGATED < cue.first)
        {
            next += 1;
        }
        let insight = matches!(cue.class, Class::Growth | Class::LessonFrame);
        let negated = negations[next..]
            .first()
            .is_some_and(|&end| end <= cue.first);
        !(insight && negated)
    });
}

/// Tokens that may stand between a negation and what it negates.
const NEGATED: usize = 2;

fn widen(guarded: &Range<usize>, new: Range<usize>) -> Range<usize> {
    if new.end > guarded.end {
        new
    } else {
        guarded.clone()
    }
}

fn keep_longest(cues: &mut Vec<Cue>, from: usize, output: Output, range: Range<usize>) {
    let new = Cue {
        class: output.class,
        entry: output.entry,
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
fn drop_guarded(cues: &mut Vec<Cue>, from: usize, guarded: &Range<usize>) {
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
