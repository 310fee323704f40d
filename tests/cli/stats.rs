//! `failwell stats`: how practice goes, for people and for programs.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::{err, failwell, home, out, run};

/// An attempt whose tips are all kept but tip 4.
pub(crate) fn attempt(number: u32, prompt: &str, we: &str) -> String {
    let verdicts = json!({
        "learned": "kept", "misjudged": "kept", "framing": "kept", "we": we,
        "correction": "kept", "brief": "kept", "defend": "kept", "words": "kept",
    });
    json!({
        "v": 1, "kind": "attempt", "id": format!("01K4TZXC9P{number:016}"),
        "at": "2026-03-08T09:12:44Z", "off": "+08:00", "tz": null, "day": "2026-03-08",
        "prompt": prompt, "prompt_text": "Why?\u{1b}[2J", "lang": "en", "answer": "We were late.",
        "how": "fresh", "sitting": null, "take": 1, "parent": null, "story": null, "goal": null,
        "interrupted": false, "typing_seconds": 130, "limit_seconds": null, "words": 170,
        "speaking_seconds": 70, "reason": null, "verdicts": verdicts, "next": null,
        "turn_seconds": 20, "rules": 1,
    })
    .to_string()
}

pub(crate) fn write(home: &Path, lines: &[String]) {
    let folder = home.join(".local/share/failwell");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("history.jsonl"), lines.join("\n") + "\n").unwrap();
}

fn stats(home: &Path, args: &[&str]) -> String {
    let output = run(&mut failwell(home, &[&["stats"], args].concat()), b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    out(&output)
}

#[test]
fn an_empty_home_is_told_where_it_begins() {
    let home = home();
    assert_eq!(
        stats(home.path(), &[]),
        "Progress ⋅ all answers\nThe first answer begins this page.\n"
    );
    let told: Value = serde_json::from_str(&stats(home.path(), &["--json"])).unwrap();
    assert_eq!(told["habit"]["rhythm"], "unbegun");
    assert_eq!(told["attempts"], json!([]));
}

#[test]
fn fewer_than_three_marked_answers_show_no_trend_and_say_so() {
    let home = home();
    write(
        home.path(),
        &[attempt(1, "mine", "work"), attempt(2, "mine", "kept")],
    );
    let told = stats(home.path(), &[]);
    assert!(
        told.contains("One more answer with marks, and there is something to compare."),
        "{told}"
    );
    assert!(!told.contains("Lately:"), "{told}");
    write(
        home.path(),
        &[1, 2, 3].map(|number| attempt(number, "mine", "kept")),
    );
    let told = stats(home.path(), &[]);
    assert!(told.contains("Lately: 170 words, 1:10 spoken."), "{told}");
    assert!(told.contains("3 of 3 take one to two minutes."), "{told}");
}

#[test]
fn text_json_and_table_say_the_same_and_nothing_acts_on_a_terminal() {
    let home = home();
    let states = ["work", "work", "look", "kept", "kept", "kept"];
    let mut lines: Vec<String> = (1..)
        .zip(states)
        .map(|(number, we)| attempt(number, "mine", we))
        .collect();
    lines.push(
        json!({"v": 1, "kind": "guess", "id": "g", "of": format!("01K4TZXC9P{:016}", 1), "tips": ["we", "brief"]})
            .to_string(),
    );
    write(home.path(), &lines);
    let told = stats(home.path(), &[]);
    let we = told.lines().find(|line| line.starts_with("  4 ")).unwrap();
    assert!(we.contains("!!?✓✓✓"), "{we}");
    assert!(we.contains("kept 3 of 6  before 0/3, now 3/3"), "{we}");
    assert!(told.contains("Guesses: right about 7 of 8 tips."), "{told}");
    assert!(told.contains("Why?<U+001B>[2J"), "{told}");
    let json: Value = serde_json::from_str(&stats(home.path(), &["--json"])).unwrap();
    assert_eq!(json["v"], 1);
    assert_eq!(
        json["slices"][0]["tips"][3]["trend"]["now"],
        json!({"count": 3, "of": 3})
    );
    assert_eq!(json["slices"][1]["of"], json!({"prompt": "mine"}));
    assert_eq!(json["attempts"].as_array().unwrap().len(), 6);
    let table = stats(home.path(), &["--format", "csv"]);
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 7, "{table}");
    assert!(rows[0].starts_with("id,day,prompt,story,words,speaking_seconds,in_band,guessed,tip_"));
    assert!(rows[0].ends_with(",sheets,agree_learned,agree_misjudged,agree_framing,agree_we,agree_correction,agree_brief,agree_defend,agree_words"));
    assert!(rows[1].ends_with(",0,,,,,,,,"), "{}", rows[1]);
    assert!(
        rows[1].contains(",mine,,170,70,true,7,kept,"),
        "{}",
        rows[1]
    );
}

#[test]
fn stories_are_told_of_by_their_titles_and_those_never_told_are_named() {
    let home = home();
    let told = attempt(1, "mine", "kept").replace("\"story\":null", "\"story\":\"hall\"");
    write(home.path(), &[told]);
    let bank = "[[story]]\nid = \"hall\"\nzh = { title = \"空的展厅\" }\n\
        [[story]]\nid = \"parts\"\nen = { title = \"The late\\tparts\" }\n[[story]]\nid = \"begun\"\n";
    fs::write(home.path().join(".local/share/failwell/stories.toml"), bank).unwrap();
    let told = stats(home.path(), &[]);
    assert!(told.contains("story \"空的展厅\""), "{told}");
    assert!(told.contains("Stories not told yet: The late"), "{told}");
    let json: Value = serde_json::from_str(&stats(home.path(), &["--json"])).unwrap();
    assert_eq!(
        json["stories"][0],
        json!({"id": "hall", "en": null, "zh": "空的展厅", "count": 1, "last": "2026-03-08"})
    );
    assert_eq!(json["stories"][2]["count"], 0);
}

#[test]
fn what_people_ticked_stands_beside_the_marks_and_nothing_where_nobody_did() {
    let home = home();
    let mut lines: Vec<String> = ["work", "kept", "kept"]
        .into_iter()
        .zip(1..)
        .map(|(we, number)| attempt(number, "mine", we))
        .collect();
    write(home.path(), &lines);
    let told = stats(home.path(), &[]);
    assert!(
        !told.contains("people") && !told.contains("listened"),
        "{told}"
    );
    let sheet = |id: &str, heard: &[&str]| {
        let of = format!("01K4TZXC9P{:016}", 1);
        json!({"v": 1, "kind": "feedback", "id": id, "of": of, "heard": heard}).to_string()
    };
    lines.extend([sheet("a", &["we", "brief"]), sheet("b", &["brief"])]);
    write(home.path(), &lines);
    let told = stats(home.path(), &[]);
    for part in [
        "kept 2 of 3  people 1/2",
        "kept 3 of 3  people 2/2",
        "kept 3 of 3  people 0/2",
        "2 people listened; what they ticked agrees with 3 of 16 marks.",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let json: Value = serde_json::from_str(&stats(home.path(), &["--json"])).unwrap();
    let all = &json["slices"][0];
    assert_eq!(
        (&all["sheets"], &all["agreed"]),
        (&json!(2), &json!({"count": 3, "of": 16}))
    );
    assert_eq!(all["tips"][3]["agreed"], json!({"count": 1, "of": 2}));
    assert_eq!(json["attempts"][0]["people"]["agree"]["brief"], 2);
    let table = stats(home.path(), &["--format", "csv"]);
    let row = table.lines().nth(1).unwrap();
    assert!(row.ends_with(",2,0,0,0,1,0,2,0,0"), "{row}");
}
