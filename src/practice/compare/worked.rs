//! What became of the words that a take set out to change. Knows two takes and the goal of the later
//! one; knows no words of its own.

use super::{Side, bytes, hunks, image, tokens, within};
use crate::engine::{Beat, Span, Step};
use crate::practice::change;
use crate::practice::record::Goal;
use crate::practice::rewrite::Offer;
use crate::practice::take;

/// The words of the finding that was worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worked {
    /// Those of the earlier take; `None` where something was not told at all.
    pub before: Option<Span>,
    /// Those of the later take; `None` where nothing of the kind is told any more.
    pub now: Option<Span>,
}

/// How the later take came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Typed anew.
    Fresh,
    /// The earlier one, changed: what was worked on has a place in it.
    Edited,
}

/// What became of the words that the goal of the later take was about; `offers` are the other words
/// that the earlier one was offered. `None` where a goal is not about words, or where these are still
/// there.
pub fn worked(
    goal: Goal,
    earlier: Side<'_>,
    offers: &[Offer],
    later: Side<'_>,
    way: Way,
) -> Option<Worked> {
    let step = goal.step;
    let reached = take::reached(goal, later.report)?;
    if matches!(step, Step::Order | Step::Length) || !earlier.report.marked() {
        return None;
    }
    let beat = match step {
        Step::NoLesson => Some(Beat::Lesson),
        Step::NoMeasure => Some(Beat::Measure),
        _ => None,
    };
    if let Some(beat) = beat {
        let missing = reached && !earlier.report.beats.contains(&beat);
        let now = change::evidence(later.report, step).filter(|_| missing)?;
        return Some(Worked {
            before: None,
            now: Some(now),
        });
    }
    let asked = change::change(earlier.report, offers).filter(|asked| asked.goal.step == step);
    let quote = asked.and_then(|asked| asked.quote);
    // What defends, tells a trait or was the wrong story goes, and nothing takes its place.
    let way = match step {
        Step::Defence | Step::Flaw | Step::Story => Way::Fresh,
        _ => way,
    };
    let before = quote.or_else(|| change::quote(earlier.report, step))?;
    let now = match (way, reached) {
        (Way::Edited, _) => moved(earlier, before, later),
        (Way::Fresh, true) => {
            let mut all = change::every_evidence(later.report, step);
            all.find(|now| !earlier.text.contains(now.of(later.text)))
        }
        (Way::Fresh, false) => Some(change::quote(later.report, step)?),
    };
    let words = before.of(earlier.text);
    let still = match way {
        Way::Edited => now.is_some_and(|now| now.of(later.text) == words),
        Way::Fresh => later.text.contains(words),
    };
    (!still).then_some(Worked {
        before: Some(before),
        now,
    })
}

/// What stands in the later text where these words stood in the earlier one.
fn moved(earlier: Side<'_>, words: Span, later: Side<'_>) -> Option<Span> {
    let (before, after) = (tokens(earlier.text), tokens(later.text));
    let hunks = hunks(earlier.text, &before, later.text, &after);
    let run = image(&hunks, &within(&before, words));
    (!run.is_empty()).then(|| Span::new(later.text, bytes(&after, &run)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{self, say, words};
    use crate::engine::{Lang, Options, Report};

    const STORY: &str = "Last year we opened the kiosk with one till. We assumed that mornings would be slow. \
        On the first Monday the queue reached the road, and MISS. We learned that the passers-by have to be \
        counted before the hours are set. FIX";

    fn told(miss: &str, fix: &str) -> (String, Report) {
        let text = STORY.replace("MISS", miss).replace("FIX", fix);
        let report = content::engine().analyse(&text, Options::default());
        (text, report)
    }

    /// What is said of the words worked on, from one pair of miss and fix to another.
    fn said(step: Step, way: Way, earlier: [&str; 2], later: [&str; 2]) -> Option<String> {
        let goal = Goal {
            step,
            by_seconds: None,
        };
        let [earlier, later] = [earlier, later].map(|[miss, fix]| told(miss, fix));
        let offers = content::offers(&earlier.0, &earlier.1);
        let side = |(text, report): &(String, Report)| -> Side<'static> {
            Side {
                text: text.clone().leak(),
                report: Box::leak(Box::new(report.clone())),
            }
        };
        let worked = worked(goal, side(&earlier), &offers, side(&later), way)?;
        let texts = [earlier.0.as_str(), later.0.as_str()];
        Some(say::then_now(words(Lang::En), worked, texts).join(say::DOT))
    }

    const COUNT: &str = "Since then we count the passers-by for a week before we open anywhere.";
    const VAGUE: &str = "I'll be more careful with that sort of thing from now on.";

    #[test]
    fn the_words_of_both_takes_stand_beside_each_other() {
        let alone = "I forgot to count them";
        let ours = "we had counted nothing at all";
        for way in [Way::Fresh, Way::Edited] {
            let line = said(Step::We, way, [alone, COUNT], [ours, COUNT]).unwrap();
            assert!(line.starts_with("then: \"I forgot"), "{line}");
            assert!(line.contains(" ⋅ now: \"we"), "{line}");
        }
        let line = said(Step::VagueMeasure, Way::Fresh, [ours, VAGUE], [ours, COUNT]);
        let expected = "then: \"I'll be more careful...\" ⋅ now: \"we count the...\"";
        assert_eq!(line.as_deref(), Some(expected));
    }

    #[test]
    fn an_edited_take_shows_what_stands_in_the_very_place() {
        let before = ["it was a disaster", COUNT];
        let after = ["it was a hard morning", COUNT];
        let line = said(Step::Framing, Way::Edited, before, after).unwrap();
        assert_eq!(line, "then: \"disaster\" ⋅ now: \"hard morning\"");
        let line = said(
            Step::Flaw,
            Way::Edited,
            ["forty people left. I'm stubborn", COUNT],
            ["forty people left. The owner rang", COUNT],
        );
        let expected = "then: \"I'm stubborn\" ⋅ now: gone";
        assert_eq!(line.as_deref(), Some(expected));
        let blame = "nobody had told us about the market, so it was hardly our mistake";
        let line = said(
            Step::Defence,
            Way::Fresh,
            [blame, COUNT],
            ["forty people left", COUNT],
        );
        assert!(line.is_none_or(|line| line.ends_with("now: gone")));
    }

    #[test]
    fn what_was_not_told_then_is_told_now_and_what_is_the_same_says_nothing() {
        let left = "forty people left";
        let line = said(Step::NoMeasure, Way::Fresh, [left, ""], [left, COUNT]);
        let line = line.unwrap();
        assert!(
            line.starts_with("then: not told ⋅ now: \"we count"),
            "{line}"
        );
        let same = ["I forgot to count them", COUNT];
        for way in [Way::Fresh, Way::Edited] {
            assert_eq!(said(Step::We, way, same, same), None);
            assert_eq!(said(Step::Length, way, same, ["we left", COUNT]), None);
        }
    }
}
