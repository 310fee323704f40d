//! From the first screen to the finished answer: drafts, clocks, what is saved.

use super::*;

#[test]
fn the_first_prompt_is_the_literal_question_and_one_key_starts_it() {
    let mut person = newcomer(Lang::En, USUAL);
    assert!(person.reads().contains("Tell me about a time you failed."));
    person.types("<Enter>x");
    assert!(matches!(person.app.screen, Screen::Rehearse(_)));
}

#[test]
fn the_prompt_stays_until_another_is_asked_for() {
    let mut person = regular(Lang::En, USUAL);
    assert!(person.reads().contains("Describe a deadline"));
    person.types("r");
    assert!(!person.reads().contains("Describe a deadline"));
    let desk = person.effects.iter().find_map(|effect| match effect {
        Effect::SaveDesk(desk) => desk.prompt.clone(),
        _ => None,
    });
    assert_eq!(desk.as_deref(), Some("advice"), "it was not seen yet");
}

#[test]
fn a_finished_answer_is_saved_as_it_was_typed() {
    let mut person = regular(Lang::En, USUAL);
    person.types("<Enter>");
    person.waits(Duration::from_secs(60));
    person.types(&answer(Lang::En));
    person.types("<C-d>");
    person.waits(Duration::from_secs(60));
    person.types("<Enter>");
    let record = &person.saved[0];
    assert_eq!(record.answer, answer(Lang::En));
    let keys = answer(Lang::En).chars().count();
    assert_eq!(
        usize::try_from(record.typing_seconds),
        Ok(keys / 5),
        "from the first key to the bar"
    );
    assert_eq!(
        (record.how, record.take, record.lang),
        (How::Fresh, Some(1), Some(Lang::En))
    );
    assert_eq!(
        (record.day.as_str(), record.off.as_str()),
        ("2026-11-24", "+08:00")
    );
    assert_eq!(record.verdicts.len(), 8);
    assert_eq!(record.next, Some(Step::Defence));
    assert!(record.goal.is_some() && !record.interrupted);
}

#[test]
fn the_draft_goes_only_after_the_record_is_on_disk() {
    let mut person = newcomer(Lang::En, USUAL);
    person.disk = Disk::Silent;
    person.types("<Enter>Too short<Esc><Enter>");
    let names = |effects: &[Effect]| -> Vec<&str> {
        effects
            .iter()
            .map(|effect| match effect {
                Effect::SaveDraft(_) => "draft",
                Effect::Append(_) => "append",
                Effect::DropDraft(_) => "drop",
                Effect::SaveDesk(_) => "desk",
                Effect::LoadBank => "bank",
                Effect::FindDue => "due",
                _ => "other",
            })
            .collect()
    };
    assert_eq!(
        names(&person.effects),
        ["bank", "due", "desk", "draft", "append", "desk"]
    );
    let (_, draft) = person.app.draft(person.now).expect("it must survive");
    assert_eq!(draft.text, "Too short");
    person.effects.clear();
    person.input(Input::Done(Outcome::Saved(draft.id.clone())));
    assert_eq!(person.effects, [Effect::DropDraft(draft.id)]);
    assert_eq!(person.app.draft(person.now), None);
    assert_eq!(person.app.draft_revision(), None);
}

#[test]
fn leaving_keeps_the_text_and_going_on_brings_it_back() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We assumed<Esc>q");
    assert!(
        person
            .reads()
            .contains("An unfinished answer waits: 2 words")
    );
    let kept = person.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft(kept) => Some(kept.text.clone()),
        _ => None,
    });
    assert_eq!(kept.as_deref(), Some("We assumed"));
    person.types("g too much<Esc>");
    let (_, draft) = person.app.draft(person.now).expect("it must survive");
    assert_eq!(draft.text, "We assumed too much");
    assert_eq!(draft.take, Some(1), "it is the same take");
}

#[test]
fn going_on_finds_the_caret_and_the_blanks_where_they_were() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We forgot  <Left><Left><Left>");
    person.types("<Esc>q");
    person.types("g");
    person.types("<Esc>");
    let (_, left) = person.app.draft(person.now).expect("it must survive");
    assert_eq!((&*left.text, left.caret), ("We forgot  ", Some(8)));
    // The same after the program was started anew.
    let mut setup = setup(Lang::En);
    setup.orphans = vec![left];
    let mut person = Person::new(setup, USUAL);
    person.types("gX");
    let (_, draft) = person.app.draft(person.now).expect("it must survive");
    assert_eq!(draft.text, "We forgoXt  ");
}

#[test]
fn throwing_a_draft_away_takes_two_keys() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We assumed<Esc>q");
    person.effects.clear();
    person.types("x<Esc>");
    assert_eq!(person.effects, []);
    assert!(person.reads().contains("unfinished"));
    person.types("x<Enter>");
    assert!(matches!(&person.effects[..], [Effect::DropDraft(_)]));
    assert!(!person.reads().contains("unfinished"));
}

#[test]
fn ctrl_c_leaves_from_anywhere_and_keeps_the_text() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We assumed<C-c>");
    let [.., Effect::SaveDraft(kept), Effect::Quit] = &person.effects[..] else {
        panic!("{:?}", person.effects);
    };
    assert_eq!(kept.text, "We assumed");
    let mut person = newcomer(Lang::En, USUAL);
    person.types("q");
    assert_eq!(person.effects.last(), Some(&Effect::Quit));
}

#[test]
fn the_clock_ticks_by_seconds_and_waits_in_the_bar() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>");
    assert_eq!(person.app.deadline(person.now), None);
    person.types("W");
    let due = person.app.deadline(person.now).expect("it runs");
    assert_eq!(due, person.now.elapsed + Duration::from_secs(1));
    person.waits(Duration::from_secs(70));
    assert!(person.reads().contains("typing 1:10"));
    person.types("<Esc>");
    assert_eq!(person.app.deadline(person.now), None);
    person.waits(Duration::from_secs(70));
    person.types("<Esc>");
    assert!(person.reads().contains("typing 1:10"));
}

#[test]
fn sleep_stops_the_clock_and_marks_the_attempt() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>W");
    person.waits(Duration::from_secs(3600));
    person.input(Input::Woke(Duration::from_secs(3600)));
    assert!(person.reads().contains("typing 0:00"));
    person.types("e<Esc><Enter>");
    assert!(person.saved[0].interrupted);
}

#[test]
fn a_limit_warns_and_cuts_nothing() {
    let mut setup = setup(Lang::En);
    setup.settings.limit_seconds = Some(120);
    let mut person = Person::new(setup, USUAL);
    person.types("<Enter>W");
    assert!(person.reads().contains("limit 2:00"));
    person.waits(Duration::from_secs(121));
    person.types("e");
    assert!(person.reads().contains("time is up"));
    assert!(person.reads().contains("We"));
}

#[test]
fn at_the_limit_one_goes_on_takes_a_minute_more_or_looks_away() {
    let mut setup = setup(Lang::En);
    setup.settings.limit_seconds = Some(120);
    let mut person = Person::new(setup, USUAL);
    person.types("<Enter>W");
    person.waits(Duration::from_secs(121));
    assert!(person.reads().contains("time is up"));
    person.types("<F8>e");
    assert!(person.reads().contains("limit 3:00"));
    person.types("<F9>");
    assert!(!person.reads().contains("typing") && !person.reads().contains("limit"));
    assert_eq!(person.app.deadline(person.now), None, "nothing moves");
    person.types("<F9>");
    assert!(
        person.reads().contains("typing 2:01"),
        "it ran all the same"
    );
    person.types("<Esc><Enter>");
    assert_eq!(person.saved[0].answer, "We");
    assert_eq!(person.saved[0].limit_seconds, Some(180));
}

#[test]
fn what_is_mostly_pasted_is_called_so() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We ");
    person.pastes("assumed that\r\nall was well");
    person.types("<Esc><Enter>");
    let record = &person.saved[0];
    assert_eq!(record.how, How::Pasted);
    assert_eq!(record.answer, "We assumed that\nall was well");
}

#[test]
fn a_paste_outside_the_page_is_ignored() {
    let mut person = newcomer(Lang::En, USUAL);
    person.pastes("q\nq");
    person.types("<Enter>We<Esc>");
    person.pastes("q\nq");
    person.types("<Esc>");
    let (_, draft) = person.app.draft(person.now).expect("it must survive");
    assert_eq!(draft.text, "We");
}

#[test]
fn a_draft_that_cannot_be_written_is_told_and_typing_goes_on() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We");
    person.input(Input::Done(Outcome::NoDraft("the disk is full".to_owned())));
    assert!(person.reads().contains("the disk is full"));
    person.types(" go on");
    assert!(person.reads().contains("We go on"));
}

#[test]
fn each_record_keeps_its_own_moment_whatever_the_clock_and_the_place_do() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We were late.");
    // The wall clock is set back a day while the answer is typed.
    person.now.wall -= chrono::TimeDelta::days(1);
    person.types(" We had not asked.<C-d><Enter>");
    let late = "2026-11-23T22:00:00-08:00".parse().unwrap();
    person.now.wall = late;
    person.types("<Enter>We were early.<C-d><Enter>");
    let [first, second] = &person.saved[..] else {
        panic!("{:?}", person.saved);
    };
    assert_eq!(first.day, "2026-11-23");
    assert!(first.at.starts_with("2026-11-23T00:30:0") && first.at.ends_with('Z'));
    assert_eq!(
        (first.off.as_str(), second.off.as_str()),
        ("+08:00", "-08:00")
    );
    assert_eq!(
        (second.day.as_str(), &second.at[..16]),
        ("2026-11-23", "2026-11-24T06:00")
    );
    assert_eq!(first.tz.as_deref(), Some("Asia/Shanghai"));
    assert!(
        (5..9).contains(&first.typing_seconds),
        "{}",
        first.typing_seconds
    );
    assert_ne!(first.id, second.id);
}
