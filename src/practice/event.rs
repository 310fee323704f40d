//! Lines that are added to an attempt after it was saved: a note, a silence, the story that it
//! tells, and the mark that it was deleted.
//! Plain data; knows nothing of files.

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

/// A word on an attempt, written later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Format version, [`VERSION`].
    pub v: u32,
    /// `note`.
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
    /// What it says.
    pub text: String,
    /// Fields of newer versions, kept as they are.
    #[serde(flatten)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

/// Something does not count in an attempt, and why: a finding, or a whole tip. A later one with
/// `back` takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Silence {
    /// Format version, [`VERSION`].
    pub v: u32,
    /// `silence`.
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
    /// Fields of newer versions, kept as they are.
    #[serde(flatten)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

impl Silence {
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
pub struct Link {
    /// Format version, [`VERSION`].
    pub v: u32,
    /// `story`.
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
    /// The story's id; `None` takes an earlier link back.
    pub story: Option<String>,
    /// Fields of newer versions, kept as they are.
    #[serde(flatten)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

#[cfg(test)]
impl Link {
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
pub struct Tombstone {
    /// Format version, [`VERSION`].
    pub v: u32,
    /// `tombstone`.
    pub kind: String,
    /// A ULID, one for each line.
    pub id: String,
    /// The attempt that is gone.
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
    /// Fields of newer versions, kept as they are.
    #[serde(flatten)]
    pub rest: serde_json::Map<String, serde_json::Value>,
}

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

    /// A note on the attempt `of`.
    pub fn note(self, of: &str, text: &str) -> Note {
        Note {
            v: VERSION,
            kind: "note".to_owned(),
            id: self.id,
            of: of.to_owned(),
            at: self.at,
            off: self.off,
            tz: self.tz,
            text: text.to_owned(),
            rest: serde_json::Map::new(),
        }
    }

    /// A silence in the attempt `of`; without a reason it takes an earlier one back.
    pub fn silence(self, of: &str, target: Target, reason: Option<&str>) -> Silence {
        let (span, finding, tip) = match target {
            Target::Mark(start, end, kind) => (Some((start, end)), Some(kind), None),
            Target::Tip(tip) => (None, None, Some(tip)),
        };
        Silence {
            v: VERSION,
            kind: "silence".to_owned(),
            id: self.id,
            of: of.to_owned(),
            at: self.at,
            off: self.off,
            tz: self.tz,
            span,
            finding,
            tip,
            reason: reason.unwrap_or_default().to_owned(),
            back: reason.is_none(),
            rest: serde_json::Map::new(),
        }
    }

    /// The attempt `of` tells this story, or none.
    pub fn link(self, of: &str, story: Option<&str>) -> Link {
        Link {
            v: VERSION,
            kind: "story".to_owned(),
            id: self.id,
            of: of.to_owned(),
            at: self.at,
            off: self.off,
            tz: self.tz,
            story: story.map(str::to_owned),
            rest: serde_json::Map::new(),
        }
    }

    /// The mark that the attempt `of` was deleted.
    pub fn tombstone(self, of: &str) -> Tombstone {
        Tombstone {
            v: VERSION,
            kind: "tombstone".to_owned(),
            id: self.id,
            of: of.to_owned(),
            at: self.at,
            off: self.off,
            tz: self.tz,
            rest: serde_json::Map::new(),
        }
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
