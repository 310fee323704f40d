//! The list of past attempts. Knows records and a filter; knows nothing of files.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Look, ROOMY, Rows, footer, margins};
use crate::content::words::{counted, fill};
use crate::engine::Tip;
use crate::practice::history::History;
use crate::practice::record::Record;
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::say;
use crate::tui::widget::text;
use crate::wrap;

/// Cells of the eight states.
const STATES: u16 = 8;

/// Cells of the columns beside the prompt: day, take, states, words.
const WIDTHS: [u16; 4] = [10, 4, STATES, 5];

/// Cells between two columns.
const GAP: u16 = 2;

/// The widest list.
const WIDEST: u16 = 100;

/// The past attempts and what is looked for among them.
#[derive(Debug)]
pub(crate) struct Past {
    load: Load,
    filter: String,
    /// Whether the filter is being typed.
    pub(crate) typing: bool,
    /// Indices of the attempts that the filter lets through, the latest first.
    shown: Vec<usize>,
    /// Which of them is selected.
    chosen: usize,
}

/// How far the reading is.
#[derive(Debug)]
enum Load {
    Waiting,
    Here(Box<History>),
    Failed(String),
}

impl Past {
    /// A list that waits for the history.
    pub(crate) const fn waiting() -> Self {
        Self {
            load: Load::Waiting,
            filter: String::new(),
            typing: false,
            shown: Vec::new(),
            chosen: 0,
        }
    }

    /// The history is here, or the reason why it is not.
    pub(crate) fn arrive(&mut self, history: Result<Box<History>, String>) {
        self.load = match history {
            Ok(history) => Load::Here(history),
            Err(why) => Load::Failed(why),
        };
        self.sift();
    }

    /// The selected attempt.
    pub(crate) fn record(&self) -> Option<&Record> {
        self.attempts().get(*self.shown.get(self.chosen)?)
    }

    /// Selects, or changes the filter.
    pub(crate) fn update(&mut self, action: Action, area: Rect) {
        match action {
            Action::Filter => self.typing = true,
            Action::Insert(c) => self.type_filter(|filter| filter.push(c)),
            Action::Backspace => self.type_filter(|filter| {
                filter.pop();
            }),
            Action::Go => self.typing = false,
            Action::Back => {
                self.typing = false;
                self.type_filter(String::clear);
            }
            Action::Move(motion) => self.select(motion, usize::from(list(area).height)),
            _ => {}
        }
    }

    /// Pasted text goes into the filter while that is typed.
    pub(crate) fn paste(&mut self, text: &str) {
        if self.typing {
            let first = text.lines().next().unwrap_or_default();
            let plain: String = first.chars().filter(|c| !c.is_control()).collect();
            self.type_filter(|filter| filter.push_str(&plain));
        }
    }

    /// Draws the screen and says where the caret stands.
    pub(crate) fn draw(
        &self,
        look: &Look,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<ratatui::layout::Position> {
        let inner = text::column(margins(area), WIDEST);
        footer::draw(look, places, "", inner, buf);
        let (words, theme) = (&look.words.history, &look.theme);
        text::row(buf, inner, &[(&words.title, theme.strong)]);
        let count = &look.words.count;
        let attempts = counted(self.shown.len(), &count.attempt, &count.attempts);
        text::row_right(buf, inner, &[(&attempts, theme.dim)]);
        let mut caret = None;
        let below = text::below(inner, 1);
        if self.typing || !self.filter.is_empty() {
            let line = fill(&words.filter, &[&self.filter]);
            let used = text::row(buf, below, &[(&line, theme.accent)]);
            let x = below.x + used.min(below.width.saturating_sub(1));
            caret = self.typing.then_some((x, below.y).into());
        } else if let Load::Here(history) = &self.load
            && history.unread > 0
        {
            let unread = counted(history.unread, &count.unread, &count.unreads);
            text::row(buf, below, &[("! ", theme.accent), (&unread, theme.dim)]);
        }
        if !self.shown.is_empty() {
            draw_columns(look, text::below(inner, 2), buf);
        }
        self.draw_list(look, list(area), buf);
        caret
    }

    fn draw_list(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let words = &look.words.history;
        let mut rows = Rows { buf, left: area };
        let notice = match &self.load {
            Load::Waiting => Some(words.loading.clone()),
            Load::Failed(why) => Some(fill(&words.failed, &[why])),
            Load::Here(history) if history.attempts.is_empty() => Some(words.empty.clone()),
            Load::Here(_) if self.shown.is_empty() => Some(words.no_match.clone()),
            Load::Here(_) => None,
        };
        if let Some(notice) = notice {
            return rows.paragraph(&notice, look.theme.dim, 3);
        }
        let first = first_row(self.chosen, area.height.into(), self.shown.len());
        let visible = self.shown.iter().enumerate().skip(first);
        for (index, attempt) in visible.take(area.height.into()) {
            let record = &self.attempts()[*attempt];
            let line = if index == self.chosen {
                look.theme.focus
            } else {
                look.theme.text
            };
            draw_record(look, record, line, rows.left, rows.buf);
            rows.skip(1);
        }
    }

    fn attempts(&self) -> &[Record] {
        match &self.load {
            Load::Here(history) => &history.attempts,
            Load::Waiting | Load::Failed(_) => &[],
        }
    }

    fn type_filter(&mut self, change: impl FnOnce(&mut String)) {
        change(&mut self.filter);
        self.sift();
    }

    fn sift(&mut self) {
        self.shown = match &self.load {
            Load::Here(history) => history.matching(&self.filter),
            Load::Waiting | Load::Failed(_) => Vec::new(),
        };
        self.chosen = self.chosen.min(self.shown.len().saturating_sub(1));
    }

    fn select(&mut self, motion: Motion, page: usize) {
        let last = self.shown.len().saturating_sub(1);
        let page = page.saturating_sub(1).max(1);
        self.chosen = match motion {
            Motion::Up => self.chosen.saturating_sub(1),
            Motion::Down => self.chosen + 1,
            Motion::PageUp => self.chosen.saturating_sub(page),
            Motion::PageDown => self.chosen + page,
            Motion::TextStart => 0,
            Motion::TextEnd => last,
            _ => self.chosen,
        }
        .min(last);
    }
}

/// Where the rows of the list stand.
fn list(area: Rect) -> Rect {
    let inner = text::column(margins(area), WIDEST);
    let below = text::below(inner, 3);
    Rect {
        height: below.height.saturating_sub(2),
        ..below
    }
}

/// The first visible row: the chosen one in the middle where the list is longer than the area.
fn first_row(chosen: usize, height: usize, rows: usize) -> usize {
    chosen
        .saturating_sub(height / 2)
        .min(rows.saturating_sub(height))
}

/// The names of the columns; the eight states stand under the digits of their tips.
fn draw_columns(look: &Look, area: Rect, buf: &mut Buffer) {
    let (words, dim) = (&look.words.history, look.theme.dim);
    let columns = Columns::new(area);
    text::row(buf, columns.day, &[(&words.day, dim)]);
    text::row(buf, columns.prompt, &[(&words.prompt, dim)]);
    text::row_right(buf, columns.take, &[(&words.take, dim)]);
    text::row(buf, columns.states, &[("12345678", dim)]);
    text::row_right(buf, columns.words, &[(&words.words, dim)]);
}

/// One attempt.
fn draw_record(look: &Look, record: &Record, line: Style, area: Rect, buf: &mut Buffer) {
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
fn summary(look: &Look, record: &Record, line: Style) -> Vec<(String, Style)> {
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
