//! Past attempts by number: shown, noted on, compared, deleted.

use std::io;

use super::Trainer;
use crate::cmd::history as shown;
use crate::content;
use crate::content::say;
use crate::content::words::{Words, counted, fill};
use crate::engine::{Options, Report};
use crate::export::compare::{Read, worked};
use crate::practice::compare;
use crate::practice::event::Stamp;
use crate::practice::history::Attempt;
use crate::practice::record::Record;
use crate::store::history::{self, Reach};
use crate::store::{Paths, StoreError};

/// As many are listed at once: one digit each.
const LISTED: usize = 7;

/// What can be done in the list.
#[derive(Clone, Copy)]
enum Choice {
    Open(usize),
    Older,
    Back,
}

/// What can be done with an attempt.
#[derive(Clone, Copy)]
enum With {
    Note,
    Compare,
    Delete,
    Back,
}

impl Trainer<'_> {
    /// The list, the latest first.
    pub(super) fn history(&mut self) -> anyhow::Result<()> {
        let mut from = 0;
        loop {
            let words = self.words();
            let Some(history) = self.on_disk(history::load)? else {
                return Ok(());
            };
            let attempts: Vec<&Attempt> = history.attempts.iter().rev().skip(from).collect();
            self.talk.gap()?;
            if attempts.is_empty() {
                return Ok(self.talk.say(&words.history.empty)?);
            }
            let told: Vec<String> = attempts
                .iter()
                .take(LISTED)
                .map(|attempt| told(words, attempt))
                .collect();
            let mut choices: Vec<(Choice, &String)> = (0..).map(Choice::Open).zip(&told).collect();
            if attempts.len() > LISTED {
                choices.push((Choice::Older, &words.plain.older));
            }
            choices.push((Choice::Back, &words.key.back));
            match self.talk.choose(words, &choices)? {
                Some(Choice::Open(at)) => self.attempt(&attempts[at].id.clone())?,
                Some(Choice::Older) => from += LISTED,
                Some(Choice::Back) | None => return Ok(()),
            }
        }
    }

    fn attempt(&mut self, id: &str) -> anyhow::Result<()> {
        let words = self.words();
        self.show(id)?;
        loop {
            let choices = [
                (With::Note, &words.key.note),
                (With::Compare, &words.key.compare),
                (With::Delete, &words.key.delete_attempt),
                (With::Back, &words.key.back),
            ];
            match self.talk.choose(words, &choices)? {
                Some(With::Note) => self.note(id)?,
                Some(With::Compare) => self.compare(id)?,
                Some(With::Delete) => {
                    if self.delete(id)? {
                        return Ok(());
                    }
                }
                Some(With::Back) | None => return Ok(()),
            }
        }
    }

    pub(super) fn show(&mut self, id: &str) -> anyhow::Result<()> {
        let Ok(paths) = self.paths.clone() else {
            return Ok(());
        };
        self.talk.gap()?;
        let mut out = Vec::new();
        shown::show(self.context(), &paths, id, &mut out)?;
        self.talk.tell(|to| Ok(to.write_all(&out)?))
    }

    /// The attempt beside the one it follows, or why there is none.
    pub(super) fn compare(&mut self, id: &str) -> anyhow::Result<()> {
        let Ok(paths) = self.paths.clone() else {
            return Ok(());
        };
        self.talk.gap()?;
        let mut out = Vec::new();
        match shown::compare(self.context(), &paths, id, &mut out) {
            Ok(()) => self.talk.tell(|to| Ok(to.write_all(&out)?)),
            Err(why) => Ok(self.talk.say(&why.to_string())?),
        }
    }

    /// What the take made of its goal, in the words of the one before and in its own.
    pub(super) fn tell_outcome(&mut self, record: &Record, report: &Report) -> io::Result<()> {
        let words = self.words();
        let told = record
            .goal
            .and_then(|goal| say::outcome(words, report, goal));
        let Some(told) = told else {
            return Ok(());
        };
        self.talk.say(&told)?;
        let Some(earlier) = self.earlier(&record.id) else {
            return Ok(());
        };
        let read = |record: &Record| {
            let options = Options {
                lang: record.lang,
                rate: self.settings.rate,
            };
            content::engine().analyse(&record.answer, options)
        };
        let before = Read {
            record: &earlier,
            report: &read(&earlier),
        };
        if let Some((_, worked)) = worked(before, Read { record, report }) {
            let texts = [&earlier.answer, &record.answer].map(String::as_str);
            for line in say::then_now(words, worked, texts) {
                self.talk.say(&line)?;
            }
        }
        Ok(())
    }

    /// The attempt that this one follows, where there is one that can be read.
    fn earlier(&self, id: &str) -> Option<Record> {
        let (history, index) = history::open(self.paths.as_ref().ok()?).ok()?;
        let earlier = compare::earlier(&history.attempts, id)?;
        index.read(&earlier.id).ok()
    }

    fn note(&mut self, id: &str) -> anyhow::Result<()> {
        let words = self.words();
        self.talk.say(&words.plain.note)?;
        let line = self.talk.line()?.unwrap_or_default();
        if line.trim().is_empty() {
            return Ok(self.talk.say(&words.past.no_change)?);
        }
        let note = self.stamp().note(id, line.trim());
        if self.on_disk(|paths| history::note(paths, &note))?.is_some() {
            self.talk.say(&words.plain.noted)?;
        }
        Ok(())
    }

    /// Asks first, and says whether it is gone.
    fn delete(&mut self, id: &str) -> anyhow::Result<bool> {
        let words = self.words();
        self.talk.say(&fill(&words.history.erase, &[id]))?;
        let choices = [
            (true, &words.key.confirm_delete),
            (false, &words.key.keep_attempt),
        ];
        if self.talk.choose(words, &choices)? != Some(true) {
            return Ok(false);
        }
        let mark = self.stamp().tombstone(id);
        let deleted = self.on_disk(|paths| history::delete(paths, &mark, Reach::History))?;
        let Some(deleted) = deleted else {
            return Ok(false);
        };
        let count = &words.count;
        let backups = deleted.backups.len();
        let held = counted(backups, &count.backup, &count.backups);
        self.talk.say(&match backups {
            0 => words.history.erased.clone(),
            _ => fill(&words.history.erase_backups, &[&held, id]),
        })?;
        if let Some(history) = self.on_disk(history::load)? {
            self.desk = std::mem::take(&mut self.desk).after(&history);
            self.save_desk();
        }
        Ok(true)
    }

    pub(super) fn stamp(&mut self) -> Stamp {
        let wall = (self.clock)().wall;
        Stamp::new(wall, self.settings.zone.as_deref(), self.sitting.rng())
    }

    /// Does something with the files, or says why that cannot be done.
    pub(super) fn on_disk<T>(
        &mut self,
        work: impl FnOnce(&Paths) -> Result<T, StoreError>,
    ) -> io::Result<Option<T>> {
        let done = match &self.paths {
            Ok(paths) => work(paths).map_err(|error| error.to_string()),
            Err(why) => Err(why.clone()),
        };
        match done {
            Ok(done) => Ok(Some(done)),
            Err(why) => {
                let failed = &self.words().history.failed;
                self.talk.say(&fill(failed, &[&why]))?;
                Ok(None)
            }
        }
    }
}

/// One attempt on one line: the day, the question, how long.
fn told(words: &Words, attempt: &Attempt) -> String {
    let amount = say::amount(words, attempt.words);
    format!("{}, {}, {amount}", attempt.day, attempt.prompt_text)
}
