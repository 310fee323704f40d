//! A verdict for each tip: a pure function of findings, roles and lengths, by the rubric's table.
//! Computed, never fitted.

use super::finding::{Detail, Finding};
use super::lang::Lang;
use super::report::{Role, Sentence};
use super::tip::{Kind, Tip, Verdict};

/// What verdicts are made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence<'a> {
    /// The language the answer was read as.
    pub lang: Lang,
    /// All findings but `long-setback`.
    pub findings: &'a [Finding],
    /// The sentences with their roles.
    pub sentences: &'a [Sentence],
}

/// The verdicts in the order of [`Tip::ALL`].
pub(super) fn verdicts(evidence: Evidence) -> [Verdict; 8] {
    Tip::ALL.map(|tip| match tip {
        Tip::Learned => learned(evidence),
        Tip::Misjudged => misjudged(evidence),
        Tip::Framing => framing(evidence),
        Tip::We => we(evidence),
        Tip::Correction => correction(evidence),
        Tip::Brief => brief(evidence),
        Tip::Defend => defend(evidence),
        Tip::Words => words(evidence),
    })
}

/// A setback of at most two sentences and this many words (字) is brief whatever its share.
const SHORT_SETBACK: (usize, [usize; 2]) = (2, [40, 70]);

impl Evidence<'_> {
    fn count(&self, kind: Kind) -> usize {
        self.findings.iter().filter(|f| f.kind == kind).count()
    }

    fn has(&self, kind: Kind) -> bool {
        self.findings.iter().any(|finding| finding.kind == kind)
    }

    /// Sentences and words of the setback, and all words.
    pub(super) fn setback(&self) -> (usize, usize, usize) {
        let told = self.sentences.iter().filter(|s| s.role == Role::Setback);
        (
            told.clone().count(),
            told.map(|sentence| sentence.words).sum(),
            self.sentences.iter().map(|sentence| sentence.words).sum(),
        )
    }

    fn tells_setback(&self) -> bool {
        self.setback().0 > 0
    }
}

fn learned(evidence: Evidence) -> Verdict {
    match (evidence.has(Kind::Lesson), evidence.has(Kind::VagueLesson)) {
        (true, _) => Verdict::Kept,
        (false, true) => Verdict::Look,
        (false, false) => Verdict::Work,
    }
}

fn misjudged(evidence: Evidence) -> Verdict {
    let story = [Kind::CharacterFlaw, Kind::Breach, Kind::Dodge];
    if story.into_iter().any(|kind| evidence.has(kind)) {
        Verdict::Work
    } else if evidence.has(Kind::Misjudgement) {
        Verdict::Kept
    } else {
        Verdict::Look
    }
}

fn framing(evidence: Evidence) -> Verdict {
    let heavy = evidence.count(Kind::HeavyWord);
    let intense = evidence
        .findings
        .iter()
        .any(|finding| matches!(finding.detail, Detail::Heavy { intense: true, .. }));
    match (heavy, intense) {
        (3.., _) | (2, true) => Verdict::Work,
        (2, false) | (1, true) => Verdict::Look,
        // The setback told in calm words is what the tip asks for.
        _ if evidence.has(Kind::NeutralWord) || evidence.tells_setback() => Verdict::Kept,
        _ => Verdict::Unseen,
    }
}

fn we(evidence: Evidence) -> Verdict {
    match (
        evidence.count(Kind::SoloBlame),
        evidence.count(Kind::Shared),
    ) {
        (0, 0) => Verdict::Unseen,
        (3.., 0) => Verdict::Work,
        (solo, shared) if solo > shared => Verdict::Look,
        _ => Verdict::Kept,
    }
}

fn correction(evidence: Evidence) -> Verdict {
    match (
        evidence.has(Kind::Measure),
        evidence.has(Kind::VagueMeasure),
    ) {
        (true, _) => Verdict::Kept,
        (false, true) => Verdict::Look,
        (false, false) => Verdict::Work,
    }
}

fn brief(evidence: Evidence) -> Verdict {
    let (sentences, words, all) = evidence.setback();
    let (few, short) = SHORT_SETBACK;
    if sentences == 0 {
        Verdict::Unseen
    } else if sentences <= few && words <= short[evidence.lang as usize] {
        Verdict::Kept
    } else if words * 2 > all {
        Verdict::Work
    } else if words * 3 > all {
        Verdict::Look
    } else {
        Verdict::Kept
    }
}

fn defend(evidence: Evidence) -> Verdict {
    let count = |kind| evidence.count(kind);
    let minimising = count(Kind::Minimising);
    let other = count(Kind::BlameShift) + count(Kind::SelfJustify) + count(Kind::SilverLining);
    match (minimising, other) {
        (0, 0) if evidence.tells_setback() => Verdict::Kept,
        (0, 0) => Verdict::Unseen,
        (1, 0) => Verdict::Look,
        _ => Verdict::Work,
    }
}

fn words(evidence: Evidence) -> Verdict {
    let mut lemmas: Vec<&str> = evidence
        .findings
        .iter()
        .filter_map(|finding| match &finding.detail {
            Detail::Growth { lemma } => Some(lemma.as_str()),
            _ => None,
        })
        .collect();
    let spoken = lemmas.len();
    lemmas.sort_unstable();
    lemmas.dedup();
    if spoken == 0 && !evidence.has(Kind::Lesson) {
        Verdict::Work
    } else if lemmas.len() < 2 || spoken < evidence.count(Kind::HeavyWord) {
        Verdict::Look
    } else {
        Verdict::Kept
    }
}
