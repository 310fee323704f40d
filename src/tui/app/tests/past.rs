//! The list of past attempts.

use super::*;

#[test]
fn a_past_attempt_opens_in_the_same_review() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    assert_eq!(person.effects.last(), Some(&Effect::LoadHistory));
    assert!(person.reads().contains("4 attempts"));
    person.types("<Enter>");
    assert!(person.reads().contains("Next: Leave out"));
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

#[test]
fn deleting_takes_two_keys_and_says_what_still_holds_it() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("hd");
    assert!(person.reads().contains("Delete 2026-11-25 for good?"));
    assert!(person.reads().contains("Enter yes, delete"));
    person.types("x/q<Esc>");
    assert!(
        person.reads().contains("4 attempts"),
        "no other key deletes"
    );
    person.types("d<Enter>");
    let screen = person.reads();
    assert!(screen.contains("3 attempts"), "{screen}");
    assert!(screen.contains("1 backup still holds it"), "{screen}");
    let desk = person.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDesk(desk) => Some(desk.clone()),
        _ => None,
    });
    let desk = desk.unwrap();
    assert_eq!(
        (desk.attempts, desk.prompt.as_deref()),
        (3, Some("deadline"))
    );
    person.types("<Down>");
    assert!(
        person.reads().contains("1 line could not be read"),
        "the notice goes with the next key"
    );
}

#[test]
fn the_command_for_backups_is_whole_where_there_is_little_room() {
    let mut person = chronicler(Lang::En, (40, 12));
    person.types("hd<Enter>");
    let screen = person.reads().replace('\n', " ");
    let screen: Vec<&str> = screen.split_whitespace().collect();
    let id = &person.effects.iter().find_map(|effect| match effect {
        Effect::Delete(mark) => Some(mark.of.clone()),
        _ => None,
    });
    let id = &id.as_ref().unwrap()[..13];
    let command = format!("failwell history delete {id} --backups");
    assert!(screen.join(" ").contains(&command), "{}", person.reads());
    assert!(
        screen.join(" ").contains("12345678"),
        "the list is still there"
    );
}

#[test]
fn a_deletion_that_fails_says_why_and_shows_the_attempt_still() {
    let mut person = chronicler(Lang::Zh, USUAL);
    person.disk = Disk::Full;
    person.types("hd<Enter>");
    assert!(person.reads().contains("the disk is full"));
    assert!(person.reads().contains("4 次"));
}

#[test]
fn a_note_is_typed_on_the_list_and_shown_below_it() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("hmcalmer thi");
    person.pastes("s time?\nsecond line");
    assert!(person.reads().contains("note: calmer this time?"));
    assert!(person.sees().1.is_some(), "the caret stands behind it");
    person.types("<BS>, d, ?<Enter>");
    let note = person.notes.last().unwrap();
    assert_eq!(note.text, "calmer this time, d, ?");
    assert_eq!(
        (note.off.as_str(), note.tz.as_deref()),
        ("+08:00", Some("Asia/Shanghai"))
    );
    assert!(person.reads().contains("note: calmer this time, d, ?"));
    person.types("<Down>");
    assert!(
        !person.reads().contains("note: calmer"),
        "it belongs to one attempt"
    );
    person.types("m  <Enter>mno<Esc>");
    assert_eq!(
        person.notes.len(),
        1,
        "neither a blank note nor one given up"
    );
    person.types("/CALMER<Enter>");
    assert!(
        person.reads().contains("1 attempt"),
        "notes are searched too"
    );
}

#[test]
fn a_long_note_scrolls_with_the_caret() {
    let mut person = chronicler(Lang::Zh, (40, 12));
    person.types(&format!("hm{}end", "我们 ".repeat(30)));
    let (_, caret) = person.sees();
    assert!(caret.unwrap().x < 40);
    assert!(person.reads().contains("end"));
}

#[test]
fn an_attempt_that_went_meanwhile_says_so() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    let why = "the attempt 01 cannot be read any more".to_owned();
    person.input(Input::Done(Outcome::Refused(why)));
    assert!(person.reads().contains("cannot be read any more"));
}

#[test]
fn lines_of_newer_versions_are_told_of_with_both_versions() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    let history = crate::practice::history::History {
        newer: Some(7),
        ..Default::default()
    };
    person.input(Input::Done(Outcome::History(Box::new(history))));
    assert!(person.reads().contains("version 7, this failwell knows 1"));
}

#[test]
fn only_the_latest_search_counts() {
    let mut past = crate::tui::screen::history::Past::waiting();
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    let attempts = person
        .saved
        .iter()
        .map(crate::practice::history::Attempt::from);
    let history = crate::practice::history::History {
        attempts: attempts.collect(),
        ..Default::default()
    };
    past.arrive(Ok(Box::new(history)));
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    past.update(crate::tui::action::Action::Filter, area);
    past.update(crate::tui::action::Action::Insert('f'), area);
    assert_eq!(past.search().as_deref(), Some("f"));
    past.update(crate::tui::action::Action::Insert('o'), area);
    assert_eq!(past.search(), None, "one search at a time");
    past.find(
        "f",
        person
            .saved
            .iter()
            .map(|record| record.id.clone())
            .collect(),
    );
    assert!(past.attempt().is_some());
    assert_eq!(
        past.search().as_deref(),
        Some("fo"),
        "then the one that is wanted by now"
    );
    past.find("fo", std::collections::HashSet::new());
    assert!(past.attempt().is_none());
}
