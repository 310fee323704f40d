//! Cuts sentences into clauses and says of each who acts, whether it is negated, and which cues it
//! holds. Knows grammar words by their class only.

use std::ops::Range;

use super::cue::Cue;
use super::lang::Lang;
use super::lexicon::Class;
use super::token::{Ending, MARK, Token};

/// Who acts in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// "I"; 我.
    Solo,
    /// "we", "our team"; 我们.
    Shared,
    /// Somebody else: "the vendor"; 客户.
    Outside,
    /// A thing, or nobody named.
    Other,
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// Adds a class.
    pub const fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u64;
    }

    /// Whether the class is in the set.
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    /// Whether one of the classes is in the set.
    pub fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.has(class))
    }

    /// All that is in either.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// All that is here and not in the other.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The classes in the order of the enum.
    pub fn iter(self) -> impl Iterator<Item = Class> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            if bits == 0 {
                return None;
            }
            let at = bits.trailing_zeros() as usize;
            bits &= bits - 1;
            Some(Class::ALL[at])
        })
    }
}

/// A part of a sentence with one predicate, as far as marks and small words tell.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Which sentence.
    pub sentence: usize,
    /// Its tokens, without marks at the ends.
    pub tokens: Range<usize>,
    /// Who acts.
    pub subject: Subject,
    /// The tokens that name the subject; `None` when it is carried over from the clause before, or
    /// nobody is named.
    pub subject_tokens: Option<Range<usize>>,
    /// What is found outside quotation marks.
    pub cues: Classes,
    /// Those of them that are phrases of several words.
    pub long: Classes,
    /// Verb signs.
    pub tense: Tense,
    /// Where its cues are in the list of all cues.
    pub cue_range: Range<usize>,
    /// Whether all of it is quoted speech.
    pub quoted: bool,
    /// Whether it opens with a word that joins it to the clause before.
    pub joined: bool,
}

/// Signs of time, any of which may be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tense {
    /// "-ed", "went", "was"; 了, 过.
    pub past: bool,
    /// "will", "would"; 会, 打算.
    pub future: bool,
    /// "-ing"
    pub ing: bool,
}

/// From so many words (字) on, a phrase is long.
const LONG: [usize; 2] = [3, 4];

/// What is known of each token before clauses are cut.
struct Signs {
    subject: Vec<Option<(Subject, usize)>>,
    join: Vec<bool>,
    verb: Vec<bool>,
    auxiliary: Vec<bool>,
}

/// Cuts `sentences` (token ranges) into clauses.
pub fn cut(lang: Lang, tokens: &[Token], cues: &[Cue], sentences: &[Range<usize>]) -> Vec<Clause> {
    let signs = Signs::new(tokens, cues);
    let mut clauses = Vec::new();
    let mut cue_at = 0;
    let mut before: Option<Subject> = None;
    for (sentence, range) in sentences.iter().enumerate() {
        before = topic(lang, before);
        for part in parts(lang, tokens, &signs, range.clone()) {
            let mut clause = read(tokens, &signs, sentence, part);
            clause.cue_range = cues_of(cues, &clause.tokens, &mut cue_at);
            for cue in &cues[clause.cue_range.clone()] {
                if !tokens[cue.first].quoted {
                    clause.cues.add(cue.class);
                    if cue.end - cue.first >= LONG[lang as usize] {
                        clause.long.add(cue.class);
                    }
                }
            }
            clause.tense.past |= clause.cues.has(Class::Past);
            clause.tense.future |= clause.cues.has(Class::Future);
            carry_over(lang, &mut clause, before);
            before = Some(clause.subject);
            clauses.push(clause);
        }
    }
    clauses
}

/// Who a sentence goes on about when it names nobody: in Chinese the speaker's own side stays the
/// topic; in English each sentence names its own.
fn topic(lang: Lang, before: Option<Subject>) -> Option<Subject> {
    before.filter(|subject| lang == Lang::Zh && matches!(subject, Subject::Solo | Subject::Shared))
}

/// A clause without a subject of its own goes on with the one before: in Chinese always, in
/// English when it opens with a verb ("and forgot to ask").
fn carry_over(lang: Lang, clause: &mut Clause, before: Option<Subject>) {
    if clause.subject_tokens.is_some() {
        return;
    }
    let carries = lang == Lang::Zh || clause.joined;
    if carries && let Some(subject) = before {
        clause.subject = subject;
    }
}

fn cues_of(cues: &[Cue], tokens: &Range<usize>, at: &mut usize) -> Range<usize> {
    while cues.get(*at).is_some_and(|cue| cue.first < tokens.start) {
        *at += 1;
    }
    let from = *at;
    while cues.get(*at).is_some_and(|cue| cue.first < tokens.end) {
        *at += 1;
    }
    from..*at
}

impl Signs {
    fn new(tokens: &[Token], cues: &[Cue]) -> Self {
        let mut signs = Self {
            subject: vec![None; tokens.len()],
            join: vec![false; tokens.len()],
            verb: tokens.iter().map(|t| t.ending == Ending::Ed).collect(),
            auxiliary: vec![false; tokens.len()],
        };
        for cue in cues {
            match cue.class {
                Class::Solo => signs.name(cue, Subject::Solo),
                Class::Shared => signs.name(cue, Subject::Shared),
                Class::Outside => signs.name(cue, Subject::Outside),
                Class::Join => signs.join[cue.first] = true,
                Class::Past => signs.verb[cue.first] = true,
                Class::Auxiliary => signs.auxiliary[cue.first] = true,
                _ => {}
            }
        }
        signs
    }

    /// The longest name wins: "my manager" is not "my".
    fn name(&mut self, cue: &Cue, subject: Subject) {
        let slot = &mut self.subject[cue.first];
        if slot.is_none_or(|(_, end)| end < cue.end) {
            *slot = Some((subject, cue.end));
        }
    }

    /// Whether a clause starts after the joining word at `at`: a subject, or a verb, with at most
    /// two small words before it.
    fn opens_clause(&self, at: usize, end: usize) -> bool {
        for next in at + 1..end.min(at + 4) {
            if self.subject[next].is_some() || self.verb[next] {
                return true;
            }
            if !self.auxiliary[next] && !self.join[next] {
                return false;
            }
        }
        false
    }
}

/// Marks that end a clause.
const fn ends_clause(lang: Lang, mark: char) -> bool {
    match lang {
        Lang::En => matches!(
            mark,
            ',' | ';' | ':' | '—' | '(' | ')' | '…' | '.' | '!' | '?' | '\n'
        ),
        Lang::Zh => matches!(
            mark,
            ',' | ';' | ':' | '—' | '(' | ')' | '.' | '!' | '?' | '\n'
        ),
    }
}

fn parts(lang: Lang, tokens: &[Token], signs: &Signs, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = sentence.start;
    for at in sentence.clone() {
        let token = &tokens[at];
        let by_mark = token.key == MARK && ends_clause(lang, token.mark) && !in_quote(tokens, at);
        let by_word = lang == Lang::En
            && at > start
            && signs.join[at]
            && signs.opens_clause(at, sentence.end);
        if by_mark || by_word {
            push_part(tokens, start..at, &mut parts);
            start = at;
        }
    }
    push_part(tokens, start..sentence.end, &mut parts);
    parts
}

/// Quoted speech is not cut.
fn in_quote(tokens: &[Token], at: usize) -> bool {
    tokens[at].quoted && !matches!(tokens[at].mark, '“' | '”' | '"')
}

/// Adds a part without the marks at its ends, if a word is left.
fn push_part(tokens: &[Token], part: Range<usize>, parts: &mut Vec<Range<usize>>) {
    let is_word = |&at: &usize| tokens[at].key != MARK;
    let Some(first) = part.clone().find(is_word) else {
        return;
    };
    let last = part.rev().find(is_word).unwrap_or(first);
    parts.push(first..last + 1);
}

fn read(tokens: &[Token], signs: &Signs, sentence: usize, part: Range<usize>) -> Clause {
    let named = part
        .clone()
        .find_map(|at| signs.subject[at].map(|(subject, end)| (subject, at..end)));
    let words = &tokens[part.clone()];
    let joined = signs.join[part.start] || signs.verb[part.start] || signs.auxiliary[part.start];
    Clause {
        sentence,
        subject: named.as_ref().map_or(Subject::Other, |named| named.0),
        subject_tokens: named.map(|named| named.1),
        cues: Classes::default(),
        long: Classes::default(),
        tense: Tense {
            past: words.iter().any(|t| t.ending == Ending::Ed),
            future: false,
            ing: words.iter().any(|t| t.ending == Ending::Ing),
        },
        cue_range: 0..0,
        quoted: words.iter().all(|t| t.quoted),
        joined,
        tokens: part,
    }
}
