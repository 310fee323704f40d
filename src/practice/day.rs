//! The local practice day: the one place that turns a moment into a date. Knows no zone names and
//! reads no clock.

use chrono::{DateTime, FixedOffset, TimeDelta};

/// The practice day of a moment, `2026-03-08`: (utc + offset − day start). A day that begins at
/// 04:00 keeps a late night with the evening before it. Only ever taken when a record is saved, and
/// stored with it: neither travel nor a changed setting moves a past day.
pub fn local_day(wall: DateTime<FixedOffset>, day_start_minutes: u16) -> String {
    let local = wall.naive_local();
    let moved = local.checked_sub_signed(TimeDelta::minutes(day_start_minutes.into()));
    moved.unwrap_or(local).format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(wall: &str, day_start: u16) -> String {
        local_day(wall.parse().unwrap(), day_start)
    }

    #[test]
    fn a_day_begins_at_its_start_on_the_local_clock() {
        for (wall, day_start, expected) in [
            ("2026-03-08T03:59:59+08:00", 240, "2026-03-07"),
            ("2026-03-08T04:00:00+08:00", 240, "2026-03-08"),
            ("2026-03-08T00:00:00+08:00", 0, "2026-03-08"),
            // The same instant is another day elsewhere.
            ("2026-03-07T20:30:00Z", 240, "2026-03-07"),
            ("2026-03-08T04:30:00+08:00", 240, "2026-03-08"),
            // Offsets of half and quarter hours, and both sides of the date line.
            ("2026-03-08T03:59:00+05:45", 240, "2026-03-07"),
            ("2026-03-08T04:00:00+05:30", 240, "2026-03-08"),
            ("2026-03-08T10:00:00+14:00", 240, "2026-03-08"),
            ("2026-03-07T10:00:00-10:00", 240, "2026-03-07"),
            // Month and year are carried.
            ("2028-03-01T01:00:00+01:00", 240, "2028-02-29"),
            ("2027-01-01T01:00:00+01:00", 240, "2026-12-31"),
        ] {
            assert_eq!(day(wall, day_start), expected, "{wall}");
        }
    }

    #[test]
    fn short_and_long_days_are_neither_skipped_nor_doubled() {
        // New York, 8 March 2026 (23 hours) and 1 November 2026 (25 hours): each local hour in
        // order, with the offset in force.
        let spring = [
            ("2026-03-08T01:30:00-05:00", "2026-03-07"),
            ("2026-03-08T03:30:00-04:00", "2026-03-07"),
            ("2026-03-08T04:00:00-04:00", "2026-03-08"),
        ];
        let autumn = [
            ("2026-11-01T01:30:00-04:00", "2026-10-31"),
            ("2026-11-01T01:30:00-05:00", "2026-10-31"),
            ("2026-11-01T04:00:00-05:00", "2026-11-01"),
        ];
        for (wall, expected) in spring.into_iter().chain(autumn) {
            assert_eq!(day(wall, 240), expected, "{wall}");
        }
    }
}
