//! One story with both languages side by side, or one where there is no room; below them why it is
//! one to tell, what it lacks, and what it answers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::edit::widest_name;
use super::{Known, Stories, sign};
use crate::content::fits;
use crate::content::say as told;
use crate::content::words::fill;
use crate::engine::Lang;
use crate::practice::story::{Field, Telling};
use crate::tui::draft::Motion;
use crate::tui::keymap::Place;
use crate::tui::say;
use crate::tui::screen::{Look, MEASURE, ROOMY, TALL, footer, margins};
use crate::tui::widget::text;
use crate::wrap;

/// From this width on both languages are shown.
const BOTH: u16 = 100;
/// The widest pair.
const WIDEST: u16 = 136;
/// Cells between the two.
const GUTTER: u16 = 4;
/// So many prompts are named.
const PROMPTS: usize = 4;

/// A row of the page, before it is known where it stands: what begins at which cell.
type Row = Vec<(u16, String, Style)>;

/// Whether there is room for both languages.
pub(super) const fn both(area: Rect) -> bool {
    area.width >= BOTH
}

pub(super) const fn widest(area: Rect) -> u16 {
    if both(area) { WIDEST } else { MEASURE }
}

/// Where the lines begin, behind the widest name.
pub(super) fn indent(look: &Look) -> u16 {
    u16::try_from(widest_name(look) + 2).unwrap_or(ROOMY)
}

/// A language by its name.
pub(super) fn tongue(look: &Look, lang: Lang) -> &str {
    match lang {
        Lang::En => &look.words.story.english,
        Lang::Zh => &look.words.story.chinese,
    }
}

/// Where the lines of the two languages stand.
pub(super) fn halves(row: Rect, indent: u16, area: Rect) -> (Rect, Option<Rect>) {
    let lines = text::from(row, indent);
    if !both(area) {
        return (lines, None);
    }
    let width = lines.width.saturating_sub(GUTTER) / 2;
    let second = text::from(lines, width + GUTTER);
    (Rect { width, ..lines }, Some(second))
}

/// Where a motion leads among so many hidden rows.
pub(super) fn scrolled(scroll: usize, motion: Motion, most: usize, area: Rect) -> usize {
    let page = usize::from(area.height / 2);
    let to = match motion {
        Motion::Up => scroll.saturating_sub(1),
        Motion::Down => scroll + 1,
        Motion::PageUp => scroll.saturating_sub(page),
        Motion::PageDown => scroll + page,
        _ => scroll,
    };
    to.min(most)
}

impl Stories {
    /// Rows that have no room, so that this far can be scrolled.
    pub(super) fn rows_below(&self, look: &Look, area: Rect) -> usize {
        let body = body(area);
        let other = matches!(self.view, super::View::Whole { other: true, .. });
        let rows = self
            .known()
            .map_or(0, |known| page(look, known, other, area).len());
        rows.saturating_sub(body.height.into())
    }

    pub(super) fn draw_whole(
        &self,
        look: &Look,
        places: &[Place],
        scroll: usize,
        other: bool,
        area: Rect,
        buf: &mut Buffer,
    ) {
        footer::draw(
            look,
            places,
            "",
            text::column(margins(area), widest(area)),
            buf,
        );
        let (body, Some(known)) = (body(area), self.known()) else {
            return;
        };
        let rows = page(look, known, other, area);
        let shown = rows.iter().skip(scroll).take(body.height.into());
        for (y, row) in (0..).zip(shown) {
            let line = text::below(body, y);
            for (x, piece, style) in row {
                text::row(buf, text::from(line, *x), &[(piece, *style)]);
            }
        }
        text::scroll_marks(buf, body, look.theme.dim, scroll, rows.len());
    }
}

/// Where the page stands: all but the footer.
fn body(area: Rect) -> Rect {
    let inner = text::column(margins(area), widest(area));
    let gap = u16::from(area.height >= TALL);
    Rect {
        height: inner.height.saturating_sub(1 + gap),
        ..inner
    }
}

/// Everything that is told of a story.
fn page(look: &Look, known: &Known, other: bool, area: Rect) -> Vec<Row> {
    // One cell is kept free for the marks of scrolling.
    let width = body(area).width.saturating_sub(2);
    let theme = &look.theme;
    let story = &known.story;
    let mut rows = Vec::new();
    let mut head = vec![story.id.clone()];
    head.extend((!story.tags.is_empty()).then(|| story.tags.join(&look.words.home.comma)));
    rows.extend(wrapped(story.title(look.lang), theme.strong, 0, width));
    rows.extend(wrapped(&head.join(told::DOT), theme.dim, 0, width));
    rows.push(Row::new());
    let lang = if other { look.lang.other() } else { look.lang };
    let langs: &[Lang] = if both(area) {
        &[lang, lang.other()]
    } else {
        &[lang]
    };
    tellings(look, known, langs, width, area, &mut rows);
    rows.push(Row::new());
    let (sign, style) = sign(look, known.kind);
    match known.kind.and_then(|kind| say::kind(look.library, kind)) {
        Some(text) => {
            let name = format!("{sign} {}", text.name.get(look.lang));
            rows.extend(wrapped(&name, style, 0, width));
            rows.extend(wrapped(text.why.get(look.lang), theme.text, 2, width));
            rows.extend(wrapped(text.advice.get(look.lang), theme.goal, 2, width));
        }
        None => rows.extend(wrapped(&look.words.story.unsure, theme.goal, 0, width)),
    }
    for gap in story.gaps() {
        rows.extend(wrapped(&told::gap(look.words, &gap), theme.dim, 0, width));
    }
    rows.push(Row::new());
    rows.extend(wrapped(&look.words.story.answers, theme.text, 0, width));
    let prompts = fits::prompts(look.library, story);
    for prompt in prompts.iter().take(PROMPTS) {
        rows.extend(wrapped(prompt.text.get(look.lang), theme.text, 2, width));
    }
    if prompts.len() > PROMPTS {
        let more = (prompts.len() - PROMPTS).to_string();
        rows.extend(wrapped(
            &fill(&look.words.story.more, &[&more]),
            theme.dim,
            2,
            width,
        ));
    }
    rows.push(Row::new());
    rows.extend(wrapped(
        &told::told(&look.words.story, &known.told),
        theme.dim,
        0,
        width,
    ));
    rows
}

/// The lines of the telling in each language, one beside the other.
fn tellings(
    look: &Look,
    known: &Known,
    langs: &[Lang],
    width: u16,
    area: Rect,
    rows: &mut Vec<Row>,
) {
    let all = Rect::new(0, 0, width, 1);
    let (first, second) = halves(all, indent(look), area);
    let places: Vec<Rect> = [Some(first), second].into_iter().flatten().collect();
    let heads = langs.iter().zip(&places);
    rows.push(
        heads
            .map(|(lang, place)| (place.x, tongue(look, *lang).to_owned(), look.theme.dim))
            .collect(),
    );
    for field in Field::ALL {
        let columns = langs.iter().zip(&places).map(|(lang, place)| {
            let line = known
                .story
                .telling(*lang)
                .map(|telling| Telling::line(telling, field));
            let line = line.filter(|line| !line.trim().is_empty());
            let style = if line.is_some() {
                look.theme.text
            } else {
                look.theme.dim
            };
            wrapped(line.unwrap_or("-"), style, place.x, place.x + place.width)
        });
        let columns: Vec<Vec<Row>> = columns.collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut row = Row::new();
            if at == 0 {
                row.push((0, told::field(look.words, field).to_owned(), look.theme.dim));
            }
            row.extend(
                columns
                    .iter()
                    .filter_map(|column| column.get(at))
                    .flatten()
                    .cloned(),
            );
            rows.push(row);
        }
    }
}

/// A text on as many rows as it takes, from one cell to another.
fn wrapped(text: &str, style: Style, from: u16, to: u16) -> Vec<Row> {
    let lines = wrap::wrap(text, to.saturating_sub(from));
    lines
        .into_iter()
        .map(|line| vec![(from, text[line].trim_end().to_owned(), style)])
        .collect()
}
