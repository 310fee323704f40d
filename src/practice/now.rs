//! The present moment as data: whoever owns the clocks hands it down; nothing below reads one.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

/// One reading of all clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Monotonic time since the program started; never goes back, whatever is done to the wall
    /// clock. Durations are measured with this one.
    pub elapsed: Duration,
    /// The same, but the time that the machine slept counts too. Setting the wall clock moves
    /// neither.
    pub passed: Duration,
    /// The wall clock with the local offset. Dates are made of this one.
    pub wall: DateTime<FixedOffset>,
}
