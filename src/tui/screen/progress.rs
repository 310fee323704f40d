//! How practice goes: weeks, the tips over time, lengths, guesses, by language, prompt and story.
//! Knows attempts; knows nothing of files.

mod draw;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Look, ROOMY, footer, margins};
use crate::content::say;
use crate::content::words::fill;
use crate::practice::history::History;
use crate::practice::progress::habit::{Habit, habit};
use crate::practice::progress::{Progress, Slice, slices};
use crate::practice::story::Story;
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::widget::text;

/// The widest page.
const WIDEST: u16 = 140;

/// The page, and which attempts it looks at.
#[derive(Debug)]
pub(crate) struct Page {
    load: Load,
    today: String,
    /// The first row that is shown.
    scroll: usize,
}

/// How far the reading is.
#[derive(Debug)]
enum Load {
    Waiting,
    Here(Box<Seen>),
    Failed(String),
}

/// What is looked at.
#[derive(Debug)]
struct Seen {
    history: History,
    bank: Vec<Story>,
    habit: Habit,
    slices: Vec<Slice>,
    chosen: usize,
    progress: Progress,
}

impl Page {
    /// A page that waits for the history.
    pub(crate) const fn waiting(today: String) -> Self {
        Self {
            load: Load::Waiting,
            today,
            scroll: 0,
        }
    }

    /// The history is here, or the reason why it is not.
    pub(crate) fn arrive(&mut self, history: Result<Box<History>, String>, bank: &[Story]) {
        self.load = match history {
            Ok(history) => Load::Here(Box::new(Seen::new(*history, bank, &self.today))),
            Err(why) => Load::Failed(why),
        };
    }

    /// Looks at other attempts, or at other rows.
    pub(crate) fn update(&mut self, action: Action, look: &Look, area: Rect) {
        let Load::Here(seen) = &mut self.load else {
            return;
        };
        let before = seen.chosen;
        match action {
            Action::Move(Motion::Right) => seen.turn(1),
            Action::Move(Motion::Left) => seen.turn(seen.slices.len() - 1),
            Action::OtherSide => seen.turn_to_next_kind(),
            Action::Move(motion) => {
                let room = usize::from(body(area).height);
                let last = seen.height(look, body(area)).saturating_sub(room);
                self.scroll = scrolled(self.scroll, motion, room, last);
            }
            _ => {}
        }
        if seen.chosen != before {
            seen.progress = Progress::of(&seen.history, &seen.slices[seen.chosen], &self.today);
            self.scroll = 0;
        }
    }

    /// Draws the screen.
    pub(crate) fn draw(&self, look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) {
        let inner = text::column(margins(area), WIDEST);
        footer::draw(look, places, "", inner, buf);
        let (words, theme) = (&look.words, &look.theme);
        let title = &words.progress.title;
        let below = text::below(inner, 1);
        let told = match &self.load {
            Load::Waiting => &words.history.loading,
            Load::Failed(why) => &fill(&words.history.failed, &[why]),
            Load::Here(seen) => {
                seen.draw_title(look, inner, buf);
                return seen.draw(look, self.scroll, body(area), buf);
            }
        };
        text::row(buf, inner, &[(title, theme.strong)]);
        text::paragraph(buf, below, told, theme.dim);
    }
}

impl Seen {
    fn new(history: History, bank: &[Story], today: &str) -> Self {
        let days = history.attempts.iter().map(|attempt| attempt.day.as_str());
        Self {
            habit: habit(days, today),
            slices: slices(&history),
            chosen: 0,
            bank: bank.to_vec(),
            progress: Progress::of(&history, &Slice::All, today),
            history,
        }
    }

    /// Which attempts these are, and how many.
    fn draw_title(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (words, theme) = (look.words, &look.theme);
        let counts = if area.width < ROOMY || self.progress.attempts == 0 {
            String::new()
        } else {
            say::progress::counts(words, &self.progress)
        };
        let used = u16::try_from(crate::wrap::width(&counts)).unwrap_or(u16::MAX);
        text::row_right(buf, area, &[(&counts, theme.dim)]);
        let left = Rect {
            width: area.width.saturating_sub(used.saturating_add(2)),
            ..area
        };
        let name = say::progress::slice(words, look.library, &self.bank, look.lang, &self.progress);
        let mut pieces = vec![
            (words.progress.title.as_str(), theme.strong),
            (say::DOT, theme.dim),
        ];
        let [at, of] = [self.chosen + 1, self.slices.len()].map(|number| number.to_string());
        let place = format!("{} ", fill(&words.review.nth, &[&at, &of]));
        if self.slices.len() > 1 {
            pieces.push((&place, theme.dim));
        }
        pieces.push((&name, theme.strong));
        text::row(buf, left, &pieces);
    }
    fn turn(&mut self, steps: usize) {
        self.chosen = (self.chosen + steps) % self.slices.len();
    }

    /// From all to the languages, the prompts, the stories, and round.
    fn turn_to_next_kind(&mut self) {
        let kind = self.slices[self.chosen].kind();
        let next = self.slices.iter().position(|slice| slice.kind() > kind);
        self.chosen = next.unwrap_or(0);
    }
}

/// Where the page stands between its title and the keys.
fn body(area: Rect) -> Rect {
    let inner = text::column(margins(area), WIDEST);
    let below = text::below(inner, 1);
    Rect {
        height: below.height.saturating_sub(1),
        ..below
    }
}

fn scrolled(from: usize, motion: Motion, room: usize, last: usize) -> usize {
    let page = room.saturating_sub(1).max(1);
    match motion {
        Motion::Up => from.saturating_sub(1),
        Motion::Down => from + 1,
        Motion::PageUp => from.saturating_sub(page),
        Motion::PageDown => from + page,
        Motion::TextStart => 0,
        Motion::TextEnd => last,
        _ => from,
    }
    .min(last)
}
