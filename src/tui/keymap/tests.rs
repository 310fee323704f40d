//! No key has two meanings, and every command can be reached without letters.

use crossterm::event::KeyModifiers;

use super::*;

fn press(places: &[Place], code: KeyCode, modifiers: KeyModifiers) -> Option<Action> {
    Keys::DEFAULT.action(places, KeyEvent::new(code, modifiers))
}

#[test]
fn no_key_is_bound_twice_on_a_screen() {
    assert_eq!(rebind::clash(BINDINGS, |_, _| true), None);
}

#[test]
fn no_default_needs_what_some_terminals_or_their_users_keep() {
    let kept = |chord: &Chord| match chord {
        // Flow control, the prefix of tmux, what only newer protocols tell apart.
        Chord::Ctrl(KeyCode::Char('s' | 'q' | 'b') | KeyCode::Backspace | KeyCode::Enter) => true,
        Chord::Ctrl(KeyCode::Char(c)) | Chord::Alt(KeyCode::Char(c)) => c.is_uppercase(),
        _ => false,
    };
    for binding in BINDINGS {
        assert!(!binding.chords.iter().all(kept), "{binding:?}");
        assert!(!kept(&binding.chords[0]), "{binding:?}");
    }
}

#[test]
fn every_command_outside_the_editor_works_without_letters() {
    let reachable = |chord: &Chord| match chord {
        Chord::Key(KeyCode::Char(_)) | Chord::Alt(_) => false,
        Chord::Key(_) | Chord::Ctrl(_) | Chord::Digit => true,
    };
    for binding in BINDINGS {
        assert!(binding.chords.iter().any(reachable), "{binding:?}");
    }
}

#[test]
fn full_width_forms_act_as_their_twins_but_are_typed_as_they_are() {
    let review = REVIEW;
    let plain = KeyModifiers::NONE;
    for (c, expected) in [
        ('？', Action::Help),
        ('３', Action::Tip(Tip::Framing)),
        ('ｅ', Action::EditText),
        ('ｑ', Action::Back),
        ('Ｑ', Action::Back),
    ] {
        assert_eq!(
            press(review, KeyCode::Char(c), plain),
            Some(expected),
            "{c}"
        );
    }
    let page = PAGE;
    for c in ['？', '３', 'q', '?', '1', 'Q', '面'] {
        assert_eq!(
            press(page, KeyCode::Char(c), plain),
            Some(Action::Insert(c))
        );
    }
    assert_eq!(press(review, KeyCode::Char('9'), plain), None);
}

#[test]
fn alt_with_a_letter_is_a_command_and_alt_gr_types() {
    let page = PAGE;
    let alt = KeyModifiers::ALT;
    let alt_gr = KeyModifiers::ALT | KeyModifiers::CONTROL;
    for c in ['[', '@', '\\', '~', 'ł', '€'] {
        let typed = Some(Action::Insert(c));
        assert_eq!(press(page, KeyCode::Char(c), alt), typed);
        assert_eq!(press(page, KeyCode::Char(c), alt_gr), typed);
    }
    assert_eq!(
        press(page, KeyCode::Char('e'), alt_gr),
        Some(Action::Insert('e'))
    );
    assert_eq!(press(page, KeyCode::Char('x'), alt), None);
    assert_eq!(
        press(page, KeyCode::Char('d'), alt),
        Some(Action::WordDelete)
    );
    assert_eq!(press(page, KeyCode::Char('x'), KeyModifiers::CONTROL), None);
}

#[test]
fn a_key_that_goes_up_does_nothing() {
    let up = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
    assert_eq!(Keys::DEFAULT.action(HOME, up), None);
}

#[test]
fn ctrl_z_takes_back_while_typing_and_suspends_elsewhere() {
    let ctrl = KeyModifiers::CONTROL;
    for (places, expected) in [
        (PAGE, Action::Undo),
        (HOME, Action::Suspend),
        (REVIEW, Action::Suspend),
    ] {
        assert_eq!(press(places, KeyCode::Char('z'), ctrl), Some(expected));
        let quit = press(places, KeyCode::Char('c'), ctrl);
        assert_eq!(quit, Some(Action::Quit), "Ctrl-C works everywhere");
    }
}
