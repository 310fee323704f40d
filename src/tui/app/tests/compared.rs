//! Two takes set beside each other.

use super::*;

#[test]
fn an_edited_take_says_which_edit_cleared_what_and_esc_leads_back() {
    let mut person = reteller(Lang::En, LARGE);
    person.types("h<Down>c");
    let screen = person.reads();
    assert!(screen.contains("[-failure-]{+setback+}(✓3)"), "{screen}");
    assert!(screen.contains("Marks that went with an edit:"), "{screen}");
    person.types("<Esc>");
    assert!(person.reads().contains("3 attempts"), "one level back");
}

#[test]
fn a_fresh_take_stands_beside_day_one_and_esc_leads_back_to_the_review() {
    let mut person = reteller(Lang::En, LARGE);
    person.types("c");
    let screen = person.reads();
    assert!(screen.contains("Same beats, "), "{screen}");
    assert!(screen.contains("then: 2026-11-24"), "{screen}");
    assert!(screen.contains("now: 2026-11-25"), "{screen}");
    person.types("<F4>");
    assert!(person.reads().contains("当时："), "in the other language");
    person.types("<F4><Esc>");
    assert!(person.reads().contains("Enter fresh take"));
}

#[test]
fn a_single_take_says_that_there_is_nothing_to_compare() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("c");
    assert!(person.reads().contains("nothing to set beside it yet"));
    person.types("4");
    assert!(!person.reads().contains("nothing to set beside it"));
    person.types("<Esc>hc");
    assert!(person.reads().contains("nothing to set beside it yet"));
}

#[test]
fn a_comparison_that_comes_late_does_not_interrupt() {
    let mut person = reteller(Lang::En, USUAL);
    let [earlier, .., later] = &person.saved[..] else {
        panic!("three takes");
    };
    let takes = Box::new([earlier.clone(), later.clone()]);
    person.types("<Esc>");
    person.input(Input::Done(Outcome::Pair(takes)));
    assert!(person.reads().contains("Enter start"), "{}", person.reads());
}

#[test]
fn the_next_review_shows_the_words_worked_on_then_and_now() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("<Enter>");
    person.writes(&calmer(Lang::En));
    person.types("<C-d><Enter>");
    let told = "then: \"nobody had told me\" ⋅ now: gone";
    assert!(person.reads().contains(told), "{}", person.reads());
    person.types("c");
    assert!(person.reads().contains("worked on: "), "{}", person.reads());
    assert!(person.reads().contains(told), "{}", person.reads());
    person.types("<Esc><F4>");
    let told = "当时：「nobody had told me」 ⋅ 现在：不再这么说";
    assert!(person.reads().contains(told), "{}", person.reads());
    person.types("<Esc>h<Enter>");
    assert!(person.reads().contains(told), "{}", person.reads());
}

#[test]
fn an_attempt_without_a_goal_asks_for_none_before_it() {
    let person = reviewer(Lang::En, USUAL);
    let asks = |effect: &Effect| matches!(effect, Effect::FindEarlier(_));
    assert_eq!(
        person.effects.iter().any(asks),
        person.saved[0].goal.is_some()
    );
}
