//! Two takes compared, in words: what is seen on the screen and printed on the command line. Knows
//! the comparison and the words; knows nothing of where it goes.

use std::io::{self, Write};
use std::ops::Range;

use super::clean::clean_line;
use super::plain::{self, Voice};
use crate::content;
use crate::content::say::{self, DOT};
use crate::content::words::fill;
use crate::engine::{Beat, Kind, Report, Role, Tip, Verdict};
use crate::practice::clock::face;
use crate::practice::compare::{self, Comparison, Fate, Side, Way, Worked};
use crate::practice::record::{Goal, How, Record};

/// So much of the wording has to move before the words are called different, in percent.
const DIFFERENT: usize = 20;

/// A take, read by today's rules.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    /// The attempt.
    pub record: &'a Record,
    /// What the engine says about it.
    pub report: &'a Report,
}

/// A text with its tones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Lines; what an answer says stands in it as it came.
    pub text: String,
    /// Bytes of the text that stand out, in order.
    pub tones: Vec<(Range<usize>, Tone)>,
}

/// How something stands out; the signs around it say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Strong,
    /// It may be overlooked.
    Dim,
    /// Taken out.
    Gone,
    /// Put in.
    New,
    /// A problem that went.
    Good,
}

impl Read<'_> {
    fn side(&self) -> Side<'_> {
        Side {
            text: &self.record.answer,
            report: self.report,
        }
    }
}

/// Compares an earlier take with a later one.
pub fn comparison(earlier: Read<'_>, later: Read<'_>) -> Comparison {
    compare::compare(earlier.side(), later.side())
}

/// Whether the later take is the earlier one, changed.
pub fn edited(earlier: &Record, later: &Record) -> bool {
    later.parent.as_ref() == Some(&earlier.id)
}

/// What the later take set out to change, and what became of it.
pub fn worked(earlier: Read<'_>, later: Read<'_>) -> Option<(Goal, Worked)> {
    let goal = later.record.goal?;
    let way = if edited(earlier.record, later.record) {
        Way::Edited
    } else {
        Way::Fresh
    };
    let offers = content::offers(&earlier.record.answer, earlier.report);
    let worked = compare::worked(goal, earlier.side(), &offers, later.side(), way)?;
    Some((goal, worked))
}

/// A comparison in words: an edited take edit by edit, a fresh one beat by beat.
pub fn told(voice: Voice, earlier: Read<'_>, later: Read<'_>, found: &Comparison) -> Told {
    let mut page = Page {
        voice,
        earlier,
        later,
        found,
        told: Told::default(),
    };
    page.head();
    if edited(earlier.record, later.record) {
        page.edits();
        page.findings();
    } else {
        page.beats();
        page.states();
    }
    page.told
}

/// The same on the command line.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn print(out: &mut dyn Write, told: &Told) -> io::Result<()> {
    for line in told.text.lines() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let margin = u16::try_from(indent).unwrap_or(0);
        match line.trim_start_matches(' ') {
            "" => writeln!(out)?,
            line => plain::paragraph(out, margin, line)?,
        }
    }
    Ok(())
}

struct Page<'a> {
    voice: Voice,
    earlier: Read<'a>,
    later: Read<'a>,
    found: &'a Comparison,
    told: Told,
}

impl Page<'_> {
    fn put(&mut self, text: &str) {
        self.told.text.push_str(text);
    }

    fn tone(&mut self, text: &str, tone: Tone) {
        let start = self.told.text.len();
        self.put(text);
        self.told.tones.push((start..self.told.text.len(), tone));
    }

    fn line(&mut self, text: &str) {
        self.put(text);
        self.put("\n");
    }

    /// What the two are, and how far apart.
    fn head(&mut self) {
        let words = &self.voice.words.compare;
        let then = fill(&words.then, &[&self.facts(self.earlier)]);
        let now = fill(&words.now, &[&self.facts(self.later)]);
        self.tone(&then, Tone::Dim);
        self.put("\n");
        self.line(&now);
        self.put("\n");
        let moved = fill(&words.moved, &[&self.found.moved.to_string()]);
        let beats = self.beats_in_short();
        let said: Vec<&str> = beats.iter().map(String::as_str).chain([&*moved]).collect();
        self.line(&said.join(&self.voice.words.review.space));
        if !(self.earlier.report.marked() && self.later.report.marked()) {
            self.line(&words.unmarked);
        }
        self.worked();
        self.put("\n");
    }

    /// What the later take set out to change, as the earlier one had it and as it is now.
    fn worked(&mut self) {
        let Some((goal, worked)) = worked(self.earlier, self.later) else {
            return;
        };
        let words = self.voice.words;
        let texts = [self.earlier, self.later].map(|take| take.record.answer.as_str());
        let (_, asked) = say::goal(words, goal);
        self.put("\n");
        self.tone(&fill(&words.compare.worked, &[&asked]), Tone::Dim);
        self.put("\n");
        let line = say::then_now(words, worked, texts).join(DOT);
        self.line(&clean_line(&line));
    }

    fn facts(&self, take: Read<'_>) -> String {
        let (words, record) = (self.voice.words, take.record);
        let mut facts = vec![clean_line(&record.day)];
        match record.how {
            How::Fresh => facts.extend(
                record
                    .take
                    .map(|take| fill(&words.review.take, &[&take.to_string()])),
            ),
            How::Edited => facts.push(words.review.edited.clone()),
            How::Pasted => facts.push(words.review.pasted.clone()),
        }
        facts.push(say::amount(words, take.report.words));
        facts.push(face(take.report.speaking_seconds));
        facts.join(DOT)
    }

    fn beats_in_short(&self) -> Vec<String> {
        let words = &self.voice.words.compare;
        let of = |wanted: Fate| -> Vec<&str> {
            let with = |(beat, fate): &(Beat, Fate)| {
                (*fate == wanted).then(|| say::beat(self.voice.words, *beat))
            };
            self.found.beats.iter().filter_map(with).collect()
        };
        let fates = [
            (of(Fate::Stayed), &words.stayed),
            (of(Fate::New), &words.new),
            (of(Fate::LeftOut), &words.left_out),
        ];
        if fates[1].0.is_empty() && fates[2].0.is_empty() {
            return match fates[0].0.len() {
                0 => Vec::new(),
                _ if self.found.moved < DIFFERENT => vec![words.same_words.clone()],
                _ => vec![words.same_beats.clone()],
            };
        }
        let comma = &self.voice.words.review.comma;
        fates
            .into_iter()
            .filter(|(beats, _)| !beats.is_empty())
            .map(|(beats, template)| fill(template, &[&beats.join(comma)]))
            .collect()
    }

    /// The later text with what was taken out and put in.
    fn edits(&mut self) {
        let words = &self.voice.words.compare;
        if self.found.edits.is_empty() {
            return self.line(&words.same);
        }
        self.tone(&words.legend, Tone::Dim);
        self.put("\n\n");
        let (before, after) = (&*self.earlier.record.answer, &*self.later.record.answer);
        let mut at = 0;
        for (index, edit) in self.found.edits.iter().enumerate() {
            self.put(&after[at..edit.after.start]);
            at = edit.after.end;
            let gone = clean_line(&before[edit.before.clone()]);
            if !gone.is_empty() {
                self.tone(&format!("[-{gone}-]"), Tone::Gone);
            }
            if !edit.after.is_empty() {
                self.tone(&format!("{{+{}+}}", &after[edit.after.clone()]), Tone::New);
            }
            for tip in self.tips_cleared(index) {
                self.tone(&format!("(✓{})", tip.number()), Tone::Good);
            }
        }
        self.line(after[at..].trim_end());
    }

    fn tips_cleared(&self, edit: usize) -> Vec<Tip> {
        let with = |by: Option<usize>| by == Some(edit);
        let cleared = self.found.cleared.iter().filter(|one| with(one.by));
        let findings = &self.earlier.report.findings;
        let mut tips: Vec<Tip> = cleared
            .map(|one| findings[one.finding].kind.tip())
            .collect();
        tips.sort_unstable();
        tips.dedup();
        tips
    }

    /// The findings that went, and those that came.
    fn findings(&mut self) {
        let words = &self.voice.words.compare;
        let went = |with_one: bool| {
            let cleared = self.found.cleared.iter();
            let cleared = cleared.filter(move |one| one.by.is_some() == with_one);
            cleared.map(|one| self.quoted(self.earlier, one.finding))
        };
        let came = self.found.raised.iter();
        let came = came.map(|raised| self.quoted(self.later, *raised));
        let groups: [(&str, Verdict, Vec<String>); 3] = [
            (&words.cleared, Verdict::Kept, went(true).collect()),
            (&words.cleared_whole, Verdict::Kept, went(false).collect()),
            (&words.raised, Verdict::Work, came.collect()),
        ];
        for (heading, verdict, lines) in groups {
            self.listed(Some(heading), lines.into_iter().map(|line| (verdict, line)));
        }
    }

    fn listed(&mut self, heading: Option<&str>, lines: impl Iterator<Item = (Verdict, String)>) {
        let mut lines = lines.peekable();
        if lines.peek().is_none() {
            return;
        }
        self.put("\n");
        if let Some(heading) = heading {
            self.tone(heading, Tone::Dim);
            self.put("\n");
        }
        for (verdict, line) in lines {
            self.tone(say::shape(verdict), Tone::Strong);
            self.line(&format!(" {line}"));
        }
    }

    fn quoted(&self, take: Read<'_>, finding: usize) -> String {
        let finding = &take.report.findings[finding];
        let name = self.kind(finding.kind);
        let named = format!("{} {name}", finding.kind.tip().number());
        let quote = clean_line(finding.span.of(&take.record.answer));
        fill(&self.voice.words.compare.quoted, &[&named, &quote])
    }

    fn kind(&self, kind: Kind) -> &'static str {
        let text = say::kind(self.voice.library, kind);
        text.map_or(kind.id(), |text| text.name.get(self.voice.lang))
    }

    /// Each beat as it was told then and is told now.
    fn beats(&mut self) {
        let words = &self.voice.words.compare;
        for (beat, fate) in &self.found.beats {
            let sign = match fate {
                Fate::Stayed => "=",
                Fate::New => "+",
                Fate::LeftOut => "-",
            };
            let name = say::beat(self.voice.words, *beat);
            self.tone(&format!("{sign} {name}"), Tone::Strong);
            self.put("\n");
            let then = self.told_beat(self.earlier, *beat);
            let now = self.told_beat(self.later, *beat);
            if then == now {
                self.line(&fill(&words.unchanged, &[&now]));
                continue;
            }
            self.tone(&fill(&words.then, &[&then]), Tone::Dim);
            self.put("\n");
            self.line(&fill(&words.now, &[&now]));
        }
    }

    fn told_beat(&self, take: Read<'_>, beat: Beat) -> String {
        let told = take.report.sentences.iter();
        let sentences: Vec<String> = told
            .filter(|sentence| sentence.role == role(beat))
            .map(|sentence| clean_line(sentence.span.of(&take.record.answer)))
            .collect();
        if sentences.is_empty() {
            return self.voice.words.compare.untold.clone();
        }
        sentences.join(&self.voice.words.review.space)
    }

    /// The tips whose state is another one now.
    fn states(&mut self) {
        let voice = self.voice;
        let state = |tip: Tip| {
            let then = self.earlier.report.verdict(tip)?;
            let now = self.later.report.verdict(tip)?;
            let title = say::tip(voice.library, tip)?.title.get(voice.lang);
            let named = format!("{} {title}", tip.number());
            let words = [then, now].map(|verdict| say::verdict(voice.words, verdict));
            let line = fill(&voice.words.compare.state, &[&named, words[0], words[1]]);
            (then != now).then_some((now, line))
        };
        let lines: Vec<_> = Tip::ALL.into_iter().filter_map(state).collect();
        self.listed(None, lines.into_iter());
    }
}

const fn role(beat: Beat) -> Role {
    match beat {
        Beat::Event => Role::Event,
        Beat::Setback => Role::Setback,
        Beat::Lesson => Role::Lesson,
        Beat::Measure => Role::Measure,
    }
}
