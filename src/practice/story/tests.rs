//! What a story lacks, which questions it answers, how often it was told.

use super::*;
use crate::content::engine;
use crate::practice::record::fixture::record;

fn telling(lines: [&str; 7]) -> Telling {
    let mut telling = Telling::default();
    for (field, line) in Field::ALL.into_iter().zip(lines) {
        line.clone_into(telling.line_mut(field));
    }
    telling
}

fn story() -> Story {
    Story {
        id: "suppliers".into(),
        tags: vec!["deadline".into()],
        en: Some(telling([
            "The late parts",
            "On 3 May the hall was empty.",
            "We planned the launch for 40 customers.",
            "We assumed the suppliers would keep the usual dates, and lost 12 days.",
            "A date is a guess until somebody confirms it.",
            "We now ask every supplier on Monday.",
            "1,200 parts on time since.",
        ])),
        zh: None,
    }
}

#[test]
fn a_story_is_told_in_the_language_that_it_has() {
    let story = story();
    assert_eq!(story.title(Lang::Zh), "The late parts");
    assert_eq!(story.told(Lang::Zh).map(|(lang, _)| lang), Some(Lang::En));
    assert_eq!(
        story.skeleton(Lang::Zh).lines[2],
        "A date is a guess until somebody confirms it."
    );
    assert_eq!(story.screen(engine(), Lang::Zh), Some(Kind::Misjudgement));
    let empty = Story {
        id: "x".into(),
        ..Story::default()
    };
    assert_eq!(empty.title(Lang::En), "x");
    assert_eq!(empty.screen(engine(), Lang::En), None);
    assert_eq!(empty.gaps().len(), 5);
}

#[test]
fn a_telling_that_has_only_begun_hides_nothing() {
    let mut story = story();
    story.telling_mut(Lang::Zh).title = "迟到的零件".into();
    assert_eq!(story.title(Lang::Zh), "迟到的零件");
    assert_eq!(story.screen(engine(), Lang::Zh), Some(Kind::Misjudgement));
    assert_eq!(story.skeleton(Lang::Zh), story.skeleton(Lang::En));
    story.telling_mut(Lang::Zh).lesson = "日期只是猜测。".into();
    let lines = story.skeleton(Lang::Zh).lines;
    assert_eq!(lines[2], "日期只是猜测。");
    assert_eq!(lines[3], "We now ask every supplier on Monday.");
}

#[test]
fn what_one_language_has_and_the_other_lacks_is_named() {
    let mut story = story();
    assert_eq!(story.gaps(), []);
    story.zh = Some(telling([
        "迟到的零件",
        "5月3日，展厅是空的。",
        "我们准备请４０位客户来看新品。",
        "我们以为供应商会按老日子送货，晚了 11 天。",
        "没有人确认过的日期只是猜测。",
        "",
        "",
    ]));
    assert_eq!(
        story.gaps(),
        [
            Gap::Figure(Lang::En, "11".into()),
            Gap::Line(Lang::Zh, Field::Measure),
            Gap::Line(Lang::Zh, Field::Gain),
            Gap::Figure(Lang::Zh, "3".into()),
            Gap::Figure(Lang::Zh, "12".into()),
            Gap::Figure(Lang::Zh, "1200".into()),
        ]
    );
}

#[test]
fn uses_are_counted_from_the_attempts() {
    let attempt = |id: &str, day: &str, story: Option<&str>| Attempt {
        day: day.into(),
        story: story.map(str::to_owned),
        ..Attempt::from(&record(id, ""))
    };
    let history = History {
        attempts: vec![
            attempt("1", "2026-03-07", Some("a")),
            attempt("2", "2026-03-08", Some("a")),
            attempt("3", "2026-03-09", None),
        ],
        ..History::default()
    };
    let used = Use::of(&history, "a");
    assert_eq!((used.count, used.last.as_deref()), (2, Some("2026-03-08")));
    assert_eq!(Use::of(&history, "b"), Use::default());
}

#[test]
fn ids_are_plain_and_free() {
    for (id, good) in [
        ("late-parts", true),
        ("story-2", true),
        ("", false),
        ("Late", false),
        ("a b", false),
        ("故事", false),
    ] {
        assert_eq!(is_id(id), good, "{id}");
    }
    let taken = ["story-1", "story-3"].map(|id| Story {
        id: id.into(),
        ..Story::default()
    });
    assert_eq!(free_id(&taken), "story-2");
}
