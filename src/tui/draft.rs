//! The text being typed: paragraphs, a caret, undo, and the rows they make at a given width. Knows
//! graphemes and rows; knows nothing of keys, drawing or files.
//!
//! Rows are cached by paragraph and brought up to date by [`Draft::edit`] and
//! [`Draft::set_width`], so that drawing needs `&self` only. The last column of the width is kept
//! for the caret: text wraps one cell earlier, and a caret behind a full row has a cell of its own.

mod clean;
mod motion;
mod page;
mod undo;
mod whole;

pub use motion::Motion;
pub use page::Caret;

use std::ops::Range;

use motion::Lean;
use page::Page;
use undo::{Kind, Step, Undo};

/// A text under the caret.
#[derive(Debug)]
pub struct Draft {
    page: Page,
    caret: Caret,
    lean: Lean,
    /// The column that Up and Down try to return to.
    goal: Option<usize>,
    /// The first visible row.
    top: usize,
    /// Visible rows, at least 1.
    height: usize,
    undo: Undo,
    pasted: usize,
}

/// What can be done to a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Typed text, or what an input method committed.
    Insert(String),
    /// Pasted text: one step of undo, counted by [`Draft::pasted_bytes`].
    Paste(String),
    /// A new paragraph.
    Newline,
    /// Removes the grapheme before the caret.
    Backspace,
    /// Removes the grapheme after the caret.
    Delete,
    /// Removes back to where [`Motion::WordLeft`] goes.
    WordBackspace,
    /// Removes up to where [`Motion::WordRight`] goes.
    WordDelete,
    /// Puts a text in the place of these bytes of [`Draft::text`]: one step of undo. Does nothing
    /// where they do not begin and end between two graphemes.
    Replace(Range<usize>, String),
    /// Takes back about a word.
    Undo,
    /// Does again what was taken back.
    Redo,
    /// Moves the caret; the text stays.
    Move(Motion),
}

/// One visible row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// What stands on it.
    pub text: &'a str,
    /// Where it starts: a byte offset in [`Draft::text`].
    pub at: usize,
}

impl Draft {
    /// A draft of `text`, cleaned like pasted text, with the caret at its end and nothing to undo;
    /// 80 cells wide and 24 rows high until told otherwise.
    pub fn new(text: &str) -> Self {
        let page = Page::new(&clean::clean(text), 79);
        let mut draft = Self {
            caret: page.end(),
            page,
            lean: Lean::On,
            goal: None,
            top: 0,
            height: 24,
            undo: Undo::default(),
            pasted: 0,
        };
        draft.follow_caret();
        draft
    }

    /// The whole text; paragraphs are joined by line feeds.
    pub fn text(&self) -> String {
        self.page.text()
    }

    /// Bytes of the whole text.
    pub fn len(&self) -> usize {
        self.page.offset(self.page.end())
    }

    /// Whether nothing has been typed.
    pub fn is_empty(&self) -> bool {
        self.page.end() == Caret::default()
    }

    /// How many bytes of the present text came by paste. An estimate: what is removed counts as
    /// pasted in proportion.
    pub fn pasted_bytes(&self) -> usize {
        self.pasted
    }

    /// Where the caret stands.
    pub fn caret(&self) -> Caret {
        self.caret
    }

    /// The caret as a byte offset in [`Draft::text`].
    pub fn caret_offset(&self) -> usize {
        self.page.offset(self.caret)
    }

    /// Puts the caret before byte `offset` of [`Draft::text`], or on the next border between two
    /// graphemes.
    pub fn place_caret(&mut self, offset: usize) {
        self.undo.seal();
        self.caret = self.page.caret(offset);
        self.lean = Lean::On;
        self.goal = None;
        self.follow_caret();
    }

    /// Wraps for an area of `cells` columns, the last of which is kept for the caret.
    pub fn set_width(&mut self, cells: u16) {
        if self.page.set_width(cells.saturating_sub(1).max(1)) {
            self.follow_caret();
        }
    }

    /// Scrolls and pages by an area of `rows` rows.
    pub fn set_height(&mut self, rows: u16) {
        let height = usize::from(rows.max(1));
        if height != self.height {
            self.height = height;
            self.follow_caret();
        }
    }

    /// Does one edit and says whether the text has changed.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let changed = match edit {
            Edit::Insert(text) => self.insert(clean::clean(&text), Kind::Typed),
            Edit::Paste(text) => self.insert(clean::clean(&text), Kind::Pasted),
            Edit::Newline => self.insert("\n".to_owned(), Kind::Typed),
            Edit::Backspace => self.remove(Motion::Left, Kind::Backward),
            Edit::Delete => self.remove(Motion::Right, Kind::Forward),
            Edit::WordBackspace => self.remove(Motion::WordLeft, Kind::Word),
            Edit::WordDelete => self.remove(Motion::WordRight, Kind::Word),
            Edit::Replace(range, text) => self.replace(&range, clean::clean(&text)),
            Edit::Undo => self.take_back(),
            Edit::Redo => self.do_again(),
            Edit::Move(motion) => self.go(motion),
        };
        self.follow_caret();
        changed
    }

    /// Rows of the whole text at the present width, at least 1.
    pub fn row_count(&self) -> usize {
        self.page.row_count()
    }

    /// The first visible row, counted from 0.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The rows from [`Draft::top`] on; the caller takes as many as fit.
    pub fn visible_rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.page.rows_from(self.top)
    }

    /// The caret's column and row inside the visible area; the row can lie outside only while the
    /// area is higher or lower than [`Draft::set_height`] was told.
    pub fn caret_cell(&self) -> (usize, usize) {
        let (row, column) = self.page.cell(self.caret, self.lean);
        (column, row - self.top)
    }

    fn insert(&mut self, text: String, kind: Kind) -> bool {
        if text.is_empty() {
            return false;
        }
        let pasted = match kind {
            Kind::Pasted => self.pasted + text.len(),
            _ => self.pasted,
        };
        let at = self.caret;
        let end = self.page.insert(at, &text);
        let after = self.page.snap(end);
        self.record(Step {
            kind,
            at,
            removed: String::new(),
            inserted: text,
            before: (at, self.pasted),
            after: (after, pasted),
        });
        true
    }

    fn remove(&mut self, motion: Motion, kind: Kind) -> bool {
        let before = self.caret;
        let (target, _) = self.target(motion);
        let (from, to) = (before.min(target), before.max(target));
        if from == to {
            return false;
        }
        let total = self.len();
        let removed = self.page.remove(from, to);
        let after = self.page.snap(from);
        let share = self.pasted * removed.len() / total.max(1);
        self.record(Step {
            kind,
            at: from,
            removed,
            inserted: String::new(),
            before: (before, self.pasted),
            after: (after, self.pasted - share),
        });
        true
    }

    fn replace(&mut self, range: &Range<usize>, text: String) -> bool {
        let [from, to] = [range.start, range.end].map(|at| self.page.caret(at.min(self.len())));
        if [from, to].map(|caret| self.page.offset(caret)) != [range.start, range.end] {
            return false;
        }
        if from == to && text.is_empty() {
            return false;
        }
        let before = (self.caret, self.pasted);
        let removed = self.page.remove(from, to);
        let end = self.page.insert(from, &text);
        let after = (self.page.snap(end), self.pasted.min(self.len()));
        self.record(Step {
            kind: Kind::Word,
            at: from,
            removed,
            inserted: text,
            before,
            after,
        });
        true
    }

    fn record(&mut self, step: Step) {
        self.settle(step.after);
        self.undo.push(step);
    }

    fn take_back(&mut self) -> bool {
        let Some(step) = self.undo.back() else {
            return false;
        };
        let before = step.before;
        self.page.replace(step.at, &step.inserted, &step.removed);
        self.settle(before);
        true
    }

    fn do_again(&mut self) -> bool {
        let Some(step) = self.undo.forth() else {
            return false;
        };
        let after = step.after;
        self.page.replace(step.at, &step.removed, &step.inserted);
        self.settle(after);
        true
    }

    fn settle(&mut self, (caret, pasted): (Caret, usize)) {
        self.caret = caret;
        self.pasted = pasted;
        self.lean = Lean::On;
        self.goal = None;
    }

    /// Scrolls by as little as shows the caret, and leaves no empty rows below the text that
    /// earlier rows could fill.
    fn follow_caret(&mut self) {
        let (row, _) = self.page.cell(self.caret, self.lean);
        let lowest = self.page.row_count().saturating_sub(self.height);
        self.top = self.top.min(row).min(lowest);
        if row >= self.top + self.height {
            self.top = row + 1 - self.height;
        }
    }
}

#[cfg(test)]
mod tests;
