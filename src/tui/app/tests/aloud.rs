//! An answer said aloud, and the pace that comes of it.

use super::*;
use crate::content::engine;
use crate::practice::voice::Run;
use crate::tui::fixture::Disk;

/// Starts the clock, speaks for so long, and stops it.
fn says(person: &mut Person, seconds: u64) {
    person.types(" ");
    person.waits(Duration::from_millis(seconds * 1000 - 200));
    person.types(" ");
}

fn runs(person: &Person) -> Vec<Run> {
    let spoken = person.effects.iter().filter_map(|effect| match effect {
        Effect::Speak(spoken) => Some(spoken.what),
        _ => None,
    });
    spoken.collect()
}

#[test]
fn only_what_the_answer_hangs_on_is_on_the_screen_and_the_clock_runs_by_itself() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("s");
    let page = person.reads();
    let words = answer(Lang::En);
    for half in [words.len() / 2, words.len()] {
        assert!(!page.contains(&words[half - 12..half]), "{page}");
    }
    assert_eq!(person.app.deadline(person.now), None);
    person.types(" ");
    assert!(person.app.deadline(person.now).is_some());
    person.waits(Duration::from_secs(65));
    assert!(person.reads().contains("1:05"), "{}", person.reads());
    assert!(
        !person.reads().contains("your own pace"),
        "nothing to read beside it"
    );
    person.types("?");
    assert!(
        person.reads().contains("the middle of your last 5 runs"),
        "{}",
        person.reads()
    );
    person.waits(Duration::from_secs(300));
    person.types("<Esc>");
    person.types(" ");
    let [run] = &runs(&person)[..] else {
        panic!("one run");
    };
    assert!((65..=67).contains(&run.seconds), "help stops it: {run:?}");
}

#[test]
fn three_runs_make_a_pace_and_it_is_said_where_it_comes_from() {
    let mut person = reviewer(Lang::En, LARGE);
    person.app.analyse = |text, options| engine().analyse(text, options);
    assert!(person.reads().contains("about "), "{}", person.reads());
    person.types("s");
    for missing in ["2 more runs", "One more run", "Your pace: 12"] {
        says(&mut person, 60);
        assert!(person.reads().contains(missing), "{}", person.reads());
    }
    assert_eq!(runs(&person).len(), 3);
    person.types("<Esc>");
    assert!(
        person.reads().contains("1:00 measured"),
        "{}",
        person.reads()
    );
    person.types("<Esc><Enter>We");
    assert!(
        person.reads().contains("(measured; aim"),
        "{}",
        person.reads()
    );
    let desk = person.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDesk(desk) => Some(desk.clone()),
        _ => None,
    });
    let again = Setup {
        desk: desk.expect("it is kept"),
        ..setup(Lang::En)
    };
    let mut again = Person::new(again, LARGE);
    again.types("<Enter>We");
    assert!(again.reads().contains("(measured; aim"), "for tomorrow too");
}

#[test]
fn a_slip_a_sleep_and_a_full_disk_leave_no_run_that_counts() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("s  ");
    assert!(
        person.reads().contains("shorter than 3 seconds"),
        "{}",
        person.reads()
    );
    person.types(" ");
    person.input(Input::Woke(Duration::from_secs(600)));
    assert!(person.reads().contains("slept"), "{}", person.reads());
    assert_eq!(runs(&person), []);
    says(&mut person, 10);
    assert!(
        person.reads().contains("to count for your pace"),
        "{}",
        person.reads()
    );
    person.disk = Disk::Full;
    says(&mut person, 60);
    assert!(
        person.reads().contains("the disk is full"),
        "{}",
        person.reads()
    );
    assert!(person.reads().contains("3 more runs"), "{}", person.reads());
}

#[test]
fn what_is_set_goes_first() {
    let mut setup = setup(Lang::En);
    setup.settings.rate.words = 120.0;
    let mut person = Person::new(setup, LARGE);
    person.types("<Enter>We");
    assert!(
        person.reads().contains("spoken 0:01 (as set; aim"),
        "{}",
        person.reads()
    );
}

#[test]
fn an_answer_of_any_day_is_said_aloud_from_the_list() {
    for lang in Lang::ALL {
        let mut person = chronicler(lang, USUAL);
        person.types("h<End>s");
        let ready = person.app.look.words.aloud.ready.clone();
        assert!(person.reads().contains(&ready), "{}", person.reads());
        says(&mut person, 60);
        let spoken = person.effects.iter().any(
            |effect| matches!(effect, Effect::Speak(spoken) if spoken.of == person.saved[0].id),
        );
        assert!(spoken, "it is a run of that attempt");
        person.types("<Esc>");
        assert!(matches!(person.app.screen, Screen::Review(_)));
        person.types("<Esc>");
        assert!(matches!(person.app.screen, Screen::History));
        person.types("<Enter>");
        assert!(
            matches!(person.app.screen, Screen::Review(_)),
            "and no other is"
        );
    }
}
