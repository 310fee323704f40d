//! The one next change with what makes it this answer's own: the words that it is about, other words
//! for them, and the second where the turn comes. Knows a report and its offers; knows no prose.

use super::record::Goal;
use super::rewrite::{self, Offer};
use super::take;
use crate::engine::{Detail, Finding, Kind, Report, Role, Span, Step, Term};

/// What to change, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The goal for the next take.
    pub goal: Goal,
    /// The words that it is about.
    pub quote: Option<Span>,
    /// What could be said in their place.
    pub instead: Option<String>,
    /// The speaking second of the turn.
    pub turn_seconds: Option<u32>,
}

/// The one next change; `None` when there is nothing to change.
pub fn change(report: &Report, offers: &[Offer]) -> Option<Change> {
    let goal = take::goal(report)?;
    let offer = offered(report, offers, goal.step);
    let quote = offer
        .map(|(span, _)| span)
        .or_else(|| quote(report, goal.step));
    Some(Change {
        goal,
        quote,
        instead: offer.map(|(_, say)| say.to_owned()),
        turn_seconds: report.turn_seconds,
    })
}

/// What shows that a goal was reached: the words that are there now.
pub fn evidence(report: &Report, step: Step) -> Option<Span> {
    every_evidence(report, step).next()
}

/// All of it, in the order of the text.
pub fn every_evidence(report: &Report, step: Step) -> impl Iterator<Item = Span> {
    const LASTING: Detail = Detail::Step {
        term: Term::Prevention,
    };
    let shows = move |finding: &&Finding| match step {
        Step::NoLesson | Step::VagueLesson | Step::Length => finding.kind == Kind::Lesson,
        Step::NoMeasure | Step::VagueMeasure => finding.kind == Kind::Measure,
        Step::OnlyRepair => finding.detail == LASTING,
        Step::Story | Step::Misjudgement => finding.kind == Kind::Misjudgement,
        Step::We => finding.kind == Kind::Shared,
        Step::Framing => finding.kind == Kind::NeutralWord,
        Step::Words => finding.kind == Kind::GrowthWord,
        // What was to go shows by nothing.
        Step::Flaw | Step::Defence | Step::Order => false,
    };
    report
        .findings
        .iter()
        .filter(shows)
        .map(|finding| finding.span)
}

/// The words that a step is about.
pub fn quote(report: &Report, step: Step) -> Option<Span> {
    const FLAWS: [Kind; 3] = [Kind::CharacterFlaw, Kind::Breach, Kind::Dodge];
    const DEFENCES: [Kind; 4] = [
        Kind::BlameShift,
        Kind::SelfJustify,
        Kind::SilverLining,
        Kind::Minimising,
    ];
    let kind = |kinds: &[Kind]| of(report, kinds).map(|finding| finding.span);
    match step {
        Step::Story | Step::Flaw => kind(&FLAWS),
        Step::Defence => kind(&DEFENCES),
        Step::VagueMeasure => kind(&[Kind::VagueMeasure]),
        Step::VagueLesson => kind(&[Kind::VagueLesson]),
        Step::OnlyRepair => kind(&[Kind::Measure]),
        Step::Misjudgement => kind(&[Kind::Slip]),
        Step::We => kind(&[Kind::SoloBlame]),
        Step::Framing => kind(&[Kind::HeavyWord]),
        Step::NoLesson => last(report, &[Role::Setback]),
        Step::NoMeasure => last(report, &[Role::Setback, Role::Lesson]),
        Step::Order => first(report, &[Role::Lesson, Role::Measure]),
        Step::Length => first_at(report, report.turn?),
        Step::Words => None,
    }
}

/// The first place with other words to say, for the steps that are about words.
fn offered<'a>(report: &Report, offers: &'a [Offer], step: Step) -> Option<(Span, &'a str)> {
    let kind = match step {
        Step::We => Kind::SoloBlame,
        Step::Framing => Kind::HeavyWord,
        Step::Words => Kind::GrowthWord,
        _ => return None,
    };
    let mut own = report
        .findings
        .iter()
        .filter(|finding| finding.kind == kind);
    let offer = own
        .find_map(|finding| rewrite::of(offers, finding))
        .or_else(|| offers.iter().find(|offer| offer.kind == kind))?;
    Some((offer.span, offer.say.first()?))
}

/// The first finding of these kinds, in the order of the kinds.
fn of<'a>(report: &'a Report, kinds: &[Kind]) -> Option<&'a Finding> {
    let mut kinds = kinds.iter();
    kinds.find_map(|kind| report.findings.iter().find(|finding| finding.kind == *kind))
}

fn first(report: &Report, roles: &[Role]) -> Option<Span> {
    let mut told = report.sentences.iter();
    told.find(|sentence| roles.contains(&sentence.role))
        .map(|sentence| sentence.span)
}

fn last(report: &Report, roles: &[Role]) -> Option<Span> {
    let mut told = report.sentences.iter().rev();
    told.find(|sentence| roles.contains(&sentence.role))
        .map(|sentence| sentence.span)
}

/// The sentence that begins at a byte.
fn first_at(report: &Report, at: usize) -> Option<Span> {
    let mut spans = report.sentences.iter().map(|sentence| sentence.span);
    spans.find(|span| span.start() == at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{self, say, words};
    use crate::engine::{Lang, Options};

    #[test]
    fn the_next_change_quotes_the_answer_and_names_the_second() {
        for (text, expected) in [
            (
                "Last year we opened the kiosk with one till. We assumed that mornings would be slow. On the first \
                 Monday the queue reached the road and forty people left. We learned that the passers-by have to be \
                 counted before the hours are set. I'll be more careful with that sort of thing from now on.",
                "Turn \"I'll be more careful with that sort...\" into a step: what would a colleague see",
            ),
            (
                "Last year we opened the kiosk with one till. We assumed that mornings would be slow. Two customers \
                 complained to the owner, and the first week brought in a third of what was planned. On the Monday \
                 the queue reached the road and forty people left. So we added a second till, and since then we \
                 count the passers-by for a week before we open anywhere.",
                "After \"On the Monday the queue reached the...\", say in one sentence what you learned, by 0:15 (the turn comes at 0:",
            ),
        ] {
            let report = content::engine().analyse(text, Options::default());
            let offers = content::offers(text, &report);
            let change = change(&report, &offers).unwrap();
            let said = say::change(words(Lang::En), text, &change);
            assert!(said.contains(expected), "{said}");
        }
    }
}
