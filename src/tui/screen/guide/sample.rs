//! A situation told before and after the tips, with the marks of the review. Knows two reports in
//! each language and where the person looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Read;
use super::leaf::scrolled;
use super::sides::{self, CELL, Layout, Pane, Side};
use crate::content::library::{Sample, SampleText};
use crate::content::words::fill;
use crate::engine::lang::Bilingual;
use crate::engine::{Report, Tip};
use crate::practice::clock;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::say;
use crate::tui::screen::review::marks::{carets, digit, marks};
use crate::tui::screen::{Look, Rows, footer};
use crate::tui::widget::passage::{CaretLine, Mark, Passage};
use crate::tui::widget::text;

/// A sample being looked at.
#[derive(Debug)]
pub(super) struct Told {
    sample: &'static Sample,
    before: Bilingual<Report>,
    after: Bilingual<Report>,
    side: Side,
    focus: Option<Tip>,
    /// Rows above what is shown.
    scroll: usize,
}

/// A telling with its marks.
struct Marked<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    carets: Vec<CaretLine>,
}

impl Marked<'_> {
    fn passage(&self) -> Passage<'_> {
        Passage {
            marks: &self.marks,
            carets: &self.carets,
            ..Passage::new(self.text)
        }
    }
}

impl Told {
    /// Reads both tellings in both languages.
    pub(super) fn new(sample: &'static Sample, read: Read) -> Self {
        use crate::engine::Lang::{En, Zh};
        let reports = |telling: &Bilingual<SampleText>| Bilingual {
            en: read(&telling.en.text, En),
            zh: read(&telling.zh.text, Zh),
        };
        Self {
            before: reports(&sample.before),
            after: reports(&sample.after),
            sample,
            side: Side::Before,
            focus: None,
            scroll: 0,
        }
    }

    /// Looks at something else.
    pub(super) fn update(&mut self, action: Action, look: &Look, area: Rect) {
        match action {
            Action::OtherSide => {
                self.side = match self.side {
                    Side::Before => Side::After,
                    Side::After => Side::Before,
                };
                self.scroll = 0;
                self.reveal(look, area);
            }
            Action::Tip(tip) => {
                self.focus = (self.focus != Some(tip)).then_some(tip);
                self.reveal(look, area);
            }
            Action::Move(motion) => {
                let panes = Layout::new(area, self.side).panes;
                let height = panes.first().map_or(1, |pane| pane.text.height);
                let hidden = panes.iter().map(|pane| self.hidden(look, pane)).max();
                let scroll = scrolled(self.scroll, motion, height);
                self.scroll = scroll.min(hidden.unwrap_or(0));
            }
            _ => {}
        }
    }

    /// Scrolls to the first mark of the tip in focus, unless it is seen already.
    fn reveal(&mut self, look: &Look, area: Rect) {
        let Some(pane) = Layout::new(area, self.side).panes.first().copied() else {
            return;
        };
        let told = self.marked(look, pane.side);
        let Some(mark) = told.marks.first().filter(|_| self.focus.is_some()) else {
            return;
        };
        let row = told.passage().row_of(mark.span.start, pane.text.width);
        let seen = self.scroll..self.scroll + usize::from(pane.text.height);
        if !seen.contains(&row) {
            self.scroll = row.saturating_sub(1).min(self.hidden(look, &pane));
        }
    }

    /// Rows that do not fit.
    fn hidden(&self, look: &Look, pane: &Pane) -> usize {
        let told = self.marked(look, pane.side);
        let rows = told.passage().rows(pane.text.width);
        rows.saturating_sub(pane.text.height.into())
    }

    fn report(&self, look: &Look, side: Side) -> &Report {
        match side {
            Side::Before => self.before.get(look.lang),
            Side::After => self.after.get(look.lang),
        }
    }

    fn marked(&self, look: &Look, side: Side) -> Marked<'_> {
        let telling = match side {
            Side::Before => &self.sample.before,
            Side::After => &self.sample.after,
        };
        let report = self.report(look, side);
        Marked {
            text: &telling.get(look.lang).text,
            marks: marks(look, report, self.focus, &|_| true),
            carets: carets(look, report, self.focus),
        }
    }

    /// Draws the page.
    pub(super) fn draw(&self, look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) {
        let layout = Layout::new(area, self.side);
        footer::draw(look, places, "", layout.inner, buf);
        let title = self.sample.title.get(look.lang);
        text::row(buf, layout.head, &[(title, look.theme.strong)]);
        if let [pane] = layout.panes[..] {
            draw_tabs(look, pane.side, layout.head, buf);
        }
        for pane in &layout.panes {
            self.draw_side(look, pane, layout.panes.len() > 1, buf);
        }
        self.draw_detail(look, layout.detail, buf);
    }

    fn draw_side(&self, look: &Look, pane: &Pane, named: bool, buf: &mut Buffer) {
        let report = self.report(look, pane.side);
        if pane.heading.height > 0 {
            let seconds = clock::face(report.speaking_seconds);
            let spoken = fill(&look.words.rehearse.spoken, &[&seconds]);
            let lead = if named { name(look, pane.side) } else { "" };
            let dot = if named { say::DOT } else { "" };
            let dim = look.theme.dim;
            let pieces = [(lead, look.theme.strong), (dot, dim), (&spoken, dim)];
            text::row(buf, pane.heading, &pieces);
        }
        let told = self.marked(look, pane.side);
        let passage = Passage {
            scroll: self.scroll,
            label_style: look.theme.label,
            ..told.passage()
        };
        passage.draw_part(pane.text, look.theme.dim, buf);
        self.draw_states(look, report, pane.states, buf);
    }

    /// The eight tips with their states; where there is one row, as digits and shapes.
    fn draw_states(&self, look: &Look, report: &Report, area: Rect, buf: &mut Buffer) {
        let columns = sides::columns(area.width);
        let named = area.height > 1;
        for (index, tip) in (0u16..).zip(Tip::ALL) {
            let Some(verdict) = report.verdict(tip) else {
                return;
            };
            let (column, row, width) = if named {
                (index % columns, index / columns, CELL)
            } else {
                (index, 0, 4)
            };
            let cell = text::from(text::below(area, row), column * width);
            let cell = Rect {
                width: cell.width.min(width - 1),
                ..cell
            };
            let number = digit(tip).map(String::from).unwrap_or_default();
            let style = if self.focus == Some(tip) {
                look.theme.focus
            } else {
                look.theme.text
            };
            let short = say::tip(look.library, tip).map_or("", |text| text.short.get(look.lang));
            let pieces: [(&str, Style); 4] = [
                (&number, style),
                (say::shape(verdict), look.theme.verdict(verdict)),
                (if named { " " } else { "" }, look.theme.text),
                (if named { short } else { "" }, style),
            ];
            text::row(buf, cell, &pieces);
        }
    }

    /// The tip in focus and why it is there; without one, how to choose.
    fn draw_detail(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let mut rows = Rows { buf, left: area };
        let Some(words) = self.focus.and_then(|tip| say::tip(look.library, tip)) else {
            rows.paragraph(&look.words.review.choose, look.theme.dim, area.height);
            return;
        };
        let number = digit(words.tip).map(String::from).unwrap_or_default();
        let title = words.title.get(look.lang);
        let theme = &look.theme;
        rows.row(&[
            (&number, theme.accent),
            (" ", theme.text),
            (title, theme.strong),
        ]);
        let left = rows.left.height;
        rows.paragraph(words.why.get(look.lang), theme.text, left);
    }
}

fn name(look: &Look, side: Side) -> &'static str {
    match side {
        Side::Before => &look.words.cli.before,
        Side::After => &look.words.cli.after,
    }
}

/// Which of the two tellings is shown.
fn draw_tabs(look: &Look, side: Side, area: Rect, buf: &mut Buffer) {
    let [before, after] = match side {
        Side::Before => [look.theme.focus, look.theme.dim],
        Side::After => [look.theme.dim, look.theme.focus],
    };
    let pieces = [
        (name(look, Side::Before), before),
        ("  ", look.theme.text),
        (name(look, Side::After), after),
    ];
    text::row_right(buf, area, &pieces);
}
