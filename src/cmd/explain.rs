//! `failwell explain`: a tip, or something that was seen in an answer: what it is, why an interviewer
//! minds or likes it, and what to do.

use std::io::{self, Write};

use anyhow::bail;
use clap::Args;

use crate::cmd::Context;
use crate::content::library::{KindText, RemarkText};
use crate::content::say;
use crate::content::words::fill;
use crate::engine::{Bilingual, Kind, Tip};
use crate::export::clean::clean_line;
use crate::export::plain::paragraph;
use crate::settings::near::nearest;

/// Say what was seen, why an interviewer minds, and what to do.
#[derive(Args, Clone, Debug)]
pub struct Explain {
    /// A tip by number or name (4, we), or what was seen (solo-blame); without it, all names
    #[arg(value_name = "TIP|KIND")]
    what: Option<String>,
}

/// What can be explained.
#[derive(Clone, Copy)]
enum Topic {
    Tip(Tip),
    Kind(&'static KindText),
    Remark(&'static RemarkText),
}

impl Explain {
    /// Prints it.
    ///
    /// # Errors
    ///
    /// When there is no such name, or the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let Some(name) = &self.what else {
            return Ok(all(context, out)?);
        };
        let topics = topics(context);
        let mut known = topics.iter().map(|topic| (topic.id(), *topic));
        let number = name.parse().ok().and_then(Tip::from_number);
        let topic = number.map(Topic::Tip);
        let Some(topic) = topic.or_else(|| Some(known.find(|(id, _)| id == name)?.1)) else {
            let words = &context.voice().words.cli;
            let near = nearest(name, topics.iter().map(Topic::id));
            let named = clean_line(name);
            match near {
                Some(near) => bail!("{}", fill(&words.no_topic_near, &[&named, near])),
                None => bail!("{}", fill(&words.no_topic, &[&named])),
            }
        };
        Ok(topic.tell(context, out)?)
    }
}

fn topics(context: Context<'_>) -> Vec<Topic> {
    let library = context.voice().library;
    let tips = Tip::ALL.into_iter().map(Topic::Tip);
    let kinds = library.kinds.iter().map(Topic::Kind);
    let remarks = library.remarks.iter().map(Topic::Remark);
    tips.chain(kinds).chain(remarks).collect()
}

/// Every name, under its tip.
fn all(context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = context.settings.lang;
    let topics = topics(context);
    for tip in Tip::ALL {
        let text = say::tip(context.voice().library, tip);
        let title = text.map_or("", |text| text.title.get(lang));
        writeln!(out, "{} {:<18} {title}", tip.number(), tip.id())?;
        for topic in &topics {
            if let (Some(of), Some(name)) = (topic.part_of(), topic.name())
                && of == tip
            {
                writeln!(out, "    {:<16} {}", topic.id(), name.get(lang))?;
            }
        }
    }
    Ok(())
}

impl Topic {
    fn id(&self) -> &str {
        match self {
            Self::Tip(tip) => tip.id(),
            Self::Kind(text) => text.kind.id(),
            Self::Remark(text) => &text.id,
        }
    }

    /// The tip that it belongs to, if it is none itself.
    const fn part_of(&self) -> Option<Tip> {
        match self {
            Self::Tip(_) => None,
            Self::Kind(text) => Some(text.kind.tip()),
            Self::Remark(text) => Some(text.tip),
        }
    }

    const fn name(&self) -> Option<&'static Bilingual<String>> {
        match self {
            Self::Tip(_) => None,
            Self::Kind(text) => Some(&text.name),
            Self::Remark(text) => Some(&text.name),
        }
    }

    fn tell(&self, context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Tip(tip) => tell_tip(context, out, *tip),
            Self::Kind(text) => {
                let parts = [&text.seen, &text.why, &text.advice];
                self.tell_parts(context, out, &parts, text.question.as_ref())
            }
            Self::Remark(text) => {
                let parts = [&text.seen, &text.why, &text.advice];
                self.tell_parts(context, out, &parts, None)
            }
        }
    }

    /// The name over what was seen, why it matters, what to do, and a question that leads there.
    fn tell_parts(
        &self,
        context: Context<'_>,
        out: &mut dyn Write,
        parts: &[&Bilingual<String>; 3],
        question: Option<&Bilingual<String>>,
    ) -> io::Result<()> {
        let (lang, words) = (context.settings.lang, &context.voice().words.cli);
        let name = self.name().map_or("", |name| name.get(lang));
        writeln!(out, "{} ({name})\n", self.id())?;
        let labels = [&words.seen, &words.minds, &words.advice];
        for (label, part) in labels.into_iter().zip(parts) {
            paragraph(out, 2, &fill(label, &[part.get(lang)]))?;
        }
        if let Some(question) = question {
            paragraph(out, 2, &fill(&words.question, &[question.get(lang)]))?;
        }
        let tip = self
            .part_of()
            .and_then(|tip| say::tip(context.voice().library, tip));
        let Some(tip) = tip else {
            return Ok(());
        };
        let number = tip.tip.number().to_string();
        let title = fill(&words.tip_unmarked, &[&number, tip.title.get(lang)]);
        writeln!(out)?;
        paragraph(out, 2, &title)
    }
}

/// Why the tip is there, what is asked where nothing of it is seen, an example, and its kinds.
fn tell_tip(context: Context<'_>, out: &mut dyn Write, tip: Tip) -> io::Result<()> {
    let (lang, voice) = (context.settings.lang, context.voice());
    let words = &voice.words.cli;
    let Some(text) = say::tip(voice.library, tip) else {
        return Ok(());
    };
    writeln!(out, "{} {}\n", tip.number(), text.title.get(lang))?;
    paragraph(out, 2, &fill(&words.minds, &[text.why.get(lang)]))?;
    paragraph(out, 2, &fill(&words.question, &[text.ask.get(lang)]))?;
    writeln!(out)?;
    paragraph(out, 2, &fill(&words.weak, &[text.weak.get(lang)]))?;
    paragraph(out, 2, &fill(&words.strong, &[text.strong.get(lang)]))?;
    for kind in Kind::all().filter(|kind| kind.tip() == tip) {
        if let Some(kind) = say::kind(voice.library, kind) {
            let seen = [kind.name.get(lang), kind.seen.get(lang)].map(String::as_str);
            writeln!(out)?;
            paragraph(
                out,
                2,
                &fill(
                    &words.finding,
                    &[kind.kind.id(), &fill(&words.finding, &seen)],
                ),
            )?;
        }
    }
    Ok(())
}
