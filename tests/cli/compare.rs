//! `failwell history compare`: two attempts beside each other.

use std::fs;

use serde_json::{Value, json};

use crate::{err, failwell, home, out, run};

const FIRST: &str = "01K4TZXC9P0000000000000001";
const EDITED: &str = "01K4TZXC9Q0000000000000002";
const FRESH: &str = "01K4TZXC9R0000000000000003";

const BEFORE: &str = "Last spring I led the move of our client files to a new cloud system. \
    I assumed everyone would find their way in the new folders. In the second week a proposal went \
    missing, and it was a complete disaster. We realised that people need to practise a change \
    before it arrives. So we ran three short workshops before the next launch.";

/// A home with a take, the same one edited, and a fresh one in Chinese whose prompt acts up.
fn with_takes() -> tempfile::TempDir {
    let home = home();
    let folder = home.path().join(".local/share/failwell");
    fs::create_dir_all(&folder).unwrap();
    let record = |id: &str, parent: Option<&str>, answer: &str| {
        let how = parent.map_or("fresh", |_| "edited");
        json!({
            "v": 1, "kind": "attempt", "id": id, "at": "2026-03-08T09:12:44Z", "off": "+08:00",
            "tz": null, "day": "2026-03-08", "prompt": "mine", "prompt_text": "Why?\u{1b}[2J",
            "lang": null, "answer": answer, "how": how, "sitting": null, "take": 1,
            "parent": parent, "story": null, "goal": null, "interrupted": false,
            "typing_seconds": 130, "limit_seconds": null, "words": 5, "speaking_seconds": 2,
            "reason": null, "verdicts": {}, "next": null, "turn_seconds": null, "rules": 0,
        })
        .to_string()
    };
    let after = BEFORE.replace("a complete disaster", "a setback");
    let lines = [
        record(FIRST, None, BEFORE),
        record(EDITED, Some(FIRST), &after),
        record(FRESH, None, "我们\u{202e}晚了。"),
    ];
    fs::write(folder.join("history.jsonl"), lines.join("\n") + "\n").unwrap();
    home
}

fn compared(args: &[&str]) -> String {
    let home = with_takes();
    let args = [&["history", "compare"], args].concat();
    let output = run(&mut failwell(home.path(), &args), b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    out(&output)
}

#[test]
fn an_edited_take_is_told_edit_by_edit_in_whatever_order_it_is_asked_for() {
    let told = compared(&[FIRST, EDITED]);
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("it was a [-complete disaster-]{+setback+}(✓3)."),
        "{told}"
    );
    assert!(
        flat.contains("Marks that went with an edit: ✓ 3 heavy word: \"complete disaster\""),
        "{told}"
    );
    assert!(told.lines().all(|line| line.chars().count() <= 80));
    assert_eq!(told, compared(&[EDITED, FIRST]));
    assert_eq!(told, compared(&["01K4TZXC9Q"]), "its parent is found");
}

#[test]
fn fresh_takes_are_told_beat_by_beat_and_nothing_acts_on_the_terminal() {
    let told = compared(&[FIRST, FRESH]);
    assert!(told.contains("100% of the wording moved."), "{told}");
    assert!(told.contains("only the wording is compared"), "{told}");
    assert!(told.contains("then: Last spring"), "{told}");
    assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told}");
}

#[test]
fn json_tells_the_same_to_programs() {
    let told: Value = serde_json::from_str(&compared(&[FIRST, EDITED, "--json"])).unwrap();
    assert_eq!(
        (&told["earlier"], &told["later"]),
        (&json!(FIRST), &json!(EDITED))
    );
    assert_eq!(told["edited"], true);
    let edit =
        json!({"before": "complete disaster", "after": "setback", "cleared": ["heavy-word"]});
    assert_eq!(told["edits"], json!([edit]));
    assert_eq!(told["beats"]["lesson"], "stayed");
    assert_eq!(told["worked"], Value::Null, "without a goal");
    let home = with_takes();
    let file = home.path().join(".local/share/failwell/history.jsonl");
    let lines = fs::read_to_string(&file).unwrap();
    let goal = "\"goal\":{\"step\":\"framing\",\"by_seconds\":null}";
    fs::write(&file, lines.replace("\"goal\":null", goal)).unwrap();
    let ids = ["history", "compare", FIRST, EDITED, "--json"];
    let told = out(&run(&mut failwell(home.path(), &ids), b""));
    let told: Value = serde_json::from_str(&told).unwrap();
    let worked = json!({"step": "framing", "before": "complete disaster", "now": "setback"});
    assert_eq!(told["worked"], worked);
}

#[test]
fn an_unknown_or_lonely_attempt_is_told_of() {
    let home = with_takes();
    let output = run(
        &mut failwell(home.path(), &["history", "compare", "02"]),
        b"",
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("there is no attempt `02`"));
    let file = home.path().join(".local/share/failwell/history.jsonl");
    let lines = fs::read_to_string(&file).unwrap();
    fs::write(&file, lines.lines().next().unwrap()).unwrap();
    let output = run(
        &mut failwell(home.path(), &["history", "compare", FIRST]),
        b"",
    );
    assert!(err(&output).contains("a second take"), "{}", err(&output));
}
