//! The report as JSON, version 1, for other programs. Offsets are UTF-8 bytes, `end` exclusive. Fields
//! are added to a version, never taken away or given another meaning.
//! Knows the shape of the output and nothing of where it goes.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::ser::{CompactFormatter, Formatter};

use super::chosen::Chosen;
use crate::content;
use crate::engine::{
    Beat, Detail, Explanation, Finding, Lang, Length, Polarity, Reason, Report, Role, Step, Term,
    Tip, Verdict,
};
use crate::practice::rewrite::{self, Offer};
use crate::wrap::seen::is_harmless;

/// The version of the report's shape.
pub const VERSION: u32 = 1;

/// Writes the report on `text` as one line. `id` is given back as it came.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn report<I: Serialize>(
    out: &mut dyn Write,
    id: I,
    text: &str,
    report: &Report,
) -> io::Result<()> {
    line(out, &ReportJson::new(id, text, report, Asked::default()))
}

/// What is asked about a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The tips that are told of.
    pub tips: Chosen,
    /// Why each finding was made, where that is asked for.
    pub why: Option<&'a [Explanation]>,
}

/// [`report()`] on what is asked about, without the end of the line.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn asked<I: Serialize>(
    out: &mut dyn Write,
    id: I,
    text: &str,
    report: &Report,
    asked: Asked<'_>,
) -> io::Result<()> {
    let report = asked.tips.narrow(report);
    value(out, &ReportJson::new(id, text, &report, asked))
}

/// Writes `value` as one line of JSON. Characters that could command or deceive a terminal are
/// escaped; all others, Chinese too, stand as themselves.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn line<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    self::value(out, value)?;
    out.write_all(b"\n")
}

/// [`line()`] without its end, to be part of something longer.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn value<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    let formatter = Visible(CompactFormatter);
    value.serialize(&mut serde_json::Serializer::with_formatter(out, formatter))?;
    Ok(())
}

#[derive(Serialize)]
struct ReportJson<'a, I> {
    v: u32,
    id: I,
    lang: Option<Lang>,
    marked: bool,
    reason: Option<Reason>,
    words: usize,
    speaking_seconds: u32,
    turn: Option<TurnJson>,
    beats: &'a [Beat],
    missing: Vec<MissingJson>,
    early: &'a [Beat],
    length: Length,
    sentences: Vec<SentenceJson>,
    findings: Vec<FindingJson<'a>>,
    verdicts: VerdictsJson<'a>,
    next: Option<Step>,
    remarks: Vec<RemarkJson<'a>>,
    offers: Vec<OfferJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Vec<WhyJson<'a>>>,
}

#[derive(Serialize)]
struct WhyJson<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    rule: &'static str,
    score: i32,
    features: &'a [(String, i32)],
}

#[derive(Serialize)]
struct TurnJson {
    at: usize,
    share: f64,
}

#[derive(Serialize)]
struct MissingJson {
    beat: Beat,
    at: usize,
}

#[derive(Serialize)]
struct SentenceJson {
    start: usize,
    end: usize,
    role: Role,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    tip: Tip,
    kind: &'static str,
    polarity: Polarity,
    start: usize,
    end: usize,
    quote: &'a str,
    instead: Vec<String>,
    safe: bool,
    #[serde(flatten)]
    facts: Facts<'a>,
}

/// What is worth a word of its own, at the first words of it; `good` is praise.
#[derive(Serialize)]
struct RemarkJson<'a> {
    id: &'static str,
    tip: Tip,
    good: bool,
    start: usize,
    end: usize,
    quote: &'a str,
}

/// Other words for a finding, or for flat words that are none. `from` and `to` are what `with` takes
/// the place of; `say` is how that is told.
#[derive(Serialize)]
struct OfferJson<'a> {
    tip: Tip,
    kind: &'static str,
    start: usize,
    end: usize,
    quote: &'a str,
    say: Vec<String>,
    from: usize,
    to: usize,
    with: Vec<String>,
    safe: bool,
}

/// The facts that belong to some kinds only.
#[derive(Serialize)]
#[serde(untagged)]
enum Facts<'a> {
    None {},
    Heavy { intense: bool },
    Growth { lemma: &'a str },
    Step { term: Term },
    Length { words: usize, of: usize },
}

/// Tip to verdict in the article's order; empty when the answer got no marks.
struct VerdictsJson<'a>(Option<&'a [Verdict; 8]>, Chosen);

impl<'a, I> ReportJson<'a, I> {
    fn new(id: I, text: &'a str, report: &'a Report, asked: Asked<'a>) -> Self {
        let sentences = report.sentences.iter().map(|sentence| SentenceJson {
            start: sentence.span.start(),
            end: sentence.span.end(),
            role: sentence.role,
        });
        let missing = report.missing.iter().map(|missing| MissingJson {
            beat: missing.beat,
            at: missing.at,
        });
        let offers = content::offers(text, report);
        Self {
            v: VERSION,
            id,
            lang: report.lang,
            marked: report.marked(),
            reason: report.reason,
            words: report.words,
            speaking_seconds: report.speaking_seconds,
            turn: report.turn.map(|at| TurnJson {
                at,
                share: (report.share * 100.0).round() / 100.0,
            }),
            beats: &report.beats,
            missing: missing.collect(),
            early: &report.early,
            length: report.length(),
            sentences: sentences.collect(),
            findings: report
                .findings
                .iter()
                .map(|found| finding(text, found, rewrite::of(&offers, found)))
                .collect(),
            verdicts: VerdictsJson(report.verdicts.as_ref(), asked.tips),
            next: report.next,
            remarks: remarks(asked.tips, text, report),
            offers: offers
                .into_iter()
                .filter(|offer| asked.tips.has(offer.kind.tip()))
                .map(|offer| self::offer(text, offer))
                .collect(),
            why: asked.why.map(|all| why(asked.tips, all)),
        }
    }
}

fn remarks<'a>(tips: Chosen, text: &'a str, report: &Report) -> Vec<RemarkJson<'a>> {
    let all = content::remarks(text, report).into_iter();
    all.filter(|(remark, _)| tips.has(remark.tip))
        .map(|(remark, span)| RemarkJson {
            id: &remark.id,
            tip: remark.tip,
            good: remark.good,
            start: span.start(),
            end: span.end(),
            quote: span.of(text),
        })
        .collect()
}

fn offer(text: &str, offer: Offer) -> OfferJson<'_> {
    OfferJson {
        tip: offer.kind.tip(),
        kind: offer.kind.id(),
        start: offer.span.start(),
        end: offer.span.end(),
        quote: offer.span.of(text),
        say: offer.say,
        from: offer.range.start,
        to: offer.range.end,
        with: offer.with,
        safe: offer.safe,
    }
}

fn why(tips: Chosen, all: &[Explanation]) -> Vec<WhyJson<'_>> {
    let told = all.iter().filter(|one| tips.has(one.kind.tip()));
    told.map(|one| WhyJson {
        kind: one.kind.id(),
        start: one.span.start(),
        end: one.span.end(),
        rule: one.rule,
        score: one.score,
        features: &one.reasons,
    })
    .collect()
}

fn finding<'a>(text: &'a str, finding: &'a Finding, offer: Option<&Offer>) -> FindingJson<'a> {
    FindingJson {
        tip: finding.kind.tip(),
        kind: finding.kind.id(),
        polarity: finding.kind.polarity(),
        start: finding.span.start(),
        end: finding.span.end(),
        quote: finding.span.of(text),
        instead: offer.map_or_else(Vec::new, |offer| offer.say.clone()),
        safe: offer.is_some_and(|offer| offer.safe),
        facts: match &finding.detail {
            Detail::Plain => Facts::None {},
            Detail::Heavy { intense } => Facts::Heavy { intense: *intense },
            Detail::Growth { lemma } => Facts::Growth { lemma },
            Detail::Step { term } => Facts::Step { term: *term },
            Detail::Length { words, of } => Facts::Length {
                words: *words,
                of: *of,
            },
        },
    }
}

impl Serialize for VerdictsJson<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let verdicts = self.0.map_or(&[][..], |all| &all[..]);
        let mut map = serializer.serialize_map(None)?;
        for (tip, verdict) in Tip::ALL.into_iter().zip(verdicts) {
            if self.1.has(tip) {
                map.serialize_entry(tip.id(), verdict)?;
            }
        }
        map.end()
    }
}

/// Compact JSON in which no string holds a character that acts on a terminal. serde escapes C0
/// itself; this adds DEL, C1, direction marks and what is invisible.
struct Visible(CompactFormatter);

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        escaped(out, fragment)
    }
}

/// JSON that is text already, in which every character that acts on a terminal is escaped.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn escaped<W: ?Sized + Write>(out: &mut W, json: &str) -> io::Result<()> {
    let mut written = 0;
    for (at, c) in json.char_indices() {
        if is_harmless(c) || c == '\u{200d}' {
            continue;
        }
        out.write_all(&json.as_bytes()[written..at])?;
        for unit in c.encode_utf16(&mut [0; 2]) {
            write!(out, "\\u{unit:04x}")?;
        }
        written = at + c.len_utf8();
    }
    out.write_all(&json.as_bytes()[written..])
}

#[cfg(test)]
mod tests;
