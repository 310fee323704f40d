//! A story that is deleted: the bank is as it was or as it is to be, and what was in it is kept beside
//! it before anything goes.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::past::{copy, files, paths, within};
use crate::strace::{self, Fault, arguments, has_struck, points};

const TRAINER: &str = env!("CARGO_BIN_EXE_failwell");
const DELETE: [&str; 4] = ["story", "delete", "hall", "--yes"];

const BEFORE: &str = "# mine\n\n[[story]]\nid = \"parts\" # keep\n\n# short\n[[story]]\nid = \"hall\"\n\
    en = { title = \"The empty hall\" }\n";
const AFTER: &str = "# mine\n\n[[story]]\nid = \"parts\" # keep\n";

fn bank(home: &Path) -> String {
    fs::read_to_string(paths(home).stories()).unwrap()
}

/// Whether a whole copy of the bank lies among the backups.
fn is_kept(home: &Path) -> bool {
    let kept = files(&paths(home).backups());
    let mut texts = kept.iter().map(|path| fs::read_to_string(path).unwrap());
    texts.any(|text| text == BEFORE)
}

fn check(home: &Path, fault: Fault, output: &Output, what: &str) {
    let now = bank(home);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(now == BEFORE || now == AFTER, "{what}: {now}");
    assert!(
        now == BEFORE || is_kept(home),
        "{what}: gone without a backup"
    );
    if output.status.success() || said.contains("is gone") {
        assert_eq!(now, AFTER, "{what}: told, not done");
    } else if let Fault::Error(_) = fault {
        assert_eq!(output.status.code(), Some(2), "{what}: {said}");
    }
    if now == BEFORE {
        let again = within(home, TRAINER).args(DELETE).output().unwrap();
        assert!(again.status.success(), "{what}: {again:?}");
        assert_eq!(bank(home), AFTER, "{what}");
    }
}

#[test]
fn a_deleted_story() {
    if !strace::is_here() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(paths(home.path()).data_dir).unwrap();
    fs::write(paths(home.path()).stories(), BEFORE).unwrap();
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    let traced = |home: &Path, fault| {
        let mut command = within(home, "strace");
        command.args(arguments(&log, fault)).arg(TRAINER);
        command.args(DELETE).output().unwrap()
    };
    let clean = copy(home.path());
    traced(clean.path(), None);
    assert_eq!(bank(clean.path()), AFTER);
    let points = points(&log, clean.path());
    assert!(points.len() > 10, "{}", points.len());
    for point in &points {
        for fault in [Fault::Error("ENOSPC"), Fault::Error("EIO"), Fault::Kill] {
            let home = copy(home.path());
            let output = traced(home.path(), Some((fault, *point)));
            assert!(has_struck(&log), "{point} is not reached");
            let what = format!("{fault:?} at {point}");
            check(home.path(), fault, &output, &what);
        }
    }
    eprintln!("a deleted story: {} faults", 3 * points.len());
}
