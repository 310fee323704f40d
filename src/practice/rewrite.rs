//! Other words for what was said: "we" for "I", calm words for heavy ones, words of growth for flat
//! ones. Knows a text, its report and the tables of `content/rewrites/`; knows no drafts.
//!
//! [`Rewriter::offers`] gives everything that is offered in an answer, each with its place, its
//! replacements (best first), what it is about, and whether it is safe. What is not safe is a
//! question to the person ("if it was a shared decision") and must never be put in unasked;
//! [`safe`] gives what a program may put in by itself, apart from each other and in order:
//!
//! ```
//! use failwell::content;
//! use failwell::engine::Options;
//! use failwell::practice::rewrite;
//!
//! let text = "We opened the second shop in March. We failed to notice that the street was closed \
//!             for works, and the first month brought in half of what we had planned. We learned \
//!             to ask the council first.";
//! let report = content::engine().analyse(text, Options::default());
//! let offers = content::offers(text, &report);
//! let mended = rewrite::apply(text, rewrite::safe(&offers));
//! assert!(mended.contains("We didn't notice that the street"));
//! ```

mod line;
pub(super) mod pattern;
pub(super) mod phrases;
pub mod rules;
mod we;
pub(super) mod word;

use std::ops::Range;

use crate::engine::{Finding, Kind, Lang, Report, Role, Span, Tip, Verdict};
use line::{CURLY, Line, Lines};
use pattern::Found;
use phrases::{Phrases, longest};
use rules::{Rule, Rules};
use we::Shared;

/// What can be said in the place of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is about; a growth word is offered where a flat one stands.
    pub kind: Kind,
    /// The finding that it belongs to, or the flat words themselves.
    pub span: Span,
    /// The bytes that are replaced; nothing but a place where words are put in.
    pub range: Range<usize>,
    /// What to put there, best first; never empty.
    pub with: Vec<String>,
    /// How that is told: the words of the finding as they are then, best first.
    pub say: Vec<String>,
    /// Whether the first of them says the same, however the story went.
    pub safe: bool,
}

/// What is offered for a finding, of offers in the order of the text.
pub fn of<'a>(offers: &'a [Offer], finding: &Finding) -> Option<&'a Offer> {
    let place = |span: Span| (span.start(), span.end());
    let first = offers.partition_point(|offer| place(offer.span) < place(finding.span));
    let here = offers[first..].iter();
    let mut here = here.take_while(|offer| offer.span == finding.span);
    here.find(|offer| offer.kind == finding.kind)
}

/// The offers that may be put in without asking: in the order of the text, none over another.
pub fn safe(offers: &[Offer]) -> Vec<&Offer> {
    let mut safe: Vec<&Offer> = offers.iter().filter(|offer| offer.safe).collect();
    safe.sort_by_key(|offer| (offer.range.start, offer.range.end));
    let mut free = 0;
    safe.retain(|offer| {
        let fits = offer.range.start >= free;
        if fits {
            free = offer.range.end;
        }
        fits
    });
    safe
}

/// `text` with the first replacement of each offer; they must not lie over each other.
pub fn apply<'a>(text: &str, offers: impl IntoIterator<Item = &'a Offer>) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut copied = 0;
    for offer in offers {
        mended.push_str(&text[copied..offer.range.start]);
        mended.push_str(&offer.with[0]);
        copied = offer.range.end;
    }
    mended.push_str(&text[copied..]);
    mended
}

/// The tables of one language, ready to be used.
#[derive(Debug)]
pub struct Rewriter {
    rules: Rules,
    shared: Shared,
    calm: Phrases,
    growth: Phrases,
}

impl Rewriter {
    /// Reads the patterns of the tables.
    pub fn new(rules: Rules) -> Self {
        let phrases =
            |table: &[Rule]| Phrases::new(rules.lang, table.iter().map(|rule| &rule.from));
        Self {
            shared: Shared::new(rules.lang, &rules.we),
            calm: phrases(&rules.calm),
            growth: phrases(&rules.growth),
            rules,
        }
    }

    /// Everything that is offered in an answer, in the order of the text.
    pub fn offers(&self, text: &str, report: &Report) -> Vec<Offer> {
        let lines = Lines::new(self.rules.lang, text, report);
        let findings = report.findings.iter();
        let mut offers: Vec<Offer> = findings
            .filter_map(|finding| self.offer(&lines, finding))
            .collect();
        let wanting = |verdict| matches!(verdict, Verdict::Look | Verdict::Work);
        if report.verdict(Tip::Words).is_some_and(wanting) {
            let sentences = report.sentences.iter().enumerate();
            let learned = sentences.filter(|(_, sentence)| {
                matches!(sentence.role, Role::Lesson | Role::Measure | Role::Gain)
            });
            let learned = learned.filter_map(|(number, _)| lines.line(number));
            offers.extend(learned.flat_map(|line| self.grown(line)));
        }
        offers.sort_by_key(|offer| (offer.span.start(), offer.span.end(), offer.kind.tip()));
        offers
    }

    /// What is offered for one finding.
    fn offer(&self, lines: &Lines<'_>, finding: &Finding) -> Option<Offer> {
        let (line, role) = lines.around(finding.span)?;
        match finding.kind {
            // What is felt or thought about it now is the person's own.
            Kind::SoloBlame if matches!(role, Role::Setback | Role::Event) => {
                self.ours(line, finding.span)
            }
            Kind::HeavyWord => self.calmed(line, finding.span),
            _ => None,
        }
    }

    /// "We" in the place of "I" in a sentence of `text`, from `span` on.
    pub fn shared(&self, text: &str, sentence: Range<usize>, span: Span) -> Option<Offer> {
        self.ours(&Line::new(self.rules.lang, text, sentence), span)
    }

    /// Calm words in the place of the heavy ones at `span`, in a sentence of `text`.
    pub fn calm(&self, text: &str, sentence: Range<usize>, span: Span) -> Option<Offer> {
        self.calmed(&Line::new(self.rules.lang, text, sentence), span)
    }

    /// Words of growth that can stand in the place of flat ones, in a sentence of `text`.
    pub fn growth(&self, text: &str, sentence: Range<usize>) -> Vec<Offer> {
        self.grown(&Line::new(self.rules.lang, text, sentence))
    }

    fn ours(&self, line: &Line<'_>, span: Span) -> Option<Offer> {
        let swap = self
            .shared
            .rewrite(line.text, &line.words, line.of(span)?)?;
        Some(Offer {
            kind: Kind::SoloBlame,
            span,
            range: swap.range,
            with: self.written(line, swap.with),
            say: self.written(line, swap.say),
            safe: false,
        })
    }

    fn calmed(&self, line: &Line<'_>, span: Span) -> Option<Offer> {
        let intense = &self.rules.intense;
        let core = line.core(line.of(span)?, intense);
        let covers = |(_, found): &(usize, Found)| {
            let whole = found.whole.start.max(core.start)..found.whole.end.min(core.end);
            let touches = whole.start == core.start || whole.end == core.end;
            touches && whole.len() * 2 >= core.len()
        };
        let (number, mut found) = longest(self.calm.around(&line.words, &core).filter(covers))?;
        found.replaced = line.widened(found.replaced, intense);
        let rule = &self.rules.calm[number];
        self.put(Kind::HeavyWord, line, &found, rule, Some(span))
    }

    fn grown(&self, line: &Line<'_>) -> Vec<Offer> {
        let mut offers = Vec::new();
        let mut at = 0;
        while at < line.words.len() {
            let Some((number, found)) = longest(self.growth.at(&line.words, at)) else {
                at += 1;
                continue;
            };
            at = found.whole.end.max(at + 1);
            let rule = &self.rules.growth[number];
            offers.extend(self.put(Kind::GrowthWord, line, &found, rule, None));
        }
        offers
    }

    fn put(
        &self,
        kind: Kind,
        line: &Line<'_>,
        found: &Found,
        rule: &Rule,
        span: Option<Span>,
    ) -> Option<Offer> {
        let words = line.words.get(found.replaced.clone())?;
        let (first, last) = (words.first()?, words.last()?);
        if rule.to.is_empty() || first.quoted || last.quoted {
            return None;
        }
        let bytes = first.range.start..last.range.end;
        let filled = rule.to.iter().map(|to| {
            let said = found.fill(to, line.text, &line.words, &self.rules.participles);
            like(&line.text[bytes.clone()], &said)
        });
        let with: Vec<String> = self.written(line, filled.collect());
        let (range, with) = match self.rules.lang {
            Lang::En => with_article(line.text, bytes.clone(), with),
            Lang::Zh => (bytes.clone(), with),
        };
        Some(Offer {
            kind,
            span: span.unwrap_or_else(|| Span::new(line.text, bytes)),
            range,
            say: with.clone(),
            with,
            safe: rule.safe,
        })
    }

    /// In the characters of the answer.
    fn written(&self, line: &Line<'_>, mut with: Vec<String>) -> Vec<String> {
        if line.curly {
            for said in &mut with {
                *said = said.replace('\'', &CURLY.to_string());
            }
        }
        if !line.traditional {
            return with;
        }
        let pairs = self.rules.traditional.split_whitespace();
        let pairs: Vec<(char, char)> = pairs
            .filter_map(|pair| Some((pair.chars().next()?, pair.chars().nth(1)?)))
            .collect();
        let other = |c: char| {
            let pair = pairs.iter().find(|pair| pair.0 == c);
            pair.map_or(c, |pair| pair.1)
        };
        let told = |said: &String| said.chars().map(other).collect();
        with.iter().map(told).collect()
    }
}

/// The article that stands before is part of what is replaced where the word wants another one.
fn with_article(text: &str, bytes: Range<usize>, with: Vec<String>) -> (Range<usize>, Vec<String>) {
    let article = |word: &str| match word.chars().next().map(|c| c.to_ascii_lowercase()) {
        Some('a' | 'e' | 'i' | 'o' | 'u') => "an",
        _ => "a",
    };
    let Some(before) = text[..bytes.start].strip_suffix(' ') else {
        return (bytes, with);
    };
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let stands = &before[start..];
    let fits = |word: &String| stands.eq_ignore_ascii_case(article(word));
    if !["a", "an"]
        .iter()
        .any(|one| stands.eq_ignore_ascii_case(one))
        || with.iter().all(fits)
    {
        return (bytes, with);
    }
    let whole = |word: &String| format!("{} {word}", like(stands, article(word)));
    (start..bytes.end, with.iter().map(whole).collect())
}

/// `word` with a capital where `model` has one.
fn like(model: &str, word: &str) -> String {
    let mut chars = word.chars();
    match (model.chars().next(), chars.next()) {
        (Some(first), Some(own)) if first.is_uppercase() && own.is_lowercase() => {
            own.to_uppercase().chain(chars).collect()
        }
        _ => word.to_owned(),
    }
}
