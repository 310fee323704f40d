//! How practice goes, from the attempts alone: weeks, states of the tips, lengths, guesses. Knows
//! practice days; reads no clock, no file and draws nothing.

pub mod habit;
mod slice;

use std::collections::{BTreeMap, HashSet};
use std::iter::Sum;

use serde::Serialize;

use super::feedback::Heard;
use super::guess::Guess;
use super::history::{Attempt, History};
use super::silence::Target;
use crate::engine::{Tip, Verdict};
use habit::Week;

pub use slice::{Slice, slices};

/// From so many marked attempts on there is something to compare.
pub const ENOUGH: usize = 3;

/// The latest and the earlier marked attempts of a trend are at most so many each.
const SIDE: usize = 5;

/// What an answer should take to say, in seconds: one to two minutes.
pub const BAND: (u32, u32) = (60, 120);

/// All about the attempts of one slice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Progress {
    /// Which attempts.
    pub of: Slice,
    /// The prompt of a slice by prompt, as it was shown last.
    pub shown: Option<String>,
    /// How many there are.
    pub attempts: usize,
    /// Those that got marks, oldest first.
    pub marked: Vec<Marked>,
    /// What it took to say them aloud, in seconds, the latest last.
    pub aloud: Vec<u32>,
    /// The weeks from the first attempt to today, oldest first; the latest year at most.
    pub weeks: Vec<Week>,
    /// The eight tips over the marked attempts.
    pub tips: Vec<Standing>,
}

/// One marked attempt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Marked {
    /// Its id.
    pub id: String,
    /// Its practice day.
    pub day: String,
    /// Which prompt.
    pub prompt: String,
    /// Which story.
    pub story: Option<String>,
    /// Words (字) written.
    pub words: usize,
    /// Seconds that they take to say, estimated.
    pub speaking_seconds: u32,
    /// About how many of the eight tips a guess was right.
    pub guessed: Option<usize>,
    /// The verdicts of the tips that did not rest.
    pub verdicts: BTreeMap<Tip, Verdict>,
    /// What people made of it, where anybody listened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<People>,
}

/// What people made of one marked attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct People {
    /// How many listened.
    pub sheets: usize,
    /// How many of them agree with the verdict, by tip; without what was not seen.
    pub agree: BTreeMap<Tip, usize>,
}

/// One tip over the marked attempts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Which tip.
    pub tip: Tip,
    /// In how many attempts it was kept, of those that said something about it.
    pub kept: Share,
    /// In how many marks of people they agree with the program's.
    pub agreed: Share,
    /// The same for earlier and for the latest attempts, where there are enough of both.
    pub trend: Option<Trend>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

/// What was, and what is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Trend {
    /// Earlier attempts.
    pub before: Share,
    /// The latest attempts, as many.
    pub now: Share,
}

impl Progress {
    /// What the attempts of `slice` tell on the practice day `today`.
    pub fn of(history: &History, slice: &Slice, today: &str) -> Self {
        let attempts: Vec<&Attempt> = history
            .attempts
            .iter()
            .filter(|attempt| slice.holds(attempt))
            .collect();
        let ids: HashSet<&str> = attempts.iter().map(|one| one.id.as_str()).collect();
        let aloud = history.spoken.iter();
        let aloud = aloud.filter(|one| ids.contains(one.of.as_str()) && one.what.counts());
        let resting = resting(history);
        let guesses: BTreeMap<&str, &Guess> = history
            .guesses
            .iter()
            .map(|guess| (guess.of.as_str(), guess))
            .collect();
        let heard = history.heard();
        let marked: Vec<Marked> = attempts
            .iter()
            .filter(|attempt| attempt.is_marked())
            .map(|attempt| {
                let id = attempt.id.as_str();
                let guess = guesses.get(id).copied();
                Marked::new(attempt, &resting, guess, heard.get(id))
            })
            .collect();
        Self {
            of: slice.clone(),
            shown: match slice {
                Slice::Prompt(_) => attempts.last().map(|last| last.prompt_text.clone()),
                _ => None,
            },
            attempts: attempts.len(),
            aloud: aloud.map(|one| one.what.seconds).collect(),
            weeks: habit::weeks(attempts.iter().map(|attempt| attempt.day.as_str()), today),
            tips: Tip::ALL.map(|tip| Standing::of(tip, &marked)).into(),
            marked,
        }
    }

    /// Whether there are enough marked attempts to say anything about them as a whole.
    pub fn is_enough(&self) -> bool {
        self.marked.len() >= ENOUGH
    }

    /// The answers that take one to two minutes to say.
    pub fn in_band(&self) -> Share {
        let fits = |one: &&Marked| (BAND.0..=BAND.1).contains(&one.speaking_seconds);
        Share {
            count: self.marked.iter().filter(fits).count(),
            of: self.marked.len(),
        }
    }

    /// Tips judged rightly, of all tips that were guessed about.
    pub fn guessed(&self) -> Share {
        let right = self.marked.iter().filter_map(|one| one.guessed);
        let of = Tip::ALL.len();
        right.map(|count| Share { count, of }).sum()
    }

    /// How many sheets came back from people who listened.
    pub fn sheets(&self) -> usize {
        let people = self.marked.iter().filter_map(|one| one.people.as_ref());
        people.map(|people| people.sheets).sum()
    }

    /// In how many of their marks, about all tips, people agree with the program's.
    pub fn agreed(&self) -> Share {
        self.tips.iter().map(|tip| tip.agreed).sum()
    }

    /// The middle of what the latest marked answers take to say, and of their words.
    pub fn usual(&self) -> Option<(u32, usize)> {
        let latest = &self.marked[self.marked.len().saturating_sub(SIDE)..];
        let mut seconds: Vec<u32> = latest.iter().map(|one| one.speaking_seconds).collect();
        let mut words: Vec<usize> = latest.iter().map(|one| one.words).collect();
        seconds.sort_unstable();
        words.sort_unstable();
        let middle = latest.len() / 2;
        Some((*seconds.get(middle)?, words[middle]))
    }
}

impl Marked {
    fn new(
        attempt: &Attempt,
        resting: &HashSet<(&str, Tip)>,
        guess: Option<&Guess>,
        heard: Option<&Heard>,
    ) -> Self {
        let counts = |tip: &Tip| !resting.contains(&(attempt.id.as_str(), *tip));
        let verdicts = attempt.verdicts.iter().filter(|(tip, _)| counts(tip));
        let verdicts: BTreeMap<Tip, Verdict> = verdicts.map(|(tip, one)| (*tip, *one)).collect();
        Self {
            id: attempt.id.clone(),
            day: attempt.day.clone(),
            prompt: attempt.prompt.clone(),
            story: attempt.story.clone(),
            words: attempt.words,
            speaking_seconds: attempt.speaking_seconds,
            guessed: guess.and_then(|guess| guess.right(attempt)),
            people: heard.map(|heard| People::new(heard, &verdicts)),
            verdicts,
        }
    }
}

impl People {
    fn new(heard: &Heard, verdicts: &BTreeMap<Tip, Verdict>) -> Self {
        let agree = |(tip, verdict): (&Tip, &Verdict)| Some((*tip, heard.agree(*tip, *verdict)?));
        Self {
            sheets: heard.sheets,
            agree: verdicts.iter().filter_map(agree).collect(),
        }
    }
}

impl Standing {
    fn of(tip: Tip, marked: &[Marked]) -> Self {
        let said = |one: &Marked| {
            let verdict = *one.verdicts.get(&tip)?;
            (verdict != Verdict::Unseen).then_some(verdict == Verdict::Kept)
        };
        let kept: Vec<bool> = marked.iter().filter_map(said).collect();
        let side = (kept.len() / 2).min(SIDE);
        let (earlier, now) = kept.split_at(kept.len() - side);
        let trend = (side >= ENOUGH).then(|| Trend {
            before: Share::of(&earlier[earlier.len() - side..]),
            now: Share::of(now),
        });
        let people = marked.iter().filter_map(|one| one.people.as_ref());
        let agreed = people.filter_map(|people| {
            let count = *people.agree.get(&tip)?;
            let of = people.sheets;
            Some(Share { count, of })
        });
        Self {
            tip,
            kept: Share::of(&kept),
            agreed: agreed.sum(),
            trend,
        }
    }
}

impl Share {
    fn of(all: &[bool]) -> Self {
        Self {
            count: all.iter().filter(|one| **one).count(),
            of: all.len(),
        }
    }
}

impl Sum for Share {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::default(), |sum, one| Self {
            count: sum.count + one.count,
            of: sum.of + one.of,
        })
    }
}

/// The tips that rest, by attempt.
pub(super) fn resting(history: &History) -> HashSet<(&str, Tip)> {
    let mut resting = HashSet::new();
    for event in &history.silences {
        if let Some(Target::Tip(tip)) = event.target() {
            let place = (event.of.as_str(), tip);
            if event.back {
                resting.remove(&place);
            } else {
                resting.insert(place);
            }
        }
    }
    resting
}

#[cfg(test)]
pub(crate) mod tests;
