//! The text of a sheet as it was before the mail: without quotes, in half-width signs, line by line.
//! Knows one text.

use super::{MARK, Questions};

/// Characters of a ULID.
const ID: usize = 26;

/// A text that can be searched.
#[derive(Debug)]
pub(super) struct Page {
    /// In half-width signs: what is searched.
    pub(super) text: String,
    /// As it was written, character for character the same.
    raw: String,
}

impl Page {
    /// There stay as many lines as there were.
    pub(super) fn new(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        // Markdown programs escape what might be a link.
        let text = text.replace("\\[", "[").replace("\\]", "]");
        let lines: Vec<&str> = text.split('\n').map(unquoted).collect();
        let raw = lines.join("\n");
        Self {
            text: raw.chars().map(half).collect(),
            raw,
        }
    }

    /// The page up to a byte.
    pub(super) fn cut(self, at: usize) -> Self {
        let text = self.text[..at].to_owned();
        let raw = self.raw.chars().take(text.chars().count()).collect();
        Self { text, raw }
    }

    /// The number of the line that a byte is on, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The attempt that the last mark names.
    pub(super) fn id(&self) -> Option<String> {
        let rest = &self.text[self.mark()? + MARK.len()..];
        let mut words = rest.split(|c: char| !c.is_ascii_alphanumeric());
        let id = words.find(|word| word.len() == ID)?;
        Some(id.to_ascii_uppercase())
    }

    fn mark(&self) -> Option<usize> {
        self.text.to_ascii_lowercase().rfind(MARK)
    }

    /// What was written behind a question, up to the next one, on one line.
    pub(super) fn words_after(&self, all: Questions<'_>, asked: [&str; 2]) -> String {
        let places = asked.iter().filter_map(|one| self.find(one));
        let Some((_, from)) = places.max() else {
            return String::new();
        };
        let others = [all.learned, all.more, all.from].concat();
        let next = others.iter().filter_map(|one| self.find(one));
        let next = next.map(|(start, _)| start).chain(self.mark());
        let end = next.filter(|at| *at >= from).min();
        written(&self.as_written(from, end.unwrap_or(self.text.len())))
    }

    /// What was written between two bytes of the searched text.
    fn as_written(&self, from: usize, to: usize) -> String {
        let before = self.text[..from].chars().count();
        let length = self.text[from..to].chars().count();
        self.raw.chars().skip(before).take(length).collect()
    }

    /// Where a question stands last, from its first byte to the one behind it; spaces and line feeds
    /// may stand anywhere in it.
    fn find(&self, question: &str) -> Option<(usize, usize)> {
        let plain = |c: char| half(c).to_lowercase().next().unwrap_or(c);
        let wanted: Vec<char> = question
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(plain)
            .collect();
        let page: Vec<(usize, char)> = self
            .text
            .char_indices()
            .filter(|(_, c)| !c.is_whitespace())
            .collect();
        let same = |at: &usize| {
            let here = page[*at..*at + wanted.len()].iter();
            here.map(|(_, c)| plain(*c)).eq(wanted.iter().copied())
        };
        let last = page.len().checked_sub(wanted.len())?;
        let at = (0..=last).rev().find(same)?;
        let (end, c) = page[at + wanted.len() - 1];
        Some((page[at].0, end + c.len_utf8()))
    }
}

/// A line without what a mail program put before it.
fn unquoted(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start().strip_prefix(['>', '|', '＞']) {
        rest = inner;
    }
    rest
}

/// A sign in its half-width form; every bracket is a square one.
fn half(c: char) -> char {
    match c {
        '［' | '【' | '〔' | '（' | '(' => '[',
        '］' | '】' | '〕' | '）' | ')' => ']',
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// What a person wrote: without the line to write on and the signs of a heading, reflowed lines
/// joined.
fn written(text: &str) -> String {
    let words = text
        .split_whitespace()
        .map(|word| word.trim_matches(is_ruling));
    let mut out = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        let wide = |c: Option<char>| c.is_some_and(|c| u32::from(c) > 0x2e80);
        let joined = wide(out.chars().next_back()) && wide(word.chars().next());
        if !out.is_empty() && !joined {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// What lines to write on and headings are made of.
fn is_ruling(c: char) -> bool {
    "_#*=".contains(c)
}
