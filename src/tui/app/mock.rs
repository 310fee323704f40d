//! The way through a mock interview: how many questions, one after the other without a word on the
//! answers, then all of them side by side. Knows what follows what; draws nothing.

use super::flow::Asked;
use super::{App, Screen};
use crate::practice::clock::TypingClock;
use crate::practice::history::Attempt;
use crate::practice::mock::{self, Mock};
use crate::practice::now::Now;
use crate::practice::record::{How, Record};
use crate::tui::action::Action;
use crate::tui::program::Effect;
use crate::tui::screen::mock::{Answers, Brief};
use crate::tui::screen::rehearse::Rehearse;
use crate::tui::screen::review::{Review, Saved};

impl App {
    /// Says what a mock is like, and asks for the number of questions.
    pub(super) fn brief(&mut self, questions: u8) {
        self.screen = Screen::Brief(Brief { questions });
    }

    /// How long an answer may take.
    pub(super) fn mock_limit(&self) -> u32 {
        let usual = mock::limit_seconds(self.look.lang);
        self.settings.limit_seconds.unwrap_or(usual)
    }

    pub(super) fn on_brief(&mut self, now: Now, action: Action) {
        let Screen::Brief(brief) = &mut self.screen else {
            return;
        };
        match action {
            Action::Go => {
                let questions = brief.questions;
                let sitting = self.sitting.ulid(now);
                self.put_next(now, Mock::new(questions, sitting));
            }
            Action::Move(motion) => brief.turn(motion),
            Action::Back => self.go_home(),
            _ => {}
        }
    }

    /// The next question; after the last one, all answers side by side.
    fn put_next(&mut self, now: Now, mut mock: Mock) {
        let library = self.look.library;
        let (prompts, follow_ups) = (&library.prompts, &library.follow_ups);
        let Some(question) = mock.next(prompts, follow_ups, &self.desk, self.sitting.rng()) else {
            return self.line_up(mock);
        };
        let asked = Asked {
            prompt: question.id().to_owned(),
            text: question.text(self.look.lang).to_owned(),
        };
        self.desk.seen.retain(|id| *id != asked.prompt);
        self.desk.seen.push(asked.prompt.clone());
        self.save_desk();
        mock.asking = question.source();
        let mut take = self.take(now, asked, How::Fresh, None);
        take.sitting = Some(mock.sitting.clone());
        take.limit_seconds = Some(self.mock_limit());
        take.mock = Some(mock);
        let mut page = Rehearse::new(take, "", 0, self.settings.rate);
        page.clock = TypingClock::thinking(mock::THINKING, now.elapsed);
        self.show_page(page);
    }

    /// The answer of a mock is on its way to the disk: on to the next question.
    pub(super) fn answered(&mut self, now: Now, mut mock: Mock, record: &Record) {
        mock.answer(Attempt::from(record));
        self.try_again_to_save();
        self.put_next(now, mock);
    }

    /// Puts nothing more: all answers side by side, or home when there are none.
    pub(super) fn line_up(&mut self, mock: Mock) {
        if mock.answered.is_empty() {
            return self.go_home();
        }
        // Their places in the file are asked for now, so that each opens at once.
        self.effects.push(Effect::LoadHistory);
        self.answers = Some(Answers::new(mock));
        self.screen = Screen::Answers;
    }

    /// Leaves an empty page: there is nothing to keep.
    pub(super) fn turn_back(&mut self) {
        let Screen::Rehearse(page) = &mut self.screen else {
            return;
        };
        match page.take.mock.take() {
            Some(mock) => self.line_up(mock),
            None => self.screen = Screen::Home,
        }
    }

    pub(super) fn on_answers(&mut self, action: Action) {
        let Some(answers) = &mut self.answers else {
            return self.go_home();
        };
        match action {
            Action::Go => self.open_answer(),
            Action::History => self.open_history(),
            Action::Back => self.go_home(),
            action => answers.update(action),
        }
    }

    /// The review of the chosen answer. One that is not on the disk yet is still here.
    fn open_answer(&mut self) {
        let Some(id) = self.answers.as_ref().and_then(Answers::attempt) else {
            return;
        };
        let id = id.id.clone();
        let waiting = self.unsaved.iter().find(|unsaved| unsaved.record.id == id);
        match waiting.map(|unsaved| unsaved.record.clone()) {
            Some(record) => self.show_review(*record, Saved::Saving),
            None => self.effects.push(Effect::OpenAttempt(id)),
        }
    }

    /// One level back from a review: to the answers of its mock, to the list, or home.
    pub(super) fn leave_review(&mut self, saved: &Saved) {
        if self.answers.is_some() {
            self.try_again_to_save();
            self.screen = Screen::Answers;
        } else if *saved == Saved::Past {
            self.screen = Screen::History;
        } else {
            self.go_home();
        }
    }

    /// A record, read by today's rules.
    pub(super) fn show_review(&mut self, record: Record, saved: Saved) {
        let report = self.read_anew(&record);
        let silenced = self.past.silenced_in(&record.id);
        let heard = self.past.heard_in(&record.id);
        self.ask_for_earlier(&record);
        let mut review = Review::new(record, report, saved);
        review.heard = heard;
        review.leave_out(silenced);
        self.screen = Screen::Review(Box::new(review));
    }
}
