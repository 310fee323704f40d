//! The program without a terminal: which screen is shown, what a key does there, and what the world
//! is asked for. Knows screens and the practice core; knows no files and reads no clock.

mod aloud;
mod flow;
mod keys;
mod mock;
mod pair;
mod prepare;
mod progress;
mod quiet;
mod setup;
mod stories;
#[cfg(test)]
mod tests;
mod text;

use std::time::Duration;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::program::{Effect, Input, Outcome, Program};
use super::screen::aloud::Aloud;
use super::screen::compare::Compare;
use super::screen::guide::Guide;
use super::screen::help::Help;
use super::screen::history::Past;
use super::screen::home::Home;
use super::screen::mock::{Answers, Brief};
use super::screen::prepare::Prepare;
use super::screen::progress::Page;
use super::screen::rehearse::Rehearse;
use super::screen::review::{Review, Saved};
use super::screen::stories::Stories;
use super::screen::{self, Clocks, Look};
use super::theme::Theme;
use super::{glyphs, keymap};
use crate::content::words;
use crate::content::words::fill;
use crate::engine::Rate;
use crate::practice::day::local_day;
use crate::practice::desk::Desk;
use crate::practice::due::Standing;
use crate::practice::now::Now;
use crate::practice::prepare::Plan;
use crate::practice::prompt::Prompt;
use crate::practice::record::Record;
use crate::practice::rehearsal::Snapshot;
use crate::practice::sitting::Sitting;
use crate::practice::story::Story;
use crate::practice::voice::Pace;
use crate::practice::week;
use crate::settings::{Settings, Shade};

pub use setup::{Analyse, Screening, Setup};

/// A terminal that says what its background is does so within this time.
const SOON: Duration = Duration::from_millis(150);

/// The program.
#[derive(Debug)]
pub struct App {
    settings: Settings,
    /// How fast this person speaks, as they have set it.
    set: Rate,
    analyse: Analyse,
    screening: Screening,
    look: Look,
    area: Rect,
    screen: Screen,
    sitting: Sitting,
    desk: Desk,
    /// What the rule of what is due asks of the history, once that is known.
    standing: Option<Standing>,
    /// The story that is being prepared.
    plan: Plan,
    /// The stories of the bank, as they were read last.
    bank: Vec<Story>,
    /// Unfinished answers, the latest first.
    kept: Vec<Snapshot>,
    /// Finished answers whose records are not on disk yet, the latest last.
    unsaved: Vec<Unsaved>,
    /// Grows with every change of what must survive.
    revision: u64,
    /// When the last input came.
    seen: Duration,
    /// What could not be done, and the cure.
    trouble: Option<String>,
    past: Past,
    /// The mock that is over, while its answers are looked at.
    answers: Option<Answers>,
    /// Whether an attempt was deleted and the history is being read anew.
    erasing: bool,
    help: Option<Help>,
    effects: Vec<Effect>,
}

/// What is shown.
#[derive(Debug)]
enum Screen {
    Home,
    /// Home, asking whether to throw the unfinished answer away.
    Discard,
    Prepare(Box<Prepare>),
    Brief(Brief),
    Rehearse(Box<Rehearse>),
    /// The answers of a mock.
    Answers,
    Review(Box<Review>),
    Aloud(Box<Aloud>),
    Compare(Box<Compare>),
    Guide(Box<Guide>),
    Progress(Box<Page>),
    Stories(Box<Stories>),
    History,
}

/// A finished answer on its way to the disk.
#[derive(Debug)]
struct Unsaved {
    record: Box<Record>,
    /// What must survive until then.
    snapshot: Snapshot,
    revision: u64,
    /// Whether it was refused, and has to be asked for again.
    refused: bool,
}

impl App {
    /// The program on its first screen.
    pub fn new(setup: Setup) -> Self {
        let seed = setup.seed.unwrap_or_else(rand::random);
        let words = words(setup.settings.lang);
        let pack = setup.pack_fault.as_ref();
        let trouble = match (&setup.plan, pack) {
            (Err(why), _) => Some(fill(&words.home.no_plan, &[why])),
            (_, Some(fault)) => Some(fill(&words.home.pack, &[fault])),
            _ => None,
        };
        let mut app = Self {
            look: Look {
                lang: setup.settings.lang,
                words,
                library: setup.library,
                theme: Theme::new(&setup.settings),
                keys: keymap::rebind(&setup.settings.keys).0,
                pace: Pace::new(setup.settings.rate, &setup.desk.voice),
                clocks: Clocks::Shown,
            },
            set: setup.settings.rate,
            settings: setup.settings,
            analyse: setup.analyse,
            screening: setup.screen,
            area: Rect::default(),
            screen: Screen::Home,
            sitting: Sitting::new(seed),
            desk: setup.desk,
            standing: None,
            plan: setup.plan.unwrap_or_default(),
            bank: Vec::new(),
            kept: setup.orphans,
            unsaved: Vec::new(),
            revision: 0,
            seen: Duration::ZERO,
            trouble,
            past: Past::waiting(),
            answers: None,
            erasing: false,
            help: None,
            effects: vec![Effect::LoadBank, Effect::FindDue],
        };
        app.take_pace();
        app.lay_prompt(setup.prompt);
        if let Some(questions) = setup.mock {
            app.brief(questions);
        }
        app
    }

    /// The process stood still: the clock did not run meanwhile.
    fn woke(&mut self) {
        if let Screen::Rehearse(page) = &mut self.screen
            && page.clock.runs()
        {
            page.clock.stop(self.seen);
            page.take.interrupted = true;
        }
        if let Screen::Aloud(aloud) = &mut self.screen {
            aloud.drop_run(&self.look);
        }
    }

    /// The terminal has said what its background is. Later than that nothing changes under the eyes
    /// of a person.
    fn see(&mut self, now: Now, shade: Shade) {
        if now.elapsed <= SOON && self.settings.wants_shade() {
            self.settings.shade = Some(shade);
            self.look.theme = Theme::new(&self.settings);
        }
    }

    fn draw(&self, now: Now, frame: &mut Frame) {
        let area = frame.area();
        let (look, places) = (&self.look, self.places_below());
        let buf = frame.buffer_mut();
        if area.width < screen::SMALLEST.0 || area.height < screen::SMALLEST.1 {
            return screen::too_small(look, area, buf);
        }
        let caret = match &self.screen {
            Screen::Home | Screen::Discard => {
                self.draw_home(now, area, buf);
                None
            }
            Screen::Prepare(page) => page.draw(look, places, area, buf),
            Screen::Brief(brief) => {
                brief.draw(look, self.mock_limit(), places, area, buf);
                None
            }
            Screen::Rehearse(page) => page.draw(look, places, now, area, buf),
            Screen::Answers => {
                if let Some(answers) = &self.answers {
                    answers.draw(look, self.trouble.as_deref(), places, area, buf);
                }
                None
            }
            Screen::Review(review) => review.draw(look, places, area, buf),
            Screen::Aloud(aloud) => {
                aloud.draw(look, &self.desk.voice, now.elapsed, places, area, buf);
                None
            }
            Screen::Compare(compare) => {
                compare.draw(look, places, area, buf);
                None
            }
            Screen::Guide(guide) => {
                guide.draw(look, places, area, buf);
                None
            }
            Screen::Progress(page) => {
                page.draw(look, places, area, buf);
                None
            }
            Screen::Stories(page) => page.draw(look, places, area, buf),
            Screen::History => self.past.draw(look, places, area, buf),
        };
        if let Some(help) = self.help {
            return help.draw(look, area, buf);
        }
        if let Some(caret) = caret {
            frame.set_cursor_position(caret);
        }
    }

    fn draw_home(&self, now: Now, area: Rect, buf: &mut Buffer) {
        let (look, places) = (&self.look, self.places_below());
        if let Some(prompt) = self.prompt() {
            let today = local_day(now.wall, self.settings.day_start);
            let due = self.due(&today);
            let home = Home {
                prompt,
                goal: self.desk.goal,
                attempts: self.desk.attempts,
                due: due.as_deref(),
                week: &week::until(&today, &self.desk.days),
                kept: self.kept.first(),
                trouble: self.trouble.as_deref(),
                now,
                places,
            };
            home.draw(look, area, buf);
        }
    }

    fn done(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Saved(id) => self.saved(&id, Saved::Yes),
            Outcome::SavedBeside(id) => self.saved(&id, Saved::Beside),
            Outcome::NotSaved { id, why } => self.not_saved(&id, why),
            Outcome::NoDraft(why) => {
                let trouble = fill(&self.look.words.home.not_kept, &[&why]);
                self.tell_trouble(trouble);
            }
            Outcome::History(history) => self.read(history),
            Outcome::Standing(standing) => self.standing = Some(*standing),
            Outcome::Opened(record) => self.show_past(*record),
            Outcome::Pair(takes) => self.show_pair(*takes),
            Outcome::Guessed(guess) => self.guessed(&guess),
            Outcome::Spoken(spoken) => self.spoken(&spoken),
            Outcome::Silenced(event) => self.silenced(&event),
            Outcome::Stories(all) => self.stories_read(Ok(all)),
            Outcome::Bank(bank) => self.bank_read(bank),
            Outcome::NoStories(why) => self.stories_read(Err(why)),
            Outcome::StoryGone(before) => self.story_gone(before.as_deref()),
            Outcome::Linked(link) => self.linked(&link),
            Outcome::Earlier { of, record } => self.show_before(&of, &record),
            Outcome::Alone => self.tell(self.look.words.compare.alone.clone()),
            Outcome::Found { text, ids } => {
                self.past.find(&text, ids);
                self.search();
            }
            Outcome::Deleted { id, backups } => self.erased(&id, backups),
            Outcome::Refused(why) => self.tell(why),
            Outcome::NoHistory(why) => self.not_read(why),
        }
    }

    /// Says on the present screen what came of a question to the disk.
    fn tell(&mut self, what: String) {
        match &mut self.screen {
            Screen::Review(review) => review.notice = Some(what),
            Screen::Aloud(aloud) => aloud.notice = Some(what),
            Screen::Answers => self.trouble = Some(what),
            Screen::Stories(page) => page.notice = Some(what),
            _ => self.past.notice = Some(what),
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
            Input::Key(event) => self.press(now, event),
            Input::Text(text) => self.type_in(now, &text),
            Input::Paste { text, missed } => self.paste(now, &text, missed),
            Input::Resize(width, height) => self.area = Rect::new(0, 0, width, height),
            Input::Background(shade) => self.see(now, shade),
            Input::Tick => {}
            Input::Woke(_) => self.woke(),
            Input::Edited(edited) => self.edited(now, edited),
            Input::Done(outcome) => self.done(outcome),
        }
        self.seen = now.elapsed;
        if let Screen::Rehearse(page) = &mut self.screen {
            page.fit(&self.look, self.area);
        }
        std::mem::take(&mut self.effects)
    }

    fn view(&self, now: Now, frame: &mut Frame) {
        self.draw(now, frame);
        glyphs::substitute(frame.buffer_mut(), &self.settings);
    }

    fn deadline(&self, now: Now) -> Option<Duration> {
        match &self.screen {
            Screen::Rehearse(page) if self.look.clocks == Clocks::Shown => {
                page.clock.next_second(now.elapsed)
            }
            Screen::Aloud(aloud) => aloud.next_second(now.elapsed),
            _ => None,
        }
    }

    fn draft(&self, now: Now) -> Option<(u64, Snapshot)> {
        match &self.screen {
            Screen::Rehearse(page) if !page.draft.is_empty() => {
                Some((self.revision, page.snapshot(now)))
            }
            _ => {
                let unsaved = self.unsaved.last()?;
                Some((unsaved.revision, unsaved.snapshot.clone()))
            }
        }
    }

    fn draft_revision(&self) -> Option<u64> {
        match &self.screen {
            Screen::Rehearse(page) if !page.draft.is_empty() => Some(self.revision),
            _ => self.unsaved.last().map(|unsaved| unsaved.revision),
        }
    }
}
