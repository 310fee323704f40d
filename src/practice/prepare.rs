//! Before the first rehearsal: what a story turns on, and the four lines that it hangs on. Knows the
//! engine; knows no screens.

use serde::{Deserialize, Serialize};

use crate::engine::lexicon::Class;
use crate::engine::{self, Engine, Kind, Lang, Options, Report, Role, Verdict};

/// What a story may turn on, from the best to tell to none at all.
pub const KINDS: [Kind; 5] = [
    Kind::Misjudgement,
    Kind::Slip,
    Kind::CharacterFlaw,
    Kind::Breach,
    Kind::Dodge,
];

/// The order of what an interviewer remembers: a flaw outweighs a misjudgement in the same line,
/// and a misjudgement behind a slip is what to tell.
const HEAVIEST: [Kind; 5] = [
    Kind::Breach,
    Kind::CharacterFlaw,
    Kind::Dodge,
    Kind::Misjudgement,
    Kind::Slip,
];

/// What a sentence that stands alone says outright, in the same order; the marks of an answer see
/// more around it.
const OUTRIGHT: [(Class, Kind); 6] = [
    (Class::Breach, Kind::Breach),
    (Class::Flaw, Kind::CharacterFlaw),
    (Class::Dodge, Kind::Dodge),
    (Class::Misjudge, Kind::Misjudgement),
    (Class::Slip, Kind::Slip),
    (Class::Missed, Kind::Misjudgement),
];

/// The screening: what a story turns on, by one sentence of it. `None` when that cannot be seen.
/// The words for it are those of the kind: its reason says why to tell it or not, its advice what
/// to do instead.
pub fn screen(engine: &Engine, sentence: &str) -> Option<Kind> {
    let report = engine.analyse(sentence, Options::default());
    let marked = |kind: &Kind| report.findings.iter().any(|found| found.kind == *kind);
    HEAVIEST.into_iter().find(marked).or_else(|| {
        let said = engine.said(sentence);
        let outright = OUTRIGHT.iter().find(|(class, _)| said.has(*class));
        outright.map(|(_, kind)| *kind)
    })
}

/// Whether a story that turns on this is a good one to tell.
pub const fn worth(kind: Kind) -> Verdict {
    match kind {
        Kind::Misjudgement => Verdict::Kept,
        Kind::Slip => Verdict::Look,
        _ => Verdict::Work,
    }
}

/// A story before it is told: plain data, for whoever keeps stories. One of them is in hand at a
/// time; it is kept with every change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What went another way, in one sentence: what [`screen`] is asked about.
    pub story: String,
    /// What it hangs on: event, result, lesson, measure. Empty where nothing is written yet.
    pub lines: [String; 4],
}

impl Plan {
    /// What an answer hangs on: the opening of its first sentence for each of the four lines.
    pub fn of(report: &Report, answer: &str) -> Self {
        let lines = [Role::Event, Role::Setback, Role::Lesson, Role::Measure].map(|role| {
            let mut told = report.sentences.iter();
            let first = told.find(|sentence| sentence.role == role);
            first.map_or_else(String::new, |sentence| opening(sentence.span.of(answer)))
        });
        Self {
            lines,
            ..Self::default()
        }
    }
}

/// Enough of a sentence to know it by: six words, or a dozen 字.
fn opening(sentence: &str) -> String {
    let han = engine::script(sentence) == Some(Lang::Zh);
    let end = if han {
        sentence.char_indices().nth(12).map(|(at, _)| at)
    } else {
        sentence.match_indices(' ').nth(5).map(|(at, _)| at)
    };
    match end {
        Some(end) => format!("{} ..", sentence[..end].trim_end()),
        None => sentence.to_owned(),
    }
}

/// Which line is asked for first, and which after it: a story is found by the moment of realising
/// something, and by stepping back from there.
pub const BACKWARDS: [usize; 4] = [2, 1, 0, 3];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::engine;

    #[test]
    fn one_line_is_enough_to_tell_kinds_of_stories_apart() {
        for (line, expected) in [
            (
                "We assumed the suppliers would keep the usual dates.",
                Some(Kind::Misjudgement),
            ),
            ("I sent the wrong file to the client.", Some(Kind::Slip)),
            (
                "I was too lazy to check the figures.",
                Some(Kind::CharacterFlaw),
            ),
            ("I faked the numbers in the report.", Some(Kind::Breach)),
            ("I have never really failed.", Some(Kind::Dodge)),
            (
                "We assumed the filter had been set, so I sent the wrong file.",
                Some(Kind::Misjudgement),
            ),
            ("我们以为供应商会按老日子送货。", Some(Kind::Misjudgement)),
            ("我太懒了，没有核对数据。", Some(Kind::CharacterFlaw)),
            ("I've never failed at anything.", Some(Kind::Dodge)),
            (
                "The launch did not go as planned.",
                Some(Kind::Misjudgement),
            ),
            ("我从来没有失败过。", Some(Kind::Dodge)),
            ("活动效果没有达到预期。", Some(Kind::Misjudgement)),
            ("On Monday the team met.", None),
            ("", None),
        ] {
            assert_eq!(screen(engine(), line), expected, "{line}");
        }
    }

    #[test]
    fn every_kind_has_its_weight_and_every_line_its_turn() {
        let (mut kinds, mut weights) = (KINDS, HEAVIEST);
        kinds.sort_unstable();
        weights.sort_unstable();
        assert_eq!(kinds, weights);
        let mut turns = BACKWARDS;
        turns.sort_unstable();
        assert_eq!(turns, [0, 1, 2, 3]);
    }
}
