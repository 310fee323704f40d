//! Where the two tellings of a sample stand: side by side, or one at a time.

use ratatui::layout::Rect;

use crate::tui::screen::{MEASURE, TALL, margins};
use crate::tui::widget::passage::MARK_CELLS;
use crate::tui::widget::text;

/// From this width on both tellings are shown.
const BOTH: u16 = 100;

/// The widest pair.
const WIDEST: u16 = 136;

/// Cells between the two.
const GUTTER: u16 = 4;

/// From this height on the tip in focus says why it is there.
const REASONED: u16 = 30;

/// Cells of a tip with its state.
pub(super) const CELL: u16 = 18;

/// One of the two tellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// Whether there is room for both.
pub(super) const fn both(area: Rect) -> bool {
    area.width >= BOTH
}

/// Where everything stands. An area without rows is not drawn.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) inner: Rect,
    pub(super) head: Rect,
    pub(super) panes: Vec<Pane>,
    pub(super) detail: Rect,
}

/// Where one telling stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pane {
    pub(super) side: Side,
    pub(super) heading: Rect,
    pub(super) text: Rect,
    pub(super) states: Rect,
}

impl Layout {
    /// Both, or the one that is looked at.
    pub(super) fn new(area: Rect, side: Side) -> Self {
        let widest = if both(area) { WIDEST } else { MEASURE };
        let inner = text::column(margins(area), widest);
        let tall = area.height >= TALL;
        let gap = u16::from(tall);
        let detail = if area.height >= REASONED { 4 } else { 1 };
        let footed = Rect {
            height: inner.height.saturating_sub(1 + gap),
            ..inner
        };
        let detail = text::bottom(footed, detail);
        let body = text::below(footed, 1 + gap);
        let body = Rect {
            height: body.height.saturating_sub(detail.height + gap),
            ..body
        };
        let panes = if both(area) {
            let width = (body.width - GUTTER) / 2;
            let left = Rect { width, ..body };
            let right = text::from(body, width + GUTTER);
            vec![
                Pane::new(Side::Before, left, tall),
                Pane::new(Side::After, right, tall),
            ]
        } else {
            vec![Pane::new(side, body, tall)]
        };
        Self {
            inner,
            head: inner,
            panes,
            detail,
        }
    }
}

impl Pane {
    fn new(side: Side, area: Rect, tall: bool) -> Self {
        let gap = u16::from(tall);
        let states = if tall {
            8u16.div_ceil(columns(area.width))
        } else {
            1
        };
        let told = text::below(area, gap);
        Self {
            side,
            heading: Rect {
                height: gap.min(area.height),
                ..area
            },
            text: Rect {
                width: told.width.saturating_sub(MARK_CELLS),
                height: told.height.saturating_sub(states + gap),
                ..told
            },
            states: text::bottom(area, states),
        }
    }
}

/// How many tips stand on one row.
pub(super) fn columns(width: u16) -> u16 {
    (width / CELL).clamp(1, 4)
}
