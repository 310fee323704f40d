//! Every command that changes the history: its old state or its new one, the truth about which, and
//! a second try that completes it.

use std::path::Path;
use std::process::Output;

use crate::past::{FIRST, Past, SECOND, SECRET, copy, holding, make, past, paths, within};
use crate::strace::{self, Fault, Point, arguments, has_struck, points};

const TRAINER: &str = env!("CARGO_BIN_EXE_failwell");

/// A command that changes something, in a home that is ready for it.
struct Change {
    home: tempfile::TempDir,
    arguments: Vec<String>,
    before: Past,
    after: Past,
}

impl Change {
    fn new(home: tempfile::TempDir, arguments: &[&str]) -> Self {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let mut change = Self {
            before: past(&paths(home.path())),
            after: past(&paths(home.path())),
            home,
            arguments,
        };
        let done = copy(change.home.path());
        let output = change.run(done.path());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        change.after = past(&paths(done.path()));
        change
    }

    fn run(&self, home: &Path) -> Output {
        within(home, TRAINER)
            .arg("history")
            .args(&self.arguments)
            .output()
            .unwrap()
    }

    fn traced(&self, home: &Path, log: &Path, fault: Option<(Fault, Point)>) -> Output {
        let mut command = within(home, "strace");
        command
            .args(arguments(log, fault))
            .args([TRAINER, "history"])
            .args(&self.arguments);
        command.output().unwrap()
    }

    /// Tries every fault at every point, and one point beyond; says how many there were.
    fn is_whole_whatever_happens(&self) -> usize {
        let logs = tempfile::tempdir().unwrap();
        let log = logs.path().join("log");
        let clean = copy(self.home.path());
        self.traced(clean.path(), &log, None);
        let points = points(&log, clean.path());
        let mut tried = 0;
        for point in &points {
            for fault in [Fault::Error("ENOSPC"), Fault::Error("EIO"), Fault::Kill] {
                let home = copy(self.home.path());
                let output = self.traced(home.path(), &log, Some((fault, *point)));
                assert!(has_struck(&log), "{point} is not reached");
                self.is_old_or_new(
                    home.path(),
                    fault,
                    &output,
                    &format!("{:?}, {fault:?} at {point}", self.arguments),
                );
                tried += 1;
            }
        }
        tried
    }

    fn is_old_or_new(&self, home: &Path, fault: Fault, output: &Output, what: &str) {
        let what = &format!("{what}, which said {}", said(output));
        let now = past(&paths(home));
        assert!(now == self.before || now == self.after, "{what}: {now:?}");
        if output.status.success() || !output.stdout.is_empty() {
            assert_eq!(now, self.after, "{what}: told, not done");
            self.is_gone(home, what);
        }
        if let (Fault::Error(number), false) = (fault, output.status.success()) {
            assert_eq!(output.status.code(), Some(2), "{what}");
            let error = String::from_utf8_lossy(&output.stderr);
            let cause = match number {
                "ENOSPC" => "No space left on device",
                _ => "Input/output error",
            };
            let named = |name: &str| error.contains(name);
            let by_argument = self.arguments.iter().any(|argument| named(argument));
            assert!(by_argument || named(home.to_str().unwrap()), "{what}");
            assert!(named(cause), "{what}");
        }
        let again = self.run(home);
        let done = now == self.after;
        assert!(
            done || again.status.success(),
            "{what}, then {}",
            said(&again)
        );
        assert_eq!(
            past(&paths(home)),
            self.after,
            "{what}, then {}",
            said(&again)
        );
    }
}

impl Change {
    /// What was deleted is in no file any more, where that is what was asked for.
    fn is_gone(&self, home: &Path, what: &str) {
        if self.arguments[0] == "delete" {
            let left = holding(home, SECRET);
            assert!(left.is_empty(), "{what}: {left:?}");
        }
    }
}

fn said(output: &Output) -> String {
    format!(
        "{:?}: {}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    make(home.path());
    home
}

fn is_whole(arguments: &[&str]) {
    if strace::is_here() {
        let tried = Change::new(home(), arguments).is_whole_whatever_happens();
        eprintln!("{arguments:?}: {tried} faults");
        assert!(tried > 10);
    }
}

#[test]
fn a_note() {
    is_whole(&["note", FIRST, "calm"]);
}

#[test]
fn a_deletion() {
    is_whole(&["delete", FIRST, "--yes"]);
}

#[test]
fn an_import() {
    is_whole(&["import", "import.jsonl"]);
}

#[test]
fn a_merge() {
    is_whole(&["merge", "other"]);
}

#[test]
fn side_files_joined() {
    is_whole(&["merge"]);
}

#[test]
fn a_backup() {
    is_whole(&["backup"]);
}

#[test]
fn a_restore() {
    if !strace::is_here() {
        return;
    }
    let home = home();
    let kept = home.path().join("kept.jsonl");
    let run = |arguments: &[&str]| {
        let output = within(home.path(), TRAINER)
            .arg("history")
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", said(&output));
    };
    run(&["backup", "kept.jsonl"]);
    run(&["delete", SECOND, "--yes"]);
    assert!(kept.exists());
    let tried = Change::new(home, &["restore", "kept.jsonl", "--yes"]).is_whole_whatever_happens();
    eprintln!("restore: {tried} faults");
}

/// Whatever a killed rewrite left behind, what is deleted afterwards is gone.
#[test]
fn what_is_deleted_after_a_kill_is_gone() {
    if !strace::is_here() {
        return;
    }
    let change = Change::new(home(), &["merge", "other"]);
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    let clean = copy(change.home.path());
    change.traced(clean.path(), &log, None);
    for point in points(&log, clean.path()) {
        let home = copy(change.home.path());
        change.traced(home.path(), &log, Some((Fault::Kill, point)));
        let delete = within(home.path(), TRAINER)
            .args(["history", "delete", FIRST, "--yes", "--backups"])
            .output()
            .unwrap();
        assert!(delete.status.success(), "{point}: {}", said(&delete));
        let left = holding(&paths(home.path()).data_dir, SECRET);
        assert!(left.is_empty(), "killed at {point}: {left:?}");
        let left = holding(&paths(home.path()).state_dir, SECRET);
        assert!(left.is_empty(), "killed at {point}: {left:?}");
    }
}
