//! The lines of a story while they are typed: one after the other, the other language beside them
//! where there is room. Knows one story.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::whole;
use crate::content::fits;
use crate::content::say as told;
use crate::content::words::fill;
use crate::engine::Lang;
use crate::practice::story::{Field, Story};
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::screen::{Look, Rows, TALL, footer, margins};
use crate::tui::widget::{field, text};
use crate::wrap;

/// Characters of a line at most.
const LONGEST_LINE: usize = 400;

/// The lines: those of a telling, then the tags.
const LINES: usize = Field::ALL.len() + 1;

/// A story that is written.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    pub(crate) story: Story,
    /// Which language is written.
    pub(crate) lang: Lang,
    /// Which line, from the title down.
    turn: usize,
    /// The tags as they are typed.
    tags: String,
}

impl Edit {
    pub(super) fn new(story: Story, lang: Lang) -> Self {
        Self {
            tags: story.tags.join(", "),
            story,
            lang,
            turn: 0,
        }
    }

    /// Moves on or types; says whether the story is another now.
    pub(super) fn update(&mut self, action: Action) -> bool {
        match action {
            Action::Go | Action::Move(Motion::Down) => self.turn = (self.turn + 1) % LINES,
            Action::Move(Motion::Up) => self.turn = (self.turn + LINES - 1) % LINES,
            action => {
                let edited = field::edit(self.line(), action, LONGEST_LINE);
                self.sort_tags();
                return edited;
            }
        }
        false
    }

    pub(super) fn type_in(&mut self, text: &str) {
        field::type_in(self.line(), text, LONGEST_LINE);
        self.sort_tags();
    }

    fn line(&mut self) -> &mut String {
        match Field::ALL.get(self.turn) {
            Some(field) => self.story.telling_mut(self.lang).line_mut(*field),
            None => &mut self.tags,
        }
    }

    fn sort_tags(&mut self) {
        let tags = self.tags.split([',', '，', '、']).map(str::trim);
        let tags = tags.filter(|tag| !tag.is_empty());
        self.story.tags = tags.map(str::to_owned).collect();
    }

    pub(super) fn draw(
        &self,
        look: &Look,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let inner = text::column(margins(area), whole::widest(area));
        footer::draw(look, places, "", inner, buf);
        let gap = u16::from(area.height >= TALL);
        let mut rows = Rows {
            buf,
            left: Rect {
                height: inner.height.saturating_sub(1),
                ..inner
            },
        };
        let (theme, words) = (&look.theme, &look.words.story);
        let title = self.story.title(self.lang);
        let tongue = whole::tongue(look, self.lang);
        rows.row(&[
            (title, theme.strong),
            (say_dot(), theme.dim),
            (tongue, theme.dim),
        ]);
        rows.skip(gap);
        let known = fits::known_tags(look.library, look.lang).join(&look.words.home.comma);
        rows.paragraph(&fill(&words.ask[self.turn], &[&known]), theme.goal, 2 + gap);
        rows.skip(gap);
        let mut caret = Position::new(rows.left.x, rows.left.y);
        let indent = whole::indent(look);
        for turn in 0..LINES {
            let (name, line) = self.named(look, turn);
            let style = if turn == self.turn {
                theme.accent
            } else {
                theme.dim
            };
            text::row(rows.buf, rows.left, &[(name, style)]);
            let (mine, beside) = whole::halves(rows.left, indent, area);
            if turn == self.turn {
                caret = field::draw(line, theme.text, mine, rows.buf);
            } else {
                text::row(rows.buf, mine, &[(line, theme.text)]);
            }
            if let (Some(beside), Some(field)) = (beside, Field::ALL.get(turn)) {
                let other = self.story.telling(self.lang.other());
                let line = other.map_or("", |other| other.line(*field));
                text::row(rows.buf, beside, &[(line, theme.dim)]);
            }
            rows.skip(1 + gap);
        }
        caret
    }

    fn named<'a>(&'a self, look: &'a Look, turn: usize) -> (&'a str, &'a str) {
        match Field::ALL.get(turn) {
            None => (&look.words.story.tags, &self.tags),
            Some(field) => {
                let telling = self.story.telling(self.lang);
                let line = telling.map_or("", |telling| telling.line(*field));
                (told::field(look.words, *field), line)
            }
        }
    }
}

const fn say_dot() -> &'static str {
    told::DOT
}

/// Cells of the widest name of a line.
pub(super) fn widest_name(look: &Look) -> usize {
    let names = Field::ALL.map(|field| wrap::width(told::field(look.words, field)));
    let names = names
        .into_iter()
        .chain([wrap::width(&look.words.story.tags)]);
    names.max().unwrap_or(0)
}
