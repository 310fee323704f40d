//! What the system is asked for, in order: a change is on disk before it is told. Needs `strace`;
//! without it the test says so and is skipped.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::history::{FIRST, with_history};
use crate::run;

/// The calls of `failwell history`, those that fail left out.
fn calls(home: &Path, args: &[&str]) -> Option<Vec<String>> {
    let trace = home.join("trace");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-y", "-s", "40", "-e"]);
    strace.arg(
        "trace=openat,write,fdatasync,fsync,rename,renameat,renameat2,linkat,unlink,socket,connect",
    );
    strace
        .arg("-o")
        .arg(&trace)
        .arg(env!("CARGO_BIN_EXE_failwell"))
        .arg("history")
        .args(args);
    strace
        .env_clear()
        .env("HOME", home)
        .env("PATH", "/usr/bin:/bin");
    let found = Command::new("strace").arg("-V").output();
    if !found.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: no `strace` on this machine");
        return None;
    }
    let output = run(strace.current_dir(home), b"");
    assert_eq!(output.status.code(), Some(0), "{}", crate::err(&output));
    let lines = fs::read_to_string(trace).unwrap();
    let done = lines.lines().filter(|line| !line.contains(" = -1 "));
    Some(done.map(str::to_owned).collect())
}

/// Whether lines that hold all of these parts come in this order.
fn in_order(calls: &[String], wanted: &[&[&str]]) {
    let mut rest = calls.iter();
    for parts in wanted {
        let found = rest.any(|call| parts.iter().all(|part| call.contains(part)));
        assert!(
            found,
            "{parts:?} does not come, or not in its place:\n{}",
            calls.join("\n")
        );
    }
    assert!(
        !calls
            .iter()
            .any(|call| call.contains("socket(") || call.contains("connect("))
    );
}

#[test]
fn an_append_is_on_disk_before_it_is_told() {
    let home = with_history();
    let Some(calls) = calls(home.path(), &["note", FIRST, "calm"]) else {
        return;
    };
    let file = "history.jsonl>";
    in_order(
        &calls,
        &[
            &["openat", "history.jsonl", "O_APPEND"],
            &["write", file, "note"],
            &["fdatasync", file],
            &["write(2", "noted on"],
        ],
    );
    let written = calls
        .iter()
        .filter(|call| call.contains("write(") && call.contains(file));
    assert_eq!(written.count(), 1, "one write for the whole line");
}

#[test]
fn a_rewrite_is_a_new_file_put_in_the_place_of_the_old_one() {
    let home = with_history();
    let Some(calls) = calls(home.path(), &["delete", FIRST, "--yes"]) else {
        return;
    };
    in_order(
        &calls,
        &[
            &["openat", "O_EXCL", "0600"],
            &["fdatasync", "/failwell/.tmp"],
            &["rename", "history.jsonl"],
            &["fsync", "share/failwell>"],
            &["write(1", "The attempt"],
        ],
    );
    let truncated = calls
        .iter()
        .find(|call| call.contains("O_TRUNC") && !call.contains("/dev/"));
    assert_eq!(truncated, None, "nothing is truncated in place");
}
