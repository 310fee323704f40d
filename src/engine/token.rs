//! Text as keys that phrases can be compared with. English: one token a word, lower case, clitics
//! apart ("we'd" is "we" and "'d"). Chinese: one token a character, simplified, half-width. Knows
//! bytes and characters; knows no phrases beyond their keys.

use super::lang::Lang;

/// What a token is compared by.
pub type Key = u32;

/// A word that no phrase contains.
pub const UNKNOWN: Key = 0;
/// A number in digits: "61", "£6m", "95%".
pub const NUMBER: Key = 1;
/// Punctuation; `Token::mark` says which. Keys above it are words, or characters.
pub const MARK: Key = 2;

/// One word, character or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// What it is compared by.
    pub key: Key,
    /// How the word ends; always [`Ending::Other`] in Chinese.
    pub ending: Ending,
    /// The punctuation mark, normalised; `'\0'` for words.
    pub mark: char,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
}

/// How an English word ends: a weak sign of tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// "-ed"
    Ed,
    /// "-ing"
    Ing,
    /// Anything else.
    Other,
}

/// The words of a language's phrases, numbered: a hash table read straight from the bytes that
/// `build.rs` made. Little-endian `u32`: the number of slots (a power of two); three numbers a slot
/// (offset and length of the word, its key, 0 when empty); then the words.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary {
    slots: &'static [u8],
    words: &'static [u8],
}

const SLOT: usize = 12;

impl Vocabulary {
    /// The table in `bytes`.
    pub fn new(bytes: &'static [u8]) -> Self {
        let (slots, words) = bytes[4..].split_at(number(bytes, 0) * SLOT);
        Self { slots, words }
    }

    fn key(self, word: &str) -> Key {
        let mask = self.slots.len() / SLOT - 1;
        let mut at = hash(word) & mask;
        loop {
            let slot = &self.slots[at * SLOT..(at + 1) * SLOT];
            let key = number(slot, 8);
            if key == UNKNOWN as usize {
                return UNKNOWN;
            }
            let start = number(slot, 0);
            if &self.words[start..start + number(slot, 4)] == word.as_bytes() {
                return u32::try_from(key).unwrap_or(UNKNOWN);
            }
            at = (at + 1) & mask;
        }
    }
}

fn number(bytes: &[u8], at: usize) -> usize {
    let four = bytes[at..at + 4].try_into().expect("four bytes");
    u32::from_le_bytes(four) as usize
}

/// FNV-1a: short words, no adversary.
pub(super) fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash ^ (hash >> 15)) as usize
}

/// The tokens of `text`. `simplified` maps characters one to one.
pub fn tokens(
    lang: Lang,
    text: &str,
    vocabulary: Vocabulary,
    simplified: fn(char) -> char,
) -> Vec<Token> {
    match lang {
        Lang::En => english(text, |word| vocabulary.key(word)),
        Lang::Zh => chinese(text, simplified),
    }
}

/// Clitics that are tokens of their own.
pub(super) const CLITICS: [&str; 6] = ["'s", "'d", "'ve", "'m", "'ll", "'re"];

pub(super) fn english(text: &str, mut key: impl FnMut(&str) -> Key) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut word = String::with_capacity(24);
    let mut quotes = Quotes::default();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() && first != '\n' {
            continue;
        }
        if !first.is_alphanumeric() && !is_currency(first) {
            let mark = normal_mark(first);
            let inside = quotes.step(mark);
            tokens.push(mark_token(start, first, mark, inside));
            continue;
        }
        word.clear();
        push_lower(&mut word, first);
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            if !continues_word(c, text, at) {
                break;
            }
            push_lower(&mut word, if is_apostrophe(c) { '\'' } else { c });
            end = at + c.len_utf8();
            chars.next();
        }
        push_word(&mut tokens, &word, (start, end), quotes.open, &mut key);
    }
    tokens
}

/// Letters and digits go on; an apostrophe between letters does; a point or comma between digits.
fn continues_word(c: char, text: &str, at: usize) -> bool {
    if c.is_alphanumeric() || c == '%' {
        return true;
    }
    let next = text[at + c.len_utf8()..].chars().next();
    let before = text[..at].chars().next_back();
    if is_apostrophe(c) {
        return next.is_some_and(char::is_alphabetic);
    }
    matches!(c, '.' | ',')
        && next.is_some_and(|c| c.is_ascii_digit())
        && before.is_some_and(|c| c.is_ascii_digit())
}

fn push_word(
    tokens: &mut Vec<Token>,
    word: &str,
    (start, end): (usize, usize),
    quoted: bool,
    key: &mut impl FnMut(&str) -> Key,
) {
    let token = |start, end, key, ending| Token {
        start,
        end,
        key,
        ending,
        mark: '\0',
        quoted,
    };
    if word.contains(|c: char| c.is_ascii_digit()) {
        return tokens.push(token(start, end, NUMBER, Ending::Other));
    }
    let clitic = CLITICS
        .iter()
        .find(|clitic| word.len() > clitic.len() && word.ends_with(*clitic));
    let Some(clitic) = clitic else {
        return tokens.push(token(start, end, key(word), ending_of(word)));
    };
    // The apostrophe may be curly, so bytes are counted from the end by characters: 's is two.
    let letters = clitic.len() - 1;
    let apostrophe = end - letters;
    let stem = &word[..word.len() - clitic.len()];
    let cut = apostrophe - apostrophe_len(end - start, word.len());
    tokens.push(token(start, cut, key(stem), ending_of(stem)));
    tokens.push(token(cut, end, key(clitic), Ending::Other));
}

/// Bytes of the apostrophe in the original: 1, or 3 when the original is longer than its copy.
fn apostrophe_len(original: usize, copy: usize) -> usize {
    if original > copy { 3 } else { 1 }
}

fn ending_of(word: &str) -> Ending {
    if word.len() > 3 && word.ends_with("ed") {
        Ending::Ed
    } else if word.len() > 4 && word.ends_with("ing") {
        Ending::Ing
    } else {
        Ending::Other
    }
}

fn push_lower(word: &mut String, c: char) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
    } else {
        word.extend(c.to_lowercase());
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

const fn is_currency(c: char) -> bool {
    matches!(c, '£' | '€' | '¥' | '$')
}

fn mark_token(start: usize, original: char, mark: char, quoted: bool) -> Token {
    Token {
        start,
        end: start + original.len_utf8(),
        key: MARK,
        ending: Ending::Other,
        mark,
        quoted,
    }
}

pub(super) fn chinese(text: &str, simplified: impl Fn(char) -> char) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 3 + 1);
    let mut quotes = Quotes::default();
    for (start, c) in text.char_indices() {
        if c.is_whitespace() && c != '\n' {
            continue;
        }
        let plain = simplified(normal(c));
        let end = start + c.len_utf8();
        if plain.is_alphanumeric() {
            let key = if plain.is_ascii_digit() {
                NUMBER
            } else {
                plain as u32
            };
            if key == NUMBER
                && let Some(last) = tokens.last_mut()
                && (last.key, last.end) == (NUMBER, start)
            {
                last.end = end;
                continue;
            }
            tokens.push(Token {
                start,
                end,
                key,
                ending: Ending::Other,
                mark: '\0',
                quoted: quotes.open,
            });
        } else {
            let mark = normal_mark(plain);
            let inside = quotes.step(mark);
            tokens.push(mark_token(start, c, mark, inside));
        }
    }
    tokens
}

/// Half-width, lower case.
fn normal(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(c as u32 - 0xfee0).map_or(c, |half| half.to_ascii_lowercase())
        }
        _ => c,
    }
}

/// One character for marks that mean the same.
const fn normal_mark(c: char) -> char {
    match c {
        '，' => ',',
        '。' | '．' => '.',
        '；' => ';',
        '：' => ':',
        '？' => '?',
        '！' => '!',
        '（' | '[' | '【' => '(',
        '）' | ']' | '】' => ')',
        '“' | '「' | '『' => '“',
        '”' | '」' | '』' => '”',
        '—' | '–' | '―' => '—',
        other => other,
    }
}

/// Follows quotation marks through a text; a line break closes what was left open.
#[derive(Default)]
struct Quotes {
    open: bool,
}

impl Quotes {
    /// Takes one mark in and says whether it stands inside (the marks themselves do).
    fn step(&mut self, mark: char) -> bool {
        let before = self.open;
        match mark {
            '“' => self.open = true,
            '”' | '\n' => self.open = false,
            '"' => self.open = !self.open,
            _ => {}
        }
        before || self.open
    }
}
