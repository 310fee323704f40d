//! One answer taken apart: tokens, cues, sentences, clauses, and (once decoded) a role for each
//! sentence. What every rule looks at; knows no rule.

use std::ops::Range;

use super::clause::{self, Classes, Clause};
use super::count;
use super::cue::{Cue, Phrases};
use super::feature::Lemmas;
use super::lang::Lang;
use super::lexicon::Class;
use super::report::Role;
use super::sentence;
use super::token::{MARK, NUMBER, Token};

/// A text read by the phrases of one language.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The answer.
    pub text: &'a str,
    /// What it was read as.
    pub lang: Lang,
    /// Words, characters and marks.
    pub tokens: Vec<Token>,
    /// What the lexicon found, by first token.
    pub cues: Vec<Cue>,
    /// In order.
    pub sentences: Vec<SentenceReading>,
    /// In order, over all sentences.
    pub clauses: Vec<Clause>,
    /// One for each sentence; empty until decoded.
    pub roles: Vec<Role>,
    /// The first sentence that tells the setback, once decoded.
    pub first_setback: Option<usize>,
    /// How much of the answer tells what, once decoded.
    pub shares: Shares,
    /// The connectives of the language.
    pub lemmas: &'a Lemmas,
}

/// What a defence sounds like.
pub(super) const DEFENCE: [Class; 6] = [
    Class::Plea,
    Class::Minimise,
    Class::Blame,
    Class::Justify,
    Class::Silver,
    Class::Dodge,
];

/// How much of an answer does what, as shares of its clauses. Who defends seldom does so once, and
/// seldom tells a lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares {
    /// Sounds like a defence.
    pub defence: f32,
    /// In sentences that tell the setback.
    pub setback: f32,
    /// In sentences that tell a lesson.
    pub lesson: f32,
    /// In sentences that tell a measure.
    pub measure: f32,
}

/// One sentence with its facts.
#[derive(Clone, Debug)]
pub struct SentenceReading {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its clauses.
    pub clauses: Range<usize>,
    /// Its cues.
    pub cues: Range<usize>,
    /// What they are, quoted speech left out.
    pub classes: Classes,
    /// Words (字).
    pub words: usize,
    /// How it ends.
    pub ending: EndMark,
    /// Whether a number in digits is in it.
    pub number: bool,
    /// Whether a colon stands near its start: "Result: …", 结果：….
    pub label: bool,
    /// Whether it is the first of a paragraph (not of the first one).
    pub paragraph: bool,
}

/// The mark that ends a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndMark {
    /// It asks.
    Question,
    /// It exclaims.
    Exclamation,
    /// A full stop, or nothing.
    Plain,
}

impl EndMark {
    fn of(text: &str) -> Self {
        match text.trim_end_matches(['"', '”', '」']).chars().next_back() {
            Some('?' | '？') => Self::Question,
            Some('!' | '！') => Self::Exclamation,
            _ => Self::Plain,
        }
    }
}

impl<'a> Reading<'a> {
    /// Reads `text` without roles.
    pub fn new(lang: Lang, text: &'a str, phrases: &Phrases, lemmas: &'a Lemmas) -> Self {
        let tokens = phrases.tokens(text);
        let cues = phrases.find(&tokens);
        let ranges = sentence::split(text);
        let by_tokens = token_ranges(&tokens, &ranges);
        let clauses = clause::cut(lang, &tokens, &cues, &by_tokens);
        let mut reading = Self {
            text,
            lang,
            tokens,
            cues,
            sentences: Vec::with_capacity(ranges.len()),
            clauses,
            roles: Vec::new(),
            first_setback: None,
            shares: Shares::default(),
            lemmas,
        };
        let mut clause_at = 0;
        let mut cue_at = 0;
        for (at, (bytes, tokens)) in ranges.into_iter().zip(by_tokens).enumerate() {
            let clauses = take(&mut clause_at, reading.clauses.len(), |index| {
                reading.clauses[index].sentence <= at
            });
            let cues = take(&mut cue_at, reading.cues.len(), |index| {
                reading.cues[index].first < tokens.end
            });
            let sentence = reading.sentence(bytes, tokens, clauses, cues);
            reading.sentences.push(sentence);
        }
        reading
    }

    fn sentence(
        &self,
        bytes: Range<usize>,
        tokens: Range<usize>,
        clauses: Range<usize>,
        cues: Range<usize>,
    ) -> SentenceReading {
        let text = &self.text[bytes.clone()];
        let words = &self.tokens[tokens.clone()];
        let sets = self.clauses[clauses.clone()]
            .iter()
            .map(|clause| clause.cues);
        SentenceReading {
            words: count::words(self.lang, text),
            ending: EndMark::of(text),
            number: words.iter().any(|token| token.key == NUMBER),
            label: words
                .iter()
                .take(6)
                .any(|t| t.key == MARK && matches!(t.mark, ':' | ')')),
            paragraph: self.text[..bytes.start]
                .trim_end_matches(' ')
                .ends_with('\n'),
            classes: sets.fold(Classes::default(), Classes::union),
            bytes,
            tokens,
            clauses,
            cues,
        }
    }

    /// Gives every sentence its role.
    pub fn tell(&mut self, roles: Vec<Role>) {
        self.first_setback = roles.iter().position(|&role| role == Role::Setback);
        self.roles = roles;
        self.shares = Shares {
            defence: self.share(|clause| clause.cues.any(&DEFENCE)),
            setback: self.share(|clause| self.role_of(clause) == Role::Setback),
            lesson: self.share(|clause| self.role_of(clause) == Role::Lesson),
            measure: self.share(|clause| self.role_of(clause) == Role::Measure),
        };
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a share needs no more than seven digits"
    )]
    fn share(&self, of: impl Fn(&Clause) -> bool) -> f32 {
        let count = self.clauses.iter().filter(|clause| of(clause)).count();
        count as f32 / self.clauses.len().max(1) as f32
    }

    /// The bytes of a range of tokens.
    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start..self.tokens[tokens.end - 1].end
    }

    /// The cues of a clause.
    pub fn cues_of(&self, clause: &Clause) -> &[Cue] {
        &self.cues[clause.cue_range.clone()]
    }

    /// The role of the sentence that `clause` belongs to.
    pub fn role_of(&self, clause: &Clause) -> Role {
        self.roles[clause.sentence]
    }
}

/// The range of indices from `at` on that satisfy `belongs`; moves `at` behind it.
fn take(at: &mut usize, count: usize, belongs: impl Fn(usize) -> bool) -> Range<usize> {
    let from = *at;
    while *at < count && belongs(*at) {
        *at += 1;
    }
    from..*at
}

/// The tokens of each sentence.
fn token_ranges(tokens: &[Token], sentences: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut at = 0;
    sentences
        .iter()
        .map(|bytes| {
            while tokens
                .get(at)
                .is_some_and(|token| token.start < bytes.start)
            {
                at += 1;
            }
            take(&mut at, tokens.len(), |index| {
                tokens[index].start < bytes.end
            })
        })
        .collect()
}
