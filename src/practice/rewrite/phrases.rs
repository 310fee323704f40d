//! Many phrases, looked up by the word that they begin with, so that a table costs no more than the
//! few of its phrases that could stand at a word. Knows words; knows nothing of what they mean.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::pattern::{Found, Pattern};
use super::word::Word;
use crate::engine::Lang;

/// No phrase stands for more words, its gaps filled.
const REACH: usize = 32;

/// The phrases of one table, numbered in its order.
#[derive(Clone, Debug, Default)]
pub(in crate::practice) struct Phrases {
    patterns: Vec<Pattern>,
    by_word: HashMap<String, Vec<usize>>,
    /// Those that may begin with any word.
    anywhere: Vec<usize>,
}

impl Phrases {
    /// Reads patterns as `pattern.rs` does.
    pub(in crate::practice) fn new<'a>(
        lang: Lang,
        texts: impl IntoIterator<Item = &'a String>,
    ) -> Self {
        let mut phrases = Self::default();
        for (number, text) in texts.into_iter().enumerate() {
            let pattern = Pattern::new(lang, text);
            let mut firsts = BTreeSet::new();
            if pattern.firsts(&mut firsts) {
                for word in firsts {
                    let known = phrases.by_word.entry(word.to_owned());
                    known.or_default().push(number);
                }
            } else {
                phrases.anywhere.push(number);
            }
            phrases.patterns.push(pattern);
        }
        phrases
    }

    /// How many there are.
    pub(in crate::practice) const fn len(&self) -> usize {
        self.patterns.len()
    }

    /// The numbers of the phrases that begin at word `at`, and where they stand.
    pub(in crate::practice) fn at(
        &self,
        words: &[Word<'_>],
        at: usize,
    ) -> impl Iterator<Item = (usize, Found)> {
        let first = words.get(at).and_then(|word| self.by_word.get(&*word.key));
        let numbers = first.into_iter().flatten().chain(&self.anywhere);
        numbers.filter_map(move |&number| Some((number, self.patterns[number].at(words, at)?)))
    }

    /// The same at every word.
    pub(in crate::practice) fn all(
        &self,
        words: &[Word<'_>],
    ) -> impl Iterator<Item = (usize, Found)> {
        (0..words.len()).flat_map(|at| self.at(words, at))
    }

    /// The same at every word from which a phrase may reach into these.
    pub(in crate::practice) fn around(
        &self,
        words: &[Word<'_>],
        core: &Range<usize>,
    ) -> impl Iterator<Item = (usize, Found)> {
        (core.start.saturating_sub(REACH)..core.end).flat_map(|at| self.at(words, at))
    }
}

/// The longest; of the same length the first of the table, and of that the first in the text.
pub(in crate::practice) fn longest(
    found: impl Iterator<Item = (usize, Found)>,
) -> Option<(usize, Found)> {
    found.reduce(|best, next| {
        let rank = |hit: &(usize, Found)| (usize::MAX - hit.1.whole.len(), hit.0);
        if rank(&next) < rank(&best) {
            next
        } else {
            best
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;

    #[test]
    fn a_phrase_is_found_as_if_each_were_tried_at_each_word() {
        let table = [
            "failed to {verb}",
            "(|badly) failed",
            "^ it < was",
            ".. badly",
            "{verb} again",
            "(the|our) (worst|)",
        ]
        .map(str::to_owned);
        let text = "It was the worst week, it failed to start and badly failed again.";
        let words = words(Lang::En, text, 0..text.len());
        let phrases = Phrases::new(Lang::En, &table);
        let mut one_by_one: Vec<(usize, Found)> = (table.iter().enumerate())
            .flat_map(|(number, text)| {
                let pattern = Pattern::new(Lang::En, text);
                let at = (0..words.len()).filter_map(|at| pattern.at(&words, at));
                at.map(|found| (number, found)).collect::<Vec<_>>()
            })
            .collect();
        let mut found: Vec<(usize, Found)> = phrases.all(&words).collect();
        let order = |hit: &(usize, Found)| (hit.1.whole.start, hit.0);
        found.sort_by_key(order);
        one_by_one.sort_by_key(order);
        assert!(found.len() > 6, "{found:?}");
        assert_eq!(found, one_by_one);
    }
}
