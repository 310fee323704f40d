//! The sentences of an answer taken apart, each once and only when it is asked for. Knows words;
//! knows no rules.

use std::cell::OnceCell;
use std::ops::Range;

use super::word::{Word, words};
use crate::engine::{Lang, Report, Role, Span, simplified};

/// One sentence taken apart.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word<'a>>,
    /// Whether the answer is in traditional characters.
    pub(super) traditional: bool,
    /// Whether its apostrophes are curly.
    pub(super) curly: bool,
}

/// The sentences of a report.
pub(super) struct Lines<'a> {
    lang: Lang,
    text: &'a str,
    report: &'a Report,
    traditional: bool,
    curly: bool,
    taken_apart: Vec<OnceCell<Line<'a>>>,
}

/// An apostrophe as word processors write it.
pub(super) const CURLY: char = '’';

/// By so many characters it is known whether an answer is in traditional ones.
const SCRIPT_TOLD: usize = 1000;

impl<'a> Lines<'a> {
    pub(super) fn new(lang: Lang, text: &'a str, report: &'a Report) -> Self {
        Self {
            lang,
            text,
            report,
            traditional: is_traditional(lang, text),
            curly: text.contains(CURLY),
            taken_apart: report.sentences.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    /// The sentence that `span` begins in, and its role.
    pub(super) fn around(&self, span: Span) -> Option<(&Line<'a>, Role)> {
        let sentences = &self.report.sentences;
        let number = sentences.partition_point(|sentence| sentence.span.end() <= span.start());
        Some((self.line(number)?, sentences[number].role))
    }

    /// The sentence of this number.
    pub(super) fn line(&self, number: usize) -> Option<&Line<'a>> {
        let range = self.report.sentences.get(number)?.span.range();
        Some(self.taken_apart[number].get_or_init(|| Line {
            text: self.text,
            words: words(self.lang, self.text, range),
            traditional: self.traditional,
            curly: self.curly,
        }))
    }
}

/// Its beginning tells.
fn is_traditional(lang: Lang, text: &str) -> bool {
    let mut beginning = text.chars().take(SCRIPT_TOLD);
    lang == Lang::Zh && beginning.any(|c| simplified(c) != c)
}

impl<'a> Line<'a> {
    /// The sentence `range` of `text` by itself.
    pub(super) fn new(lang: Lang, text: &'a str, range: Range<usize>) -> Self {
        Self {
            text,
            words: words(lang, text, range),
            traditional: is_traditional(lang, text),
            curly: text.contains(CURLY),
        }
    }

    /// The words of a span; `None` where it holds none.
    pub(super) fn of(&self, span: Span) -> Option<Range<usize>> {
        let words = &self.words;
        let first = words.partition_point(|word| word.range.end <= span.start());
        let behind = words.partition_point(|word| word.range.start < span.end());
        (first < behind).then_some(first..behind)
    }

    /// The marked words without those that only make them heavier.
    pub(super) fn core(&self, marked: Range<usize>, intense: &[String]) -> Range<usize> {
        let mut core = marked.clone();
        while core.len() > 1 && self.is_any(intense, core.start) > 0 {
            core.start += self.is_any(intense, core.start);
        }
        while core.len() > 1 && is_one(intense, &self.words[core.end - 1]) {
            core.end -= 1;
        }
        if core.is_empty() { marked } else { core }
    }

    /// These words with what only makes them heavier, before and behind.
    pub(super) fn widened(&self, mut words: Range<usize>, intense: &[String]) -> Range<usize> {
        loop {
            let before = (1..=2).find(|length| {
                words.start >= *length && self.is_any(intense, words.start - length) == *length
            });
            match before {
                Some(length) => words.start -= length,
                None => break,
            }
        }
        let behind = self.words.get(words.end..).unwrap_or_default().iter();
        words.end += behind.take_while(|word| is_one(intense, word)).count();
        words
    }

    /// How many words at `at` are one of these.
    fn is_any(&self, these: &[String], at: usize) -> usize {
        let rest = self.words.get(at..).unwrap_or_default();
        let pair: String = rest.iter().take(2).map(|word| &*word.key).collect();
        match rest.first() {
            _ if these.contains(&pair) => 2,
            Some(word) => usize::from(is_one(these, word)),
            None => 0,
        }
    }
}

/// Whether a word is one of these.
pub(super) fn is_one(these: &[String], word: &Word<'_>) -> bool {
    these.iter().any(|this| **this == *word.key)
}
