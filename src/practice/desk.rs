//! What lies on the desk between two openings of the program: enough for the first frame, so that
//! it never waits for the history. Rebuilt from the history when it is missing.

use serde::{Deserialize, Serialize};

use super::history::History;
use super::record::Goal;
use super::take;

/// The prompt that waits, and what is remembered of the last attempt.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// Format version, 1.
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
    /// The local practice day of the last attempt.
    pub last_day: Option<String>,
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
        Self {
            v: 1,
            prompt: None,
            seen,
            goal,
            attempts: count(history.attempts.len()),
            marked: count(
                history
                    .attempts
                    .iter()
                    .filter(|one| one.reason.is_none())
                    .count(),
            ),
            last_day: history.last().map(|record| record.day.clone()),
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

fn count(attempts: usize) -> u32 {
    u32::try_from(attempts).unwrap_or(u32::MAX)
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
        assert_eq!(desk.last_day.as_deref(), Some("2026-03-08"));
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
}
