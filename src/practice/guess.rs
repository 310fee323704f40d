//! What was guessed of an answer before its marks were shown: a line of its own that names the
//! attempt. Plain data; knows nothing of files.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::event::{Added, Stamp};
use super::history::Attempt;
use crate::engine::{Tip, Verdict};

/// The tips that were expected to ask for a look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guessed {
    /// The tips that were named.
    pub tips: BTreeSet<Tip>,
}

/// The line of a guess.
pub type Guess = Added<Guessed>;

impl Added<Guessed> {
    /// `tips` were named for the attempt `of`.
    pub fn new(stamp: Stamp, of: &str, tips: BTreeSet<Tip>) -> Self {
        stamp.line("guess", of, Guessed { tips })
    }

    /// How many of the eight tips were judged as the marks judged them; `None` without marks.
    pub fn right(&self, attempt: &Attempt) -> Option<usize> {
        let judged = |tip: &Tip| {
            let asks = attempt.verdicts.get(tip).copied().is_some_and(asks);
            asks == self.tips.contains(tip)
        };
        attempt
            .is_marked()
            .then(|| Tip::ALL.iter().filter(|tip| judged(tip)).count())
    }
}

/// How often guesses were right, tip by tip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Tips that were judged as the marks judged them.
    pub right: usize,
    /// All that were judged.
    pub all: usize,
}

impl Tally {
    /// One more guess; one at an answer without marks is none.
    pub fn count(&mut self, guess: &Guess, attempt: &Attempt) {
        if let Some(right) = guess.right(attempt) {
            self.right += right;
            self.all += Tip::ALL.len();
        }
    }
}

/// Whether a verdict asks for a look at the answer again.
pub const fn asks(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Look | Verdict::Work)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::record::fixture::record;

    #[test]
    fn a_guess_is_right_about_a_tip_when_the_marks_agree() {
        let stamp = Stamp {
            id: "g".into(),
            at: String::new(),
            off: String::new(),
            tz: None,
        };
        let guess = Guess::new(stamp, "A", [Tip::We, Tip::Brief].into());
        let mut attempt = Attempt::from(&record("A", ""));
        let mut tally = Tally::default();
        tally.count(&guess, &attempt);
        assert_eq!(tally, Tally::default(), "not marked");
        attempt.verdicts = Tip::ALL.map(|tip| (tip, Verdict::Kept)).into();
        attempt.verdicts.insert(Tip::We, Verdict::Look);
        attempt.verdicts.insert(Tip::Defend, Verdict::Work);
        assert_eq!(guess.right(&attempt), Some(6), "brief and defend were not");
        tally.count(&guess, &attempt);
        tally.count(&guess, &attempt);
        assert_eq!(tally, Tally { right: 12, all: 16 });
        let line = serde_json::to_value(&guess).unwrap();
        assert_eq!(line["tips"], serde_json::json!(["we", "brief"]));
        assert_eq!(serde_json::from_value::<Guess>(line).unwrap(), guess);
    }
}
