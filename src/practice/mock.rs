//! A mock interview: which question is put next, and what came of those before. Knows questions and
//! attempts; knows no screens and no files.

use std::ops::RangeInclusive;

use rand::Rng;
use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::history::Attempt;
use super::pick;
use super::prompt::{FollowUp, Prompt};
use crate::engine::{Lang, Step};

/// How many questions a mock may have.
pub const QUESTIONS: RangeInclusive<u8> = 1..=6;

/// How many it has unless the person says so.
pub const USUAL: u8 = 3;

/// Seconds to think before each answer.
pub const THINKING: u32 = 30;

/// Seconds to write an answer of two minutes spoken: typing takes about three times as long as
/// speaking, and Chinese, with an input method, a little longer still.
pub const fn limit_seconds(lang: Lang) -> u32 {
    match lang {
        Lang::En => 300,
        Lang::Zh => 360,
    }
}

/// A mock that is going on, or over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mock {
    /// The sitting of all its attempts: a ULID.
    pub sitting: String,
    /// How many questions there are to be.
    pub questions: u8,
    /// What was answered, in order.
    pub answered: Vec<Answered>,
    /// Where the question that is being answered comes from.
    pub asking: Source,
}

/// A question with what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// Where the question came from.
    pub source: Source,
    /// The attempt, without its answer.
    pub attempt: Attempt,
}

/// Where a question comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// It was drawn.
    Drawn,
    /// It asks after what the answer before lacked.
    FollowUp,
}

/// A question to be put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Question<'a> {
    /// A new one.
    Drawn(&'a Prompt),
    /// One about the answer before.
    FollowUp(&'a FollowUp),
}

impl Mock {
    /// A mock before its first question.
    pub fn new(questions: u8, sitting: String) -> Self {
        Self {
            sitting,
            questions: questions.clamp(*QUESTIONS.start(), *QUESTIONS.end()),
            answered: Vec::new(),
            asking: Source::Drawn,
        }
    }

    /// The number of the question that is being answered, from 1.
    pub fn number(&self) -> usize {
        self.answered.len() + 1
    }

    /// The question that is being answered has its answer.
    pub fn answer(&mut self, attempt: Attempt) {
        let source = self.asking;
        self.answered.push(Answered { source, attempt });
    }

    /// What is asked next: after a question that was drawn, what its answer lacked, else a new
    /// question; none comes twice. `None` when the mock is over.
    pub fn next<'a>(
        &self,
        prompts: &'a [Prompt],
        follow_ups: &'a [FollowUp],
        desk: &Desk,
        chance: &mut (impl Rng + ?Sized),
    ) -> Option<Question<'a>> {
        if self.answered.len() >= usize::from(self.questions) {
            return None;
        }
        let follow_up = self.follow_up(follow_ups).map(Question::FollowUp);
        follow_up.or_else(|| {
            let open = prompts.iter().filter(|prompt| !self.asked(&prompt.id));
            pick::draw(open, desk, chance).map(Question::Drawn)
        })
    }

    /// What the last answer lacked, asked after once: an interviewer goes on to something else
    /// then.
    fn follow_up<'a>(&self, follow_ups: &'a [FollowUp]) -> Option<&'a FollowUp> {
        let last = self.answered.last()?;
        let lacked = last.attempt.next.map(Step::tip)?;
        let fits = |ask: &&FollowUp| ask.tip == lacked && !self.asked(&ask.id);
        let drawn = last.source == Source::Drawn;
        drawn.then(|| follow_ups.iter().find(fits)).flatten()
    }

    fn asked(&self, id: &str) -> bool {
        let ids = self
            .answered
            .iter()
            .map(|answered| &answered.attempt.prompt);
        ids.into_iter().any(|asked| asked == id)
    }
}

impl Question<'_> {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Drawn(prompt) => &prompt.id,
            Self::FollowUp(ask) => &ask.id,
        }
    }

    /// Its words.
    pub fn text(&self, lang: Lang) -> &str {
        match self {
            Self::Drawn(prompt) => prompt.text.get(lang),
            Self::FollowUp(ask) => ask.text.get(lang),
        }
    }

    /// Where it comes from.
    pub const fn source(&self) -> Source {
        match self {
            Self::Drawn(_) => Source::Drawn,
            Self::FollowUp(_) => Source::FollowUp,
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;

    use super::*;
    use crate::engine::{Bilingual, Tip};
    use crate::practice::record::fixture::record;

    fn both(text: &str) -> Bilingual<String> {
        Bilingual {
            en: text.to_owned(),
            zh: text.to_owned(),
        }
    }

    fn prompts(count: usize) -> Vec<Prompt> {
        let prompt = |number: usize| Prompt {
            id: format!("prompt-{number}"),
            text: both(""),
            probes: Vec::new(),
            theme: String::new(),
        };
        (0..count).map(prompt).collect()
    }

    /// Two for tip 4, none for the others.
    fn follow_ups() -> Vec<FollowUp> {
        let ask = |number: usize| FollowUp {
            id: format!("we-{number}"),
            tip: Tip::We,
            text: both(""),
        };
        (1..=2).map(ask).collect()
    }

    /// The ids of the questions of a mock whose answers lack `lacks`, one after the other.
    fn run(questions: u8, prompts: &[Prompt], lacks: &[Option<Step>], seed: u64) -> Vec<String> {
        let mut mock = Mock::new(questions, "S".to_owned());
        let follow_ups = follow_ups();
        let desk = Desk::default();
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut lacks = lacks.iter().copied().cycle();
        while let Some(question) = mock.next(prompts, &follow_ups, &desk, &mut chance) {
            mock.asking = question.source();
            mock.answer(Attempt {
                prompt: question.id().to_owned(),
                next: lacks.next().flatten(),
                ..Attempt::from(&record("A", ""))
            });
        }
        let asked = mock.answered.into_iter();
        asked.map(|answered| answered.attempt.prompt).collect()
    }

    #[test]
    fn what_an_answer_lacked_is_asked_after_once_and_never_with_the_same_words() {
        let asked = run(6, &prompts(40), &[Some(Step::We)], 3);
        let follow_up = |id: &String| id.starts_with("we-");
        let kinds: Vec<bool> = asked.iter().map(follow_up).collect();
        assert_eq!(kinds, [false, true, false, true, false, false], "{asked:?}");
        assert_eq!([&*asked[1], &*asked[3]], ["we-1", "we-2"]);
    }

    #[test]
    fn no_question_comes_twice_and_few_prompts_make_a_short_mock() {
        for seed in 0..50 {
            for (count, expected) in [(40, 6), (6, 6), (4, 4), (0, 0)] {
                let mut asked = run(6, &prompts(count), &[None], seed);
                assert_eq!(asked.len(), expected);
                asked.sort();
                asked.dedup();
                assert_eq!(asked.len(), expected, "{asked:?}");
            }
        }
    }

    #[test]
    fn an_answer_that_lacks_nothing_or_what_nobody_asks_after_is_followed_by_a_new_question() {
        for lack in [None, Some(Step::Words)] {
            let asked = run(2, &prompts(9), &[lack], 1);
            assert!(asked[1].starts_with("prompt-"), "{asked:?}");
        }
        assert_eq!(run(0, &prompts(9), &[None], 1).len(), 1, "one at least");
        assert_eq!(run(99, &prompts(9), &[None], 1).len(), 6, "six at most");
    }
}
