//! The person's own editor, as the page sees it.

use super::*;
use crate::tui::program::Edited;

fn came_back(person: &mut Person, text: Option<&str>, fault: Option<&str>, at_once: bool) {
    let edited = Edited {
        text: text.map(str::to_owned),
        fault: fault.map(str::to_owned),
        at_once,
    };
    person.input(Input::Edited(edited));
}

fn asked(person: &Person) -> Option<&Effect> {
    let asks = |effect: &&Effect| matches!(effect, Effect::Edit(_) | Effect::ReadBack { .. });
    person.effects.iter().rev().find(asks)
}

#[test]
fn the_text_goes_out_and_comes_back_as_one_edit_and_the_clock_runs_on() {
    let mut person = regular(Lang::En, USUAL);
    person.types("<Enter>We forgot.<F2>");
    assert_eq!(asked(&person), Some(&Effect::Edit("We forgot.".into())));
    let (before, _) = person.app.draft(person.now).unwrap();
    person.waits(Duration::from_secs(60));
    came_back(
        &mut person,
        Some("We forgot.\r\n\r\nThen we asked."),
        None,
        false,
    );
    let (after, draft) = person.app.draft(person.now).unwrap();
    assert_eq!(draft.text, "We forgot.\n\nThen we asked.");
    assert!(after > before, "it is to be saved");
    assert!(draft.typing_seconds >= 60, "{}", draft.typing_seconds);
    person.types("<C-z>");
    assert_eq!(person.app.draft(person.now).unwrap().1.text, "We forgot.");
}

#[test]
fn what_went_wrong_is_told_beside_the_text() {
    let mut person = regular(Lang::Zh, USUAL);
    person.types("<Enter>我们忘了<F2>");
    came_back(&mut person, None, Some("exit status: 1"), false);
    let page = person.reads();
    assert!(page.contains("编辑器：exit status: 1"), "{page}");
    assert!(page.contains("我们忘了"));
}

/// Somebody whose editor came back at once.
pub(super) fn asking(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = regular(lang, size);
    person.types("<Enter>We<F2>");
    came_back(&mut person, None, None, true);
    person
}

#[test]
fn an_editor_that_came_back_at_once_is_asked_after() {
    for lang in Lang::ALL {
        let mut person = asking(lang, USUAL);
        person.types("x<Enter>");
        assert_eq!(asked(&person), Some(&Effect::ReadBack { done: false }));
        came_back(&mut person, None, None, true);
        person.types("<Esc>");
        assert_eq!(asked(&person), Some(&Effect::ReadBack { done: true }));
        came_back(&mut person, None, None, false);
        person.types("!");
        assert_eq!(person.app.draft(person.now).unwrap().1.text, "We!");
    }
}
