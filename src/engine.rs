//! The engine: one answer in, a [`Report`] out. Pure: no IO, no clock, no terminal; it cannot fail,
//! and the same text always gives the same report.
//!
//! ```
//! use failwell::content;
//! use failwell::engine::{Options, Tip, Verdict};
//!
//! let text = "Last year we moved a client to a new calendar. I assumed that everybody knew the old \
//!     shortcuts, and it was a complete disaster: calls took twice as long for two weeks. We learned \
//!     that a tool is ready when the people who use it say so. Since then we try each change with \
//!     two of them first.";
//! let report = content::engine().analyse(text, Options::default());
//!
//! assert!(report.marked());
//! assert_eq!(report.verdict(Tip::Correction), Some(Verdict::Kept));
//! let heavy = report.of(Tip::Framing).next().unwrap();
//! assert_eq!(heavy.span.of(text), "complete disaster");
//! for offer in content::offers(text, &report) {
//!     println!("{}: {}", offer.kind.id(), offer.say.join(" or "));
//! }
//! ```
//!
//! [`Engine::analyse`] detects the language, [`Reader::analyse`] is told it, and
//! [`Reader::explain`] says which rule and which weights made each finding. What is not shown here is
//! for the program that fits the weights (`examples/train`) and may change.

#[doc(hidden)]
pub mod clause;
#[cfg(test)]
mod compile;
#[doc(hidden)]
pub mod count;
#[doc(hidden)]
pub mod cue;
#[doc(hidden)]
pub mod facts;
#[doc(hidden)]
pub mod feature;
#[doc(hidden)]
pub mod finding;
#[cfg(test)]
mod form;
mod gate;
#[doc(hidden)]
pub mod judge;
#[doc(hidden)]
pub mod lang;
#[doc(hidden)]
pub mod lexicon;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod reading;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod role;
mod sentence;
#[doc(hidden)]
pub mod span;
mod story;
#[doc(hidden)]
pub mod table;
#[doc(hidden)]
pub mod tip;
#[doc(hidden)]
pub mod tips;
#[doc(hidden)]
pub mod token;
mod traditional;
#[doc(hidden)]
pub mod trie;
mod verdict;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

pub use count::script;
pub use finding::{Detail, Finding, Term};
pub use lang::{Bilingual, Lang};
pub use report::{Beat, Length, MissingBeat, Reason, Report, Role, Sentence, Step};
pub use span::Span;
pub use tip::{Kind, Polarity, Tip, Verdict};
pub(crate) use traditional::simplified;

use clause::Classes;
use cue::Phrases;
use feature::{Feature, Lemmas};
use judge::{Candidate, KindModel};
use lexicon::Lexicon;
use model::Weights;
use reading::Reading;
use role::RoleModel;
use verdict::Evidence;

/// The version of rules, phrases and weights together: stored with each attempt, so that marks of
/// different versions are not compared.
pub const RULES_VERSION: u32 = 2;

/// The phrases and weights of both languages, ready to read answers.
#[derive(Debug)]
pub struct Engine {
    readers: [LazyLock<Reader>; 2],
}

/// All that reads one language.
#[derive(Debug)]
pub struct Reader {
    lang: Lang,
    lexicon: Lexicon,
    phrases: Phrases,
    lemmas: Lemmas,
    roles: RoleModel,
    kinds: KindModel,
}

/// Why one finding was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What was seen.
    pub kind: Kind,
    /// Where.
    pub span: Span,
    /// The rule that proposed it.
    pub rule: &'static str,
    /// The sum of weights, in thousandths of log odds; above zero is accepted.
    pub score: i32,
    /// The named features that decided, heaviest first, with their weights.
    pub reasons: Vec<(String, i32)>,
}

/// What the engine is told besides the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language to read it as; `None` detects it.
    pub lang: Option<Lang>,
    /// How fast this person speaks.
    pub rate: Rate,
}

/// Speaking rate by language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// English words a minute.
    pub words: f64,
    /// Chinese 字 a minute.
    pub zi: f64,
}

impl Default for Rate {
    /// 145 words a minute (the middle of the bands 130–160 that interview trainers use, after
    /// Tauroza and Allison 1990) and 210 字 a minute (between the measured 199 and 226 syllables of
    /// spontaneous Mandarin in Kim, Wang et al., thirty adults).
    fn default() -> Self {
        Self {
            words: 145.0,
            zi: 210.0,
        }
    }
}

impl Engine {
    /// An engine over these readers. Each is made when its language is first read, since preparing
    /// the phrases takes longer than reading an answer.
    #[doc(hidden)]
    pub const fn new(en: fn() -> Reader, zh: fn() -> Reader) -> Self {
        Self {
            readers: [LazyLock::new(en), LazyLock::new(zh)],
        }
    }

    /// The reader of one language.
    pub fn reader(&self, lang: Lang) -> &Reader {
        &self.readers[lang as usize]
    }

    /// Reads one answer.
    pub fn analyse(&self, text: &str, options: Options) -> Report {
        let script = options.lang.or_else(|| count::script(text));
        let reader = self.reader(script.unwrap_or(Lang::En));
        let reading = reader.read(text);
        let detected = options.lang.is_some()
            || script.is_some_and(|lang| lang == Lang::Zh || gate::is_english(&reading));
        reader.report(&reading, detected, options.rate)
    }

    /// The classes of phrases that a text holds outside quotation marks, weighed by nothing.
    pub fn said(&self, text: &str) -> Classes {
        let lang = count::script(text).unwrap_or(Lang::En);
        let reading = self.reader(lang).read_without_roles(text);
        let own = reading.clauses.iter().filter(|clause| !clause.quoted);
        own.fold(Classes::default(), |said, clause| said.union(clause.cues))
    }
}

impl Reader {
    /// A reader with these entries of a lexicon, the phrases compiled from it, and weights.
    #[doc(hidden)]
    pub fn new(lexicon: Lexicon, phrases: Phrases, weights: &Weights<Feature>) -> Self {
        Self {
            lang: lexicon.lang,
            phrases,
            roles: RoleModel::new(&weights.roles),
            kinds: KindModel::new(weights),
            lemmas: Lemmas::new(&lexicon),
            lexicon,
        }
    }

    /// The same phrases with other weights: how training tries them.
    #[doc(hidden)]
    pub fn with_weights(&self, weights: &Weights) -> Self {
        let weights = weights.numbered(&self.lemmas);
        Self::new(self.lexicon.clone(), self.phrases, &weights)
    }

    /// Takes an answer apart and gives each sentence its role.
    #[doc(hidden)]
    pub fn read<'a>(&'a self, text: &'a str) -> Reading<'a> {
        let mut reading = self.read_without_roles(text);
        let roles = self.roles.decode(&reading);
        reading.tell(roles);
        reading
    }

    /// Takes an answer apart.
    #[doc(hidden)]
    pub fn read_without_roles<'a>(&'a self, text: &'a str) -> Reading<'a> {
        Reading::new(self.lang, text, &self.phrases, &self.lemmas)
    }

    /// The connectives and the names of features.
    #[doc(hidden)]
    pub const fn lemmas(&self) -> &Lemmas {
        &self.lemmas
    }

    /// The models of the kinds.
    #[doc(hidden)]
    pub const fn kinds(&self) -> &KindModel {
        &self.kinds
    }

    /// Why each finding of `text` was made, in the order of the report (without `long-setback`,
    /// which is computed).
    pub fn explain(&self, text: &str) -> Vec<Explanation> {
        let reading = self.read(text);
        let names: HashMap<Feature, String> = self
            .lemmas
            .names()
            .into_iter()
            .map(|(name, feature)| (feature, name))
            .collect();
        let by_name =
            |(feature, weight)| (names.get(&feature).cloned().unwrap_or_default(), weight);
        let mut all: Vec<Explanation> = self
            .kinds
            .accept(&reading)
            .into_iter()
            .map(|candidate| Explanation {
                kind: candidate.kind,
                span: Span::new(text, reading.bytes(&candidate.tokens)),
                rule: candidate.rule,
                score: candidate.score,
                reasons: self
                    .kinds
                    .reasons(&reading, &candidate)
                    .into_iter()
                    .map(by_name)
                    .collect(),
            })
            .collect();
        all.sort_by_key(|e| (e.span.start(), e.span.end(), e.kind.tip(), e.kind));
        all
    }

    /// Reads one answer as this language.
    pub fn analyse(&self, text: &str, rate: Rate) -> Report {
        self.report(&self.read(text), true, rate)
    }

    fn report(&self, reading: &Reading, detected: bool, rate: Rate) -> Report {
        let text = reading.text;
        let kept = self.kinds.accept(reading);
        let sentences = sentences(reading);
        let mut findings: Vec<Finding> = kept.iter().map(|c| self.finding(reading, c)).collect();
        let words: usize = sentences.iter().map(|sentence| sentence.words).sum();
        let kinds: Vec<Kind> = kept.iter().map(|candidate| candidate.kind).collect();
        let reason = if detected {
            gate::reason(reading, words, &kinds)
        } else {
            Some(Reason::Language)
        };
        let evidence = Evidence {
            lang: self.lang,
            findings: &findings,
            sentences: &sentences,
        };
        let (_, setback_words, _) = evidence.setback();
        let verdicts = verdict::verdicts(evidence);
        if verdicts[Tip::Brief as usize] == Verdict::Work {
            findings.extend(long_setback(reading, setback_words, words));
        }
        findings.sort_by_key(|f| (f.span.start(), f.span.end(), f.kind.tip(), f.kind));
        let turn = story::turn(&reading.roles).map(|at| sentences[at].span.start());
        let early = story::early(&reading.roles);
        let beats = story::beats(&sentences, &findings);
        let seconds = |text: &str| round(count::speaking_seconds(self.lang, text, rate));
        Report {
            lang: detected.then_some(self.lang),
            reason,
            words,
            speaking_seconds: seconds(text),
            turn,
            turn_seconds: turn.map(|at| seconds(&text[..at])),
            share: ratio(setback_words, words),
            missing: story::missing(&sentences, &beats),
            next: reason
                .is_none()
                .then(|| story::next(verdicts, &findings, &early))
                .flatten(),
            beats,
            early,
            verdicts: reason.is_none().then_some(verdicts),
            sentences,
            findings,
        }
    }

    fn finding(&self, reading: &Reading, candidate: &Candidate) -> Finding {
        let clause = &reading.clauses[candidate.clause];
        let words = tips::Words {
            lexicon: &self.lexicon,
        };
        let tokens = &candidate.tokens;
        Finding {
            kind: candidate.kind,
            span: Span::new(reading.text, reading.bytes(tokens)),
            detail: match candidate.kind {
                Kind::HeavyWord => tips::heavy_detail(reading, clause, tokens),
                Kind::Measure => tips::step_detail(reading, tokens),
                Kind::GrowthWord => tips::growth_detail(reading, candidate.cue, words),
                _ => Detail::Plain,
            },
        }
    }
}

fn sentences(reading: &Reading) -> Vec<Sentence> {
    let spans = reading.sentences.iter().zip(&reading.roles);
    spans
        .map(|(sentence, &role)| Sentence {
            span: Span::new(reading.text, sentence.bytes.clone()),
            role,
            words: sentence.words,
        })
        .collect()
}

fn long_setback(reading: &Reading, words: usize, of: usize) -> Option<Finding> {
    let run: Range<usize> = tips::long_setback(reading)?;
    let bytes = reading.sentences[run.start].bytes.start..reading.sentences[run.end - 1].bytes.end;
    Some(Finding {
        kind: Kind::LongSetback,
        span: Span::new(reading.text, bytes),
        detail: Detail::Length { words, of },
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "texts are far shorter than 2^52 words"
)]
fn ratio(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "seconds of an answer, never negative"
)]
fn round(seconds: f64) -> u32 {
    seconds.round() as u32
}
