//! The rows of a passage: text, labels and caret lines in the order they are shown. Knows offsets
//! and widths; no styles.

use std::ops::Range;

use crate::wrap;

use super::Passage;

/// What is shown, row by row.
pub(super) struct Layout {
    /// Text with labels and caret lines put in.
    pub(super) shown: String,
    /// Bytes of `shown`.
    pub(super) rows: Vec<Range<usize>>,
    /// Where each piece of `shown` starts and what it is; ascending, the first at 0.
    pieces: Vec<(usize, Source)>,
}

/// Where something shown comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The text, from this byte on.
    Text(usize),
    /// The label of the mark with this index.
    Label(usize),
    /// The caret line with this index.
    Caret(usize),
}

/// Something put into the text at a byte.
struct Inlay {
    at: usize,
    source: Source,
}

impl Layout {
    pub(super) fn new(passage: &Passage, width: u16) -> Self {
        let text = passage.text;
        let mut layout = Self {
            shown: String::with_capacity(text.len() + 64),
            rows: Vec::new(),
            pieces: Vec::new(),
        };
        let mut done = 0;
        let mut chunk = 0;
        let mut glued = Vec::new();
        for Inlay { at, source } in inlays(passage) {
            layout.push(Source::Text(done), &text[done..at]);
            done = at;
            match source {
                Source::Label(mark) => {
                    if let Some(label) = passage.marks[mark].label {
                        layout.push(source, &format!("[{label}]"));
                        glued.push(layout.shown.len());
                    }
                }
                Source::Caret(line) => {
                    layout.wrap(&mut chunk, width, &mut glued);
                    layout.push(source, &passage.carets[line].text);
                    layout.wrap(&mut chunk, width, &mut glued);
                }
                Source::Text(_) => glued.push(layout.shown.len()),
            }
        }
        layout.push(Source::Text(done), &text[done..]);
        layout.wrap(&mut chunk, width, &mut glued);
        if layout.rows.is_empty() {
            layout.rows.push(0..0);
        }
        layout
    }

    /// What stands at a byte of `shown`; for text, the byte of the text itself.
    pub(super) fn source(&self, at: usize) -> Source {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        match piece.checked_sub(1).map(|i| self.pieces[i]) {
            Some((start, Source::Text(first))) => Source::Text(first + (at - start)),
            Some((_, source)) => source,
            None => Source::Text(at),
        }
    }

    /// The row that shows a byte of the text.
    pub(super) fn row_of(&self, at: usize) -> usize {
        let piece = self
            .pieces
            .iter()
            .rev()
            .find_map(|(start, source)| match source {
                Source::Text(first) if *first <= at => Some(start + (at - first)),
                _ => None,
            });
        let shown = piece.unwrap_or(0);
        self.rows.partition_point(|row| row.start <= shown).max(1) - 1
    }

    fn push(&mut self, source: Source, piece: &str) {
        if !piece.is_empty() {
            self.pieces.push((self.shown.len(), source));
            self.shown.push_str(piece);
        }
    }

    /// Makes rows of what has been shown since `chunk`.
    fn wrap(&mut self, chunk: &mut usize, width: u16, glued: &mut Vec<usize>) {
        let start = std::mem::replace(chunk, self.shown.len());
        if start == self.shown.len() {
            return;
        }
        for at in glued.iter_mut() {
            *at -= start;
        }
        let rows = wrap::wrap_glued(&self.shown[start..], width, glued);
        let rows = rows
            .into_iter()
            .map(|row| row.start + start..row.end + start);
        self.rows.extend(rows);
        glued.clear();
    }
}

/// Labels and caret lines in the order of the text; a caret line stands before labels of its place.
fn inlays(passage: &Passage) -> Vec<Inlay> {
    let text = passage.text;
    let carets = passage.carets.iter().enumerate().map(|(i, line)| {
        let at = floor(text, line.at);
        let rest = &text[at..];
        let space = rest.len() - rest.trim_start().len();
        Inlay {
            at: at + space,
            source: Source::Caret(i),
        }
    });
    let labels = passage.marks.iter().enumerate().map(|(i, mark)| Inlay {
        at: floor(text, mark.span.start),
        source: Source::Label(i),
    });
    let glue = passage.glue.iter().map(|at| Inlay {
        at: floor(text, *at),
        source: Source::Text(*at),
    });
    let mut inlays: Vec<Inlay> = carets.chain(labels).chain(glue).collect();
    inlays.sort_by_key(|inlay| (inlay.at, matches!(inlay.source, Source::Label(_))));
    inlays
}

/// The nearest character border at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
