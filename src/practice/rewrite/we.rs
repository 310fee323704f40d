//! A miss told as "I", told as "we": pronouns, possessives and the verbs that agree, up to where the
//! person goes on with what is their own. Knows one sentence; whether it was shared, nobody knows
//! but the person.

use std::collections::HashMap;
use std::ops::Range;

use super::line::is_one;
use super::phrases::Phrases;
use super::rules::We;
use super::word::{Word, keys};
use crate::engine::Lang;

/// The tables, ready to be used.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    /// By their first words.
    swap: HashMap<String, Vec<(Vec<String>, String)>>,
    until: Phrases,
    alone: Phrases,
    rules: We,
}

/// A sentence, or the rest of one, told as shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Swap {
    /// The bytes that are replaced.
    pub(super) range: Range<usize>,
    /// By what, best first.
    pub(super) with: Vec<String>,
    /// The words of the finding as they are then.
    pub(super) say: Vec<String>,
}

/// Most small words end like this; the others stand in the table.
const ADVERB: &str = "ly";

impl Shared {
    pub(super) fn new(lang: Lang, rules: &We) -> Self {
        let mut swap = HashMap::<_, Vec<_>>::new();
        for (from, to) in &rules.swap {
            let from = keys(lang, from);
            if let Some(first) = from.first() {
                let known = swap.entry(first.clone());
                known.or_default().push((from, to.clone()));
            }
        }
        Self {
            swap,
            until: Phrases::new(lang, &rules.until),
            alone: Phrases::new(lang, &rules.alone),
            rules: rules.clone(),
        }
    }

    /// The sentence `words` of `text` as it would be told; `span` is the words of the finding.
    pub(super) fn rewrite(
        &self,
        text: &str,
        words: &[Word<'_>],
        span: Range<usize>,
    ) -> Option<Swap> {
        if words.get(span.clone())?.iter().any(|word| word.quoted) {
            return None;
        }
        let speaks = |at: &usize| self.speaks(&words[*at]);
        let drops = !self.rules.unsaid.is_empty();
        let from = if drops {
            clause_start(words, span.start)
        } else {
            0
        };
        let said = span.clone().find(speaks);
        let said = said.or_else(|| (from..span.start).rev().find(speaks));
        let start = match said {
            Some(start) => start,
            None if drops => span.start,
            None => return None,
        };
        let end = self.end(words, start, span.end);
        if self.is_alone(&words[..end]) {
            return None;
        }
        let last = words[span.end - 1].range.end;
        let shown = words[start.min(span.start)].range.start;
        if said.is_none() {
            let told = self.rules.unsaid.clone() + &text[shown..last];
            return Some(Swap {
                range: shown..shown,
                with: self.ways(self.rules.unsaid.clone()),
                say: self.ways(told),
            });
        }
        let (whole, with) = self.swap(text, words, start..end);
        let (copied, mut told) = self.swap(text, words, start..span.end);
        let first = words[start].range.start;
        told.insert_str(0, &text[shown..first]);
        told.push_str(&text[copied.min(last)..last]);
        (with != text[first..whole]).then(|| Swap {
            range: first..whole,
            with: self.ways(with),
            say: self.ways(told),
        })
    }

    fn ways(&self, said: String) -> Vec<String> {
        let other = self.rules.also.as_ref();
        let other = other.and_then(|(one, other)| {
            let at = said.find(one.as_str())?;
            Some(format!("{}{other}{}", &said[..at], &said[at + one.len()..]))
        });
        [Some(said), other].into_iter().flatten().collect()
    }

    /// Whether a word is one that would be swapped.
    fn speaks(&self, word: &Word<'_>) -> bool {
        !word.quoted && self.swap.contains_key(&*word.key)
    }

    /// Where the person goes on with what is their own, or the half of the sentence ends.
    fn end(&self, words: &[Word<'_>], start: usize, least: usize) -> usize {
        let stops =
            |at: &usize| words[*at].key == ";" || self.until.at(words, *at).next().is_some();
        let from = (start + 1).max(least.min(words.len()));
        (from..words.len()).find(stops).unwrap_or(words.len())
    }

    fn is_alone(&self, words: &[Word<'_>]) -> bool {
        self.alone.all(words).next().is_some()
    }

    /// The words of `range` told otherwise, and the byte behind the last one that is.
    fn swap(&self, text: &str, words: &[Word<'_>], range: Range<usize>) -> (usize, String) {
        let mut told = Told {
            copied: words[range.start].range.start,
            text,
            said: String::new(),
        };
        let first = words.iter().position(|word| !word.mark);
        let mut speaker = false;
        let mut at = range.start;
        while at < range.end {
            let word = &words[at];
            if let Some((length, to)) = self.swap_at(&words[..range.end], at) {
                let range = word.range.start..words[at + length - 1].range.end;
                told.put(range, to, first == Some(at));
                speaker = true;
                at += length;
                let verb = self.verb_at(&words[..range_end(words, &self.rules, at)], at);
                if let Some((verb, to)) = verb {
                    told.put(words[verb].range.clone(), to, false);
                    at = verb + 1;
                }
                continue;
            }
            speaker &= !self.acts(words, at);
            if speaker
                && is_one(&self.rules.joining, word)
                && let Some((verb, to)) = self.verb_at(&words[..range.end], at + 1)
            {
                told.put(words[verb].range.clone(), to, false);
                at = verb;
            }
            at += 1;
        }
        (told.copied, told.said)
    }

    /// Whether somebody else begins to act here: "and it was", but not "copied it".
    fn acts(&self, words: &[Word<'_>], at: usize) -> bool {
        let others = &self.rules.others;
        let opens = |before: &Word<'_>| {
            before.mark || is_one(&self.rules.joining, before) || is_one(others, before)
        };
        let before = at.checked_sub(1).map(|before| &words[before]);
        is_one(others, &words[at]) && before.is_none_or(opens)
    }

    fn swap_at(&self, words: &[Word<'_>], at: usize) -> Option<(usize, &str)> {
        let there = |from: &[String]| {
            let words = words.get(at..at + from.len())?;
            let same = |(key, word): (&String, &Word<'_>)| **key == *word.key && !word.quoted;
            from.iter().zip(words).all(same).then_some(from.len())
        };
        let hits = self.swap.get(&*words.get(at)?.key)?.iter();
        let hits = hits.filter_map(|(from, to)| Some((there(from)?, to.as_str())));
        hits.max_by_key(|(length, _)| *length)
    }

    /// A verb that agrees with the speaker, behind small words.
    fn verb_at(&self, words: &[Word<'_>], at: usize) -> Option<(usize, &str)> {
        let small =
            |word: &&Word<'_>| is_one(&self.rules.between, word) || word.key.ends_with(ADVERB);
        let skipped = words.get(at..)?.iter().take_while(small).count();
        let verb = words.get(at + skipped)?;
        let mut agree = self.rules.agree.iter();
        let (_, to) = agree.find(|(from, _)| **from == *verb.key)?;
        Some((at + skipped, to))
    }
}

/// A verb of the speaker is looked for no farther than this.
fn range_end(words: &[Word<'_>], rules: &We, at: usize) -> usize {
    let reach = if rules.agree.is_empty() { 0 } else { 4 };
    words.len().min(at + reach)
}

/// Where the clause begins that word `at` is in: behind a mark.
fn clause_start(words: &[Word<'_>], at: usize) -> usize {
    let mark = (0..at).rev().find(|at| words[*at].mark);
    mark.map_or(0, |at| at + 1)
}

/// The text as far as it is told.
struct Told<'a> {
    text: &'a str,
    copied: usize,
    said: String,
}

impl Told<'_> {
    fn put(&mut self, range: Range<usize>, to: &str, opens: bool) {
        self.said.push_str(&self.text[self.copied..range.start]);
        let mut chars = to.chars();
        match chars.next() {
            Some(first) if opens => {
                self.said.extend(first.to_uppercase());
                self.said.push_str(chars.as_str());
            }
            _ => self.said.push_str(to),
        }
        self.copied = range.end;
    }
}
