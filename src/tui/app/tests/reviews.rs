//! The finished answer: saving, takes, tips.

use super::*;
use crate::engine::{Detail, Finding, Kind, Span};
use crate::tui::fixture;

#[test]
fn saved_is_said_only_when_it_is() {
    for (disk, says, keeps) in [
        (Disk::Works, "saved", false),
        (Disk::Silent, "saving", true),
        (
            Disk::Full,
            "Not saved, the text is still here: the disk is full",
            true,
        ),
    ] {
        let mut person = regular(Lang::En, USUAL);
        person.disk = disk;
        person.types(&format!("<Enter>{}<C-d><Enter>", answer(Lang::En)));
        assert!(person.reads().contains(says), "{says}: {}", person.reads());
        assert_eq!(person.app.draft(person.now).is_some(), keeps);
    }
}

#[test]
fn what_was_not_saved_is_tried_again() {
    let mut person = regular(Lang::En, USUAL);
    person.disk = Disk::Full;
    person.types("<Enter>We assumed<C-d><Enter>");
    person.disk = Disk::Works;
    person.types("<Esc>");
    assert_eq!(person.saved.len(), 1);
    assert_eq!(person.app.draft(person.now), None);
}

#[test]
fn enter_takes_a_fresh_page_with_the_next_change_as_its_goal() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("<Enter>");
    assert!(
        person
            .reads()
            .contains("tell the miss and leave it undefended")
    );
    person.types("We assumed<C-d><Enter>");
    let [first, second] = &person.saved[..] else {
        panic!("two takes");
    };
    assert_eq!((second.take, second.how), (Some(2), How::Fresh));
    assert_eq!(second.prompt, first.prompt);
    assert_eq!(second.sitting, first.sitting);
    assert_eq!(second.goal.map(|goal| goal.step), Some(Step::Defence));
    assert_eq!(second.parent, None);
}

#[test]
fn the_old_text_can_be_edited_and_names_its_parent() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("e And more.<C-d><Enter>");
    let second = &person.saved[1];
    assert_eq!(second.how, How::Edited);
    assert_eq!(second.parent.as_ref(), Some(&person.saved[0].id));
    assert_eq!(second.answer, answer(Lang::En) + " And more.");
}

#[test]
fn an_offered_rewrite_goes_into_an_edited_take_and_can_be_taken_back() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("a");
    assert!(person.reads().contains("No other words are offered here."));
    person.types("3a");
    let page = |person: &Person| person.app.draft(person.now).unwrap().1;
    let rewritten = answer(Lang::En).replace("complete disaster", "setback");
    assert_eq!(page(&person).text, rewritten);
    assert_eq!(person.saved.len(), 1, "saved at finish and no sooner");
    person.types("<C-z>");
    assert_eq!(page(&person).text, answer(Lang::En));
    person.types("<C-y><C-d><Enter>");
    let second = &person.saved[1];
    assert_eq!((second.how, &second.answer), (How::Edited, &rewritten));
    assert_eq!(second.parent.as_ref(), Some(&person.saved[0].id));
}

#[test]
fn a_tip_in_focus_lights_its_own_marks_only() {
    let mut person = reviewer(Lang::En, LARGE);
    let shown = |person: &Person, label: &str| person.reads().matches(label).count();
    let labels = |person: &Person| ["[2]", "[3]", "[4]", "[7]", "[8]"].map(|l| shown(person, l));
    assert_eq!(labels(&person), [0, 2, 2, 1, 0], "what to change, at first");
    person.types("4");
    assert_eq!(labels(&person), [0, 0, 2, 0, 0]);
    assert!(person.reads().contains("1 of 2") && person.reads().contains("We assumed"));
    person.types("n");
    assert!(person.reads().contains("2 of 2") && person.reads().contains("we skipped"));
    person.types("<Down><Down><Down><Down>");
    assert_eq!(
        labels(&person),
        [0, 0, 0, 0, 3],
        "a praised word is marked too"
    );
    person.types("<Tab>");
    assert_eq!(
        labels(&person),
        [0, 2, 2, 1, 0],
        "behind the last tip comes the whole"
    );
    person.types("<Up>");
    assert_eq!(labels(&person), [0, 0, 0, 0, 3]);
}

#[test]
fn a_missing_beat_stands_where_it_belongs() {
    let mut person = reviewer(Lang::Zh, LARGE);
    let rows = person.reads();
    let (line, _) = rows
        .split_once("^ 这里可以说后来怎么改的")
        .expect("it is told");
    assert!(line.contains("先练一遍。"), "after the lesson");
    person.types("4");
    assert!(!person.reads().contains("^ 这里可以说后来"));
    person.types("5");
    assert!(person.reads().contains("^ 这里可以说后来"));
}

#[test]
fn an_answer_without_marks_says_why_and_has_no_verdicts() {
    let mut person = regular(Lang::En, USUAL);
    person.types("<Enter>We forgot.<C-d><Enter>4");
    assert!(person.reads().contains("It is still short"));
    assert!(!person.reads().contains("kept"));
    assert!(person.saved[0].verdicts.is_empty());
    let goal = person.app.desk.goal.map(|goal| goal.step);
    assert_eq!(goal, Some(Step::Length), "yesterday's goal stays");
}

#[test]
fn tomorrow_begins_with_the_next_change_of_today() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("<Esc>");
    let desk = person.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDesk(desk) => Some(desk.clone()),
        _ => None,
    });
    let desk = desk.expect("it is kept");
    assert_eq!(desk.goal.map(|goal| goal.step), Some(Step::Defence));
    assert_eq!((desk.attempts, desk.days.get("2026-11-24")), (7, Some(&1)));
    assert!(
        person
            .reads()
            .contains("Last time: part of it was defended.")
    );
}

#[test]
fn an_answered_prompt_makes_room_for_one_other_however_often_it_is_tried() {
    let mut person = regular(Lang::En, USUAL);
    person.types("<Enter>We assumed<C-d><Enter>");
    let waiting = person.app.desk.prompt.clone();
    assert_ne!(waiting.as_deref(), Some("deadline"));
    person.types("<Enter>We assumed<C-d><Enter>");
    assert_eq!(person.saved[1].prompt, "deadline");
    assert_eq!(person.app.desk.prompt, waiting);
}

#[test]
fn a_long_miss_does_not_underline_all_the_others() {
    let mut person = reviewer(Lang::En, USUAL);
    let Screen::Review(review) = &mut person.app.screen else {
        panic!("no review");
    };
    let answer = review.record.answer.clone();
    review.report.findings.push(Finding {
        kind: Kind::LongSetback,
        span: Span::new(&answer, 70..300),
        detail: Detail::Length { words: 52, of: 114 },
    });
    assert!(!person.reads().contains("[6]"));
    person.types("6");
    assert!(person.reads().contains("[6]"));
    assert!(flat(&person).contains("It takes 52 of 114 words."));
}

#[test]
fn an_answer_that_was_saved_beside_the_history_says_so() {
    let mut person = reviewer(Lang::En, LARGE);
    let id = person.saved[0].id.clone();
    person.input(Input::Done(Outcome::SavedBeside(id.clone())));
    assert!(person.reads().contains("saved beside the history"));
    assert_eq!(person.effects.last(), Some(&Effect::DropDraft(id)));
}

#[test]
fn what_is_said_of_a_mark_can_be_read_whole_from_80_by_24_up() {
    for lang in Lang::ALL {
        for text in &fixture::library().kinds {
            let mut person = reviewer(lang, USUAL);
            let Screen::Review(review) = &mut person.app.screen else {
                panic!("no review");
            };
            review.report.findings = vec![Finding {
                kind: text.kind,
                span: Span::new(&answer(lang), 0..30),
                detail: Detail::Plain,
            }];
            person.types(&text.kind.tip().number().to_string());
            let page = person.reads();
            let told: Vec<&str> = page.lines().skip(19).take(4).collect();
            let name = text.name.get(lang);
            assert!(told.iter().any(|row| row.contains(name)), "{page}");
            assert!(!told.iter().any(|row| row.ends_with("..")), "{page}");
        }
    }
}
