//! Text that is meant to do harm, on every screen: what it says is seen, what it would do is not
//! done.

use super::*;
use crate::export::clean::clean;
use crate::practice::record::fixture::record;

/// Sequences that retitle, copy, clear and answer; C0, C1, DEL; direction marks; what hides.
const HOSTILE: &str = "\u{1b}]52;c;aGk=\u{7}\u{1b}]0;mine\u{1b}\\\u{1b}[2J\u{9b}31m\u{9d}8;;http://x\u{9c}\
    \0\u{8}\u{7f}\u{202e}desrever\u{202c}\u{2066}iso\u{2069}\u{200b}zero\u{feff}\u{200d}\u{ad} 👨‍👩‍👧";

fn hostile(lang: Lang) -> crate::tui::app::Setup {
    let mut setup = setup(lang);
    setup.pack_fault = Some(format!("packs/{HOSTILE}/x.toml: {HOSTILE}"));
    let (_, mut draft) = {
        let mut person = newcomer(lang, USUAL);
        person.types("<Enter>We");
        person.app.draft(person.now).expect("it was typed")
    };
    draft.text = format!("We assumed {HOSTILE}");
    draft.prompt = HOSTILE.to_owned();
    draft.prompt_text = format!("Tell me {HOSTILE}");
    draft.saved_at = HOSTILE.to_owned();
    setup.orphans = vec![draft];
    setup
}

/// No cell holds anything but what is seen; the picture of the family is whole where it stands.
#[track_caller]
fn is_harmless(person: &Person, page: &str) {
    let (buffer, _) = person.sees();
    for cell in buffer.content() {
        let symbol = cell.symbol();
        assert_eq!(clean(symbol), symbol, "{page}: {symbol:?}");
        assert!(!symbol.contains(['\n', '\t']), "{page}: {symbol:?}");
    }
}

#[test]
fn no_screen_passes_on_what_acts_on_a_terminal() {
    for (lang, size) in [(Lang::En, LARGE), (Lang::Zh, USUAL), (Lang::En, (40, 12))] {
        let mut person = Person::new(hostile(lang), size);
        let mut past = record("01", &format!("We assumed {HOSTILE}. We forgot to ask."));
        past.prompt = HOSTILE.to_owned();
        past.prompt_text = format!("Tell me {HOSTILE}");
        past.day = HOSTILE.to_owned();
        person.saved = vec![past];
        is_harmless(&person, "home");
        let pages = [
            "x", "<Esc>", "g", "x", "<F3>", "<F1>", "<Esc>", "<Esc>", "<Enter>", "1", "n", "4",
            "<PgDn>", "<F1>", "<Esc>", "h", "<Enter>", "<Down>", "q", "/", "<F1>", "<Esc>",
        ];
        for page in pages {
            person.types(page);
            is_harmless(&person, page);
        }
        for text in [HOSTILE, "\u{9b}", "\u{202e}"] {
            person.input(Input::Text(text.to_owned()));
            person.pastes(text);
            is_harmless(&person, "filter");
        }
        for outcome in [
            Outcome::NoDraft(HOSTILE.to_owned()),
            Outcome::NoHistory(HOSTILE.to_owned()),
            Outcome::Refused(HOSTILE.to_owned()),
        ] {
            person.input(Input::Done(outcome));
            is_harmless(&person, "trouble");
        }
    }
}

#[test]
fn what_it_says_is_seen() {
    let person = Person::new(hostile(Lang::En), LARGE);
    let shown = person.reads();
    assert!(
        shown.contains("A pack is left out: packs/?]52;c;aGk=?"),
        "{shown}"
    );
    let mut person = Person::new(hostile(Lang::En), LARGE);
    person.types("g");
    let shown = person.reads();
    assert!(shown.contains("Tell me ?]52;c;aGk="), "{shown}");
    assert!(shown.contains("👨‍👩‍👧"), "{shown}");
}
