//! What tests of screens stand on: a small library, a fixed engine, a scripted keyboard, and a
//! screen as text.

mod answers;
mod sample;

use std::sync::LazyLock;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use unicode_segmentation::UnicodeSegmentation;

use super::app::{App, Setup};
use super::program::{Effect, Input, Outcome, Program};
use crate::content;
use crate::content::library::Library;
use crate::engine::Lang;
use crate::practice::compare::{self, partner};
use crate::practice::desk::Desk;
use crate::practice::due::Standing;
use crate::practice::event::{Link, Note, Silence};
use crate::practice::feedback::Feedback;
use crate::practice::guess::Guess;
use crate::practice::history::{Attempt, History};
use crate::practice::now::Now;
use crate::practice::record::Record;
use crate::practice::search::Wanted;
use crate::practice::story::{Story, Use};
use crate::settings::Settings;

pub(crate) use answers::{analyse, answer, calmer};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let library = toml::from_str(include_str!("fixture/library.toml"));
    let mut library: Library = library.expect("the fixture is a library");
    library.samples.push(sample::sample());
    let real = content::library();
    library.tips.clone_from(&real.tips);
    library.steps.clone_from(&real.steps);
    library.kinds.clone_from(&real.kinds);
    library
});

/// A library of few prompts and one sample, which holds still while the real one grows; what is said
/// about the tips is said in the real words.
pub(crate) fn library() -> &'static Library {
    &LIBRARY
}

/// The program as it starts for somebody who opens it for the first time.
pub(crate) fn setup(lang: Lang) -> Setup {
    let settings = Settings {
        lang,
        zone: Some("Asia/Shanghai".to_owned()),
        ..Settings::default()
    };
    Setup {
        library: library(),
        analyse,
        seed: Some(1),
        ..Setup::new(settings, Desk::default())
    }
}

/// A person at the keyboard. The world does at once what the program asks for.
pub(crate) struct Person {
    pub(crate) app: App,
    pub(crate) now: Now,
    pub(crate) size: (u16, u16),
    /// Everything that was asked for so far.
    pub(crate) effects: Vec<Effect>,
    /// Everything that was saved so far.
    pub(crate) saved: Vec<Record>,
    /// The notes on it.
    pub(crate) notes: Vec<Note>,
    /// What does not count in it.
    pub(crate) silences: Vec<Silence>,
    /// What was guessed of it.
    pub(crate) guesses: Vec<Guess>,
    /// The story bank; `None` is a file that is broken.
    pub(crate) stories: Option<Vec<Story>>,
    /// Which attempts tell which story, said later.
    pub(crate) links: Vec<Link>,
    /// What people who listened say.
    pub(crate) feedback: Vec<Feedback>,
    /// What saving answers with.
    pub(crate) disk: Disk,
}

/// How saving goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Disk {
    Works,
    Full,
    Silent,
}

impl Person {
    /// Sits down before a screen of this size.
    pub(crate) fn new(setup: Setup, size: (u16, u16)) -> Self {
        let mut person = Self {
            app: App::new(setup),
            now: Now {
                elapsed: Duration::from_secs(5),
                passed: Duration::from_secs(5),
                wall: "2026-11-24T08:30:00+08:00".parse().expect("a moment"),
            },
            size,
            effects: Vec::new(),
            saved: Vec::new(),
            notes: Vec::new(),
            silences: Vec::new(),
            stories: Some(Vec::new()),
            links: Vec::new(),
            feedback: Vec::new(),
            guesses: Vec::new(),
            disk: Disk::Works,
        };
        person.input(Input::Resize(size.0, size.1));
        person
    }

    /// Gives one input and does what is asked for.
    pub(crate) fn input(&mut self, input: Input) {
        let effects = self.app.update(self.now, input);
        for effect in effects {
            self.effects.push(effect.clone());
            if let Some(outcome) = self.perform(effect) {
                self.input(Input::Done(outcome));
            }
        }
    }

    /// Pastes with brackets.
    pub(crate) fn pastes(&mut self, text: &str) {
        self.input(Input::Paste {
            text: text.to_owned(),
            missed: 0,
        });
    }

    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        match (effect, self.disk) {
            (Effect::Append(record), Disk::Works) => {
                let id = record.id.clone();
                self.saved.push(*record);
                Some(Outcome::Saved(id))
            }
            (Effect::Append(record), Disk::Full) => Some(Outcome::NotSaved {
                id: record.id,
                why: "the disk is full; free some room".to_owned(),
            }),
            (Effect::LoadHistory, _) => Some(self.history()),
            (Effect::OpenAttempt(id), _) => {
                let record = self.saved.iter().find(|record| record.id == id)?;
                Some(Outcome::Opened(Box::new(record.clone())))
            }
            (Effect::FindPair(id), _) => Some(self.pair(&id)),
            (Effect::Search(text), _) => {
                let wanted = Wanted::new(&text);
                let holds = |record: &&Record| wanted.is_in(&record.answer);
                let ids = self
                    .saved
                    .iter()
                    .filter(holds)
                    .map(|record| record.id.clone());
                let ids = ids.collect();
                Some(Outcome::Found { text, ids })
            }
            (Effect::FindDue, _) => self.standing(),
            (
                Effect::AddNote(_)
                | Effect::Delete(_)
                | Effect::Silence(_)
                | Effect::Speak(_)
                | Effect::SaveStory(_)
                | Effect::DeleteStory { .. },
                Disk::Full,
            ) => Some(Outcome::Refused(
                "the disk is full; free some room".to_owned(),
            )),
            (Effect::AddNote(note), _) => {
                self.notes.push(*note);
                Some(self.history())
            }
            (Effect::Silence(event), _) => {
                self.silences.push((*event).clone());
                Some(Outcome::Silenced(event))
            }
            (Effect::Guess(guess), _) => {
                self.guesses.push((*guess).clone());
                Some(Outcome::Guessed(guess))
            }
            (Effect::Delete(mark), _) => {
                self.saved.retain(|record| record.id != mark.of);
                Some(Outcome::Deleted {
                    id: mark.of,
                    backups: 1,
                })
            }
            (effect, _) => self.on_bank(effect),
        }
    }

    fn pair(&self, id: &str) -> Outcome {
        let attempts: Vec<Attempt> = self.saved.iter().map(Attempt::from).collect();
        let read = |id: &str| self.saved.iter().find(|record| record.id == id).cloned();
        let Some(other) = partner(&attempts, id).and_then(|other| read(&other.id)) else {
            return Outcome::Alone;
        };
        let mut takes = [other, read(id).expect("it was found")];
        takes.sort_by(|a, b| a.id.cmp(&b.id));
        Outcome::Pair(Box::new(takes))
    }

    fn earlier(&self, of: String) -> Option<Outcome> {
        let history = self.past();
        let id = &compare::earlier(&history.attempts, &of)?.id;
        let record = self.saved.iter().find(|record| record.id == *id)?;
        let record = Box::new(record.clone());
        Some(Outcome::Earlier { of, record })
    }

    /// What is asked of the bank and the like.
    fn on_bank(&mut self, effect: Effect) -> Option<Outcome> {
        match effect {
            Effect::SaveStory(story) => {
                let stories = self.stories.as_mut()?;
                stories.retain(|known| known.id != story.id);
                stories.push(*story);
                None
            }
            Effect::DeleteStory { id, .. } => {
                self.stories.as_mut()?.retain(|story| story.id != id);
                Some(Outcome::StoryGone(Some(
                    "stories-20261124T003000Z.toml".into(),
                )))
            }
            Effect::FindEarlier(of) => self.earlier(of),
            Effect::Speak(spoken) => Some(Outcome::Spoken(spoken)),
            Effect::Link(link) => {
                self.links.push((*link).clone());
                Some(Outcome::Linked(link))
            }
            Effect::LoadStories => Some(self.bank()),
            Effect::LoadBank => self.stories.clone().map(Outcome::Bank),
            _ => None,
        }
    }

    fn bank(&self) -> Outcome {
        let Some(stories) = &self.stories else {
            let why =
                "stories.toml:6:1: unknown field `titel`; mend this line; nothing was changed";
            return Outcome::NoStories(why.to_owned());
        };
        let history = self.past();
        let told = |story: &Story| (story.clone(), Use::of(&history, &story.id));
        Outcome::Stories(stories.iter().map(told).collect())
    }

    fn standing(&self) -> Option<Outcome> {
        let Outcome::History(history) = self.history() else {
            return None;
        };
        Some(Outcome::Standing(Box::new(Standing::of(&history))))
    }

    fn history(&self) -> Outcome {
        Outcome::History(Box::new(self.past()))
    }

    fn past(&self) -> History {
        let mut history = History {
            attempts: self.saved.iter().map(Attempt::from).collect(),
            notes: self.notes.clone(),
            silences: self.silences.clone(),
            links: self.links.clone(),
            feedback: self.feedback.clone(),
            guesses: self.guesses.clone(),
            unread: 1,
            ..History::default()
        };
        history.settle();
        history
    }

    /// Types. `<Enter>`, `<C-d>`, `<A-b>`, `<F4>` and the like are keys, `<41s>` is a pause, all
    /// else is text; every key takes 200 ms.
    pub(crate) fn types(&mut self, script: &str) {
        let mut rest = script;
        while let Some(c) = rest.chars().next() {
            let end = rest.find('>').filter(|_| c == '<');
            match end.map(|end| &rest[1..end]) {
                Some(name) => match seconds(name) {
                    Some(time) => self.waits(time),
                    None => self.presses(named(name)),
                },
                None => self.presses(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)),
            }
            rest = &rest[end.map_or(c.len_utf8(), |end| end + 1)..];
        }
    }

    /// [`Person::types`] for a long text: all but its first letter is one input.
    pub(crate) fn writes(&mut self, text: &str) {
        let mut chars = text.chars();
        let first = chars.next().expect("something is written");
        self.presses(KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE));
        let keys = u32::try_from(chars.clone().count()).expect("a text of a person");
        self.waits(Duration::from_millis(200) * keys);
        self.input(Input::Text(chars.collect()));
    }

    fn presses(&mut self, key: KeyEvent) {
        self.waits(Duration::from_millis(200));
        self.input(Input::Key(key));
    }

    /// Lets time pass.
    pub(crate) fn waits(&mut self, time: Duration) {
        self.now.elapsed += time;
        self.now.wall += time;
    }

    /// The screen as cells, and where the caret stands.
    pub(crate) fn sees(&self) -> (Buffer, Option<Position>) {
        let backend = TestBackend::new(self.size.0, self.size.1);
        let mut terminal = Terminal::new(backend).expect("a test terminal");
        let draw = |frame: &mut ratatui::Frame| self.app.view(self.now, frame);
        let buffer = terminal.draw(draw).expect("a frame").buffer.clone();
        let visible = terminal.backend().cursor_visible();
        let caret = terminal.get_cursor_position().expect("a caret");
        (buffer, visible.then_some(caret))
    }

    /// The screen as text.
    pub(crate) fn reads(&self) -> String {
        lines(&self.sees().0).join("\n")
    }
}

fn seconds(name: &str) -> Option<Duration> {
    name.strip_suffix('s')?
        .parse()
        .ok()
        .map(Duration::from_secs)
}

fn named(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("C", name)) => (KeyModifiers::CONTROL, name),
        Some(("A", name)) => (KeyModifiers::ALT, name),
        _ => (KeyModifiers::NONE, name),
    };
    let mut chars = name.chars();
    let code = match (name, chars.next(), chars.next()) {
        ("Enter", ..) => KeyCode::Enter,
        ("Esc", ..) => KeyCode::Esc,
        ("Tab", ..) => KeyCode::Tab,
        ("BackTab", ..) => KeyCode::BackTab,
        ("Up", ..) => KeyCode::Up,
        ("Down", ..) => KeyCode::Down,
        ("Left", ..) => KeyCode::Left,
        ("Right", ..) => KeyCode::Right,
        ("Home", ..) => KeyCode::Home,
        ("End", ..) => KeyCode::End,
        ("PgUp", ..) => KeyCode::PageUp,
        ("PgDn", ..) => KeyCode::PageDown,
        ("BS", ..) => KeyCode::Backspace,
        (_, Some(c), None) => KeyCode::Char(c),
        (_, Some('F'), _) => KeyCode::F(name[1..].parse().expect("a number")),
        _ => panic!("no key is called {name}"),
    };
    KeyEvent::new(code, modifiers)
}

/// The rows of a buffer as text, without the cells that wide characters cover.
pub(crate) fn lines(buf: &Buffer) -> Vec<String> {
    let row = |y: u16| {
        let mut out = String::new();
        let mut x = buf.area.x;
        while x < buf.area.right() {
            let symbol = buf[(x, y)].symbol();
            out.push_str(symbol);
            let cells: u16 = symbol.graphemes(true).map(crate::wrap::cells).sum();
            x += cells.max(1);
        }
        out.trim_end().to_owned()
    };
    (buf.area.y..buf.area.bottom()).map(row).collect()
}
