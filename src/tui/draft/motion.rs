//! Where the caret goes. Knows words, rows and columns; changes no text.

use unicode_segmentation::UnicodeSegmentation;

use super::{Caret, Draft};
use crate::wrap;

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One grapheme back.
    Left,
    /// One grapheme on.
    Right,
    /// To the start of the word before the caret; a run of Chinese characters up to punctuation
    /// counts as a word.
    WordLeft,
    /// To the end of the next word.
    WordRight,
    /// One row up in the same column; from the first row to the start of the text.
    Up,
    /// One row down in the same column; from the last row to the end of the text.
    Down,
    /// To the start of the row.
    LineStart,
    /// To the end of the row.
    LineEnd,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// Up by the height of the area, less one row.
    PageUp,
    /// Down by the height of the area, less one row.
    PageDown,
}

/// On which of two rows a caret is shown that stands exactly where one ends and the next starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    /// At the end of the row before.
    Back,
    /// At the start of the row after.
    On,
}

impl Draft {
    /// Moves; the text never changes.
    pub(super) fn go(&mut self, motion: Motion) -> bool {
        self.undo.seal();
        let rows = match motion {
            Motion::Up => -1,
            Motion::Down => 1,
            Motion::PageUp => -self.page_step(),
            Motion::PageDown => self.page_step(),
            _ => {
                (self.caret, self.lean) = self.target(motion);
                self.goal = None;
                return false;
            }
        };
        let (_, column) = self.page.cell(self.caret, self.lean);
        let goal = self.goal.unwrap_or(column);
        (self.caret, self.lean) = self.row_away(rows, goal);
        self.goal = Some(goal);
        if matches!(motion, Motion::PageUp | Motion::PageDown) {
            self.top = self.top.saturating_add_signed(rows);
        }
        false
    }

    /// Where `motion` leads from here.
    pub(super) fn target(&self, motion: Motion) -> (Caret, Lean) {
        let (start, end) = self.page.row_around(self.caret, self.lean);
        let (_, column) = self.page.cell(self.caret, self.lean);
        match motion {
            Motion::Left => (self.left(), Lean::On),
            Motion::Right => (self.right(), Lean::On),
            Motion::WordLeft => (self.word_left(), Lean::On),
            Motion::WordRight => (self.word_right(), Lean::On),
            Motion::LineStart => (start, Lean::On),
            Motion::LineEnd => end,
            Motion::TextStart => (Caret::default(), Lean::On),
            Motion::TextEnd => (self.page.end(), Lean::On),
            Motion::Up => self.row_away(-1, column),
            Motion::Down => self.row_away(1, column),
            Motion::PageUp => self.row_away(-self.page_step(), column),
            Motion::PageDown => self.row_away(self.page_step(), column),
        }
    }

    fn page_step(&self) -> isize {
        isize::try_from(self.height - 1).unwrap_or(1).max(1)
    }

    fn row_away(&self, rows: isize, column: usize) -> (Caret, Lean) {
        let (row, _) = self.page.cell(self.caret, self.lean);
        let last = self.page.row_count() - 1;
        match row.checked_add_signed(rows) {
            None if row == 0 => (Caret::default(), Lean::On),
            None => self.page.place(0, column),
            Some(_) if row == last && rows > 0 => (self.page.end(), Lean::On),
            Some(row) => self.page.place(row.min(last), column),
        }
    }

    fn left(&self) -> Caret {
        let Caret { paragraph, byte } = self.caret;
        if byte > 0 {
            let byte = wrap::boundary_before(self.page.line(paragraph), byte);
            Caret { paragraph, byte }
        } else if paragraph > 0 {
            self.line_end(paragraph - 1)
        } else {
            self.caret
        }
    }

    fn right(&self) -> Caret {
        let Caret { paragraph, byte } = self.caret;
        if self.caret == self.page.end() {
            self.caret
        } else if byte == self.page.line(paragraph).len() {
            Caret {
                paragraph: paragraph + 1,
                byte: 0,
            }
        } else {
            let byte = wrap::boundary_after(self.page.line(paragraph), byte);
            Caret { paragraph, byte }
        }
    }

    fn word_left(&self) -> Caret {
        let Caret { paragraph, byte } = self.caret;
        if byte == 0 {
            return self.left();
        }
        let before = self.page.line(paragraph)[..byte].graphemes(true).rev();
        let byte = byte - word_length(before);
        self.page.snap(Caret { paragraph, byte })
    }

    fn word_right(&self) -> Caret {
        let Caret { paragraph, byte } = self.caret;
        let line = self.page.line(paragraph);
        if byte == line.len() {
            return self.right();
        }
        let byte = byte + word_length(line[byte..].graphemes(true));
        self.page.snap(Caret { paragraph, byte })
    }

    fn line_end(&self, paragraph: usize) -> Caret {
        Caret {
            paragraph,
            byte: self.page.line(paragraph).len(),
        }
    }
}

/// Bytes up to the far end of the first word: what is between words, then graphemes of one kind.
fn word_length<'a>(graphemes: impl Iterator<Item = &'a str>) -> usize {
    let mut length = 0;
    let mut word = None;
    for grapheme in graphemes {
        let kind = WordKind::of(grapheme);
        match (word, kind) {
            (None, WordKind::Between) => {}
            (None, _) => word = Some(kind),
            (Some(word), _) if word == kind => {}
            (Some(_), _) => break,
        }
        length += grapheme.len();
    }
    length
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum WordKind {
    /// White space and punctuation.
    Between,
    /// Letters and digits.
    Letters,
    /// Characters that are written without spaces.
    Wide,
}

impl WordKind {
    fn of(grapheme: &str) -> Self {
        let first = grapheme.chars().next().unwrap_or(' ');
        if matches!(first, '\'' | '’' | '_') {
            Self::Letters
        } else if !first.is_alphanumeric() && first.is_ascii() {
            Self::Between
        } else if wrap::cells(grapheme) > 1 && !is_wide_mark(first) {
            Self::Wide
        } else if first.is_alphanumeric() {
            Self::Letters
        } else {
            Self::Between
        }
    }
}

/// Full-width and Chinese punctuation.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}
