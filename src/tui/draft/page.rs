//! Paragraphs and the rows they make. Knows positions and widths, not what they are moved for.

use std::ops::Range;

use crate::wrap::{self, Change};

use super::Row;
use super::motion::Lean;

/// A place in a draft: always between two graphemes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Caret {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The byte inside the paragraph.
    pub byte: usize,
}

/// The text by paragraph; never without one.
#[derive(Debug)]
pub(super) struct Page {
    paragraphs: Vec<Paragraph>,
    width: u16,
}

#[derive(Debug)]
struct Paragraph {
    text: String,
    rows: Vec<Range<usize>>,
}

impl Paragraph {
    fn new(text: String, width: u16) -> Self {
        let rows = wrap::wrap(&text, width);
        Self { text, rows }
    }

    /// Puts `text` in the place of some bytes.
    fn change(&mut self, range: Range<usize>, text: &str, width: u16) {
        let change = Change {
            at: range.start,
            removed: range.len(),
            inserted: text.len(),
        };
        self.text.replace_range(range, text);
        wrap::rewrap(&self.text, width, &mut self.rows, change);
    }

    /// Takes out some bytes and puts `text` in their place.
    fn exchange(&mut self, range: Range<usize>, text: &str, width: u16) -> String {
        let removed = self.text[range.clone()].to_owned();
        self.change(range, text, width);
        removed
    }
}

impl Page {
    pub(super) fn new(text: &str, width: u16) -> Self {
        let paragraphs = text
            .split('\n')
            .map(|line| Paragraph::new(line.to_owned(), width))
            .collect();
        Self { paragraphs, width }
    }

    pub(super) fn text(&self) -> String {
        let mut out = String::with_capacity(self.offset(self.end()));
        for (i, paragraph) in self.paragraphs.iter().enumerate() {
            if i > 0 {
                out.push('\n');
            }
            out.push_str(&paragraph.text);
        }
        out
    }

    /// Wraps anew if this is another width, and says whether it is.
    pub(super) fn set_width(&mut self, width: u16) -> bool {
        if width == self.width {
            return false;
        }
        self.width = width;
        for paragraph in &mut self.paragraphs {
            paragraph.rows = wrap::wrap(&paragraph.text, width);
        }
        true
    }

    /// The paragraph with this index.
    pub(super) fn line(&self, paragraph: usize) -> &str {
        &self.paragraphs[paragraph].text
    }

    /// The end of the text.
    pub(super) fn end(&self) -> Caret {
        let paragraph = self.paragraphs.len() - 1;
        Caret {
            paragraph,
            byte: self.line(paragraph).len(),
        }
    }

    /// Bytes of the whole text before `caret`.
    pub(super) fn offset(&self, caret: Caret) -> usize {
        let before: usize = self.paragraphs[..caret.paragraph]
            .iter()
            .map(|paragraph| paragraph.text.len() + 1)
            .sum();
        before + caret.byte
    }

    /// The place before byte `offset` of the whole text, or the next border after it.
    pub(super) fn caret(&self, offset: usize) -> Caret {
        let mut byte = offset;
        for (paragraph, line) in self.paragraphs.iter().enumerate() {
            if byte <= line.text.len() {
                while !line.text.is_char_boundary(byte) {
                    byte += 1;
                }
                return self.snap(Caret { paragraph, byte });
            }
            byte -= line.text.len() + 1;
        }
        self.end()
    }

    /// `caret`, or the next border when text around it has grown together into one grapheme.
    pub(super) fn snap(&self, caret: Caret) -> Caret {
        let line = self.line(caret.paragraph);
        if wrap::is_boundary(line, caret.byte) {
            return caret;
        }
        let byte = wrap::boundary_after(line, caret.byte);
        Caret { byte, ..caret }
    }

    /// Puts `text` at `at` and gives its end.
    pub(super) fn insert(&mut self, at: Caret, text: &str) -> Caret {
        let width = self.width;
        let first = &mut self.paragraphs[at.paragraph];
        let Some((head, rest)) = text.split_once('\n') else {
            first.change(at.byte..at.byte, text, width);
            return end_of(at, text);
        };
        let tail = first.exchange(at.byte..first.text.len(), head, width);
        let mut lines: Vec<String> = rest.split('\n').map(str::to_owned).collect();
        if let Some(last) = lines.last_mut() {
            last.push_str(&tail);
        }
        let next = at.paragraph + 1;
        let paragraphs = lines.into_iter().map(|line| Paragraph::new(line, width));
        self.paragraphs.splice(next..next, paragraphs);
        end_of(at, text)
    }

    /// Takes out what lies between two places, in this order.
    pub(super) fn remove(&mut self, from: Caret, to: Caret) -> String {
        let width = self.width;
        if from.paragraph == to.paragraph {
            let paragraph = &mut self.paragraphs[from.paragraph];
            return paragraph.exchange(from.byte..to.byte, "", width);
        }
        let first = &mut self.paragraphs[from.paragraph];
        let mut removed = first.text[from.byte..].to_owned();
        let mut tail = String::new();
        for paragraph in self.paragraphs.drain(from.paragraph + 1..=to.paragraph) {
            removed.push('\n');
            removed.push_str(&paragraph.text);
            tail = paragraph.text;
        }
        let tail = tail.split_off(to.byte);
        removed.truncate(removed.len() - tail.len());
        let first = &mut self.paragraphs[from.paragraph];
        first.change(from.byte..first.text.len(), &tail, width);
        removed
    }

    /// Puts `new` where `old` stands at `at`.
    pub(super) fn replace(&mut self, at: Caret, old: &str, new: &str) {
        if !old.is_empty() {
            self.remove(at, end_of(at, old));
        }
        if !new.is_empty() {
            self.insert(at, new);
        }
    }

    pub(super) fn row_count(&self) -> usize {
        self.rows_before(self.paragraphs.len())
    }

    /// The row and the column at which a caret is shown.
    pub(super) fn cell(&self, caret: Caret, lean: Lean) -> (usize, usize) {
        let Paragraph { text, rows } = &self.paragraphs[caret.paragraph];
        let row = row_with(rows, caret.byte, lean);
        let column = wrap::width(&text[rows[row].start..caret.byte]);
        let row = self.rows_before(caret.paragraph) + row;
        (row, column.min(usize::from(self.width)))
    }

    /// The places where the row that shows `caret` starts and ends.
    pub(super) fn row_around(&self, caret: Caret, lean: Lean) -> (Caret, (Caret, Lean)) {
        let rows = &self.paragraphs[caret.paragraph].rows;
        let row = row_with(rows, caret.byte, lean);
        let start = Caret {
            byte: rows[row].start,
            ..caret
        };
        (start, self.row_end(caret.paragraph, row))
    }

    /// The place in row `row` of the whole text that is nearest to `column`.
    pub(super) fn place(&self, row: usize, column: usize) -> (Caret, Lean) {
        let mut left = row;
        let mut paragraph = 0;
        while paragraph + 1 < self.paragraphs.len() && left >= self.paragraphs[paragraph].rows.len()
        {
            left -= self.paragraphs[paragraph].rows.len();
            paragraph += 1;
        }
        let Paragraph { text, rows } = &self.paragraphs[paragraph];
        let row = left.min(rows.len() - 1);
        let range = rows[row].clone();
        let mut byte = range.start;
        let mut filled = 0;
        while byte < range.end {
            let next = wrap::boundary_after(text, byte);
            filled += usize::from(wrap::cells(&text[byte..next]));
            if filled > column {
                return (Caret { paragraph, byte }, Lean::On);
            }
            byte = next;
        }
        self.row_end(paragraph, row)
    }

    /// The rows from `top` on.
    pub(super) fn rows_from(&self, top: usize) -> impl Iterator<Item = Row<'_>> {
        let mut skip = top;
        let mut first = 0;
        let mut at = 0;
        while first < self.paragraphs.len() && skip >= self.paragraphs[first].rows.len() {
            skip -= self.paragraphs[first].rows.len();
            at += self.paragraphs[first].text.len() + 1;
            first += 1;
        }
        let starts = self.paragraphs[first..].iter().scan(at, |at, paragraph| {
            let start = *at;
            *at += paragraph.text.len() + 1;
            Some((start, paragraph))
        });
        starts
            .flat_map(|(start, paragraph)| {
                paragraph.rows.iter().map(move |row| Row {
                    text: &paragraph.text[row.clone()],
                    at: start + row.start,
                })
            })
            .skip(skip)
    }

    /// Where End goes: behind the last row of a paragraph; on a wrapped row before the white space
    /// that hangs, or, without any, behind its last grapheme.
    fn row_end(&self, paragraph: usize, row: usize) -> (Caret, Lean) {
        let Paragraph { text, rows } = &self.paragraphs[paragraph];
        let range = rows[row].clone();
        let at = |byte| Caret { paragraph, byte };
        let solid = text[range.clone()].trim_end().len();
        if row + 1 == rows.len() {
            (at(range.end), Lean::On)
        } else if solid == 0 || solid == range.len() {
            (at(range.end), Lean::Back)
        } else {
            (self.snap(at(range.start + solid)), Lean::On)
        }
    }

    fn rows_before(&self, paragraph: usize) -> usize {
        let rows = |paragraph: &Paragraph| paragraph.rows.len();
        self.paragraphs[..paragraph].iter().map(rows).sum()
    }
}

/// Where `text` ends when it starts at `at`.
pub(super) fn end_of(at: Caret, text: &str) -> Caret {
    match text.rfind('\n') {
        None => Caret {
            byte: at.byte + text.len(),
            ..at
        },
        Some(last) => Caret {
            paragraph: at.paragraph + text.matches('\n').count(),
            byte: text.len() - last - 1,
        },
    }
}

fn row_with(rows: &[Range<usize>], byte: usize, lean: Lean) -> usize {
    let row = rows.partition_point(|row| row.start <= byte).max(1) - 1;
    match lean {
        Lean::Back if row > 0 && rows[row].start == byte => row - 1,
        Lean::Back | Lean::On => row,
    }
}
