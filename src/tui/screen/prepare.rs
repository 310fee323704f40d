//! Before the first rehearsal: the three steps as short pages, a line that tells whether a story is
//! a good one, and the four lines it hangs on. Knows what is typed; knows no engine and no files.

mod draw;

pub(crate) use draw::draw_lines;

use crate::engine::Kind;
use crate::practice::prepare::{BACKWARDS, KINDS, Plan};
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::widget::field;

/// Characters of a line at most.
const LONGEST_LINE: usize = 200;

/// The pages in order: finding a story belongs to choosing it.
const PAGES: [Page; 5] = [
    Page::Step(0),
    Page::Plan,
    Page::Story,
    Page::Step(1),
    Page::Step(2),
];

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    /// One of the three steps.
    Step(usize),
    /// The four lines.
    Plan,
    /// What kind of story it is.
    Story,
}

/// Where a person is in preparing.
#[derive(Debug, Default)]
pub(crate) struct Prepare {
    /// Which page.
    page: usize,
    /// What has been written of the story.
    pub(crate) plan: Plan,
    /// Which of them is typed, in the order in which they are asked for.
    turn: usize,
    /// What the line tells, or what was chosen.
    kind: Option<Kind>,
    /// Whether the line was read and nothing was seen in it.
    unsure: bool,
}

/// What a key asks of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Nothing.
    None,
    /// Keep the four lines.
    Keep,
    /// Say what kind of story this line tells.
    Read(String),
    /// It is over.
    Leave,
}

impl Prepare {
    /// The first page, with the lines of last time.
    pub(crate) fn new(plan: Plan) -> Self {
        Self {
            plan,
            ..Self::default()
        }
    }

    /// Whether text is typed here.
    pub(crate) fn takes_text(&self) -> bool {
        !matches!(PAGES[self.page], Page::Step(_))
    }

    /// Turns a page, types, or chooses.
    pub(crate) fn update(&mut self, action: Action) -> Wish {
        match (PAGES[self.page], action) {
            (_, Action::Back) => return Wish::Leave,
            (_, Action::Move(Motion::PageDown)) | (Page::Step(_), Action::Go) => {
                return self.turn_page();
            }
            (_, Action::Move(Motion::PageUp)) => self.page = self.page.saturating_sub(1),
            (Page::Plan, Action::Go) if self.turn + 1 == BACKWARDS.len() => {
                return self.turn_page();
            }
            (Page::Story, Action::Go) if self.plan.story.trim().is_empty() => {
                return self.turn_page();
            }
            (Page::Story, Action::Go) => return Wish::Read(self.plan.story.trim().to_owned()),
            (Page::Plan, Action::Go | Action::Move(Motion::Down)) => {
                self.turn = (self.turn + 1) % BACKWARDS.len();
            }
            (Page::Plan, Action::Move(Motion::Up)) => {
                self.turn = (self.turn + BACKWARDS.len() - 1) % BACKWARDS.len();
            }
            (Page::Story, Action::Move(Motion::Down)) => self.choose(1),
            (Page::Story, Action::Move(Motion::Up)) => self.choose(KINDS.len() - 1),
            (_, action) => {
                let edited = self
                    .line()
                    .is_some_and(|line| field::edit(line, action, LONGEST_LINE));
                return if edited { self.typed() } else { Wish::None };
            }
        }
        Wish::None
    }

    /// Adds text to the line, as much as there is room for.
    pub(crate) fn type_in(&mut self, text: &str) -> Wish {
        let Some(line) = self.line() else {
            return Wish::None;
        };
        field::type_in(line, text, LONGEST_LINE);
        self.typed()
    }

    /// What the line tells.
    pub(crate) fn judge(&mut self, kind: Option<Kind>) {
        self.kind = kind;
        self.unsure = kind.is_none();
    }

    /// What was said of the line holds no more.
    fn typed(&mut self) -> Wish {
        if PAGES[self.page] == Page::Story {
            (self.kind, self.unsure) = (None, false);
        }
        Wish::Keep
    }

    /// The line that is typed.
    fn line(&mut self) -> Option<&mut String> {
        match PAGES[self.page] {
            Page::Step(_) => None,
            Page::Plan => Some(&mut self.plan.lines[BACKWARDS[self.turn]]),
            Page::Story => Some(&mut self.plan.story),
        }
    }

    fn turn_page(&mut self) -> Wish {
        if self.page + 1 == PAGES.len() {
            return Wish::Leave;
        }
        self.page += 1;
        Wish::None
    }

    /// Chooses by hand, round and round.
    fn choose(&mut self, steps: usize) {
        let here = self
            .kind
            .and_then(|kind| KINDS.iter().position(|known| *known == kind));
        let next = here.map_or(if steps == 1 { 0 } else { KINDS.len() - 1 }, |here| {
            (here + steps) % KINDS.len()
        });
        self.judge(Some(KINDS[next]));
    }
}
