//! How far a long run is: one row on standard error, where that is a terminal, drawn over and
//! taken away again. Knows the row; reads the clock.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// A run that is over by then shows nothing.
const PATIENCE: Duration = Duration::from_millis(300);
/// Time between two drawings.
const PACE: Duration = Duration::from_millis(100);
/// Cells of the bar alone.
const CELLS: usize = 30;

/// The row and what it counts.
#[derive(Debug)]
pub(super) struct Bar {
    total: usize,
    done: usize,
    /// When it is drawn next; `None` where there is no terminal.
    due: Option<Instant>,
    drawn: bool,
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where the pace of a run is measured"
)]
fn now() -> Instant {
    Instant::now()
}

impl Bar {
    /// A bar over so many steps, on a terminal or nowhere.
    pub(super) fn new(total: usize, on_terminal: bool) -> Self {
        Self {
            total,
            done: 0,
            due: (on_terminal && total > 1).then(|| now() + PATIENCE),
            drawn: false,
        }
    }

    /// Takes the row away, for something else is about to be written.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.drawn) {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }

    /// One step more; draws the row again when it is time.
    pub(super) fn step(&mut self) {
        self.done += 1;
        let Some(due) = self.due else { return };
        let now = now();
        if now < due || self.done == self.total {
            return;
        }
        self.due = Some(now + PACE);
        self.drawn = true;
        let mut err = io::stderr().lock();
        let _ = write!(err, "\r\u{1b}[K{}", row(self.done, self.total));
        let _ = err.flush();
    }
}

/// `[########----] 512/1000`
fn row(done: usize, total: usize) -> String {
    let full = CELLS * done / total.max(1);
    let (done_cells, open) = ("#".repeat(full), "-".repeat(CELLS - full));
    format!("[{done_cells}{open}] {done}/{total}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_fills_up() {
        assert_eq!(row(0, 3), format!("[{}] 0/3", "-".repeat(30)));
        assert_eq!(
            row(1, 3),
            format!("[{}{}] 1/3", "#".repeat(10), "-".repeat(20))
        );
        assert_eq!(row(3, 3), format!("[{}] 3/3", "#".repeat(30)));
    }

    #[test]
    fn without_a_terminal_or_for_one_file_there_is_none() {
        assert!(Bar::new(1000, false).due.is_none());
        assert!(Bar::new(1, true).due.is_none());
        assert!(Bar::new(2, true).due.is_some());
    }
}
