//! Disks that are full or read-only, folders in other places, other time zones. A disk is a small
//! file system of its own, mounted where that is allowed; elsewhere the test says so and is skipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::history::{FIRST, with_history};
use crate::{err, failwell, home, out, run};

const TRAINER: &str = env!("CARGO_BIN_EXE_failwell");

/// Runs a script to a good end, with mounts that nobody else sees, and gives the way to read the
/// files that it left; `None` where that is not allowed.
fn with_mounts(home: &Path, script: &str) -> Option<impl Fn(&str) -> String> {
    let can = Command::new("unshare").args(["-rm", "true"]).status();
    if !can.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no `unshare -rm` on this machine");
        return None;
    }
    let mut shell = Command::new("unshare");
    shell.args(["-rm", "/bin/sh", "-euc", script, TRAINER]);
    shell
        .env_clear()
        .env("HOME", home)
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    let output = run(shell.current_dir(home), b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let home = home.to_owned();
    Some(move |name: &str| fs::read_to_string(home.join(name)).unwrap_or_default())
}

#[test]
fn a_full_disk_costs_nothing_that_was_there_and_works_again_with_room() {
    let (home, big) = (with_history(), home());
    let line = fs::read_to_string(home.path().join(".local/share/failwell/history.jsonl")).unwrap();
    let line = line.lines().next().unwrap();
    let long = "long ".repeat(4000);
    let lines: String = (0..8)
        .map(|n| {
            line.replace(FIRST, &format!("01K4TZXC9R000000000000000{n}"))
                .replace("We were late.", &long)
                + "\n"
        })
        .collect();
    let import = big.path().join("big.jsonl");
    fs::write(&import, lines).unwrap();
    let script = format!(
        "cp -r .local/share/failwell kept; mount -t tmpfs -o size=64k,mode=700 none .local/share/failwell
        cp kept/history.jsonl .local/share/failwell/
        cp .local/share/failwell/history.jsonl before
        \"$0\" history import {import} >out 2>err && exit 11
        cmp .local/share/failwell/history.jsonl before
        head -c 40000 /dev/zero >.local/share/failwell/filler || true
        cat /dev/zero >.local/share/failwell/filler2 2>/dev/null || true
        \"$0\" history delete {FIRST} --yes >out 2>err2 && exit 12
        cmp .local/share/failwell/history.jsonl before
        head -c 9000 before | tr '\\n' ' ' >long; cat long long long long >note
        \"$0\" history note {FIRST} <note >out 2>err3 && exit 13
        cmp .local/share/failwell/history.jsonl before
        rm .local/share/failwell/filler*
        mount -o remount,size=4m .local/share/failwell
        \"$0\" history import {import} >out
        \"$0\" history delete {FIRST} --yes >>out
        \"$0\" history list >list
        ls -A .local/share/failwell >names",
        import = import.display(),
    );
    let Some(read) = with_mounts(home.path(), &script) else {
        return;
    };
    for name in ["err", "err2", "err3"] {
        let said = read(name);
        assert!(
            said.contains("history.jsonl") && said.contains("No space left"),
            "{name}: {said}"
        );
        assert!(said.contains("free some space"), "{said}");
    }
    assert!(read("out").contains("new lines: 8"), "{}", read("out"));
    assert_eq!(read("list").lines().count(), 9);
    assert_eq!(
        read("names"),
        "history.jsonl\nhistory.lock\n",
        "nothing is left behind"
    );
}

#[test]
fn on_a_read_only_disk_everything_is_read_and_nothing_is_promised() {
    let home = with_history();
    let script = "mount --bind .local .local; mount -o remount,ro,bind .local
        for args in list 'search late' 'show 01K4TZXC9P' 'export' 'export --format csv' 'path' 'list --json'; do
            \"$0\" history $args >>out 2>>err
        done
        \"$0\" history note 01K4TZXC9P x >>said 2>&1 && exit 11
        \"$0\" history delete 01K4TZXC9P --yes >>said 2>&1 && exit 12
        \"$0\" history backup >>said 2>&1 && exit 13
        \"$0\" doctor >doctor && exit 14
        \"$0\" history export away.html 2>>err
        exit 0";
    let Some(read) = with_mounts(home.path(), script) else {
        return;
    };
    assert!(read("out").contains("We were late."));
    let said = read("said");
    assert_eq!(said.matches("Read-only file system").count(), 3, "{said}");
    assert!(
        read("doctor").contains("cannot be written to"),
        "{}",
        read("doctor")
    );
    assert!(read("away.html").contains("We were late."));
}

/// All files and folders below.
fn all(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all(&path));
        }
        found.push(path);
    }
    found
}

#[test]
fn everything_is_where_the_variables_say_and_nothing_else_is_made() {
    let home = home();
    let from = with_history();
    let source = from.path().join(".local/share/failwell");
    let folders = ["data", "state", "config"].map(|name| home.path().join(name));
    let command = |args: &[&str]| {
        let mut command = failwell(home.path(), args);
        for (name, folder) in ["XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"]
            .iter()
            .zip(&folders)
        {
            command.env(name, folder);
        }
        let output = run(&mut command, b"");
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", err(&output));
        out(&output)
    };
    command(&["history", "merge", source.to_str().unwrap()]);
    command(&["history", "note", FIRST, "x"]);
    command(&["history", "backup"]);
    command(&["history", "delete", FIRST, "--yes", "--backups"]);
    let path = command(&["history", "path"]);
    assert_eq!(
        Path::new(path.trim_end()),
        folders[0].join("failwell/history.jsonl")
    );
    let mut names: Vec<String> = all(home.path())
        .iter()
        .map(|path| {
            path.strip_prefix(home.path())
                .unwrap()
                .display()
                .to_string()
        })
        .filter(|name| !name.contains("/backup/"))
        .collect();
    names.sort();
    let expected = [
        "data",
        "data/failwell",
        "data/failwell/history.jsonl",
        "data/failwell/history.lock",
        "state",
        "state/failwell",
        "state/failwell/backup",
    ];
    assert_eq!(names, expected);
}

#[test]
fn past_days_stay_wherever_and_whenever_one_looks() {
    let home = with_history();
    let list = |name: &str, value: &str| {
        let mut command = failwell(home.path(), &["history", "list"]);
        out(&run(command.env(name, value), b""))
    };
    let here = list("TZ", "UTC");
    assert!(here.contains("2026-03-08") && here.contains("2026-03-09"));
    for (name, value) in [
        ("TZ", "Asia/Shanghai"),
        ("TZ", "America/Los_Angeles"),
        ("TZ", "Asia/Kathmandu"),
        ("TZ", "Pacific/Kiritimati"),
        ("FAILWELL_DAY_START", "00:00"),
        ("FAILWELL_DAY_START", "12:00"),
    ] {
        assert_eq!(list(name, value), here, "{name}={value}");
    }
}
