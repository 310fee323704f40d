//! Guessing the marks before they are shown.

use super::*;
use crate::engine::Tip;
use crate::practice::guess::Tally;

/// Somebody who has three marked attempts and has finished one more.
pub(super) fn guesser(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = regular(lang, size);
    person.app.desk.marked = 3;
    person.types(&format!("<Enter>{}<C-d>", answer(lang)));
    person
}

#[test]
fn guessing_is_offered_after_the_third_marked_attempt() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("<Enter>We assumed<C-d>");
    assert_eq!(person.app.desk.marked, 3, "two, and the one just now");
    assert!(person.reads().contains("Finished?"), "never in the way");
    person.types("?");
    assert!(person.reads().contains("guess first"));
    let mut person = regular(Lang::En, USUAL);
    person.types("<Enter>We assumed<C-d>g");
    assert!(!person.reads().contains("guess first"), "two are too few");
    assert_eq!(person.saved, []);
}

#[test]
fn the_marks_stay_hidden_until_they_are_guessed() {
    for size in [(40, 12), USUAL, LARGE] {
        let mut person = guesser(Lang::En, size);
        person.types("g");
        assert_eq!(person.saved.len(), 1, "it is saved like any other");
        let hidden = person.reads();
        assert!(hidden.contains("Which tips will ask"), "{hidden}");
        assert!(
            !hidden.contains("[7]") && !hidden.contains("kept"),
            "{hidden}"
        );
        person.types("3718");
        assert!(person.reads().contains("[?] 7"), "{}", person.reads());
        person.types("81<Enter>");
        assert!(
            person.reads().contains("You saw 2 of 4 coming."),
            "{}",
            person.reads()
        );
    }
    let mut person = guesser(Lang::En, USUAL);
    person.types("g37<Enter>");
    let told = person.reads();
    assert!(
        told.contains("You saw 2 of 4 coming. Not expected: 4, 6. So far 6 of 8"),
        "{told}"
    );
    assert_eq!(person.app.desk.guessed, Tally { right: 6, all: 8 });
    let named = &person.guesses[0];
    assert_eq!(named.of, person.saved[0].id, "the guess is kept");
    assert_eq!(named.tips, [Tip::Framing, Tip::Defend].into());
    person.types("4");
    assert!(!person.reads().contains("coming"));
}

#[test]
fn nobody_has_to_guess() {
    let mut person = guesser(Lang::En, USUAL);
    person.types("g<Esc>");
    assert_eq!(person.guesses, []);
    assert!(
        person.reads().contains("What worked:"),
        "{}",
        person.reads()
    );
    let mut person = regular(Lang::En, USUAL);
    person.app.desk.marked = 3;
    person.types("<Enter>We assumed<C-d>g");
    assert!(
        person.reads().contains("It is still short"),
        "nothing to guess"
    );
}
