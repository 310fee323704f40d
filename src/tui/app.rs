//! The program without a terminal: which screen is shown, what a key does there, and what the world
//! is asked for. Knows screens and the practice core; knows no files and reads no clock.

mod flow;
#[cfg(test)]
mod tests;

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::action::Action;
use super::draft::Edit;
use super::keymap::{self, Place};
use super::program::{Effect, Input, Outcome, Program};
use super::screen::help::Help;
use super::screen::history::Past;
use super::screen::home::Home;
use super::screen::rehearse::{self, Bar, Hints, Rehearse};
use super::screen::review::{Review, Saved};
use super::screen::{self, Look};
use super::theme::Theme;
use crate::content::library::Library;
use crate::content::{engine, library, words};
use crate::engine::{Lang, Options, Report};
use crate::practice::desk::Desk;
use crate::practice::now::Now;
use crate::practice::prompt::Prompt;
use crate::practice::record::Record;
use crate::practice::rehearsal::Snapshot;
use crate::practice::sitting::Sitting;
use crate::settings::Settings;

/// Reads an answer.
pub type Analyse = fn(&str, Options) -> Report;

/// Everything that the program starts with.
#[derive(Debug)]
pub struct Setup {
    /// What the person has set.
    pub settings: Settings,
    /// Prompts, tips, words of findings.
    pub library: &'static Library,
    /// The engine; not touched before the first answer is finished.
    pub analyse: Analyse,
    /// What lay on the desk.
    pub desk: Desk,
    /// Answers that were left unfinished, the latest first.
    pub orphans: Vec<Snapshot>,
    /// Begins with this prompt.
    pub prompt: Option<String>,
    /// Makes every chance repeatable.
    pub seed: Option<u64>,
}

impl Setup {
    /// The built-in content, and nothing left over from before.
    pub fn new(settings: Settings, desk: Desk) -> Self {
        Self {
            settings,
            library: library(),
            analyse: |text, options| engine().analyse(text, options),
            desk,
            orphans: Vec::new(),
            prompt: None,
            seed: None,
        }
    }
}

/// The program.
#[derive(Debug)]
pub struct App {
    settings: Settings,
    analyse: Analyse,
    look: Look,
    area: Rect,
    screen: Screen,
    sitting: Sitting,
    desk: Desk,
    /// Unfinished answers, the latest first.
    kept: Vec<Snapshot>,
    /// A finished answer whose record is not on disk yet.
    unsaved: Option<(u64, Snapshot)>,
    /// Grows with every change of what must survive.
    revision: u64,
    /// When the last input came.
    seen: Duration,
    /// What could not be done, and the cure.
    trouble: Option<String>,
    /// A record that could not be saved, to be tried again.
    failed: Option<Box<Record>>,
    past: Past,
    help: Option<Help>,
    effects: Vec<Effect>,
}

/// What is shown.
#[derive(Debug)]
enum Screen {
    Home,
    /// Home, asking whether to throw the unfinished answer away.
    Discard,
    Rehearse(Box<Rehearse>),
    Review(Box<Review>),
    History,
}

impl App {
    /// The program on its first screen.
    pub fn new(setup: Setup) -> Self {
        let seed = setup.seed.unwrap_or_else(rand::random);
        let mut app = Self {
            look: Look {
                lang: setup.settings.lang,
                words: words(setup.settings.lang),
                library: setup.library,
                theme: Theme::new(setup.settings.color),
                rate: setup.settings.rate,
            },
            settings: setup.settings,
            analyse: setup.analyse,
            area: Rect::default(),
            screen: Screen::Home,
            sitting: Sitting::new(seed),
            desk: setup.desk,
            kept: setup.orphans,
            unsaved: None,
            revision: 0,
            seen: Duration::ZERO,
            trouble: None,
            failed: None,
            past: Past::waiting(),
            help: None,
            effects: Vec::new(),
        };
        app.lay_prompt(setup.prompt);
        app
    }

    /// The layers of keys that hold now.
    fn places(&self) -> &'static [Place] {
        match self.help {
            Some(_) => keymap::HELP,
            None => self.places_below(),
        }
    }

    /// The layers of the screen, whatever lies over it.
    fn places_below(&self) -> &'static [Place] {
        match &self.screen {
            Screen::Home if self.kept.is_empty() => keymap::HOME,
            Screen::Home => keymap::OFFER,
            Screen::Discard => keymap::DISCARD,
            Screen::Rehearse(page) if page.bar == Bar::Open => keymap::FINISH,
            Screen::Rehearse(_) => keymap::PAGE,
            Screen::Review(_) => keymap::REVIEW,
            Screen::History if self.past.typing => keymap::FILTER,
            Screen::History => keymap::HISTORY,
        }
    }

    fn act(&mut self, now: Now, action: Action) {
        match action {
            Action::Quit => self.quit(now),
            Action::Suspend => self.effects.push(Effect::Suspend),
            Action::Language => self.switch_language(),
            Action::Help => self.open_help(now),
            action if self.help.is_some() => self.on_help(now, action),
            _ => match &self.screen {
                Screen::Home | Screen::Discard => self.on_home(now, action),
                Screen::Rehearse(_) => self.on_page(now, action),
                Screen::Review(_) => self.on_review(now, action),
                Screen::History => self.on_history(action),
            },
        }
    }

    fn on_home(&mut self, now: Now, action: Action) {
        match action {
            Action::Go => self.start(now),
            Action::Another => self.lay_another(),
            Action::History => self.open_history(),
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
        match (page.bar, action) {
            (Bar::Closed, Action::Finish) if page.draft.is_empty() => self.screen = Screen::Home,
            (Bar::Closed, Action::Finish) => page.ask(now.elapsed),
            (Bar::Closed, Action::Pin) => {
                page.hints = match page.hints {
                    Hints::Fleeting => Hints::Pinned,
                    Hints::Pinned => Hints::Fleeting,
                }
            }
            (Bar::Closed, action) => {
                let edit = rehearse::edit(action);
                if edit.is_some_and(|edit| page.edit(edit, now.elapsed)) {
                    self.revision += 1;
                }
            }
            (Bar::Open, Action::Go) => self.finish(now),
            (Bar::Open, Action::Back) => {
                page.bar = Bar::Closed;
                page.clock.release(now.elapsed);
            }
            (Bar::Open, Action::Leave) => self.leave(now),
            (Bar::Open, _) => {}
        }
    }

    fn on_review(&mut self, now: Now, action: Action) {
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        match action {
            Action::Go => self.again(now),
            Action::EditText => self.edit_again(now),
            Action::History => self.open_history(),
            Action::Back if review.saved == Saved::Past => self.screen = Screen::History,
            Action::Back => self.go_home(),
            action => review.update(action, &self.look, self.area),
        }
    }

    fn on_history(&mut self, action: Action) {
        match action {
            Action::Go if !self.past.typing => self.open_past(),
            Action::Back if !self.past.typing => self.go_home(),
            action => self.past.update(action, self.area),
        }
    }

    fn open_help(&mut self, now: Now) {
        self.help = Some(Help::new(self.places_below()));
        if let Screen::Rehearse(page) = &mut self.screen {
            page.clock.hold(now.elapsed);
        }
    }

    fn on_help(&mut self, now: Now, action: Action) {
        match action {
            Action::Move(motion) => {
                if let Some(help) = &mut self.help {
                    help.turn(motion, self.area);
                }
            }
            Action::Back => {
                self.help = None;
                if let Screen::Rehearse(page) = &mut self.screen
                    && page.bar == Bar::Closed
                {
                    page.clock.release(now.elapsed);
                }
            }
            _ => {}
        }
    }

    fn paste(&mut self, now: Now, text: String) {
        if self.help.is_some() {
            return;
        }
        match &mut self.screen {
            Screen::Rehearse(page) if page.bar == Bar::Closed => {
                let changed = page.edit(Edit::Paste(text), now.elapsed);
                self.revision += u64::from(changed);
            }
            Screen::History => self.past.paste(&text),
            _ => {}
        }
    }

    fn switch_language(&mut self) {
        self.speak(self.look.lang.other());
    }

    fn speak(&mut self, lang: Lang) {
        self.look.lang = lang;
        self.look.words = words(lang);
        if let Screen::Rehearse(page) = &mut self.screen {
            let take = &mut page.take;
            take.prompt_text = self.look.prompt(&take.prompt, &take.prompt_text).to_owned();
            self.revision += 1;
        }
    }

    /// The process stood still: the clock did not run meanwhile.
    fn woke(&mut self) {
        if let Screen::Rehearse(page) = &mut self.screen
            && page.clock.runs()
        {
            page.clock.stop(self.seen);
            page.take.interrupted = true;
        }
    }

    fn done(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Saved(id) => self.saved(&id),
            Outcome::NotSaved { id, why } => self.not_saved(&id, why),
            Outcome::NoDraft(why) => self.tell_trouble(why),
            Outcome::History(history) => self.past.arrive(Ok(history)),
            Outcome::NoHistory(why) => self.past.arrive(Err(why)),
        }
    }

    fn tell_trouble(&mut self, why: String) {
        match &mut self.screen {
            Screen::Rehearse(page) => page.trouble = Some(why),
            _ => self.trouble = Some(why),
        }
    }

    /// The prompt that waits.
    fn prompt(&self) -> Option<&'static Prompt> {
        let prompts = &self.look.library.prompts;
        let id = self.desk.prompt.as_ref();
        prompts.iter().find(|prompt| Some(&prompt.id) == id)
    }
}

impl Program for App {
    fn update(&mut self, now: Now, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(event) => {
                if let Some(action) = keymap::action(self.places(), event) {
                    self.act(now, action);
                }
            }
            Input::Paste(text) => self.paste(now, text),
            Input::Resize(width, height) => self.area = Rect::new(0, 0, width, height),
            Input::Tick => {}
            Input::Woke(_) => self.woke(),
            Input::Done(outcome) => self.done(outcome),
        }
        self.seen = now.elapsed;
        if let Screen::Rehearse(page) = &mut self.screen {
            page.fit(&self.look, self.area);
        }
        std::mem::take(&mut self.effects)
    }

    fn view(&self, now: Now, frame: &mut Frame) {
        let area = frame.area();
        let (look, places) = (&self.look, self.places_below());
        let buf = frame.buffer_mut();
        if (area.width, area.height) < screen::SMALLEST || area.height < screen::SMALLEST.1 {
            return screen::too_small(look, area, buf);
        }
        let caret = match &self.screen {
            Screen::Home | Screen::Discard => {
                if let Some(prompt) = self.prompt() {
                    let home = Home {
                        prompt,
                        goal: self.desk.goal,
                        attempts: self.desk.attempts,
                        kept: self.kept.first(),
                        trouble: self.trouble.as_deref(),
                        places,
                    };
                    home.draw(look, area, buf);
                }
                None
            }
            Screen::Rehearse(page) => page.draw(look, places, now, area, buf),
            Screen::Review(review) => {
                review.draw(look, places, area, buf);
                None
            }
            Screen::History => self.past.draw(look, places, area, buf),
        };
        if let Some(help) = self.help {
            return help.draw(look, area, buf);
        }
        if let Some(caret) = caret {
            frame.set_cursor_position(caret);
        }
    }

    fn deadline(&self, now: Now) -> Option<Duration> {
        match &self.screen {
            Screen::Rehearse(page) => page.clock.next_second(now.elapsed),
            _ => None,
        }
    }

    fn draft(&self, now: Now) -> Option<(u64, Snapshot)> {
        match &self.screen {
            Screen::Rehearse(page) if !page.draft.is_empty() => {
                Some((self.revision, page.snapshot(now)))
            }
            _ => self.unsaved.clone(),
        }
    }

    fn draft_revision(&self) -> Option<u64> {
        match &self.screen {
            Screen::Rehearse(page) if !page.draft.is_empty() => Some(self.revision),
            _ => self.unsaved.as_ref().map(|(revision, _)| *revision),
        }
    }
}
