//! An answer said aloud between two presses of Enter, and what that tells of the pace.

use super::Trainer;
use crate::content::say;
use crate::content::words::fill;
use crate::engine::{self, Report, count};
use crate::practice::clock::face;
use crate::practice::prepare::Plan;
use crate::practice::record::Record;
use crate::practice::voice::{Pace, Run, SHORTEST, Spoken};
use crate::store::history;

impl Trainer<'_> {
    /// What the answer hangs on is said first; the text is not.
    pub(super) fn say_aloud(&mut self, record: &Record, report: &Report) -> anyhow::Result<()> {
        let words = self.words();
        self.tell_lines(&Plan::of(report, &record.answer))?;
        self.talk.say(&words.aloud.ready)?;
        self.talk.say(&words.plain.speak)?;
        if self.talk.line()?.is_none() {
            return Ok(());
        }
        let begun = (self.clock)();
        self.talk.say(&words.plain.speaking)?;
        if self.talk.line()?.is_none() {
            return Ok(());
        }
        let seconds = (self.clock)()
            .elapsed
            .saturating_sub(begun.elapsed)
            .as_secs();
        let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
        if seconds < SHORTEST {
            let short = fill(&words.aloud.short, &[&SHORTEST.to_string()]);
            return Ok(self.talk.say(&short)?);
        }
        let lang = report.lang.or_else(|| engine::script(&record.answer));
        let lang = lang.unwrap_or_default();
        let run = Run::new(lang, count::spoken_units(lang, &record.answer), seconds);
        self.keep_run(record, run)
    }

    /// A run counts once it is on disk.
    fn keep_run(&mut self, record: &Record, run: Run) -> anyhow::Result<()> {
        let words = self.words();
        let spoken = Spoken::new(self.stamp(), &record.id, run);
        if self
            .on_disk(|paths| history::spoken(paths, &spoken))?
            .is_none()
        {
            return Ok(());
        }
        let pace = say::units(words, run.lang, run.a_minute());
        let said = fill(&words.aloud.said, &[&face(run.seconds), &pace]);
        self.talk.say(&said)?;
        if !run.counts() {
            self.talk.say(&words.aloud.outside)?;
        }
        self.desk.voice.hear(run);
        self.pace = Pace::new(self.set, &self.desk.voice);
        self.settings.rate = self.pace.rate;
        self.save_desk();
        Ok(())
    }
}
