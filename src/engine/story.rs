//! The shape of an answer: the turn, the beats, and the one next change. Computed from roles,
//! findings and verdicts.

use super::finding::{Detail, Finding, Term};
use super::report::{Beat, MissingBeat, Role, Sentence, Step};
use super::tip::{Kind, Tip, Verdict};

/// The sentence where the miss becomes the fix: the first lesson or measure after the last run of
/// two or more setback sentences, or after the first setback where there is no such run.
pub(super) fn turn(roles: &[Role]) -> Option<usize> {
    let setback = |at: usize| roles.get(at) == Some(&Role::Setback);
    let last_run = (1..roles.len())
        .rev()
        .find(|&at| setback(at) && setback(at - 1));
    let from = last_run.or_else(|| (0..roles.len()).find(|&at| setback(at)))?;
    (from..roles.len()).find(|&at| matches!(roles[at], Role::Lesson | Role::Measure))
}

/// Which beats are there.
pub(super) fn beats(sentences: &[Sentence], findings: &[Finding]) -> Vec<Beat> {
    let told = |role| sentences.iter().any(|sentence| sentence.role == role);
    let found = |kind| findings.iter().any(|finding| finding.kind == kind);
    Beat::ALL
        .into_iter()
        .filter(|beat| match beat {
            Beat::Event => told(Role::Event),
            Beat::Setback => told(Role::Setback),
            Beat::Lesson => found(Kind::Lesson),
            Beat::Measure => found(Kind::Measure),
        })
        .collect()
}

/// The beats that are not there, each with the place where it belongs: the event first, the setback
/// after the event, the lesson after the setback, the measure behind the lesson.
pub(super) fn missing(sentences: &[Sentence], beats: &[Beat]) -> Vec<MissingBeat> {
    let after_last = |roles: &[Role]| {
        let last = sentences
            .iter()
            .rposition(|sentence| roles.contains(&sentence.role));
        let next = last.map_or(0, |at| at + 1);
        sentences
            .get(next)
            .map(|sentence| sentence.span.start())
            .or_else(|| sentences.last().map(|sentence| sentence.span.end()))
            .unwrap_or(0)
    };
    Beat::ALL
        .into_iter()
        .filter(|beat| !beats.contains(beat))
        .map(|beat| MissingBeat {
            beat,
            at: match beat {
                Beat::Event => sentences.first().map_or(0, |first| first.span.start()),
                Beat::Setback => after_last(&[Role::Event]),
                Beat::Lesson => after_last(&[Role::Setback]),
                Beat::Measure => after_last(&[Role::Setback, Role::Lesson]),
            },
        })
        .collect()
}

/// The lesson and the measure where they are told before the first setback: a listener cannot tell
/// what they follow from. An answer may well open with the setback.
pub(super) fn early(roles: &[Role]) -> Vec<Beat> {
    let first = |role| roles.iter().position(|&told| told == role);
    let Some(setback) = first(Role::Setback) else {
        return Vec::new();
    };
    [(Role::Lesson, Beat::Lesson), (Role::Measure, Beat::Measure)]
        .into_iter()
        .filter(|(role, _)| first(*role).is_some_and(|at| at < setback))
        .map(|(_, beat)| beat)
        .collect()
}

/// Measures, and none of them lasts.
pub(super) fn only_repairs(findings: &[Finding]) -> bool {
    let term = |term| {
        findings
            .iter()
            .any(|finding| finding.detail == Detail::Step { term })
    };
    term(Term::Repair) && !term(Term::Prevention)
}

/// The one next change, in the order in which changes are worth making.
pub(super) fn next(verdicts: [Verdict; 8], findings: &[Finding], early: &[Beat]) -> Option<Step> {
    let at = |tip: Tip| verdicts[tip as usize];
    let open = |tip| matches!(at(tip), Verdict::Look | Verdict::Work);
    let steps = [
        (
            at(Tip::Misjudged) == Verdict::Work && !stands(findings),
            Step::Story,
        ),
        (at(Tip::Misjudged) == Verdict::Work, Step::Flaw),
        (at(Tip::Correction) == Verdict::Work, Step::NoMeasure),
        (at(Tip::Learned) == Verdict::Work, Step::NoLesson),
        (open(Tip::Defend), Step::Defence),
        (open(Tip::Correction), Step::VagueMeasure),
        (open(Tip::Learned), Step::VagueLesson),
        (only_repairs(findings), Step::OnlyRepair),
        (!early.is_empty(), Step::Order),
        (open(Tip::Brief), Step::Length),
        (
            open(Tip::Misjudged) || only_slip(findings),
            Step::Misjudgement,
        ),
        (open(Tip::We), Step::We),
        (open(Tip::Framing), Step::Framing),
        (open(Tip::Words), Step::Words),
    ];
    steps.into_iter().find(|step| step.0).map(|step| step.1)
}

/// Whether a story stands without a sentence about character: a misjudgement, and what was done.
fn stands(findings: &[Finding]) -> bool {
    let found = |kind| findings.iter().any(|finding| finding.kind == kind);
    let grave = [Kind::Breach, Kind::Dodge].into_iter().any(found);
    !grave && found(Kind::Misjudgement) && found(Kind::Measure)
}

/// A slip that no misjudgement reframes.
fn only_slip(findings: &[Finding]) -> bool {
    let found = |kind| findings.iter().any(|finding| finding.kind == kind);
    found(Kind::Slip) && !found(Kind::Misjudgement)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Event, Lesson, Measure, Setback};

    #[test]
    fn what_follows_from_the_miss_is_early_before_it() {
        for (roles, early) in [
            (&[Event, Setback, Lesson, Measure][..], &[][..]),
            (&[Setback, Event, Measure], &[]),
            (&[Lesson, Setback, Measure], &[Beat::Lesson]),
            (
                &[Lesson, Measure, Setback, Lesson],
                &[Beat::Lesson, Beat::Measure],
            ),
            (&[Lesson, Measure], &[]),
        ] {
            assert_eq!(super::early(roles), early, "{roles:?}");
        }
    }
}
