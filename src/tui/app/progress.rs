//! The way to how practice goes, and what is due today. Knows what follows what; draws nothing.

use super::{App, Screen};
use crate::practice::day::local_day;
use crate::practice::due::{Choice, Due};
use crate::practice::now::Now;
use crate::tui::action::Action;
use crate::tui::program::Effect;
use crate::tui::say;
use crate::tui::screen::history::Past;
use crate::tui::screen::progress::Page;

impl App {
    /// The story or the tip that is due today, where the prompt and today's goal do not say so
    /// already.
    pub(super) fn due(&self, today: &str) -> Option<String> {
        let standing = self.standing.as_ref()?;
        let choice = Choice {
            prompts: &self.look.library.prompts,
            waiting: self.desk.prompt.as_deref(),
            stories: &self.bank,
        };
        let (due, _) = standing.due(choice, today);
        let goal = self.desk.goal.map(|goal| goal.step.tip());
        match due {
            Due::Prompt { .. } => None,
            Due::Tip { tip, .. } if goal == Some(tip) => None,
            due => Some(say::progress::due(
                self.look.words,
                self.look.library,
                &self.bank,
                self.look.lang,
                &due,
            )),
        }
    }

    /// How practice goes, read anew each time like the list.
    pub(super) fn open_progress(&mut self, now: Now) {
        self.try_again_to_save();
        // One history in memory is enough.
        self.past = Past::waiting();
        let today = local_day(now.wall, self.settings.day_start);
        self.effects.extend([Effect::LoadBank, Effect::LoadHistory]);
        self.screen = Screen::Progress(Box::new(Page::waiting(today)));
    }

    pub(super) fn on_progress(&mut self, action: Action) {
        let Screen::Progress(page) = &mut self.screen else {
            return;
        };
        match action {
            Action::Back => self.go_home(),
            Action::History => self.open_history(),
            action => page.update(action, &self.look, self.area),
        }
    }

    /// It could not be read.
    pub(super) fn not_read(&mut self, why: String) {
        match &mut self.screen {
            Screen::Progress(page) => page.arrive(Err(why), &[]),
            _ => self.past.arrive(Err(why)),
        }
    }
}
