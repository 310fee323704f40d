//! The report as short lines, one for each thing to change: `PATH:LINE:COLUMN: TIP/KIND: …`, as
//! editors and other linters have it. Columns are characters. Knows nothing of where it goes.

use std::io::{self, Write};

use super::chosen::tip_of;
use super::clean::clean_line;
use super::plain::Voice;
use crate::content;
use crate::content::say;
use crate::content::words::fill;
use crate::engine::{Finding, MissingBeat, Report, Tip, Verdict};
use crate::practice::rewrite::Offer;
use crate::wrap;

/// Cells of the words that are repeated.
const QUOTE: usize = 60;

/// Writes the lines for `text`, in its order, under this name.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn report(
    out: &mut dyn Write,
    voice: Voice,
    name: &str,
    text: &str,
    report: &Report,
) -> io::Result<()> {
    let offers = content::offers(text, report);
    let report = voice.tips.narrow(report);
    let mut lines: Vec<(usize, String)> = Vec::new();
    for finding in report.findings.iter().filter(|f| f.kind.is_problem()) {
        lines.push((finding.span.start(), told(voice, text, &offers, finding)));
    }
    if let Some(reason) = report.reason {
        let said = say::reason(voice.words, reason);
        lines.push((0, fill(&voice.words.cli.finding, &[reason.id(), said])));
    } else {
        lines.extend(report.missing.iter().map(|gap| {
            let said = say::missing(voice.words, gap.beat);
            let id = format!("missing/{}", gap.beat.id());
            (gap.at, fill(&voice.words.cli.finding, &[&id, said]))
        }));
        let silent = |tip: &Tip| {
            let gap = |gap: &MissingBeat| tip_of(gap.beat) == Some(*tip);
            !report.of(*tip).any(|f| f.kind.is_problem()) && !report.missing.iter().any(gap)
        };
        let asking = voice.tips.tips().filter(silent);
        lines.extend(asking.filter_map(|tip| Some((0, asked(voice, &report, tip)?))));
    }
    lines.sort_by_key(|(at, _)| *at);
    let name = clean_line(name);
    let mut place = Place::default();
    for (at, line) in lines {
        place.go_on(text, at);
        writeln!(out, "{name}:{}:{}: {line}", place.row + 1, place.column + 1)?;
    }
    Ok(())
}

/// A place in a text by lines and characters, both from 0.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    at: usize,
    row: usize,
    column: usize,
}

impl Place {
    /// Goes on to byte `at`, which lies behind: so all places of a text cost one pass over it.
    fn go_on(&mut self, text: &str, at: usize) {
        let passed = &text[self.at..at];
        if let Some(end) = passed.rfind('\n') {
            self.row += passed.bytes().filter(|byte| *byte == b'\n').count();
            self.column = passed[end + 1..].chars().count();
        } else {
            self.column += passed.chars().count();
        }
        self.at = at;
    }
}

/// What was seen, the words, and what can be said in their place.
fn told(voice: Voice, text: &str, offers: &[Offer], finding: &Finding) -> String {
    let kind = finding.kind;
    let name = say::kind(voice.library, kind).map_or("", |said| said.name.get(voice.lang));
    let cli = &voice.words.cli;
    let id = format!("{}/{}", kind.tip().id(), kind.id());
    let quote = wrap::cut(&clean_line(finding.span.of(text)), QUOTE);
    let seen = fill(&cli.finding, &[&id, name]);
    let mut line = fill(&cli.finding, &[&seen, &format!("\"{quote}\"")]);
    if let Some(cure) = super::plain::cure(voice, offers, finding, usize::MAX) {
        line = format!("{line} ({cure})");
    }
    line
}

/// A tip that asks for something without a place of its own.
fn asked(voice: Voice, report: &Report, tip: Tip) -> Option<String> {
    let verdict = report.verdict(tip)?;
    if !matches!(verdict, Verdict::Look | Verdict::Work) {
        return None;
    }
    let title = say::tip(voice.library, tip).map_or("", |said| said.title.get(voice.lang));
    let state = say::verdict(voice.words, verdict);
    let finding = &voice.words.cli.finding;
    Some(fill(finding, &[tip.id(), &fill(finding, &[title, state])]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Lang, Reason};
    use crate::export::chosen::Chosen;
    use crate::export::fixture;
    use crate::export::plain::{Color, Marks};

    fn lines(tips: &[Tip], text: &str, analysed: &Report) -> Vec<String> {
        let voice = Voice {
            lang: Lang::En,
            words: content::words(Lang::En),
            library: content::library(),
            color: Color::Off,
            tips: Chosen::of(tips),
            marks: Marks::Under,
        };
        let mut out = Vec::new();
        report(&mut out, voice, "a\u{1b}.txt", text, analysed).unwrap();
        let out = String::from_utf8(out).unwrap();
        out.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_line_names_its_place_and_every_change_has_one() {
        let all = lines(&[], fixture::ENGLISH, &fixture::english());
        let start = "a<U+001B>.txt:1:55: framing/heavy-word: ";
        let heavy = all.iter().find(|line| line.starts_with(start)).unwrap();
        assert!(
            heavy.contains("\"complete disaster\" (Say instead: setback or difficult outcome.)")
        );
        for id in ["we/solo-blame", "missing/measure", "misjudged"] {
            let named = |line: &&String| line.contains(&format!(": {id}"));
            assert_eq!(all.iter().filter(named).count(), 1, "{id}: {all:#?}");
        }
        assert!(
            all.iter().all(|line| !line.contains("/lesson: ")),
            "{all:#?}"
        );
        let we = lines(&[Tip::We], fixture::ENGLISH, &fixture::english());
        assert_eq!(we.len(), 1);
        assert!(we[0].contains("we/solo-blame"));
    }

    #[test]
    fn an_answer_without_marks_says_why() {
        let unmarked = Report {
            reason: Some(Reason::TooShort),
            verdicts: None,
            findings: Vec::new(),
            ..fixture::english()
        };
        let all = lines(&[], fixture::ENGLISH, &unmarked);
        assert_eq!(all.len(), 1);
        assert!(
            all[0].starts_with("a<U+001B>.txt:1:1: too-short: "),
            "{all:?}"
        );
    }

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        for (text, at, expected) in [
            ("", 0, (0, 0)),
            ("one\ntwo", 4, (1, 0)),
            ("我们\n失败了", 10, (1, 1)),
            ("a\n", 2, (1, 0)),
            ("a\nb\ncd", 5, (2, 1)),
        ] {
            for stop in (0..=at).filter(|stop| text.is_char_boundary(*stop)) {
                let mut place = Place::default();
                place.go_on(text, stop);
                place.go_on(text, at);
                assert_eq!((place.row, place.column), expected, "{text:?} by {stop}");
            }
        }
    }
}
