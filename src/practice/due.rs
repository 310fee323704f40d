//! What deserves today most: a story, a tip or a prompt, by a short rule. Knows attempts and
//! practice days; reads no clock and no file.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::guess::asks;
use super::history::{Attempt, History};
use super::progress;
use super::prompt::Prompt;
use super::story::Story;
use crate::engine::{Tip, Verdict};

/// After so many days without being told a story is due.
const REST: i64 = 7;

/// A tip is looked at over so many of the latest marked attempts, with so many at least.
const LATEST: usize = 5;
const FEWEST: usize = progress::ENOUGH;

/// So often it must have asked for a look to be due.
const OFTEN: usize = 2;

/// All that the rule asks of a history: small, whatever the length of that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The last attempt at each prompt.
    pub seen: BTreeMap<String, Last>,
    /// The last attempt that told each story.
    pub told: BTreeMap<String, Last>,
    /// The verdicts of the latest marked attempts, oldest first, without the tips that rested.
    pub latest: Vec<BTreeMap<Tip, Verdict>>,
}

/// A last time. Ids sort by time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Last {
    /// The attempt.
    pub id: String,
    /// Its practice day.
    pub day: String,
}

/// What there is to choose from besides.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// Every prompt, in the order of the library.
    pub prompts: &'a [Prompt],
    /// The prompt that waits on the first screen; it was drawn from those seen least recently.
    pub waiting: Option<&'a str>,
    /// The story bank, in the order of its file.
    pub stories: &'a [Story],
}

/// What is due, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "due")]
pub enum Due {
    /// A story, and the day on which it was told last.
    Story {
        /// Which story.
        story: String,
        /// When; `None` for never.
        last: Option<String>,
    },
    /// A tip.
    Tip {
        /// Which tip.
        tip: Tip,
        /// In how many of the latest marked attempts it asked for a look.
        asked: usize,
        /// How many those are.
        of: usize,
    },
    /// The prompt itself, and the day on which it was answered last.
    Prompt {
        /// When; `None` for never.
        last: Option<String>,
    },
}

impl Standing {
    /// What a history leaves of itself.
    pub fn of(history: &History) -> Self {
        let mut standing = Self::default();
        let resting = progress::resting(history);
        for attempt in &history.attempts {
            standing.count(attempt, |tip| {
                !resting.contains(&(attempt.id.as_str(), tip))
            });
        }
        standing
    }

    /// One more attempt; a tip counts where `counts` says so.
    pub fn count(&mut self, attempt: &Attempt, counts: impl Fn(Tip) -> bool) {
        let last = || Last {
            id: attempt.id.clone(),
            day: attempt.day.clone(),
        };
        self.seen.insert(attempt.prompt.clone(), last());
        if let Some(story) = &attempt.story {
            self.told.insert(story.clone(), last());
        }
        if attempt.is_marked() {
            let verdicts = attempt.verdicts.iter().filter(|(tip, _)| counts(**tip));
            let verdicts = verdicts.map(|(tip, verdict)| (*tip, *verdict));
            self.latest.push(verdicts.collect());
            let old = self.latest.len().saturating_sub(LATEST);
            self.latest.drain(..old);
        }
    }

    /// What deserves the practice day `today` most, and the prompt to do it with (none only where
    /// there are no prompts). The first that holds: a story of the bank untold for a week, the one
    /// untold for longest, which is the first never told; the tip that asked for a look most often in the latest marked attempts, if that is
    /// twice or more and the last of them asks too; the prompt seen least recently.
    pub fn due(&self, choice: Choice<'_>, today: &str) -> (Due, Option<String>) {
        let prompt = self.prompt(choice);
        let last = prompt.as_ref().and_then(|id| self.seen.get(id));
        let due = self
            .story(choice.stories, today)
            .or_else(|| self.tip())
            .unwrap_or_else(|| Due::Prompt {
                last: last.map(|last| last.day.clone()),
            });
        (due, prompt)
    }

    fn story(&self, stories: &[Story], today: &str) -> Option<Due> {
        let begun = stories.iter().filter(|story| !story.is_empty());
        let story = begun.min_by_key(|story| self.told.get(&story.id))?;
        let last = self.told.get(&story.id);
        let rested = last.is_none_or(|last| days(&last.day, today) >= REST);
        rested.then(|| Due::Story {
            story: story.id.clone(),
            last: last.map(|last| last.day.clone()),
        })
    }

    fn tip(&self) -> Option<Due> {
        let last = self.latest.last().filter(|_| self.latest.len() >= FEWEST)?;
        let asked = |tip: &Tip, verdicts: &BTreeMap<Tip, Verdict>| {
            verdicts.get(tip).is_some_and(|verdict| asks(*verdict))
        };
        let often = |tip: Tip| {
            let times = self.latest.iter().filter(|one| asked(&tip, one));
            (times.count(), tip)
        };
        let open = Tip::ALL.into_iter().filter(|tip| asked(tip, last));
        // Of equals the first of the article.
        let (asked, tip) = open.map(often).rev().max_by_key(|(times, _)| *times)?;
        (asked >= OFTEN).then_some(Due::Tip {
            tip,
            asked,
            of: self.latest.len(),
        })
    }

    fn prompt(&self, choice: Choice<'_>) -> Option<String> {
        let mut prompts = choice.prompts.iter();
        let waiting = prompts.find(|prompt| choice.waiting == Some(&prompt.id));
        let rested = || {
            let prompts = choice.prompts.iter();
            prompts.min_by_key(|prompt| self.seen.get(&prompt.id))
        };
        waiting.or_else(rested).map(|prompt| prompt.id.clone())
    }
}

/// From one practice day to another; none where one is no date.
fn days(from: &str, to: &str) -> i64 {
    let day = |day: &str| day.parse::<NaiveDate>().ok();
    match (day(from), day(to)) {
        (Some(from), Some(to)) => (to - from).num_days(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Bilingual;
    use crate::practice::progress::tests::marked;

    fn prompts() -> Vec<Prompt> {
        let prompt = |id: &str| Prompt {
            id: id.into(),
            text: Bilingual {
                en: String::new(),
                zh: String::new(),
            },
            probes: Vec::new(),
            theme: String::new(),
        };
        ["failure", "deadline", "feedback"].map(prompt).into()
    }

    fn due(attempts: Vec<Attempt>, waiting: Option<&str>, stories: &[&str]) -> (Due, String) {
        let history = History {
            attempts,
            ..History::default()
        };
        let stories: Vec<Story> = stories
            .iter()
            .map(|id| Story::fixture(id, "A title"))
            .collect();
        let choice = Choice {
            prompts: &prompts(),
            waiting,
            stories: &stories,
        };
        let (due, prompt) = Standing::of(&history).due(choice, "2026-03-15");
        (due, prompt.unwrap())
    }

    fn story(id: &str, story: &str, day: &str) -> Attempt {
        Attempt {
            story: Some(story.into()),
            day: day.into(),
            ..marked(id, "failure", Verdict::Kept)
        }
    }

    #[test]
    fn there_is_always_a_prompt_the_one_seen_least_recently() {
        let never = |last: Option<&str>| Due::Prompt {
            last: last.map(str::to_owned),
        };
        assert_eq!(due(vec![], None, &[]), (never(None), "failure".into()));
        let all = ["deadline", "failure", "feedback"];
        let seen = (1..)
            .zip(all)
            .map(|(id, prompt): (u32, _)| marked(&id.to_string(), prompt, Verdict::Kept));
        let seen: Vec<Attempt> = seen.collect();
        assert_eq!(
            due(seen[..1].to_vec(), None, &[]),
            (never(None), "failure".into())
        );
        let day = Some("2026-03-08");
        assert_eq!(
            due(seen.clone(), None, &[]),
            (never(day), "deadline".into())
        );
        assert_eq!(due(seen.clone(), Some("feedback"), &[]).1, "feedback");
        assert_eq!(due(seen, Some("gone"), &[]).1, "deadline");
    }

    #[test]
    fn a_tip_is_due_when_it_asks_again_and_again_and_still_does() {
        use Verdict::{Kept, Look, Unseen, Work};
        for (states, asked) in [
            (&[Work, Work][..], None),
            (&[Work, Kept, Work], Some((2, 3))),
            (&[Work, Work, Kept], None),
            (&[Kept, Kept, Look], None),
            (&[Work, Work, Work, Unseen, Kept, Look, Look], Some((3, 5))),
        ] {
            let attempts = (0u32..).zip(states);
            let attempts = attempts.map(|(id, state)| marked(&id.to_string(), "failure", *state));
            let expected = asked.map(|(asked, of)| Due::Tip {
                tip: Tip::Brief,
                asked,
                of,
            });
            let found = due(attempts.collect(), None, &[]).0;
            assert_eq!(
                Some(&found).filter(|due| matches!(due, Due::Tip { .. })),
                expected.as_ref(),
                "{states:?}"
            );
        }
    }

    #[test]
    fn a_story_comes_first_once_it_has_not_been_told_for_a_week() {
        let told = vec![
            story("1", "archive", "2026-03-09"),
            story("2", "launch", "2026-03-14"),
        ];
        let found = |stories: &[&str]| due(told.clone(), None, stories).0;
        assert_eq!(
            found(&["archive", "launch"]),
            Due::Prompt { last: None },
            "six days"
        );
        let never = Due::Story {
            story: "move".into(),
            last: None,
        };
        assert_eq!(
            found(&["archive", "move", "launch", "hall"]),
            never,
            "of those never told the first of the file"
        );
        let mut early = told;
        early[0].day = "2026-03-08".into();
        let last = Due::Story {
            story: "archive".into(),
            last: Some("2026-03-08".into()),
        };
        assert_eq!(due(early, None, &["archive", "launch"]).0, last);
    }
}
