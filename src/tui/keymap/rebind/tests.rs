//! What a person wants instead, what that comes to, and what is said when it cannot be.

use crossterm::event::{KeyEvent, KeyModifiers};

use super::super::{FILTER, HISTORY, HOME, PAGE, REVIEW};
use super::*;
use crate::tui::action::Action;

fn wishes(rows: &[(&str, &[&str])]) -> Vec<Rebound> {
    let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    rows.iter()
        .map(|(name, keys)| Rebound {
            name: (*name).to_owned(),
            keys: owned(keys),
        })
        .collect()
}

fn press(keys: Keys, places: &[Place], chord: &str) -> Option<Action> {
    let (code, held) = match Chord::read(chord).unwrap() {
        Chord::Ctrl(code) => (code, KeyModifiers::CONTROL),
        Chord::Alt(code) => (code, KeyModifiers::ALT),
        Chord::Key(code) => (code, KeyModifiers::NONE),
        Chord::Digit => unreachable!("it is not written"),
    };
    keys.action(places, KeyEvent::new(code, held))
}

#[test]
fn a_wish_replaces_the_keys_of_its_name_on_every_screen() {
    let (keys, faults) = rebind(&wishes(&[
        ("another", &["n", "Alt-Right"]),
        ("history", &["Alt-F5"]),
        ("finish", &["ctrl-j", "Ctrl-G"]),
        ("finish", &["Ctrl-G"]),
    ]));
    assert_eq!(faults.len(), 1, "Ctrl-J is Enter: {faults:?}");
    assert_eq!(press(keys, HOME, "n"), Some(Action::Another));
    assert_eq!(press(keys, HOME, "alt-right"), Some(Action::Another));
    assert_eq!(press(keys, HOME, "r"), None);
    for places in [HOME, REVIEW] {
        assert_eq!(press(keys, places, "alt-f5"), Some(Action::History));
        assert_eq!(press(keys, places, "h"), None);
    }
    assert_eq!(press(keys, PAGE, "ctrl-g"), Some(Action::Finish));
    assert_eq!(press(keys, PAGE, "ctrl-d"), None);
}

#[test]
fn two_keys_may_change_places() {
    let (keys, faults) = rebind(&wishes(&[("another", &["h"]), ("history", &["r"])]));
    assert_eq!(faults, []);
    assert_eq!(press(keys, HOME, "h"), Some(Action::Another));
    assert_eq!(press(keys, HOME, "r"), Some(Action::History));
}

#[test]
fn where_text_is_typed_characters_are_typed() {
    let (keys, faults) = rebind(&wishes(&[
        ("help", &["k", "Alt-F6"]),
        ("language", &["Alt-F4"]),
    ]));
    assert_eq!(faults.len(), 1, "k is Up in the list: {faults:?}");
    assert_eq!(press(keys, HOME, "?"), Some(Action::Help));
    let (keys, faults) = rebind(&wishes(&[("help", &["z", "Alt-F6"])]));
    assert_eq!(faults, []);
    assert_eq!(press(keys, HOME, "z"), Some(Action::Help));
    for typed in [PAGE, FILTER] {
        assert_eq!(press(keys, typed, "z"), Some(Action::Insert('z')));
        assert_eq!(press(keys, typed, "alt-f6"), Some(Action::Help));
    }
}

#[test]
fn a_clash_leaves_the_later_wish_where_it_was() {
    let (keys, faults) = rebind(&wishes(&[
        ("another", &["n"]),
        ("history", &["n"]),
        ("note", &["F7"]),
    ]));
    let said: Vec<&str> = faults.iter().map(|fault| &*fault.what).collect();
    assert_eq!(
        said,
        [
            "`history`: `n` is `another` on the same screen; going on with the default",
            "`note`: `F7` is `compare` on the same screen; going on with the default",
        ]
    );
    assert_eq!(press(keys, HOME, "n"), Some(Action::Another));
    assert_eq!(press(keys, HOME, "h"), Some(Action::History));
    assert_eq!(press(keys, HISTORY, "m"), Some(Action::Note));
    assert_eq!(clash(keys.0, |one, two| one != two), None);
}

#[test]
fn what_is_wrong_is_told_with_the_nearest_that_is_right() {
    for (name, key, what) in [
        (
            "anothr",
            "n",
            "nothing is called `anothr`; did you mean `another`?",
        ),
        (
            "zzz",
            "n",
            "nothing is called `zzz`; `failwell keys` lists what there is",
        ),
        (
            "another",
            "entr",
            "`another`: unknown key `entr`; did you mean `enter`?",
        ),
        (
            "another",
            "ctrl-shift-n",
            "`another`: not every terminal tells Shift from no Shift; use Ctrl, Alt or F1 to F12",
        ),
        (
            "another",
            "ctrl-i",
            "`another`: a terminal sends `Tab` for `ctrl-i`",
        ),
        (
            "another",
            "ctrl-c",
            "`another`: `Ctrl-C` always leaves the program",
        ),
        (
            "another",
            "F13",
            "`another`: unknown key `f13`; keys look like r, F2, Ctrl-D, Alt-Left, Enter, PgDn, Space",
        ),
        (
            "finish",
            "x",
            "`finish`: text is typed there; use Ctrl, Alt or F1 to F12",
        ),
        (
            "tip",
            "x",
            "`tip`: the digits are what the marks show, and stay",
        ),
    ] {
        let (_, faults) = rebind(&wishes(&[(name, &[key])]));
        let said: Vec<&str> = faults.iter().map(|fault| &*fault.what).collect();
        assert_eq!(said, [what], "{name} = {key:?}");
    }
    let (_, faults) = rebind(&wishes(&[("another", &[])]));
    assert!(faults[0].what.contains("expected a key"), "{faults:?}");
}

#[test]
fn every_key_is_read_as_it_is_written() {
    for chord in BINDINGS.iter().flat_map(|binding| binding.chords) {
        if *chord != Chord::Digit && *chord != WAY_OUT {
            assert_eq!(Chord::read(&chord.to_string()), Ok(*chord), "{chord}");
        }
    }
}

#[test]
fn every_name_can_be_rebound_to_its_own_key() {
    let all: Vec<Rebound> = Keys::DEFAULT
        .named()
        .into_iter()
        .map(|(name, binding)| Rebound {
            name: name.to_owned(),
            keys: binding.chords.iter().map(ToString::to_string).collect(),
        })
        .collect();
    let (keys, faults) = rebind(&all);
    assert_eq!(faults, []);
    assert_eq!(keys.named().len(), all.len());
    for binding in BINDINGS.iter().filter(|binding| !is_fixed(binding)) {
        assert!(all.iter().any(|wish| wish.name == name(binding)));
    }
}
