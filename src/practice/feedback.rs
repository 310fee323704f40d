//! What people who listened to an answer ticked and wrote: a line of the history, and what all of
//! them say together. Knows nothing of files or sheets.

pub mod read;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::{Added, Stamp};
use super::history::History;
use crate::engine::{Tip, Verdict};

/// A returned sheet, as one line of the history.
pub type Feedback = Added<Said>;

/// What one sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// The lines that were ticked: what a listener heard.
    pub heard: Vec<Tip>,
    /// What they remember first.
    pub first: Option<First>,
    /// What they think that the speaker learned.
    pub learned: String,
    /// Anything else.
    pub more: String,
    /// Who says so, if they like to.
    pub from: String,
}

/// What a listener remembers first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum First {
    /// What went wrong.
    Miss,
    /// What was done about it.
    Fix,
}

impl Stamp {
    /// What a sheet on the attempt `of` says.
    pub fn feedback(self, of: &str, said: Said) -> Feedback {
        self.line("feedback", of, said)
    }
}

/// What all sheets on one attempt say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// How many sheets came back.
    pub sheets: usize,
    /// How many of them ticked each tip, in the tips' order.
    pub ticks: [usize; 8],
    /// How many remember the miss first, and how many the fix.
    pub first: [usize; 2],
    /// What they think that the speaker learned, and what else they wrote; the oldest first.
    pub words: Vec<String>,
}

impl Heard {
    /// Whether nobody has said anything.
    pub const fn is_empty(&self) -> bool {
        self.sheets == 0
    }

    /// How many heard what this tip asks for.
    pub fn ticks(&self, tip: Tip) -> usize {
        self.ticks[tip.number() - 1]
    }

    /// How many of them see a tip as its verdict says: ticked where it was kept, not ticked where it
    /// asks for a look; `None` for what was not seen.
    pub fn agree(&self, tip: Tip, verdict: Verdict) -> Option<usize> {
        match verdict {
            Verdict::Kept => Some(self.ticks(tip)),
            Verdict::Look | Verdict::Work => Some(self.sheets.saturating_sub(self.ticks(tip))),
            Verdict::Unseen => None,
        }
    }

    fn add(&mut self, said: &Said) {
        self.sheets += 1;
        for tip in &said.heard {
            self.ticks[tip.number() - 1] += 1;
        }
        match said.first {
            Some(First::Miss) => self.first[0] += 1,
            Some(First::Fix) => self.first[1] += 1,
            None => {}
        }
        let words = [&said.learned, &said.more].into_iter();
        let words = words.filter(|words| !words.is_empty());
        self.words
            .extend(words.map(|words| match said.from.as_str() {
                "" => words.clone(),
                from => format!("{from}: {words}"),
            }));
    }
}

impl History {
    /// What people say about each attempt that somebody listened to.
    pub fn heard(&self) -> BTreeMap<&str, Heard> {
        let mut heard: BTreeMap<&str, Heard> = BTreeMap::new();
        for sheet in &self.feedback {
            heard.entry(&sheet.of).or_default().add(&sheet.what);
        }
        heard
    }

    /// What people say about one attempt.
    pub fn heard_in(&self, attempt: &str) -> Heard {
        let mut heard = Heard::default();
        let sheets = self.feedback.iter().filter(|sheet| sheet.of == attempt);
        sheets.for_each(|sheet| heard.add(&sheet.what));
        heard
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(id: &str, of: &str, said: Said) -> Feedback {
        let stamp = Stamp {
            id: id.into(),
            at: String::new(),
            off: String::new(),
            tz: None,
        };
        stamp.feedback(of, said)
    }

    #[test]
    fn what_several_people_say_is_counted_together() {
        let one = Said {
            heard: vec![Tip::Learned, Tip::We],
            first: Some(First::Fix),
            learned: "to ask early".into(),
            from: "Kim".into(),
            ..Said::default()
        };
        let two = Said {
            heard: vec![Tip::Learned],
            first: Some(First::Miss),
            more: "slower".into(),
            ..Said::default()
        };
        let mut history = History {
            feedback: vec![
                sheet("2", "A", two),
                sheet("1", "A", one.clone()),
                sheet("1", "A", one),
            ],
            ..History::default()
        };
        history.settle();
        let heard = history.heard_in("A");
        assert_eq!((heard.sheets, heard.first), (2, [1, 1]));
        assert_eq!([heard.ticks(Tip::Learned), heard.ticks(Tip::We)], [2, 1]);
        assert_eq!(heard.words, ["Kim: to ask early", "slower"]);
        let agree = |tip, verdict| heard.agree(tip, verdict);
        assert_eq!(agree(Tip::We, Verdict::Kept), Some(1));
        assert_eq!(agree(Tip::Learned, Verdict::Work), Some(0));
        assert_eq!(agree(Tip::Brief, Verdict::Look), Some(2));
        assert_eq!(agree(Tip::Brief, Verdict::Unseen), None);
        assert_eq!(history.heard(), [("A", heard)].into());
        assert!(history.heard_in("B").is_empty());
    }

    #[test]
    fn a_line_says_it_all_in_plain_names() {
        let said = Said {
            heard: vec![Tip::Learned],
            first: Some(First::Fix),
            ..Said::default()
        };
        let line = serde_json::to_value(sheet("1", "A", said)).unwrap();
        assert_eq!(line["kind"], "feedback");
        assert_eq!(line["heard"], serde_json::json!(["learned"]));
        assert_eq!(line["first"], "fix");
        let bare = r#"{"v":1,"kind":"feedback","id":"1","of":"A","later":true}"#;
        let bare: Feedback = serde_json::from_str(bare).unwrap();
        assert_eq!(bare.what, Said::default());
        assert_eq!(bare.rest["later"], true);
    }
}
