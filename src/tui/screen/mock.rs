//! The mock interview before its first question and after its last; in between it is a page like any
//! other. Draws only.

mod answers;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Look, MEASURE, Rows, footer, margins};
use crate::content::words::{counted, fill};
use crate::practice::clock;
use crate::practice::mock::{QUESTIONS, THINKING};
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::widget::text;

pub(crate) use answers::Answers;

/// The widest line of what a mock is like.
const BRIEF_MEASURE: u16 = 60;

/// A mock that has not begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Brief {
    /// How many questions there are to be.
    pub(crate) questions: u8,
}

impl Brief {
    /// More of them or fewer.
    pub(crate) fn turn(&mut self, motion: Motion) {
        let questions = match motion {
            Motion::Left => self.questions.saturating_sub(1),
            _ => self.questions.saturating_add(1),
        };
        self.questions = questions.clamp(*QUESTIONS.start(), *QUESTIONS.end());
    }

    /// Draws the screen; an answer may take `limit_seconds`.
    pub(crate) fn draw(
        self,
        look: &Look,
        limit_seconds: u32,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) {
        let (words, count) = (&look.words.mock, &look.words.count);
        let inner = text::column(margins(area), MEASURE);
        footer::draw(look, places, "", inner, buf);
        let room = text::column(inner, BRIEF_MEASURE);
        let limit = clock::face(limit_seconds);
        let time = fill(&words.time, &[&THINKING.to_string(), &limit]);
        let number = counted(self.questions.into(), &count.question, &count.questions);
        let lines = [
            (&words.title, look.theme.strong),
            (&number, look.theme.accent),
            (&time, look.theme.text),
            (&words.quiet, look.theme.dim),
        ];
        let heights = lines
            .iter()
            .map(|(line, _)| text::height(line, room.width) + 1);
        let free = room.height.saturating_sub(2 + heights.sum::<u16>());
        let mut rows = Rows {
            buf,
            left: text::below(room, free / 2),
        };
        for (line, style) in lines {
            rows.centred(line, style, room.width);
            rows.skip(1);
        }
    }
}
