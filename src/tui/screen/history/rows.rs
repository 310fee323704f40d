//! The rows of the list of past attempts: columns and what stands in them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::engine::Tip;
use crate::practice::history::Attempt;
use crate::tui::say;
use crate::tui::screen::{Look, ROOMY};
use crate::tui::widget::text;
use crate::wrap;

/// Cells of the eight states.
const STATES: u16 = 8;

/// Cells of the columns beside the prompt: day, take, states, words.
const WIDTHS: [u16; 4] = [10, 4, STATES, 5];

/// Cells between two columns.
const GAP: u16 = 2;

/// The names of the columns; the eight states stand under the digits of their tips.
pub(super) fn columns(look: &Look, area: Rect, buf: &mut Buffer) {
    let (words, dim) = (&look.words.history, look.theme.dim);
    let columns = Columns::new(area);
    text::row(buf, columns.day, &[(&words.day, dim)]);
    text::row(buf, columns.prompt, &[(&words.prompt, dim)]);
    text::row_right(buf, columns.take, &[(&words.take, dim)]);
    text::row(buf, columns.states, &[("12345678", dim)]);
    text::row_right(buf, columns.words, &[(&words.words, dim)]);
}

/// One attempt.
pub(super) fn attempt(look: &Look, record: &Attempt, line: Style, area: Rect, buf: &mut Buffer) {
    let columns = Columns::new(area);
    let row = Rect {
        height: area.height.min(1),
        ..area
    };
    buf.set_style(row.intersection(*buf.area()), line);
    // Without the year where there is little room.
    let cut = 10 - usize::from(columns.day.width.min(10));
    let date = record.day.get(cut..).unwrap_or_default();
    text::row(buf, columns.day, &[(date, line)]);
    let prompt = look.prompt(&record.prompt, &record.prompt_text);
    text::row(buf, columns.prompt, &[(prompt, line)]);
    let take = record.take.map(|take| take.to_string()).unwrap_or_default();
    text::row_right(buf, columns.take, &[(&take, line)]);
    let state = summary(look, record, line);
    let pieces: Vec<(&str, Style)> = state
        .iter()
        .map(|(piece, style)| (&**piece, *style))
        .collect();
    text::row(buf, columns.states, &pieces);
    let words = record.words.to_string();
    text::row_right(buf, columns.words, &[(&words, line)]);
}

/// Where the columns of a row stand; take and words have no cells where there is little room.
struct Columns {
    day: Rect,
    prompt: Rect,
    take: Rect,
    states: Rect,
    words: Rect,
}

impl Columns {
    fn new(area: Rect) -> Self {
        let widths = if area.width >= ROOMY {
            WIDTHS
        } else {
            [5, 0, STATES, 0]
        };
        let [day, take, states, words] = widths;
        let gaps = widths.iter().filter(|width| **width > 0).count();
        let gaps = u16::try_from(gaps).unwrap_or(0) * GAP;
        let prompt = area.width.saturating_sub(widths.iter().sum::<u16>() + gaps);
        let mut left = Rect {
            height: area.height.min(1),
            ..area
        };
        let mut next = |width: u16| {
            let cell = Rect {
                width: width.min(left.width),
                ..left
            };
            if width > 0 {
                left = text::from(left, width + GAP);
            }
            cell
        };
        Self {
            day: next(day),
            prompt: next(prompt),
            take: next(take),
            states: next(states),
            words: next(words),
        }
    }
}

/// The eight states as shapes, in the order of the tips.
fn summary(look: &Look, record: &Attempt, line: Style) -> Vec<(String, Style)> {
    if record.verdicts.is_empty() {
        let word = &look.words.history.unmarked;
        let cells = usize::from(STATES);
        let word = if wrap::width(word) > cells { "-" } else { word };
        return vec![(word.to_owned(), line)];
    }
    Tip::ALL
        .into_iter()
        .map(|tip| {
            let verdict = record.verdicts.get(&tip);
            let shape = verdict.map_or(" ", |verdict| say::shape(*verdict));
            let style = match verdict {
                // A reversed row keeps to its one style.
                Some(verdict) if line != look.theme.focus => look.theme.verdict(*verdict),
                _ => line,
            };
            (shape.to_owned(), style)
        })
        .collect()
}
