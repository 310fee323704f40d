//! Lines that are added to an attempt after it was saved: a note, a silence, the story that it
//! tells, and the mark that it was deleted.
//! Plain data; knows nothing of files.

use std::ops::Deref;

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use rand::RngExt;
use serde::{Deserialize, Serialize};
use ulid::Ulid;

use super::record::VERSION;
use super::silence::Target;
use crate::engine::{Kind, Tip};

/// What every added line says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// A ULID, one for each line.
    pub id: String,
    /// The instant: RFC 3339, UTC, ending in `Z`.
    pub at: String,
    /// The offset from UTC in force then: `+08:00`.
    pub off: String,
    /// The name of the time zone; a label only.
    pub tz: Option<String>,
}

/// A line of the history that adds something to an attempt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Added<T> {
    /// Format version, [`VERSION`].
    pub v: u32,
    /// What is added: `note`, `silence`, `story`, `tombstone`, `guess`, `spoken`, `feedback`.
    pub kind: String,
    /// A ULID, one for each line.
    pub id: String,
    /// The attempt that it belongs to.
    pub of: String,
    /// See [`Stamp::at`].
    #[serde(default)]
    pub at: String,
    /// See [`Stamp::off`].
    #[serde(default)]
    pub off: String,
    /// See [`Stamp::tz`].
    #[serde(default)]
    pub tz: Option<String>,
    /// The fields of this kind.
    #[serde(flatten)]
    pub what: T,
    /// Fields of newer versions, kept as they are.
    #[serde(flatten)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

impl<T> Deref for Added<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.what
    }
}

/// A word on an attempt, written later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remarked {
    /// What it says.
    pub text: String,
}

/// The line of a note.
pub type Note = Added<Remarked>;

/// Something does not count in an attempt, and why: a finding, or a whole tip. A later one with
/// `back` takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Silenced {
    /// The bytes of the finding; `None` for a tip.
    pub span: Option<(usize, usize)>,
    /// What was seen there; `None` for a tip.
    pub finding: Option<Kind>,
    /// The tip that rests; `None` for a finding.
    pub tip: Option<Tip>,
    /// Why.
    pub reason: String,
    /// Whether it counts again.
    pub back: bool,
}

/// The line of a silence.
pub type Silence = Added<Silenced>;

impl Silenced {
    /// What it is about; `None` for what a later version means by it.
    pub fn target(&self) -> Option<Target> {
        match (self.span, self.finding, self.tip) {
            (Some((start, end)), Some(kind), None) => Some(Target::Mark(start, end, kind)),
            (None, None, Some(tip)) => Some(Target::Tip(tip)),
            _ => None,
        }
    }
}

/// Which story an attempt tells, said later; the latest counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    /// The story's id; `None` takes an earlier link back.
    pub story: Option<String>,
}

/// The line that links an attempt to a story.
pub type Link = Added<Linked>;

#[cfg(test)]
impl Added<Linked> {
    pub(super) fn fixture(id: &str, of: &str, story: Option<&str>) -> Self {
        let stamp = Stamp {
            id: id.into(),
            at: String::new(),
            off: String::new(),
            tz: None,
        };
        stamp.link(of, story)
    }
}

/// The mark of a deleted attempt. It holds no text, and it stays: a merge with a copy that still
/// has the attempt must not bring it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gone {}

/// The line of a mark of deletion.
pub type Tombstone = Added<Gone>;

impl Stamp {
    /// A stamp of this moment.
    pub fn new(wall: DateTime<FixedOffset>, zone: Option<&str>, rng: &mut impl RngExt) -> Self {
        let ms = u64::try_from(wall.timestamp_millis()).unwrap_or(0);
        Self {
            id: Ulid::from_parts(ms, rng.random()).to_string(),
            at: wall
                .with_timezone(&Utc)
                .to_rfc3339_opts(SecondsFormat::Secs, true),
            off: wall.offset().to_string(),
            tz: zone.map(str::to_owned),
        }
    }

    /// A line of this kind on the attempt `of`.
    pub(super) fn line<T>(self, kind: &str, of: &str, what: T) -> Added<T> {
        Added {
            v: VERSION,
            kind: kind.to_owned(),
            id: self.id,
            of: of.to_owned(),
            at: self.at,
            off: self.off,
            tz: self.tz,
            what,
            rest: serde_json::Map::new(),
        }
    }

    /// A note on the attempt `of`.
    pub fn note(self, of: &str, text: &str) -> Note {
        self.line(
            "note",
            of,
            Remarked {
                text: text.to_owned(),
            },
        )
    }

    /// A silence in the attempt `of`; without a reason it takes an earlier one back.
    pub fn silence(self, of: &str, target: Target, reason: Option<&str>) -> Silence {
        let (span, finding, tip) = match target {
            Target::Mark(start, end, kind) => (Some((start, end)), Some(kind), None),
            Target::Tip(tip) => (None, None, Some(tip)),
        };
        let silenced = Silenced {
            span,
            finding,
            tip,
            reason: reason.unwrap_or_default().to_owned(),
            back: reason.is_none(),
        };
        self.line("silence", of, silenced)
    }

    /// The attempt `of` tells this story, or none.
    pub fn link(self, of: &str, story: Option<&str>) -> Link {
        self.line(
            "story",
            of,
            Linked {
                story: story.map(str::to_owned),
            },
        )
    }

    /// The mark that the attempt `of` was deleted.
    pub fn tombstone(self, of: &str) -> Tombstone {
        self.line("tombstone", of, Gone {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_names_its_attempt_and_its_moment() {
        let wall = "2026-03-08T01:30:00+08:00".parse().unwrap();
        let stamp = Stamp::new(wall, Some("Asia/Shanghai"), &mut rand::rng());
        assert_eq!((stamp.id.len(), stamp.off.as_str()), (26, "+08:00"));
        let note = stamp.clone().note("A", "calmer than last time");
        assert_eq!(
            (note.of.as_str(), note.at.as_str()),
            ("A", "2026-03-07T17:30:00Z")
        );
        assert_eq!(note.kind, "note");
        let gone = serde_json::to_value(stamp.tombstone("A")).unwrap();
        assert_eq!(gone["kind"], "tombstone");
        assert_eq!(gone["text"], serde_json::Value::Null, "it holds no text");
    }
}
