//! The story bank: looked at in two languages, written line by line, told, and linked afterwards.

use super::*;
use crate::practice::story::{Field, Story};

fn line(story: &mut Story, lang: Lang, lines: [&str; 7]) {
    for (field, line) in Field::ALL.into_iter().zip(lines) {
        line.clone_into(story.telling_mut(lang).line_mut(field));
    }
}

/// One story in two languages, and one that has only begun.
fn bank() -> Vec<Story> {
    let mut parts = Story {
        id: "late-parts".into(),
        tags: vec!["deadline".into(), "maturity".into()],
        ..Story::default()
    };
    line(
        &mut parts,
        Lang::En,
        [
            "The late parts",
            "An empty hall, and nobody had asked.",
            "We planned the launch for 40 customers.",
            "We assumed the suppliers would keep the usual dates, and the parts came 12 days late.",
            "A date is a guess until somebody confirms it.",
            "We now ask every supplier on Monday.",
            "1,200 parts on time since.",
        ],
    );
    line(
        &mut parts,
        Lang::Zh,
        [
            "迟到的零件",
            "展厅是空的，而谁也没有问过。",
            "我们准备请 40 位客户来看新品。",
            "我们以为供应商会按老日子送货，零件晚了 12 天。",
            "没有人确认过的日期只是猜测。",
            "现在每周一我们都会问一遍供应商。",
            "",
        ],
    );
    let begun = Story {
        id: "story-1".into(),
        ..Story::default()
    };
    vec![parts, begun]
}

/// Somebody with two stories and a past.
pub(super) fn teller(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = chronicler(lang, size);
    person.stories = Some(bank());
    if let Some(record) = person.saved.first_mut() {
        record.story = Some("late-parts".into());
    }
    person
}

#[test]
fn a_story_is_written_line_by_line_and_kept_as_it_is_typed() {
    let mut person = newcomer(Lang::En, USUAL);
    person.types("tnLate parts<Enter>An empty hall<Up>!<Down><Down>");
    let kept = person.stories.clone().unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].id, "story-1");
    let told = kept[0].telling(Lang::En).unwrap();
    assert_eq!(
        (told.title.as_str(), told.moment.as_str()),
        ("Late parts!", "An empty hall")
    );
    person.types("<F4>准备发布会<F4>");
    person.pastes("We planned the launch.\nsecond line");
    person.types("<Enter>We assumed the usual dates.<Enter><Enter><Enter><Enter>deadline，成熟");
    let kept = person.stories.clone().unwrap();
    assert_eq!(kept[0].telling(Lang::Zh).unwrap().event, "准备发布会");
    assert_eq!(
        kept[0].telling(Lang::En).unwrap().event,
        "We planned the launch."
    );
    assert_eq!(kept[0].tags, ["deadline", "成熟"]);
    person.types("<Esc>");
    assert!(
        person.reads().contains("misjudgement"),
        "it is screened at once\n{}",
        person.reads()
    );
    person.types("<Esc>n<Esc>");
    assert_eq!(
        person.stories.as_ref().unwrap().len(),
        1,
        "nothing typed, nothing kept"
    );
}

#[test]
fn a_story_is_told_with_its_lines_pinned_and_counted() {
    let mut person = teller(Lang::En, USUAL);
    person.types("t<Enter><Enter>");
    assert!(
        person
            .reads()
            .contains("A date is a guess until somebody confirms it.")
    );
    person.types("We<F4>");
    assert!(
        person.reads().contains("没有人确认过的日期只是猜测。"),
        "in the other language"
    );
    let (_, draft) = person.app.draft(person.now).expect("it must survive");
    assert_eq!(draft.story.as_deref(), Some("late-parts"));
    person.types(&format!("<F4>{}<C-d><Enter>", answer(Lang::En)));
    let saved = person.saved.last().unwrap();
    assert_eq!(saved.story.as_deref(), Some("late-parts"));
    assert!(
        ["deadline", "failure"].contains(&saved.prompt.as_str()),
        "{}",
        saved.prompt
    );
    person.types("<Enter>");
    assert!(
        person.reads().contains("A date is a guess"),
        "the next take tells it too"
    );
    person.types("<Esc><Esc>t");
    assert!(
        person.reads().contains("told 2 times"),
        "{}",
        person.reads()
    );
}

#[test]
fn an_unfinished_answer_finds_its_lines_again() {
    let mut before = teller(Lang::En, USUAL);
    before.types("t<Enter><Enter>We assumed");
    let (_, draft) = before.app.draft(before.now).expect("it must survive");
    let mut setup = setup(Lang::En);
    setup.orphans = vec![draft];
    let mut person = Person::new(setup, USUAL);
    person.stories = Some(bank());
    person.types("g");
    assert!(
        person.reads().contains("A date is a guess"),
        "{}",
        person.reads()
    );
    let mut gone = Person::new(super::setup(Lang::En), USUAL);
    gone.app.kept = person
        .app
        .draft(person.now)
        .map(|(_, draft)| draft)
        .into_iter()
        .collect();
    gone.types("g");
    assert!(
        gone.reads().contains("We assumed"),
        "a story that is gone takes nothing along"
    );
}

#[test]
fn an_attempt_is_linked_in_review_and_let_go_again() {
    for (lang, linked, none) in [
        (
            Lang::En,
            "This attempt tells: The late parts.",
            "tells no story",
        ),
        (Lang::Zh, "这次讲的是「迟到的零件」。", "不算在任何故事里"),
    ] {
        let mut person = teller(lang, USUAL);
        person.types("h<Enter>t");
        assert!(person.reads().contains(&person.app.look.words.story.which));
        person.types("<Enter>");
        assert!(person.reads().contains(linked), "{}", person.reads());
        let of = person.links[0].of.clone();
        person.types("<Esc>t");
        assert_eq!(
            person.links.len(),
            1,
            "nothing is linked before it is chosen"
        );
        person.types("<Esc>h<Enter>tx");
        assert!(person.reads().contains(none), "{}", person.reads());
        assert_eq!((&person.links[1].of, &person.links[1].story), (&of, &None));
        person.types("t<Esc>");
        assert!(
            matches!(person.app.screen, Screen::Review(_)),
            "no choice, no change"
        );
        assert_eq!(person.links.len(), 2);
    }
}

#[test]
fn a_story_is_deleted_when_that_is_said_twice() {
    let mut person = teller(Lang::En, USUAL);
    let ids = |person: &Person| -> Vec<String> {
        let all = person.stories.iter().flatten();
        all.map(|story| story.id.clone()).collect()
    };
    person.types("td");
    let asked = "Delete the story \"The late parts\"? A backup is kept.";
    assert!(person.reads().contains(asked), "{}", person.reads());
    for no in ["<Esc>", "<Down><Esc>", "q<Esc>"] {
        person.types(no);
        assert_eq!(ids(&person), ["late-parts", "story-1"]);
        assert!(matches!(person.app.screen, Screen::Stories(_)), "{no}");
        person.types("<Home>d");
    }
    person.types("<Enter>");
    assert_eq!(ids(&person), ["story-1"]);
    let told = "Deleted. The bank as it was before: stories-20261124T003000Z.toml";
    assert!(person.reads().contains(told), "{}", person.reads());
    assert!(!person.reads().contains("The late parts"));
    assert_eq!(person.saved[0].story.as_deref(), Some("late-parts"));
    person.disk = Disk::Full;
    person.types("d<Enter>");
    assert!(person.reads().contains("the disk is full"));
    assert_eq!(ids(&person), ["story-1"], "it is still there");
    person.disk = Disk::Works;
    person.types("d<Enter>");
    assert!(
        person.reads().contains("No story yet."),
        "{}",
        person.reads()
    );
    person.types("d<Enter>");
    assert!(
        person.reads().contains("No story yet."),
        "nothing to delete"
    );
}

#[test]
fn an_empty_bank_names_the_key_that_begins_a_story() {
    for (lang, told) in [
        (Lang::En, "Press n to begin one."),
        (Lang::Zh, "按 n 写一个。"),
    ] {
        let mut person = chronicler(lang, USUAL);
        person.types("t");
        assert!(person.reads().contains(told), "{}", person.reads());
        person.types("<Esc>h<Enter>t");
        assert!(!person.reads().contains(told), "none is begun here");
    }
}

#[test]
fn a_broken_bank_is_named_with_its_line_and_takes_nothing() {
    let mut person = teller(Lang::En, USUAL);
    person.stories = None;
    person.types("tndx<Enter><Esc>");
    assert!(matches!(person.app.screen, Screen::Home));
    person.types("t");
    assert!(
        person.reads().contains("stories.toml:6:1"),
        "{}",
        person.reads()
    );
    assert!(
        !person
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::SaveStory(_)))
    );
}

#[test]
fn what_could_not_be_kept_is_said() {
    let mut person = teller(Lang::En, USUAL);
    person.types("t<Enter>e");
    person.disk = Disk::Full;
    person.types("x");
    assert!(
        person.reads().contains("the disk is full"),
        "{}",
        person.reads()
    );
}
