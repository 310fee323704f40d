//! Progress as text, as JSON and as a table. Knows figures and words; nothing of where they go.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::clean_line;
use super::csv;
use super::json;
use super::plain::{Voice, paragraph};
use crate::content::say;
use crate::content::words::{counted, fill};
use crate::engine::{Lang, Tip};
use crate::practice::history::History;
use crate::practice::progress::habit::{Habit, Week};
use crate::practice::progress::{BAND, Marked, Progress, Share, Slice, Standing};
use crate::practice::story::{self, Story, Use};
use crate::wrap;

/// The version of the JSON.
pub const VERSION: u32 = 1;

/// Marked attempts whose states stand on a row at most.
const STATES: usize = 20;

/// Weeks that the text tells of at most.
const WEEKS: usize = 12;

/// Everything about the practice until one day.
#[derive(Debug)]
pub struct Practice<'a> {
    /// What the figures are of.
    pub history: &'a History,
    /// The story bank.
    pub bank: &'a [Story],
    /// The practice day.
    pub day: String,
    /// How steadily somebody comes.
    pub habit: Habit,
    /// All attempts, then each language, prompt and story.
    pub slices: Vec<Progress>,
}

/// For people.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn text(out: &mut dyn Write, voice: Voice, practice: &Practice<'_>) -> io::Result<()> {
    let (words, bank) = (voice.words, practice.bank);
    let Some((first, others)) = practice.slices.split_first() else {
        return Ok(());
    };
    let name = say::progress::slice(words, voice.library, bank, voice.lang, first);
    let title = format!("{}{}{}", words.progress.title, say::DOT, clean_line(&name));
    writeln!(out, "{}", voice.color.paint("1", &title))?;
    paragraph(out, 0, &say::progress::habit(words, practice.habit))?;
    if first.attempts == 0 {
        return untold(out, voice, practice);
    }
    writeln!(out, "{}", say::progress::counts(words, first))?;
    weeks(out, voice, first)?;
    writeln!(out)?;
    tips(out, voice, first)?;
    if let Some(thin) = say::progress::thin(words, first) {
        paragraph(out, 0, &thin)?;
    } else {
        let aloud = say::progress::aloud(words, first);
        for fact in say::progress::facts(words, first).into_iter().chain(aloud) {
            paragraph(out, 0, &fact)?;
        }
    }
    let listeners = say::progress::listeners(words, first);
    listeners.map_or(Ok(()), |told| paragraph(out, 0, &told))?;
    untold(out, voice, practice)?;
    if !others.is_empty() {
        writeln!(out)?;
    }
    others
        .iter()
        .try_for_each(|slice| row(out, voice, bank, slice))
}

/// Which stories of the bank were never told.
fn untold(out: &mut dyn Write, voice: Voice, practice: &Practice<'_>) -> io::Result<()> {
    let untold = story::untold(practice.bank, practice.history);
    let told = say::progress::untold(voice.words, &untold, voice.lang);
    told.map_or(Ok(()), |told| paragraph(out, 0, &told))
}

/// One line a week, the latest last, with a stroke an answer.
fn weeks(out: &mut dyn Write, voice: Voice, progress: &Progress) -> io::Result<()> {
    const STROKES: usize = 24;
    let (words, count) = (&voice.words.progress, &voice.words.count);
    let latest = progress.weeks.len().saturating_sub(WEEKS);
    writeln!(out)?;
    for week in &progress.weeks[latest..] {
        let attempts = week.attempts as usize;
        let answers = counted(attempts, &count.attempt, &count.attempts);
        let days = counted(week.days, &count.day, &count.days);
        let told = match attempts {
            0 => answers,
            _ => fill(&words.on_days, &[&answers, &days]),
        };
        let strokes = "|".repeat(attempts.min(STROKES));
        let more = if attempts > STROKES { "+" } else { "" };
        let week = fill(&words.week, &[&week.monday]);
        writeln!(
            out,
            "  {}",
            format!("{}  {}  {strokes}{more}", week, padded(&told, 22)).trim_end()
        )?;
    }
    Ok(())
}

/// The eight tips: their states, how often they were kept, the trend.
fn tips(out: &mut dyn Write, voice: Voice, progress: &Progress) -> io::Result<()> {
    let title = |tip: Tip| {
        let text = say::tip(voice.library, tip);
        let title = text.map_or(tip.id(), |text| text.short.get(voice.lang));
        format!("{} {title}", tip.number())
    };
    let widest = Tip::ALL.map(|tip| wrap::width(&title(tip)));
    let widest = widest.into_iter().max().unwrap_or_default();
    let room = STATES.min(progress.marked.len());
    let kept = |standing| say::progress::standing(voice.words, standing).unwrap_or_default();
    let kept: Vec<String> = progress.tips.iter().map(kept).collect();
    let longest = kept.iter().map(|told| wrap::width(told)).max();
    for (standing, kept) in progress.tips.iter().zip(&kept) {
        let states = say::progress::states(progress, standing.tip, STATES);
        let people = say::progress::people(voice.words, standing).unwrap_or_default();
        let row = [
            padded(&title(standing.tip), widest),
            padded(&states, room),
            padded(kept, longest.unwrap_or_default()),
            people,
        ];
        writeln!(out, "  {}", row.join("  ").trim_end())?;
    }
    writeln!(out)
}

/// One other slice on a line.
fn row(out: &mut dyn Write, voice: Voice, bank: &[Story], progress: &Progress) -> io::Result<()> {
    let words = voice.words;
    let name = say::progress::slice(words, voice.library, bank, voice.lang, progress);
    paragraph(out, 0, &name)?;
    let mut facts = vec![say::progress::counts(words, progress)];
    if progress.is_enough() {
        let all: Share = progress.tips.iter().map(|tip| tip.kept).sum();
        let [count, of] = [all.count, all.of].map(|count| count.to_string());
        facts.push(fill(&words.progress.kept, &[&count, &of]));
    }
    let last = progress.marked.last();
    facts.extend(last.map(|last| fill(&words.progress.last, &[&last.day])));
    paragraph(out, 2, &facts.join(say::DOT))
}

fn padded(text: &str, cells: usize) -> String {
    let room = cells.saturating_sub(wrap::width(text));
    format!("{text}{:room$}", "")
}

#[derive(Serialize)]
struct PracticeJson<'a> {
    v: u32,
    day: &'a str,
    habit: Habit,
    band_seconds: (u32, u32),
    slices: Vec<SliceJson<'a>>,
    stories: Vec<StoryJson<'a>>,
    attempts: &'a [Marked],
}

#[derive(Serialize)]
struct StoryJson<'a> {
    id: &'a str,
    en: Option<&'a str>,
    zh: Option<&'a str>,
    #[serde(flatten)]
    told: Use,
}

impl<'a> StoryJson<'a> {
    fn new(story: &'a Story, history: &History) -> Self {
        let title = |lang| story.telling(lang).map(|telling| telling.title.as_str());
        Self {
            id: &story.id,
            en: title(Lang::En),
            zh: title(Lang::Zh),
            told: Use::of(history, &story.id),
        }
    }
}

#[derive(Serialize)]
struct SliceJson<'a> {
    of: &'a Slice,
    question: Option<&'a str>,
    attempts: usize,
    marked: usize,
    enough: bool,
    in_band: Share,
    guessed: Share,
    sheets: usize,
    agreed: Share,
    aloud_seconds: &'a [u32],
    tips: &'a [Standing],
    weeks: &'a [Week],
}

impl<'a> SliceJson<'a> {
    fn new(progress: &'a Progress) -> Self {
        Self {
            of: &progress.of,
            question: progress.shown.as_deref(),
            attempts: progress.attempts,
            marked: progress.marked.len(),
            enough: progress.is_enough(),
            in_band: progress.in_band(),
            guessed: progress.guessed(),
            sheets: progress.sheets(),
            agreed: progress.agreed(),
            aloud_seconds: &progress.aloud,
            tips: &progress.tips,
            weeks: &progress.weeks,
        }
    }
}

/// For programs: one line.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn as_json(out: &mut dyn Write, practice: &Practice<'_>) -> io::Result<()> {
    let all = practice.slices.first();
    let whole = PracticeJson {
        v: VERSION,
        day: &practice.day,
        habit: practice.habit,
        band_seconds: BAND,
        slices: practice.slices.iter().map(SliceJson::new).collect(),
        stories: practice
            .bank
            .iter()
            .map(|story| StoryJson::new(story, practice.history))
            .collect(),
        attempts: all.map_or(&[], |all| all.marked.as_slice()),
    };
    json::line(out, &whole)
}

/// A table: one row a marked attempt.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn table(out: &mut dyn Write, practice: &Practice<'_>) -> io::Result<()> {
    const BEFORE: [&str; 8] = [
        "id",
        "day",
        "prompt",
        "story",
        "words",
        "speaking_seconds",
        "in_band",
        "guessed",
    ];
    let tips = Tip::ALL.map(|tip| format!("tip_{}", tip.id()));
    let people = Tip::ALL.map(|tip| format!("agree_{}", tip.id()));
    let people = ["sheets".to_owned()].into_iter().chain(people);
    let names = BEFORE.map(str::to_owned).into_iter().chain(tips);
    csv::row(out, names.chain(people))?;
    let all = practice.slices.first().map_or(&[][..], |all| &all.marked);
    for one in all {
        let fits = (BAND.0..=BAND.1).contains(&one.speaking_seconds);
        let before = [
            clean_line(&one.id),
            clean_line(&one.day),
            clean_line(&one.prompt),
            clean_line(one.story.as_deref().unwrap_or_default()),
            csv::plain(&one.words),
            csv::plain(&one.speaking_seconds),
            csv::plain(&fits),
            csv::plain(&one.guessed),
        ];
        let tips = Tip::ALL.map(|tip| csv::plain(&one.verdicts.get(&tip)));
        let people = one.people.as_ref();
        let agree = |tip: Tip| people.and_then(|people| people.agree.get(&tip));
        let agree = Tip::ALL.map(|tip| csv::plain(&agree(tip)));
        let sheets = [csv::plain(&people.map_or(0, |people| people.sheets))];
        let people = sheets.into_iter().chain(agree);
        csv::row(out, before.into_iter().chain(tips).chain(people))?;
    }
    Ok(())
}
