//! `failwell sheet`: one page for the day of the interview.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};

use crate::cmd::{Context, complain, history};
use crate::content;
use crate::content::words::fill;
use crate::engine::{Lang, Options};
use crate::export::book::Tongue;
use crate::export::clean::clean;
use crate::export::plain::Color;
use crate::export::sheet;
use crate::practice::history::{Attempt, History};
use crate::practice::sheet::Sheet;
use crate::practice::story::{Story, told};
use crate::store::{Overwrite, Paths, export, stories};

/// Print one page for the day: four lines, the one that must land, three reminders.
///
/// The reminders come from your own answers: the latest ten with marks that tell this story, or all
/// of them where none does.
#[derive(Args, Clone, Debug)]
pub struct Day {
    /// A story's id, or an attempt's id or the first characters of it
    #[arg(value_name = "STORY|ID")]
    of: String,
    /// How
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where to; - is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    out: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For the terminal
    Text,
    /// Markdown
    Md,
    /// One page, to print
    Html,
}

impl Day {
    /// Prints it.
    ///
    /// # Errors
    ///
    /// When there is no such story or attempt, a file cannot be read, or the page not be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let paths = context.world.paths()?;
        let (sheet, lang) = self.sheet(context, &paths)?;
        let tongue = Tongue {
            lang,
            words: content::words(lang),
            library: content::library(),
        };
        if self.out.as_os_str() == "-" {
            return Ok(self.write(out, tongue, &sheet, context.voice().color)?);
        }
        let overwrite = if self.force {
            Overwrite::Yes
        } else {
            Overwrite::No
        };
        export(&self.out, overwrite, |out| {
            self.write(out, tongue, &sheet, Color::Off)
        })?;
        let path = clean(&self.out.to_string_lossy()).into_owned();
        let words = &content::words(context.settings.lang).sheet;
        complain(&fill(&words.written, &[&path]));
        Ok(())
    }

    fn write(
        &self,
        out: &mut dyn Write,
        tongue: Tongue,
        sheet: &Sheet,
        color: Color,
    ) -> io::Result<()> {
        match self.format {
            Format::Text => sheet::text(out, tongue, sheet, color),
            Format::Md => sheet::as_markdown(out, tongue, sheet),
            Format::Html => sheet::as_html(out, tongue, sheet),
        }
    }

    /// What stands on the page, and its language: that of the telling or of the answer.
    fn sheet(&self, context: Context<'_>, paths: &Paths) -> anyhow::Result<(Sheet, Lang)> {
        let stories = stories::load(paths)?;
        let (past, index) = crate::store::history::open(paths)?;
        let lang = context.settings.lang;
        if let Some(story) = stories.iter().find(|story| story.id == self.of) {
            let attempts = attempts(&past, Some(&story.id));
            let lang = story.told(lang).map_or(lang, |(lang, _)| lang);
            return Ok((Sheet::of_story(story, lang, &attempts), lang));
        }
        let Ok(id) = history::find(context, paths, &past, &self.of) else {
            let ids: Vec<&str> = stories.iter().map(|story| story.id.as_str()).collect();
            let known = ids.join(", ");
            bail!(fill(
                &content::words(lang).sheet.unknown,
                &[&self.of, &known]
            ));
        };
        let record = index.read(&id)?;
        let attempt = past.attempts.iter().find(|attempt| attempt.id == id);
        let story = attempt.and_then(|attempt| attempt.story.as_deref());
        let options = Options {
            lang: record.lang,
            rate: context.settings.rate,
        };
        let report = content::engine().analyse(&record.answer, options);
        let mut sheet = Sheet::of_attempt(&record, &report, &attempts(&past, story));
        let lang = record.lang.unwrap_or(lang);
        if let Some(story) = stories
            .iter()
            .find(|known| Some(known.id.as_str()) == story)
        {
            complete(&mut sheet, story, lang);
        }
        Ok((sheet, lang))
    }
}

/// Lines that the answer lacks come from its story.
fn complete(sheet: &mut Sheet, story: &Story, lang: Lang) {
    let lines = story.skeleton(lang).lines;
    for (line, known) in sheet.lines.iter_mut().zip(lines) {
        if line.is_empty() {
            *line = known;
        }
    }
}

/// The attempts that tell a story, or all where none does.
fn attempts<'a>(past: &'a History, story: Option<&'a str>) -> Vec<&'a Attempt> {
    let own: Vec<&Attempt> = story
        .into_iter()
        .flat_map(|story| told(past, story))
        .collect();
    if own.iter().any(|attempt| !attempt.verdicts.is_empty()) {
        own
    } else {
        past.attempts.iter().collect()
    }
}
