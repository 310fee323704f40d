//! The command line as another program sees it: bytes in, bytes out, exit codes.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "this test makes files, says what it skips, and may fail"
)]

mod changes;
mod check;
mod compare;
mod disks;
mod doctor;
mod due;
mod exports;
mod feedback;
mod fix;
mod history;
mod hostile;
mod keys;
mod order;
mod plain;
mod settings;
mod shell;
mod stats;
mod stories;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use failwell::content;
use serde_json::{Value, json};

const SHORT: &str = "We failed to ask anybody.";

/// The program in an empty home, with nothing of this machine's settings.
fn failwell(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_failwell"));
    command
        .env_clear()
        .env("HOME", home)
        .args(args)
        .current_dir(home)
        .stdin(Stdio::null());
    command
}

/// Runs it to its end with this standard input.
fn run(command: &mut Command, input: &[u8]) -> Output {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // Whoever does not read its input may close it.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn usage_faults_are_said_on_standard_error_with_a_suggestion() {
    let home = home();
    for (args, said) in [
        (&["chekc"][..], "'check'"),
        (&["check", "--fromat", "json"], "'--format'"),
        (&["check", "--format", "jsn"], "'json'"),
        (&["check", "--jsonl", "a.txt"], "cannot be used with"),
        (&["tips", "9"], "1..=8"),
        (&["samples", "nope"], "client-data"),
        (&["check", "missing.txt"], "`missing.txt`"),
        (&["check", "--tips", "wee"], "'we'"),
    ] {
        let output = run(&mut failwell(home.path(), args), b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(out(&output), "", "{args:?}");
        assert!(err(&output).contains(said), "{args:?}: {}", err(&output));
    }
}

/// Arguments whose output is long, with the input they need.
fn talkative() -> Vec<(Vec<&'static str>, String)> {
    let answer = &content::library().samples[0].before.en.text;
    let lines = format!("{}\n", json!({"id": 1, "text": answer})).repeat(40);
    vec![
        (vec!["check"], answer.clone()),
        (vec!["check", "--jsonl"], lines),
        (vec!["prompt"], String::new()),
        (vec!["tips"], String::new()),
        (vec!["samples"], String::new()),
        (vec!["doctor"], String::new()),
        (vec!["--help"], String::new()),
        (vec!["--version"], String::new()),
    ]
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let home = home();
    for (args, input) in talkative() {
        for lines in [0, 1] {
            let mut child = failwell(home.path(), &args)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let mut stdin = child.stdin.take().unwrap();
            let stdout = child.stdout.take().unwrap();
            if lines == 0 {
                drop(stdout);
                let _ = stdin.write_all(input.as_bytes());
                drop(stdin);
            } else {
                let bytes = input.clone();
                let writer = std::thread::spawn(move || stdin.write_all(bytes.as_bytes()).is_ok());
                BufReader::new(stdout).lines().next().unwrap().unwrap();
                let _ = writer.join();
            }
            let output = child.wait_with_output().unwrap();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{args:?}");
            assert_eq!(err(&output), "", "{args:?}");
        }
    }
}

#[test]
fn a_full_disk_is_an_error() {
    let home = home();
    for args in [&["tips"][..], &["check"]] {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = failwell(home.path(), args)
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(err(&output).contains("cannot write the output"));
    }
}

#[test]
fn nothing_that_acts_on_a_terminal_is_written() {
    let home = home();
    let sample = &content::library().samples[0].before.en.text;
    let hostile = sample.replace(". ", ". \u{1b}]52;c;aGk=\u{7}\u{9b}2J\u{202e}\u{200b} 👨‍👩‍👧 ");
    let name = "evil\u{1b}[2J\u{202e}.txt";
    fs::write(home.path().join(name), &hostile).unwrap();
    fs::create_dir_all(home.path().join(".config/failwell")).unwrap();
    fs::write(
        home.path().join(".config/failwell/config.toml"),
        "\"\\u001b[31mlang\" = 1\n",
    )
    .unwrap();
    for args in [
        &["check", name, name][..],
        &["check", "--format", "json", name],
        &["check", "--lang", "zh", name],
        &["check", "gone\u{1b}[2J"],
        &["samples", "\u{1b}[2J"],
        &["tips", "--lang", "\u{1b}[2J"],
        &["\u{1b}[2J"],
    ] {
        let output = run(&mut failwell(home.path(), args), b"");
        for text in [out(&output), err(&output)] {
            let bad = text.chars().find(|c| {
                (c.is_control() && *c != '\n') || matches!(c, '\u{200b}' | '\u{202e}' | '\u{feff}')
            });
            assert_eq!(bad, None, "{args:?}\n{text}");
        }
    }
    let output = run(&mut failwell(home.path(), &["check", name]), b"");
    let shown = "<U+001B>]52;c;aGk=<U+0007><U+009B>2J<U+202E><U+200B> 👨‍👩‍👧";
    assert!(out(&output).contains(shown), "{}", out(&output));
    let output = run(
        &mut failwell(home.path(), &["check", "--format", "json", name]),
        b"",
    );
    let report: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(report["id"], name, "the data itself is whole");
}
