//! The samples, the tips and the steps.

use super::*;

const NARROW: (u16, u16) = (40, 12);

#[test]
fn one_key_opens_the_list_and_esc_leads_back_level_by_level() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("s");
    let list = person.reads();
    for told in [
        "told before and after",
        "8 Use other words",
        "1 Choose carefully",
    ] {
        assert!(list.contains(told), "{told}:\n{list}");
    }
    person.types("<Enter>");
    assert!(person.reads().contains("Tab switch"));
    person.types("<Esc>");
    assert_eq!(person.reads(), list);
    person.types("q");
    assert!(person.reads().contains("Tell me about a time"));
    assert!(person.effects.iter().all(|effect| !matches!(
        effect,
        Effect::Append(_) | Effect::SaveDraft(_) | Effect::LoadHistory
    )));
}

#[test]
fn a_sample_is_told_side_by_side_where_there_is_room() {
    let mut person = newcomer(Lang::En, LARGE);
    person.types("s<Enter>");
    let both = person.reads();
    assert!(both.contains("[7]nobody had"), "{both}");
    assert!(both.contains("[4]We"), "{both}");
    assert!(!both.contains("Tab switch"), "no key without a use");
    person.types("<Tab>");
    assert_eq!(person.reads(), both);
}

#[test]
fn one_telling_at_a_time_where_there_is_not() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("s<Enter>");
    assert!(person.reads().contains("[7]nobody had"));
    person.types("<Tab>");
    let after = person.reads();
    assert!(after.contains("[4]We"), "{after}");
    assert!(!after.contains("nobody had"), "{after}");
    person.types("<Tab>");
    assert!(person.reads().contains("[7]nobody had"));
}

#[test]
fn a_digit_shows_the_marks_of_one_tip_and_again_of_all() {
    let mut person = newcomer(Lang::En, LARGE);
    person.types("s<Enter>");
    let all = person.reads();
    person.types("3");
    let one = person.reads();
    assert!(one.contains("[3]disaster") && !one.contains("[7]"), "{one}");
    assert!(one.contains("3 Don't over-emphasise"), "{one}");
    person.types("3");
    assert_eq!(person.reads(), all);
}

#[test]
fn the_mark_of_a_chosen_tip_is_scrolled_to() {
    let mut person = newcomer(Lang::En, NARROW);
    person.types("s<Enter>");
    assert!(!person.reads().contains("[5]"), "it is further down");
    person.types("5");
    assert!(
        person.reads().contains("[5]ran three"),
        "{}",
        person.reads()
    );
    person.types("<PgUp><PgUp><PgUp>");
    assert!(person.reads().contains("Last spring"));
    person.types(
        "<PgDn><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down>",
    );
    let end = person.reads();
    person.types("<PgDn>");
    assert_eq!(person.reads(), end, "the end is the end");
    person.types("<Up>");
    assert_ne!(person.reads(), end, "and one key leads away from it");
}

#[test]
fn the_language_changes_under_an_open_sample() {
    let mut person = newcomer(Lang::En, LARGE);
    person.types("s<Enter><F4>");
    let screen = person.reads();
    assert!(screen.contains("[7]没人"), "{screen}");
    assert!(screen.contains("[4]我们"), "{screen}");
}

#[test]
fn pages_follow_each_other_to_the_last() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("s4");
    let tip = person.reads();
    assert!(tip.contains("4 \"We\", not \"I\""), "{tip}");
    assert!(
        tip.contains("! Weak:") && tip.contains("✓ Strong:"),
        "{tip}"
    );
    person.types("<Right>");
    assert!(person.reads().contains("5 Emphasise"));
    person.types("<Left>");
    assert_eq!(person.reads(), tip);
    person.types("<Esc><End><Enter>");
    let last = person.reads();
    assert!(last.contains("3 Ask for feedback"), "{last}");
    person.types("<Right>");
    assert_eq!(person.reads(), last);
}

#[test]
fn a_long_page_scrolls_where_there_is_little_room() {
    let mut person = newcomer(Lang::En, NARROW);
    person.types("s<End><Up><Up><Enter>");
    assert!(!person.reads().contains("rule."));
    person.types("<PgDn>");
    assert!(person.reads().contains("rule."), "{}", person.reads());
}

#[test]
fn every_built_in_page_opens_in_both_languages() {
    for (lang, size) in [(Lang::En, USUAL), (Lang::Zh, LARGE)] {
        let settings = setup(lang).settings;
        let mut person = Person::new(Setup::new(settings, Desk::default()), size);
        person.types("s<Enter>");
        let mut seen = std::collections::HashSet::new();
        while seen.insert(person.reads()) {
            person.types("<Right>");
        }
        assert_eq!(seen.len(), 6 + 8 + 3);
    }
}
