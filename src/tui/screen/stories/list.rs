//! The story bank as a list, a row a story: what it turns on, its languages, its title, how often it
//! was told.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Known, Shelf, Stories, badge, sign};
use crate::content::say as told;
use crate::content::words::fill;
use crate::engine::Lang;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::screen::{Look, ROOMY, Rows, TALL, footer, margins};
use crate::tui::widget::text;

/// The widest list.
const MEASURE: u16 = 100;

/// Cells before the title: the sign, and what one language is called.
const HEAD: u16 = 8;

impl Stories {
    pub(super) fn draw_list(&self, look: &Look, places: &[Place], area: Rect, buf: &mut Buffer) {
        let inner = text::column(margins(area), MEASURE);
        footer::draw(look, places, "", inner, buf);
        let body = Rect {
            height: inner.height.saturating_sub(1),
            ..inner
        };
        let mut rows = Rows { buf, left: body };
        let words = &look.words.story;
        let title = if self.back.is_some() {
            &words.which
        } else {
            &words.bank
        };
        rows.row(&[(title, look.theme.strong)]);
        rows.skip(u16::from(area.height >= TALL));
        match &self.shelf {
            Shelf::Waiting => rows.row(&[(&look.words.history.loading, look.theme.dim)]),
            Shelf::Broken(why) => rows.paragraph(why, look.theme.accent, 6),
            Shelf::Read(all) if all.is_empty() => {
                rows.paragraph(&words.empty, look.theme.text, 4);
                if self.back.is_none() {
                    let key = look.key(places, Action::NewStory);
                    rows.paragraph(&fill(&words.begin, &[&key]), look.theme.text, 2);
                }
            }
            Shelf::Read(all) => self.draw_rows(look, all, &mut rows),
        }
    }

    fn draw_rows(&self, look: &Look, all: &[Known], rows: &mut Rows<'_>) {
        let room = usize::from(rows.left.height);
        let first = (self.selected + 1).saturating_sub(room);
        for (at, known) in all.iter().enumerate().skip(first).take(room) {
            let style = if at == self.selected {
                look.theme.focus
            } else {
                look.theme.text
            };
            let line = Rect {
                height: 1,
                ..rows.left
            };
            rows.buf.set_style(line, style);
            let (sign, _) = sign(look, known.kind);
            let langs: String = Lang::ALL.map(|lang| badge(&known.story, lang)).concat();
            let used = told::told(&look.words.story, &known.told);
            let wide = line.width >= ROOMY;
            let right = if wide { text::cells(&used) + 2 } else { 0 };
            text::row(
                rows.buf,
                line,
                &[(sign, style), (" ", style), (&langs, style)],
            );
            let title = Rect {
                width: line.width.saturating_sub(HEAD + right),
                ..text::from(line, HEAD)
            };
            text::row(rows.buf, title, &[(known.story.title(look.lang), style)]);
            if wide {
                text::row_right(rows.buf, line, &[(&used, style)]);
            }
            rows.skip(1);
        }
    }
}
