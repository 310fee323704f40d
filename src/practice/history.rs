//! The past attempts in memory, and what can be asked about them. Knows nothing of files.

use super::record::Record;

/// Everything that could be read from the history file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The attempts, oldest first.
    pub attempts: Vec<Record>,
    /// Lines that could not be read (torn, newer, foreign). They stay in the file as they are.
    pub unread: usize,
}

impl History {
    /// The latest attempt.
    pub fn last(&self) -> Option<&Record> {
        self.attempts.last()
    }

    /// The attempts at one prompt, oldest first.
    pub fn takes<'a>(&'a self, prompt: &'a str) -> impl Iterator<Item = &'a Record> {
        self.attempts
            .iter()
            .filter(move |record| record.prompt == prompt)
    }

    /// The places in [`History::attempts`] of those that hold `text` in their answer, their prompt
    /// or their day, whatever the case; the latest first. No text lets all through.
    pub fn matching(&self, text: &str) -> Vec<usize> {
        let wanted = Wanted::new(text);
        let attempts = self.attempts.iter().enumerate().rev();
        attempts
            .filter(|(_, record)| wanted.is_in_record(record))
            .map(|(place, _)| place)
            .collect()
    }
}

/// A text looked for. Ten years of attempts are tens of megabytes, gone through at every key, so
/// they are folded to lower case only where the text needs it.
enum Wanted<'a> {
    Nothing,
    Ascii(&'a [u8]),
    /// Neither upper nor lower case in it, as in Chinese.
    Caseless(&'a str),
    Lower(String),
}

impl<'a> Wanted<'a> {
    fn new(text: &'a str) -> Self {
        let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
        if text.is_empty() {
            Self::Nothing
        } else if text.is_ascii() {
            Self::Ascii(text.as_bytes())
        } else if text.chars().any(has_case) {
            Self::Lower(text.to_lowercase())
        } else {
            Self::Caseless(text)
        }
    }

    fn is_in_record(&self, record: &Record) -> bool {
        [&record.prompt_text, &record.day, &record.answer]
            .into_iter()
            .any(|text| self.is_in(text))
    }

    fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Nothing => true,
            Self::Ascii(wanted) => text
                .as_bytes()
                .windows(wanted.len())
                .any(|window| window.eq_ignore_ascii_case(wanted)),
            Self::Caseless(wanted) => text.contains(wanted),
            Self::Lower(wanted) => text.to_lowercase().contains(wanted),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::record::fixture::record;

    fn history() -> History {
        let attempts = [
            ("1", "failure", "I misjudged the DEADLINE."),
            ("2", "deadline", "我误判了 Deadline，École 那边在等。"),
            ("3", "failure", "Nobody had asked."),
        ];
        let attempts = attempts.into_iter().map(|(id, prompt, answer)| Record {
            prompt: prompt.into(),
            prompt_text: format!("Question about {prompt}?"),
            ..record(id, answer)
        });
        History {
            attempts: attempts.collect(),
            unread: 0,
        }
    }

    #[test]
    fn text_is_found_in_answers_and_prompts_whatever_its_case_the_latest_first() {
        let history = history();
        for (wanted, expected) in [
            ("", &[2, 1, 0][..]),
            ("deadline", &[1, 0]),
            ("DeadLine,", &[]),
            ("误判", &[1]),
            ("éCOLE", &[1]),
            ("question about FAILURE", &[2, 0]),
            ("2026-03-08", &[2, 1, 0]),
        ] {
            assert_eq!(history.matching(wanted), expected, "{wanted}");
        }
    }

    #[test]
    fn takes_of_one_prompt_come_in_order() {
        let history = history();
        let ids: Vec<&str> = history
            .takes("failure")
            .map(|take| take.id.as_str())
            .collect();
        assert_eq!(ids, ["1", "3"]);
        assert_eq!(history.last().map(|last| last.id.as_str()), Some("3"));
        assert_eq!(History::default().last(), None);
    }
}
