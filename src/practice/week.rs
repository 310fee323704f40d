//! The week that ends today, day by day. Knows practice days; reads no clock.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which one, from Monday, 0.
    pub weekday: usize,
    /// Attempts on it.
    pub attempts: u32,
}

/// The seven days that end with `today`, the earliest first; nothing when that is no date.
pub fn until(today: &str, attempts: &BTreeMap<String, u32>) -> Vec<Day> {
    let Ok(today) = today.parse::<NaiveDate>() else {
        return Vec::new();
    };
    let back = |days| today.checked_sub_signed(TimeDelta::days(days));
    let days = (0..7).rev().filter_map(back);
    days.map(|date| Day {
        weekday: date.weekday().num_days_from_monday() as usize,
        attempts: attempts.get(&date.to_string()).copied().unwrap_or(0),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_ends_today_whatever_the_month() {
        let attempts = [("2026-02-27", 2), ("2026-03-01", 1), ("2026-01-30", 9)];
        let attempts = attempts.map(|(day, count)| (day.to_owned(), count)).into();
        let week = until("2026-03-03", &attempts);
        let weekdays: Vec<usize> = week.iter().map(|day| day.weekday).collect();
        assert_eq!(weekdays, [2, 3, 4, 5, 6, 0, 1], "it is a Tuesday");
        let counts: Vec<u32> = week.iter().map(|day| day.attempts).collect();
        assert_eq!(counts, [0, 0, 2, 0, 1, 0, 0]);
        assert_eq!(until("yesterday", &attempts), []);
    }
}
