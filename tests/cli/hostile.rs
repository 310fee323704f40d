//! Packs, names, settings and answers that are meant to do harm; and that nobody is called.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::history::{FIRST, SECOND, with_history};
use crate::{err, failwell, out, run};

const HOSTILE: &str =
    "\u{1b}]52;c;aGk=\u{7}\u{1b}[2J\u{9b}31m\u{7f}\u{202e}\u{2066}\u{200b}\u{feff}";

const QUESTION: &str =
    "[[prompt]]\nid = \"tea\"\ntext.en = \"Tell me about cold tea.\"\nprobes = [\"maturity\"]\n";

fn pack(home: &Path, name: &str, text: &str) {
    let folder = home.join(".local/share/failwell/packs").join(name);
    fs::create_dir_all(folder.join("prompts")).unwrap();
    fs::write(folder.join("prompts/mine.toml"), text).unwrap();
}

/// A home in which everything that can be hostile is.
fn hostile() -> tempfile::TempDir {
    let home = with_history();
    let config = home.path().join(".config/failwell");
    fs::create_dir_all(&config).unwrap();
    fs::write(
        config.join("config.toml"),
        "\"\\u001b[31m\\u202elang\" = 1\n",
    )
    .unwrap();
    pack(home.path(), HOSTILE, QUESTION);
    pack(home.path(), "keys", "\"\\u001b[2J\\u202e\" = 1\n");
    pack(home.path(), "text", &QUESTION.replace("cold", HOSTILE));
    pack(home.path(), "good", QUESTION);
    fs::write(
        home.path().join(format!("{HOSTILE}.txt")),
        format!("We {HOSTILE} forgot."),
    )
    .unwrap();
    home
}

/// Every command that says something, none that changes anything.
fn commands() -> Vec<Vec<String>> {
    let file = format!("{HOSTILE}.txt");
    [
        &["prompt"][..],
        &["prompt", "--lang", HOSTILE],
        &["check", &file],
        &["check", "--why", &file],
        &["check", "--format", "json", &file],
        &["check", HOSTILE],
        &["tips", HOSTILE],
        &["samples", HOSTILE],
        &["history"],
        &["history", "list"],
        &["history", "list", "--json"],
        &["history", "show", FIRST],
        &["history", "show", SECOND],
        &["history", "show", HOSTILE],
        &["history", "search", HOSTILE],
        &["history", "search", "晚"],
        &["history", "note", HOSTILE, HOSTILE],
        &["history", "delete", "--dry-run", SECOND],
        &["history", "export", "--format", "md"],
        &["history", "export", "--format", "html"],
        &["history", "import", HOSTILE],
        &["history", "merge", HOSTILE],
        &["history", "restore", HOSTILE],
        &["history", "path"],
        &["content", "check", ".local/share/failwell/packs/keys"],
        &["content", "check", HOSTILE],
        &["doctor"],
        &["rehearse", "--prompt", HOSTILE],
        &["rehearse", "--minutes", HOSTILE],
        &[HOSTILE],
    ]
    .iter()
    .map(|args| args.iter().map(ToString::to_string).collect())
    .collect()
}

#[test]
fn no_command_passes_on_what_acts_on_a_terminal() {
    let home = hostile();
    for args in commands() {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = run(&mut failwell(home.path(), &args), b"");
        for text in [out(&output), err(&output)] {
            let bad = text.chars().find(|c| {
                (c.is_control() && *c != '\n' && *c != '\t')
                    || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            });
            assert_eq!(bad, None, "{args:?}\n{text}");
        }
    }
}

#[test]
fn packs_join_the_draw_and_a_bad_one_is_told_of_and_left_out() {
    let home = hostile();
    let mut asked = String::new();
    for seed in 0..400 {
        let seed = seed.to_string();
        let output = run(
            &mut failwell(home.path(), &["prompt", "--seed", &seed]),
            b"",
        );
        assert_eq!(output.status.code(), Some(0));
        asked += &out(&output);
        let faults = err(&output);
        assert!(
            faults.contains("packs/keys/prompts/mine.toml:1"),
            "{faults}"
        );
        assert!(
            faults.contains("has a name that a pack may not have"),
            "{faults}"
        );
        assert!(
            faults.contains("holds the invisible character U+0007") || faults.contains("U+001B"),
            "{faults}"
        );
        if asked.contains("Tell me about cold tea.") {
            return;
        }
    }
    panic!("never asked:\n{asked}");
}

#[test]
fn a_pack_starts_nothing_reads_nothing_else_and_is_not_waited_for() {
    let home = with_history();
    pack(home.path(), "good", QUESTION);
    let packs = home.path().join(".local/share/failwell/packs");
    symlink("/dev/zero", packs.join("good/prompts/zero.toml")).unwrap();
    symlink("/etc", packs.join("etc")).unwrap();
    fs::create_dir_all(packs.join("pipe/prompts")).unwrap();
    let made = Command::new("mkfifo")
        .arg(packs.join("pipe/prompts/p.toml"))
        .status();
    assert!(made.unwrap().success());
    let output = run(&mut failwell(home.path(), &["prompt"]), b"");
    assert_eq!(output.status.code(), Some(0));
    let faults = err(&output);
    for fault in [
        "zero.toml: is a link",
        "packs/etc: is a link",
        "p.toml: is not a regular file",
    ] {
        assert!(faults.contains(fault), "{faults}");
    }
}

/// Needs `strace`; without it the test says so and is skipped.
#[test]
fn no_command_opens_a_socket_or_starts_a_program() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("skipped: no `strace` on this machine");
        return;
    }
    let home = hostile();
    let trace = home.path().join("trace");
    for args in commands() {
        let mut strace = Command::new("strace");
        strace
            .args(["-f", "-e", "trace=socket,connect,bind,execve", "-o"])
            .arg(&trace);
        strace.arg(env!("CARGO_BIN_EXE_failwell")).args(&args);
        strace
            .env_clear()
            .env("HOME", home.path())
            .env("PATH", "/usr/bin:/bin");
        run(strace.current_dir(home.path()), b"");
        let calls = fs::read_to_string(&trace).unwrap();
        let calls: Vec<&str> = calls.lines().filter(|line| line.contains('(')).collect();
        assert_eq!(
            calls.len(),
            1,
            "{args:?}: the program itself and nothing else\n{calls:#?}"
        );
    }
}
