//! An answer, line by line, and its review. Every line is in the draft on the disk before the next
//! one is waited for.

use std::io;

use super::{Next, Trainer};
use crate::cmd::complain;
use crate::content;
use crate::content::say;
use crate::content::words::fill;
use crate::engine::{self, Options};
use crate::export::plain;
use crate::practice::clock::{self, Amount, Light};
use crate::practice::now::Now;
use crate::practice::record::{How, Record};
use crate::practice::take::{self, Calendar, Take, Typed};
use crate::store::history::{self, Kept};

/// Ends an answer, on a line of its own.
const END: [&str; 2] = [".", "。"];

/// An answer while it is written.
struct Page {
    take: Take,
    text: String,
    /// Seconds from before this opening.
    before: u32,
    opened: Now,
}

/// What can be done with an answer that is written.
#[derive(Clone, Copy)]
enum Finish {
    Mark,
    Write,
    Leave,
}

impl Page {
    fn seconds(&self, now: Now) -> u32 {
        let spent = now.elapsed.saturating_sub(self.opened.elapsed).as_secs();
        self.before
            .saturating_add(u32::try_from(spent).unwrap_or(u32::MAX))
    }

    fn typed(&self, now: Now) -> Typed<'_> {
        Typed {
            text: &self.text,
            caret: self.text.len(),
            pasted: 0,
            seconds: self.seconds(now),
        }
    }

    fn add(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(line);
    }
}

impl Trainer<'_> {
    /// Writes, and what comes of it.
    pub(super) fn page(&mut self, take: Take, text: String, before: u32) -> anyhow::Result<Next> {
        let mut page = Page {
            take,
            text,
            before,
            opened: (self.clock)(),
        };
        self.tell_page(&page)?;
        if page.take.how == How::Edited {
            page.text = self.change(page.text)?;
            self.save_draft(&page);
        }
        loop {
            if page.take.how != How::Edited || page.text.trim().is_empty() {
                self.write(&mut page)?;
            }
            if page.text.trim().is_empty() {
                self.talk.say(&self.words().plain.nothing)?;
                self.drop_draft(&page.take.id);
                return Ok(Next::Nothing);
            }
            match self.ask(&page)? {
                Finish::Mark => return self.finish(&page),
                Finish::Write if page.take.how == How::Edited => {
                    page.text = self.change(page.text)?;
                    self.save_draft(&page);
                }
                Finish::Write => self.talk.say(&self.words().plain.write)?,
                Finish::Leave => {
                    let now = (self.clock)();
                    self.kept
                        .insert(0, page.take.snapshot(page.typed(now), now));
                    self.talk.say(&self.words().plain.kept)?;
                    return Ok(Next::Home);
                }
            }
        }
    }

    fn tell_page(&mut self, page: &Page) -> io::Result<()> {
        let words = self.words();
        self.talk.gap()?;
        self.talk
            .say(&fill(&words.plain.question, &[&page.take.prompt_text]))?;
        self.tell_goal(page.take.goal)?;
        let plan = self.plan(&page.take);
        self.tell_lines(&plan)?;
        if page.take.how == How::Edited {
            return Ok(());
        }
        if !page.text.is_empty() {
            self.talk.say(&fill(&words.plain.so_far, &[&page.text]))?;
        }
        self.talk.say(&words.plain.write)
    }

    /// Takes lines in until one of them ends the answer, and says when the light changes.
    fn write(&mut self, page: &mut Page) -> io::Result<()> {
        let mut light = self.light(page).0;
        let mut warned = false;
        while let Some(line) = self.talk.line()? {
            if END.contains(&line.trim()) {
                break;
            }
            page.add(&line);
            self.save_draft(page);
            let (now, seconds) = self.light(page);
            let words = self.words();
            if now != light {
                light = now;
                let told = say::light(&words.light, now).1;
                let told = fill(&words.plain.light, &[&clock::face(seconds), told]);
                self.talk.say(&told)?;
            }
            let limit = page.take.limit_seconds;
            if !warned && limit.is_some_and(|limit| page.seconds((self.clock)()) >= limit) {
                warned = true;
                self.talk.say(&words.rehearse.over)?;
            }
        }
        Ok(())
    }

    fn light(&self, page: &Page) -> (Light, u32) {
        let seconds = Amount::of(&page.text, self.settings.rate).seconds;
        (Light::at(seconds), seconds)
    }

    /// How the pace is known by which that is told.
    fn pace_of(&self, page: &Page) -> &'static str {
        let lang = engine::script(&page.text).unwrap_or_default();
        say::pace(self.words(), self.pace.source(lang))
    }

    fn save_draft(&mut self, page: &Page) {
        let now = (self.clock)();
        let snapshot = page.take.snapshot(page.typed(now), now);
        let words = self.words();
        if let Ok(slot) = &self.slot
            && let Err(error) = slot.place().write(&snapshot)
        {
            complain(&fill(&words.home.not_kept, &[&error.to_string()]));
        }
    }

    /// Whether the answer is finished; what ends the input ends the answer too.
    fn ask(&mut self, page: &Page) -> io::Result<Finish> {
        let words = self.words();
        let typed = clock::face(page.seconds((self.clock)()));
        let spoken = clock::face(self.light(page).1);
        self.talk.gap()?;
        self.talk.say(&fill(
            &words.plain.time,
            &[&typed, &spoken, self.pace_of(page)],
        ))?;
        self.talk.say(&words.rehearse.leave_bar)?;
        let choices = [
            (Finish::Mark, &words.key.mark),
            (Finish::Write, &words.key.keep_writing),
            (Finish::Leave, &words.key.leave),
        ];
        let chosen = self.talk.choose(words, &choices)?;
        Ok(chosen.unwrap_or(Finish::Mark))
    }

    fn finish(&mut self, page: &Page) -> anyhow::Result<Next> {
        let options = Options {
            lang: None,
            rate: self.settings.rate,
        };
        let report = content::engine().analyse(&page.text, options);
        let now = (self.clock)();
        let calendar = Calendar {
            day_start: self.settings.day_start,
            zone: self.settings.zone.as_deref(),
        };
        let record = page.take.record(page.typed(now), &report, now, calendar);
        self.desk.count(&record);
        if report.marked() && page.take.mock.is_none() {
            self.desk.goal = take::goal(&report);
        }
        if self.desk.prompt.as_ref() == Some(&record.prompt) {
            self.another();
        } else {
            self.save_desk();
        }
        if page.take.mock.is_some() {
            self.keep(&record, page)?;
            return Ok(Next::Answered(Box::new(record)));
        }
        self.talk.gap()?;
        let voice = self.context().voice();
        self.talk
            .tell(|out| Ok(plain::report(out, voice, &record.answer, &report)?))?;
        self.talk.gap()?;
        self.keep(&record, page)?;
        self.tell_outcome(&record, &report)?;
        self.after(record, &report)
    }

    /// Puts the attempt into the history; where that cannot be done its draft stays.
    fn keep(&mut self, record: &Record, page: &Page) -> io::Result<()> {
        let words = &self.words().review;
        let kept = self.paths.as_ref().map_err(Clone::clone);
        let kept = kept
            .and_then(|paths| history::append(paths, record).map_err(|error| error.to_string()));
        let said = match kept {
            Ok(Kept::InHistory) => words.saved.clone(),
            Ok(Kept::Beside) => words.saved_beside.clone(),
            Err(why) => {
                let now = (self.clock)();
                self.kept
                    .insert(0, page.take.snapshot(page.typed(now), now));
                return self.talk.say(&fill(&words.not_saved, &[&why]));
            }
        };
        self.drop_draft(&record.id);
        self.talk.say(&said)
    }
}
