//! The words of a sentence as rewriting compares them. Knows letters and marks; knows no rules.

use std::borrow::Cow;
use std::ops::Range;

use crate::engine::{Lang, simplified};

/// A word, a character of Chinese, or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::practice) struct Word<'a> {
    /// Its bytes in the text.
    pub(in crate::practice) range: Range<usize>,
    /// Lower case, simplified, with a straight apostrophe.
    pub(in crate::practice) key: Cow<'a, str>,
    /// Whether it is a mark.
    pub(in crate::practice) mark: bool,
    /// Whether it stands in quotation marks.
    pub(in crate::practice) quoted: bool,
}

/// The words of `text` in `range`.
pub(in crate::practice) fn words(lang: Lang, text: &str, range: Range<usize>) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(range.len() / 4);
    let mut quoted = false;
    let mut at = range.start;
    while let Some(c) = text[at..range.end].chars().next() {
        let rest = &text[at..range.end];
        let length = if is_letter(c) && !alone(lang, c) {
            run(lang, rest)
        } else {
            c.len_utf8()
        };
        if !c.is_whitespace() {
            let opens = matches!(c, '“' | '「' | '『') || (c == '"' && !quoted);
            let closes = matches!(c, '”' | '」' | '』') || (c == '"' && quoted);
            quoted = (quoted || opens) && !closes;
            words.push(Word {
                range: at..at + length,
                key: key(&rest[..length]),
                mark: !is_letter(c),
                quoted,
            });
        }
        at += length;
    }
    words
}

/// What the words of a pattern are compared by.
pub(in crate::practice) fn keys(lang: Lang, text: &str) -> Vec<String> {
    let words = words(lang, text, 0..text.len());
    words
        .into_iter()
        .map(|word| word.key.into_owned())
        .collect()
}

/// Whether `c` is a word by itself.
const fn alone(lang: Lang, c: char) -> bool {
    matches!(lang, Lang::Zh) && !c.is_ascii()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// Bytes of the word at the start: an apostrophe, hyphen or point goes on between letters.
fn run(lang: Lang, text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().is_some_and(|(_, next)| is_letter(*next));
        let inside = matches!(c, '\'' | '’' | '-' | '.') && next;
        if !(is_letter(c) && !alone(lang, c) || inside) {
            return at;
        }
    }
    text.len()
}

fn key(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        return Cow::Borrowed(word);
    }
    let plain = |c| match c {
        '’' => '\'',
        '，' => ',',
        '；' => ';',
        '：' => ':',
        c => simplified(c),
    };
    let told = || word.chars().map(plain).flat_map(char::to_lowercase);
    if told().eq(word.chars()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(told().collect())
    }
}
