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

/// A sentence of more words (字) is a transcript without marks: who acts where in it, nobody can say.
const LONGEST: usize = 400;

/// A speaker who is farther from the finding than so many marks is not changed for it.
const FARTHEST: usize = 4;

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
    ///
    /// One speaker is told from the first "I" of the sentence on, so that no act is told of two.
    pub(super) fn rewrite(
        &self,
        text: &str,
        words: &[Word<'_>],
        span: Range<usize>,
    ) -> Option<Swap> {
        let quoted = words.get(span.clone())?.iter().any(|word| word.quoted);
        if quoted || words.len() > LONGEST {
            return None;
        }
        let drops = !self.rules.unsaid.is_empty();
        let said = (0..span.end).find(|at| self.changes(words, *at));
        let start = match said {
            Some(start) => start,
            None if drops && !self.is_shared(words, span.end) => {
                self.before_small_words(words, span.start)
            }
            None => return None,
        };
        let marks = words[start..span.end.max(start)].iter();
        if marks.filter(|word| word.mark).count() > FARTHEST {
            return None;
        }
        let end = self.end(words, start, span.end);
        let own = |at: usize| self.until.at(words, at).next().is_some();
        let halved = said.is_none() || !own(end) && !own(end + 1);
        if self.is_alone(&words[..end]) || halved && self.is_half(words, end) {
            return None;
        }
        if said.is_none() {
            let told = self.rules.unsaid.clone() + &self.shown(text, words, start..span.end);
            let first = words[start].range.start;
            return Some(Swap {
                range: first..first,
                with: self.ways(self.rules.unsaid.clone()),
                say: vec![told],
            });
        }
        let (whole, with) = self.swap(text, words, start..end);
        let first = words[start].range.start;
        (with != text[first..whole]).then(|| Swap {
            range: first..whole,
            with: self.ways(with),
            say: vec![self.told(text, words, start, &span)],
        })
    }

    /// The words of the finding as they are told then; where only an earlier clause says who acts,
    /// that clause.
    fn told(&self, text: &str, words: &[Word<'_>], start: usize, span: &Range<usize>) -> String {
        let whole = start.min(span.start)..self.last(words, span);
        let own = (span.start..span.end).any(|at| self.changes(words, at));
        let mark = words[start..whole.end].iter().position(|word| word.mark);
        let shown = match mark {
            Some(_) if own => span.start..whole.end,
            Some(mark) => start..start + mark,
            None => whole,
        };
        let (copied, told) = self.swap(text, words, shown.clone());
        let last = words[shown.end - 1].range.end;
        let rest = &text[copied.min(last)..last];
        let cut = match mark {
            Some(_) if !own => &self.rules.cut,
            _ => self.cut(words, shown.end),
        };
        told + rest + cut
    }

    /// The words of a range as they stand.
    fn shown(&self, text: &str, words: &[Word<'_>], range: Range<usize>) -> String {
        let bytes = words[range.start].range.start..words[range.end - 1].range.end;
        text[bytes].to_owned() + self.cut(words, range.end)
    }

    /// A sign where the clause goes on behind what is told.
    fn cut(&self, words: &[Word<'_>], end: usize) -> &str {
        let goes_on = words.get(end).is_some_and(|word| !word.mark);
        if goes_on { &self.rules.cut } else { "" }
    }

    /// Behind the last word of a finding that can be told last.
    fn last(&self, words: &[Word<'_>], span: &Range<usize>) -> usize {
        let mut end = span.end;
        while self.rules.unsaid.is_empty()
            && end > span.start + 2
            && is_one(&self.rules.loose, &words[end - 1])
        {
            end -= 1;
        }
        end
    }

    /// Whether one speaker would go on as two.
    fn is_half(&self, words: &[Word<'_>], end: usize) -> bool {
        (end..words.len()).any(|at| self.changes(words, at))
    }

    /// Whether "we" are the speaker already.
    fn is_shared(&self, words: &[Word<'_>], end: usize) -> bool {
        let shared = |at| {
            let swapped = self.swap_at(words, at);
            swapped.is_some_and(|(_, to)| to.starts_with(&self.rules.unsaid))
        };
        (0..end).any(shared)
    }

    /// Where the unsaid speaker of a clause stands: 我们就, not 就我们.
    fn before_small_words(&self, words: &[Word<'_>], at: usize) -> usize {
        let small = words[..at].iter().rev();
        at - small
            .take_while(|word| is_one(&self.rules.loose, word))
            .count()
    }

    fn ways(&self, said: String) -> Vec<String> {
        let other = self.rules.also.as_ref();
        let other = other.and_then(|(one, other)| {
            let at = said.find(one.as_str())?;
            Some(format!("{}{other}{}", &said[..at], &said[at + one.len()..]))
        });
        [Some(said), other].into_iter().flatten().collect()
    }

    /// Whether the words at `at` would be told otherwise.
    fn changes(&self, words: &[Word<'_>], at: usize) -> bool {
        let swapped = self.swap_at(words, at);
        swapped.is_some_and(|(length, to)| {
            let from = words[at..at + length].iter().map(|word| &*word.key);
            from.collect::<String>() != to.replace(' ', "")
        })
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
