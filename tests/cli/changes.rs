//! `failwell history` where it changes something: it asks first, and says what was done.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;

use crate::history::{FIRST, with_history};
use crate::{err, failwell, home, out, run};

pub(crate) fn history(home: &Path, args: &[&str]) -> Output {
    let args = [&["history"], args].concat();
    run(&mut failwell(home, &args), b"")
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// All files of a home with their bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if path.extension().is_none_or(|end| end != "lock") {
            all.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    all.sort();
    all
}

pub(crate) fn data(home: &Path) -> PathBuf {
    home.join(".local/share/failwell")
}

#[test]
fn nothing_that_cannot_be_undone_is_done_unasked() {
    let home = with_history();
    history(home.path(), &["backup"]);
    let backup = backups(home.path()).remove(0);
    let backup = backup.to_str().unwrap();
    fs::write(home.path().join("there.csv"), "mine").unwrap();
    let before = files(home.path());
    for args in [
        &["delete", FIRST][..],
        &["restore", backup],
        &["export", "there.csv"],
    ] {
        let output = history(home.path(), args);
        assert_eq!(code(&output), 2, "{args:?}");
        let said = err(&output);
        assert!(said.contains("--yes") || said.contains("--force"), "{said}");
    }
    for args in [
        &["delete", FIRST, "--dry-run"][..],
        &["restore", backup, "--dry-run"],
        &["merge", backup, "--dry-run"],
        &["import", backup, "--dry-run"],
    ] {
        history(home.path(), args);
    }
    assert_eq!(files(home.path()), before, "byte for byte");
    let output = history(home.path(), &["delete", FIRST, "--dry-run"]);
    for part in ["history.jsonl", "backup/history-", "--backups"] {
        assert!(out(&output).contains(part), "{part}: {}", out(&output));
    }
}

fn backups(home: &Path) -> Vec<PathBuf> {
    let all = files(&home.join(".local/state/failwell/backup"));
    all.into_iter().map(|(path, _)| path).collect()
}

#[test]
fn what_is_deleted_is_gone_and_backups_are_named() {
    let home = with_history();
    history(home.path(), &["note", FIRST, "We noted this."]);
    history(home.path(), &["backup"]);
    let holds = |text: &str| {
        let all = files(home.path()).into_iter();
        let held = all.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(text));
        held.map(|(path, _)| path).collect::<Vec<_>>()
    };
    let output = history(home.path(), &["delete", FIRST, "--yes", "--json"]);
    let told: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(
        (&told["v"], &told["lines"], &told["id"]),
        (&1.into(), &2.into(), &FIRST.into())
    );
    let backups = backups(home.path());
    assert_eq!(told["backups"][0], backups[0].to_str().unwrap());
    for text in ["We were late.", "We noted this."] {
        assert_eq!(holds(text), backups, "{text}");
    }
    let output = history(home.path(), &["delete", FIRST, "--yes", "--backups"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    for text in ["We were late.", "We noted this."] {
        assert_eq!(holds(text), Vec::<PathBuf>::new(), "{text}");
    }
    assert_eq!(code(&history(home.path(), &["show", FIRST])), 2);
    assert!(out(&history(home.path(), &["list"])).contains("2026-03-09"));
    assert_eq!(
        holds("not a record"),
        [data(home.path()).join("history.jsonl"), backups[0].clone()]
    );
}

#[test]
fn a_note_comes_from_an_argument_or_from_standard_input() {
    let home = with_history();
    assert_eq!(code(&history(home.path(), &["note", FIRST, "calm"])), 0);
    let piped = run(
        &mut failwell(home.path(), &["history", "note", FIRST]),
        "更短\u{1b}[2J\n".as_bytes(),
    );
    assert_eq!(code(&piped), 0);
    let shown = out(&history(home.path(), &["show", FIRST]));
    for part in ["note: calm", "note: 更短<U+001B>[2J"] {
        assert!(shown.contains(part), "{shown}");
    }
    let list: Value =
        serde_json::from_str(&out(&history(home.path(), &["list", "--json"]))).unwrap();
    assert_eq!(list["notes"][1]["text"], "更短\u{1b}[2J");
    assert!(out(&history(home.path(), &["search", "CALM"])).contains("2026-03-08"));
    for (args, said) in [
        (&["note", FIRST, " "][..], "a word at least"),
        (&["note", "nope", "x"], "`nope`"),
    ] {
        let output = history(home.path(), args);
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains(said), "{}", err(&output));
    }
}

#[test]
fn a_search_finds_both_languages_and_says_when_there_is_nothing() {
    let home = with_history();
    for (text, day) in [
        ("WE WERE", "2026-03-08"),
        ("晚了", "2026-03-09"),
        ("2026-03-09", "2026-03-09"),
    ] {
        let found = out(&history(home.path(), &["search", text]));
        assert_eq!(
            (found.lines().count(), found.contains(day)),
            (1, true),
            "{text}: {found}"
        );
    }
    let nothing = history(home.path(), &["search", "nowhere"]);
    assert_eq!((code(&nothing), out(&nothing).as_str()), (0, ""));
    assert!(err(&nothing).contains("Nothing holds these words"));
}

/// `failwell history` with this umask.
pub(crate) fn with_umask(home: &Path, mask: &str, args: &str) -> Output {
    let script = format!("umask {mask}; exec \"$0\" history {args}");
    let mut shell = std::process::Command::new("/bin/sh");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_failwell")]);
    shell.env_clear().env("HOME", home).current_dir(home);
    run(&mut shell, b"")
}

#[test]
fn every_file_is_private_whatever_the_umask() {
    let home = with_history();
    let state = home.path().join(".local/state");
    for args in ["note 01K4TZXC9P x", "backup", "delete 01K4TZXC9P --yes"] {
        assert_eq!(code(&with_umask(home.path(), "000", args)), 0, "{args}");
    }
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for (path, _) in files(&state) {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    for folder in ["failwell", "failwell/backup"] {
        assert_eq!(mode(&state.join(folder)), 0o700, "{folder}");
    }
    let lock = data(home.path()).join("history.lock");
    assert_eq!(
        (mode(&lock), mode(&data(home.path()).join("history.jsonl"))),
        (0o600, 0o600)
    );
}

#[test]
fn a_fault_names_the_file_the_line_and_the_cure() {
    let home = with_history();
    fs::write(home.path().join("bad.jsonl"), "\n{\"v\":1}\n").unwrap();
    for (args, parts) in [
        (
            &["import", "bad.jsonl"][..],
            &["bad.jsonl, line 2", "history export"][..],
        ),
        (&["import", "gone.jsonl"], &["there is no file gone.jsonl"]),
        (&["merge", "gone"], &["there is no file gone"]),
        (&["restore", "gone"], &["there is no file gone"]),
        (&["export", "gone/a.csv"], &["gone/a.csv", "No such file"]),
        (&["import", "/dev/zero"], &["/dev/zero", "no regular file"]),
    ] {
        let output = history(home.path(), args);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{args:?}");
        for part in parts {
            assert!(err(&output).contains(part), "{args:?}: {}", err(&output));
        }
    }
}

#[test]
fn two_homes_are_merged_and_a_backup_leads_back() {
    let (home, other) = (with_history(), home());
    let folder = data(home.path());
    let merged = history(other.path(), &["merge", folder.to_str().unwrap(), "--json"]);
    let counts: Value = serde_json::from_str(&out(&merged)).unwrap();
    assert_eq!(
        (&counts["v"], &counts["added"]),
        (&1.into(), &3.into()),
        "the foreign line too"
    );
    let made = out(&history(other.path(), &["backup"]));
    let name = Path::new(made.trim_end())
        .file_name()
        .unwrap()
        .to_str()
        .unwrap();
    history(other.path(), &["delete", FIRST, "--yes"]);
    let output = history(other.path(), &["restore", name, "--yes"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("as it was before: "));
    assert_eq!(
        out(&history(other.path(), &["list"])),
        out(&history(home.path(), &["list"]))
    );
    let copy = other.path().join("copy.jsonl");
    history(other.path(), &["backup", copy.to_str().unwrap()]);
    assert_eq!(
        fs::read(copy).unwrap(),
        fs::read(data(other.path()).join("history.jsonl")).unwrap()
    );
}

#[test]
fn a_reader_that_leaves_early_is_no_error_here_either() {
    let home = with_history();
    for args in [
        "list",
        "list --json",
        "search e",
        "show 01K4TZXC9P",
        "path",
        "export",
        "export --json",
        "export --format csv",
        "export --format md",
        "export --format html",
        "backup",
        "delete 01K4TZXC9P --dry-run",
        "merge",
        "list --help",
    ] {
        for reader in ["true", "head -n 1 >/dev/null"] {
            // What the command ends with is the fourth file.
            let script =
                format!("{{ \"$0\" history {args}; echo $? >&3; }} 3>code 2>said | {reader}");
            let mut shell = std::process::Command::new("/bin/sh");
            shell.args(["-c", &script, env!("CARGO_BIN_EXE_failwell")]);
            shell
                .env_clear()
                .env("HOME", home.path())
                .env("PATH", "/usr/bin:/bin")
                .current_dir(home.path());
            run(&mut shell, b"");
            let read = |name: &str| fs::read_to_string(home.path().join(name)).unwrap();
            assert_eq!(read("code").trim(), "0", "{args}: {}", read("said"));
            assert!(!read("said").contains("panicked"), "{}", read("said"));
        }
    }
}

#[test]
fn while_another_program_holds_the_history_a_note_goes_beside_it_and_says_so() {
    let home = with_history();
    history(home.path(), &["note", FIRST, "first"]);
    let lock = fs::File::open(data(home.path()).join("history.lock")).unwrap();
    lock.lock().unwrap();
    let output = history(home.path(), &["note", FIRST, "second"]);
    assert_eq!(code(&output), 0);
    assert!(
        err(&output).contains("beside the history"),
        "{}",
        err(&output)
    );
    let output = history(home.path(), &["delete", FIRST, "--yes"]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("another failwell"),
        "{}",
        err(&output)
    );
    drop(lock);
    let shown = out(&history(home.path(), &["show", FIRST]));
    assert!(
        shown.contains("first") && shown.contains("second"),
        "{shown}"
    );
    let output = history(home.path(), &["merge"]);
    assert!(
        out(&output).starts_with("new lines: 1,"),
        "{}",
        out(&output)
    );
}
