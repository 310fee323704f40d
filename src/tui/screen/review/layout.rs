//! Where the parts of a review stand, by the size of the screen.

use ratatui::layout::Rect;

use crate::engine::Report;
use crate::tui::screen::{MEASURE, margins};
use crate::tui::widget::passage::MARK_CELLS;
use crate::tui::widget::text;

/// How the eight tips are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Two columns of one-row cells.
    List,
    /// Four columns of two-row cells.
    Grid,
    /// A panel each, beside the answer.
    Panels,
}

/// Where everything stands. An area without rows is not drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) shape: Shape,
    pub(super) head: Rect,
    pub(super) answer: Rect,
    pub(super) bar: Rect,
    pub(super) tips: Rect,
    pub(super) detail: Rect,
    /// Shares the rows of `detail` where there is not enough room for both.
    pub(super) next: Rect,
    pub(super) keys: Rect,
}

/// The smallest screen with a grid.
const GRID: (u16, u16) = (80, 24);

/// From this width on there are panels beside the answer.
const PANELS: u16 = 110;

/// The widest review.
const WIDEST: u16 = 136;

/// Cells between the answer and the panels.
const GUTTER: u16 = 4;

/// From this height on there are blank rows between the parts.
const AIRY: u16 = 28;

/// Rows that the reason of an answer without marks takes at most.
const REASON_ROWS: u16 = 4;

impl Layout {
    pub(super) fn new(area: Rect, report: &Report) -> Self {
        let shape = match area {
            Rect { width, height, .. } if width < GRID.0 || height < GRID.1 => Shape::List,
            Rect { width, .. } if width < PANELS => Shape::Grid,
            _ => Shape::Panels,
        };
        match shape {
            Shape::Panels => Self::panels(area),
            Shape::Grid | Shape::List => Self::stacked(shape, area, report),
        }
    }

    /// One part below the other.
    fn stacked(shape: Shape, area: Rect, report: &Report) -> Self {
        let gap = u16::from(area.height >= AIRY);
        let column = text::column(margins(area), MEASURE);
        let inner = match gap {
            0 => Rect {
                y: area.y,
                height: area.height,
                ..column
            },
            _ => column,
        };
        let head = 1 + u16::from(area.height >= 16);
        let bar = u16::from(area.height >= 18);
        let [tips, detail] = match shape {
            _ if !report.marked() => [REASON_ROWS, 0],
            Shape::List if area.height < 16 => [4, 2],
            _ => [4, 4],
        };
        let mut stack = Stack(inner);
        let keys = stack.take_below(1);
        stack.take_below(gap);
        let detail = stack.take_below(detail);
        stack.take_below(gap);
        let tips = stack.take_below(tips);
        stack.take_below(gap);
        let bar = stack.take_below(bar);
        stack.take_below(u16::from(area.height >= 16));
        let head = stack.take_above(head);
        stack.take_above(u16::from(area.height >= 20));
        Self {
            shape,
            head,
            answer: narrower(stack.0),
            bar,
            tips,
            detail,
            next: detail,
            keys,
        }
    }

    /// The answer at the left, the tips at the right.
    fn panels(area: Rect) -> Self {
        let mut stack = Stack(text::column(margins(area), WIDEST));
        let keys = stack.take_below(1);
        stack.take_below(1);
        let head = stack.take_above(2);
        stack.take_above(1);
        let body = stack.0;
        let left = (body.width * 3 / 5).min(MEASURE);
        let mut answer = Stack(Rect {
            width: left,
            ..body
        });
        let next = answer.take_below(2);
        answer.take_below(1);
        let bar = answer.take_below(2);
        answer.take_below(1);
        let right = text::from(body, left + GUTTER);
        let each = match right.height {
            0..20 => 1,
            20..30 => 2,
            _ => 3,
        };
        let mut side = Stack(right);
        let tips = side.take_above(8 * each);
        side.take_above(u16::from(each < 3));
        Self {
            shape: Shape::Panels,
            head,
            answer: narrower(answer.0),
            bar,
            tips,
            detail: side.0,
            next,
            keys,
        }
    }
}

/// The answer leaves room at its right for the marks that there is more.
const fn narrower(area: Rect) -> Rect {
    Rect {
        width: area.width.saturating_sub(MARK_CELLS),
        ..area
    }
}

/// An area from which rows are taken.
struct Stack(Rect);

impl Stack {
    fn take_below(&mut self, rows: u16) -> Rect {
        let taken = text::bottom(self.0, rows);
        self.0.height -= taken.height;
        taken
    }

    fn take_above(&mut self, rows: u16) -> Rect {
        let taken = Rect {
            height: rows.min(self.0.height),
            ..self.0
        };
        self.0 = text::below(self.0, rows);
        taken
    }
}
