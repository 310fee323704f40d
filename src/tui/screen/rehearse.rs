//! The page that is typed on: the prompt, the goal, the text, the two clocks. Knows a draft and a
//! clock; knows nothing of what becomes of the answer.

mod foot;
mod intake;

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::prepare::draw_lines;
use super::{Look, MEASURE, Rows, TALL, footer, margins};
use crate::content::words::fill;
use crate::engine::Rate;
use crate::practice::clock::TypingClock;
use crate::practice::mock::Source;
use crate::practice::now::Now;
use crate::practice::prepare::Plan;
use crate::practice::rehearsal::Snapshot;
use crate::practice::take::{Take, Typed};
use crate::tui::action::Action;
use crate::tui::draft::{Draft, Edit};
use crate::tui::keymap::Place;
use crate::tui::say::{self, DOT};
use crate::tui::widget::{editor, text};
use crate::wrap;

/// Rows of the four dim lines.
const HINTS: u16 = 4;

/// The fewest rows of text beside which pinned lines may stand.
const ROWS_BESIDE_HINTS: u16 = 6;

/// A take being typed.
#[derive(Debug)]
pub(crate) struct Rehearse {
    /// Which take.
    pub(crate) take: Take,
    /// Its text.
    pub(crate) draft: Draft,
    /// The time spent on it.
    pub(crate) clock: TypingClock,
    /// How fast this person speaks.
    pub(crate) rate: Rate,
    /// What a person has written for the four dim lines.
    pub(crate) plan: Plan,
    /// Whether the four dim lines stay.
    pub(crate) hints: Hints,
    /// Whether the bar is open that asks if this is finished.
    pub(crate) bar: Bar,
    /// What could not be done, and the cure.
    pub(crate) trouble: Option<String>,
    /// What is kept of the long paste that has just come, if that is wished.
    long: Option<String>,
}

/// When the four dim lines are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hints {
    /// On the empty page.
    Fleeting,
    /// Always.
    Pinned,
}

/// The one-line bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bar {
    /// Away.
    Closed,
    /// Asking whether this is finished.
    Open,
    /// Asking whether the person's own editor is still open.
    Elsewhere,
}

impl Rehearse {
    /// A page that holds `text`, with a clock that shows `seconds` and waits for the first key.
    pub(crate) fn new(take: Take, text: &str, seconds: u32, rate: Rate) -> Self {
        Self {
            take,
            draft: Draft::new(text),
            clock: TypingClock::showing(seconds),
            rate,
            plan: Plan::default(),
            hints: Hints::Fleeting,
            bar: Bar::Closed,
            trouble: None,
            long: None,
        }
    }

    /// The page as it was left.
    pub(crate) fn resume(kept: &Snapshot, rate: Rate) -> Self {
        let take = Take::resume(kept);
        let mut page = Self::new(take, &kept.text, kept.typing_seconds, rate);
        if let Some(caret) = kept.caret {
            page.draft.place_caret(caret);
        }
        page
    }

    /// Does one edit and says whether the text has changed.
    pub(crate) fn edit(&mut self, edit: Edit, elapsed: Duration) -> bool {
        let changed = self.draft.edit(edit);
        self.note(changed, elapsed)
    }

    /// Puts another text in the place of this one: one edit.
    pub(crate) fn replace(&mut self, text: &str, elapsed: Duration) -> bool {
        let changed = self.draft.change_into(text);
        self.note(changed, elapsed)
    }

    fn note(&mut self, changed: bool, elapsed: Duration) -> bool {
        if changed {
            self.clock.begin(elapsed);
            self.trouble = None;
            self.long = None;
        }
        changed
    }

    /// Opens the bar; the clock stands still meanwhile.
    pub(crate) fn ask(&mut self, elapsed: Duration) {
        self.bar = Bar::Open;
        self.clock.hold(elapsed);
    }

    /// What a draft file must hold now.
    pub(crate) fn snapshot(&self, now: Now) -> Snapshot {
        let text = self.draft.text();
        self.take.snapshot(self.typed(&text, now), now)
    }

    /// The text with what is known of how it was typed.
    pub(crate) fn typed<'a>(&self, text: &'a str, now: Now) -> Typed<'a> {
        Typed {
            text,
            caret: self.draft.caret_offset(),
            pasted: self.draft.pasted_bytes(),
            seconds: self.clock.seconds(now.elapsed),
        }
    }

    /// Measures the text for a screen of this size.
    pub(crate) fn fit(&mut self, look: &Look, area: Rect) {
        let page = self.layout(look, area).page;
        self.draft.set_width(page.width);
        self.draft.set_height(page.height);
    }

    /// Draws the screen and says where the caret stands.
    pub(crate) fn draw(
        &self,
        look: &Look,
        places: &[Place],
        now: Now,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let layout = self.layout(look, area);
        let mut head = Rows {
            buf,
            left: layout.head,
        };
        head.paragraph(self.prompt(look), look.theme.strong, layout.prompt_rows);
        if let Some([last, today]) = self.goal(look) {
            // Where the row is too short for both, today counts.
            let both = wrap::width(&last) + wrap::width(&today);
            let fits = both <= usize::from(layout.head.width);
            let last = if fits { last.as_str() } else { "" };
            head.row(&[(last, look.theme.dim), (&today, look.theme.goal)]);
        }
        self.draw_place(look, &mut head);
        if self.draft.is_empty() && self.take.mock.is_none() {
            draw_lines(
                look,
                &self.plan,
                look.theme.dim,
                text::below(layout.page, 2),
                buf,
            );
        }
        draw_lines(look, &self.plan, look.theme.dim, layout.hints, buf);
        let caret = editor::render(&self.draft, layout.page, buf, look.theme.text);
        self.draw_foot(look, now, layout.foot, buf);
        let lead = match self.bar {
            Bar::Open => look.words.rehearse.leave_bar.as_str(),
            Bar::Elsewhere => look.words.rehearse.elsewhere_bar.as_str(),
            Bar::Closed => "",
        };
        footer::draw(look, places, lead, layout.keys, buf);
        caret.filter(|_| self.bar == Bar::Closed)
    }

    fn prompt<'a>(&'a self, look: &Look) -> &'a str {
        look.prompt(&self.take.prompt, &self.take.prompt_text)
    }

    /// What was noticed last time, and what to do today.
    fn goal(&self, look: &Look) -> Option<[String; 2]> {
        let (last, today) = say::goal(look.words, self.take.goal?);
        let words = &look.words.home;
        let last = fill(&words.last, &[last]) + &look.words.review.space;
        Some([last, fill(&words.today, &[&today])])
    }

    /// Which question of a mock this is.
    fn draw_place(&self, look: &Look, rows: &mut Rows<'_>) {
        let (words, dim) = (&look.words.mock, look.theme.dim);
        let Some(mock) = &self.take.mock else {
            return;
        };
        let numbers = [mock.number().to_string(), mock.questions.to_string()];
        let place = fill(&words.place, &[&numbers[0], &numbers[1]]);
        match mock.asking {
            Source::Drawn => rows.row(&[(&place, dim)]),
            Source::FollowUp => rows.row(&[(&place, dim), (DOT, dim), (&words.follow_up, dim)]),
        }
    }

    fn layout(&self, look: &Look, area: Rect) -> Layout {
        let gap = u16::from(area.height >= TALL);
        // One cell more than is read: the caret's own, behind a full row.
        let column = text::column(margins(area), MEASURE + 1);
        let prompt = text::height(self.prompt(look), column.width);
        let prompt_rows = prompt.min(if gap == 1 { 3 } else { 2 });
        let told = self.take.goal.is_some() || self.take.mock.is_some();
        let head_rows = prompt_rows + u16::from(told);
        let above = text::below(column, head_rows + 1);
        let mut page = Rect {
            height: above.height.saturating_sub(2 + gap),
            ..above
        };
        let mut hints = text::bottom(page, 0);
        if self.hints == Hints::Pinned && page.height > HINTS + ROWS_BESIDE_HINTS {
            hints = text::bottom(page, HINTS);
            page.height -= HINTS + 1;
        }
        let keys = text::bottom(column, 1);
        Layout {
            head: column,
            prompt_rows,
            page,
            hints,
            foot: Rect {
                height: 1,
                ..text::bottom(column, 2)
            },
            keys,
        }
    }
}

/// Where everything stands.
struct Layout {
    head: Rect,
    prompt_rows: u16,
    page: Rect,
    hints: Rect,
    foot: Rect,
    keys: Rect,
}

/// What an action does to the text; `None` when it is no edit.
pub(crate) fn edit(action: Action) -> Option<Edit> {
    Some(match action {
        Action::Insert(c) => Edit::Insert(c.to_string()),
        Action::Newline => Edit::Newline,
        Action::Backspace => Edit::Backspace,
        Action::Delete => Edit::Delete,
        Action::WordBackspace => Edit::WordBackspace,
        Action::WordDelete => Edit::WordDelete,
        Action::Undo => Edit::Undo,
        Action::Redo => Edit::Redo,
        Action::Move(motion) => Edit::Move(motion),
        _ => return None,
    })
}
