//! Before the first answer: the three steps, and the four lines that a story hangs on, found
//! backwards. Each line is on the disk before the next one is asked for.

use std::io;

use super::Trainer;
use crate::content::words::fill;
use crate::content::{self, say};
use crate::practice::prepare::{self, BACKWARDS, Plan};
use crate::practice::take::Take;
use crate::store::plan;

impl Trainer<'_> {
    pub(super) fn prepare(&mut self) -> anyhow::Result<()> {
        let lang = self.settings.lang;
        for step in &self.library.steps {
            self.talk.gap()?;
            self.talk.say(step.title.get(lang))?;
            self.talk.say(step.text.get(lang))?;
        }
        let Some(mut plan) = self.on_disk(plan::load)? else {
            return Ok(());
        };
        let words = self.words();
        self.talk.gap()?;
        self.talk.say(&words.prepare.plan)?;
        for (turn, at) in BACKWARDS.into_iter().enumerate() {
            self.talk.say(&words.prepare.backwards[turn])?;
            if !self.asked(&mut plan, |plan| &mut plan.lines[at])? {
                return Ok(());
            }
        }
        self.talk.say(&words.prepare.story)?;
        if self.asked(&mut plan, |plan| &mut plan.story)? {
            self.screened(&plan.story)?;
        }
        Ok(())
    }

    /// One line, kept as it is given; an empty one leaves what stands there. Says whether there may
    /// be another.
    fn asked(
        &mut self,
        plan: &mut Plan,
        line: impl Fn(&mut Plan) -> &mut String,
    ) -> io::Result<bool> {
        let known = line(plan);
        if !known.is_empty() {
            self.talk.say(&fill(&self.words().plain.stands, &[known]))?;
        }
        let Some(typed) = self.talk.line()? else {
            return Ok(false);
        };
        if typed.trim().is_empty() {
            return Ok(true);
        }
        typed.trim().clone_into(known);
        Ok(self.on_disk(|paths| plan::save(paths, plan))?.is_some())
    }

    /// Whether a story is a good one to tell, and why.
    fn screened(&mut self, story: &str) -> io::Result<()> {
        if story.is_empty() {
            return Ok(());
        }
        let kind = prepare::screen(content::engine(), story);
        let Some(text) = kind.and_then(|kind| say::kind(self.library, kind)) else {
            return self.talk.say(&self.words().plain.unsure);
        };
        let lang = self.settings.lang;
        self.talk.say(text.name.get(lang))?;
        for part in [&text.seen, &text.why, &text.advice] {
            self.talk.say(part.get(lang))?;
        }
        Ok(())
    }

    /// What was prepared, for a question that is not a surprise.
    pub(super) fn plan(&self, take: &Take) -> Plan {
        let paths = self.paths.as_ref().ok().filter(|_| take.mock.is_none());
        let plan = paths.and_then(|paths| plan::load(paths).ok());
        plan.unwrap_or_default()
    }

    /// The four lines: a person's own, or what belongs there.
    pub(super) fn tell_lines(&mut self, plan: &Plan) -> io::Result<()> {
        let words = &self.words().rehearse;
        let hints = [
            (&words.event, &words.event_hint),
            (&words.result, &words.result_hint),
            (&words.lesson, &words.lesson_hint),
            (&words.measure, &words.measure_hint),
        ];
        for ((name, hint), line) in hints.into_iter().zip(&plan.lines) {
            let told = if line.is_empty() { hint } else { line };
            self.talk.say(&format!("- {name}: {told}"))?;
        }
        Ok(())
    }
}
