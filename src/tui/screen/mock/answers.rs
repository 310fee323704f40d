//! The answers of a mock side by side: how long each sounds, when its turn comes, the eight states.
//! Knows attempts; their texts are on the disk.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::content::words::fill;
use crate::engine::Tip;
use crate::practice::clock::{Light, face};
use crate::practice::history::Attempt;
use crate::practice::mock::{Answered, Mock, Source};
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::say;
use crate::tui::screen::{Look, MEASURE, Rows, TALL, footer, margins};
use crate::tui::widget::text;

/// Cells of the names at the left, where there is room.
const NAMES: u16 = 17;

/// The fewest cells of a column: a time and a gap.
const NARROWEST: u16 = 5;

/// The most cells of a column.
const WIDEST: u16 = 20;

/// From this width on a column has room for states in words.
const WORDED: u16 = 13;

/// Stands in the place of a state where there is none.
const NO_STATE: &str = "/";

/// A mock that is over.
#[derive(Debug)]
pub(crate) struct Answers {
    /// What was answered.
    pub(crate) mock: Mock,
    /// Which answer the keys act on.
    chosen: usize,
}

/// What a row of the table says of one answer: a shape and a word that goes where there is no room.
struct Cell<'a> {
    shape: String,
    style: Style,
    word: &'a str,
}

impl Answers {
    /// Looks at the first answer.
    pub(crate) const fn new(mock: Mock) -> Self {
        Self { mock, chosen: 0 }
    }

    /// The answer that the keys act on.
    pub(crate) fn attempt(&self) -> Option<&Attempt> {
        let answered = self.mock.answered.get(self.chosen);
        answered.map(|answered| &answered.attempt)
    }

    /// Chooses another answer, round and round.
    pub(crate) fn update(&mut self, action: Action) {
        let count = self.mock.answered.len().max(1);
        let steps = match action {
            Action::Move(Motion::Left) => count - 1,
            Action::Move(Motion::Right) => 1,
            _ => return,
        };
        self.chosen = (self.chosen + steps) % count;
    }

    /// Draws the screen.
    pub(crate) fn draw(
        &self,
        look: &Look,
        trouble: Option<&str>,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) {
        let inner = text::column(margins(area), MEASURE);
        footer::draw(look, places, "", inner, buf);
        let body = Rect {
            height: inner.height.saturating_sub(1),
            ..inner
        };
        let questions = u16::try_from(self.mock.answered.len()).unwrap_or(u16::MAX);
        let mut rows = Rows { buf, left: body };
        if area.height >= TALL + questions {
            rows.row(&[(&look.words.mock.compared, look.theme.strong)]);
            draw_trouble(look, trouble, &mut rows);
            for index in 0..self.mock.answered.len() {
                self.draw_question(look, index, &mut rows);
            }
            rows.skip(1);
            self.draw_numbers(look, &mut rows);
        } else if trouble.is_some() {
            draw_trouble(look, trouble, &mut rows);
        } else {
            self.draw_question(look, self.chosen, &mut rows);
        }
        self.draw_table(look, &mut rows);
        self.draw_reason(look, &mut rows);
    }

    /// The number of a question and the question.
    fn draw_question(&self, look: &Look, index: usize, rows: &mut Rows<'_>) {
        let Some(Answered { source, attempt }) = self.mock.answered.get(index) else {
            return;
        };
        let number = (index + 1).to_string();
        let asked = look.prompt(&attempt.prompt, &attempt.prompt_text);
        let asked = match source {
            Source::Drawn => asked.to_owned(),
            Source::FollowUp => fill(&look.words.mock.after, &[asked]),
        };
        let style = self.style(look, index);
        rows.row(&[
            (&number, style),
            ("  ", look.theme.text),
            (&asked, look.theme.text),
        ]);
    }

    fn draw_numbers(&self, look: &Look, rows: &mut Rows<'_>) {
        for index in 0..self.mock.answered.len() {
            let number = (index + 1).to_string();
            let column = self.column(rows.left, index);
            text::row(rows.buf, column, &[(&number, self.style(look, index))]);
        }
        rows.skip(1);
    }

    fn draw_table(&self, look: &Look, rows: &mut Rows<'_>) {
        let words = &look.words.mock;
        self.draw_row(look, &words.spoken, rows, |attempt| {
            let (_, word) = say::light(&look.words.light, Light::at(attempt.speaking_seconds));
            Cell {
                shape: face(attempt.speaking_seconds),
                style: look.theme.text,
                word,
            }
        });
        self.draw_row(look, &words.turn, rows, |attempt| Cell {
            shape: attempt.turn_seconds.map_or("-".to_owned(), face),
            style: look.theme.text,
            word: "",
        });
        for tip in Tip::ALL {
            let title = say::tip(look.library, tip).map_or("", |text| text.short.get(look.lang));
            let name = format!("{} {title}", tip.number());
            self.draw_row(look, &name, rows, |attempt| state(look, attempt, tip));
        }
    }

    fn draw_row<'a>(
        &self,
        look: &Look,
        name: &str,
        rows: &mut Rows<'_>,
        cell: impl Fn(&Attempt) -> Cell<'a>,
    ) {
        let names = Rect {
            width: self.names(rows.left).saturating_sub(1),
            ..rows.left
        };
        text::row(rows.buf, names, &[(name, look.theme.dim)]);
        for (index, answered) in self.mock.answered.iter().enumerate() {
            let Cell { shape, style, word } = cell(&answered.attempt);
            let column = self.column(rows.left, index);
            let word = if column.width < WORDED { "" } else { word };
            text::row(
                rows.buf,
                column,
                &[
                    (&shape, style),
                    (" ", look.theme.text),
                    (word, look.theme.text),
                ],
            );
        }
        rows.skip(1);
    }

    /// Why the chosen answer has no states, where there is room to say it.
    fn draw_reason(&self, look: &Look, rows: &mut Rows<'_>) {
        let reason = self.attempt().and_then(|attempt| attempt.reason);
        if let Some(reason) = reason
            && rows.left.height > 1
        {
            rows.skip(1);
            let why = format!("{NO_STATE} {}", say::reason(look.words, reason));
            rows.paragraph(&why, look.theme.dim, 2);
        }
    }

    fn style(&self, look: &Look, index: usize) -> Style {
        if index == self.chosen {
            look.theme.focus
        } else {
            look.theme.text
        }
    }

    /// Cells of the names at the left.
    fn names(&self, area: Rect) -> u16 {
        let count = u16::try_from(self.mock.answered.len()).unwrap_or(u16::MAX);
        let columns = count.saturating_mul(NARROWEST);
        NAMES.min(area.width.saturating_sub(columns))
    }

    /// Where the cells of one answer stand.
    fn column(&self, area: Rect, index: usize) -> Rect {
        let names = self.names(area);
        let count = u16::try_from(self.mock.answered.len().max(1)).unwrap_or(u16::MAX);
        let width = ((area.width - names) / count).min(WIDEST);
        let before = u16::try_from(index).unwrap_or(u16::MAX);
        Rect {
            width,
            ..text::from(area, names + before.saturating_mul(width))
        }
    }
}

/// What could not be done, or a blank row.
fn draw_trouble(look: &Look, trouble: Option<&str>, rows: &mut Rows<'_>) {
    match trouble {
        Some(trouble) => rows.row(&[("! ", look.theme.accent), (trouble, look.theme.text)]),
        None => rows.skip(1),
    }
}

/// The state of a tip in one answer.
fn state<'a>(look: &'a Look, attempt: &Attempt, tip: Tip) -> Cell<'a> {
    match attempt.verdicts.get(&tip) {
        Some(verdict) => Cell {
            shape: say::shape(*verdict).to_owned(),
            style: look.theme.verdict(*verdict),
            word: say::verdict(look.words, *verdict),
        },
        None => Cell {
            shape: NO_STATE.to_owned(),
            style: look.theme.dim,
            word: "",
        },
    }
}
