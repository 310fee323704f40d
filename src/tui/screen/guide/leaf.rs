//! A short page: a tip with its two sentences, or a step. Knows their words; scrolls where there
//! is little room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Entry, WIDEST, title};
use crate::content::library::{StepText, TipText};
use crate::content::words::fill;
use crate::engine::Verdict;
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::say;
use crate::tui::screen::{Look, Rows, TALL, footer, margins};
use crate::tui::widget::text;
use crate::wrap;

/// A page and how far down it is read.
#[derive(Debug)]
pub(super) struct Leaf {
    entry: Entry,
    scroll: usize,
}

impl Leaf {
    pub(super) const fn tip(tip: &'static TipText) -> Self {
        Self {
            entry: Entry::Tip(tip),
            scroll: 0,
        }
    }

    pub(super) const fn step(number: usize, step: &'static StepText) -> Self {
        Self {
            entry: Entry::Step(number, step),
            scroll: 0,
        }
    }

    pub(super) fn turn(&mut self, motion: Motion, look: &Look, area: Rect) {
        let body = body(area);
        let hidden = self.rows(look, body.width).len();
        let hidden = hidden.saturating_sub(body.height.into());
        self.scroll = scrolled(self.scroll, motion, body.height).min(hidden);
    }

    pub(super) fn draw(&self, look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) {
        footer::draw(look, places, "", text::column(margins(area), WIDEST), buf);
        let body = body(area);
        let lines = self.rows(look, body.width);
        let scroll = self
            .scroll
            .min(lines.len().saturating_sub(body.height.into()));
        let mut rows = Rows { buf, left: body };
        for (line, style) in lines.iter().skip(scroll).take(body.height.into()) {
            rows.row(&[(line, *style)]);
        }
        let margin = Rect {
            width: body.width + 2,
            ..body
        };
        text::scroll_marks(buf, margin, look.theme.dim, scroll, lines.len());
    }

    /// The page, wrapped.
    fn rows(&self, look: &Look, width: u16) -> Vec<(String, Style)> {
        let mut rows = Vec::new();
        for (paragraph, style) in self.paragraphs(look) {
            if !rows.is_empty() {
                rows.push((String::new(), style));
            }
            let wrapped = wrap::wrap(&paragraph, width).into_iter();
            rows.extend(wrapped.map(|row| (paragraph[row].trim_end().to_owned(), style)));
        }
        rows
    }

    fn paragraphs(&self, look: &Look) -> Vec<(String, Style)> {
        let theme = &look.theme;
        let heading = (title(look, self.entry), theme.strong);
        match self.entry {
            Entry::Tip(tip) => {
                let cli = &look.words.cli;
                let told = |verdict, name: &str, told: &String| {
                    format!("{} {}", say::shape(verdict), fill(name, &[told]))
                };
                let weak = told(Verdict::Work, &cli.weak, tip.weak.get(look.lang));
                let strong = told(Verdict::Kept, &cli.strong, tip.strong.get(look.lang));
                let why = tip.why.get(look.lang).clone();
                vec![
                    heading,
                    (why, theme.text),
                    (weak, theme.text),
                    (strong, theme.text),
                ]
            }
            Entry::Step(_, step) => vec![heading, (step.text.get(look.lang).clone(), theme.text)],
            Entry::Sample(_) => vec![heading],
        }
    }
}

/// How far down after a motion; the end is the care of who knows it.
pub(super) fn scrolled(scroll: usize, motion: Motion, height: u16) -> usize {
    let page = usize::from(height.saturating_sub(1).max(1));
    match motion {
        Motion::Up => scroll.saturating_sub(1),
        Motion::Down => scroll + 1,
        Motion::PageUp => scroll.saturating_sub(page),
        Motion::PageDown => scroll + page,
        _ => scroll,
    }
}

/// Where the page stands: above the footer, with room at the right for the marks that there is
/// more.
fn body(area: Rect) -> Rect {
    let inner = text::column(margins(area), WIDEST);
    let below = text::below(inner, u16::from(area.height >= TALL));
    Rect {
        width: below.width.saturating_sub(2),
        height: below.height.saturating_sub(2),
        ..below
    }
}
