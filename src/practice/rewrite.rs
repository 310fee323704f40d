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

pub(super) mod pattern;
pub mod rules;
mod we;
pub(super) mod word;

use std::ops::Range;

use crate::engine::{Finding, Kind, Lang, Report, Role, Span, Tip, Verdict, simplified};
use pattern::{Found, Pattern};
use rules::{Rule, Rules};
use we::Shared;
use word::{Word, words};

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

/// What is offered for a finding.
pub fn of<'a>(offers: &'a [Offer], finding: &Finding) -> Option<&'a Offer> {
    let mut offers = offers.iter();
    offers.find(|offer| offer.kind == finding.kind && offer.span == finding.span)
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
    calm: Vec<Pattern>,
    growth: Vec<Pattern>,
}

/// One sentence taken apart.
struct Line<'a> {
    text: &'a str,
    words: Vec<Word>,
}

/// By so many characters it is known whether an answer is in traditional ones.
const SCRIPT_TOLD: usize = 1000;

impl Rewriter {
    /// Reads the patterns of the tables.
    pub fn new(rules: Rules) -> Self {
        let patterns = |rules: &[Rule], lang| {
            let rules = rules.iter();
            rules.map(|rule| Pattern::new(lang, &rule.from)).collect()
        };
        Self {
            shared: Shared::new(rules.lang, &rules.we),
            calm: patterns(&rules.calm, rules.lang),
            growth: patterns(&rules.growth, rules.lang),
            rules,
        }
    }

    /// Everything that is offered in an answer, in the order of the text.
    pub fn offers(&self, text: &str, report: &Report) -> Vec<Offer> {
        let mut offers: Vec<Offer> = report
            .findings
            .iter()
            .filter_map(|finding| self.offer(text, report, finding))
            .collect();
        let wanting = |verdict| matches!(verdict, Verdict::Look | Verdict::Work);
        if report.verdict(Tip::Words).is_some_and(wanting) {
            for sentence in &report.sentences {
                if matches!(sentence.role, Role::Lesson | Role::Measure | Role::Gain) {
                    offers.extend(self.growth(text, sentence.span.range()));
                }
            }
        }
        offers.sort_by_key(|offer| (offer.span.start(), offer.span.end(), offer.kind.tip()));
        offers
    }

    /// What is offered for one finding.
    fn offer(&self, text: &str, report: &Report, finding: &Finding) -> Option<Offer> {
        let span = finding.span;
        let sentences = &report.sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end() <= span.start());
        let sentence = sentences[first..].first()?;
        let range = sentence.span.range();
        match finding.kind {
            Kind::SoloBlame => {
                // Told from the first "I" of the sentence on, so that no two tellers are left.
                let found = &report.findings;
                let from = found.partition_point(|other| other.span.start() < range.start);
                let first = found[from..].iter().find(|other| {
                    other.kind == Kind::SoloBlame && other.span.overlaps(sentence.span)
                });
                let whole = first.and_then(|first| self.shared(text, range.clone(), first.span));
                let whole = whole.filter(|whole| whole.range.end > span.start());
                let own = self.shared(text, range, span)?;
                Some(whole.map_or(own.clone(), |whole| Offer {
                    span,
                    say: own.say,
                    ..whole
                }))
            }
            Kind::HeavyWord => self.calm(text, range, span),
            _ => None,
        }
    }

    /// "We" in the place of "I" in a sentence of `text`, from `span` on.
    pub fn shared(&self, text: &str, sentence: Range<usize>, span: Span) -> Option<Offer> {
        let line = self.line(text, sentence);
        let swap = self.shared.rewrite(text, &line.words, line.of(span)?)?;
        Some(Offer {
            kind: Kind::SoloBlame,
            span,
            range: swap.range,
            with: self.written(text, swap.with),
            say: self.written(text, swap.say),
            safe: false,
        })
    }

    /// Calm words in the place of the heavy ones at `span`, in a sentence of `text`.
    pub fn calm(&self, text: &str, sentence: Range<usize>, span: Span) -> Option<Offer> {
        let line = self.line(text, sentence);
        let marked = line.of(span)?;
        let covers = |found: &Found| {
            let core = line.core(marked.clone(), &self.rules.intense);
            let whole = found.whole.start.max(core.start)..found.whole.end.min(core.end);
            let touches = whole.start == core.start || whole.end == core.end;
            touches && whole.len() * 2 >= core.len()
        };
        let hits = self.calm.iter().zip(&self.rules.calm);
        let hits = hits
            .flat_map(|(pattern, rule)| pattern.all(&line.words).map(move |found| (found, rule)));
        let hits = hits.filter(|(found, _)| covers(found));
        // Of the same length, the first.
        let longest = hits.rev_max_by_length()?;
        let wider = line.widened(longest.0, &self.rules.intense);
        self.put(Kind::HeavyWord, &line, &wider, longest.1, Some(span))
    }

    /// Words of growth that can stand in the place of flat ones, in a sentence of `text`.
    pub fn growth(&self, text: &str, sentence: Range<usize>) -> Vec<Offer> {
        let line = self.line(text, sentence);
        let mut offers = Vec::new();
        let mut at = 0;
        while at < line.words.len() {
            let hits = self.growth.iter().zip(&self.rules.growth);
            let hits =
                hits.filter_map(|(pattern, rule)| Some((pattern.at(&line.words, at)?, rule)));
            let Some((found, rule)) = hits.rev_max_by_length() else {
                at += 1;
                continue;
            };
            at = found.whole.end.max(at + 1);
            offers.extend(self.put(Kind::GrowthWord, &line, &found, rule, None));
        }
        offers
    }

    fn line<'a>(&self, text: &'a str, sentence: Range<usize>) -> Line<'a> {
        Line {
            words: words(self.rules.lang, text, sentence),
            text,
        }
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
        let with: Vec<String> = self.written(line.text, filled.collect());
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
    fn written(&self, text: &str, with: Vec<String>) -> Vec<String> {
        // Its beginning tells, so that a long text costs no more for each offer.
        let mut beginning = text.chars().take(SCRIPT_TOLD);
        if self.rules.lang == Lang::En || !beginning.any(|c| simplified(c) != c) {
            return with;
        }
        let pairs = self.rules.traditional.split_whitespace();
        let pairs: Vec<(char, char)> = pairs
            .filter_map(|pair| Some((pair.chars().next()?, pair.chars().nth(1)?)))
            .collect();
        let other = |c: char| {
            pairs
                .iter()
                .find(|pair| pair.0 == c)
                .map_or(c, |pair| pair.1)
        };
        with.iter()
            .map(|said| said.chars().map(other).collect())
            .collect()
    }
}

impl Line<'_> {
    /// The words of a span; `None` where it holds none.
    fn of(&self, span: Span) -> Option<Range<usize>> {
        let inside = |word: &Word| word.range.start < span.end() && span.start() < word.range.end;
        let first = self.words.iter().position(inside)?;
        let last = self.words.iter().rposition(inside)?;
        Some(first..last + 1)
    }

    /// The marked words without those that only make them heavier.
    fn core(&self, marked: Range<usize>, intense: &[String]) -> Range<usize> {
        let mut core = marked.clone();
        while core.len() > 1 && self.is_any(intense, core.start) > 0 {
            core.start += self.is_any(intense, core.start);
        }
        while core.len() > 1 && intense.contains(&self.words[core.end - 1].key) {
            core.end -= 1;
        }
        if core.is_empty() { marked } else { core }
    }

    /// With what only makes it heavier, before and behind.
    fn widened(&self, mut found: Found, intense: &[String]) -> Found {
        let mut replaced = found.replaced.clone();
        loop {
            let before = (1..=2).find(|length| {
                replaced.start >= *length
                    && self.is_any(intense, replaced.start - length) == *length
            });
            match before {
                Some(length) => replaced.start -= length,
                None => break,
            }
        }
        while self
            .words
            .get(replaced.end)
            .is_some_and(|word| intense.contains(&word.key))
        {
            replaced.end += 1;
        }
        found.replaced = replaced;
        found
    }

    /// How many words at `at` are one of these.
    fn is_any(&self, these: &[String], at: usize) -> usize {
        let pair: String = self.words[at..]
            .iter()
            .take(2)
            .map(|word| &*word.key)
            .collect();
        let one = self
            .words
            .get(at)
            .is_some_and(|word| these.contains(&word.key));
        match () {
            () if these.contains(&pair) => 2,
            () => usize::from(one),
        }
    }
}

/// The longest find, the first of several.
trait Longest<'a> {
    fn rev_max_by_length(self) -> Option<(Found, &'a Rule)>;
}

impl<'a, I: Iterator<Item = (Found, &'a Rule)>> Longest<'a> for I {
    fn rev_max_by_length(self) -> Option<(Found, &'a Rule)> {
        self.reduce(|best, next| {
            if next.0.whole.len() > best.0.whole.len() {
                next
            } else {
                best
            }
        })
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
