//! How steadily somebody comes: weeks, and "never miss twice" in place of a streak that drops to
//! nothing. Knows practice days; reads no clock.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::Serialize;

/// The days that a habit is looked at over.
const WINDOW: i64 = 28;

/// The weeks that are counted at most: a year.
const WEEKS: usize = 53;

/// One week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Week {
    /// Its Monday.
    pub monday: String,
    /// Attempts in it.
    pub attempts: u32,
    /// Days with practice in it.
    pub days: usize,
}

/// How it stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Habit {
    /// When the last practice was.
    pub rhythm: Rhythm,
    /// Days with practice among the last ones.
    pub days: usize,
    /// How many days those are: four weeks, or fewer since the first attempt.
    pub of: usize,
}

/// When the last practice was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rhythm {
    /// There was none yet.
    Unbegun,
    /// Today.
    Today,
    /// Yesterday: today is open.
    Yesterday,
    /// One day was missed: today decides.
    MissedOne,
    /// So many days were missed.
    Away(u32),
}

/// The habit on the practice day `today`, from the days of all attempts. What lies after today is
/// taken for today: a clock was set.
pub fn habit<'a>(days: impl Iterator<Item = &'a str>, today: &str) -> Habit {
    let days: BTreeSet<NaiveDate> = days.filter_map(|day| day.parse().ok()).collect();
    let (Ok(today), Some(first), Some(last)) =
        (today.parse::<NaiveDate>(), days.first(), days.last())
    else {
        return Habit {
            rhythm: Rhythm::Unbegun,
            days: 0,
            of: 0,
        };
    };
    let rhythm = match (today - *last).num_days() {
        ..=0 => Rhythm::Today,
        1 => Rhythm::Yesterday,
        2 => Rhythm::MissedOne,
        away => Rhythm::Away(u32::try_from(away - 1).unwrap_or(u32::MAX)),
    };
    let since = (today - *first).num_days() + 1;
    let of = since.clamp(1, WINDOW);
    let recent = |day: &&NaiveDate| (today - **day).num_days() < of;
    Habit {
        rhythm,
        days: days.iter().filter(recent).count().min(window(of)),
        of: window(of),
    }
}

/// The weeks from the first of these days to `today`, the latest [`WEEKS`] at most.
pub(super) fn weeks<'a>(days: impl Iterator<Item = &'a str>, today: &str) -> Vec<Week> {
    let mut counts: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for day in days.filter_map(|day| day.parse().ok()) {
        *counts.entry(day).or_default() += 1;
    }
    let (Ok(today), Some(first)) = (today.parse::<NaiveDate>(), counts.keys().next().copied())
    else {
        return Vec::new();
    };
    let last = counts.keys().next_back().copied().unwrap_or(today);
    let mut monday = Some(monday(today.max(last)));
    let mut weeks = Vec::new();
    while let Some(start) = monday
        && start + TimeDelta::days(6) >= first
        && weeks.len() < WEEKS
    {
        let within = counts.range(start..=start + TimeDelta::days(6));
        weeks.push(Week {
            monday: start.to_string(),
            attempts: within.clone().map(|(_, count)| count).sum(),
            days: within.count(),
        });
        monday = start.checked_sub_signed(TimeDelta::days(7));
    }
    weeks.reverse();
    weeks
}

fn monday(day: NaiveDate) -> NaiveDate {
    let back = day.weekday().num_days_from_monday();
    day - TimeDelta::days(back.into())
}

fn window(days: i64) -> usize {
    usize::try_from(days).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_missed_day_is_no_break_and_nothing_drops_to_zero() {
        let days = ["2026-03-02", "2026-03-03", "2026-03-05"];
        for (today, rhythm, of) in [
            ("2026-03-05", Rhythm::Today, 4),
            ("2026-03-04", Rhythm::Today, 3),
            ("2026-03-06", Rhythm::Yesterday, 5),
            ("2026-03-07", Rhythm::MissedOne, 6),
            ("2026-03-08", Rhythm::Away(2), 7),
            ("2026-03-29", Rhythm::Away(23), 28),
        ] {
            let found = habit(days.into_iter(), today);
            assert_eq!(
                (found.rhythm, found.days, found.of),
                (rhythm, 3, of),
                "{today}"
            );
        }
        let none = habit(std::iter::empty(), "2026-03-05");
        assert_eq!(none.rhythm, Rhythm::Unbegun);
    }

    #[test]
    fn weeks_run_from_monday_and_the_empty_ones_are_there_too() {
        let days = ["2026-02-22", "2026-02-23", "2026-02-23", "2026-03-11"];
        let found = weeks(days.into_iter(), "2026-03-11");
        let told: Vec<(&str, u32, usize)> = found
            .iter()
            .map(|week| (week.monday.as_str(), week.attempts, week.days))
            .collect();
        assert_eq!(
            told,
            [
                ("2026-02-16", 1, 1),
                ("2026-02-23", 2, 1),
                ("2026-03-02", 0, 0),
                ("2026-03-09", 1, 1)
            ]
        );
        assert_eq!(weeks(["1970-01-01"].into_iter(), "2026-03-11").len(), WEEKS);
        assert_eq!(weeks(["never"].into_iter(), "2026-03-11"), []);
        assert_eq!(
            weeks(["9999-12-31", "0001-01-01"].into_iter(), "2026-03-11").len(),
            WEEKS
        );
    }
}
