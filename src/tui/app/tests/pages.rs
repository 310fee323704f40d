//! Whole screens from scripted keys.

use super::*;

/// A screen as it is seen, in both languages and two sizes.
fn pages(name: &str, person: impl Fn(Lang, (u16, u16)) -> Person, script: impl Fn(Lang) -> String) {
    for lang in Lang::ALL {
        for size in [USUAL, LARGE] {
            let mut person = person(lang, size);
            person.types(&script(lang));
            let name = format!("{name}-{}-{}x{}", lang.code(), size.0, size.1);
            page(&name, &person);
        }
    }
}

pub(super) fn page(name: &str, person: &Person) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    settings.bind(|| insta::assert_snapshot!(name, person.reads()));
}

/// A few words in each language.
fn begun(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "We assumed that everybody knew the old folder names",
        Lang::Zh => "我们以为大家都知道以前的文件夹",
    }
}

#[test]
fn home() {
    pages("home", regular, |_| String::new());
}

#[test]
fn home_for_the_first_time() {
    pages("home-first", newcomer, |_| String::new());
}

#[test]
fn home_with_an_unfinished_answer() {
    pages("home-draft", regular, |lang| {
        format!("<Enter>{}<Esc>q", begun(lang))
    });
}

#[test]
fn an_empty_page() {
    pages("rehearse-empty", regular, |_| "<Enter>".to_owned());
}

#[test]
fn a_page_with_pinned_lines() {
    pages("rehearse-pinned", newcomer, |lang| {
        format!("<Enter>{}<F3>", begun(lang))
    });
}

#[test]
fn a_full_page_under_its_bar() {
    pages("rehearse-bar", regular, |lang| {
        format!("<Enter>{}<Esc>", answer(lang))
    });
}

/// From the first screen to the review of the whole answer.
fn told(lang: Lang) -> String {
    format!("<Enter>{}<C-d><Enter>", answer(lang))
}

#[test]
fn review() {
    pages("review", regular, told);
}

#[test]
fn review_of_one_tip() {
    pages("review-tip", regular, |lang| told(lang) + "4");
}

#[test]
fn review_with_a_silenced_mark() {
    pages("review-silenced", regular, |lang| {
        let why = match lang {
            Lang::En => "their own words",
            Lang::Zh => "这是对方的原话",
        };
        told(lang) + &format!("7x{why}<Enter>")
    });
}

#[test]
fn review_while_the_marks_are_guessed() {
    let guesser = |lang, size| {
        let mut person = regular(lang, size);
        person.app.desk.marked = 3;
        person
    };
    pages("review-guess", guesser, |lang| {
        format!("<Enter>{}<C-d>g37", answer(lang))
    });
}

#[test]
fn the_reason_where_there_is_little_room() {
    for lang in Lang::ALL {
        let mut person = regular(lang, (40, 12));
        person.types(&(told(lang) + "7xtheirs"));
        page(&format!("small-reason-{}", lang.code()), &person);
    }
}

#[test]
fn review_without_marks() {
    pages("review-short", regular, |lang| {
        format!("<Enter>{}<C-d><Enter>", begun(lang))
    });
}

#[test]
fn history() {
    pages("history", chronicler, |_| "h".to_owned());
}

#[test]
fn an_edited_take_compared() {
    pages("compare-edited", reteller, |_| "h<Down>c".to_owned());
}

#[test]
fn fresh_takes_compared() {
    pages("compare-fresh", reteller, |_| "c".to_owned());
}

#[test]
fn comparisons_where_there_is_little_room() {
    for lang in Lang::ALL {
        for (name, script) in [("edited", "h<Down>c"), ("fresh", "c<PgDn>")] {
            let mut person = reteller(lang, (40, 12));
            person.types(script);
            page(&format!("small-compare-{name}-{}", lang.code()), &person);
        }
    }
}

#[test]
fn guide() {
    pages("guide", newcomer, |_| "s".to_owned());
}

#[test]
fn a_sample() {
    pages("sample", newcomer, |_| "s<Enter>".to_owned());
}

#[test]
fn a_tip() {
    pages("guide-tip", newcomer, |_| "s4".to_owned());
}

#[test]
fn help_for_the_page() {
    pages("help", newcomer, |_| "<Enter><F1>".to_owned());
}

/// The smallest screen that everything fits on.
#[test]
fn small_screens() {
    for lang in Lang::ALL {
        for (name, script) in [
            ("home", String::new()),
            ("rehearse", format!("<Enter>{}", begun(lang))),
            ("review", told(lang)),
            ("review-tip", told(lang) + "4"),
            ("history", "h".to_owned()),
            ("guide", "s".to_owned()),
            ("sample", "s<Enter>".to_owned()),
            ("guide-step", "s<End><Enter>".to_owned()),
            ("help", "<Enter><F1>".to_owned()),
        ] {
            let mut person = chronicler(lang, (40, 12));
            person.types(&script);
            page(&format!("small-{name}-{}", lang.code()), &person);
        }
    }
}

#[test]
fn home_before_a_draft_is_thrown_away() {
    for (lang, size) in [(Lang::En, USUAL), (Lang::Zh, (40, 12))] {
        let mut person = regular(lang, size);
        person.types(&format!("<Enter>{}<Esc>qx", begun(lang)));
        page(&format!("home-discard-{}", lang.code()), &person);
    }
}

#[test]
fn the_bar_where_there_is_little_room() {
    let mut person = regular(Lang::En, (40, 12));
    person.types("<Enter>We assumed<Esc>");
    page("small-bar-en", &person);
}
