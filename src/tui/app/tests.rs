//! Keys in, effects and screens out.

mod aloud;
mod compared;
mod elsewhere;
mod guesses;
mod guides;
mod hostile;
mod keys;
mod listeners;
mod looks;
mod mocks;
mod past;
mod pastes;
mod prepares;
mod progress;
mod quiet;
mod reviews;
mod screens;
mod shapes;
mod stories;
mod storm;
mod typing;

use super::*;
use crate::engine::{Lang, Step};
use crate::practice::record::{Goal, How};
use crate::tui::fixture::{Disk, Person, answer, calmer, setup};

const LARGE: (u16, u16) = (120, 40);
const USUAL: (u16, u16) = (80, 24);

/// Somebody who sits down for the first time.
fn newcomer(lang: Lang, size: (u16, u16)) -> Person {
    Person::new(setup(lang), size)
}

/// Somebody who was here yesterday.
fn regular(lang: Lang, size: (u16, u16)) -> Person {
    let mut setup = setup(lang);
    setup.desk = Desk {
        v: 1,
        prompt: Some("deadline".to_owned()),
        seen: vec!["failure".to_owned(), "deadline".to_owned()],
        goal: Some(Goal {
            step: Step::Length,
            by_seconds: Some(30),
        }),
        attempts: 6,
        marked: 2,
        days: [("2026-11-20".to_owned(), 1), ("2026-11-23".to_owned(), 2)].into(),
        ..Desk::default()
    };
    Person::new(setup, size)
}

/// The screen as one line: where rows break does not matter.
fn flat(person: &Person) -> String {
    person
        .reads()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Somebody with a history: what another person finished earlier lies on the disk.
fn chronicler(lang: Lang, size: (u16, u16)) -> Person {
    let mut earlier = newcomer(lang, size);
    tells(&mut earlier, &answer(lang));
    earlier.types("<Enter>We forgot.<C-d><Enter>");
    earlier.waits(Duration::from_secs(26 * 3600));
    earlier.types("<Esc>");
    tells(&mut earlier, &answer(lang));
    earlier.types("e<C-d><Enter>");
    let mut person = regular(lang, size);
    person.saved = earlier.saved;
    person
}

/// Somebody who told it yesterday, edited it, and has told the edited words afresh today.
fn reteller(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = reviewer(lang, size);
    let calm = calmer(lang);
    person.types("e<C-End>");
    while person.app.draft(person.now).is_some() {
        person.types("<C-w>");
    }
    person.pastes(&calm);
    person.types("<C-d><Enter>");
    person.waits(Duration::from_secs(26 * 3600));
    tells(&mut person, &calm);
    // Half of it pasted would make it a pasted one.
    for record in &mut person.saved {
        record.how = match record.parent {
            Some(_) => How::Edited,
            None => How::Fresh,
        };
    }
    person
}

/// Somebody who has just finished the whole answer.
fn reviewer(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = regular(lang, size);
    tells(&mut person, &answer(lang));
    person
}

/// From a question to the review of `answer`.
fn tells(person: &mut Person, answer: &str) {
    person.types("<Enter>");
    person.writes(answer);
    person.types("<C-d><Enter>");
}
