//! Every screen and state, and the keys that lead there: looked at whole, in both languages and at
//! four sizes. Whatever must hold on every screen walks this table.

use super::*;

const SIZES: [(u16, u16); 4] = [(40, 12), USUAL, LARGE, (200, 60)];

/// Who sits down, and what they press. `{answer}` and the like are typed in their language.
pub(super) struct Way {
    pub(super) name: &'static str,
    who: fn(Lang, (u16, u16)) -> Person,
    script: &'static str,
}

const fn way(name: &'static str, who: fn(Lang, (u16, u16)) -> Person, script: &'static str) -> Way {
    Way { name, who, script }
}

/// The way to every screen and state.
#[rustfmt::skip]
pub(super) const SCREENS: &[Way] = &[
    way("home-first", newcomer, ""),
    way("home", regular, ""),
    way("home-draft", regular, "<Enter>{begun}<Esc>q"),
    way("home-discard", regular, "<Enter>{begun}<Esc>qx"),
    way("home-due", progress::due, ""),

    way("prepare-step", newcomer, "p"),
    way("prepare-plan", newcomer, "p<Enter>{lesson}<Enter>{result}"),
    way("prepare-story", newcomer, "p<Enter>{lesson}<Enter>{result}<PgDn>{begun}<Enter>"),

    way("rehearse-empty", regular, "<Enter>"),
    way("rehearse", regular, "<Enter>{answer}"),
    way("rehearse-pinned", newcomer, "p<Enter>{lesson}<Enter>{result}<Esc><Enter>{begun}<F3>"),
    way("rehearse-bar", regular, "<Enter>{answer}<Esc>"),
    way("rehearse-elsewhere", elsewhere::asking, ""),

    way("review", reviewer, ""),
    way("review-tip", reviewer, "4"),
    way("review-mark", reviewer, "3n"),
    way("review-silenced", reviewer, "7x{why}<Enter>"),
    way("review-reason", reviewer, "7x{why}"),
    way("review-guess", guesses::guesser, "g37"),
    way("review-guessed", guesses::guesser, "g37<Enter>"),
    way("review-short", regular, "<Enter>{begun}<C-d><Enter>"),
    way("listeners", listeners::heard, "h<End><Enter>"),
    way("listeners-tip", listeners::heard, "h<End><Enter>1"),

    way("compare-edited", reteller, "h<Down>c"),
    way("compare-fresh", reteller, "c"),
    way("compare-end", reteller, "c<End>"),

    way("aloud-ready", reviewer, "s"),
    way("aloud-running", reviewer, "s <41s>"),
    way("aloud-said", reviewer, "s <41s> "),

    way("mock-brief", regular, "m"),
    way("mock-thinking", regular, "m<Enter><7s>"),
    way("mock-follow-up", regular, "m<Enter>{answer}<C-d><Enter>{few}"),
    way("mock-over", regular, "m<Enter>{answer}<C-d><Enter>{few}<361s>"),
    way("mock-answers", regular, "m<Enter>{answer}<C-d><Enter>{few}<C-d><Enter>{answer}<C-d><Enter>"),

    way("history", chronicler, "h"),
    way("history-filter", chronicler, "h/forgot"),
    way("history-note", chronicler, "hm{why}"),
    way("history-delete", chronicler, "hd"),
    way("history-detail", chronicler, "h<Down><Enter>"),

    way("guide", newcomer, "s"),
    way("sample", newcomer, "s<Enter>"),
    way("sample-tip", newcomer, "s<Enter>3"),
    way("guide-tip", newcomer, "s4"),
    way("guide-step", newcomer, "s<End><Enter>"),

    way("stories", stories::teller, "t"),
    way("stories-delete", stories::teller, "td"),
    way("stories-empty", newcomer, "t"),
    way("story", stories::teller, "t<Enter>"),
    way("story-edit", stories::teller, "t<Enter>e<Enter><Enter>"),
    way("story-told", stories::teller, "t<Enter><Enter>{begun}"),
    way("story-pick", stories::teller, "h<Enter>t"),

    way("progress-0", regular, "w"),
    way("progress-1", |lang, size| progress::practiser(lang, size, 1), "w"),
    way("progress-2", |lang, size| progress::practiser(lang, size, 2), "w"),
    way("progress-8", |lang, size| progress::practiser(lang, size, 8), "w"),
    way("progress-60", |lang, size| progress::practiser(lang, size, 60), "w"),
    way("progress-people", progress::heard, "w<PgDn><PgDn><PgDn><PgDn>"),

    way("help-home", newcomer, "?"),
    way("help-page", newcomer, "<Enter><F1>"),
    way("help-review", reviewer, "?"),
];

impl Way {
    /// Somebody who has gone it.
    pub(super) fn gone(&self, lang: Lang, size: (u16, u16)) -> Person {
        let mut person = (self.who)(lang, size);
        let script = WORDS
            .iter()
            .fold(self.script.to_owned(), |script, (name, en, zh)| {
                script.replace(name, if lang == Lang::En { en } else { zh })
            });
        let mut parts = script.split("{answer}");
        person.types(parts.next().unwrap_or_default());
        for part in parts {
            person.writes(&answer(lang));
            person.types(part);
        }
        person
    }
}

/// Somebody on the screen of this name.
pub(super) fn on(name: &str, lang: Lang, size: (u16, u16)) -> Person {
    let way = SCREENS.iter().find(|way| way.name == name);
    way.expect("a name of the table").gone(lang, size)
}

#[rustfmt::skip]
const WORDS: &[(&str, &str, &str)] = &[
    ("{begun}", "We assumed that everybody knew the old folder names.", "我们以为大家都知道以前的文件夹。"),
    ("{few}", "We called the client first.", "我们先给客户打了电话。"),
    ("{why}", "their own words", "这是对方的原话"),
    ("{lesson}", "a plan nobody has confirmed is no plan", "没有人确认过的计划不算计划"),
    ("{result}", "half of the shelves were empty", "开业那天一半的货架是空的"),
];

#[test]
fn every_screen_as_it_is_seen() {
    for way in SCREENS {
        let mut seen = String::new();
        for lang in Lang::ALL {
            for size in SIZES {
                let title = format!("{} {}x{}", lang.code(), size.0, size.1);
                seen += &["== ", &title, "\n"].concat();
                seen += &folded(&way.gone(lang, size).reads());
            }
        }
        shot(way.name, &seen);
    }
}

#[test]
fn a_screen_that_is_too_small_says_so() {
    let seen = Lang::ALL.map(|lang| newcomer(lang, (39, 11)).reads());
    shot("too-small", &seen.join("\n"));
}

/// Many blank rows are counted instead.
fn folded(page: &str) -> String {
    let rows: Vec<&str> = page.lines().collect();
    let groups = rows.chunk_by(|a, b| a.is_empty() == b.is_empty());
    let shown = groups.map(|rows| match rows {
        ["", "", .., ""] => format!("~ {} blank rows\n", rows.len()),
        _ => rows.join("\n") + "\n",
    });
    shown.collect()
}

fn shot(name: &str, seen: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    settings.bind(|| insta::assert_snapshot!(name, seen));
}
