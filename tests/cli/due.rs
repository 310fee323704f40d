//! `failwell due`: always something, whatever became of the file that makes it fast.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::stats::{attempt, write};
use crate::{err, failwell, home, out, run};

fn due(home: &Path, args: &[&str]) -> String {
    let output = run(&mut failwell(home, &[&["due"], args].concat()), b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    out(&output)
}

fn cache(home: &Path) -> PathBuf {
    home.join(".local/state/failwell/due.json")
}

#[test]
fn there_is_always_something_to_practise() {
    let home = home();
    let told = due(home.path(), &[]);
    assert_eq!(
        told,
        "A question not seen yet:\nTell me about a time you failed.\n  failure\n"
    );
    assert!(!cache(home.path()).exists(), "nothing to keep");
    let json: Value = serde_json::from_str(&due(home.path(), &["--json"])).unwrap();
    assert_eq!((&json["v"], &json["due"]), (&json!(1), &json!("prompt")));
    assert_eq!(
        (&json["prompt"], &json["last"]),
        (&json!("failure"), &Value::Null)
    );
}

#[test]
fn a_tip_that_asks_again_and_again_is_named_with_a_question() {
    let home = home();
    let states = ["work", "kept", "look"];
    let lines: Vec<String> = (1..)
        .zip(states)
        .map(|(number, we)| attempt(number, "failure", we))
        .collect();
    write(home.path(), &lines);
    let told = due(home.path(), &[]);
    let expected = "Tip 4, we, not I: asked for a second look in 2 of the last 3 answers.\n";
    assert!(told.starts_with(expected), "{told}");
    assert!(!told.ends_with("  failure\n"), "seen less recently: {told}");
    let json: Value = serde_json::from_str(&due(home.path(), &["--json"])).unwrap();
    assert_eq!((&json["tip"], &json["asked"]), (&json!("we"), &json!(2)));
}

#[test]
fn a_cache_that_is_gone_stale_torn_or_of_another_version_changes_no_answer() {
    let home = home();
    let (file, path) = (cache(home.path()), home.path());
    let mut lines = vec![attempt(1, "failure", "kept")];
    write(path, &lines);
    bank(path, &[("parts", "deadline")]);
    let answer = due(path, &[]);
    assert!(answer.contains("The parts"), "{answer}");
    let good = fs::read(&file).unwrap();
    for damaged in [
        None,
        Some(good[..good.len() / 2].to_vec()),
        Some(b"{\"v\":1}".to_vec()),
        Some(
            String::from_utf8_lossy(&good)
                .replacen("\"v\":1", "\"v\":2", 1)
                .into_bytes(),
        ),
        Some(Vec::new()),
    ] {
        match damaged {
            Some(bytes) => fs::write(&file, bytes).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        assert_eq!(due(path, &[]), answer);
        assert_eq!(fs::read(&file).unwrap(), good, "it is made anew");
    }
    bank(path, &[]);
    for (number, we) in [(2, "work"), (3, "work")] {
        lines.push(attempt(number, "failure", we));
        write(path, &lines);
    }
    assert!(due(path, &[]).starts_with("Tip 4"), "stale");
}

/// A bank with these stories, each with a title and a tag.
fn bank(home: &Path, stories: &[(&str, &str)]) {
    let story = |(id, tag): &(&str, &str)| {
        format!("[[story]]\nid = \"{id}\"\ntags = [\"{tag}\"]\nen = {{ title = \"The {id}\" }}\n")
    };
    let text: String = stories.iter().map(story).collect();
    fs::write(home.join(".local/share/failwell/stories.toml"), text).unwrap();
}

#[test]
fn a_story_never_told_comes_first_by_its_title_with_a_question_that_it_answers() {
    let home = home();
    let told = attempt(1, "failure", "kept").replace("\"story\":null", "\"story\":\"hall\"");
    write(home.path(), &[told]);
    bank(home.path(), &[("hall", "failure")]);
    let said = due(home.path(), &[]);
    let expected = "The story \"The hall\": not told since 2026-03-08.\n";
    assert!(said.starts_with(expected), "{said}");
    bank(
        home.path(),
        &[("hall", "failure"), ("parts", "deadline"), ("archive", "")],
    );
    let json: Value = serde_json::from_str(&due(home.path(), &["--json"])).unwrap();
    assert_eq!(
        (&json["story"], &json["last"]),
        (&json!("parts"), &Value::Null)
    );
    assert_eq!(json["title"], "The parts");
    let prompt = json["prompt"].as_str().unwrap();
    let shown = run(
        &mut failwell(home.path(), &["story", "show", "parts", "--json"]),
        b"",
    );
    let shown: Value = serde_json::from_str(&out(&shown)).unwrap();
    assert_eq!(shown["story"]["answers"][0], prompt, "{shown}");
    let said = run(&mut failwell(home.path(), &["--lang", "zh", "due"]), b"");
    assert!(out(&said).starts_with("故事「The parts」：还没讲过。\n"));
}

#[test]
fn a_bank_that_cannot_be_read_is_complained_of_and_there_is_something_all_the_same() {
    let home = home();
    write(home.path(), &[attempt(1, "failure", "kept")]);
    bank(home.path(), &[("The hall", "")]);
    for args in [&["due"][..], &["stats"]] {
        let said = run(&mut failwell(home.path(), args), b"");
        assert_eq!(said.status.code(), Some(0));
        assert!(err(&said).contains("stories.toml:2:6: "), "{}", err(&said));
        assert!(!out(&said).is_empty());
    }
}

#[test]
fn where_it_cannot_be_kept_the_answer_is_the_same() {
    let home = home();
    write(home.path(), &[attempt(1, "failure", "kept")]);
    let answer = due(home.path(), &[]);
    fs::remove_file(cache(home.path())).unwrap();
    fs::create_dir(cache(home.path())).unwrap();
    assert_eq!(due(home.path(), &[]), answer);
}
