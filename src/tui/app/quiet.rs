//! Silencing a finding, letting a tip rest, guessing the marks: each an event of its own in the
//! history. Knows what follows what; draws nothing.

use super::{App, Screen};
use crate::content::words::fill;
use crate::practice::event::{Silence, Stamp};
use crate::practice::guess::Guess;
use crate::practice::history::Attempt;
use crate::practice::now::Now;
use crate::practice::silence::Target;
use crate::practice::take;
use crate::tui::action::Action;
use crate::tui::program::Effect;
use crate::tui::screen::review::Saved;

impl App {
    /// A key on the review that is about what counts there.
    pub(super) fn on_quiet(&mut self, now: Now, action: Action) {
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        let wanted = match action {
            Action::Silence => review.silence(&self.look),
            Action::Alone => review.alone(&self.look),
            Action::Go => review.reason_given(),
            action => {
                review.edit_reason(action);
                None
            }
        };
        if let Some((target, reason)) = wanted {
            let of = review.record.id.clone();
            self.silence(now, &of, target, reason.as_deref());
        }
    }

    /// A key while the marks are hidden; what was guessed when they are shown is kept.
    pub(super) fn on_guess(&mut self, now: Now, action: Action) {
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        if let Some(tips) = review.guess(action, &self.look) {
            let of = review.record.id.clone();
            let zone = self.settings.zone.as_deref();
            let stamp = Stamp::new(now.wall, zone, self.sitting.rng());
            let guess = Box::new(Guess::new(stamp, &of, tips));
            self.effects.push(Effect::Guess(guess));
        }
    }

    /// A guess is on disk: it counts.
    pub(super) fn guessed(&mut self, guess: &Guess) {
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        if review.record.id != guess.of {
            return;
        }
        let tally = &mut self.desk.guessed;
        tally.count(guess, &Attempt::from(&review.record));
        let words = &self.look.words.review;
        let numbers = [tally.right, tally.all].map(|number| number.to_string());
        let told = fill(&words.guessed, &[&numbers[0], &numbers[1]]);
        if let Some(notice) = &mut review.notice {
            notice.push_str(&words.space);
            notice.push_str(&told);
        }
        self.save_desk();
    }

    fn silence(&mut self, now: Now, of: &str, target: Target, reason: Option<&str>) {
        let zone = self.settings.zone.as_deref();
        let stamp = Stamp::new(now.wall, zone, self.sitting.rng());
        let event = stamp.silence(of, target, reason);
        self.effects.push(Effect::Silence(Box::new(event)));
    }

    /// It is on disk. What is left to change is tomorrow's goal, if this was the last answer.
    pub(super) fn silenced(&mut self, event: &Silence) {
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        if review.record.id != event.of {
            return;
        }
        review.take_in(event);
        if review.saved != Saved::Past {
            self.desk.goal = take::goal(&review.report);
            self.save_desk();
        }
    }
}
