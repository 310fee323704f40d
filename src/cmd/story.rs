//! `failwell story`: the story bank on the command line. Knows arguments; the file is the store's.

mod delete;
mod tell;

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};

use crate::cmd::{Context, Ending, complain, history};
use crate::content;
use crate::content::words::{StoryWords, fill};
use crate::engine::Lang;
use crate::export::json;
use crate::practice::story::{Field, Story, free_id, is_id};
use crate::store::history::Kept;
use crate::store::{Paths, plan, stories};

/// Keep the stories that are worth telling: list, show, write, delete, link and check them.
#[derive(Args, Clone, Debug)]
pub struct Bank {
    #[command(subcommand)]
    what: Option<What>,
    /// Write JSON
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand, Clone, Debug)]
enum What {
    /// List the stories: what each turns on, how often and when it was told
    #[command(before_help = "Example: failwell story list")]
    List,
    /// Show a story in both languages, why it is one to tell, and what it answers
    #[command(before_help = "Example: failwell story show late-parts")]
    Show {
        /// Its id
        #[arg(value_name = "STORY")]
        id: String,
    },
    /// Write a new story into the bank; --lang says in which language
    #[command(
        before_help = "Example: failwell story add late-parts --tag deadline \\\n           --result \"We assumed the usual dates, and the parts came late.\""
    )]
    Add(Add),
    /// Change lines of a story; --lang says in which language
    #[command(before_help = "Example: failwell story edit late-parts --lang zh --title 迟到的零件")]
    Edit(Edit),
    #[command(before_help = "Example: failwell story delete late-parts --dry-run")]
    Delete(delete::Delete),
    /// Say which story a saved attempt tells
    #[command(before_help = "Example: failwell story link 01K4TZXC9P late-parts")]
    Link(Link),
    /// Look for what the stories lack, in one language or between the two
    #[command(before_help = "Example: failwell story check")]
    Check,
}

#[derive(Args, Clone, Debug)]
struct Add {
    /// Its id; without one it gets a number
    #[arg(value_name = "STORY")]
    id: Option<String>,
    /// Take the four lines over that were prepared in the trainer
    #[arg(long)]
    prepared: bool,
    #[command(flatten)]
    lines: Lines,
}

#[derive(Args, Clone, Debug)]
struct Edit {
    /// Its id
    #[arg(value_name = "STORY")]
    id: String,
    #[command(flatten)]
    lines: Lines,
}

#[derive(Args, Clone, Debug)]
struct Link {
    /// The attempt's id, or the first characters of it
    #[arg(value_name = "ID")]
    attempt: String,
    /// The story's id
    #[arg(value_name = "STORY", required_unless_present = "none")]
    story: Option<String>,
    /// It tells no story of the bank
    #[arg(long, conflicts_with = "story")]
    none: bool,
}

/// The lines of a telling; an empty one takes what stood there away.
#[derive(Args, Clone, Debug)]
struct Lines {
    /// What to call it
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The moment when you saw something in a new way
    #[arg(long, value_name = "TEXT")]
    moment: Option<String>,
    /// A: what was being done
    #[arg(long, value_name = "TEXT")]
    event: Option<String>,
    /// B: what went another way than expected
    #[arg(long, value_name = "TEXT")]
    result: Option<String>,
    /// C: what you understood because of it
    #[arg(long, value_name = "TEXT")]
    lesson: Option<String>,
    /// D: what is done since
    #[arg(long, value_name = "TEXT")]
    measure: Option<String>,
    /// What has come of it
    #[arg(long, value_name = "TEXT")]
    gain: Option<String>,
    /// What it is about; give it again for each tag
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
}

impl Bank {
    /// Does what was asked for.
    ///
    /// # Errors
    ///
    /// When a file cannot be read or written, holds no such story, or the output cannot be written.
    pub fn run(self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let paths = context.world.paths()?;
        let desk = Desk {
            context,
            paths: &paths,
            stories: stories::load(&paths)?,
            json: self.json,
        };
        match self.what.unwrap_or(What::List) {
            What::List => tell::list(&desk, out)?,
            What::Show { id } => tell::show(&desk, out, desk.find(&id)?)?,
            What::Add(add) => add.run(&desk, out)?,
            What::Edit(edit) => edit.run(&desk, out)?,
            What::Delete(delete) => delete.run(&desk, out)?,
            What::Link(link) => link.run(&desk, out)?,
            What::Check => return tell::check(&desk, out),
        }
        Ok(Ending::Good)
    }
}

/// What every one of them is given.
struct Desk<'a> {
    context: Context<'a>,
    paths: &'a Paths,
    stories: Vec<Story>,
    json: bool,
}

impl Desk<'_> {
    fn words(&self) -> &'static StoryWords {
        &content::words(self.context.settings.lang).story
    }

    fn find(&self, id: &str) -> anyhow::Result<&Story> {
        if let Some(story) = self.stories.iter().find(|story| story.id == id) {
            return Ok(story);
        }
        let ids: Vec<&str> = self.stories.iter().map(|story| story.id.as_str()).collect();
        if ids.is_empty() {
            bail!("{}", self.words().none);
        }
        bail!(fill(&self.words().unknown, &[id, &ids.join(", ")]))
    }

    /// That there is nothing to write, and where to write by hand.
    fn nothing(&self) -> String {
        let path = self.paths.stories().display().to_string();
        fill(&self.words().no_line, &[&path])
    }

    fn keep(&self, story: &Story, out: &mut dyn Write) -> anyhow::Result<()> {
        stories::keep(self.paths, story)?;
        if self.json {
            return Ok(json::line(out, story)?);
        }
        complain(&fill(&self.words().kept, &[&story.id]));
        Ok(())
    }
}

impl Add {
    fn run(self, desk: &Desk<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let (words, lang) = (desk.words(), desk.context.settings.lang);
        let id = self.id.unwrap_or_else(|| free_id(&desk.stories));
        if !is_id(&id) {
            bail!(fill(&words.bad_id, &[&id]));
        }
        if desk.stories.iter().any(|story| story.id == id) {
            bail!(fill(&words.taken, &[&id, &id]));
        }
        let mut story = Story {
            id,
            ..Story::default()
        };
        if self.prepared {
            let telling = story.telling_mut(lang);
            let lines = plan::load(desk.paths)?.lines;
            [
                telling.event,
                telling.result,
                telling.lesson,
                telling.measure,
            ] = lines;
        }
        if !self.lines.put(lang, &mut story) && !self.prepared {
            bail!(desk.nothing());
        }
        desk.keep(&story, out)
    }
}

impl Edit {
    fn run(self, desk: &Desk<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let mut story = desk.find(&self.id)?.clone();
        if !self.lines.put(desk.context.settings.lang, &mut story) {
            bail!(desk.nothing());
        }
        desk.keep(&story, out)
    }
}

impl Lines {
    /// Puts what is given into the telling in the present language; says whether that was anything.
    fn put(self, lang: Lang, story: &mut Story) -> bool {
        let given = [
            self.title,
            self.moment,
            self.event,
            self.result,
            self.lesson,
            self.measure,
            self.gain,
        ];
        let any = !self.tags.is_empty() || given.iter().any(Option::is_some);
        if !self.tags.is_empty() {
            story.tags = self.tags;
        }
        for (field, line) in Field::ALL.into_iter().zip(given) {
            if let Some(line) = line {
                line.trim()
                    .clone_into(story.telling_mut(lang).line_mut(field));
            }
        }
        any
    }
}

impl Link {
    fn run(self, desk: &Desk<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let past = crate::store::history::load(desk.paths)?;
        let of = history::find(desk.context, desk.paths, &past, &self.attempt)?;
        if let Some(story) = &self.story {
            desk.find(story)?;
        }
        let link = history::stamp(desk.context).link(&of, self.story.as_deref());
        let kept = crate::store::history::link(desk.paths, &link)?;
        if desk.json {
            return Ok(json::line(out, &link)?);
        }
        let words = desk.words();
        let said = match &self.story {
            Some(story) => fill(&words.linked, &[&of, story]),
            None => fill(&words.unlinked, &[&of]),
        };
        complain(&match kept {
            Kept::InHistory => said,
            Kept::Beside => fill(&words.beside, &[&said]),
        });
        Ok(())
    }
}
