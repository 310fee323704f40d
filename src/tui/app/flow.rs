//! The way through the program: a prompt is laid out, started, left, taken up again, finished and
//! saved. Knows what follows what; draws nothing.

use super::{App, Screen, Unsaved};
use crate::content::words::{counted, fill};
use crate::engine::Options;
use crate::practice::desk;
use crate::practice::due::Standing;
use crate::practice::event::Stamp;
use crate::practice::history::{Attempt, History};
use crate::practice::mock::Source;
use crate::practice::now::Now;
use crate::practice::pick;
use crate::practice::record::{Goal, How, Record};
use crate::practice::take::{self, Calendar, Take};
use crate::tui::action::Action;
use crate::tui::draft::Edit;
use crate::tui::program::Effect;
use crate::tui::screen::history::{Mode, Past};
use crate::tui::screen::rehearse::Rehearse;
use crate::tui::screen::review::{Review, Saved};

/// Characters of an id that tell it from others: its time and a little chance.
const ENOUGH_OF_ID: usize = 13;

/// A prompt as it is put to the person.
pub(super) struct Asked {
    pub(super) prompt: String,
    pub(super) text: String,
}

impl App {
    /// Lays out `forced`, else the prompt that waits, else another one.
    pub(super) fn lay_prompt(&mut self, forced: Option<String>) {
        if forced.is_some() {
            self.lay(forced);
        }
        if self.prompt().is_none() {
            self.lay_another();
        }
    }

    pub(super) fn lay_another(&mut self) {
        let prompts = &self.look.library.prompts;
        let another = pick::draw(prompts, &self.desk, self.sitting.rng());
        self.lay(another.map(|prompt| prompt.id.clone()));
    }

    fn lay(&mut self, prompt: Option<String>) {
        self.desk.seen.retain(|id| Some(id) != prompt.as_ref());
        self.desk.seen.extend(prompt.clone());
        self.desk.prompt = prompt;
        self.save_desk();
    }

    /// A fresh take of the prompt that waits.
    pub(super) fn start(&mut self, now: Now) {
        let Some(prompt) = self.prompt() else {
            return;
        };
        let asked = Asked {
            prompt: prompt.id.clone(),
            text: prompt.text.get(self.look.lang).clone(),
        };
        let take = self.take(now, asked, How::Fresh, self.desk.goal);
        self.show_page(Rehearse::new(take, "", 0, self.settings.rate));
    }

    /// One more take of a prompt.
    pub(super) fn take(&mut self, now: Now, asked: Asked, how: How, goal: Option<Goal>) -> Take {
        Take {
            id: self.sitting.ulid(now),
            number: Some(self.sitting.take(&asked.prompt)),
            sitting: Some(self.sitting.id(now)),
            prompt: asked.prompt,
            prompt_text: asked.text,
            how,
            parent: None,
            story: None,
            goal,
            interrupted: false,
            limit_seconds: self.settings.limit_seconds,
            mock: None,
        }
    }

    pub(super) fn show_page(&mut self, page: Rehearse) {
        self.answers = None;
        self.revision += 1;
        self.screen = Screen::Rehearse(Box::new(page));
        self.lay_lines();
    }

    /// Goes on with the latest unfinished answer.
    pub(super) fn resume(&mut self) {
        if self.kept.is_empty() {
            return;
        }
        let kept = self.kept.remove(0);
        self.show_page(Rehearse::resume(&kept, self.settings.rate));
    }

    /// Throws the latest unfinished answer away.
    pub(super) fn discard(&mut self) {
        if !self.kept.is_empty() {
            let kept = self.kept.remove(0);
            self.effects.push(Effect::DropDraft(kept.id));
        }
        self.screen = Screen::Home;
    }

    /// Leaves the page; what stands there is kept and offered on the first screen.
    pub(super) fn leave(&mut self, now: Now) {
        if let Screen::Rehearse(page) = &self.screen {
            let snapshot = page.snapshot(now);
            self.effects
                .push(Effect::SaveDraft(Box::new(snapshot.clone())));
            self.kept.insert(0, snapshot);
        }
        self.screen = Screen::Home;
    }

    /// Leaves the program; what stands on the page is kept.
    pub(super) fn quit(&mut self, now: Now) {
        if let Screen::Rehearse(page) = &self.screen
            && !page.draft.is_empty()
        {
            let snapshot = Box::new(page.snapshot(now));
            self.effects.push(Effect::SaveDraft(snapshot));
        }
        self.effects.push(Effect::Quit);
    }

    /// Reads the answer and saves it. Its draft stays until the record is on disk.
    pub(super) fn finish(&mut self, now: Now) {
        let Screen::Rehearse(page) = &self.screen else {
            return;
        };
        let text = page.draft.text();
        let options = Options {
            lang: None,
            rate: self.settings.rate,
        };
        let report = (self.analyse)(&text, options);
        let calendar = Calendar {
            day_start: self.settings.day_start,
            zone: self.settings.zone.as_deref(),
        };
        let record = page
            .take
            .record(page.typed(&text, now), &report, now, calendar);
        let snapshot = page.snapshot(now);
        let mock = page.take.mock.clone();
        self.desk.count(&record);
        if let Some(standing) = &mut self.standing {
            standing.count(&Attempt::from(&record), |_| true);
        }
        // A follow-up question is about one part of a story: it sets no goal for the whole.
        let whole = mock
            .as_ref()
            .is_none_or(|mock| mock.asking == Source::Drawn);
        if whole && report.marked() {
            self.desk.goal = take::goal(&report);
        }
        self.revision += 1;
        self.unsaved.push(Unsaved {
            record: Box::new(record.clone()),
            snapshot: snapshot.clone(),
            revision: self.revision,
            refused: false,
        });
        self.effects.push(Effect::SaveDraft(Box::new(snapshot)));
        self.effects.push(Effect::Append(Box::new(record.clone())));
        if self.desk.prompt.as_ref() == Some(&record.prompt) {
            self.lay_another();
        } else {
            self.save_desk();
        }
        if let Some(mock) = mock {
            return self.answered(now, mock, &record);
        }
        self.ask_for_earlier(&record);
        self.screen = Screen::Review(Box::new(Review::new(record, report, Saved::Saving)));
    }

    /// A fresh take of the same prompt on an empty page, with the next change as its goal.
    pub(super) fn again(&mut self, now: Now) {
        let Screen::Review(review) = &self.screen else {
            return;
        };
        let goal = take::goal(&review.report).or(review.record.goal);
        let asked = self.asked(&review.record);
        let story = review.record.story.clone();
        self.try_again_to_save();
        let mut take = self.take(now, asked, How::Fresh, goal);
        take.story = story;
        self.show_page(Rehearse::new(take, "", 0, self.settings.rate));
    }

    /// The same text once more, to be changed.
    pub(super) fn edit_again(&mut self, now: Now) {
        let Screen::Review(review) = &self.screen else {
            return;
        };
        let goal = take::goal(&review.report).or(review.record.goal);
        let asked = self.asked(&review.record);
        let (parent, answer) = (review.record.id.clone(), review.record.answer.clone());
        let story = review.record.story.clone();
        self.try_again_to_save();
        let mut take = self.take(now, asked, How::Edited, goal);
        take.parent = Some(parent);
        take.story = story;
        self.show_page(Rehearse::new(take, &answer, 0, self.settings.rate));
    }

    /// The same text once more, with what the finding in focus offers put in.
    pub(super) fn rewrite(&mut self, now: Now) {
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        let Some((range, text)) = review.rewrite() else {
            review.notice = Some(self.look.words.review.no_rewrite.clone());
            return;
        };
        self.edit_again(now);
        if let Screen::Rehearse(page) = &mut self.screen {
            page.edit(Edit::Replace(range, text), now.elapsed);
        }
    }

    /// The prompt of a record, in the present language where that is known.
    fn asked(&self, record: &Record) -> Asked {
        let text = self.look.prompt(&record.prompt, &record.prompt_text);
        Asked {
            prompt: record.prompt.clone(),
            text: text.to_owned(),
        }
    }

    pub(super) fn go_home(&mut self) {
        self.try_again_to_save();
        self.answers = None;
        self.screen = Screen::Home;
    }

    /// The list of past attempts, read anew each time: it is never out of date.
    pub(super) fn open_history(&mut self) {
        self.try_again_to_save();
        self.answers = None;
        self.past = Past::waiting();
        self.effects.push(Effect::LoadHistory);
        self.screen = Screen::History;
    }

    /// The selected attempt, read by today's rules, to be looked at or said aloud.
    pub(super) fn open_past(&mut self, to: Action) {
        self.past.aloud = to == Action::Aloud;
        if let Some(attempt) = self.past.attempt() {
            self.effects.push(Effect::OpenAttempt(attempt.id.clone()));
        }
    }

    /// It is here, unless the person has gone on to something else meanwhile.
    pub(super) fn show_past(&mut self, mut record: Record) {
        // The story that it was linked to last.
        if let Some(attempt) = self.past.attempt().filter(|one| one.id == record.id) {
            record.story.clone_from(&attempt.story);
        }
        if matches!(self.screen, Screen::History | Screen::Answers) {
            self.show_review(record, Saved::Past);
            if std::mem::take(&mut self.past.aloud) {
                self.say_aloud();
            }
        }
    }

    /// Asks the disk for what the filter wants.
    pub(super) fn search(&mut self) {
        self.effects.extend(self.past.search().map(Effect::Search));
    }

    /// A stamp of this moment, for what is added to the selected attempt.
    fn stamp(&mut self, now: Now) -> Option<(String, Stamp)> {
        let of = self.past.attempt()?.id.clone();
        let zone = self.settings.zone.as_deref();
        Some((of, Stamp::new(now.wall, zone, self.sitting.rng())))
    }

    /// Adds the note that stands there to the selected attempt.
    pub(super) fn add_note(&mut self, now: Now) {
        let Mode::Note(text) = self.past.mode.clone() else {
            return;
        };
        if let Some((of, stamp)) = self.stamp(now) {
            let note = stamp.note(&of, text.trim());
            self.effects.push(Effect::AddNote(Box::new(note)));
        }
    }

    /// Deletes the selected attempt.
    pub(super) fn erase(&mut self, now: Now) {
        if let Some((of, stamp)) = self.stamp(now) {
            self.effects
                .push(Effect::Delete(Box::new(stamp.tombstone(&of))));
        }
    }

    /// An attempt is gone; backups may still hold it.
    pub(super) fn erased(&mut self, id: &str, backups: usize) {
        let words = &self.look.words.history;
        let count = &self.look.words.count;
        let held = counted(backups, &count.backup, &count.backups);
        // The start of an id will do, and leaves room for the command.
        let start = id.get(..ENOUGH_OF_ID).unwrap_or(id);
        self.past.notice = Some(match backups {
            0 => words.erased.clone(),
            _ => fill(&words.erase_backups, &[&held, start]),
        });
        self.erasing = true;
        self.effects.push(Effect::LoadHistory);
    }

    /// The history was read. What the desk remembers of an attempt goes with it.
    pub(super) fn read(&mut self, history: Box<History>) {
        if std::mem::take(&mut self.erasing) {
            self.desk = std::mem::take(&mut self.desk).after(&history);
            self.standing = Some(Standing::of(&history));
            self.save_desk();
        }
        if let Screen::Progress(page) = &mut self.screen {
            return page.arrive(Ok(history), &self.bank);
        }
        self.past.arrive(Ok(history));
        self.search();
    }

    /// A record is not on disk: its draft stays, and it is tried again when the review is left.
    pub(super) fn not_saved(&mut self, id: &str, why: String) {
        for unsaved in &mut self.unsaved {
            unsaved.refused |= unsaved.record.id == id;
        }
        match self.review() {
            Some(review) if review.record.id == id => review.saved = Saved::No(why),
            _ => {
                let trouble = fill(&self.look.words.review.not_saved, &[&why]);
                self.tell_trouble(trouble);
            }
        }
    }

    pub(super) fn try_again_to_save(&mut self) {
        for unsaved in &mut self.unsaved {
            if std::mem::take(&mut unsaved.refused) {
                self.effects.push(Effect::Append(unsaved.record.clone()));
            }
        }
    }

    /// A record is on disk: its draft may go.
    pub(super) fn saved(&mut self, id: &str, how: Saved) {
        self.unsaved.retain(|unsaved| unsaved.record.id != id);
        if let Some(review) = self.review()
            && review.record.id == id
        {
            review.saved = how;
        }
        self.trouble = None;
        self.effects.push(Effect::DropDraft(id.to_owned()));
    }

    pub(super) fn save_desk(&mut self) {
        self.desk.v = desk::VERSION;
        self.effects.push(Effect::SaveDesk(self.desk.clone()));
    }
}
