//! An attempt beside an earlier one: compared whole, or only the words that were worked on. Knows what
//! follows what; draws nothing.

use super::{App, Screen};
use crate::engine::{Options, Report};
use crate::export::compare::{Read, worked};
use crate::practice::record::Record;
use crate::tui::program::Effect;
use crate::tui::screen::compare::Compare;

impl App {
    /// The selected attempt beside an earlier one.
    pub(super) fn ask_for_pair(&mut self) {
        if let Some(attempt) = self.past.attempt() {
            self.effects.push(Effect::FindPair(attempt.id.clone()));
        }
    }

    /// Two takes are here, unless the person has gone on to something else meanwhile.
    pub(super) fn show_pair(&mut self, takes: [Record; 2]) {
        let back = match std::mem::replace(&mut self.screen, Screen::History) {
            Screen::Review(review) => Some(review),
            Screen::History => None,
            other => {
                self.screen = other;
                return;
            }
        };
        let reports = takes.each_ref().map(|take| self.read_anew(take));
        self.screen = Screen::Compare(Box::new(Compare::new(takes, reports, back)));
    }

    /// What today's rules say about an attempt.
    pub(super) fn read_anew(&self, record: &Record) -> Report {
        let options = Options {
            lang: record.lang,
            rate: self.settings.rate,
        };
        (self.analyse)(&record.answer, options)
    }

    /// An attempt that had a goal is looked at beside the one that it follows.
    pub(super) fn ask_for_earlier(&mut self, record: &Record) {
        if record.goal.is_some() {
            self.effects.push(Effect::FindEarlier(record.id.clone()));
        }
    }

    /// The attempt that the one under review follows is here.
    pub(super) fn show_before(&mut self, of: &str, earlier: &Record) {
        let report = self.read_anew(earlier);
        let Some(review) = self.review().filter(|review| review.record.id == of) else {
            return;
        };
        let read = |record, report| Read { record, report };
        let later = read(&review.record, &review.report);
        let worked = worked(read(earlier, &report), later);
        review.before = worked.map(|(_, worked)| (earlier.answer.clone(), worked));
    }
}
