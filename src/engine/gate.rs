//! The honest gate: which answers get no marks, and why. Knows the closed list of reasons.

use super::lexicon::Class;
use super::reading::Reading;
use super::report::{Reason, Role};
use super::sentence::is_han;
use super::tip::{Kind, Tip};
use super::token::{MARK, UNKNOWN};

/// Fewer words (English) or 字 (Chinese) than this are not marked.
const ENOUGH: [usize; 2] = [25, 40];

/// English by its letters: at least this share of the words must be words of the lexicon, in
/// hundredths. English answers have 40 and more, other languages in Latin letters under 15.
const KNOWN_SHARE: usize = 22;

/// Text in fewer words than this is taken at its letters.
const TELLING: usize = 8;

/// Whether a text in Latin letters is English: enough of its words are known.
pub(super) fn is_english(reading: &Reading) -> bool {
    let words = reading.tokens.iter().filter(|token| token.key != MARK);
    let (mut all, mut known) = (0, 0);
    for token in words {
        all += 1;
        known += usize::from(token.key != UNKNOWN);
    }
    all < TELLING || known * 100 >= all * KNOWN_SHARE
}

/// Why this answer gets no marks, if so. `kinds` are those of its findings.
pub(super) fn reason(reading: &Reading, words: usize, kinds: &[Kind]) -> Option<Reason> {
    if words < ENOUGH[reading.lang as usize] {
        return Some(Reason::TooShort);
    }
    if has_placeholder(reading) {
        return Some(Reason::Template);
    }
    let told = reading.roles.contains(&Role::Setback)
        || kinds.iter().any(|kind| kind.tip() == Tip::Misjudged);
    (!told).then_some(Reason::NoStory)
}

/// Whether something was left unfilled: 【项目 A】, [company], XX, ___. A heading such as 【背景】
/// is none.
fn has_placeholder(reading: &Reading) -> bool {
    reading.text.contains("___")
        || reading.text.contains("＿＿")
        || crosses(reading.text)
        || brackets(reading)
}

/// XX, xxx, ××: at least two capitals or three small letters that are a word of their own.
fn crosses(text: &str) -> bool {
    text.split(|c: char| !matches!(c, 'x' | 'X' | '×' | 'Ｘ'))
        .any(|run| {
            let capital = run.starts_with(['X', '×', 'Ｘ']);
            let long_enough = run.chars().count() >= if capital { 2 } else { 3 };
            long_enough && stands_alone(text, run)
        })
}

fn stands_alone(text: &str, run: &str) -> bool {
    let start = run.as_ptr() as usize - text.as_ptr() as usize;
    let before = text[..start].chars().next_back();
    let after = text[start + run.len()..].chars().next();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    !letter(before) && !letter(after)
}

/// Brackets that hold the name of a blank, unless they are a heading.
fn brackets(reading: &Reading) -> bool {
    let blanks = reading
        .cues
        .iter()
        .filter(|cue| cue.class == Class::Placeholder);
    blanks
        .filter_map(|cue| {
            let opened = (cue.first.saturating_sub(BLANK)..cue.first)
                .rev()
                .find(|&at| is_bracket(reading, at, &["[", "【"]))?;
            let end = reading.tokens.len().min(cue.end + BLANK);
            let closed = (cue.end..end).find(|&at| is_bracket(reading, at, &["]", "】"]))?;
            Some((opened, closed))
        })
        .any(|(opened, closed)| !is_heading(reading, opened, closed))
}

/// Words that may stand between a bracket and the name of the blank.
const BLANK: usize = 4;

fn is_bracket(reading: &Reading, at: usize, brackets: &[&str]) -> bool {
    let token = &reading.tokens[at];
    token.key == MARK && brackets.contains(&&reading.text[token.start..token.end])
}

/// 【结果】 at the start of a sentence: Han characters only. 【项目 A】 is a blank wherever it stands.
fn is_heading(reading: &Reading, opened: usize, closed: usize) -> bool {
    let sentence = reading
        .sentences
        .partition_point(|s| s.tokens.end <= opened);
    let opens = reading
        .sentences
        .get(sentence)
        .is_some_and(|sentence| sentence.tokens.start == opened);
    let inside = reading.tokens[opened].end..reading.tokens[closed].start;
    opens && reading.text[inside].chars().all(is_han)
}
