//! The two clocks of a rehearsal: time spent typing, and how long what stands there takes to say.
//! Knows durations and counts; reads no clock itself.

use std::time::Duration;

use crate::engine::count::Tally;
use crate::engine::{Lang, Rate};

/// Counts the time of typing: from the first key on, less what is spent in overlays. In a mock some
/// time to think comes first and does not count; the first key ends it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypingClock {
    spent: Duration,
    since: Option<Duration>,
    held: bool,
    /// How much of what it has run was for thinking.
    thinking: Duration,
}

impl TypingClock {
    /// A clock that stands still and shows `seconds`.
    pub const fn showing(seconds: u32) -> Self {
        Self {
            spent: Duration::from_secs(seconds as u64),
            since: None,
            held: false,
            thinking: Duration::ZERO,
        }
    }

    /// A clock that runs from now on and counts after `seconds` of thinking, or from the first key.
    pub const fn thinking(seconds: u32, elapsed: Duration) -> Self {
        Self {
            spent: Duration::ZERO,
            since: Some(elapsed),
            held: false,
            thinking: Duration::from_secs(seconds as u64),
        }
    }

    /// What is left to think, in whole seconds begun; `None` when the clock counts.
    pub fn left_to_think(&self, elapsed: Duration) -> Option<u32> {
        let left = self.thinking.checked_sub(self.run(elapsed))?;
        let seconds = u32::try_from(left.as_millis().div_ceil(1000)).unwrap_or(u32::MAX);
        (seconds > 0).then_some(seconds)
    }

    /// A key was pressed: there is no more to think about.
    pub fn begin(&mut self, elapsed: Duration) {
        self.thinking = self.thinking.min(self.run(elapsed));
        self.start(elapsed);
    }

    /// Goes on, if it does not run already.
    pub fn start(&mut self, elapsed: Duration) {
        self.since.get_or_insert(elapsed);
    }

    /// Stands still until [`TypingClock::start`].
    pub fn stop(&mut self, elapsed: Duration) {
        self.spent = self.run(elapsed);
        self.since = None;
    }

    /// Stands still while something lies over the page.
    pub fn hold(&mut self, elapsed: Duration) {
        self.held |= self.runs();
        self.stop(elapsed);
    }

    /// Goes on if it was held.
    pub fn release(&mut self, elapsed: Duration) {
        if std::mem::take(&mut self.held) {
            self.start(elapsed);
        }
    }

    /// Whether it runs.
    pub const fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// What it shows; never less than before.
    pub fn spent(&self, elapsed: Duration) -> Duration {
        self.run(elapsed).saturating_sub(self.thinking)
    }

    /// How long it has run, with the time to think.
    fn run(&self, elapsed: Duration) -> Duration {
        let running = self.since.map(|since| elapsed.saturating_sub(since));
        self.spent + running.unwrap_or_default()
    }

    /// What it shows, in whole seconds.
    pub fn seconds(&self, elapsed: Duration) -> u32 {
        u32::try_from(self.spent(elapsed).as_secs()).unwrap_or(u32::MAX)
    }

    /// When it shows the next second, on the scale of `elapsed`; `None` while it stands still.
    pub fn next_second(&self, elapsed: Duration) -> Option<Duration> {
        // Time to think is in whole seconds until a key cuts it short.
        let shown = match self.left_to_think(elapsed) {
            Some(_) => self.run(elapsed),
            None => self.spent(elapsed),
        };
        let past = Duration::from_nanos(u64::from(shown.subsec_nanos()));
        self.since
            .map(|_| elapsed + Duration::from_secs(1).saturating_sub(past))
    }
}

/// How much there is to say, counted cheaply enough for every frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The language that it is counted in.
    pub lang: Lang,
    /// Words (English) or 字 (Chinese).
    pub words: usize,
    /// How long it takes to say, in whole seconds.
    pub seconds: u32,
}

impl Amount {
    /// Counts `text` in its own language.
    pub fn of(text: &str, rate: Rate) -> Self {
        let tally = Tally::of(text);
        let lang = tally.script().unwrap_or_default();
        Self {
            lang,
            words: tally.words(lang),
            seconds: whole(tally.seconds(lang, rate)),
        }
    }
}

/// How an answer of some length sounds: the lights follow the speaking clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Under a minute.
    Short,
    /// 1:00 to 1:30.
    Good,
    /// 1:30 to 2:00: time to come to the end.
    Closing,
    /// 2:00 to 2:30: the half minute of grace.
    Long,
    /// Over 2:30.
    TooLong,
}

impl Light {
    /// The light for this many speaking seconds.
    pub const fn at(seconds: u32) -> Self {
        match seconds {
            0..60 => Self::Short,
            60..90 => Self::Good,
            90..120 => Self::Closing,
            120..150 => Self::Long,
            _ => Self::TooLong,
        }
    }
}

/// `48` as `0:48`.
pub fn face(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "casts of floats saturate"
)]
fn whole(seconds: f64) -> u32 {
    seconds.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn the_clock_counts_from_the_first_key_and_stops_in_overlays() {
        let mut clock = TypingClock::default();
        assert_eq!(clock.seconds(at(9_000)), 0);
        assert_eq!(clock.next_second(at(9_000)), None);
        clock.start(at(10_000));
        clock.start(at(12_000));
        assert_eq!(clock.seconds(at(12_500)), 2);
        assert_eq!(clock.next_second(at(12_500)), Some(at(13_000)));
        clock.stop(at(13_400));
        assert_eq!(clock.seconds(at(60_000)), 3);
        clock.start(at(60_000));
        assert_eq!(clock.spent(at(60_600)), at(4_000));
        assert_eq!(clock.spent(at(1)), at(3_400), "a clock never goes back");
    }

    #[test]
    fn what_lies_over_the_page_holds_the_clock() {
        let mut clock = TypingClock::default();
        clock.hold(at(1_000));
        clock.release(at(2_000));
        assert!(!clock.runs(), "it has not begun");
        clock.start(at(2_000));
        clock.hold(at(3_000));
        clock.hold(at(4_000));
        clock.release(at(9_000));
        assert_eq!(clock.spent(at(9_500)), at(1_500));
    }

    #[test]
    fn time_to_think_does_not_count_and_ends_by_itself_or_with_the_first_key() {
        let mut clock = TypingClock::thinking(30, at(10_000));
        assert_eq!(clock.left_to_think(at(10_000)), Some(30));
        assert_eq!(clock.left_to_think(at(10_001)), Some(30));
        assert_eq!(clock.next_second(at(12_300)), Some(at(13_000)));
        assert_eq!(clock.left_to_think(at(39_999)), Some(1));
        assert_eq!(clock.left_to_think(at(40_000)), None);
        assert_eq!(clock.seconds(at(42_500)), 2, "it has gone on by itself");
        clock.begin(at(43_000));
        assert_eq!(clock.seconds(at(43_000)), 3, "a later key changes nothing");

        let mut clock = TypingClock::thinking(30, at(10_000));
        clock.hold(at(12_000));
        clock.release(at(60_000));
        assert_eq!(clock.left_to_think(at(60_000)), Some(28), "help stops it");
        clock.begin(at(62_700));
        assert_eq!(clock.left_to_think(at(62_700)), None);
        assert_eq!(clock.next_second(at(62_700)), Some(at(63_700)));
        assert_eq!(clock.seconds(at(65_700)), 3);
    }

    #[test]
    fn an_amount_follows_the_language_of_the_text() {
        let rate = Rate::default();
        for (text, lang, words, seconds) in [
            ("", Lang::En, 0, 0),
            ("I didn't ask, well-meant.", Lang::En, 4, 2),
            ("我们用 Excel 做了 3 张表。", Lang::Zh, 9, 3),
        ] {
            let amount = Amount {
                lang,
                words,
                seconds,
            };
            assert_eq!(Amount::of(text, rate), amount, "{text}");
        }
    }

    #[test]
    fn lights_change_at_the_half_minutes() {
        use Light::{Closing, Good, Long, Short, TooLong};
        let lights = [59, 60, 89, 90, 119, 120, 149, 150].map(Light::at);
        assert_eq!(
            lights,
            [Short, Good, Good, Closing, Closing, Long, Long, TooLong]
        );
        assert_eq!(face(130), "2:10");
    }
}
