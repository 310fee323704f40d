//! Findings as marks in the answer, missing beats as lines between its sentences.

use super::Review;
use crate::engine::{Beat, Finding, Kind, Tip};
use crate::tui::say;
use crate::tui::screen::Look;
use crate::tui::widget::passage::{CaretLine, Mark};

impl Review {
    /// With a tip in focus its findings and no others; else what a coach would underline, or, where
    /// there is nothing of the kind, what one would praise.
    pub(super) fn marks(&self, look: &Look) -> Vec<Mark> {
        if !self.report.marked() || self.guesses() {
            return Vec::new();
        }
        let findings = &self.report.findings;
        // A long miss is told by the bar; underlined it would hide all else.
        let told = |finding: &Finding| {
            let counts = self.why_not(finding).is_none();
            counts && finding.kind.is_problem() && finding.kind != Kind::LongSetback
        };
        let problems = findings.iter().any(told);
        let mark = |finding: &Finding| {
            let style = if self.why_not(finding).is_some() {
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
        if self.focus.is_none() {
            let shown =
                |finding: &&Finding| told(finding) || !(problems || finding.kind.is_problem());
            return findings.iter().filter(shown).map(mark).collect();
        }
        let mut marks: Vec<Mark> = self.focused().into_iter().map(mark).collect();
        if let Some(chosen) = marks.get_mut(self.nth) {
            chosen.style = chosen.style.patch(look.theme.chosen);
        }
        marks
    }

    /// The missing beats; with a tip in focus only those that it is about.
    pub(super) fn carets(&self, look: &Look) -> Vec<CaretLine> {
        if !self.report.marked() || self.guesses() {
            return Vec::new();
        }
        let missing = self.report.missing.iter();
        missing
            .filter(|missing| self.focus.is_none_or(|tip| tip == tip_of(missing.beat)))
            .map(|missing| CaretLine {
                at: missing.at,
                text: format!("  ^ {}", say::missing(look.words, missing.beat)),
                style: look.theme.missing,
            })
            .collect()
    }
}

/// The digit that marks a tip, and that is also its key.
pub(super) fn digit(tip: Tip) -> Option<char> {
    char::from_digit(u32::try_from(tip.number()).ok()?, 10)
}

fn tip_of(beat: Beat) -> Tip {
    match beat {
        Beat::Event | Beat::Setback => Tip::Misjudged,
        Beat::Lesson => Tip::Learned,
        Beat::Measure => Tip::Correction,
    }
}
