//! How fast this person speaks, by what was said aloud. Knows runs and the rule by which they count;
//! knows no clock.

use serde::{Deserialize, Serialize};

use super::event::{Added, Stamp};
use crate::engine::{Lang, Rate};

/// A run counts when it was this fast: words, or 字, a minute. What is slower was begun too early or
/// ended too late; what is faster was not said whole.
pub const PLAUSIBLE: [(u32, u32); 2] = [(80, 220), (120, 360)];

/// What is shorter, in seconds, was a slip of the finger: nothing is kept of it.
pub const SHORTEST: u32 = 3;

/// So many runs that count make a pace.
pub const ENOUGH: usize = 3;

/// And so many of the last ones: a voice changes.
pub const LAST: usize = 5;

/// An answer said aloud once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The language of the answer.
    pub lang: Lang,
    /// Its words, or 字 (a Latin word is two).
    pub units: u32,
    /// How long it took.
    pub seconds: u32,
}

/// The line of the history that tells of a run.
pub type Spoken = Added<Run>;

impl Added<Run> {
    /// The attempt `of` was said aloud.
    pub fn new(stamp: Stamp, of: &str, run: Run) -> Self {
        stamp.line("spoken", of, run)
    }
}

impl Run {
    /// A run of an answer of so many words or 字.
    pub fn new(lang: Lang, units: usize, seconds: u32) -> Self {
        Self {
            lang,
            units: u32::try_from(units).unwrap_or(u32::MAX),
            seconds,
        }
    }

    /// Words (字) a minute.
    pub fn a_minute(self) -> u32 {
        let units = self.units.saturating_mul(60);
        units.saturating_add(self.seconds / 2) / self.seconds.max(1)
    }

    /// Whether it tells how fast this person speaks.
    pub fn counts(self) -> bool {
        let (slowest, fastest) = PLAUSIBLE[self.lang as usize];
        (slowest..=fastest).contains(&self.a_minute())
    }
}

/// The last runs that count, in words and in 字 a minute, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    en: Vec<u32>,
    zh: Vec<u32>,
}

impl Voice {
    /// One more run.
    pub fn hear(&mut self, run: Run) {
        if !run.counts() {
            return;
        }
        let runs = match run.lang {
            Lang::En => &mut self.en,
            Lang::Zh => &mut self.zh,
        };
        runs.push(run.a_minute());
        if runs.len() > LAST {
            runs.remove(0);
        }
    }

    /// How many runs count in a language.
    pub fn runs(&self, lang: Lang) -> usize {
        self.of(lang).len()
    }

    /// The middle of them, once there are enough.
    pub fn a_minute(&self, lang: Lang) -> Option<u32> {
        let mut runs = self.of(lang).to_vec();
        runs.sort_unstable();
        let middle = runs.len() / 2;
        match runs.len() {
            0..ENOUGH => None,
            even if even % 2 == 0 => Some(runs[middle - 1].midpoint(runs[middle])),
            _ => Some(runs[middle]),
        }
    }

    fn of(&self, lang: Lang) -> &[u32] {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

/// Where a pace comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// What most people speak.
    Assumed,
    /// The person's own runs.
    Measured,
    /// What the person has set.
    Set,
}

/// The pace by which speaking time is told, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Words and 字 a minute.
    pub rate: Rate,
    sources: [Source; 2],
}

impl Pace {
    /// What a person has `set` goes first, then what was measured.
    pub fn new(set: Rate, voice: &Voice) -> Self {
        let usual = Rate::default();
        let choose = |set: f64, usual: f64, lang| match voice.a_minute(lang) {
            #[expect(clippy::float_cmp, reason = "a default that nobody has touched")]
            _ if set != usual => (set, Source::Set),
            Some(own) => (f64::from(own), Source::Measured),
            None => (usual, Source::Assumed),
        };
        let (words, en) = choose(set.words, usual.words, Lang::En);
        let (zi, zh) = choose(set.zi, usual.zi, Lang::Zh);
        Self {
            rate: Rate { words, zi },
            sources: [en, zh],
        }
    }

    /// Where it comes from in a language.
    pub const fn source(&self, lang: Lang) -> Source {
        self.sources[lang as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(runs: &[(Lang, usize, u32)]) -> Voice {
        let mut voice = Voice::default();
        for (lang, units, seconds) in runs {
            voice.hear(Run::new(*lang, *units, *seconds));
        }
        voice
    }

    #[test]
    fn three_runs_make_a_pace_and_the_middle_of_the_last_five_is_it() {
        let en = |units| (Lang::En, units, 60);
        let mut runs = vec![en(150), en(100)];
        assert_eq!(voice(&runs).a_minute(Lang::En), None, "two are too few");
        runs.push(en(140));
        assert_eq!(voice(&runs).a_minute(Lang::En), Some(140));
        runs.push(en(130));
        assert_eq!(voice(&runs).a_minute(Lang::En), Some(135));
        runs.extend([en(120), en(118), en(116)]);
        assert_eq!(voice(&runs).a_minute(Lang::En), Some(120), "the last five");
        assert_eq!(
            voice(&runs).a_minute(Lang::Zh),
            None,
            "each language by itself"
        );
    }

    #[test]
    fn what_nobody_speaks_does_not_count() {
        for (lang, units, seconds, counts) in [
            (Lang::En, 79, 60, false),
            (Lang::En, 80, 60, true),
            (Lang::En, 220, 60, true),
            (Lang::En, 221, 60, false),
            (Lang::Zh, 119, 60, false),
            (Lang::Zh, 120, 60, true),
            (Lang::Zh, 361, 60, false),
            (Lang::En, 150, 0, false),
            (Lang::En, 0, 60, false),
            (Lang::En, usize::MAX, u32::MAX, false),
        ] {
            let run = Run::new(lang, units, seconds);
            assert_eq!(run.counts(), counts, "{run:?}");
            assert_eq!(
                voice(&[(lang, units, seconds)]).runs(lang),
                usize::from(counts)
            );
        }
    }

    #[test]
    fn what_is_set_goes_before_what_is_measured_and_that_before_what_is_assumed() {
        let own = voice(&[(Lang::Zh, 180, 60); 3]);
        let pace = Pace::new(Rate::default(), &own);
        assert_eq!(
            pace.rate,
            Rate {
                words: 145.0,
                zi: 180.0
            }
        );
        assert_eq!(
            Lang::ALL.map(|lang| pace.source(lang)),
            [Source::Assumed, Source::Measured]
        );
        let set = Rate {
            words: 120.0,
            zi: 240.0,
        };
        let pace = Pace::new(set, &own);
        assert_eq!((pace.rate, pace.source(Lang::Zh)), (set, Source::Set));
    }

    #[test]
    fn a_run_survives_its_line_with_fields_of_later_versions() {
        let stamp = Stamp {
            id: "r".into(),
            at: String::new(),
            off: String::new(),
            tz: None,
        };
        let spoken = Spoken::new(stamp, "A", Run::new(Lang::Zh, 180, 61));
        let mut line = serde_json::to_value(&spoken).unwrap();
        for (name, value) in [("kind", "spoken"), ("of", "A"), ("lang", "zh")] {
            assert_eq!(line[name], value);
        }
        line["mood"] = "calm".into();
        let read: Spoken = serde_json::from_value(line.clone()).unwrap();
        assert_eq!((read.what.units, read.what.seconds), (180, 61));
        assert_eq!(serde_json::to_value(read).unwrap(), line);
    }
}
