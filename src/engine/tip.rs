//! The eight tips, the kinds of finding that belong to them, and verdicts: names and numbers only.

use serde::{Deserialize, Serialize};

/// One of the eight tips, in the article's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tip {
    /// 1: focus on what was learned.
    Learned,
    /// 2: choose a misjudgement.
    Misjudged,
    /// 3: don't over-emphasise the failure.
    Framing,
    /// 4: "we", not "I".
    We,
    /// 5: emphasise the corrective measures.
    Correction,
    /// 6: keep the failure brief.
    Brief,
    /// 7: don't defend the failure.
    Defend,
    /// 8: use other words for failure.
    Words,
}

/// Whether a finding is something to change or something to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    /// A coach would underline it.
    Problem,
    /// A coach would praise it.
    Strength,
}

/// What was seen at a span. Named for the fault, never for the cure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A lesson without content.
    VagueLesson,
    /// A concrete lesson.
    Lesson,
    /// An attention slip.
    Slip,
    /// Conduct or character given as the cause.
    CharacterFlaw,
    /// Deceit, recklessness, law, ethics.
    Breach,
    /// No failure at all, with no consequence told.
    Dodge,
    /// An assumption, estimate or approach that proved off.
    Misjudgement,
    /// A word that names or dramatises the failure as one's own.
    HeavyWord,
    /// A calm word in its place.
    NeutralWord,
    /// First person singular in a clause that tells the setback.
    SoloBlame,
    /// First person plural in such a clause.
    Shared,
    /// Intention in place of a measure.
    VagueMeasure,
    /// A concrete step, or a standing change.
    Measure,
    /// The longest run of setback sentences, when it takes too much room.
    LongSetback,
    /// The damage played down.
    Minimising,
    /// The responsibility moved to others.
    BlameShift,
    /// The speaker was right, or could not help it.
    SelfJustify,
    /// The failure itself was good.
    SilverLining,
    /// A word of learning, improving or adjusting.
    GrowthWord,
}

/// The state of a tip in one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The tip was kept ("kept", 做到了).
    Kept,
    /// Worth a second look ("check", 留意).
    Look,
    /// Change this before the interview ("change", 可以改).
    Work,
    /// Neither problem nor strength was seen ("not seen", 没看到).
    Unseen,
}

impl Tip {
    /// All eight, in the article's order.
    pub const ALL: [Self; 8] = [
        Self::Learned,
        Self::Misjudged,
        Self::Framing,
        Self::We,
        Self::Correction,
        Self::Brief,
        Self::Defend,
        Self::Words,
    ];

    /// The tip's number in the article, 1 to 8.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The tip with this number, 1 to 8.
    pub fn from_number(number: usize) -> Option<Self> {
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    /// The name used in files, as in `rubric`: `learned`, `misjudged`, ….
    pub const fn id(self) -> &'static str {
        match self {
            Self::Learned => "learned",
            Self::Misjudged => "misjudged",
            Self::Framing => "framing",
            Self::We => "we",
            Self::Correction => "correction",
            Self::Brief => "brief",
            Self::Defend => "defend",
            Self::Words => "words",
        }
    }
}

/// How many kinds there are.
pub const COUNT: usize = Kind::GrowthWord as usize + 1;

/// The one table of kinds: what each is called, which tip it belongs to, and its side.
const KINDS: [(Kind, &str, Tip, Polarity); COUNT] = {
    use Polarity::{Problem, Strength};
    [
        (Kind::VagueLesson, "vague-lesson", Tip::Learned, Problem),
        (Kind::Lesson, "lesson", Tip::Learned, Strength),
        (Kind::Slip, "slip", Tip::Misjudged, Problem),
        (
            Kind::CharacterFlaw,
            "character-flaw",
            Tip::Misjudged,
            Problem,
        ),
        (Kind::Breach, "breach", Tip::Misjudged, Problem),
        (Kind::Dodge, "dodge", Tip::Misjudged, Problem),
        (Kind::Misjudgement, "misjudgement", Tip::Misjudged, Strength),
        (Kind::HeavyWord, "heavy-word", Tip::Framing, Problem),
        (Kind::NeutralWord, "neutral-word", Tip::Framing, Strength),
        (Kind::SoloBlame, "solo-blame", Tip::We, Problem),
        (Kind::Shared, "shared", Tip::We, Strength),
        (
            Kind::VagueMeasure,
            "vague-measure",
            Tip::Correction,
            Problem,
        ),
        (Kind::Measure, "measure", Tip::Correction, Strength),
        (Kind::LongSetback, "long-setback", Tip::Brief, Problem),
        (Kind::Minimising, "minimising", Tip::Defend, Problem),
        (Kind::BlameShift, "blame-shift", Tip::Defend, Problem),
        (Kind::SelfJustify, "self-justify", Tip::Defend, Problem),
        (Kind::SilverLining, "silver-lining", Tip::Defend, Problem),
        (Kind::GrowthWord, "growth-word", Tip::Words, Strength),
    ]
};

impl Kind {
    /// Every kind, in the order of the tips.
    pub fn all() -> impl Iterator<Item = Self> {
        KINDS.iter().map(|row| row.0)
    }

    /// The name used in files.
    pub const fn id(self) -> &'static str {
        KINDS[self as usize].1
    }

    /// The tip it belongs to.
    pub const fn tip(self) -> Tip {
        KINDS[self as usize].2
    }

    /// Problem or strength.
    pub const fn polarity(self) -> Polarity {
        KINDS[self as usize].3
    }

    /// Whether a coach would underline it.
    pub const fn is_problem(self) -> bool {
        matches!(self.polarity(), Polarity::Problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_enum() {
        for (index, kind) in Kind::all().enumerate() {
            assert_eq!(index, kind as usize);
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.id());
        }
    }

    #[test]
    fn tips_are_numbered_as_in_the_article() {
        for tip in Tip::ALL {
            assert_eq!(Tip::from_number(tip.number()), Some(tip));
            assert_eq!(serde_json::to_value(tip).unwrap(), tip.id());
        }
        assert_eq!(Tip::from_number(0), None);
        assert_eq!(Tip::from_number(9), None);
    }
}
