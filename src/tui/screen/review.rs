//! The finished answer beside the eight tips. Knows a record, its report and where the person looks;
//! the parts are drawn by the modules below.

mod bar;
mod detail;
mod guess;
mod head;
mod layout;
pub(crate) mod marks;
mod quiet;
mod tips;

use std::collections::BTreeSet;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Look, Rows, footer};
use crate::content;
use crate::content::library::RemarkText;
use crate::engine::{Finding, Kind, Report, Span, Step, Tip};
use crate::practice::compare::Worked;
use crate::practice::feedback::Heard;
use crate::practice::parts::Parts;
use crate::practice::record::Record;
use crate::practice::rewrite::{self, Offer};
use crate::tui::action::Action;
use crate::tui::draft::{Draft, Motion};
use crate::tui::keymap::Place;
use crate::tui::say;
use crate::tui::widget::passage::Passage;
use layout::Layout;
use quiet::Quiet;

/// An answer being looked at.
#[derive(Debug)]
pub(crate) struct Review {
    /// The attempt.
    pub(crate) record: Record,
    /// What the engine says about it now.
    pub(crate) report: Report,
    /// Whether it is on disk.
    pub(crate) saved: Saved,
    /// What was just done, or why it could not be.
    pub(crate) notice: Option<String>,
    /// What people who listened say of it.
    pub(crate) heard: Heard,
    /// The answer that this one follows, and what became of the words that were worked on.
    pub(crate) before: Option<(String, Worked)>,
    quiet: Quiet,
    /// Other words for what was said.
    offers: Vec<Offer>,
    /// What is worth a word of its own, and where.
    remarks: Vec<(&'static RemarkText, Span)>,
    /// The tips that are guessed to ask for a look, while the marks are hidden.
    guess: Option<BTreeSet<Tip>>,
    focus: Option<Tip>,
    /// Which finding of the tip in focus.
    nth: usize,
    /// Rows of the answer above what is shown.
    scroll: usize,
}

/// Where an attempt is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// On its way to the disk.
    Saving,
    /// On disk, in a file beside the history.
    Beside,
    /// On disk.
    Yes,
    /// Not on disk: the cause and the cure.
    No(String),
    /// It comes from the history.
    Past,
}

impl Review {
    /// Looks at an attempt, at no tip in particular.
    pub(crate) fn new(record: Record, report: Report, saved: Saved) -> Self {
        Self {
            quiet: Quiet::new(report.clone()),
            offers: content::offers(&record.answer, &report),
            remarks: content::remarks(&record.answer, &report),
            guess: None,
            record,
            report,
            saved,
            notice: None,
            heard: Heard::default(),
            before: None,
            focus: None,
            nth: 0,
            scroll: 0,
        }
    }

    /// Looks at something else.
    pub(crate) fn update(&mut self, action: Action, look: &Look, area: Rect) {
        self.notice = None;
        match action {
            Action::Tip(tip) if self.focus == Some(tip) => self.walk(1),
            Action::Tip(tip) => self.look_at(Some(tip)),
            Action::NextTip => self.look_at(self.neighbour(1)),
            Action::PreviousTip => self.look_at(self.neighbour(-1)),
            Action::NextFinding => self.walk(1),
            Action::PreviousFinding => self.walk(-1),
            Action::Move(Motion::PageDown) => self.turn_page(1, look, area),
            Action::Move(Motion::PageUp) => self.turn_page(-1, look, area),
            _ => return,
        }
        if !matches!(action, Action::Move(_)) {
            self.reveal(look, area);
        }
    }

    /// Draws the screen and says where the caret stands.
    pub(crate) fn draw(
        &self,
        look: &Look,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let layout = Layout::new(area, &self.report);
        self.draw_parts(look, places, layout, buf);
        self.draw_reason(look, layout.head, buf)
    }

    fn draw_parts(&self, look: &Look, places: &[Place], layout: Layout, buf: &mut Buffer) {
        self.draw_head(look, layout.head, buf);
        if self.guesses() {
            self.draw_guess(look, &layout, buf);
            return footer::draw(look, places, "", layout.keys, buf);
        }
        self.draw_answer(look, layout.answer, buf);
        if let Some(parts) = Parts::of(&self.report) {
            bar::draw(look, &parts, layout.bar, buf);
        }
        if let Some(reason) = self.report.reason {
            let mut rows = Rows {
                buf,
                left: layout.tips,
            };
            rows.paragraph(&look.words.review.unmarked, look.theme.strong, 1);
            rows.paragraph(say::reason(look.words, reason), look.theme.text, 6);
            footer::draw(look, places, "", layout.keys, buf);
            return;
        }
        self.draw_tips(look, &layout, buf);
        let shared = layout.next == layout.detail;
        // Where the two share their rows, the detail of a tip takes them all.
        if shared && self.focus.is_none() {
            let used = self.draw_next(look, layout.next, buf);
            let left = Rect {
                height: layout.detail.height.saturating_sub(used),
                ..layout.detail
            };
            self.draw_detail(look, left, buf);
        } else {
            self.draw_detail(look, layout.detail, buf);
            if !shared {
                self.draw_next(look, layout.next, buf);
            }
        }
        footer::draw(look, places, "", layout.keys, buf);
    }

    fn draw_answer(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let marks = self.marks(look);
        let carets = self.carets(look);
        let passage = Passage {
            marks: &marks,
            carets: &carets,
            scroll: self.scroll,
            label_style: look.theme.label,
            ..Passage::new(&self.record.answer)
        };
        passage.draw_part(area, look.theme.dim, buf);
    }

    /// The findings of the tip in focus.
    fn focused(&self) -> Vec<&Finding> {
        self.focus
            .map_or_else(Vec::new, |tip| self.report.of(tip).collect())
    }

    /// What is put in the place of which bytes; nothing where the page would not hold the answer
    /// byte for byte.
    pub(crate) fn rewrite(&self) -> Option<(Range<usize>, String)> {
        let answer = &self.record.answer;
        let same = Draft::new(answer).text() == *answer;
        let offer = self.offer().filter(|_| same)?;
        Some((offer.range.clone(), offer.with[0].clone()))
    }

    /// What is offered for the finding in focus; for tip 8, growth words for flat ones.
    fn offer(&self) -> Option<&Offer> {
        let own = self.focused().get(self.nth).copied();
        let own = own.and_then(|finding| rewrite::of(&self.offers, finding));
        let flat = || {
            self.offers
                .iter()
                .find(|offer| offer.kind == Kind::GrowthWord)
        };
        own.or_else(|| flat().filter(|_| self.focus == Some(Tip::Words)))
    }

    fn look_at(&mut self, tip: Option<Tip>) {
        if self.report.marked() {
            self.focus = tip;
            self.nth = 0;
        }
    }

    /// The tip so many places on; beyond the last one, none.
    fn neighbour(&self, places: isize) -> Option<Tip> {
        let here = self.focus.map_or(0, Tip::number);
        let stops = Tip::ALL.len() + 1;
        let next = here.checked_add_signed(places).unwrap_or(stops - 1) % stops;
        Tip::from_number(next)
    }

    /// Goes to another finding of the tip, round and round; without a tip, to the one that the next
    /// change is about.
    fn walk(&mut self, places: isize) {
        if self.focus.is_none() {
            let tip = self.report.next.map_or(Tip::Learned, Step::tip);
            return self.look_at(Some(tip));
        }
        let count = self.focused().len();
        if count > 0 {
            self.nth = self.nth.checked_add_signed(places).unwrap_or(count - 1) % count;
        }
    }

    fn turn_page(&mut self, pages: isize, look: &Look, area: Rect) {
        let answer = Layout::new(area, &self.report).answer;
        let rows = self.rows(look, answer.width);
        let height = usize::from(answer.height);
        let step = isize::try_from(height.saturating_sub(1)).unwrap_or(1);
        let last = rows.saturating_sub(height);
        self.scroll = self.scroll.saturating_add_signed(pages * step).min(last);
    }

    /// Scrolls so that the finding in focus is seen, with a row of what stands around it.
    fn reveal(&mut self, look: &Look, area: Rect) {
        let Some(finding) = self.focused().get(self.nth).copied() else {
            return;
        };
        let answer = Layout::new(area, &self.report).answer;
        let marks = self.marks(look);
        let carets = self.carets(look);
        let passage = Passage {
            marks: &marks,
            carets: &carets,
            ..Passage::new(&self.record.answer)
        };
        let from = passage.row_of(finding.span.start(), answer.width);
        let to = passage.row_of(finding.span.end() - 1, answer.width);
        let height = usize::from(answer.height).max(1);
        let lowest = from.saturating_sub(1);
        let highest = (to + 2).saturating_sub(height);
        let scroll = self.scroll.max(highest).min(lowest);
        self.scroll = scroll.min(passage.rows(answer.width).saturating_sub(height));
    }

    fn rows(&self, look: &Look, width: u16) -> usize {
        let marks = self.marks(look);
        let carets = self.carets(look);
        let passage = Passage {
            marks: &marks,
            carets: &carets,
            ..Passage::new(&self.record.answer)
        };
        passage.rows(width)
    }
}
