//! Guessing before the marks are shown: which tips will ask for a second look? Knows the guesses;
//! keeping them is the program's care.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Review;
use super::layout::Layout;
use super::marks::digit;
use crate::content::words::fill;
use crate::engine::Tip;
use crate::practice::guess::asks;
use crate::tui::action::Action;
use crate::tui::say;
use crate::tui::screen::Look;
use crate::tui::widget::text;

impl Review {
    /// Hides the marks until they are guessed; an answer without any has nothing to guess.
    pub(crate) fn hide(&mut self) {
        self.guess = self.report.marked().then(BTreeSet::new);
    }

    /// Whether the marks are hidden.
    pub(crate) fn guesses(&self) -> bool {
        self.guess.is_some()
    }

    /// Guesses a tip, or no longer; shows the marks, and gives back what was guessed then.
    pub(crate) fn guess(&mut self, action: Action, look: &Look) -> Option<BTreeSet<Tip>> {
        match (&mut self.guess, action) {
            (Some(guess), Action::Tip(tip)) => {
                let named = guess.remove(&tip);
                if !named {
                    guess.insert(tip);
                }
            }
            (Some(guess), Action::Go) => {
                let guess = std::mem::take(guess);
                self.guess = None;
                self.notice = Some(self.foreseen(&guess, look));
                return Some(guess);
            }
            (_, Action::Back) => self.guess = None,
            _ => {}
        }
        None
    }

    /// How many of the tips that ask for a look were named, and which were not.
    fn foreseen(&self, guess: &BTreeSet<Tip>, look: &Look) -> String {
        let words = &look.words.review;
        let asks = |tip: &Tip| self.report.verdict(*tip).is_some_and(asks);
        let asked: Vec<Tip> = Tip::ALL.into_iter().filter(asks).collect();
        let missed = asked.iter().filter(|tip| !guess.contains(tip));
        let missed: Vec<String> = missed.map(|tip| tip.number().to_string()).collect();
        let [seen, all] = [asked.len() - missed.len(), asked.len()].map(|count| count.to_string());
        let told = fill(&words.foreseen, &[&seen, &all]);
        if missed.is_empty() {
            return told;
        }
        let missed = fill(&words.unforeseen, &[&missed.join(&words.comma)]);
        format!("{told}{}{missed}", words.space)
    }

    /// The answer as it was typed, the eight tips without their states, and the question.
    pub(super) fn draw_guess(&self, look: &Look, layout: &Layout, buf: &mut Buffer) {
        let Some(guess) = &self.guess else {
            return;
        };
        let below = text::below(layout.head, layout.head.height.saturating_sub(1));
        let style = look.theme.goal;
        let blank = " ".repeat(below.width.into());
        text::row(buf, below, &[(&blank, Style::new())]);
        text::row(buf, below, &[(&look.words.review.guess, style)]);
        self.draw_answer(look, layout.answer, buf);
        let rows = 4.min(layout.tips.height);
        let width = layout.tips.width / 2;
        for (index, tip) in (0u16..).zip(Tip::ALL) {
            let (column, row) = (index / 4, index % 4);
            if row >= rows {
                continue;
            }
            let cell = Rect {
                x: layout.tips.x + column * width,
                y: layout.tips.y + row,
                width: width.saturating_sub(1),
                height: 1,
            };
            draw_cell(look, tip, guess.contains(&tip), cell, buf);
        }
    }
}

fn draw_cell(look: &Look, tip: Tip, named: bool, area: Rect, buf: &mut Buffer) {
    let title = say::tip(look.library, tip).map_or("", |text| text.short.get(look.lang));
    let number = digit(tip).map(String::from).unwrap_or_default();
    let (sign, style) = if named {
        ("[?] ", look.theme.strong)
    } else {
        ("[ ] ", look.theme.text)
    };
    text::row(
        buf,
        area,
        &[
            (sign, style),
            (&number, look.theme.accent),
            (" ", style),
            (title, style),
        ],
    );
}
