//! Keys in, effects and screens out.

mod pages;

use super::*;
use crate::engine::Step;
use crate::practice::record::{Goal, How};
use crate::tui::fixture::{Disk, Person, answer, setup};

const LARGE: (u16, u16) = (120, 40);
const USUAL: (u16, u16) = (80, 24);

/// Somebody who sits down for the first time.
fn newcomer(lang: Lang, size: (u16, u16)) -> Person {
    Person::new(setup(lang), size)
}

/// Somebody who was here yesterday.
fn regular(lang: Lang, size: (u16, u16)) -> Person {
    let mut setup = setup(lang);
    setup.desk = Desk {
        v: 1,
        prompt: Some("deadline".to_owned()),
        seen: vec!["failure".to_owned(), "deadline".to_owned()],
        goal: Some(Goal {
            step: Step::Length,
            by_seconds: Some(30),
        }),
        attempts: 6,
        last_day: Some("2026-11-23".to_owned()),
    };
    Person::new(setup, size)
}

/// Somebody with a history: what another person finished earlier lies on the disk.
fn chronicler(lang: Lang, size: (u16, u16)) -> Person {
    let mut earlier = newcomer(lang, size);
    let whole = answer(lang);
    earlier.types(&format!("<Enter>{whole}<C-d><Enter>"));
    earlier.types("<Enter>We forgot.<C-d><Enter>");
    earlier.waits(Duration::from_secs(26 * 3600));
    earlier.types(&format!("<Esc><Enter>{whole}<C-d><Enter>e<C-d><Enter>"));
    let mut person = regular(lang, size);
    person.saved = earlier.saved;
    person
}

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
                _ => "other",
            })
            .collect()
    };
    assert_eq!(names(&person.effects), ["desk", "draft", "append", "desk"]);
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
fn what_is_mostly_pasted_is_called_so() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We ");
    person.input(Input::Paste("assumed that\r\nall was well".to_owned()));
    person.types("<Esc><Enter>");
    let record = &person.saved[0];
    assert_eq!(record.how, How::Pasted);
    assert_eq!(record.answer, "We assumed that\nall was well");
}

#[test]
fn a_paste_outside_the_page_is_ignored() {
    let mut person = newcomer(Lang::En, USUAL);
    person.input(Input::Paste("q\nq".to_owned()));
    person.types("<Enter>We<Esc>");
    person.input(Input::Paste("q\nq".to_owned()));
    person.types("<Esc>");
    let (_, draft) = person.app.draft(person.now).expect("it must survive");
    assert_eq!(draft.text, "We");
}

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
fn a_draft_that_cannot_be_written_is_told_and_typing_goes_on() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We");
    person.input(Input::Done(Outcome::NoDraft("the disk is full".to_owned())));
    assert!(person.reads().contains("the disk is full"));
    person.types(" go on");
    assert!(person.reads().contains("We go on"));
}

#[test]
fn every_screen_stands_every_size() {
    let small = (0..=30).flat_map(|width| (0..=10).map(move |height| (width, height)));
    let sizes: Vec<(u16, u16)> = small.chain([(40, 12), (79, 23), (200, 60)]).collect();
    for lang in Lang::ALL {
        let whole = format!("<Enter>{}<C-d><Enter>", answer(lang));
        for script in [
            "",
            "<F1>",
            "<Enter>",
            "<Enter><F1><PgDn>",
            "<Enter>We assumed<F3><Esc>",
            "<Enter>We<Esc>q",
            "<Enter>We<Esc>qx",
            "<Enter>We<Esc><Enter>",
            "h",
            "h/fold",
            &whole,
            &format!("{whole}4"),
            &format!("{whole}5<PgDn>"),
        ] {
            let mut person = chronicler(lang, USUAL);
            person.types(script);
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

/// Somebody who has just finished the whole answer.
fn reviewer(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = regular(lang, size);
    person.types(&format!("<Enter>{}<C-d><Enter>", answer(lang)));
    person
}

#[test]
fn saved_is_said_only_when_it_is() {
    for (disk, says, keeps) in [
        (Disk::Works, "saved", false),
        (Disk::Silent, "saving", true),
        (
            Disk::Full,
            "Not saved, the draft is kept: the disk is full",
            true,
        ),
    ] {
        let mut person = regular(Lang::En, USUAL);
        person.disk = disk;
        person.types(&format!("<Enter>{}<C-d><Enter>", answer(Lang::En)));
        assert!(person.reads().contains(says), "{says}: {}", person.reads());
        assert_eq!(person.app.draft(person.now).is_some(), keeps);
    }
}

#[test]
fn what_was_not_saved_is_tried_again() {
    let mut person = regular(Lang::En, USUAL);
    person.disk = Disk::Full;
    person.types("<Enter>We assumed<C-d><Enter>");
    person.disk = Disk::Works;
    person.types("<Esc>");
    assert_eq!(person.saved.len(), 1);
    assert_eq!(person.app.draft(person.now), None);
}

#[test]
fn enter_takes_a_fresh_page_with_the_next_change_as_its_goal() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("<Enter>");
    assert!(
        person
            .reads()
            .contains("tell the miss and leave it undefended")
    );
    person.types("We assumed<C-d><Enter>");
    let [first, second] = &person.saved[..] else {
        panic!("two takes");
    };
    assert_eq!((second.take, second.how), (Some(2), How::Fresh));
    assert_eq!(second.prompt, first.prompt);
    assert_eq!(second.sitting, first.sitting);
    assert_eq!(second.goal.map(|goal| goal.step), Some(Step::Defence));
    assert_eq!(second.parent, None);
}

#[test]
fn the_old_text_can_be_edited_and_names_its_parent() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("e And more.<C-d><Enter>");
    let second = &person.saved[1];
    assert_eq!(second.how, How::Edited);
    assert_eq!(second.parent.as_ref(), Some(&person.saved[0].id));
    assert_eq!(second.answer, answer(Lang::En) + " And more.");
}

#[test]
fn a_tip_in_focus_lights_its_own_marks_only() {
    let mut person = reviewer(Lang::En, LARGE);
    let shown = |person: &Person, label: &str| person.reads().matches(label).count();
    let labels = |person: &Person| ["[2]", "[3]", "[4]", "[7]", "[8]"].map(|l| shown(person, l));
    assert_eq!(labels(&person), [0, 2, 2, 1, 0], "what to change, at first");
    person.types("4");
    assert_eq!(labels(&person), [0, 0, 2, 0, 0]);
    assert!(person.reads().contains("1 of 2") && person.reads().contains("We assumed"));
    person.types("n");
    assert!(person.reads().contains("2 of 2") && person.reads().contains("We skipped"));
    person.types("<Down><Down><Down><Down>");
    assert_eq!(
        labels(&person),
        [0, 0, 0, 0, 3],
        "a praised word is marked too"
    );
    person.types("<Tab>");
    assert_eq!(
        labels(&person),
        [0, 2, 2, 1, 0],
        "behind the last tip comes the whole"
    );
    person.types("<Up>");
    assert_eq!(labels(&person), [0, 0, 0, 0, 3]);
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
fn a_missing_beat_stands_where_it_belongs() {
    let mut person = reviewer(Lang::Zh, LARGE);
    let rows = person.reads();
    let (line, _) = rows
        .split_once("^ 后来的改变应该放在这里")
        .expect("it is told");
    assert!(line.contains("先练一遍。"), "after the lesson");
    person.types("4");
    assert!(!person.reads().contains("^ 后来"));
    person.types("5");
    assert!(person.reads().contains("^ 后来"));
}

#[test]
fn an_answer_without_marks_says_why_and_has_no_verdicts() {
    let mut person = regular(Lang::En, USUAL);
    person.types("<Enter>We forgot.<C-d><Enter>4");
    assert!(person.reads().contains("It is still short"));
    assert!(!person.reads().contains("kept"));
    assert!(person.saved[0].verdicts.is_empty());
    let goal = person.app.desk.goal.map(|goal| goal.step);
    assert_eq!(goal, Some(Step::Length), "yesterday's goal stays");
}

#[test]
fn tomorrow_begins_with_the_next_change_of_today() {
    let mut person = reviewer(Lang::En, USUAL);
    person.types("<Esc>");
    let desk = person.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDesk(desk) => Some(desk.clone()),
        _ => None,
    });
    let desk = desk.expect("it is kept");
    assert_eq!(desk.goal.map(|goal| goal.step), Some(Step::Defence));
    assert_eq!(
        (desk.attempts, desk.last_day.as_deref()),
        (7, Some("2026-11-24"))
    );
    assert!(
        person
            .reads()
            .contains("Last time: part of it was defended.")
    );
}

#[test]
fn a_past_attempt_opens_in_the_same_review() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    assert_eq!(person.effects.last(), Some(&Effect::LoadHistory));
    assert!(person.reads().contains("4 attempts"));
    person.types("<Enter>");
    assert!(person.reads().contains("Next: Leave the defence out"));
    assert!(person.reads().contains("2026-11-25"));
    person.types("<Esc>");
    assert!(person.reads().contains("4 attempts"), "one level back");
    person.types("q");
    assert!(person.reads().contains("Describe a deadline"));
}

#[test]
fn the_filter_looks_into_answers() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h/FORGOT");
    assert!(person.reads().contains("1 attempt"));
    assert!(person.sees().1.is_some(), "the caret stands in the filter");
    person.types("q<BS><Enter><Enter>");
    assert!(person.reads().contains("It is still short"));
    person.types("<Esc>/<Esc>");
    assert!(person.reads().contains("4 attempts"));
}

#[test]
fn marks_of_older_rules_are_told_so() {
    let mut person = chronicler(Lang::En, USUAL);
    for record in &mut person.saved {
        record.rules += 1;
    }
    person.types("h<Enter>");
    assert!(person.reads().contains("read by today's rules"));
}

#[test]
fn a_history_that_cannot_be_read_says_so() {
    let mut person = chronicler(Lang::En, USUAL);
    person.types("h");
    let outcome = Outcome::NoHistory("history.jsonl: permission denied".to_owned());
    person.input(Input::Done(outcome));
    assert!(person.reads().contains("permission denied"));
}

#[test]
fn help_and_footer_tell_the_keys_of_the_screen() {
    for (script, places) in [
        ("", keymap::HOME),
        ("<Enter>", keymap::PAGE),
        ("<Enter>We<Esc>", keymap::FINISH),
        ("<Enter>We<Esc><Enter>", keymap::REVIEW),
        ("h", keymap::HISTORY),
        ("h/", keymap::FILTER),
    ] {
        let mut person = regular(Lang::En, (200, 40));
        person.types(script);
        let footer = person.reads();
        person.types("<F1>");
        let help = person.reads();
        let told = |binding: &&keymap::Binding| binding.told != keymap::Told::Nowhere;
        for binding in keymap::bindings(places).filter(told) {
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
fn help_stops_the_clock() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("<Enter>We<F1>");
    person.waits(Duration::from_secs(60));
    person.types("<Esc>");
    assert!(person.reads().contains("typing 0:00"));
    person.waits(Duration::from_secs(2));
    assert!(person.reads().contains("typing 0:02"));
}
