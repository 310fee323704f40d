//! Bytes from a terminal, whatever they are: in pieces they mean the same, and the program takes
//! them at every size.

use std::collections::HashSet;
use std::time::Duration;

use crossterm::event::KeyCode;
use failwell::engine::Lang;
use failwell::practice::desk::Desk;
use failwell::practice::history::{Attempt, History};
use failwell::practice::now::Now;
use failwell::practice::record::Record;
use failwell::settings::Settings;
use failwell::tui::app::{App, Setup};
use failwell::tui::input::decode;
use failwell::tui::program::{Effect, Input, Outcome, Program};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::cell::is_harmless;

/// Reads `bytes` whole and in pieces of `length`, and gives them to the program on a screen of this
/// size.
pub fn keys_are_safe(bytes: &[u8], length: usize, size: (u16, u16)) {
    let whole = decode([bytes]);
    let pieces = decode(bytes.chunks(length.max(1)));
    assert_eq!(one_by_one(&whole), one_by_one(&pieces));
    let mut desk = Person::new(size);
    for input in whole {
        desk.gives(input);
    }
    desk.looks();
}

/// What came in, one entry a character: a burst may be cut anywhere.
fn one_by_one(inputs: &[Input]) -> Vec<String> {
    let mut all = Vec::new();
    for input in inputs {
        match input {
            Input::Key(key) => match key.code {
                KeyCode::Char(c) if key.modifiers.is_empty() => all.push(c.to_string()),
                KeyCode::Enter if key.modifiers.is_empty() => all.push("\n".to_owned()),
                _ => all.push(format!("{key:?}")),
            },
            Input::Text(text) => all.extend(text.chars().map(String::from)),
            other => all.push(format!("{other:?}")),
        }
    }
    all
}

/// Somebody at the keyboard, and a world that does what is asked, or refuses every third attempt.
struct Person {
    app: App,
    now: Now,
    screen: Terminal<TestBackend>,
    drafted: HashSet<String>,
    saved: Vec<Record>,
    asked: usize,
}

impl Person {
    fn new((width, height): (u16, u16)) -> Self {
        let settings = Settings {
            lang: if width.is_multiple_of(2) {
                Lang::En
            } else {
                Lang::Zh
            },
            ..Settings::default()
        };
        let app = App::new(Setup {
            seed: Some(1),
            ..Setup::new(settings, Desk::default())
        });
        let wall = "2026-11-24T08:30:00+08:00".parse();
        let mut person = Self {
            app,
            now: Now {
                elapsed: Duration::from_secs(5),
                passed: Duration::from_secs(5),
                wall: wall.expect("a moment"),
            },
            screen: Terminal::new(TestBackend::new(width, height)).expect("a screen"),
            drafted: HashSet::new(),
            saved: Vec::new(),
            asked: 0,
        };
        person.gives(Input::Resize(width, height));
        person
    }

    /// One input, and what the program asks for because of it.
    fn gives(&mut self, input: Input) {
        let time = Duration::from_millis(200);
        self.now.elapsed += time;
        self.now.passed += time;
        self.now.wall += time;
        for effect in self.app.update(self.now, input) {
            if let Some(outcome) = self.does(effect) {
                self.gives(Input::Done(outcome));
            }
        }
        let draft = self.app.draft(self.now);
        let revision = draft.as_ref().map(|(revision, _)| *revision);
        assert_eq!(revision, self.app.draft_revision());
        self.drafted.extend(draft.map(|(_, draft)| draft.id));
    }

    fn does(&mut self, effect: Effect) -> Option<Outcome> {
        match effect {
            Effect::Append(record) => {
                assert!(self.drafted.contains(&record.id), "a draft comes first");
                assert!(!record.answer.trim().is_empty());
                self.asked += 1;
                let id = record.id.clone();
                if self.asked.is_multiple_of(3) {
                    let why = "no room".to_owned();
                    return Some(Outcome::NotSaved { id, why });
                }
                self.saved.push(*record);
                Some(Outcome::Saved(id))
            }
            Effect::SaveDraft(draft) => {
                self.drafted.insert(draft.id);
                None
            }
            Effect::LoadHistory => {
                let mut history = History {
                    attempts: self.saved.iter().map(Attempt::from).collect(),
                    ..History::default()
                };
                history.settle();
                Some(Outcome::History(Box::new(history)))
            }
            Effect::OpenAttempt(id) => {
                let record = self.saved.iter().find(|record| record.id == id)?;
                Some(Outcome::Opened(Box::new(record.clone())))
            }
            _ => None,
        }
    }

    /// Draws, and looks at every cell.
    fn looks(&mut self) {
        let (app, now) = (&self.app, self.now);
        let drawn = self.screen.draw(|frame| app.view(now, frame));
        for cell in drawn.expect("a frame").buffer.content() {
            is_harmless(cell.symbol(), &[]);
        }
    }
}
