//! The list of past attempts: a filter, a note, a deletion. Knows attempts; knows nothing of files.

mod rows;

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Look, Rows, footer, margins};
use crate::content::words::{counted, fill};
use crate::export::clean::clean_line;
use crate::practice::feedback::Heard;
use crate::practice::history::{Attempt, History};
use crate::practice::record::VERSION;
use crate::practice::search::Wanted;
use crate::practice::silence::Silenced;
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::widget::{field, text};

/// Characters of a filter or a note at most.
const LONGEST_LINE: usize = 500;

/// The widest list.
const WIDEST: u16 = 100;

/// The most rows for what is told.
const MOST_TOLD: u16 = 3;

/// The past attempts and what is looked for among them.
#[derive(Debug)]
pub(crate) struct Past {
    load: Load,
    filter: String,
    /// What is asked of the keys now.
    pub(crate) mode: Mode,
    /// What the disk was asked to look for last.
    sought: String,
    /// Whether the disk is still looking.
    searching: bool,
    /// The attempts that hold it.
    found: HashSet<String>,
    /// Indices of the attempts that the filter lets through, the latest first.
    shown: Vec<usize>,
    /// Which of them is selected.
    chosen: usize,
    /// What was done, or why it could not be.
    pub(crate) notice: Option<String>,
    /// Whether the attempt that is being opened is to be said aloud.
    pub(crate) aloud: bool,
}

/// What the keys do on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Choose.
    List,
    /// Type the filter.
    Filter,
    /// Type a note.
    Note(String),
    /// Answer whether to delete.
    Erase,
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
    pub(crate) fn waiting() -> Self {
        Self {
            load: Load::Waiting,
            filter: String::new(),
            mode: Mode::List,
            sought: String::new(),
            searching: false,
            found: HashSet::new(),
            shown: Vec::new(),
            chosen: 0,
            notice: None,
            aloud: false,
        }
    }

    /// The history is here, or the reason why it is not.
    pub(crate) fn arrive(&mut self, history: Result<Box<History>, String>) {
        self.load = match history {
            Ok(history) => Load::Here(history),
            Err(why) => Load::Failed(why),
        };
        // What was found before may be out of date.
        (self.sought, self.searching) = (String::new(), false);
        self.sift();
    }

    /// The selected attempt.
    pub(crate) fn attempt(&self) -> Option<&Attempt> {
        self.attempts().get(*self.shown.get(self.chosen)?)
    }

    /// What people who listened say of an attempt.
    pub(crate) fn heard_in(&self, attempt: &str) -> Heard {
        match &self.load {
            Load::Here(history) => history.heard_in(attempt),
            Load::Waiting | Load::Failed(_) => Heard::default(),
        }
    }

    /// What does not count in an attempt.
    pub(crate) fn silenced_in(&self, attempt: &str) -> Silenced {
        match &self.load {
            Load::Here(history) => history.silenced_in(attempt),
            Load::Waiting | Load::Failed(_) => Silenced::default(),
        }
    }

    /// What the disk is to look for next; nothing while it is still looking.
    pub(crate) fn search(&mut self) -> Option<String> {
        let here = matches!(self.load, Load::Here(_));
        if !here || self.searching || self.filter == self.sought {
            return None;
        }
        self.sought.clone_from(&self.filter);
        self.searching = !self.filter.is_empty();
        self.searching.then(|| self.filter.clone())
    }

    /// What the disk has found.
    pub(crate) fn find(&mut self, text: &str, ids: HashSet<String>) {
        if text == self.sought {
            self.searching = false;
            self.found = ids;
            self.sift();
        }
    }

    /// Selects, or types.
    pub(crate) fn update(&mut self, action: Action, area: Rect) {
        self.notice = None;
        match (&mut self.mode, action) {
            (Mode::List, Action::Filter) => self.mode = Mode::Filter,
            (Mode::List, Action::Note) if !self.shown.is_empty() => {
                self.mode = Mode::Note(String::new());
            }
            (Mode::List, Action::Discard) if !self.shown.is_empty() => self.mode = Mode::Erase,
            (Mode::List, Action::Move(motion)) => {
                self.select(motion, usize::from(list(area, 1).height));
            }
            (_, Action::Insert(c)) => self.type_in(c.encode_utf8(&mut [0; 4])),
            (Mode::Filter, Action::Backspace) => {
                self.filter.pop();
            }
            (Mode::Filter, Action::Back) => self.filter.clear(),
            (Mode::Note(note), Action::Backspace) => {
                note.pop();
            }
            _ => {}
        }
        if matches!(action, Action::Go | Action::Back | Action::Confirm) {
            self.mode = Mode::List;
        }
        self.sift();
    }

    /// Adds one line of text where text is typed, as much as there is room for.
    pub(crate) fn type_in(&mut self, line: &str) {
        let field = match &mut self.mode {
            Mode::Filter => &mut self.filter,
            Mode::Note(note) => note,
            Mode::List | Mode::Erase => return,
        };
        let room = LONGEST_LINE.saturating_sub(field.chars().count());
        let plain = line.chars().filter(|c| !c.is_control());
        field.extend(plain.take(room));
        self.sift();
    }

    /// Draws the screen and says where the caret stands.
    pub(crate) fn draw(
        &self,
        look: &Look,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let inner = text::column(margins(area), WIDEST);
        footer::draw(look, places, "", inner, buf);
        let (words, theme) = (&look.words.history, &look.theme);
        text::row(buf, inner, &[(&words.title, theme.strong)]);
        let count = &look.words.count;
        let attempts = counted(self.shown.len(), &count.attempt, &count.attempts);
        text::row_right(buf, inner, &[(&attempts, theme.dim)]);
        let (caret, used) = self.draw_line(look, text::below(inner, 1), buf);
        if !self.shown.is_empty() {
            rows::columns(look, text::below(inner, 1 + used), buf);
        }
        self.draw_list(look, list(area, used), buf);
        self.draw_note(look, inner, buf);
        caret
    }

    /// The line below the title: what is typed, asked or told. Where the caret stands, and the rows
    /// it takes: what is told may need more than one.
    fn draw_line(&self, look: &Look, area: Rect, buf: &mut Buffer) -> (Option<Position>, u16) {
        let (words, theme) = (&look.words.history, &look.theme);
        let typed = match &self.mode {
            Mode::Note(note) => Some((&words.note, note)),
            Mode::Erase => None,
            Mode::List if self.filter.is_empty() || self.notice.is_some() => None,
            Mode::List | Mode::Filter => Some((&words.filter, &self.filter)),
        };
        if let Some((asked, line)) = typed {
            let asked = fill(asked, &[""]);
            let caret = field::draw_behind(&asked, line, theme.accent, area, buf);
            return ((self.mode != Mode::List).then_some(caret), 1);
        }
        if self.mode == Mode::Erase {
            let day = self.attempt().map_or("", |attempt| attempt.day.as_str());
            let ask = fill(&words.erase, &[day]);
            text::row(buf, area, &[("! ", theme.accent), (&ask, theme.strong)]);
            return (None, 1);
        }
        let Some(told) = self.told(look) else {
            return (None, 1);
        };
        text::row(buf, area, &[("!", theme.accent)]);
        let room = Rect {
            height: area.height.min(MOST_TOLD),
            ..text::from(area, 2)
        };
        (None, text::paragraph(buf, room, &told, theme.dim).max(1))
    }

    /// What the person should know: what was just done before what the files are like.
    fn told(&self, look: &Look) -> Option<String> {
        if let Some(notice) = &self.notice {
            return Some(notice.clone());
        }
        let Load::Here(history) = &self.load else {
            return None;
        };
        if let Some(newer) = history.newer {
            let versions = [newer, VERSION].map(|version| version.to_string());
            return Some(fill(
                &look.words.history.newer,
                &versions.each_ref().map(String::as_str),
            ));
        }
        let count = &look.words.count;
        (history.unread > 0).then(|| counted(history.unread, &count.unread, &count.unreads))
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
            let attempt = &self.attempts()[*attempt];
            let line = if index == self.chosen {
                look.theme.focus
            } else {
                look.theme.text
            };
            rows::attempt(look, attempt, line, rows.left, rows.buf);
            rows.skip(1);
        }
    }

    /// The latest note on the selected attempt, above the footer.
    fn draw_note(&self, look: &Look, inner: Rect, buf: &mut Buffer) {
        let (Load::Here(history), Some(attempt)) = (&self.load, self.attempt()) else {
            return;
        };
        if let Some(note) = history.notes_on(&attempt.id).last() {
            let line = fill(&look.words.history.note, &[&clean_line(&note.text)]);
            text::row(buf, text::bottom(inner, 2), &[(&line, look.theme.dim)]);
        }
    }

    fn attempts(&self) -> &[Attempt] {
        match &self.load {
            Load::Here(history) => &history.attempts,
            Load::Waiting | Load::Failed(_) => &[],
        }
    }

    /// While the disk is looking, what was found last is shown.
    fn sift(&mut self) {
        let Load::Here(history) = &self.load else {
            self.shown.clear();
            return;
        };
        let attempts = history.attempts.iter().enumerate().rev();
        let noted = match self.filter.as_str() {
            "" => HashSet::new(),
            filter => history.noted(&Wanted::new(filter)),
        };
        let passes = |attempt: &Attempt| {
            self.filter.is_empty()
                || self.found.contains(&attempt.id)
                || noted.contains(&attempt.id)
        };
        let shown = attempts.filter(|(_, attempt)| passes(attempt));
        self.shown = shown.map(|(place, _)| place).collect();
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

/// Where the rows of the list stand, below a line that takes `used` rows.
fn list(area: Rect, used: u16) -> Rect {
    let inner = text::column(margins(area), WIDEST);
    let below = text::below(inner, 2 + used);
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
