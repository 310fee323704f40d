//! What an analysis says about one answer, as plain data; knows nothing of JSON or screens.

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::lang::Lang;
use super::span::Span;
use super::story;
use super::tip::{Kind, Tip, Verdict};
use super::verdict::{self, Evidence};

/// What a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Situation, task, background.
    Event,
    /// What went wrong, the damage, the misjudgement behind it, excuses for it.
    Setback,
    /// What was learned, realised, understood.
    Lesson,
    /// What was done about it.
    Measure,
    /// The better result afterwards.
    Gain,
    /// Greeting, restating the question, thanks, small talk.
    Other,
}

/// The four beats of the tips' own skeleton: event A, result B, lesson C, measure D.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Beat {
    /// What was being done.
    Event,
    /// What went wrong.
    Setback,
    /// What was learned.
    Lesson,
    /// What was done about it.
    Measure,
}

/// Why an answer got no marks. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Under 25 words or 40 字.
    TooShort,
    /// Neither English nor Chinese.
    Language,
    /// A placeholder was left unfilled.
    Template,
    /// No clause tells a setback or a dodge.
    NoStory,
}

/// The one next change, in the order in which changes are worth making.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// A character flaw, a breach or a dodge: choose another story.
    Story,
    /// A sentence about character in a story that has its misjudgement and its measure.
    Flaw,
    /// Nothing was done about it yet: add the measure.
    NoMeasure,
    /// No lesson: say what was learned.
    NoLesson,
    /// The failure is defended.
    Defence,
    /// The measure is an intention.
    VagueMeasure,
    /// The lesson has no content.
    VagueLesson,
    /// Only repairs: say what keeps it from happening again.
    OnlyRepair,
    /// A lesson or a measure before the miss that it follows from.
    Order,
    /// The miss takes too much room.
    Length,
    /// A slip, or no misjudgement named.
    Misjudgement,
    /// Tip 4.
    We,
    /// Tip 3.
    Framing,
    /// Tip 8.
    Words,
}

/// One sentence and its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without surrounding white space.
    pub span: Span,
    /// What it tells.
    pub role: Role,
    /// Its words (字).
    pub words: usize,
}

/// A beat that is not there, and the byte offset between two sentences where it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingBeat {
    /// Which beat.
    pub beat: Beat,
    /// Where it belongs: the start of a sentence, or the end of the last one.
    pub at: usize,
}

/// Everything the engine says about one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The language it was read as; `None` when it is neither.
    pub lang: Option<Lang>,
    /// Why there are no marks; `None` when there are.
    pub reason: Option<Reason>,
    /// Words (English) or 字 (Chinese).
    pub words: usize,
    /// Estimated speaking time, in whole seconds.
    pub speaking_seconds: u32,
    /// Byte offset of the sentence where the miss becomes the fix.
    pub turn: Option<usize>,
    /// Speaking seconds before the turn.
    pub turn_seconds: Option<u32>,
    /// Words of all setback sentences over all words, 0.0 to 1.0: the figure of tip 6.
    pub share: f64,
    /// The beats that are there.
    pub beats: Vec<Beat>,
    /// The beats that are not, with their places.
    pub missing: Vec<MissingBeat>,
    /// The lesson or the measure, where it is told before anything went wrong.
    pub early: Vec<Beat>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// Sorted by (start, end, tip).
    pub findings: Vec<Finding>,
    /// A verdict per tip, in the order of [`Tip::ALL`]; `None` when the answer is not marked.
    pub verdicts: Option<[Verdict; 8]>,
    /// The one next change; `None` when there is nothing to change or the answer is not marked.
    pub next: Option<Step>,
}

/// How an answer's length sits with what listeners are ready for: one to two minutes spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// Under 60 seconds.
    Short,
    /// 60 to 120 seconds.
    Good,
    /// Over 120 seconds.
    Long,
}

impl Report {
    /// The length for speaking, against one to two minutes.
    pub const fn length(&self) -> Length {
        match self.speaking_seconds {
            0..60 => Length::Short,
            60..=120 => Length::Good,
            _ => Length::Long,
        }
    }

    /// Whether what was done only mended what had broken.
    pub fn only_repairs(&self) -> bool {
        story::only_repairs(&self.findings)
    }

    /// The report with verdicts and a next change that leave out what does not count: findings,
    /// and tips that rest. The findings stay as they are.
    #[must_use]
    pub fn counting(&self, counts: impl Fn(&Finding) -> bool, asks: impl Fn(Tip) -> bool) -> Self {
        let (Some(lang), Some(mut verdicts)) = (self.lang, self.verdicts) else {
            return self.clone();
        };
        let whole_miss = |finding: &Finding| finding.kind == Kind::LongSetback;
        let counted = |finding: &&Finding| counts(finding) && !whole_miss(finding);
        let findings: Vec<Finding> = self.findings.iter().filter(counted).cloned().collect();
        let anew = verdict::verdicts(Evidence {
            lang,
            findings: &findings,
            sentences: &self.sentences,
        });
        for tip in Tip::ALL {
            let verdict = &mut verdicts[tip as usize];
            let mut silenced = self.of(tip).filter(|finding| !counts(finding));
            *verdict = match silenced.next() {
                _ if !asks(tip) => Verdict::Unseen,
                Some(finding) if whole_miss(finding) => Verdict::Unseen,
                Some(_) => anew[tip as usize],
                None => *verdict,
            };
        }
        Self {
            verdicts: Some(verdicts),
            next: story::next(verdicts, &findings, &self.early),
            ..self.clone()
        }
    }

    /// Whether the answer got marks.
    pub const fn marked(&self) -> bool {
        self.reason.is_none()
    }

    /// The verdict of `tip`, when the answer is marked.
    pub fn verdict(&self, tip: Tip) -> Option<Verdict> {
        self.verdicts.map(|all| all[tip as usize])
    }

    /// Whether a tip was kept and nothing speaks against it.
    pub fn worked(&self, tip: Tip) -> bool {
        let clean = !self.of(tip).any(|finding| finding.kind.is_problem());
        clean && self.verdict(tip) == Some(Verdict::Kept)
    }

    /// The findings of `tip`, in order.
    pub fn of(&self, tip: Tip) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.kind.tip() == tip)
    }
}

impl Role {
    /// All roles, in the rubric's order.
    pub const ALL: [Self; 6] = [
        Self::Event,
        Self::Setback,
        Self::Lesson,
        Self::Measure,
        Self::Gain,
        Self::Other,
    ];

    /// The name used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Setback => "setback",
            Self::Lesson => "lesson",
            Self::Measure => "measure",
            Self::Gain => "gain",
            Self::Other => "other",
        }
    }
}

impl Beat {
    /// All beats, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Event, Self::Setback, Self::Lesson, Self::Measure];

    /// The name used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Setback => "setback",
            Self::Lesson => "lesson",
            Self::Measure => "measure",
        }
    }
}

impl Reason {
    /// The name used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooShort => "too-short",
            Self::Language => "language",
            Self::Template => "template",
            Self::NoStory => "no-story",
        }
    }
}

impl Step {
    /// The tip whose marks this step clears.
    pub const fn tip(self) -> Tip {
        match self {
            Self::NoLesson | Self::VagueLesson => Tip::Learned,
            Self::Story | Self::Flaw | Self::Misjudgement => Tip::Misjudged,
            Self::Framing => Tip::Framing,
            Self::We => Tip::We,
            Self::NoMeasure | Self::VagueMeasure | Self::OnlyRepair => Tip::Correction,
            Self::Length | Self::Order => Tip::Brief,
            Self::Defence => Tip::Defend,
            Self::Words => Tip::Words,
        }
    }
}
