//! What does not count in one attempt, and why: findings that a person has silenced, tips that
//! rest. Knows the events; knows no files.

use std::collections::BTreeMap;

use super::event::Silence;
use crate::engine::{Finding, Kind, Report, Tip};

/// What a silence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// One finding: its first byte, the first byte behind it, what was seen.
    Mark(usize, usize, Kind),
    /// A whole tip.
    Tip(Tip),
}

/// Everything that does not count, with the reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Silenced(BTreeMap<Target, String>);

impl From<&Finding> for Target {
    fn from(finding: &Finding) -> Self {
        Self::Mark(finding.span.start(), finding.span.end(), finding.kind)
    }
}

impl Silenced {
    /// One more event; one that takes another back ends it. They come in the order of their ids.
    pub fn take_in(&mut self, event: &Silence) {
        let Some(target) = event.target() else {
            return;
        };
        if event.back {
            self.0.remove(&target);
        } else {
            self.0.insert(target, event.reason.clone());
        }
    }

    /// Why this does not count; `None` when it does.
    pub fn reason(&self, target: impl Into<Target>) -> Option<&str> {
        self.0.get(&target.into()).map(String::as_str)
    }

    /// How many findings of this report do not count.
    pub fn count(&self, report: &Report) -> usize {
        let quiet = |finding: &&Finding| self.reason(*finding).is_some();
        report.findings.iter().filter(quiet).count()
    }

    /// The report with verdicts and a next change that leave all this out. The findings stay.
    pub fn applied(&self, report: &Report) -> Report {
        report.counting(
            |finding| self.reason(finding).is_none(),
            |tip| self.reason(Target::Tip(tip)).is_none(),
        )
    }
}

impl<'a> FromIterator<&'a Silence> for Silenced {
    fn from_iter<T: IntoIterator<Item = &'a Silence>>(events: T) -> Self {
        let mut silenced = Self::default();
        for event in events {
            silenced.take_in(event);
        }
        silenced
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::event::Stamp;

    fn event(target: Target, reason: Option<&str>) -> Silence {
        let stamp = Stamp {
            id: "s".into(),
            at: String::new(),
            off: String::new(),
            tz: None,
        };
        stamp.silence("A", target, reason)
    }

    #[test]
    fn a_second_event_takes_the_first_one_back() {
        let mark = Target::Mark(3, 9, Kind::HeavyWord);
        let tip = Target::Tip(Tip::We);
        let first = [
            event(mark, Some("it is their word")),
            event(tip, Some("alone")),
        ];
        let silenced: Silenced = first.iter().collect();
        assert_eq!(silenced.reason(mark), Some("it is their word"));
        assert_eq!(silenced.reason(tip), Some("alone"));
        assert_eq!(silenced.reason(Target::Tip(Tip::Brief)), None);
        let events = first.into_iter().chain([event(mark, None)]);
        let events: Vec<Silence> = events.collect();
        let silenced: Silenced = events.iter().collect();
        assert_eq!(silenced.reason(mark), None);
        assert_eq!(silenced.reason(tip), Some("alone"));
    }

    #[test]
    fn an_event_survives_its_line_with_fields_of_later_versions() {
        let mark = Target::Mark(3, 9, Kind::HeavyWord);
        let mut line = serde_json::to_value(event(mark, Some("theirs"))).unwrap();
        assert_eq!(
            (&line["kind"], &line["of"]),
            (&"silence".into(), &"A".into())
        );
        assert_eq!(line["span"], serde_json::json!([3, 9]));
        assert_eq!(line["finding"], "heavy-word");
        line["mood"] = "calm".into();
        let read: Silence = serde_json::from_value(line.clone()).unwrap();
        assert_eq!(read.target(), Some(mark));
        assert_eq!(serde_json::to_value(read).unwrap(), line);
    }
}
