//! The way through preparing: what is typed there is kept at once, and a line is read by the engine.

use super::{App, Screen};
use crate::tui::action::Action;
use crate::tui::program::Effect;
use crate::tui::screen::prepare::{Prepare, Wish};

impl App {
    /// The first page, with the lines of last time.
    pub(super) fn prepare(&mut self) {
        let plan = self.plan.clone();
        self.screen = Screen::Prepare(Box::new(Prepare::new(plan)));
    }

    pub(super) fn on_prepare(&mut self, action: Action) {
        if let Screen::Prepare(page) = &mut self.screen {
            let wish = page.update(action);
            self.grant(wish);
        }
    }

    pub(super) fn grant(&mut self, wish: Wish) {
        let Screen::Prepare(page) = &mut self.screen else {
            return;
        };
        match wish {
            Wish::None => {}
            Wish::Keep => {
                self.plan.clone_from(&page.plan);
                let plan = Box::new(self.plan.clone());
                self.effects.push(Effect::SavePlan(plan));
            }
            Wish::Read(line) => page.judge((self.screening)(&line)),
            Wish::Leave => self.screen = Screen::Home,
        }
    }
}
