//! The page of progress, block by block: drawn whole on a page as long as it needs, of which the
//! screen shows a part. Knows figures and where they stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Seen;
use crate::content::say;
use crate::engine::Tip;
use crate::practice::clock;
use crate::practice::progress::{BAND, Marked, Slice};
use crate::practice::story;
use crate::tui::screen::{Look, ROOMY, Rows};
use crate::tui::widget::{chart, text};
use crate::wrap;

/// From this width on the charts stand beside the tips.
const WIDE: u16 = 108;

/// Rows of the two charts, their titles included.
const CHART: u16 = 6;
const TALL_CHART: u16 = 9;

/// Cells of the states of a tip, at least and at most.
const FEWEST: u16 = 6;
const STATES: u16 = 24;

/// Cells of the names of lines across a chart.
const NAMES: u16 = 5;

/// So many of the latest answers make a curve.
const CURVE: usize = 60;

/// The longest page: what is on it has an end.
const LONGEST: u16 = 60;

impl Seen {
    /// How many rows the whole page takes.
    pub(super) fn height(&self, look: &Look, area: Rect) -> usize {
        self.whole(look, area).1.into()
    }

    /// Shows the part of the page that begins at `scroll`.
    pub(super) fn draw(&self, look: &Look, scroll: usize, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let (page, height) = self.whole(look, area);
        for y in 0..area.height {
            let row = scroll + usize::from(y);
            let Ok(row) = u16::try_from(row) else { return };
            if row >= height {
                break;
            }
            for x in 0..area.width {
                buf[(area.x + x, area.y + y)] = page[(x, row)].clone();
            }
        }
        text::scroll_marks(buf, area, look.theme.dim, scroll, height.into());
    }

    fn whole(&self, look: &Look, area: Rect) -> (Buffer, u16) {
        let whole = Rect::new(0, 0, area.width, LONGEST);
        let mut page = Buffer::empty(whole);
        let mut rows = Rows {
            buf: &mut page,
            left: whole,
        };
        rows.paragraph(
            &say::progress::habit(look.words, self.habit),
            look.theme.text,
            3,
        );
        if self.progress.attempts > 0 {
            if area.width < ROOMY {
                let counts = say::progress::counts(look.words, &self.progress);
                rows.paragraph(&counts, look.theme.dim, 2);
            }
            rows.skip(1);
            if area.width >= WIDE {
                self.side_by_side(look, area, &mut rows);
            } else {
                self.one_below_the_other(look, &mut rows);
            }
        } else {
            self.untold(look, &mut rows);
        }
        let used = LONGEST - rows.left.height;
        (page, used)
    }

    fn one_below_the_other(&self, look: &Look, rows: &mut Rows<'_>) {
        let width = rows.left.width;
        if width >= ROOMY && self.progress.is_enough() {
            let half = width / 2;
            let left = Rect {
                width: half - 2,
                ..rows.left
            };
            self.weeks(
                look,
                CHART,
                &mut Rows {
                    buf: rows.buf,
                    left,
                },
            );
            let right = text::from(rows.left, half + 1);
            self.lengths(
                look,
                CHART,
                &mut Rows {
                    buf: rows.buf,
                    left: right,
                },
            );
            rows.skip(CHART + 1);
        } else {
            self.weeks(look, CHART, rows);
            rows.skip(1);
            if self.progress.is_enough() {
                self.lengths(look, CHART, rows);
                rows.skip(1);
            }
        }
        self.tips(look, rows);
        rows.skip(1);
        self.facts(look, rows);
    }

    fn side_by_side(&self, look: &Look, area: Rect, rows: &mut Rows<'_>) {
        let chart = if area.height > 2 * TALL_CHART + 4 {
            TALL_CHART
        } else {
            CHART
        };
        let left = rows.left.width / 3;
        let whole = rows.left;
        let mut charts = Rows {
            buf: rows.buf,
            left: Rect {
                width: left,
                ..whole
            },
        };
        self.weeks(look, chart, &mut charts);
        charts.skip(1);
        if self.progress.is_enough() {
            self.lengths(look, chart, &mut charts);
        }
        let after = charts.left.y;
        let mut tips = Rows {
            buf: rows.buf,
            left: text::from(whole, left + 4),
        };
        tips.row(&[(&look.words.progress.tips, look.theme.dim)]);
        tips.skip(1);
        self.tips(look, &mut tips);
        tips.skip(1);
        self.facts(look, &mut tips);
        let after = after.max(tips.left.y);
        rows.left = text::below(whole, after - whole.y);
    }

    /// A bar for each of the latest weeks, and the Mondays of the first and the last of them.
    fn weeks(&self, look: &Look, height: u16, rows: &mut Rows<'_>) {
        let weeks = &self.progress.weeks;
        let fit = chart::bars_that_fit(rows.left.width);
        let weeks = &weeks[weeks.len().saturating_sub(fit)..];
        rows.row(&[(&look.words.progress.weeks, look.theme.dim)]);
        let field = Rect {
            height: height - 2,
            ..rows.left
        };
        let values: Vec<u32> = weeks.iter().map(|week| week.attempts).collect();
        let theme = &look.theme;
        chart::bars(rows.buf, field, &values, theme.goal, theme.text);
        rows.skip(height - 2);
        let monday = |monday: &str| monday.get(5..).unwrap_or_default().to_owned();
        let ends = [weeks.first(), weeks.last()].map(|week| week.map(|week| monday(&week.monday)));
        if let [Some(first), Some(last)] = ends {
            let width = u16::try_from(values.len() * 3).unwrap_or(u16::MAX);
            let span = Rect {
                width: width.saturating_sub(1).max(5).min(rows.left.width),
                ..rows.left
            };
            text::row(rows.buf, span, &[(&first, theme.dim)]);
            if span.width > 12 {
                text::row_right(rows.buf, span, &[(&last, theme.dim)]);
            }
        }
        rows.skip(1);
    }

    /// Spoken seconds of the latest answers, with one and two minutes as lines across.
    fn lengths(&self, look: &Look, height: u16, rows: &mut Rows<'_>) {
        rows.row(&[(&look.words.progress.lengths, look.theme.dim)]);
        let latest = latest(&self.progress.marked, CURVE);
        let seconds: Vec<f64> = latest
            .iter()
            .map(|one| f64::from(one.speaking_seconds))
            .collect();
        let most = seconds
            .iter()
            .copied()
            .fold(f64::from(BAND.1) * 1.25, f64::max);
        let names = [BAND.1, BAND.0].map(clock::face);
        let lines = [
            (f64::from(BAND.1), names[0].as_str()),
            (f64::from(BAND.0), names[1].as_str()),
        ];
        let field = Rect {
            height: height - 1,
            ..rows.left
        };
        let scale = chart::Scale {
            ends: [f64::from(BAND.0) / 2.0, most],
            lines: &lines,
            names: NAMES,
        };
        chart::curve(
            rows.buf,
            field,
            &seconds,
            scale,
            [look.theme.good, look.theme.dim],
        );
        rows.skip(height - 1);
    }

    /// One row a tip: its states, how often it was kept, whether that changes.
    fn tips(&self, look: &Look, rows: &mut Rows<'_>) {
        let title = |tip: Tip| {
            let text = say::tip(look.library, tip);
            let title = text.map_or("", |text| text.short.get(look.lang));
            format!("{} {title}", tip.number())
        };
        let names = Tip::ALL
            .map(|tip| wrap::width(&title(tip)))
            .into_iter()
            .max();
        let names = u16::try_from(names.unwrap_or_default() + 2).unwrap_or(u16::MAX);
        let standings = self.standings(look);
        let told = standings.iter().map(|told| wrap::width(told)).max();
        let told = u16::try_from(told.unwrap_or_default()).unwrap_or(u16::MAX);
        let marked = u16::try_from(self.progress.marked.len()).unwrap_or(u16::MAX);
        // The earliest states go first, down to a few: the figures stand for all of them.
        let room = rows.left.width.saturating_sub(names + told + 2);
        let states = room.clamp(FEWEST, STATES).min(marked);
        for (tip, told) in Tip::ALL.into_iter().zip(&standings) {
            text::row(rows.buf, rows.left, &[(&title(tip), look.theme.text)]);
            let field = text::from(rows.left, names);
            text::row(rows.buf, field, &self.states(look, tip, states.into()));
            let field = text::from(field, states + 2);
            text::row(rows.buf, field, &[(told, look.theme.dim)]);
            rows.skip(1);
        }
    }

    /// How often each tip was kept, and whether that changes, while there is enough to say; and how
    /// often people who listened agree.
    fn standings(&self, look: &Look) -> Vec<String> {
        let tips = &self.progress.tips;
        let kept = |standing| say::progress::standing(look.words, standing);
        let kept = |standing| kept(standing).filter(|_| self.progress.is_enough());
        let kept: Vec<String> = tips
            .iter()
            .map(|tip| kept(tip).unwrap_or_default())
            .collect();
        let widest = kept.iter().map(|told| wrap::width(told)).max();
        let widest = widest.filter(|widest| *widest > 0);
        let beside = |(tip, kept): (_, String)| {
            let Some(people) = say::progress::people(look.words, tip) else {
                return kept;
            };
            let gap = widest.map_or(0, |widest| (widest + 2).saturating_sub(wrap::width(&kept)));
            format!("{kept}{:gap$}{people}", "")
        };
        tips.iter().zip(kept).map(beside).collect()
    }

    fn states<'a>(&'a self, look: &'a Look, tip: Tip, most: usize) -> Vec<(&'a str, Style)> {
        let state = |one: &Marked| match one.verdicts.get(&tip) {
            Some(verdict) => (say::shape(*verdict), look.theme.verdict(*verdict)),
            None => (" ", look.theme.text),
        };
        latest(&self.progress.marked, most)
            .iter()
            .map(state)
            .collect()
    }

    /// What is to be told beside the tips.
    fn facts(&self, look: &Look, rows: &mut Rows<'_>) {
        self.figures(look, rows);
        if let Some(listeners) = say::progress::listeners(look.words, &self.progress) {
            rows.paragraph(&listeners, look.theme.text, 3);
        }
        self.untold(look, rows);
    }

    /// Lengths and guesses in words; or that there is not enough to say anything.
    fn figures(&self, look: &Look, rows: &mut Rows<'_>) {
        if let Some(thin) = say::progress::thin(look.words, &self.progress) {
            return rows.paragraph(&thin, look.theme.text, 3);
        }
        let [length, guesses] = say::progress::facts(look.words, &self.progress);
        rows.paragraph(&length, look.theme.text, 3);
        if let Some(aloud) = say::progress::aloud(look.words, &self.progress) {
            rows.paragraph(&aloud, look.theme.text, 3);
        }
        self.guesses(look, rows, &guesses);
    }

    /// Which stories of the bank were never told, beside all attempts.
    fn untold(&self, look: &Look, rows: &mut Rows<'_>) {
        if self.progress.of != Slice::All {
            return;
        }
        let untold = story::untold(&self.bank, &self.history);
        if let Some(told) = say::progress::untold(look.words, &untold, look.lang) {
            rows.paragraph(&told, look.theme.text, 3);
        }
    }

    /// How right the guesses were, and each of them behind it where there is room.
    fn guesses(&self, look: &Look, rows: &mut Rows<'_>, told: &str) {
        let guessed = self.progress.marked.iter().filter_map(|one| one.guessed);
        let guessed: Vec<u64> = guessed.map(|right| right as u64).collect();
        let used = u16::try_from(wrap::width(told) + 2).unwrap_or(u16::MAX);
        let row = Rect {
            height: 1,
            ..text::from(rows.left, used)
        };
        rows.paragraph(told, look.theme.text, 3);
        if guessed.len() > 1 && row.width > 1 {
            let (latest, all) = (latest(&guessed, row.width.into()), Tip::ALL.len() as u64);
            chart::spark(rows.buf, row, latest, all, look.theme.good);
        }
    }
}

fn latest<T>(all: &[T], most: usize) -> &[T] {
    &all[all.len().saturating_sub(most)..]
}
