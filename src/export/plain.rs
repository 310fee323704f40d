//! The report as plain text for people: strengths first, the one next change last. Knows words and
//! rows; knows nothing of where it goes.

mod cure;

use std::collections::HashSet;
use std::io::{self, Write};
use std::ops::Range;

use super::chosen::Chosen;
use super::clean::{clean, clean_line};
use super::quote;
use crate::content;
use crate::content::library::{Library, RemarkText};
use crate::content::say;
use crate::content::words::{Words, fill};
use crate::engine::{Finding, Kind, Lang, MissingBeat, Polarity, Report, Span, Tip, Verdict};
use crate::practice::change::change;
use crate::practice::clock;
use crate::practice::rewrite::Offer;
use crate::wrap;

pub(super) use cure::cure;

/// Cells of a line.
pub const WIDTH: u16 = 80;

/// How the report is told.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// The language of the words around the answer.
    pub lang: Lang,
    /// Its interface words.
    pub words: &'static Words,
    /// What is said about tips and kinds.
    pub library: &'static Library,
    /// Whether to use escape codes for colour.
    pub color: Color,
    /// The tips that are told of.
    pub tips: Chosen,
    /// How findings are marked.
    pub marks: Marks,
}

/// How findings are marked in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// By signs on a row of their own, under their words.
    Under,
    /// By brackets around their words, for ears.
    Around,
}

/// Whether the output may be coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// Sixteen-colour escape codes.
    On,
    /// Not one escape byte.
    Off,
}

/// The report on `text`.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn report(out: &mut dyn Write, voice: Voice, text: &str, report: &Report) -> io::Result<()> {
    let mut page = Page {
        out,
        voice,
        text,
        report: &voice.tips.narrow(report),
        offers: content::offers(text, report),
        remarks: content::remarks(text, report),
        asked: HashSet::new(),
    };
    page.header()?;
    for tip in voice.tips.tips() {
        page.tip(tip)?;
    }
    page.missing()?;
    page.next()
}

/// `text` wrapped at [`WIDTH`], each row after `indent` spaces.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn paragraph(out: &mut dyn Write, indent: u16, text: &str) -> io::Result<()> {
    item(out, indent, "", text)
}

/// `text` wrapped behind `label`.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn labelled(out: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
    item(out, 0, label, text)
}

/// A [`paragraph`] with `sign` before its first row and the others indented as far.
fn item(out: &mut dyn Write, indent: u16, sign: &str, text: &str) -> io::Result<()> {
    let text = clean(text);
    let margin = usize::from(indent) + wrap::width(sign);
    let room = WIDTH.saturating_sub(u16::try_from(margin).unwrap_or(WIDTH));
    let mut sign = sign;
    for row in wrap::wrap(&text, room) {
        let row = text[row].trim_end();
        let line = format!(
            "{:indent$}{sign}{row}",
            "",
            indent = margin - wrap::width(sign)
        );
        writeln!(out, "{}", line.trim_end())?;
        sign = "";
    }
    Ok(())
}

impl Color {
    /// `text`, bold or coloured by this SGR code.
    pub fn paint(self, code: &str, text: &str) -> String {
        match self {
            Self::On if !text.is_empty() => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_owned(),
        }
    }
}

/// SGR codes: bold, and the colours of the marks.
const BOLD: &str = "1";
const fn ink(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Problem => "33",
        Polarity::Strength => "32",
    }
}

/// Where findings and their passages begin.
const FINDING_INDENT: u16 = 2;
const PASSAGE_INDENT: u16 = 6;

struct Page<'a> {
    out: &'a mut dyn Write,
    voice: Voice,
    text: &'a str,
    report: &'a Report,
    offers: Vec<Offer>,
    remarks: Vec<(&'static RemarkText, Span)>,
    /// What was asked already; once is enough on a page.
    asked: HashSet<String>,
}

impl Page<'_> {
    fn header(&mut self) -> io::Result<()> {
        let cli = &self.voice.words.cli;
        let lang = match self.report.lang {
            Some(Lang::En) => &cli.english,
            Some(Lang::Zh) => &cli.chinese,
            None => &cli.neither,
        };
        let amount = say::amount(self.voice.words, self.report.words);
        let spoken = clock::face(self.report.speaking_seconds);
        writeln!(self.out, "{}", fill(&cli.header, &[&amount, &spoken, lang]))?;
        let said = match self.report.reason {
            Some(reason) => say::reason(self.voice.words, reason).to_owned(),
            None => self.worked(),
        };
        writeln!(self.out)?;
        paragraph(self.out, 0, &said)
    }

    /// Strengths first: which tips were kept with nothing against them.
    fn worked(&self) -> String {
        let review = &self.voice.words.review;
        let shorts: Vec<&str> = (self.voice.tips.tips())
            .filter(|tip| self.report.worked(*tip))
            .filter_map(|tip| say::tip(self.voice.library, tip))
            .map(|text| text.short.get(self.voice.lang).as_str())
            .collect();
        if shorts.is_empty() {
            return review.worked_none.clone();
        }
        fill(&review.worked, &[&shorts.join(&review.comma)])
    }

    /// A tip with its state and its findings; without marks, only a tip that has findings.
    fn tip(&mut self, tip: Tip) -> io::Result<()> {
        let cli = &self.voice.words.cli;
        let number = tip.number().to_string();
        let text = say::tip(self.voice.library, tip);
        let title = text.map_or(tip.id(), |text| text.title.get(self.voice.lang));
        let verdict = self.report.verdict(tip);
        let line = match verdict {
            Some(verdict) => {
                let state = say::verdict(self.voice.words, verdict);
                fill(&cli.tip, &[&number, title, state])
            }
            None if self.report.of(tip).next().is_none() => return Ok(()),
            None => fill(&cli.tip_unmarked, &[&number, title]),
        };
        writeln!(self.out, "\n{}", self.voice.color.paint(BOLD, &line))?;
        let of_tip = |kind: &Kind| kind.tip() == tip;
        for kind in Kind::all().filter(|k| of_tip(k) && !k.is_problem()) {
            self.kind(kind)?;
        }
        for kind in Kind::all().filter(|k| of_tip(k) && k.is_problem()) {
            self.kind(kind)?;
        }
        self.remarks(tip)?;
        self.growth(tip)?;
        let wanting = matches!(verdict, Some(Verdict::Look | Verdict::Work));
        let silent = !self.report.of(tip).any(|found| found.kind.is_problem());
        match text {
            // No evidence is no virtue: it is asked for.
            Some(text) if verdict == Some(Verdict::Unseen) || wanting && silent => {
                paragraph(self.out, FINDING_INDENT, text.ask.get(self.voice.lang))
            }
            _ => Ok(()),
        }
    }

    /// Words of growth that could stand in the place of flat ones.
    fn growth(&mut self, tip: Tip) -> io::Result<()> {
        let flat = |offer: &&Offer| offer.kind == Kind::GrowthWord && tip == Tip::Words;
        for offer in self.offers.iter().filter(flat) {
            let quote = clean_line(&self.text[offer.range.clone()]);
            let said = offer.say.join(&self.voice.words.cli.or);
            let told = fill(&self.voice.words.review.grow, &[&quote, &said]);
            paragraph(self.out, FINDING_INDENT, &told)?;
        }
        Ok(())
    }

    /// What is worth a word of its own.
    fn remarks(&mut self, tip: Tip) -> io::Result<()> {
        for (remark, _) in &self.remarks {
            if remark.tip == tip {
                let sign = if remark.good { "+ " } else { "! " };
                let told = say::remark(self.voice.words, self.voice.lang, remark);
                item(self.out, FINDING_INDENT, sign, &told)?;
            }
        }
        Ok(())
    }

    /// Everything of one kind: its name, why it matters, and the places.
    fn kind(&mut self, kind: Kind) -> io::Result<()> {
        let report = self.report;
        let found: Vec<&Finding> = report.of(kind.tip()).filter(|f| f.kind == kind).collect();
        if found.is_empty() {
            return Ok(());
        }
        let lang = self.voice.lang;
        let space = &self.voice.words.review.space;
        let (name, reason) =
            say::kind(self.voice.library, kind).map_or((kind.id(), String::new()), |text| {
                let told = [&text.seen, &text.why].map(|part| part.get(lang).as_str());
                (text.name.get(lang).as_str(), told.join(space))
            });
        let sign = if kind.is_problem() { "! " } else { "+ " };
        let said = fill(&self.voice.words.cli.finding, &[name, &reason]);
        item(self.out, FINDING_INDENT, sign, &said)?;
        for (passage, together) in self.by_passage(&found) {
            self.passage(passage, &together, kind.polarity())?;
        }
        Ok(())
    }

    /// The findings by the sentences that they stand in, in order.
    fn by_passage<'f>(&self, found: &[&'f Finding]) -> Vec<(Range<usize>, Vec<&'f Finding>)> {
        let mut passages: Vec<(Range<usize>, Vec<&Finding>)> = Vec::new();
        for finding in found {
            let around = self.around(finding);
            match passages.last_mut() {
                Some((passage, together)) if around.start < passage.end => {
                    passage.end = passage.end.max(around.end);
                    together.push(finding);
                }
                _ => passages.push((around, vec![finding])),
            }
        }
        passages
    }

    /// The sentences that a finding touches.
    fn around(&self, finding: &Finding) -> Range<usize> {
        let mut around = finding.span;
        let sentences = &self.report.sentences;
        let first = sentences.partition_point(|s| s.span.end() <= finding.span.start());
        let touched = sentences[first..].iter().map(|sentence| sentence.span);
        for span in touched.take_while(|span| span.start() < finding.span.end()) {
            around = around.cover(span);
        }
        around.range()
    }

    fn passage(
        &mut self,
        passage: Range<usize>,
        found: &[&Finding],
        polarity: Polarity,
    ) -> io::Result<()> {
        let spans: Vec<Range<usize>> = found.iter().map(|f| f.span.range()).collect();
        let indent = usize::from(PASSAGE_INDENT);
        let room = WIDTH - PASSAGE_INDENT;
        for row in quote::rows(self.text, passage, &spans, (room, self.voice.marks)) {
            writeln!(self.out, "{:indent$}{}", "", row.text)?;
            if !row.marks.is_empty() {
                let marks = self.voice.color.paint(ink(polarity), &row.marks);
                writeln!(self.out, "{:indent$}{marks}", "")?;
            }
        }
        for finding in found {
            let ways = if found.len() == 1 { usize::MAX } else { 1 };
            let Some(cure) = cure(self.voice, &self.offers, finding, ways) else {
                continue;
            };
            if !self.asked.insert(cure.clone()) {
                continue;
            }
            let cure = if found.len() == 1 {
                cure
            } else {
                let quote = clean_line(finding.span.of(self.text));
                fill(&self.voice.words.cli.finding, &[&quote, &cure])
            };
            paragraph(self.out, PASSAGE_INDENT, &cure)?;
        }
        Ok(())
    }

    fn missing(&mut self) -> io::Result<()> {
        let report = self.report;
        if report.missing.is_empty() || !report.marked() {
            return Ok(());
        }
        writeln!(self.out)?;
        for missing in &report.missing {
            let said = self.missing_beat(missing);
            paragraph(self.out, 0, &said)?;
        }
        Ok(())
    }

    /// A beat that is not there, and after which words it belongs.
    fn missing_beat(&self, missing: &MissingBeat) -> String {
        let words = self.voice.words;
        let beat = say::missing(words, missing.beat);
        let before = clean_line(&say::ending(
            self.text.get(..missing.at).unwrap_or_default(),
        ));
        if before.is_empty() {
            return fill(&words.cli.missing_first, &[beat]);
        }
        fill(&words.cli.missing_after, &[&before, beat])
    }

    fn next(&mut self) -> io::Result<()> {
        if !self.report.marked() {
            return Ok(());
        }
        let review = &self.voice.words.review;
        let said = match change(self.report, &self.offers) {
            Some(change) => {
                let said = say::change(self.voice.words, self.text, &change);
                fill(&review.next, &[&clean_line(&said)])
            }
            // It may be about a tip that was not asked about.
            None if !self.voice.tips.is_all() => return Ok(()),
            None => review.next_none.clone(),
        };
        writeln!(self.out)?;
        paragraph(self.out, 0, &said)
    }
}

#[cfg(test)]
mod tests;
