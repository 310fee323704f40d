//! `failwell story`: what a person and the program write side by side into one file.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::history::{FIRST, with_history};
use crate::{err, failwell, home, out, run};

const HAND: &str = r#"# mine
[[story]]
id = "late-parts" # keep
tags = ["deadline"]
[story.en]
title = "The late parts"
event = "We planned the launch for 40 customers."
result = "We assumed the suppliers would keep the usual dates." # said so
lesson = "A date is a guess until somebody confirms it."
measure = "We now ask every supplier on Monday."
"#;

fn bank(home: &Path) -> std::path::PathBuf {
    home.join(".local/share/failwell/stories.toml")
}

fn with_bank() -> tempfile::TempDir {
    let home = with_history();
    fs::write(bank(home.path()), HAND).unwrap();
    home
}

/// Runs it; what it prints, what it complains of, and how it ended.
fn story(home: &Path, args: &[&str]) -> (String, String, i32) {
    let output = run(failwell(home, &["story"]).args(args), b"");
    (out(&output), err(&output), output.status.code().unwrap())
}

#[test]
fn a_story_is_written_in_two_languages_and_shown_with_its_reason() {
    let home = with_bank();
    let (_, said, code) = story(
        home.path(),
        &[
            "edit",
            "late-parts",
            "--lang",
            "zh",
            "--title",
            "迟到的零件",
            "--result",
            "我们以为供应商会按老日子送货，晚了 12 天。",
        ],
    );
    assert_eq!((said.as_str(), code), ("failwell: 已存下：late-parts\n", 0));
    let text = fs::read_to_string(bank(home.path())).unwrap();
    assert!(
        text.starts_with(HAND.trim_end()),
        "what was there stays\n{text}"
    );
    let (shown, _, code) = story(home.path(), &["show", "late-parts"]);
    assert_eq!(code, 0);
    for part in [
        "The late parts ⋅ late-parts ⋅ deadline\n",
        "title    The late parts\n         迟到的零件\n",
        "\n✓ misjudgement\n",
        "Chinese: no lesson yet\n",
        "English: the figure 12 stands in the other language only\n",
        "Chinese: the figure 40 stands",
        "It answers:\n",
        "not told yet\n",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    let (list, _, _) = story(home.path(), &["list", "--lang", "zh"]);
    assert_eq!(list, "✓ late-parts  en zh  迟到的零件 ⋅ 还没讲过\n");
}

#[test]
fn an_attempt_is_linked_and_counted_and_let_go_again() {
    let home = with_bank();
    let start = &FIRST[..12];
    let (_, said, code) = story(home.path(), &["link", start, "late-parts"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        said,
        format!("failwell: {FIRST} tells the story late-parts\n")
    );
    let (json, _, _) = story(home.path(), &["show", "late-parts", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let known = &json["story"];
    assert_eq!(known["told"]["count"], 1);
    assert_eq!(known["told"]["last"], "2026-03-08");
    assert_eq!(known["attempts"][0], FIRST);
    assert_eq!(known["turns_on"], "misjudgement");
    assert_eq!(known["en"]["title"], "The late parts");
    let history =
        fs::read_to_string(home.path().join(".local/share/failwell/history.jsonl")).unwrap();
    let line: Value = serde_json::from_str(history.lines().last().unwrap()).unwrap();
    assert_eq!(
        (&line["v"], &line["kind"], &line["of"], &line["story"]),
        (
            &1.into(),
            &"story".into(),
            &FIRST.into(),
            &"late-parts".into()
        )
    );
    story(home.path(), &["link", start, "--none"]);
    let (list, _, _) = story(home.path(), &["list"]);
    assert!(list.ends_with("not told yet\n"), "{list}");
    for args in [
        &["link", start, "nowhere"][..],
        &["link", "zzz", "late-parts"],
    ] {
        let (_, said, code) = story(home.path(), args);
        assert_eq!(code, 2);
        assert!(said.contains("there is no "), "{said}");
    }
}

#[test]
fn a_new_story_takes_the_prepared_lines_over_and_never_the_place_of_another() {
    let home = home();
    let folder = home.path().join(".local/share/failwell");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("plan.json"), r#"{"lines":["a","b","c","d"]}"#).unwrap();
    let (_, said, code) = story(home.path(), &["show", "x"]);
    assert_eq!((said.contains("no story yet"), code), (true, 2), "{said}");
    let (_, said, code) = story(home.path(), &["add", "--prepared", "--tag", "people"]);
    assert_eq!((said.as_str(), code), ("failwell: kept: story-1\n", 0));
    let text = fs::read_to_string(folder.join("stories.toml")).unwrap();
    assert!(
        text.ends_with("[[story]]\nid = \"story-1\"\ntags = [\"people\"]\n\n[story.en]\nevent = \"a\"\nresult = \"b\"\nlesson = \"c\"\nmeasure = \"d\"\n"),
        "{text}"
    );
    for (args, part) in [
        (
            &["add", "story-1", "--title", "x"][..],
            "there is a story `story-1` already",
        ),
        (&["add", "No Good", "--title", "x"], "`No Good` is no id"),
        (&["add", "empty"], "nothing to write"),
    ] {
        let (_, said, code) = story(home.path(), args);
        assert_eq!(code, 2);
        assert!(said.contains(part), "{said}");
    }
    let (list, _, _) = story(home.path(), &["list", "--json"]);
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list["stories"].as_array().unwrap().len(), 1);
}

#[test]
fn the_page_for_the_day_comes_from_a_story_or_from_an_attempt() {
    let home = with_bank();
    story(home.path(), &["link", FIRST, "late-parts"]);
    let sheet = |args: &[&str]| {
        let output = run(failwell(home.path(), &["sheet"]).args(args), b"");
        (out(&output), err(&output), output.status.code().unwrap())
    };
    let (page, _, code) = sheet(&["late-parts"]);
    assert_eq!(code, 0);
    for part in [
        "For the day ⋅ The late parts\n",
        "\n> lesson   A date is a guess until somebody confirms it.\n",
        "Where the decision was shared",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let (page, _, _) = sheet(&[&FIRST[..12], "--format", "md"]);
    assert!(
        page.starts_with("# For the day: Tell me about a time"),
        "{page}"
    );
    assert!(
        page.contains("**A date is a guess until somebody confirms it.**"),
        "{page}"
    );
    let (_, said, _) = sheet(&["late-parts", "--format", "html", "--out", "day.html"]);
    assert_eq!(said, "failwell: written: day.html\n");
    let page = fs::read_to_string(home.path().join("day.html")).unwrap();
    assert!(page.contains("<strong>A date is a guess until somebody confirms it.</strong>"));
    let (_, said, code) = sheet(&["late-parts", "--format", "html", "--out", "day.html"]);
    assert!(code == 2 && said.contains("--force"), "{said}");
    let (_, said, code) = sheet(&["nowhere"]);
    assert!(code == 2 && said.contains("stories: late-parts"), "{said}");
}

#[test]
fn checking_names_what_is_missing_and_a_broken_file_with_its_line() {
    let home = with_bank();
    let (said, _, code) = story(home.path(), &["check"]);
    assert_eq!((said.as_str(), code), ("All stories are in order.\n", 0));
    story(
        home.path(),
        &["edit", "late-parts", "--lesson", "", "--tag", "zebra"],
    );
    let (said, _, code) = story(home.path(), &["check"]);
    assert_eq!(code, 1);
    assert!(
        said.starts_with("late-parts: English: no lesson yet\n"),
        "{said}"
    );
    assert!(said.contains("the tag `zebra` finds no question"), "{said}");
    let broken = HAND.replace("title =", "titel =");
    fs::write(bank(home.path()), &broken).unwrap();
    for args in [
        &["list"][..],
        &["check"],
        &["edit", "late-parts", "--title", "x"],
        &["add", "y", "--title", "x"],
    ] {
        let (_, said, code) = story(home.path(), args);
        assert_eq!(code, 2);
        assert!(
            said.contains("stories.toml:6:1: unknown field `titel`"),
            "{said}"
        );
    }
    assert_eq!(fs::read_to_string(bank(home.path())).unwrap(), broken);
}

#[test]
fn a_story_is_deleted_with_a_backup_and_its_attempts_stay() {
    let home = with_bank();
    let (_, said, code) = story(home.path(), &["link", FIRST, "late-parts"]);
    assert_eq!(code, 0, "{said}");
    let two = format!("{HAND}\n# the next ones\n\n[[story]]\nid = \"hall\" # short\n");
    fs::write(bank(home.path()), &two).unwrap();
    let history = fs::read(home.path().join(".local/share/failwell/history.jsonl")).unwrap();
    for (args, part, code) in [
        (&["delete", "nobody"][..], "there is no story `nobody`", 2),
        (&["delete", "late-parts"], "add --yes", 2),
        (
            &["delete", "late-parts", "--dry-run"],
            "`late-parts` would go from ",
            0,
        ),
    ] {
        let (_, said, ended) = story(home.path(), args);
        assert!(ended == code && said.contains(part), "{said}");
        assert_eq!(fs::read_to_string(bank(home.path())).unwrap(), two);
    }
    let (_, said, code) = story(home.path(), &["delete", "late-parts", "--yes"]);
    assert!(code == 0 && said.contains("`late-parts` is gone"), "{said}");
    let before = said.trim_end().rsplit(": ").next().unwrap();
    assert_eq!(fs::read_to_string(before).unwrap(), two);
    let left = "# mine\n\n# the next ones\n\n[[story]]\nid = \"hall\" # short\n";
    assert_eq!(fs::read_to_string(bank(home.path())).unwrap(), left);
    let after = fs::read(home.path().join(".local/share/failwell/history.jsonl")).unwrap();
    assert_eq!(history, after);
    let (json, _, code) = story(home.path(), &["delete", "hall", "--yes", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json["v"], &json["id"], code),
        (&1.into(), &"hall".into(), 0)
    );
    assert!(Path::new(json["backup"].as_str().unwrap()).exists());
    let stats = out(&run(&mut failwell(home.path(), &["stats"]), b""));
    assert!(
        stats.contains("story \"late-parts\""),
        "the link stays\n{stats}"
    );
}
