//! What a key does, screen by screen. Knows which screen is shown; the way from one to the next is
//! in `flow.rs`.

use crossterm::event::KeyEvent;

use super::{App, Screen};
use crate::content::words;
use crate::engine::{Lang, Options};
use crate::practice::mock;
use crate::practice::now::Now;
use crate::tui::action::Action;
use crate::tui::keymap::{self, Place};
use crate::tui::program::Effect;
use crate::tui::screen::Clocks;
use crate::tui::screen::help::Help;
use crate::tui::screen::history::Mode;
use crate::tui::screen::rehearse::{self, Bar, Hints};

/// From so many marked attempts on the marks can be guessed before they are shown.
const ENOUGH_TO_GUESS: u32 = 3;

/// Seconds that a limit moves by.
const A_MINUTE: u32 = 60;

impl App {
    /// The layers of keys that hold now.
    pub(super) fn places(&self) -> &'static [Place] {
        match self.help {
            Some(_) => keymap::HELP,
            None => self.places_below(),
        }
    }

    /// The layers of the screen, whatever lies over it.
    pub(super) fn places_below(&self) -> &'static [Place] {
        match &self.screen {
            Screen::Home if self.kept.is_empty() => keymap::HOME,
            Screen::Home => keymap::OFFER,
            Screen::Discard => keymap::DISCARD,
            Screen::Prepare(page) if page.takes_text() => keymap::LINE,
            Screen::Prepare(_) => keymap::PREPARE,
            Screen::Brief(_) => keymap::BRIEF,
            Screen::Answers => keymap::ANSWERS,
            // Nothing is said about an answer of a mock before the end, not even a guess.
            Screen::Rehearse(page) if page.bar == Bar::Open => match self.desk.marked {
                ENOUGH_TO_GUESS.. if page.take.mock.is_none() => keymap::FORESEE,
                _ => keymap::FINISH,
            },
            Screen::Rehearse(page) if page.bar == Bar::Elsewhere => keymap::ELSEWHERE,
            Screen::Rehearse(_) => keymap::PAGE,
            Screen::Review(review) if review.guesses() => keymap::GUESS,
            Screen::Review(review) if review.asks_why() => keymap::REASON,
            Screen::Review(_) => keymap::REVIEW,
            Screen::Aloud(_) => keymap::ALOUD,
            Screen::Compare(_) => keymap::COMPARE,
            Screen::Guide(guide) => guide.places(self.area),
            Screen::Progress(_) => keymap::PROGRESS,
            Screen::Stories(page) => page.places(self.area),
            Screen::History => match self.past.mode {
                Mode::List => keymap::HISTORY,
                Mode::Filter => keymap::FILTER,
                Mode::Note(_) => keymap::NOTE,
                Mode::Erase => keymap::ERASE,
            },
        }
    }

    pub(super) fn press(&mut self, now: Now, event: KeyEvent) {
        if let Some(action) = self.look.keys.action(self.places(), event) {
            self.act(now, action);
        }
    }

    pub(super) fn act(&mut self, now: Now, action: Action) {
        match action {
            Action::Quit => self.quit(now),
            Action::Suspend => self.effects.push(Effect::Suspend),
            Action::Repaint => self.effects.push(Effect::Repaint),
            Action::Language => self.speak(self.look.lang.other()),
            Action::Help => self.open_help(now),
            action if self.help.is_some() => self.on_help(now, action),
            _ => match &self.screen {
                Screen::Home | Screen::Discard => self.on_home(now, action),
                Screen::Prepare(_) => self.on_prepare(action),
                Screen::Brief(_) => self.on_brief(now, action),
                Screen::Answers => self.on_answers(action),
                Screen::Rehearse(page) if page.bar == Bar::Closed => self.on_page(now, action),
                Screen::Rehearse(_) => self.on_bar(now, action),
                Screen::Review(_) => self.on_review(now, action),
                Screen::Aloud(_) => self.on_aloud(now, action),
                Screen::Compare(_) => self.on_compare(action),
                Screen::Guide(_) => self.on_guide(action),
                Screen::Progress(_) => self.on_progress(action),
                Screen::Stories(_) => self.on_stories(now, action),
                Screen::History => self.on_history(now, action),
            },
        }
    }

    fn on_home(&mut self, now: Now, action: Action) {
        match action {
            Action::Go => self.start(now),
            Action::Another => self.lay_another(),
            Action::Guide => self.screen = Screen::Guide(Box::default()),
            Action::Prepare => self.prepare(),
            Action::Mock => self.brief(mock::USUAL),
            Action::Stories => self.open_stories(),
            Action::History => self.open_history(),
            Action::Progress => self.open_progress(now),
            Action::Resume => self.resume(),
            Action::Discard => self.screen = Screen::Discard,
            Action::Confirm => self.discard(),
            Action::Back => self.screen = Screen::Home,
            _ => {}
        }
    }

    fn on_page(&mut self, now: Now, action: Action) {
        let Screen::Rehearse(page) = &mut self.screen else {
            return;
        };
        match action {
            Action::Finish if page.draft.text().trim().is_empty() => {
                self.turn_back();
            }
            Action::Finish => page.ask(now.elapsed),
            Action::Pin => {
                page.hints = match page.hints {
                    Hints::Fleeting => Hints::Pinned,
                    Hints::Pinned => Hints::Fleeting,
                }
            }
            Action::Editor => {
                page.clock.begin(now.elapsed);
                self.effects.push(Effect::Edit(page.draft.text()));
            }
            Action::Clocks => {
                self.look.clocks = match self.look.clocks {
                    Clocks::Shown => Clocks::Hidden,
                    Clocks::Hidden => Clocks::Shown,
                }
            }
            Action::MoreTime => {
                if let Some(limit) = &mut page.take.limit_seconds {
                    *limit = limit.saturating_add(A_MINUTE);
                    self.revision += 1;
                }
            }
            Action::Trim => {
                if page.trim(now.elapsed) {
                    self.revision += 1;
                }
            }
            action => {
                let Some(edit) = rehearse::edit(action) else {
                    return;
                };
                let before = page.draft.caret();
                let changed = page.edit(edit, now.elapsed);
                if changed || page.draft.caret() != before {
                    self.revision += 1;
                }
            }
        }
    }

    /// The page under one of its bars.
    fn on_bar(&mut self, now: Now, action: Action) {
        let Screen::Rehearse(page) = &mut self.screen else {
            return;
        };
        match (page.bar, action) {
            (Bar::Open, Action::Go) => self.finish(now),
            (Bar::Open, Action::Foresee) => {
                self.finish(now);
                if let Screen::Review(review) = &mut self.screen {
                    review.hide();
                }
            }
            (Bar::Open, Action::Back) => {
                page.bar = Bar::Closed;
                page.clock.release(now.elapsed);
            }
            (Bar::Open, Action::Leave) => self.leave(now),
            (Bar::Elsewhere, Action::Go | Action::Back) => {
                let done = action == Action::Back;
                self.effects.push(Effect::ReadBack { done });
            }
            _ => {}
        }
    }

    fn on_review(&mut self, now: Now, action: Action) {
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        match action {
            action if review.guesses() => self.on_guess(now, action),
            action if review.asks_why() => self.on_quiet(now, action),
            Action::Silence | Action::Alone => self.on_quiet(now, action),
            Action::Go => self.again(now),
            Action::EditText => self.edit_again(now),
            Action::History => self.open_history(),
            Action::Aloud => self.say_aloud(),
            Action::Rewrite => self.rewrite(now),
            Action::Stories => self.choose_story(),
            Action::Compare => self
                .effects
                .push(Effect::FindPair(review.record.id.clone())),
            Action::Back => {
                let saved = review.saved.clone();
                self.leave_review(&saved);
            }
            action => review.update(action, &self.look, self.area),
        }
    }

    fn on_compare(&mut self, action: Action) {
        let Screen::Compare(compare) = &mut self.screen else {
            return;
        };
        match action {
            Action::Back => {
                let back = compare.back.take();
                self.screen = back.map_or(Screen::History, Screen::Review);
            }
            action => compare.update(action, &self.look, self.area),
        }
    }

    fn on_guide(&mut self, action: Action) {
        let Screen::Guide(guide) = &mut self.screen else {
            return;
        };
        if action == Action::Back && !guide.is_open() {
            return self.go_home();
        }
        let (analyse, rate) = (self.analyse, self.settings.rate);
        let read = |text: &str, lang| {
            let lang = Some(lang);
            analyse(text, Options { lang, rate })
        };
        guide.update(action, &self.look, self.area, &read);
    }

    fn on_history(&mut self, now: Now, action: Action) {
        match (&self.past.mode, action) {
            (Mode::List, Action::Go | Action::Aloud) => self.open_past(action),
            (Mode::List, Action::Compare) => self.ask_for_pair(),
            (Mode::List, Action::Back) => self.go_home(),
            (Mode::Note(note), Action::Go) if !note.trim().is_empty() => self.add_note(now),
            (Mode::Erase, Action::Confirm) => self.erase(now),
            _ => {}
        }
        self.past.update(action, self.area);
        self.search();
    }

    fn open_help(&mut self, now: Now) {
        self.help = Some(Help::new(self.look.keys, self.places_below()));
        match &mut self.screen {
            Screen::Rehearse(page) => page.clock.hold(now.elapsed),
            Screen::Aloud(aloud) => aloud.hold(now.elapsed),
            _ => {}
        }
    }

    fn on_help(&mut self, now: Now, action: Action) {
        match action {
            Action::Move(motion) => {
                if let Some(help) = &mut self.help {
                    help.turn(motion, &self.look, self.area);
                }
            }
            Action::Back => {
                self.help = None;
                match &mut self.screen {
                    Screen::Rehearse(page) if page.bar != Bar::Open => {
                        page.clock.release(now.elapsed);
                    }
                    Screen::Aloud(aloud) => aloud.release(now.elapsed),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn speak(&mut self, lang: Lang) {
        self.look.lang = lang;
        self.look.words = words(lang);
        if let Screen::Rehearse(page) = &mut self.screen {
            let take = &mut page.take;
            take.prompt_text = self.look.prompt(&take.prompt, &take.prompt_text).to_owned();
            self.revision += 1;
        }
        self.lay_lines();
        if let Screen::Stories(page) = &mut self.screen {
            page.speak(lang);
        }
    }
}
