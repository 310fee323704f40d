//! `failwell check`.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use failwell::content;
use failwell::engine::{Options, Tip, Verdict};
use serde_json::{Value, json};

use crate::{SHORT, err, failwell, home, out, run};

#[test]
fn the_exit_code_tells_whether_a_change_is_asked_for() {
    let home = home();
    let samples = content::library().samples.iter();
    let texts = samples.flat_map(|s| [&s.before.en, &s.before.zh, &s.after.en, &s.after.zh]);
    let ways = [
        &["check"][..],
        &["check", "-"],
        &["check", "--format", "json"],
    ];
    for (sample, args) in texts.zip(ways.iter().cycle()) {
        let report = content::engine().analyse(&sample.text, Options::default());
        let work = |tip: &Tip| report.verdict(*tip) == Some(Verdict::Work);
        let expected = i32::from(!report.marked() || Tip::ALL.iter().any(work));
        let output = run(&mut failwell(home.path(), args), sample.text.as_bytes());
        assert_eq!(output.status.code(), Some(expected), "{}", sample.text);
        assert_eq!(err(&output), "");
    }
    let output = run(&mut failwell(home.path(), &["check"]), SHORT.as_bytes());
    assert_eq!(output.status.code(), Some(1), "no marks");
    let output = run(&mut failwell(home.path(), &["check"]), b"");
    assert_eq!(output.status.code(), Some(1), "nothing at all");
}

#[test]
fn one_bad_file_does_not_keep_the_others_from_it() {
    let home = home();
    fs::write(home.path().join("a.txt"), SHORT).unwrap();
    fs::write(home.path().join("b.txt"), b"\xff\xfe").unwrap();
    fs::write(home.path().join("c.txt"), "\u{feff}We failed.\r\n").unwrap();
    let args = [
        "check", "--format", "json", "a.txt", "b.txt", "gone", "c.txt",
    ];
    let output = run(&mut failwell(home.path(), &args), b"");
    assert_eq!(output.status.code(), Some(2));
    let ids: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].take())
        .collect();
    assert_eq!(ids, [json!("a.txt"), json!("c.txt")]);
    assert!(err(&output).contains("`b.txt` is no UTF-8 text (byte 0)"));
    assert!(err(&output).contains("cannot read `gone`"));

    let output = run(
        &mut failwell(home.path(), &["check", "a.txt", "c.txt"]),
        b"",
    );
    assert!(out(&output).starts_with("== a.txt ==\n"));
    assert!(out(&output).contains("\n\n== c.txt ==\n"));
}

#[test]
fn an_endless_file_ends() {
    let home = home();
    let output = run(&mut failwell(home.path(), &["check", "/dev/zero"]), b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("longer than 1 MiB"));
}

#[test]
fn a_json_report_holds_its_text_by_bytes() {
    let home = home();
    let sample = &content::library().samples[0];
    for (lang, text) in [
        ("en", &sample.before.en.text),
        ("zh", &sample.before.zh.text),
    ] {
        let args = ["check", "--format", "json"];
        let output = run(&mut failwell(home.path(), &args), text.as_bytes());
        let written = out(&output);
        let report: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(written.lines().count(), 1);
        assert_eq!((&report["v"], &report["id"]), (&json!(1), &json!("-")));
        assert_eq!(report["lang"], lang);
        assert_eq!(report["verdicts"].as_object().unwrap().len(), 8);
        let bytes = |span: &Value, key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        let findings = report["findings"].as_array().unwrap();
        assert!(!findings.is_empty());
        for finding in findings {
            let quote = &text[bytes(finding, "start")..bytes(finding, "end")];
            assert_eq!(finding["quote"], quote);
            // Chinese stands as itself.
            assert!(written.contains(&serde_json::to_string(quote).unwrap()));
        }
        for sentence in report["sentences"].as_array().unwrap() {
            assert!(
                text.get(bytes(sentence, "start")..bytes(sentence, "end"))
                    .is_some()
            );
        }
    }
}

#[test]
fn jsonl_answers_each_line_before_the_next_is_there() {
    let home = home();
    let mut child = failwell(home.path(), &["check", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for (line, answered) in [
        (r#"{"id":"one","text":"We failed."}"#, json!("one")),
        ("not json", json!(null)),
        (r#"{"id":3,"text":"我们失败了。","lang":"zh"}"#, json!(3)),
    ] {
        writeln!(stdin, "{line}").unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], answered);
        assert_eq!(answer["error"].is_string(), answered.is_null());
        assert_eq!(answer["line"] == 2, answered.is_null());
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[test]
fn jsonl_ends_well_whatever_the_verdicts() {
    let home = home();
    let input = format!(
        "{}\n\n",
        json!({"id": "a", "text": SHORT, "label": {"x": 1}})
    );
    let output = run(
        &mut failwell(home.path(), &["check", "--jsonl"]),
        input.as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(err(&output), "");
    let report: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(report["reason"], "too-short");
    assert_eq!(report["verdicts"], json!({}));
}
