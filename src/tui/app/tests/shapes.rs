//! What holds on every screen: sizes, colours, keys, languages.

use super::screens::SCREENS;
use super::*;
use crate::tui::keymap::{self, Told};

#[test]
fn the_language_changes_at_once_and_so_does_the_prompt_that_is_saved() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<F4>");
    assert!(person.reads().contains("请讲一次你失败的经历。"));
    person.types("<Enter>我们<F4>");
    assert!(person.reads().contains("Tell me about a time you failed."));
    person.types("<F4><Esc><Enter>");
    assert_eq!(person.saved[0].prompt_text, "请讲一次你失败的经历。");
}

#[test]
fn every_screen_stands_every_size() {
    let small = (0..=30).flat_map(|width| (0..=10).map(move |height| (width, height)));
    let sizes: Vec<(u16, u16)> = small.chain([(40, 12), (79, 23), (300, 100)]).collect();
    for lang in Lang::ALL {
        for way in SCREENS {
            let mut person = way.gone(lang, USUAL);
            for size in &sizes {
                person.size = *size;
                person.input(Input::Resize(size.0, size.1));
                person.sees();
            }
        }
    }
}

#[test]
fn a_screen_that_is_too_small_says_so_and_keeps_the_text() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We assumed");
    person.size = (30, 8);
    person.input(Input::Resize(30, 8));
    assert!(person.reads().contains("too small: 40x12 needed"));
    let (_, draft) = person.app.draft(person.now).expect("it must survive");
    assert_eq!(draft.text, "We assumed");
}

#[test]
fn the_caret_of_the_terminal_stands_where_text_goes_in() {
    let mut person = newcomer(Lang::Zh, USUAL);
    assert_eq!(person.sees().1, None);
    person.types("<Enter>面试abc");
    let (buffer, caret) = person.sees();
    let caret = caret.expect("it is visible");
    assert_eq!(buffer[(caret.x - 1, caret.y)].symbol(), "c");
    person.types("<Esc>");
    assert_eq!(person.sees().1, None, "the bar takes no text");
}

#[test]
fn without_colour_there_is_none_and_with_it_only_the_sixteen() {
    use ratatui::style::Color;
    for color in [false, true] {
        let mut setup = setup(Lang::En);
        setup.settings.color = color;
        setup.settings.palette = crate::settings::Palette::Dark;
        let mut person = Person::new(setup, USUAL);
        let mut colours = 0;
        for script in ["", "<Enter>", "We assumed", "<Esc>"] {
            person.types(script);
            for cell in &person.sees().0.content {
                assert!(!matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_)));
                assert_eq!(cell.bg, Color::Reset);
                colours += usize::from(cell.fg != Color::Reset);
            }
        }
        assert_eq!(colours > 0, color);
    }
}

#[test]
fn all_eight_tips_are_on_screen_from_80_by_24_up() {
    for size in [USUAL, (100, 30), (110, 24), LARGE, (200, 60)] {
        for lang in Lang::ALL {
            let person = reviewer(lang, size);
            let rows = person.reads();
            for text in &person.app.look.library.tips {
                let title = if size.0 < 110 || size.1 < 30 {
                    &text.short
                } else {
                    &text.title
                };
                let title = format!("{} {}", text.tip.number(), title.get(lang));
                assert!(rows.contains(&title), "{title} at {size:?}\n{rows}");
            }
        }
    }
}

#[test]
fn help_and_footer_tell_the_keys_of_the_screen() {
    for (script, places) in [
        ("", keymap::HOME),
        ("<Enter>", keymap::PAGE),
        ("<Enter>We<Esc>", keymap::FINISH),
        ("<Enter>We<Esc><Enter>", keymap::REVIEW),
        ("p", keymap::PREPARE),
        ("p<Enter>", keymap::LINE),
        ("m", keymap::BRIEF),
        ("m<Enter>We<C-d><Enter><Esc>", keymap::ANSWERS),
        ("w", keymap::PROGRESS),
        ("t", keymap::STORIES),
        ("tnx", keymap::FIELD),
        ("tnx<Esc>", keymap::STORY),
        ("<Enter>We<Esc><Enter>t", keymap::PICK),
        ("h", keymap::HISTORY),
        ("h/", keymap::FILTER),
    ] {
        let mut person = regular(Lang::En, (200, 40));
        person.types(script);
        let footer = person.reads();
        person.types("<F1>");
        let help = person.reads();
        let told = |binding: &&keymap::Binding| binding.told != keymap::Told::Nowhere;
        for binding in keymap::Keys::DEFAULT.of(places).filter(told) {
            let key = binding.chords[0].to_string();
            let label = (binding.label)(&person.app.look.words.key);
            assert!(help.contains(&key) && help.contains(label), "{key} {label}");
            if binding.told == keymap::Told::Footer {
                assert!(footer.contains(&format!("{key} {label}")), "{footer}");
            }
        }
        person.types("<Esc>");
        assert_eq!(person.reads(), footer, "Esc goes one level back");
    }
}

#[test]
fn where_text_is_typed_a_question_mark_is_typed() {
    for (script, typed) in [
        ("<Enter>Why?", "Why?"),
        ("p<Enter>Why?", "Why?"),
        ("h/?", "filter: ?"),
    ] {
        let mut person = chronicler(Lang::En, USUAL);
        person.types(script);
        assert!(person.app.help.is_none(), "{script}");
        assert!(person.reads().contains(typed), "{}", person.reads());
    }
}

#[test]
fn help_stops_the_clock() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We<F1>");
    person.waits(Duration::from_secs(60));
    person.types("<Esc>");
    assert!(person.reads().contains("typing 0:00"));
    person.waits(Duration::from_secs(2));
    assert!(person.reads().contains("typing 0:02"));
}

#[test]
fn the_footer_counts_the_keys_that_it_has_no_room_for() {
    for lang in Lang::ALL {
        for (size, rows) in [((40, 12), 1), (USUAL, 2), (LARGE, 2)] {
            let person = regular(lang, size);
            let page = person.reads();
            let footer: Vec<&str> = page.lines().rev().take(rows).collect();
            let footer = footer.join("  ");
            let keys = person.app.look.keys.of(keymap::HOME);
            let told: Vec<String> = keys
                .filter(|binding| binding.told == Told::Footer)
                .map(|binding| (binding.label)(&person.app.look.words.key).to_owned())
                .collect();
            let out = told.iter().filter(|label| !footer.contains(*label)).count();
            let counted = footer.split_once(" +").map_or("0", |(_, rest)| rest.trim());
            assert_eq!(counted, out.to_string(), "{footer}");
            assert_eq!(out > 0, size == (40, 12), "{footer}");
        }
    }
}
