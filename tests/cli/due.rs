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
    let answer = due(path, &[]);
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
    for (number, we) in [(2, "work"), (3, "work")] {
        lines.push(attempt(number, "failure", we));
        write(path, &lines);
    }
    assert!(due(path, &[]).starts_with("Tip 4"), "stale");
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
