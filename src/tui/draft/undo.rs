//! What can be taken back, in steps of about a word. Knows edits, not the text they were made to.

use super::page::{Caret, end_of};

/// One step of undo: `inserted` now stands at `at` where `removed` stood.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) kind: Kind,
    pub(super) at: Caret,
    pub(super) removed: String,
    pub(super) inserted: String,
    /// Caret and pasted bytes before.
    pub(super) before: (Caret, usize),
    /// Caret and pasted bytes after.
    pub(super) after: (Caret, usize),
}

/// How a step came about: steps of one kind can grow together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Typed; grows by letters until a word ends.
    Typed,
    /// Pasted; never grows.
    Pasted,
    /// Backspace; grows backwards through a word.
    Backward,
    /// Delete; grows forwards through a word.
    Forward,
    /// A word removed at once; never grows.
    Word,
}

/// The steps done and those taken back.
#[derive(Debug, Default)]
pub(super) struct Undo {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Nothing may be added to the last step any more.
    sealed: bool,
}

impl Undo {
    /// Remembers a step that has just been done; what was taken back before is forgotten.
    pub(super) fn push(&mut self, step: Step) {
        self.undone.clear();
        let sealed = std::mem::take(&mut self.sealed);
        match self.done.last_mut() {
            Some(last) if !sealed && last.takes(&step) => last.grow(&step),
            _ => self.done.push(step),
        }
    }

    /// Ends the last step.
    pub(super) fn seal(&mut self) {
        self.sealed = true;
    }

    /// The step to take back.
    pub(super) fn back(&mut self) -> Option<&Step> {
        self.sealed = true;
        self.undone.push(self.done.pop()?);
        self.undone.last()
    }

    /// The step to do again.
    pub(super) fn forth(&mut self) -> Option<&Step> {
        self.sealed = true;
        self.done.push(self.undone.pop()?);
        self.done.last()
    }
}

impl Step {
    /// Whether `next` belongs to this step.
    fn takes(&self, next: &Step) -> bool {
        if self.kind != next.kind || self.after != next.before {
            return false;
        }
        match self.kind {
            Kind::Typed => {
                end_of(self.at, &self.inserted) == next.at
                    && grows(last(&self.inserted), first(&next.inserted))
            }
            Kind::Backward => {
                end_of(next.at, &next.removed) == self.at
                    && grows(last(&next.removed), first(&self.removed))
            }
            Kind::Forward => self.at == next.at && grows(last(&self.removed), first(&next.removed)),
            Kind::Pasted | Kind::Word => false,
        }
    }

    fn grow(&mut self, next: &Step) {
        self.inserted.push_str(&next.inserted);
        if self.kind == Kind::Backward {
            self.removed.insert_str(0, &next.removed);
        } else {
            self.removed.push_str(&next.removed);
        }
        self.at = next.at.min(self.at);
        self.after = next.after;
    }
}

/// Whether text that ends in `before` and goes on with `after` is still one word, with the white
/// space behind it. Chinese goes character by character, or by what an input method committed.
fn grows(before: char, after: char) -> bool {
    let alone = |c: char| c == '\n' || u32::from(c) >= 0x2e80;
    !alone(before) && !alone(after) && (!before.is_whitespace() || after.is_whitespace())
}

fn first(text: &str) -> char {
    text.chars().next().unwrap_or('\n')
}

fn last(text: &str) -> char {
    text.chars().next_back().unwrap_or('\n')
}
