//! Findings that do not count, and tip 4 at rest.

use super::*;
use crate::engine::{Tip, Verdict};

fn verdict(person: &Person, tip: Tip) -> Option<Verdict> {
    match &person.app.screen {
        Screen::Review(review) => review.report.verdict(tip),
        _ => panic!("no review"),
    }
}

#[test]
fn a_silenced_finding_needs_a_reason_and_counts_again_after_a_second_key() {
    let mut person = reviewer(Lang::En, LARGE);
    person.types("x");
    assert!(person.reads().contains("Choose a mark to change first"));
    person.types("7x");
    assert!(person.sees().1.is_some(), "the caret stands in the reason");
    person.types("  <Enter>");
    assert_eq!(person.silences, [], "blank is no reason");
    person.types("xno<Esc>xq<BS>");
    person.pastes("they did not tell me\nsecond line");
    person.types("<Enter>");
    let [event] = &person.silences[..] else {
        panic!("one event");
    };
    assert_eq!(event.reason, "they did not tell me");
    assert_eq!(event.of, person.saved[0].id);
    let (start, end) = event.span.unwrap();
    assert_eq!(&answer(Lang::En)[start..end], "nobody had told me");
    let screen = person.reads();
    assert!(
        screen.contains("Silenced: they did not tell me."),
        "{screen}"
    );
    assert!(screen.contains("1 mark is silenced and does not count."));
    assert_eq!(verdict(&person, Tip::Defend), Some(Verdict::Kept));
    assert_ne!(
        person.app.desk.goal.map(|goal| goal.step),
        Some(Step::Defence),
        "tomorrow's goal follows"
    );
    person.types("x");
    assert!(person.silences[1].back);
    assert_eq!(verdict(&person, Tip::Defend), Some(Verdict::Work));
    assert!(!person.reads().contains("silenced"));
}

#[test]
fn what_was_silenced_is_so_when_the_attempt_is_opened_again() {
    let mut person = reviewer(Lang::Zh, LARGE);
    person.types("7x他们的话<Enter>h<Enter>7");
    assert!(
        person.reads().contains("不算数：他们的话。"),
        "{}",
        person.reads()
    );
    assert_eq!(verdict(&person, Tip::Defend), Some(Verdict::Kept));
}

#[test]
fn done_alone_lets_tip_four_rest_and_only_that() {
    let mut person = reviewer(Lang::En, LARGE);
    person.types("3i");
    assert!(person.reads().contains("press 4 first"));
    person.types("4i");
    assert_eq!(person.silences[0].tip, Some(Tip::We));
    assert_eq!(person.silences[0].reason, "I did this alone");
    assert_eq!(verdict(&person, Tip::We), Some(Verdict::Unseen));
    assert!(person.reads().contains("This tip rests: I did this alone."));
    assert!(
        person.reads().contains("[4]"),
        "asked for, its marks are shown"
    );
    person.types("<Tab><Tab><Tab><Tab><Tab>");
    assert!(!person.reads().contains("[4]"), "at rest it marks nothing");
    assert!(person.reads().contains("[3]"));
    person.types("4");
    person.types("i");
    assert_eq!(verdict(&person, Tip::We), Some(Verdict::Look));
}

#[test]
fn a_silence_that_could_not_be_kept_says_why_and_the_mark_counts() {
    let mut person = reviewer(Lang::En, LARGE);
    person.disk = Disk::Full;
    person.types("7xtheirs<Enter>");
    assert!(person.reads().contains("the disk is full"));
    assert_eq!(verdict(&person, Tip::Defend), Some(Verdict::Work));
}
