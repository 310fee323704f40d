//! Preparing: the three steps, a story found backwards, and whether it is a good one.

use super::*;
use crate::engine::Kind;

const fn told(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => [
            "a plan nobody has confirmed is no plan",
            "half of the shelves were empty",
            "We assumed the suppliers would keep the usual dates.",
        ],
        Lang::Zh => [
            "没有人确认过的计划不算计划",
            "开业那天一半的货架是空的",
            "我们以为供应商会按老日子送货。",
        ],
    }
}

#[test]
fn the_three_steps_can_be_read_to_their_ends_on_the_smallest_screen() {
    for lang in Lang::ALL {
        let mut person = newcomer(lang, (40, 12));
        person.types("p");
        for script in ["", "<Enter><PgDn><PgDn>", "<Enter>"] {
            person.types(script);
            let page = person.reads();
            assert!(!page.contains(".."), "{page}");
        }
        person.types("<Enter>");
        assert!(
            matches!(person.app.screen, Screen::Home),
            "the last leads home"
        );
    }
}

#[test]
fn a_story_is_found_from_the_moment_of_realising_backwards_and_kept_as_it_is_typed() {
    let mut person = newcomer(Lang::En, USUAL);
    let [lesson, result, _] = told(Lang::En);
    person.types("p<Enter>");
    assert!(person.reads().contains("Begin with the moment"));
    person.types(&format!("{lesson}x<BS><Enter>"));
    assert!(person.reads().contains("Step back to just before it"));
    person.types(result);
    let kept = person.effects.iter().rev().find_map(|effect| match effect {
        Effect::SavePlan(plan) => Some(plan.lines.clone()),
        _ => None,
    });
    let kept = kept.expect("it is kept before it is left");
    assert_eq!([&*kept[2], &*kept[1]], [lesson, result]);
    person.types("<Esc><Enter>");
    assert!(person.reads().contains(lesson), "on the empty page");
    assert!(
        person.reads().contains("what was being done"),
        "where none is"
    );
    person.types("We<F3>");
    assert!(person.reads().contains(result), "pinned");
    assert!(matches!(person.app.draft(person.now), Some((_, draft)) if draft.text == "We"));
}

#[test]
fn what_is_pasted_into_a_line_is_one_line() {
    let mut person = newcomer(Lang::Zh, USUAL);
    person.types("p<Enter>");
    person.pastes("我们明白了\n第二行");
    assert_eq!(person.app.plan.lines[2], "我们明白了");
    person.types("<BS>");
    assert_eq!(person.app.plan.lines[2], "我们明白");
    person.pastes(&"很".repeat(999));
    assert_eq!(person.app.plan.lines[2].chars().count(), 200);
}

#[test]
fn a_line_is_read_and_it_is_said_why_or_chosen_by_hand() {
    let mut person = newcomer(Lang::En, USUAL);
    let reason = |person: &Person, kind| {
        let text = crate::content::say::kind(person.app.look.library, kind);
        let text = text.expect("every kind has words").seen.en.clone();
        let start: String = text.chars().take(25).collect();
        person.reads().contains(&start)
    };
    person.types("p<Enter><PgDn>I was too lazy to check the figures.<Enter>");
    assert!(reason(&person, Kind::CharacterFlaw), "{}", person.reads());
    person.types("!");
    assert!(!reason(&person, Kind::CharacterFlaw), "it holds no more");
    person.types("<Down>");
    assert!(reason(&person, Kind::Misjudgement));
    person.types("<Up>");
    assert!(reason(&person, Kind::Dodge));
    person.types("<C-w><C-w>");
    assert_eq!(person.app.plan.story, "I was too lazy to check ");
    person.types("<Esc>p<Enter><PgDn>");
    assert!(person.reads().contains("I was too lazy to check"));
}

#[test]
fn a_line_that_tells_nothing_asks_for_what_was_assumed() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("p<Enter><PgDn>On Monday the team met.<Enter>");
    for part in ["None of the five stands out", "Up and Down."] {
        assert!(flat(&person).contains(part), "{}", person.reads());
    }
}
