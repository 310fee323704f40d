//! A mock interview from its first question to its last review.

use super::*;
use crate::practice::mock::Mock;

/// Three questions answered: whole, with a few words, whole again.
fn interviewed() -> Person {
    screens::on("mock-answers", Lang::En, USUAL)
}

#[test]
fn a_mock_is_over_when_nothing_is_left_to_ask() {
    let mut person = regular(Lang::En, USUAL);
    person.types("m++++<Enter>");
    while !person.reads().contains("open") {
        person.types("We forgot to ask.<C-d><Enter>");
    }
    assert_eq!(
        person.saved.len(),
        3,
        "the library of the tests has no more"
    );
}

#[test]
fn a_mock_is_one_sitting_with_a_follow_up_and_no_question_twice() {
    let person = interviewed();
    let saved = &person.saved;
    assert_eq!(saved.len(), 3);
    assert_eq!(saved[1].prompt, "defend-1", "the first answer defended");
    assert_ne!(saved[0].prompt, saved[2].prompt);
    for record in saved {
        assert!(record.sitting.is_some());
        assert_eq!(record.sitting, saved[0].sitting);
        assert_eq!((record.limit_seconds, record.goal), (Some(300), None));
    }
    let mut later = interviewed();
    later.types("<Esc><Enter>We assumed<C-d><Enter>");
    assert_ne!(later.saved[3].sitting, later.saved[0].sitting);
}

#[test]
fn nothing_is_said_about_an_answer_before_the_end() {
    let mut person = regular(Lang::En, USUAL);
    let whole = answer(Lang::En);
    person.types(&format!("m<Enter>{whole}<C-d><Enter>"));
    let page = person.reads();
    for word in [
        "kept",
        "change",
        "Next:",
        "Last time",
        "what was being done",
    ] {
        assert!(!page.contains(word), "{word}\n{page}");
    }
    assert!(page.contains("question 2 of 3"), "{page}");
    assert!(page.contains("about your last answer"), "{page}");
    person.app.desk.marked = 9;
    person.types("We<Esc>g");
    assert!(person.reads().contains("Finished?"), "no guesses either");
}

#[test]
fn the_clock_starts_after_half_a_minute_or_with_the_first_key_and_cuts_nothing() {
    let mut person = regular(Lang::En, USUAL);
    person.types("m<Enter>");
    person.waits(Duration::from_secs(12));
    assert!(person.reads().contains("time to think 0:18"));
    person.waits(Duration::from_secs(20));
    person.input(Input::Tick);
    assert!(person.reads().contains("typing 0:02"), "{}", person.reads());
    person.types("We");
    person.waits(Duration::from_secs(300));
    assert!(person.reads().contains("time is up"), "{}", person.reads());
    assert!(person.reads().contains("spoken about 0:00"));
    person.types(" assumed<C-d><Enter>We<C-d>");
    assert_eq!(person.saved[0].answer, "We assumed");
    assert!(person.saved[0].typing_seconds >= 300);
    assert!(person.reads().contains("typing 0:00"), "the first key did");
}

#[test]
fn help_and_a_stop_hold_the_time_to_think() {
    let mut person = regular(Lang::En, USUAL);
    person.types("m<Enter><F1>");
    person.waits(Duration::from_secs(60));
    person.types("<Esc>");
    assert!(person.reads().contains("time to think 0:30"));
    person.waits(Duration::from_secs(60));
    person.input(Input::Woke(Duration::from_secs(60)));
    assert!(person.reads().contains("time to think 0:30"));
}

#[test]
fn every_answer_opens_its_review_and_esc_comes_back() {
    let mut person = interviewed();
    let compare = person.reads();
    person.types("<Right><Enter>");
    assert!(person.reads().contains("We called the client first."));
    person.types("<Esc><Left>");
    assert_eq!(person.reads(), compare);
    person.types("<Left><Enter>");
    assert!(person.reads().contains("12345678") || person.reads().contains("Next:"));
    person.types("<Enter>We<C-d><Enter><Esc>");
    assert!(
        person.reads().contains("another prompt"),
        "a take of its own"
    );
}

#[test]
fn a_review_opens_even_while_its_record_is_not_on_disk() {
    let mut person = regular(Lang::En, USUAL);
    person.disk = Disk::Full;
    person.types("m<Left><Left><Enter>We forgot to ask.<C-d><Enter>");
    assert!(person.reads().contains("Not saved"), "{}", person.reads());
    assert!(person.app.draft(person.now).is_some());
    person.types("<Enter>");
    assert!(person.reads().contains("We forgot to ask."));
    person.disk = Disk::Works;
    person.types("<Esc>");
    assert_eq!(person.saved.len(), 1);
    assert_eq!(person.app.draft(person.now), None);
}

#[test]
fn an_answer_left_in_a_mock_is_offered_and_the_mock_goes_on() {
    let mut person = regular(Lang::En, USUAL);
    let whole = answer(Lang::En);
    person.types(&format!("m<Left><Enter>{whole}<C-d><Enter>We called<Esc>q"));
    assert!(person.reads().contains("An unfinished answer waits"));
    let mut other = regular(Lang::En, USUAL);
    let kept = person.app.kept.clone();
    let json = serde_json::to_string(&kept).expect("a draft is JSON");
    other.app.kept = serde_json::from_str(&json).expect("and back");
    assert_eq!(other.app.kept, kept);
    other.saved.clone_from(&person.saved);
    for mut person in [person, other] {
        person.types("g");
        assert!(person.reads().contains("question 2 of 2"));
        person.types(" the client.<C-d><Enter>");
        assert_eq!(person.saved[1].answer, "We called the client.");
        assert_eq!(person.saved[1].sitting, person.saved[0].sitting);
        assert!(person.reads().contains("Your answers side by side"));
        person.types("<Enter>");
        assert!(person.reads().contains("Last spring"), "{}", person.reads());
    }
}

#[test]
fn a_draft_of_a_program_that_knew_no_mock_is_read() {
    let mut person = regular(Lang::En, USUAL);
    person.types("<Enter>We<Esc>q");
    let mut json = serde_json::to_value(&person.app.kept[0]).expect("a draft is JSON");
    assert_eq!(json.get("mock"), None);
    json["mock"] = serde_json::to_value(Mock::new(2, "S".to_owned())).expect("a mock");
    let kept: Snapshot = serde_json::from_value(json).expect("a draft");
    assert_eq!(kept.mock, Some(Mock::new(2, "S".to_owned())));
}

#[test]
fn esc_on_an_empty_page_ends_the_mock_with_what_was_answered() {
    let mut person = regular(Lang::En, USUAL);
    person.types("m<Enter><Esc>");
    assert!(person.reads().contains("another prompt"), "nothing yet");
    person.types("m<Enter>We forgot.<C-d><Enter><Esc>");
    assert!(person.reads().contains("Your answers side by side"));
    person.types("<Esc>");
    assert!(person.reads().contains("another prompt"));
}

#[test]
fn the_number_of_questions_stays_between_one_and_six() {
    let mut person = regular(Lang::En, USUAL);
    person.types("m<Left><Left><Left>");
    assert!(person.reads().contains("1 question"));
    person.types("<Right><Right><Right><Right><Right><Right><Right>");
    assert!(person.reads().contains("6 questions"));
    person.types("<Esc>");
    assert!(person.reads().contains("another prompt"));
}

#[test]
fn a_follow_up_sets_no_goal_and_a_limit_of_ones_own_holds() {
    let mut setup = setup(Lang::Zh);
    setup.settings.limit_seconds = Some(120);
    setup.mock = Some(2);
    let mut person = Person::new(setup, USUAL);
    assert!(person.reads().contains("2 题"));
    assert!(person.reads().contains("2:00"));
    let whole = answer(Lang::Zh);
    person.types(&format!("<Enter>{whole}<C-d><Enter>"));
    let goal = person.app.desk.goal;
    assert!(goal.is_some());
    person.types(&format!("{whole}<C-d><Enter>"));
    assert_eq!(person.app.desk.goal, goal);
    assert_eq!(person.saved[0].limit_seconds, Some(120));
}
