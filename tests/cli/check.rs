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
        &["check", "--format", "short"],
        &["check", "--format", "json"],
        &["check", "--format", "jsonl"],
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
        "check", "--format", "jsonl", "a.txt", "b.txt", "gone", "c.txt",
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

/// A folder with texts of both kinds, and with what is passed over.
fn folder() -> tempfile::TempDir {
    let home = home();
    let path = |name: &str| home.path().join("answers").join(name);
    fs::create_dir_all(path("b/c")).unwrap();
    fs::create_dir_all(path(".git")).unwrap();
    let sample = &content::library().samples[0];
    fs::write(path("2.txt"), &sample.before.zh.text).unwrap();
    fs::write(path("10.TXT"), &sample.after.en.text).unwrap();
    let noted = format!(
        "# Notes\n\n```\nI failed.\n```\n\n{}",
        sample.before.en.text
    );
    fs::write(path("b/note.md"), noted).unwrap();
    fs::write(path("b/c/short.markdown"), SHORT).unwrap();
    for other in [".git/x.txt", ".hidden.txt", "photo.png", "b/main.rs"] {
        fs::write(path(other), SHORT).unwrap();
    }
    std::os::unix::fs::symlink(path("2.txt"), path("link.txt")).unwrap();
    std::os::unix::fs::symlink(home.path(), path("b/round")).unwrap();
    home
}

const READ: [&str; 4] = [
    "answers/10.TXT",
    "answers/2.txt",
    "answers/b/note.md",
    "answers/b/c/short.markdown",
];
const PASSED: [&str; 6] = [
    "answers/.git",
    "answers/.hidden.txt",
    "answers/link.txt",
    "answers/photo.png",
    "answers/b/main.rs",
    "answers/b/round",
];

#[test]
fn a_folder_is_read_by_name_and_what_is_passed_over_is_said() {
    let home = folder();
    let check = |format| {
        let args = ["check", "--format", format, "answers"];
        run(&mut failwell(home.path(), &args), b"")
    };
    let output = check("json");
    assert_eq!(output.status.code(), Some(1));
    let document: Value = serde_json::from_str(&out(&output)).unwrap();
    let ids: Vec<&Value> = document["reports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|report| &report["id"])
        .collect();
    assert_eq!(
        (&document["v"], ids),
        (
            &json!(1),
            READ.iter()
                .map(|id| json!(id))
                .collect::<Vec<_>>()
                .iter()
                .collect()
        )
    );
    assert_eq!(document["passed"], json!(PASSED));
    let said = err(&output);
    assert!(said.contains("answers/.git, answers/.hidden.txt"), "{said}");
    assert!(said.contains("answers/b/main.rs and 1 more"), "{said}");

    let text = out(&check("text"));
    let places = READ.map(|name| text.find(&format!("== {name} ==\n")).unwrap());
    assert!(places.is_sorted());
    assert!(
        err(&check("text")).contains("answers: 4; in order: 1, to change: 2, without marks: 1")
    );
    let lines = out(&check("jsonl"));
    assert_eq!(lines.lines().count(), 4);
    for _ in 0..5 {
        assert_eq!(out(&check("jsonl")), lines, "whatever the threads do");
    }
}

#[test]
fn the_prose_of_markdown_is_read_where_it_stands() {
    let home = folder();
    let path = home.path().join("answers/b/note.md");
    let text = fs::read_to_string(&path).unwrap();
    let plain = &content::library().samples[0].before.en.text;
    let args = ["check", "--format", "json", "answers/b/note.md"];
    let output = run(&mut failwell(home.path(), &args), b"");
    let report: Value = serde_json::from_str(&out(&output)).unwrap();
    let output = run(&mut failwell(home.path(), &args[..3]), plain.as_bytes());
    let bare: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(report["verdicts"], bare["verdicts"]);
    let offset = text.find(plain.as_str()).unwrap() as u64;
    let (found, bare) = (&report["findings"], &bare["findings"]);
    assert_eq!(
        found.as_array().unwrap().len(),
        bare.as_array().unwrap().len()
    );
    for (found, bare) in found
        .as_array()
        .unwrap()
        .iter()
        .zip(bare.as_array().unwrap())
    {
        assert_eq!(found["quote"], bare["quote"]);
        assert_eq!(
            found["start"].as_u64(),
            bare["start"].as_u64().map(|at| at + offset)
        );
    }
}

#[test]
fn short_lines_name_the_place_in_the_file() {
    let home = folder();
    let args = ["check", "--format", "short", "answers", "--tips", "we,7"];
    let output = run(&mut failwell(home.path(), &args), b"");
    let text = fs::read_to_string(home.path().join("answers/b/note.md")).unwrap();
    let mut seen = 0;
    for line in out(&output).lines() {
        let mut parts = line.splitn(4, ':');
        let mut part = || parts.next().unwrap();
        let (name, row, column, told) = (part(), part(), part(), part());
        assert!(READ.contains(&name), "{line}");
        if name != "answers/b/note.md" {
            continue;
        }
        assert!(
            told.starts_with(" we/") || told.starts_with(" defend"),
            "{line}"
        );
        let row = text.lines().nth(row.parse::<usize>().unwrap() - 1).unwrap();
        let rest: String = row
            .chars()
            .skip(column.parse::<usize>().unwrap() - 1)
            .collect();
        let quote = told.split('"').nth(1).unwrap().trim_end_matches("...");
        assert!(rest.starts_with(quote), "{line}\n{rest}");
        seen += 1;
    }
    assert!(seen > 1);
}

#[test]
fn tips_that_were_not_asked_about_are_not_told_and_decide_nothing() {
    let home = home();
    let sample = &content::library().samples[0].before.en.text;
    let report = content::engine().analyse(sample, Options::default());
    for tip in Tip::ALL {
        let number = tip.number().to_string();
        for name in [tip.id(), &number] {
            let args = ["check", "--format", "json", "--why", "--tips", name];
            let output = run(&mut failwell(home.path(), &args), sample.as_bytes());
            let work = report.verdict(tip) == Some(Verdict::Work);
            assert_eq!(output.status.code(), Some(i32::from(work)), "{name}");
            let written: Value = serde_json::from_str(&out(&output)).unwrap();
            let verdicts = written["verdicts"].as_object().unwrap();
            assert_eq!(verdicts.keys().collect::<Vec<_>>(), [tip.id()]);
            let findings = written["findings"].as_array().unwrap();
            assert!(findings.iter().all(|finding| finding["tip"] == tip.id()));
            for why in written["why"].as_array().unwrap() {
                let place = |one: &Value| (one["kind"].clone(), one["start"].clone());
                assert!(findings.iter().any(|found| place(found) == place(why)));
            }
        }
    }
}

#[test]
fn a_folder_without_texts_is_an_error() {
    let home = home();
    fs::create_dir(home.path().join("empty")).unwrap();
    let output = run(&mut failwell(home.path(), &["check", "empty"]), b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("`empty` holds no text"));
}
