//! `failwell due`: what deserves today most, for a shell prompt or a glance.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::{Context, bank, moment};
use crate::content::library::Library;
use crate::content::{fits, say};
use crate::export::json;
use crate::export::plain::paragraph;
use crate::practice::day::local_day;
use crate::practice::due::{Choice, Due, Standing};
use crate::practice::story::{self, Story};
use crate::store::{desk, due};

/// Say what deserves today most: a story, a tip or a question.
///
/// The first of these that holds. A story of your bank that has not been told for a week, with a
/// question that it answers: the one untold for longest, one never told before all others. The tip
/// that asked for a second look most often in the last five answers with marks: if that is twice or
/// more, and the last of them asks too. The question seen least recently: the one that waits on the
/// first screen. There is always something.
#[derive(Args, Clone, Debug)]
pub struct Most {
    /// Write JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct DueJson<'a> {
    v: u32,
    day: &'a str,
    #[serde(flatten)]
    due: &'a Due,
    title: Option<&'a str>,
    prompt: Option<&'a str>,
    question: Option<&'a str>,
}

impl Most {
    /// Prints it; the id on the last line goes with `failwell rehearse --prompt`.
    ///
    /// # Errors
    ///
    /// When the history cannot be read or the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let paths = context.world.paths()?;
        let standing = due::standing(&paths)?;
        let (library, _) = context.library();
        let desk = desk::waiting(&paths);
        let bank = bank(&paths);
        let choice = Choice {
            prompts: &library.prompts,
            waiting: desk.as_deref(),
            stories: &bank,
        };
        let day = local_day(moment(), context.settings.day_start);
        let (due, prompt) = standing.due(choice, &day);
        let prompt = fitting(library, &bank, &standing, &due).or(prompt);
        let lang = context.settings.lang;
        let question = prompt
            .as_deref()
            .and_then(|id| say::prompt(library, lang, id));
        if self.json {
            let whole = DueJson {
                v: 1,
                day: &day,
                due: &due,
                title: match &due {
                    Due::Story { story, .. } => Some(story::title(&bank, story, lang)),
                    _ => None,
                },
                prompt: prompt.as_deref(),
                question,
            };
            return Ok(json::line(out, &whole)?);
        }
        let words = context.voice().words;
        paragraph(
            out,
            0,
            &say::progress::due(words, library, &bank, lang, &due),
        )?;
        if let (Some(id), Some(question)) = (prompt, question) {
            paragraph(out, 0, question)?;
            writeln!(out, "  {id}")?;
        }
        Ok(())
    }
}

/// A question that the story which is due answers: the one seen least recently.
fn fitting(library: &Library, bank: &[Story], standing: &Standing, due: &Due) -> Option<String> {
    let Due::Story { story, .. } = due else {
        return None;
    };
    let story = bank.iter().find(|known| known.id == *story)?;
    let fitting = fits::prompts(library, story).into_iter();
    let rested = fitting.min_by_key(|prompt| standing.seen.get(&prompt.id))?;
    Some(rested.id.clone())
}
