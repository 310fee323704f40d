//! How the pages of preparing are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{BACKWARDS, KINDS, PAGES, Page, Prepare};
use crate::content::words::fill;
use crate::practice::prepare::{Plan, worth};
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::{self, Place};
use crate::tui::say;
use crate::tui::screen::{Look, MEASURE, ROOMY, Rows, TALL, footer, margins};
use crate::tui::widget::{field, text};
use crate::wrap;

/// Stands before a line that is typed.
const ASK: &str = "> ";

impl Prepare {
    /// Draws the screen and says where the caret stands.
    pub(crate) fn draw(
        &self,
        look: &Look,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let inner = text::column(margins(area), MEASURE);
        footer::draw(look, places, "", inner, buf);
        let body = Rect {
            height: inner.height.saturating_sub(1),
            ..inner
        };
        let gap = u16::from(area.height >= TALL);
        let number = format!("{}/{}", self.page + 1, PAGES.len());
        text::row_right(buf, body, &[(&number, look.theme.dim)]);
        let mut rows = Rows { buf, left: body };
        match PAGES[self.page] {
            Page::Step(index) => {
                draw_step(look, index, gap, &mut rows);
                None
            }
            Page::Plan => self.draw_plan(look, gap, &mut rows),
            Page::Story => Some(self.draw_story(look, gap, &mut rows)),
        }
    }

    fn draw_plan(&self, look: &Look, gap: u16, rows: &mut Rows<'_>) -> Option<Position> {
        let words = &look.words.prepare;
        rows.row(&[(&words.plan, look.theme.strong)]);
        rows.skip(gap);
        rows.paragraph(&words.backwards[self.turn], look.theme.goal, 3);
        rows.skip(1);
        let mut caret = None;
        let indent = indent(look);
        for index in 0..BACKWARDS.len() {
            let (name, hint) = beat(look, index);
            let line = &self.plan.lines[index];
            let here = BACKWARDS[self.turn] == index;
            let style = if here {
                look.theme.accent
            } else {
                look.theme.dim
            };
            text::row(rows.buf, rows.left, &[(name, style)]);
            let place = text::from(rows.left, indent);
            if here {
                caret = Some(field::draw(line, look.theme.text, place, rows.buf));
            } else if line.is_empty() {
                text::row(rows.buf, place, &[(hint, look.theme.dim)]);
            } else {
                text::row(rows.buf, place, &[(line, look.theme.text)]);
            }
            rows.skip(1 + gap);
        }
        let pin = look.key(keymap::PAGE, Action::Pin);
        rows.paragraph(&fill(&words.pinned, &[&pin]), look.theme.dim, 2);
        caret
    }

    fn draw_story(&self, look: &Look, gap: u16, rows: &mut Rows<'_>) -> Position {
        let words = &look.words.prepare;
        rows.row(&[(&words.story, look.theme.strong)]);
        rows.skip(gap);
        text::row(rows.buf, rows.left, &[(ASK, look.theme.accent)]);
        let place = text::from(rows.left, 2);
        let caret = field::draw(&self.plan.story, look.theme.text, place, rows.buf);
        rows.skip(1 + gap);
        for kind in KINDS {
            let name = say::kind(look.library, kind).map_or("", |text| text.name.get(look.lang));
            let style = if self.kind == Some(kind) {
                look.theme.focus
            } else {
                look.theme.text
            };
            let verdict = worth(kind);
            let sign = (say::shape(verdict), look.theme.verdict(verdict));
            rows.row(&[sign, (" ", look.theme.text), (name, style)]);
        }
        rows.skip(gap);
        self.draw_why(look, rows);
        caret
    }

    /// Why a story of this kind is a good one to tell, or not.
    fn draw_why(&self, look: &Look, rows: &mut Rows<'_>) {
        let Some(text) = self.kind.and_then(|kind| say::kind(look.library, kind)) else {
            let told = self.ask(look);
            return rows.paragraph(&told, look.theme.dim, 3);
        };
        let reason = look.words.review.space.clone();
        let reason = [text.seen.get(look.lang), text.why.get(look.lang)]
            .map(String::as_str)
            .join(&reason);
        rows.paragraph(&reason, look.theme.text, 2);
        rows.paragraph(text.advice.get(look.lang), look.theme.goal, 2);
    }

    /// How to have the sentence read, or to choose where nothing was seen in it.
    fn ask(&self, look: &Look) -> String {
        let key = |action| look.key(keymap::LINE, action);
        let [up, down] = [Motion::Up, Motion::Down].map(|motion| key(Action::Move(motion)));
        let words = &look.words.prepare;
        if self.unsure {
            return fill(&words.unsure, &[&up, &down]);
        }
        fill(&words.ask, &[&key(Action::Go), &up, &down])
    }
}

/// One of the three steps.
fn draw_step(look: &Look, index: usize, gap: u16, rows: &mut Rows<'_>) {
    if let Some(step) = look.library.steps.get(index) {
        rows.row(&[(step.title.get(look.lang), look.theme.strong)]);
        rows.skip(2 * gap);
        rows.paragraph(step.text.get(look.lang), look.theme.text, u16::MAX);
    }
}

/// The four lines while an answer is typed or said: a person's `own`, or what belongs there.
pub(crate) fn draw_lines(look: &Look, plan: &Plan, own: Style, area: Rect, buf: &mut Buffer) {
    let mut rows = Rows { buf, left: area };
    let dim = look.theme.dim;
    for (index, line) in plan.lines.iter().enumerate() {
        if rows.left.height == 0 {
            return;
        }
        let (name, hint) = beat(look, index);
        let field = text::from(rows.left, indent(look));
        let (line, style) = if line.is_empty() {
            (hint, dim)
        } else {
            (line.as_str(), own)
        };
        text::row(rows.buf, rows.left, &[(name, dim)]);
        text::row(rows.buf, field, &[(line, style)]);
        rows.skip(1);
    }
}

/// The name of a line and what belongs there.
fn beat(look: &Look, index: usize) -> (&str, &str) {
    let words = &look.words.rehearse;
    match index {
        0 => (&words.event, &words.event_hint),
        1 => (&words.result, &words.result_hint),
        2 => (&words.lesson, &words.lesson_hint),
        _ => (&words.measure, &words.measure_hint),
    }
}

/// Where the lines begin, behind the widest name.
fn indent(look: &Look) -> u16 {
    let widths = (0..BACKWARDS.len()).map(|index| wrap::width(beat(look, index).0));
    u16::try_from(widths.max().unwrap_or(0) + 2).unwrap_or(ROOMY)
}
