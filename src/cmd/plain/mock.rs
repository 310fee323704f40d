//! A mock interview: one question after the other without a word on the answers, then all of them.

use super::{Next, Trainer};
use crate::content::say;
use crate::content::words::{counted, fill};
use crate::engine::Tip;
use crate::practice::clock;
use crate::practice::history::Attempt;
use crate::practice::mock::{self, Answered, Mock, QUESTIONS, Source};
use crate::practice::record::Record;
use crate::practice::take::Take;

impl Trainer<'_> {
    /// Asks for the number of questions, unless it is known, and puts them.
    pub(super) fn mock(&mut self, questions: Option<u8>) -> anyhow::Result<()> {
        let words = self.words();
        let limit = clock::face(self.mock_limit());
        self.talk.gap()?;
        self.talk.say(&words.mock.title)?;
        self.talk.say(&fill(
            &words.mock.time,
            &[&mock::THINKING.to_string(), &limit],
        ))?;
        self.talk.say(&words.mock.quiet)?;
        let Some(questions) = questions.map_or_else(|| self.how_many(), |n| Ok(Some(n)))? else {
            return Ok(());
        };
        let now = (self.clock)();
        let sitting = self.sitting.ulid(now);
        self.put_next(Mock::new(questions, sitting))
    }

    fn how_many(&mut self) -> std::io::Result<Option<u8>> {
        let words = self.words();
        let count = &words.count;
        let told = |n: u8| counted(n.into(), &count.question, &count.questions);
        let told: Vec<String> = QUESTIONS.map(told).collect();
        let choices: Vec<(u8, &String)> = QUESTIONS.zip(&told).collect();
        self.talk.choose(words, &choices)
    }

    /// Goes on with a mock whose question has been answered.
    pub(super) fn answered(&mut self, mut mock: Mock, record: &Record) -> anyhow::Result<()> {
        mock.answer(Attempt::from(record));
        self.put_next(mock)
    }

    /// One question after the other; then all answers. An answer that is left keeps the mock in its
    /// draft.
    fn put_next(&mut self, mut mock: Mock) -> anyhow::Result<()> {
        while let Some(take) = self.next_take(&mut mock) {
            self.tell_place(&mock)?;
            match self.page(take, String::new(), 0)? {
                Next::Answered(record) => mock.answer(Attempt::from(&*record)),
                Next::Nothing => break,
                Next::Home | Next::Again(..) | Next::Edit(..) => return Ok(()),
            }
        }
        self.line_up(&mock)
    }

    fn next_take(&mut self, mock: &mut Mock) -> Option<Take> {
        let library = self.library;
        let (prompts, follow_ups) = (&library.prompts, &library.follow_ups);
        let question = mock.next(prompts, follow_ups, &self.desk, self.sitting.rng())?;
        mock.asking = question.source();
        let id = question.id().to_owned();
        self.desk.seen.retain(|seen| *seen != id);
        self.desk.seen.push(id.clone());
        self.save_desk();
        let text = question.text(self.settings.lang).to_owned();
        Some(Take {
            sitting: Some(mock.sitting.clone()),
            limit_seconds: Some(self.mock_limit()),
            mock: Some(mock.clone()),
            ..self.take(id, text, None)
        })
    }

    fn tell_place(&mut self, mock: &Mock) -> std::io::Result<()> {
        let words = &self.words().mock;
        let place = [mock.number().to_string(), mock.questions.to_string()];
        self.talk.gap()?;
        self.talk
            .say(&fill(&words.place, &[&place[0], &place[1]]))?;
        match mock.asking {
            Source::FollowUp => self.talk.say(&words.follow_up),
            Source::Drawn => Ok(()),
        }
    }

    /// All answers, one after the other; each opens by its number.
    fn line_up(&mut self, mock: &Mock) -> anyhow::Result<()> {
        if mock.answered.is_empty() {
            return Ok(());
        }
        let words = self.words();
        self.talk.gap()?;
        self.talk.say(&words.mock.compared)?;
        for answered in &mock.answered {
            self.tell_answer(answered)?;
        }
        let answers = mock.answered.iter().enumerate();
        let labels: Vec<String> = answers
            .map(|(at, answered)| format!("{} {}", words.key.open, title(at, answered)))
            .collect();
        let mut choices: Vec<(Option<usize>, &String)> = (0..).map(Some).zip(&labels).collect();
        choices.push((None, &words.key.back));
        while let Some(Some(at)) = self.talk.choose(words, &choices)? {
            self.show(&mock.answered[at].attempt.id)?;
        }
        Ok(())
    }

    /// The question, how long the answer is, and the state of each tip in words.
    fn tell_answer(&mut self, answered: &Answered) -> std::io::Result<()> {
        let words = self.words();
        let attempt = &answered.attempt;
        self.talk.gap()?;
        self.talk
            .say(&fill(&words.plain.question, &[&attempt.prompt_text]))?;
        self.talk.say(&say::amount(words, attempt.words))?;
        if let Some(reason) = attempt.reason {
            return self.talk.say(say::reason(words, reason));
        }
        for tip in Tip::ALL {
            let (Some(verdict), Some(text)) =
                (attempt.verdicts.get(&tip), say::tip(self.library, tip))
            else {
                continue;
            };
            let title = text.title.get(self.settings.lang);
            let state = say::verdict(words, *verdict);
            let line = fill(&words.cli.tip, &[&tip.number().to_string(), title, state]);
            self.talk.say(&line)?;
        }
        Ok(())
    }

    fn mock_limit(&self) -> u32 {
        let usual = mock::limit_seconds(self.settings.lang);
        self.settings.limit_seconds.unwrap_or(usual)
    }
}

fn title(at: usize, answered: &Answered) -> String {
    format!("{}, {}", at + 1, answered.attempt.prompt_text)
}
