//! What one line says: an attempt, something added to it, or something that is carried along.
//! Knows bytes; knows nothing of files.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Deserialize;

use crate::practice::event::{Link, Note, Silence};
use crate::practice::feedback::Feedback;
use crate::practice::guess::Guess;
use crate::practice::history::{Attempt, History};
use crate::practice::voice::Spoken;

/// The kinds of line that this version reads.
pub(super) const ATTEMPT: &str = "attempt";
const NOTE: &str = "note";
const SILENCE: &str = "silence";
const GUESS: &str = "guess";
const SPOKEN: &str = "spoken";
const FEEDBACK: &str = "feedback";
const STORY: &str = "story";
const TOMBSTONE: &str = "tombstone";

/// The first things to know about a line.
#[derive(Deserialize)]
pub(super) struct Head<'a> {
    pub(super) v: u32,
    #[serde(borrow)]
    pub(super) kind: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    /// The attempt that it is about, where it is not one itself.
    #[serde(borrow, default)]
    of: Option<Cow<'a, str>>,
}

impl<'a> Head<'a> {
    /// `None` for a line that no version of failwell wrote.
    pub(super) fn read(line: &'a [u8]) -> Option<Self> {
        // What is skipped while reading must be text too: a byte can rot anywhere.
        serde_json::from_str(std::str::from_utf8(line).ok()?).ok()
    }

    /// The attempt whose text this line is, or is about.
    pub(super) fn attempt(&self) -> Option<&str> {
        match self.of.as_deref() {
            _ if self.kind == ATTEMPT => Some(&self.id),
            of => of,
        }
    }

    pub(super) fn is_tombstone(&self) -> bool {
        self.kind == TOMBSTONE
    }
}

/// Puts into `history` what a line says, or gives back the attempt that it is.
pub(super) fn fold(history: &mut History, line: Option<&[u8]>) -> Option<Attempt> {
    let Some((line, head)) = line.and_then(|line| Some((line, Head::read(line)?))) else {
        history.unread += 1;
        return None;
    };
    history.meet(head.v);
    match (head.kind.as_ref(), head.of) {
        (ATTEMPT, _) => {
            let attempt = serde_json::from_slice::<Attempt>(line).ok();
            history.unread += usize::from(attempt.is_none());
            return attempt;
        }
        (NOTE, _) => match serde_json::from_slice::<Note>(line) {
            Ok(note) => history.notes.push(note),
            Err(_) => history.unread += 1,
        },
        (SILENCE, _) => match serde_json::from_slice::<Silence>(line) {
            Ok(silence) => history.silences.push(silence),
            // It may be about a kind of finding that a later version knows.
            Err(_) => history.later += 1,
        },
        (GUESS, _) => match serde_json::from_slice::<Guess>(line) {
            Ok(guess) => history.guesses.push(guess),
            // It may name a tip that a later version knows.
            Err(_) => history.later += 1,
        },
        (SPOKEN, _) => match serde_json::from_slice::<Spoken>(line) {
            Ok(spoken) => history.spoken.push(spoken),
            // It may be in a language that a later version knows.
            Err(_) => history.later += 1,
        },
        (FEEDBACK, _) => match serde_json::from_slice::<Feedback>(line) {
            Ok(sheet) => history.feedback.push(sheet),
            // It may name a tip that a later version knows.
            Err(_) => history.later += 1,
        },
        (STORY, _) => match serde_json::from_slice::<Link>(line) {
            Ok(told) => history.links.push(told),
            Err(_) => history.unread += 1,
        },
        (TOMBSTONE, Some(of)) => {
            history.deleted.insert(of.into_owned());
        }
        _ => history.later += 1,
    }
    None
}

/// What a line says, whatever its spaces and the order of its fields: two machines' copies of one
/// line are equal.
pub(super) fn fingerprint(line: &[u8]) -> (u64, u64) {
    let plain = serde_json::from_slice::<serde_json::Value>(line)
        .and_then(|value| serde_json::to_vec(&value))
        .unwrap_or_else(|_| line.trim_ascii().to_vec());
    let hash = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, &plain).hash(&mut hasher);
        hasher.finish()
    };
    (hash(0), hash(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_as_far_as_it_can_be() {
        let mut history = History::default();
        let attempt =
            r#"{"v":1,"kind":"attempt","id":"A","day":"d","prompt":"p","prompt_text":"t"}"#;
        let newer = attempt.replace("\"v\":1", "\"v\":3,\"how\":\"sung\"");
        for line in [attempt, &newer] {
            let attempt = fold(&mut history, Some(line.as_bytes()));
            assert_eq!(attempt.map(|attempt| attempt.id).as_deref(), Some("A"));
        }
        for line in [
            r#"{"v":1,"kind":"note","id":"n","of":"A","text":"calm"}"#,
            r#"{"v":1,"kind":"tombstone","id":"t","of":"B"}"#,
            r#"{"v":1,"kind":"silence","id":"s","of":"A"}"#,
            r#"{"v":1,"kind":"spoken","id":"r","of":"A","lang":"zh","units":180,"seconds":60}"#,
            r#"{"v":1,"kind":"spoken","id":"r2","of":"A","lang":"fr","units":1,"seconds":1}"#,
            r#"{"v":2,"kind":"attempt","id":"C"}"#,
            r#"{"text":"made by hand"}"#,
            "# a comment",
        ] {
            assert_eq!(fold(&mut history, Some(line.as_bytes())), None, "{line}");
        }
        fold(&mut history, None);
        let rotten = [
            attempt.trim_end_matches('}').as_bytes(),
            b",\"answer\":\"\x95\"}",
        ]
        .concat();
        assert_eq!(fold(&mut history, Some(&rotten)), None, "a rotten byte");
        assert_eq!(
            (history.notes.len(), history.later, history.unread),
            (1, 2, 5)
        );
        assert_eq!(history.spoken.len(), 1);
        assert_eq!(history.deleted, ["B".to_owned()].into());
        assert_eq!(history.newer, Some(3));
    }

    #[test]
    fn a_line_is_itself_in_any_layout() {
        let one = br#"{"id":"A","n":[1,"x"]}"#;
        assert_eq!(
            fingerprint(one),
            fingerprint(b" { \"n\": [1, \"x\"], \"id\": \"A\" }\r\n")
        );
        assert_ne!(fingerprint(one), fingerprint(br#"{"id":"A","n":[1,"y"]}"#));
        assert_eq!(fingerprint(b"torn {\n"), fingerprint(b"torn {"));
    }
}
