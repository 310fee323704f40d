//! The row below the text: the two clocks and the light, as much of it as fits. Knows a page; draws.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Rehearse;
use crate::content::words::fill;
use crate::practice::clock::{self, Amount, Light};
use crate::practice::now::Now;
use crate::practice::voice::Source;
use crate::tui::say::{self, DOT};
use crate::tui::screen::{Clocks, Look, MEASURE, ROOMY};
use crate::tui::widget::text;
use crate::wrap;

/// One row, piece by piece.
type Pieces = Vec<(String, Style)>;

impl Rehearse {
    /// Draws the row: what could not be done, the time that is left to think, or the clocks.
    pub(super) fn draw_foot(&self, look: &Look, now: Now, area: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        if let Some(trouble) = &self.trouble {
            text::row(buf, area, &[("! ", theme.accent), (trouble, theme.text)]);
            return;
        }
        if look.clocks == Clocks::Hidden {
            return;
        }
        if let Some(left) = self.clock.left_to_think(now.elapsed) {
            let left = fill(&look.words.mock.think, &[&clock::face(left)]);
            let pieces = [
                (&*left, theme.strong),
                (DOT, theme.dim),
                (&*look.words.mock.first_key, theme.dim),
            ];
            text::row(buf, area, &pieces);
            return;
        }
        // Counted once a frame, not once a key: a burst of keys makes one frame.
        let amount = Amount::of(&self.draft.text(), self.rate);
        let mut pieces = self.typing(look, now, area.width);
        pieces.extend(spoken(look, amount, area.width, cells(&pieces)));
        let row: Vec<(&str, Style)> = pieces
            .iter()
            .map(|(text, style)| (&**text, *style))
            .collect();
        text::row(buf, area, &row);
        let words = say::amount(look.words, amount.words);
        let room = usize::from(area.width).saturating_sub(cells(&pieces) + 2);
        if area.width > MEASURE && self.take.limit_seconds.is_none() && wrap::width(&words) <= room
        {
            text::row_right(buf, area, &[(&words, theme.dim)]);
        }
    }

    /// The typing clock and its limit.
    fn typing(&self, look: &Look, now: Now, width: u16) -> Pieces {
        let (words, theme) = (&look.words.rehearse, &look.theme);
        let typing = self.clock.seconds(now.elapsed);
        let face = clock::face(typing);
        let wide = width >= ROOMY;
        let face = if wide {
            fill(&words.typing, &[&face])
        } else {
            face
        };
        let mut pieces = vec![(face, theme.text)];
        let Some(limit) = self.take.limit_seconds else {
            return pieces;
        };
        let dot = (DOT.to_owned(), theme.dim);
        match (typing >= limit, wide) {
            (true, true) => pieces.extend([dot, (words.over.clone(), theme.accent)]),
            (true, false) => pieces.push((format!(" {}", words.over_short), theme.accent)),
            (false, true) => {
                let limit = fill(&words.limit, &[&clock::face(limit)]);
                pieces.extend([dot, (limit, theme.dim)]);
            }
            (false, false) => {}
        }
        pieces
    }
}

/// The speaking clock and its light; behind the clock, as far as there is room beside the cells that
/// are `used`: by what pace that is, and the target, which is one of speaking.
fn spoken(look: &Look, amount: Amount, width: u16, used: usize) -> Pieces {
    let (words, theme) = (&look.words.rehearse, &look.theme);
    let source = look.pace.source(amount.lang);
    let face = clock::face(amount.seconds);
    let said = match source {
        Source::Assumed => fill(&words.spoken, &[&face]),
        Source::Measured | Source::Set => fill(&words.spoken_sure, &[&face]),
    };
    let (shape, light) = say::light(&look.words.light, Light::at(amount.seconds));
    let dot = (DOT.to_owned(), theme.dim);
    let mut pieces = vec![
        dot.clone(),
        (said, theme.text),
        dot,
        (format!("{shape} {light}"), theme.strong),
    ];
    let room = usize::from(width).saturating_sub(used + cells(&pieces));
    let pace = say::pace(look.words, source);
    let with_aim = fill(&words.aim, &[pace]);
    let alone = fill(&words.pace, &[pace]);
    let fits = |told: &&String| wrap::width(told) <= room;
    let told = [&with_aim, &alone];
    if let Some(told) = told.into_iter().skip(usize::from(width < ROOMY)).find(fits) {
        pieces.insert(2, (told.clone(), theme.dim));
    }
    pieces
}

fn cells(pieces: &Pieces) -> usize {
    pieces.iter().map(|(text, _)| wrap::width(text)).sum()
}
