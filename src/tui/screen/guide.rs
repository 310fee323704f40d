//! The samples, the tips and the steps: a list, and the page that is opened from it. Knows the
//! library; what reads a telling is handed in.

mod leaf;
mod sample;
mod sides;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::review::marks::digit;
use super::{Look, Rows, TALL, footer, margins};
use crate::content::library::{Library, Sample, StepText, TipText};
use crate::engine::{Lang, Report};
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::{self, Place};
use crate::tui::widget::text;
use leaf::Leaf;
use sample::Told;

/// The widest list.
const WIDEST: u16 = 76;

/// Headings of the list.
const HEADINGS: usize = 3;

/// Reads a telling in its language.
type Read<'a> = &'a dyn Fn(&str, Lang) -> Report;

/// The list and what is opened from it.
#[derive(Debug, Default)]
pub(crate) struct Guide {
    /// Which entry is selected.
    chosen: usize,
    page: Option<Page>,
}

/// An opened entry.
#[derive(Debug)]
enum Page {
    Sample(Box<Told>),
    Leaf(Leaf),
}

/// What the list holds, in its order.
#[derive(Clone, Copy, Debug)]
enum Entry {
    Sample(&'static Sample),
    Tip(&'static TipText),
    Step(usize, &'static StepText),
}

fn entries(library: &'static Library) -> Vec<Entry> {
    let samples = library.samples.iter().map(Entry::Sample);
    let tips = library.tips.iter().map(Entry::Tip);
    let steps = (1..).zip(&library.steps);
    let steps = steps.map(|(number, step)| Entry::Step(number, step));
    samples.chain(tips).chain(steps).collect()
}

impl Guide {
    /// Whether a page lies over the list.
    pub(crate) const fn is_open(&self) -> bool {
        self.page.is_some()
    }

    /// The keys that hold.
    pub(crate) fn places(&self, area: Rect) -> &'static [Place] {
        match self.page {
            None => keymap::GUIDE,
            Some(Page::Leaf(_)) => keymap::LEAF,
            Some(Page::Sample(_)) if sides::both(area) => keymap::SAMPLE,
            Some(Page::Sample(_)) => keymap::ONE_SIDE,
        }
    }

    /// Selects, opens, turns, closes.
    pub(crate) fn update(&mut self, action: Action, look: &Look, area: Rect, read: Read) {
        let entries = entries(look.library);
        let last = entries.len().saturating_sub(1);
        match (&mut self.page, action) {
            (None, Action::Go) => self.open(&entries, read),
            (None, Action::Tip(tip)) => {
                let is_it = |entry: &Entry| matches!(entry, Entry::Tip(text) if text.tip == tip);
                if let Some(place) = entries.iter().position(is_it) {
                    self.chosen = place;
                    self.open(&entries, read);
                }
            }
            (None, Action::Move(motion)) => self.select(motion, last),
            (Some(_), Action::Back) => self.page = None,
            (Some(_), Action::Move(Motion::Right)) => {
                self.select(Motion::Down, last);
                self.open(&entries, read);
            }
            (Some(_), Action::Move(Motion::Left)) => {
                self.select(Motion::Up, last);
                self.open(&entries, read);
            }
            (Some(Page::Sample(told)), action) => told.update(action, look, area),
            (Some(Page::Leaf(leaf)), Action::Move(motion)) => leaf.turn(motion, look, area),
            _ => {}
        }
    }

    fn select(&mut self, motion: Motion, last: usize) {
        self.chosen = match motion {
            Motion::Up => self.chosen.saturating_sub(1),
            Motion::Down => self.chosen + 1,
            Motion::TextStart => 0,
            Motion::TextEnd => last,
            _ => self.chosen,
        }
        .min(last);
    }

    fn open(&mut self, entries: &[Entry], read: Read) {
        self.page = entries.get(self.chosen).map(|entry| match *entry {
            Entry::Sample(sample) => Page::Sample(Box::new(Told::new(sample, read))),
            Entry::Tip(tip) => Page::Leaf(Leaf::tip(tip)),
            Entry::Step(number, step) => Page::Leaf(Leaf::step(number, step)),
        });
    }

    /// Draws the screen.
    pub(crate) fn draw(&self, look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) {
        match &self.page {
            None => self.draw_list(look, places, area, buf),
            Some(Page::Leaf(leaf)) => leaf.draw(look, places, area, buf),
            Some(Page::Sample(told)) => told.draw(look, places, area, buf),
        }
    }

    fn draw_list(&self, look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) {
        let inner = text::column(margins(area), WIDEST);
        footer::draw(look, places, "", inner, buf);
        let list = Rect {
            height: inner
                .height
                .saturating_sub(1 + u16::from(area.height >= TALL)),
            ..inner
        };
        let entries = entries(look.library);
        let roomy = entries.len() + 2 * HEADINGS <= usize::from(list.height);
        let lines = lines(&entries, roomy);
        let chosen = Line::Entry(self.chosen);
        let chosen = lines.iter().position(|line| *line == chosen).unwrap_or(0);
        let height = usize::from(list.height);
        let hidden = lines.len().saturating_sub(height);
        let first = chosen.saturating_sub(height / 2).min(hidden);
        let mut rows = Rows { buf, left: list };
        for line in lines.iter().skip(first).take(height) {
            self.draw_line(look, &entries, *line, &mut rows);
        }
        text::scroll_marks(buf, list, look.theme.dim, first, lines.len());
    }

    fn draw_line(&self, look: &Look, entries: &[Entry], line: Line, rows: &mut Rows) {
        let words = &look.words.guide;
        let heading = match line {
            Line::Blank => return rows.skip(1),
            Line::Entry(place) => {
                let style = if place == self.chosen {
                    look.theme.focus
                } else {
                    look.theme.text
                };
                let title = title(look, entries[place]);
                return rows.row(&[("  ", look.theme.text), (&title, style)]);
            }
            Line::Samples => &words.samples,
            Line::Tips => &words.tips,
            Line::Steps => &words.steps,
        };
        rows.row(&[(heading, look.theme.strong)]);
    }
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Blank,
    Samples,
    Tips,
    Steps,
    /// The entry with this index.
    Entry(usize),
}

/// The rows of the list, with blank ones between its parts where there is room.
fn lines(entries: &[Entry], roomy: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut part = Line::Blank;
    for (place, entry) in entries.iter().enumerate() {
        let here = match entry {
            Entry::Sample(_) => Line::Samples,
            Entry::Tip(_) => Line::Tips,
            Entry::Step(..) => Line::Steps,
        };
        if part != here {
            if roomy && place > 0 {
                lines.push(Line::Blank);
            }
            lines.push(here);
            part = here;
        }
        lines.push(Line::Entry(place));
    }
    lines
}

fn title(look: &Look, entry: Entry) -> String {
    match entry {
        Entry::Sample(sample) => sample.title.get(look.lang).clone(),
        Entry::Tip(tip) => {
            let number = digit(tip.tip).map(String::from).unwrap_or_default();
            format!("{number} {}", tip.title.get(look.lang))
        }
        Entry::Step(number, step) => format!("{number} {}", step.title.get(look.lang)),
    }
}
