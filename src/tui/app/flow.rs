//! The way through the program: a prompt is laid out, started, left, taken up again, finished and
//! saved. Knows what follows what; draws nothing.

use rand::seq::IndexedRandom;

use super::{App, Screen};
use crate::engine::Options;
use crate::practice::now::Now;
use crate::practice::record::{Goal, How};
use crate::practice::take::{self, Calendar, Take};
use crate::tui::program::Effect;
use crate::tui::screen::rehearse::Rehearse;

/// How many of the prompts seen last do not come up again.
const RESTING: usize = 20;

impl App {
    /// Lays out `forced`, else the prompt that waits, else another one.
    pub(super) fn lay_prompt(&mut self, forced: Option<String>) {
        if forced.is_some() {
            self.desk.prompt = forced;
        }
        if self.prompt().is_none() {
            self.lay_another();
        }
    }

    pub(super) fn lay_another(&mut self) {
        self.desk.prompt = self.draw_prompt();
        let shown = self.desk.prompt.clone();
        self.desk.seen.retain(|id| Some(id) != shown.as_ref());
        self.desk.seen.extend(shown);
        self.save_desk();
    }

    /// One of the prompts seen least recently; the very first one is the literal question.
    fn draw_prompt(&mut self) -> Option<String> {
        let prompts = &self.look.library.prompts;
        if self.desk.seen.is_empty() && self.desk.attempts == 0 {
            return prompts.first().map(|prompt| prompt.id.clone());
        }
        let resting = self.desk.seen.iter().rev();
        let resting: Vec<&String> = resting.take(RESTING.min(prompts.len() / 2)).collect();
        let rested = prompts.iter().map(|prompt| &prompt.id);
        let rested: Vec<&String> = rested.filter(|id| !resting.contains(id)).collect();
        rested
            .choose(self.sitting.rng())
            .or(prompts.first().map(|prompt| &prompt.id).as_ref())
            .map(|id| (*id).clone())
    }

    /// A fresh take of the prompt that waits.
    pub(super) fn start(&mut self, now: Now) {
        let Some(prompt) = self.prompt() else {
            return;
        };
        let text = prompt.text.get(self.look.lang).clone();
        let goal = self.desk.goal;
        self.open(now, prompt.id.clone(), text, How::Fresh, goal);
    }

    /// An empty page for a prompt.
    fn open(
        &mut self,
        now: Now,
        prompt: String,
        prompt_text: String,
        how: How,
        goal: Option<Goal>,
    ) {
        let take = Take {
            id: self.sitting.ulid(now),
            number: Some(self.sitting.take(&prompt)),
            sitting: Some(self.sitting.id(now)),
            prompt,
            prompt_text,
            how,
            parent: None,
            goal,
            interrupted: false,
            limit_seconds: self.settings.limit_seconds,
        };
        self.show_page(Rehearse::new(take, "", 0, self.settings.rate));
    }

    fn show_page(&mut self, page: Rehearse) {
        self.revision += 1;
        self.screen = Screen::Rehearse(Box::new(page));
    }

    /// Goes on with the latest unfinished answer.
    pub(super) fn resume(&mut self) {
        if self.kept.is_empty() {
            return;
        }
        let kept = self.kept.remove(0);
        let page = Rehearse::new(
            Take::resume(&kept),
            &kept.text,
            kept.typing_seconds,
            self.settings.rate,
        );
        self.show_page(page);
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
        self.desk.attempts += 1;
        self.desk.last_day = Some(record.day.clone());
        self.desk.prompt = None;
        if report.marked() {
            self.desk.goal = take::goal(&report);
        }
        self.revision += 1;
        self.unsaved = Some((self.revision, snapshot.clone()));
        self.effects.push(Effect::SaveDraft(Box::new(snapshot)));
        self.effects.push(Effect::Append(Box::new(record)));
        self.lay_another();
        self.screen = Screen::Home;
    }

    /// A record is on disk: its draft may go.
    pub(super) fn saved(&mut self, id: &str) {
        if self.unsaved.as_ref().is_some_and(|(_, kept)| kept.id == id) {
            self.unsaved = None;
        }
        self.effects.push(Effect::DropDraft(id.to_owned()));
    }

    pub(super) fn save_desk(&mut self) {
        self.desk.v = 1;
        self.effects.push(Effect::SaveDesk(self.desk.clone()));
    }
}
