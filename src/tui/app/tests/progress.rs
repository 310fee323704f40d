//! How practice goes, on the screen.

use super::*;
use crate::engine::{Tip, Verdict};
use crate::practice::event::Stamp;
use crate::practice::feedback::Said;
use crate::practice::guess::Guess;
use crate::practice::history::{Attempt, History};
use crate::practice::record::fixture::record;
use crate::practice::story::Story;

/// Somebody who has practised `days` days, most of them, and gets better at it.
pub(super) fn practiser(lang: Lang, size: (u16, u16), days: usize) -> Person {
    let mut person = regular(lang, size);
    let today = person.now.wall.date_naive();
    let practised = (0..days).filter(|back| back % 7 != 3 && back % 11 != 5);
    for (number, back) in practised.rev().enumerate() {
        let day = today - chrono::TimeDelta::days(i64::try_from(back).unwrap());
        let mut record = record(&format!("01ARZ3NDEKTSV4RRFF{number:08}"), "");
        record.day = day.to_string();
        let prompts = ["failure", "deadline", "failure", "feedback"];
        prompts[number % 4].clone_into(&mut record.prompt);
        record.lang = Some(if number % 5 == 4 { Lang::Zh } else { Lang::En });
        record.story = (number % 3 == 0).then(|| "archive".to_owned());
        record.speaking_seconds = 40 + u32::try_from(number * 37 % 50 + number / 2).unwrap();
        record.words = record.speaking_seconds as usize * 12 / 5;
        let state = |tip: Tip| match (tip.number() * 5 + number * 3) % (7 + number / 4) {
            0 => Verdict::Work,
            1 => Verdict::Look,
            2 if number < 9 => Verdict::Unseen,
            _ => Verdict::Kept,
        };
        record.verdicts = Tip::ALL.map(|tip| (tip, state(tip))).into();
        if number % 4 == 3 {
            let stamp = Stamp {
                id: format!("g{number:03}"),
                at: String::new(),
                off: String::new(),
                tz: None,
            };
            person
                .guesses
                .push(Guess::new(stamp, &record.id, [Tip::We].into()));
        }
        person.saved.push(record);
    }
    person
}

fn opened(lang: Lang, size: (u16, u16), days: usize) -> Person {
    let mut person = practiser(lang, size, days);
    person.types("w");
    person
}

#[test]
fn fewer_than_three_marked_answers_show_no_trend() {
    for (days, told) in [
        (1, "2 more answers with marks"),
        (2, "One more answer with marks"),
    ] {
        let shown = opened(Lang::En, USUAL, days).reads();
        assert!(shown.contains(told), "{shown}");
        assert!(!shown.contains("kept 1 of"), "{shown}");
        assert!(!shown.contains("2:00 --"), "no curve\n{shown}");
    }
    let shown = opened(Lang::En, USUAL, 3).reads();
    assert!(
        shown.contains("2:00 --") && shown.contains("Lately:"),
        "{shown}"
    );
}

#[test]
fn views_go_round_and_tab_goes_from_kind_to_kind() {
    let mut person = opened(Lang::En, LARGE, 60);
    let title = |person: &Person| person.reads().lines().nth(1).unwrap().trim().to_owned();
    let all = title(&person);
    assert!(all.contains("1 of 7 all answers"), "{all}");
    for named in [
        "English",
        "Tell me about a time you failed.",
        "story \"archive\"",
        "all answers",
    ] {
        person.types("<Tab>");
        assert!(title(&person).contains(named), "{}", title(&person));
    }
    assert_eq!(title(&person), all);
    person.types("<Right>");
    assert!(
        title(&person).contains("2 of 7 English"),
        "{}",
        title(&person)
    );
    person.types("<Left><Left>");
    assert!(
        title(&person).contains("7 of 7 story"),
        "{}",
        title(&person)
    );
    person.types("<Esc>");
    assert!(matches!(person.app.screen, Screen::Home));
}

#[test]
fn what_does_not_fit_is_scrolled_to() {
    let mut person = opened(Lang::En, (40, 12), 60);
    assert!(!person.reads().contains("8 growth"), "{}", person.reads());
    person.types("<PgDn><PgDn><PgDn><PgDn>");
    assert!(
        person.reads().contains("Guesses: right"),
        "{}",
        person.reads()
    );
    person.types("<Up><PgUp><PgUp><PgUp><PgUp><PgUp>");
    assert!(
        person.reads().contains("You were here"),
        "{}",
        person.reads()
    );
}

/// Somebody whom the first screen reminds of tip 6.
pub(super) fn due(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = practiser(lang, size, 20);
    for record in &mut person.saved {
        record.story = None;
        record.verdicts = Tip::ALL.map(|tip| (tip, Verdict::Kept)).into();
    }
    for record in person.saved.iter_mut().rev().take(2) {
        record.verdicts.insert(Tip::Brief, Verdict::Work);
    }
    person.app.desk.goal = None;
    looks_again(&mut person);
    person
}

fn looks_again(person: &mut Person) {
    let found = standing(person);
    person.app.done(Outcome::Standing(Box::new(found)));
}

#[test]
fn home_names_the_tip_or_the_story_that_is_due_unless_the_goal_does() {
    let mut person = due(Lang::En, USUAL);
    let told = "Tip 6, brief: asked for a second look in 2 of the last 5 answers.";
    assert!(person.reads().contains(told), "{}", person.reads());
    person.app.desk.goal = regular(Lang::En, USUAL).app.desk.goal;
    assert!(!person.reads().contains(told), "the goal is about it");
    person.app.desk.goal = None;
    person.saved[0].story = Some("archive".to_owned());
    looks_again(&mut person);
    let bank = ["archive", "parts"].map(|id| Story::fixture(id, &format!("The {id}")));
    for (known, title) in [(1, "The archive"), (2, "The parts")] {
        let bank = bank[..known].to_vec();
        person.app.done(Outcome::Bank(bank));
        assert!(person.reads().contains(title), "{}", person.reads());
    }
    person.app.done(Outcome::Bank(Vec::new()));
    assert!(!person.reads().contains("archive"), "no longer in the bank");
}

#[test]
fn stories_have_their_titles_and_those_never_told_are_named() {
    for (lang, untold) in [
        (Lang::En, "Stories not told yet: A, B, C; 4 in all."),
        (Lang::Zh, "还没讲过的故事：A、B、C等，共 4 个。"),
    ] {
        for days in [0, 60] {
            let mut person = practiser(lang, LARGE, days);
            let titles = ["A", "B", "C", "D"];
            let mut bank: Vec<Story> = titles.map(|id| Story::fixture(id, id)).into();
            if days > 0 {
                bank.push(Story::fixture("archive", "The attic"));
            }
            bank.push(Story::default());
            person.stories = Some(bank);
            person.types("w");
            assert!(person.reads().contains(untold), "{}", person.reads());
            person.types("<Left>");
            assert_eq!(person.reads().contains("The attic"), days > 0);
            assert_eq!(person.reads().contains(untold), days == 0);
        }
    }
}

/// Somebody who listened to the first answer ticks what the program marks as kept.
fn listen(person: &mut Person) {
    let first = &person.saved[0];
    let kept = first.verdicts.iter();
    let kept = kept.filter(|(_, verdict)| **verdict == Verdict::Kept);
    let said = Said {
        heard: kept.map(|(tip, _)| *tip).collect(),
        ..Said::default()
    };
    let stamp = Stamp {
        id: "f".to_owned(),
        at: String::new(),
        off: String::new(),
        tz: None,
    };
    person.feedback = vec![stamp.feedback(&first.id, said)];
}

/// Somebody whom a person has listened to, with stories that were never told.
pub(super) fn heard(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = practiser(lang, size, 60);
    listen(&mut person);
    let titles = ["The attic", "The late parts", "The hall"];
    person.stories = Some(titles.map(|title| Story::fixture(title, title)).into());
    person
}

#[test]
fn what_people_ticked_stands_beside_the_tips() {
    for (lang, told) in [
        (
            Lang::En,
            [
                "people 1/1",
                "One person listened; what they ticked agrees with",
            ],
        ),
        (Lang::Zh, ["听众 1/1", "有 1 个人听过，和标记一致"]),
    ] {
        for (size, days) in [(USUAL, 1), (USUAL, 60), (LARGE, 60)] {
            let mut person = practiser(lang, size, days);
            person.types("w");
            assert!(
                !person.reads().contains(&told[0].replace("1/1", "")),
                "nobody listened"
            );
            listen(&mut person);
            person.types("<Esc>w");
            let rows = person.reads();
            assert!(rows.contains(told[0]), "{rows}");
            let column = |row: &str| row.find(told[0]).map(|at| crate::wrap::width(&row[..at]));
            let columns: Vec<usize> = rows.lines().filter_map(column).collect();
            assert!(columns.iter().all(|one| *one == columns[0]), "{rows}");
            person.types("<PgDn>");
            assert!(person.reads().contains(told[1]), "{}", person.reads());
        }
    }
}

fn standing(person: &Person) -> Standing {
    let attempts = person.saved.iter().map(Attempt::from).collect();
    Standing::of(&History {
        attempts,
        ..History::default()
    })
}

#[test]
fn a_history_that_cannot_be_read_is_told() {
    let mut person = opened(Lang::En, USUAL, 3);
    person
        .app
        .done(Outcome::NoHistory("the disk is gone".to_owned()));
    assert!(
        person.reads().contains("the disk is gone"),
        "{}",
        person.reads()
    );
}
