//! Much text at once: bursts, pastes, and what no page can hold.

use super::*;
use crate::tui::screen::history::Mode;

fn page(person: &Person) -> String {
    let draft = person.app.draft(person.now);
    draft.map_or(String::new(), |(_, draft)| draft.text)
}

#[test]
fn a_burst_is_keys_where_keys_count_and_text_where_it_is_typed() {
    let mut person = newcomer(Lang::En, USUAL);
    person.input(Input::Text("\nWe forgot\nthe keys".to_owned()));
    assert_eq!(page(&person), "We forgot\nthe keys");
    person.types("<Esc>");
    person.input(Input::Text("xyz".to_owned()));
    person.types("<Esc>");
    assert_eq!(
        page(&person),
        "We forgot\nthe keys",
        "the bar takes no text"
    );

    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    person.input(Input::Text("/deadline\n".to_owned()));
    assert!(person.reads().contains("deadline"));
    assert_eq!(person.app.past.mode, Mode::List, "Enter is still a key");
}

#[test]
fn the_words_of_an_input_method_confirm_nothing() {
    let mut person = newcomer(Lang::Zh, USUAL);
    person.types("<Enter>");
    for words in ["我们", "忘了告诉", "客户"] {
        person.input(Input::Text(words.to_owned()));
    }
    assert_eq!(page(&person), "我们忘了告诉客户");
    assert!(matches!(&person.app.screen, Screen::Rehearse(_)));
}

#[test]
fn a_long_paste_is_kept_and_told_of_and_one_key_trims_it() {
    let mut person = newcomer(Lang::En, USUAL);
    let long = "失".repeat(100_000);
    person.types("<Enter>Before ");
    person.pastes(&long);
    assert_eq!(page(&person).len(), "Before ".len() + 300_000);
    assert!(
        person
            .reads()
            .contains("293 KiB pasted. F7 keeps only 256 KiB.")
    );
    person.types("<F7>");
    let text = page(&person);
    assert_eq!(text.len(), "Before ".len() + (256 << 10) / 3 * 3);
    assert!(!person.reads().contains("pasted."));
    person.types("<F7>");
    assert_eq!(page(&person), text, "only what has just come is trimmed");
    person.types("<C-z>");
    assert_eq!(page(&person), "Before ", "a paste is one step");
}

#[test]
fn once_something_else_is_typed_a_long_paste_stays() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>");
    person.pastes(&"x".repeat(300_000));
    person.types("y<F7>");
    assert_eq!(page(&person).len(), 300_001);
}

#[test]
fn what_a_page_cannot_hold_is_told_of() {
    let mut person = newcomer(Lang::En, LARGE);
    person.types("<Enter>");
    person.pastes(&"x\n".repeat(5 << 20));
    assert_eq!(page(&person).len(), 8 << 20);
    let told = "The page holds 8.0 MiB; 2.0 MiB did not fit. F7 keeps only 256 KiB.";
    assert!(person.reads().contains(told), "{}", person.reads());
    person.input(Input::Text("more".to_owned()));
    assert!(person.reads().contains("1 KiB did not fit"));
    assert_eq!(page(&person).len(), 8 << 20);
}

#[test]
fn nothing_unseen_enters_by_paste_burst_or_key() {
    for (came, entered) in [
        ("a\r\nb\rc", "a\nb\nc"),
        (
            "nul\0 esc\u{1b}[31m c1\u{9b}2J del\u{7f}",
            "nul esc[31m c12J del",
        ),
        ("\u{1b}]52;c;aGk=\u{7}", "]52;c;aGk="),
        ("over\u{202e}ride zero\u{200b}width", "override zerowidth"),
    ] {
        for burst in [false, true] {
            let mut person = newcomer(Lang::En, USUAL);
            person.types("<Enter>");
            if burst {
                person.input(Input::Text(came.to_owned()));
            } else {
                person.pastes(came);
            }
            assert_eq!(page(&person), entered);
        }
    }
}
