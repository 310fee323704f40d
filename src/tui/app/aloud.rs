//! The way through saying an answer aloud, and what becomes of it: an event in the history, and with
//! enough of them a pace of one's own. Draws nothing.

use super::{App, Screen};
use crate::practice::event::Stamp;
use crate::practice::now::Now;
use crate::practice::voice::{Pace, Spoken};
use crate::tui::action::Action;
use crate::tui::program::Effect;
use crate::tui::screen::aloud::Aloud;
use crate::tui::screen::review::Review;

impl App {
    /// From the review to the clock.
    pub(super) fn say_aloud(&mut self) {
        match std::mem::replace(&mut self.screen, Screen::Home) {
            Screen::Review(review) => self.screen = Screen::Aloud(Box::new(Aloud::new(review))),
            other => self.screen = other,
        }
    }

    pub(super) fn on_aloud(&mut self, now: Now, action: Action) {
        let Screen::Aloud(aloud) = &mut self.screen else {
            return;
        };
        match action {
            Action::Speak => {
                let of = aloud.back.record.id.clone();
                if let Some(run) = aloud.press(&self.look, now.elapsed) {
                    let zone = self.settings.zone.as_deref();
                    let stamp = Stamp::new(now.wall, zone, self.sitting.rng());
                    let spoken = Spoken::new(stamp, &of, run);
                    self.effects.push(Effect::Speak(Box::new(spoken)));
                }
            }
            Action::Back => {
                if let Screen::Aloud(aloud) = std::mem::replace(&mut self.screen, Screen::Home) {
                    let mut review = aloud.back;
                    // The pace may be another one by now.
                    review.read_anew(self.read_anew(&review.record));
                    self.screen = Screen::Review(review);
                }
            }
            _ => {}
        }
    }

    /// A run is on disk.
    pub(super) fn spoken(&mut self, spoken: &Spoken) {
        self.desk.voice.hear(spoken.what);
        self.take_pace();
        self.save_desk();
    }

    /// Tells speaking time by what is known of this voice.
    pub(super) fn take_pace(&mut self) {
        self.look.pace = Pace::new(self.set, &self.desk.voice);
        self.settings.rate = self.look.pace.rate;
    }

    /// The review that is looked at, or said aloud.
    pub(super) fn review(&mut self) -> Option<&mut Review> {
        match &mut self.screen {
            Screen::Review(review) => Some(review),
            Screen::Aloud(aloud) => Some(&mut aloud.back),
            _ => None,
        }
    }
}
