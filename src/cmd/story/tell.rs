//! What the story bank tells on the command line: a line a story, one of them whole, and what they
//! lack.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::json;

use super::Desk;
use crate::cmd::{Ending, complain};
use crate::content::library::Library;
use crate::content::words::fill;
use crate::content::{engine, fits, say, words};
use crate::engine::{Kind, Lang};
use crate::export::clean::clean_line;
use crate::export::json;
use crate::export::plain::{labelled, paragraph};
use crate::practice::history::History;
use crate::practice::prepare::worth;
use crate::practice::story::{Field, Story, Use, told};
use crate::store::history;
use crate::wrap;

/// So many prompts are named.
const PROMPTS: usize = 5;

/// A story with what follows from it.
#[derive(Serialize)]
struct Known<'a> {
    #[serde(flatten)]
    story: &'a Story,
    turns_on: Option<Kind>,
    answers: Vec<&'a str>,
    told: Use,
    attempts: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn new(desk: &Desk<'_>, library: &'a Library, history: &'a History, story: &'a Story) -> Self {
        let prompts = fits::prompts(library, story);
        Self {
            story,
            turns_on: story.screen(engine(), desk.context.settings.lang),
            answers: prompts.iter().map(|prompt| prompt.id.as_str()).collect(),
            told: Use::of(history, &story.id),
            attempts: told(history, &story.id)
                .map(|attempt| attempt.id.as_str())
                .collect(),
        }
    }
}

/// One line a story: what it turns on, its id, its languages, how often it was told, its title.
pub(super) fn list(desk: &Desk<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    let (library, _) = desk.context.library();
    let history = history::load(desk.paths)?;
    let stories = desk.stories.iter();
    let all: Vec<Known<'_>> = stories
        .map(|story| Known::new(desk, library, &history, story))
        .collect();
    if desk.json {
        return Ok(json::line(out, &json!({"v": 1, "stories": all}))?);
    }
    if all.is_empty() {
        complain(&desk.words().none);
    }
    let widest = desk.stories.iter().map(|story| story.id.len()).max();
    for known in &all {
        row(desk, out, known, widest.unwrap_or(0))?;
    }
    Ok(())
}

fn row(desk: &Desk<'_>, out: &mut dyn Write, known: &Known<'_>, widest: usize) -> io::Result<()> {
    let (story, lang) = (known.story, desk.context.settings.lang);
    let sign = known.turns_on.map_or("-", |kind| say::shape(worth(kind)));
    let has = |lang: Lang| match story.telling(lang) {
        Some(telling) if !telling.is_empty() => lang.code(),
        _ => "--",
    };
    let title = clean_line(story.title(lang));
    let told = say::told(desk.words(), &known.told);
    writeln!(
        out,
        "{sign} {:widest$}  {} {}  {title}{}{told}",
        story.id,
        has(Lang::En),
        has(Lang::Zh),
        say::DOT
    )
}

/// One story whole: both languages line by line, then what is known of it.
pub(super) fn show(desk: &Desk<'_>, out: &mut dyn Write, story: &Story) -> anyhow::Result<()> {
    let (library, _) = desk.context.library();
    let history = history::load(desk.paths)?;
    let known = Known::new(desk, library, &history, story);
    if desk.json {
        return Ok(json::line(out, &json!({"v": 1, "story": known}))?);
    }
    let (lang, said) = (desk.context.settings.lang, desk.words());
    let mut head = vec![clean_line(story.title(lang)), story.id.clone()];
    head.extend((!story.tags.is_empty()).then(|| clean_line(&story.tags.join(", "))));
    writeln!(out, "{}\n", head.join(say::DOT))?;
    lines(desk, out, story)?;
    writeln!(out)?;
    verdict(desk, out, library, &known)?;
    for gap in lacks(desk, library, story) {
        paragraph(out, 0, &gap)?;
    }
    writeln!(out, "\n{}", said.answers)?;
    let prompts = fits::prompts(library, story);
    for prompt in prompts.iter().take(PROMPTS) {
        paragraph(out, 2, &format!("{}: {}", prompt.id, prompt.text.get(lang)))?;
    }
    if let Some(rest) = prompts.len().checked_sub(PROMPTS).filter(|rest| *rest > 0) {
        let more = fill(&said.more, &[&rest.to_string()]);
        paragraph(out, 2, &more)?;
    }
    writeln!(out, "\n{}", say::told(said, &known.told))?;
    for attempt in told(&history, &story.id).rev() {
        writeln!(out, "  {}  {}", attempt.id, clean_line(&attempt.day))?;
    }
    Ok(())
}

/// Both languages under each other, field by field.
fn lines(desk: &Desk<'_>, out: &mut dyn Write, story: &Story) -> io::Result<()> {
    let words = words(desk.context.settings.lang);
    let names = Field::ALL.map(|field| say::field(words, field));
    let widest = names
        .iter()
        .map(|name| wrap::width(name))
        .max()
        .unwrap_or(0);
    for (field, name) in Field::ALL.into_iter().zip(names) {
        let gap = " ".repeat(widest + 2 - wrap::width(name));
        let mut lead = format!("{name}{gap}");
        for telling in Lang::ALL.into_iter().filter_map(|lang| story.telling(lang)) {
            let line = clean_line(telling.line(field));
            if line.is_empty() {
                continue;
            }
            labelled(out, &lead, &line)?;
            lead = " ".repeat(widest + 2);
        }
    }
    Ok(())
}

/// Why it is a story to tell, or not.
fn verdict(
    desk: &Desk<'_>,
    out: &mut dyn Write,
    library: &Library,
    known: &Known<'_>,
) -> io::Result<()> {
    let lang = desk.context.settings.lang;
    let text = known.turns_on.and_then(|kind| {
        let text = say::kind(library, kind)?;
        Some((say::shape(worth(kind)), text))
    });
    let Some((sign, text)) = text else {
        return paragraph(out, 0, &desk.words().unsure);
    };
    writeln!(out, "{sign} {}", text.name.get(lang))?;
    paragraph(out, 2, text.why.get(lang))?;
    paragraph(out, 2, text.advice.get(lang))
}

/// What it lacks, a sentence each.
fn lacks(desk: &Desk<'_>, library: &Library, story: &Story) -> Vec<String> {
    let lang = desk.context.settings.lang;
    let words = words(lang);
    let gaps = story.gaps();
    let mut lacks: Vec<String> = gaps.iter().map(|gap| say::gap(words, gap)).collect();
    let known = fits::known_tags(library, lang).join(&words.home.comma);
    for tag in fits::idle_tags(library, story) {
        let said = [&clean_line(tag), known.as_str()];
        lacks.push(fill(&words.story.idle, &said));
    }
    lacks
}

/// Every story that is not one to tell yet, with its reason.
pub(super) fn check(desk: &Desk<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
    let (library, _) = desk.context.library();
    let lang = desk.context.settings.lang;
    let mut faults: Vec<(&str, String)> = Vec::new();
    for story in &desk.stories {
        let kind = story.screen(engine(), lang);
        let text = kind.and_then(|kind| say::kind(library, kind));
        let why = match (kind, text) {
            (Some(Kind::Misjudgement), _) => None,
            (_, Some(text)) => Some(format!(
                "{}: {}",
                text.name.get(lang),
                text.advice.get(lang)
            )),
            _ => Some(desk.words().unsure.clone()),
        };
        let lacks = lacks(desk, library, story);
        let all = why.into_iter().chain(lacks);
        faults.extend(all.map(|fault| (story.id.as_str(), fault)));
    }
    if desk.json {
        let faults = faults
            .iter()
            .map(|(story, fault)| json!({"story": story, "fault": fault}));
        let faults: Vec<_> = faults.collect();
        json::line(out, &json!({"v": 1, "faults": faults}))?;
    } else if faults.is_empty() {
        writeln!(out, "{}", desk.words().well)?;
    } else {
        for (story, fault) in &faults {
            paragraph(out, 0, &format!("{story}: {fault}"))?;
        }
    }
    Ok(if faults.is_empty() {
        Ending::Good
    } else {
        Ending::Wanting
    })
}
