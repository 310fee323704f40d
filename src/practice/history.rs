//! The past attempts in memory, without their answers, and what was added to them later. Knows
//! nothing of files.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::event::{Link, Note, Silence};
use super::feedback::Feedback;
use super::guess::Guess;
use super::record::{Record, VERSION};
use super::search::Wanted;
use super::silence::Silenced;
use super::voice::Spoken;
use crate::engine::{Lang, Reason, Step, Tip, Verdict};

/// Everything that could be read from the history, but for the answers: these stay on the disk
/// until one is opened, so that ten years of them take little memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The attempts that were not deleted, oldest first.
    pub attempts: Vec<Attempt>,
    /// The notes on them, oldest first.
    pub notes: Vec<Note>,
    /// What does not count in them, oldest first.
    pub silences: Vec<Silence>,
    /// What was guessed of them before their marks were shown, oldest first.
    pub guesses: Vec<Guess>,
    /// When they were said aloud, oldest first.
    pub spoken: Vec<Spoken>,
    /// What people who listened say of them, oldest first.
    pub feedback: Vec<Feedback>,
    /// Which stories attempts were found to tell later, oldest first.
    pub links: Vec<Link>,
    /// The attempts that were deleted.
    pub deleted: HashSet<String>,
    /// Lines that could not be read (torn, foreign). They stay in the file as they are.
    pub unread: usize,
    /// Lines of kinds that this version does not know. They are carried along.
    pub later: usize,
    /// The newest version of a line, where it is newer than [`VERSION`].
    pub newer: Option<u32>,
}

/// An attempt without its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attempt {
    /// Format version.
    pub v: u32,
    /// See [`Record::id`].
    pub id: String,
    /// See [`Record::day`].
    pub day: String,
    /// See [`Record::prompt`].
    pub prompt: String,
    /// See [`Record::prompt_text`].
    pub prompt_text: String,
    /// See [`Record::lang`].
    #[serde(default)]
    pub lang: Option<Lang>,
    /// See [`Record::story`]; the latest link counts.
    #[serde(default)]
    pub story: Option<String>,
    /// See [`Record::take`].
    #[serde(default)]
    pub take: Option<u32>,
    /// See [`Record::parent`].
    #[serde(default)]
    pub parent: Option<String>,
    /// See [`Record::typing_seconds`].
    #[serde(default)]
    pub typing_seconds: u32,
    /// See [`Record::words`].
    #[serde(default)]
    pub words: usize,
    /// See [`Record::speaking_seconds`].
    #[serde(default)]
    pub speaking_seconds: u32,
    /// See [`Record::turn_seconds`].
    #[serde(default)]
    pub turn_seconds: Option<u32>,
    /// See [`Record::reason`].
    #[serde(default)]
    pub reason: Option<Reason>,
    /// See [`Record::verdicts`].
    #[serde(default)]
    pub verdicts: BTreeMap<Tip, Verdict>,
    /// See [`Record::next`].
    #[serde(default)]
    pub next: Option<Step>,
    /// See [`Record::rules`].
    #[serde(default)]
    pub rules: u32,
}

impl From<&Record> for Attempt {
    fn from(record: &Record) -> Self {
        Self {
            v: record.v,
            id: record.id.clone(),
            day: record.day.clone(),
            prompt: record.prompt.clone(),
            prompt_text: record.prompt_text.clone(),
            lang: record.lang,
            story: record.story.clone(),
            take: record.take,
            parent: record.parent.clone(),
            typing_seconds: record.typing_seconds,
            words: record.words,
            speaking_seconds: record.speaking_seconds,
            turn_seconds: record.turn_seconds,
            reason: record.reason,
            verdicts: record.verdicts.clone(),
            next: record.next,
            rules: record.rules,
        }
    }
}

impl Attempt {
    /// Whether it got marks.
    pub fn is_marked(&self) -> bool {
        self.reason.is_none() && !self.verdicts.is_empty()
    }
}

impl History {
    /// The latest attempt.
    pub fn last(&self) -> Option<&Attempt> {
        self.attempts.last()
    }

    /// The notes on one attempt, oldest first.
    pub fn notes_on<'a>(&'a self, attempt: &'a str) -> impl Iterator<Item = &'a Note> {
        self.notes.iter().filter(move |note| note.of == attempt)
    }

    /// What does not count in one attempt.
    pub fn silenced_in(&self, attempt: &str) -> Silenced {
        let of = |silence: &&Silence| silence.of == attempt;
        self.silences.iter().filter(of).collect()
    }

    /// Sees that a line of version `v` is there.
    pub fn meet(&mut self, v: u32) {
        if v > VERSION {
            self.newer = self.newer.max(Some(v));
        }
    }

    /// Brings what was read, in whatever order, into the one order that follows from the ids: no
    /// id twice, and nothing of what was deleted.
    pub fn settle(&mut self) {
        let gone = &self.deleted;
        self.attempts.sort_by(|a, b| a.id.cmp(&b.id));
        self.attempts.dedup_by(|later, first| later.id == first.id);
        self.attempts.retain(|attempt| !gone.contains(&attempt.id));
        self.notes.retain(|note| !gone.contains(&note.of));
        self.silences.retain(|silence| !gone.contains(&silence.of));
        self.guesses.retain(|guess| !gone.contains(&guess.of));
        self.guesses
            .sort_by(|a, b| (&a.id, &a.of, &a.tips).cmp(&(&b.id, &b.of, &b.tips)));
        self.guesses.dedup_by(|later, first| later.id == first.id);
        self.spoken.retain(|spoken| !gone.contains(&spoken.of));
        self.spoken
            .sort_by(|a, b| (&a.id, &a.of, a.what.seconds).cmp(&(&b.id, &b.of, b.what.seconds)));
        self.spoken.dedup_by(|later, first| later.id == first.id);
        self.silences
            .sort_by(|a, b| (&a.id, &a.of, &a.reason).cmp(&(&b.id, &b.of, &b.reason)));
        self.silences.dedup_by(|later, first| later.id == first.id);
        // No two notes share an id unless a hand made them; then the text decides.
        self.notes
            .sort_by(|a, b| (&a.id, &a.of, &a.text).cmp(&(&b.id, &b.of, &b.text)));
        self.notes.dedup_by(|later, first| later.id == first.id);
        self.feedback.retain(|sheet| !gone.contains(&sheet.of));
        self.feedback
            .sort_by(|a, b| (&a.id, &a.of).cmp(&(&b.id, &b.of)));
        self.feedback.dedup_by(|later, first| later.id == first.id);
        self.settle_links();
    }

    /// Lets each attempt tell the story that it was linked to last.
    fn settle_links(&mut self) {
        let gone = &self.deleted;
        self.links.retain(|link| !gone.contains(&link.of));
        self.links
            .sort_by(|a, b| (&a.id, &a.of, &a.story).cmp(&(&b.id, &b.of, &b.story)));
        self.links.dedup_by(|later, first| later.id == first.id);
        for link in &self.links {
            let at = self.attempts.binary_search_by(|one| one.id.cmp(&link.of));
            if let Ok(at) = at {
                self.attempts[at].story.clone_from(&link.story);
            }
        }
    }

    /// The attempts that a note holding `wanted` was written on.
    pub fn noted(&self, wanted: &Wanted) -> HashSet<String> {
        let notes = self.notes.iter().filter(|note| wanted.is_in(&note.text));
        notes.map(|note| note.of.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::event::Stamp;
    use crate::practice::record::fixture::record;

    fn note(id: &str, of: &str, text: &str) -> Note {
        let stamp = Stamp {
            id: id.into(),
            at: String::new(),
            off: String::new(),
            tz: None,
        };
        stamp.note(of, text)
    }

    #[test]
    fn the_order_of_lines_does_not_matter_and_nothing_deleted_is_left() {
        let attempts = ["2", "1", "3", "2"].map(|id| Attempt::from(&record(id, "")));
        let mut history = History {
            attempts: attempts.into(),
            notes: vec![
                note("n2", "1", "calm"),
                note("n1", "1", "早"),
                note("n3", "3", "calm"),
            ],
            deleted: ["3".to_owned()].into(),
            links: [
                ("l2", "1", None),
                ("l1", "1", Some("a")),
                ("l0", "2", Some("b")),
            ]
            .map(|(id, of, story)| Link::fixture(id, of, story))
            .into(),
            ..History::default()
        };
        history.settle();
        let ids: Vec<&str> = history.attempts.iter().map(|a| a.id.as_str()).collect();
        assert_eq!(ids, ["1", "2"]);
        assert_eq!(history.last().map(|last| last.id.as_str()), Some("2"));
        let stories: Vec<Option<&str>> = history
            .attempts
            .iter()
            .map(|a| a.story.as_deref())
            .collect();
        assert_eq!(stories, [None, Some("b")], "the latest link counts");
        let notes: Vec<&str> = history.notes_on("1").map(|n| n.text.as_str()).collect();
        assert_eq!(notes, ["早", "calm"]);
        assert_eq!(history.noted(&Wanted::new("CALM")), ["1".to_owned()].into());
    }

    #[test]
    fn only_newer_versions_are_told_of() {
        let mut history = History::default();
        history.meet(VERSION);
        assert_eq!(history.newer, None);
        history.meet(VERSION + 2);
        history.meet(VERSION + 1);
        assert_eq!(history.newer, Some(VERSION + 2));
    }
}
