//! Findings as marks in the answer, missing beats as lines between its sentences.

use super::Review;
use crate::engine::{Beat, Finding, Kind, Report, Tip};
use crate::practice::silence::Target;
use crate::tui::say;
use crate::tui::screen::Look;
use crate::tui::widget::passage::{CaretLine, Mark};

impl Review {
    /// The marks of the answer; the finding that the detail speaks of stands out.
    pub(super) fn marks(&self, look: &Look) -> Vec<Mark> {
        if self.guesses() {
            return Vec::new();
        }
        let counts = |finding: &Finding| self.why_not(finding).is_none();
        // A tip that rests marks nothing, unless it is asked for.
        let mut shown = self.report.clone();
        let rests = |tip| self.focus != Some(tip) && self.why_not(Target::Tip(tip)).is_some();
        shown.findings.retain(|finding| !rests(finding.kind.tip()));
        let mut marks = marks(look, &shown, self.focus, &counts);
        if self.focus.is_some()
            && let Some(chosen) = marks.get_mut(self.nth)
        {
            chosen.style = chosen.style.patch(look.theme.chosen);
        }
        marks
    }

    /// The missing beats of the answer.
    pub(super) fn carets(&self, look: &Look) -> Vec<CaretLine> {
        if self.guesses() {
            return Vec::new();
        }
        carets(look, &self.report, self.focus)
    }
}

/// With a tip in focus its findings and no others; else what a coach would underline, or, where
/// there is nothing of the kind, what one would praise. What does not count is dim.
pub(crate) fn marks(
    look: &Look,
    report: &Report,
    focus: Option<Tip>,
    counts: &dyn Fn(&Finding) -> bool,
) -> Vec<Mark> {
    if !report.marked() {
        return Vec::new();
    }
    // A long miss is told by the bar; underlined it would hide all else.
    let told = |finding: &Finding| {
        counts(finding) && finding.kind.is_problem() && finding.kind != Kind::LongSetback
    };
    let problems = report.findings.iter().any(told);
    let shown = |finding: &&Finding| match focus {
        Some(tip) => finding.kind.tip() == tip,
        None => told(finding) || !(problems || finding.kind.is_problem()),
    };
    let mark = |finding: &Finding| {
        let style = if !counts(finding) {
            look.theme.dim
        } else if finding.kind.is_problem() {
            look.theme.problem
        } else {
            look.theme.strength
        };
        Mark {
            span: finding.span.range(),
            label: digit(finding.kind.tip()),
            style,
        }
    };
    report.findings.iter().filter(shown).map(mark).collect()
}

/// The missing beats; with a tip in focus only those that it is about.
pub(crate) fn carets(look: &Look, report: &Report, focus: Option<Tip>) -> Vec<CaretLine> {
    if !report.marked() {
        return Vec::new();
    }
    let missing = report.missing.iter();
    missing
        .filter(|missing| focus.is_none_or(|tip| tip == tip_of(missing.beat)))
        .map(|missing| CaretLine {
            at: missing.at,
            text: format!("  ^ {}", say::missing(look.words, missing.beat)),
            style: look.theme.missing,
        })
        .collect()
}

/// The digit that marks a tip, and that is also its key.
pub(crate) fn digit(tip: Tip) -> Option<char> {
    char::from_digit(u32::try_from(tip.number()).ok()?, 10)
}

fn tip_of(beat: Beat) -> Tip {
    match beat {
        Beat::Event | Beat::Setback => Tip::Misjudged,
        Beat::Lesson => Tip::Learned,
        Beat::Measure => Tip::Correction,
    }
}
