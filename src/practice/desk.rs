//! What lies on the desk between two openings of the program: enough for the first frame, so that
//! it never waits for the history. Rebuilt from the history when it is missing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::guess::Tally;
use super::history::History;
use super::record::{Goal, Record};
use super::take;
use super::voice::Voice;

/// The format that this version writes. What an earlier one wrote is read, and what it lacks is
/// taken from the history once.
pub const VERSION: u32 = 3;

/// So many practice days are remembered: enough for the week that ends today.
const DAYS: usize = 7;

/// The prompt that waits, and what is remembered of the last attempt.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// Format version, [`VERSION`].
    pub v: u32,
    /// The prompt that waits: it stays until it is answered or exchanged.
    pub prompt: Option<String>,
    /// Prompts shown lately, the latest last: the next one is drawn among those seen least
    /// recently.
    pub seen: Vec<String>,
    /// The one next change of the last marked attempt: today's goal.
    pub goal: Option<Goal>,
    /// Marked and unmarked attempts so far.
    pub attempts: u32,
    /// Marked attempts so far.
    #[serde(default)]
    pub marked: u32,
    /// Attempts on each of the last practice days.
    #[serde(default)]
    pub days: BTreeMap<String, u32>,
    /// How fast this person speaks.
    #[serde(default)]
    pub voice: Voice,
    /// How often the marks were guessed right.
    #[serde(default)]
    pub guessed: Tally,
}

impl Desk {
    /// What the desk would hold after these attempts: on a new machine, or when its file is gone.
    pub fn rebuilt(history: &History) -> Self {
        let mut seen: Vec<String> = Vec::new();
        for record in &history.attempts {
            seen.retain(|prompt| *prompt != record.prompt);
            seen.push(record.prompt.clone());
        }
        let mut marked = history.attempts.iter().rev();
        let goal = marked
            .find(|record| record.reason.is_none())
            .and_then(|record| Some(take::goal_of(record.next?, record.speaking_seconds)));
        let mut desk = Self {
            v: VERSION,
            seen,
            goal,
            ..Self::default()
        };
        for attempt in &history.attempts {
            desk.count_one(&attempt.day, attempt.reason.is_none());
        }
        for run in &history.spoken {
            desk.voice.hear(run.what);
        }
        let by_id = |id: &str| history.attempts.binary_search_by(|one| (*one.id).cmp(id));
        for guess in &history.guesses {
            if let Ok(at) = by_id(&guess.of) {
                desk.guessed.count(guess, &history.attempts[at]);
            }
        }
        desk
    }

    /// One more attempt is finished.
    pub fn count(&mut self, record: &Record) {
        self.count_one(&record.day, record.reason.is_none());
    }

    fn count_one(&mut self, day: &str, marked: bool) {
        self.attempts += 1;
        self.marked += u32::from(marked);
        *self.days.entry(day.to_owned()).or_default() += 1;
        if self.days.len() > DAYS {
            self.days.pop_first();
        }
    }

    /// What it holds when attempts have been deleted: the prompt that waits stays, all that was
    /// remembered of an attempt comes from those that are left.
    pub fn after(self, history: &History) -> Self {
        Self {
            prompt: self.prompt,
            seen: self.seen,
            ..Self::rebuilt(history)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Reason, Step};
    use crate::practice::history::Attempt;
    use crate::practice::record::fixture::record;

    fn attempt(id: &str, prompt: &str, next: Option<Step>, reason: Option<Reason>) -> Attempt {
        Attempt {
            prompt: prompt.into(),
            speaking_seconds: 40,
            next,
            reason,
            ..Attempt::from(&record(id, ""))
        }
    }

    #[test]
    fn a_lost_desk_is_rebuilt_from_the_attempts() {
        let attempts = vec![
            attempt("1", "failure", Some(Step::We), None),
            attempt("2", "deadline", Some(Step::NoLesson), None),
            attempt("3", "failure", None, Some(Reason::TooShort)),
        ];
        let mut history = History {
            attempts,
            ..History::default()
        };
        let desk = Desk::rebuilt(&history);
        assert_eq!(desk.seen, ["deadline", "failure"]);
        assert_eq!((desk.attempts, desk.marked), (3, 2));
        assert_eq!(desk.days, [("2026-03-08".to_owned(), 3)].into());
        let goal = Goal {
            step: Step::NoLesson,
            by_seconds: Some(20),
        };
        assert_eq!(desk.goal, Some(goal), "the last one that was marked");
        assert_eq!(desk.prompt, None);
        history.attempts.truncate(1);
        let waiting = Some("deadline".to_owned());
        let desk = Desk {
            prompt: waiting.clone(),
            ..desk
        }
        .after(&history);
        assert_eq!((desk.prompt, desk.attempts), (waiting, 1));
        assert_eq!(desk.goal.map(|goal| goal.step), Some(Step::We));
    }

    #[test]
    fn only_the_last_days_are_remembered() {
        let mut desk = Desk::default();
        for day in 1..=9 {
            for _ in 0..day {
                desk.count_one(&format!("2026-03-{day:02}"), day > 1);
            }
        }
        assert_eq!((desk.attempts, desk.marked), (45, 44));
        assert_eq!(desk.days.len(), DAYS);
        assert_eq!(desk.days.get("2026-03-09"), Some(&9));
    }
}
