//! `failwell history`, and what the trainer says without a terminal.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::{err, failwell, home, out, run};

pub(crate) const FIRST: &str = "01K4TZXC9P0000000000000001";
pub(crate) const SECOND: &str = "01K4TZXC9Q0000000000000002";

/// A home with two attempts, between them a line that cannot be read.
pub(crate) fn with_history() -> tempfile::TempDir {
    let home = home();
    let folder = home.path().join(".local/share/failwell");
    fs::create_dir_all(&folder).unwrap();
    let record = |id: &str, day: &str, prompt: &str, answer: &str| {
        json!({
            "v": 1, "kind": "attempt", "id": id, "at": "2026-03-08T09:12:44Z", "off": "+08:00",
            "tz": "Asia/Shanghai", "day": day, "prompt": "failure", "prompt_text": prompt,
            "lang": "en", "answer": answer, "how": "fresh", "sitting": null, "take": 2,
            "parent": null, "story": null, "goal": null, "interrupted": false,
            "typing_seconds": 130, "limit_seconds": null, "words": 5, "speaking_seconds": 2,
            "reason": null, "verdicts": {"learned": "kept", "we": "work"}, "next": "we",
            "turn_seconds": null, "rules": 0, "mood": "calm",
        })
    };
    let lines = format!(
        "{}\nnot a record\n{}\n",
        record(
            FIRST,
            "2026-03-08",
            "Tell me about a time you failed.",
            "We were late."
        ),
        record(
            SECOND,
            "2026-03-09",
            "请讲一次你失败的经历。\u{1b}[2J",
            "我们\u{202e}晚了。\u{7}"
        ),
    );
    fs::write(folder.join("history.jsonl"), lines).unwrap();
    home
}

#[test]
fn the_list_has_the_latest_first_and_counts_what_it_could_not_read() {
    let home = with_history();
    for args in [&["history"][..], &["history", "list"]] {
        let output = run(&mut failwell(home.path(), args), b"");
        let list = out(&output);
        assert_eq!(output.status.code(), Some(0));
        let lines: Vec<&str> = list.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(
            lines[0].starts_with("01K4TZXC9Q  2026-03-09  ✓--!----"),
            "{list}"
        );
        assert!(lines[0].contains("请讲一次你失败的经历。<U+001B>"));
        assert!(lines[1].starts_with("01K4TZXC9P  2026-03-08"));
        assert!(lines[1].ends_with("Tell me about a time you failed."));
        assert!(err(&output).contains("1 line could not be read"));
    }
}

#[test]
fn what_was_silenced_is_shown_with_its_reason_and_does_not_count() {
    let home = with_history();
    let file = home.path().join(".local/share/failwell/history.jsonl");
    let answer = "Last spring I led the move of our client files. I assumed everyone would find \
        their way. In the second week a proposal went missing, and it was a complete disaster. We \
        realised that people need to practise a change. So we ran three short workshops.";
    let attempt = fs::read_to_string(&file).unwrap();
    let attempt = attempt
        .lines()
        .next()
        .unwrap()
        .replace("We were late.", answer);
    let at = answer.find("complete disaster").unwrap();
    let event = |id: &str, back: bool| {
        json!({
            "v": 1, "kind": "silence", "id": id, "of": FIRST, "span": [at, at + 17],
            "finding": "heavy-word", "tip": null, "reason": "their\u{1b}word", "back": back,
        })
    };
    let shown = |lines: &str| {
        fs::write(&file, lines).unwrap();
        out(&run(
            &mut failwell(home.path(), &["history", "show", FIRST]),
            b"",
        ))
    };
    let loud = shown(&format!("{attempt}\n"));
    let quiet = shown(&format!("{attempt}\n{}\n", event("s1", false)));
    assert!(
        quiet.contains("does not count: \"complete disaster\" (their<U+001B>word)"),
        "{quiet}"
    );
    let state = |shown: &str| {
        let line = shown.lines().find(|line| line.starts_with("3 "));
        line.unwrap().to_owned()
    };
    assert!(state(&loud).ends_with(": check"), "{loud}");
    assert!(state(&quiet).ends_with(": kept"), "{quiet}");
    let both = [event("s1", false), event("s2", true)].map(|event| event.to_string());
    let again = shown(&format!("{attempt}\n{}\n", both.join("\n")));
    assert_eq!(again, loud, "taken back");
}

#[test]
fn json_holds_the_attempts_as_they_were_saved() {
    let home = with_history();
    let output = run(
        &mut failwell(home.path(), &["history", "list", "--json"]),
        b"",
    );
    let list: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!((&list["v"], &list["unread"]), (&json!(1), &json!(1)));
    let ids: Vec<&Value> = list["attempts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| &a["id"])
        .collect();
    assert_eq!(ids, [SECOND, FIRST]);
    assert_eq!(list["attempts"][0]["answer"], "我们\u{202e}晚了。\u{7}");
    assert!(out(&output).contains("我们") && !out(&output).contains('\u{202e}'));

    let output = run(
        &mut failwell(home.path(), &["history", "show", FIRST, "--json"]),
        b"",
    );
    let mut record: Value = serde_json::from_str(&out(&output)).unwrap();
    let report = record.as_object_mut().unwrap().remove("report").unwrap();
    assert_eq!((&report["v"], &report["id"]), (&json!(1), &json!(FIRST)));
    assert!(report["remarks"].is_array() && report["offers"].is_array());
    assert_eq!(record, list["attempts"][1]);
    assert_eq!(record["mood"], "calm", "fields of newer versions stay");
}

#[test]
fn an_attempt_is_shown_by_the_start_of_its_id() {
    let home = with_history();
    let show = |id: &str| run(&mut failwell(home.path(), &["history", "show", id]), b"");
    let output = show("01k4tzxc9p");
    assert_eq!(output.status.code(), Some(0));
    for part in [
        "2026-03-08",
        "take 2",
        FIRST,
        "Tell me about a time you failed.",
        "    We were late.",
    ] {
        assert!(out(&output).contains(part), "{part}\n{}", out(&output));
    }
    let cleaned = out(&show(SECOND));
    assert!(cleaned.contains("我们<U+202E>晚了。<U+0007>"), "{cleaned}");
    assert!(!cleaned.contains(['\u{1b}', '\u{7}', '\u{202e}']));
    for (id, said) in [("01K4", "2 attempts"), ("nope", "`nope`"), ("我", "`我`")] {
        let output = show(id);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
        assert!(err(&output).contains(said), "{}", err(&output));
    }
}

#[test]
fn the_path_is_where_it_really_is() {
    let home = with_history();
    let output = run(&mut failwell(home.path(), &["history", "path"]), b"");
    assert!(Path::new(out(&output).trim_end()).is_file());
    let output = run(
        &mut failwell(home.path(), &["history", "path", "--json"]),
        b"",
    );
    let path: Value = serde_json::from_str(&out(&output)).unwrap();
    assert!(Path::new(path["path"].as_str().unwrap()).is_file());

    let mut homeless = failwell(home.path(), &["history", "path"]);
    let output = run(homeless.env_remove("HOME"), b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("set HOME"));
}

#[test]
fn an_empty_history_is_no_error() {
    let home = home();
    let output = run(&mut failwell(home.path(), &["history"]), b"");
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""));
    let output = run(
        &mut failwell(home.path(), &["history", "list", "--json"]),
        b"",
    );
    let list: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(
        list,
        json!({"v": 1, "unread": 0, "attempts": [], "notes": [], "silences": []})
    );
    assert!(
        !home.path().join(".local").exists(),
        "reading makes no folders"
    );
}

#[test]
fn without_a_terminal_the_trainer_says_why_in_one_line() {
    let home = home();
    for args in [
        &[][..],
        &["rehearse"],
        &["--lang", "zh"],
        &["rehearse", "--minutes", "3"],
    ] {
        let output = run(&mut failwell(home.path(), args), b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(out(&output), "");
        assert_eq!(err(&output).lines().count(), 1);
        assert!(err(&output).contains("`failwell check"));
    }
}

#[test]
fn content_is_looked_through_line_by_line() {
    let home = home();
    let prompts = home.path().join("mine/prompts");
    fs::create_dir_all(&prompts).unwrap();
    let good = "[[prompt]]\nid = \"mine\"\ntext.en = \"When did a plan of yours go wrong?\"\n\
        text.zh = \"你的哪个计划出过问题？\"\nprobes = [\"maturity\"]\n";
    fs::write(prompts.join("a.toml"), good).unwrap();
    let check = || {
        run(
            &mut failwell(home.path(), &["content", "check", "mine"]),
            b"",
        )
    };
    let output = check();
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));

    fs::write(
        prompts.join("b.toml"),
        "[[prompt]]\nid = \"\u{7}\"\nbottle = 1\n",
    )
    .unwrap();
    let output = check();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        out(&output).contains("mine/prompts/b.toml:"),
        "{}",
        out(&output)
    );
    assert!(!out(&output).contains('\u{7}'));

    let output = run(
        &mut failwell(home.path(), &["content", "check", "gone"]),
        b"",
    );
    assert_eq!(output.status.code(), Some(2));
}
