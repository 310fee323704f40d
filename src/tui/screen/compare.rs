//! Two takes compared. Knows both with their reports; the words are those of the command line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::review::Review;
use super::{Look, MEASURE, footer, margins};
use crate::engine::Report;
use crate::export::chosen::Chosen;
use crate::export::compare::{self, Read, Told, Tone};
use crate::export::plain::{Color, Marks, Voice};
use crate::practice::compare::Comparison;
use crate::practice::record::Record;
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::widget::passage::{Mark, Passage};
use crate::tui::widget::text;

/// Two takes, the earlier one first.
#[derive(Debug)]
pub(crate) struct Compare {
    takes: [Record; 2],
    reports: [Report; 2],
    found: Comparison,
    /// Rows above what is shown.
    scroll: usize,
    /// What is gone back to; the history where there is none.
    pub(crate) back: Option<Box<Review>>,
}

impl Compare {
    /// Compares two takes.
    pub(crate) fn new(takes: [Record; 2], reports: [Report; 2], back: Option<Box<Review>>) -> Self {
        let [earlier, later] = both(&takes, &reports);
        let found = compare::comparison(earlier, later);
        Self {
            takes,
            reports,
            found,
            scroll: 0,
            back,
        }
    }

    /// Scrolls.
    pub(crate) fn update(&mut self, action: Action, look: &Look, area: Rect) {
        let Action::Move(motion) = action else {
            return;
        };
        let body = body(area);
        let told = self.told(look);
        let marks = marks(look, &told);
        let glue = glue(&told);
        let rows = passage(&told, &marks, &glue).rows(body.width);
        let height = usize::from(body.height);
        let last = rows.saturating_sub(height);
        let page = height.saturating_sub(1).max(1);
        self.scroll = match motion {
            Motion::Up => self.scroll.saturating_sub(1),
            Motion::Down => self.scroll + 1,
            Motion::PageUp => self.scroll.saturating_sub(page),
            Motion::PageDown => self.scroll + page,
            Motion::TextStart => 0,
            Motion::TextEnd => last,
            _ => self.scroll,
        }
        .min(last);
    }

    /// Draws the screen.
    pub(crate) fn draw(&self, look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) {
        let inner = text::column(margins(area), MEASURE);
        let later = &self.takes[1];
        let asked = look.prompt(&later.prompt, &later.prompt_text);
        let title = &look.words.compare.title;
        text::row_right(buf, inner, &[(title, look.theme.dim)]);
        let beside = Rect {
            width: inner.width.saturating_sub(TITLE),
            ..inner
        };
        text::row(buf, beside, &[(asked, look.theme.strong)]);
        footer::draw(look, places, "", inner, buf);
        let body = body(area);
        let told = self.told(look);
        let marks = marks(look, &told);
        let glue = glue(&told);
        let mut passage = passage(&told, &marks, &glue);
        let rows = passage.rows(body.width);
        let height = usize::from(body.height);
        passage.scroll = self.scroll.min(rows.saturating_sub(height));
        (&passage).render(body, buf);
        let margin = Rect {
            width: body.width + MARK_CELLS,
            ..body
        };
        text::scroll_marks(buf, margin, look.theme.dim, passage.scroll, rows);
    }

    fn told(&self, look: &Look) -> Told {
        let voice = Voice {
            lang: look.lang,
            words: look.words,
            library: look.library,
            color: Color::Off,
            tips: Chosen::default(),
            marks: Marks::Under,
        };
        let [earlier, later] = both(&self.takes, &self.reports);
        compare::told(voice, earlier, later, &self.found)
    }
}

/// Cells at the right for the marks that there is more.
const MARK_CELLS: u16 = 2;

/// Cells that the name of the screen takes at most.
const TITLE: u16 = 10;

fn both<'a>(takes: &'a [Record; 2], reports: &'a [Report; 2]) -> [Read<'a>; 2] {
    [0, 1].map(|at| Read {
        record: &takes[at],
        report: &reports[at],
    })
}

fn passage<'a>(told: &'a Told, marks: &'a [Mark], glue: &'a [usize]) -> Passage<'a> {
    Passage {
        marks,
        glue,
        ..Passage::new(told.text.trim_end())
    }
}

/// Behind the sign that opens an edit no row ends.
fn glue(told: &Told) -> Vec<usize> {
    const SIGN: usize = "[-".len();
    let edits = told.tones.iter();
    let edits = edits.filter(|(_, tone)| matches!(tone, Tone::Gone | Tone::New));
    edits.map(|(span, _)| span.start + SIGN).collect()
}

fn marks(look: &Look, told: &Told) -> Vec<Mark> {
    let mark = |(span, tone): &(std::ops::Range<usize>, Tone)| Mark {
        span: span.clone(),
        label: None,
        style: style(look, *tone),
    };
    told.tones.iter().map(mark).collect()
}

const fn style(look: &Look, tone: Tone) -> Style {
    match tone {
        Tone::Strong => look.theme.strong,
        Tone::Dim | Tone::Gone => look.theme.dim,
        Tone::New => look.theme.strength,
        Tone::Good => look.theme.good,
    }
}

/// Where the comparison stands.
fn body(area: Rect) -> Rect {
    let inner = text::column(margins(area), MEASURE);
    let gap = u16::from(area.height >= super::TALL);
    let below = text::below(inner, 1 + gap);
    Rect {
        width: below.width.saturating_sub(MARK_CELLS),
        height: below.height.saturating_sub(1 + gap),
        ..below
    }
}
