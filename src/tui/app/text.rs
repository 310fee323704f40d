//! What comes at once: a burst of keys, the words of an input method, a paste. Knows where text is
//! typed; how much of it fits is the care of what takes it.

use crossterm::event::KeyCode;

use super::{App, Screen};
use crate::content::words::fill;
use crate::practice::now::Now;
use crate::tui::draft::Edit;
use crate::tui::keymap;
use crate::tui::program::Edited;
use crate::tui::screen::rehearse::Bar;

impl App {
    /// Takes in characters that came together: where text is typed they are one edit, elsewhere
    /// each is a key of its own, which may lead to where the rest is typed.
    pub(super) fn type_in(&mut self, now: Now, text: &str) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let taken = self.put(now, Edit::Insert, rest, 0);
            if taken == 0 {
                let code = match first {
                    '\n' => KeyCode::Enter,
                    first => KeyCode::Char(first),
                };
                self.press(now, code.into());
            }
            rest = &rest[taken.max(first.len_utf8())..];
        }
    }

    /// Takes in a paste, `missed` bytes of which did not arrive; where no text is typed it is
    /// nobody's.
    pub(super) fn paste(&mut self, now: Now, text: &str, missed: usize) {
        self.put(now, Edit::Paste, text, missed);
    }

    /// What the person's own editor has left.
    pub(super) fn edited(&mut self, now: Now, edited: Edited) {
        let Screen::Rehearse(page) = &mut self.screen else {
            return;
        };
        page.bar = if edited.at_once {
            Bar::Elsewhere
        } else {
            Bar::Closed
        };
        if edited
            .text
            .is_some_and(|text| page.replace(&text, now.elapsed))
        {
            self.revision += 1;
        }
        if let Some(why) = edited.fault {
            page.trouble = Some(fill(&self.look.words.rehearse.editor_failed, &[&why]));
        }
    }

    /// Puts text where it is typed and says how many bytes that took: a page takes all, a field one
    /// line.
    fn put(&mut self, now: Now, edit: fn(String) -> Edit, text: &str, missed: usize) -> usize {
        if !keymap::takes_text(self.places()) {
            return 0;
        }
        if let Screen::Rehearse(page) = &mut self.screen {
            let changed = page.take_in(&self.look, edit, text.to_owned(), missed, now.elapsed);
            self.revision += u64::from(changed);
            return text.len();
        }
        let line = text.split(['\n', '\r']).next().unwrap_or_default();
        if let Screen::Review(review) = &mut self.screen {
            review.type_in(line);
            return line.len();
        }
        if let Screen::Prepare(page) = &mut self.screen {
            let wish = page.type_in(line);
            self.grant(wish);
            return line.len();
        }
        if let Screen::Stories(page) = &mut self.screen {
            let wish = page.type_in(line);
            self.grant_story(now, wish);
            return line.len();
        }
        self.past.type_in(line);
        self.search();
        line.len()
    }
}
