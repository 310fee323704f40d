//! The list of past attempts.

use super::*;

#[test]
fn a_past_attempt_opens_in_the_same_review() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    assert_eq!(person.effects.last(), Some(&Effect::LoadHistory));
    assert!(person.reads().contains("4 attempts"));
    person.types("<Enter>");
    assert!(person.reads().contains("Next: Leave the defence out"));
    assert!(person.reads().contains("2026-11-25"));
    person.types("<Esc>");
    assert!(person.reads().contains("4 attempts"), "one level back");
    person.types("q");
    assert!(person.reads().contains("Describe a deadline"));
}

#[test]
fn the_filter_looks_into_answers() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h/FORGOT");
    assert!(person.reads().contains("1 attempt"));
    assert!(person.sees().1.is_some(), "the caret stands in the filter");
    person.types("q<BS><Enter><Enter>");
    assert!(person.reads().contains("It is still short"));
    person.types("<Esc>/<Esc>");
    assert!(person.reads().contains("4 attempts"));
}

#[test]
fn marks_of_older_rules_are_told_so() {
    let mut person = chronicler(Lang::En, USUAL);
    for record in &mut person.saved {
        record.rules += 1;
    }
    person.types("h<Enter>");
    assert!(person.reads().contains("read by today's rules"));
}

#[test]
fn a_history_that_cannot_be_read_says_so() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    let outcome = Outcome::NoHistory("history.jsonl: permission denied".to_owned());
    person.input(Input::Done(outcome));
    assert!(person.reads().contains("permission denied"));
}
