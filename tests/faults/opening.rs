//! Opening the trainer with an unfinished answer waiting, on a disk that fails, and killed: it waits
//! for the next start all the same.

use std::fs;
use std::path::Path;

use failwell::store::draft;

use crate::page::{home, paths};
use crate::past::past;
use crate::side_by_side;
use crate::strace::{self, Fault, Point, arguments, has_struck, points};
use crate::terminal::Home;

/// A draft as a crash leaves it: the lock of its program is free.
const DRAFT: &str = r#"{"v":1,"id":"01K4TZXC9T0000000000000005","prompt":"failure","prompt_text":"q",
    "text":"We had just begun","saved_at":"2026-03-08T01:30:00Z","how":"fresh","sitting":null,"take":1,
    "parent":null,"goal":null,"typing_seconds":5,"limit_seconds":null}"#;
const WAITS: &str = "An unfinished answer waits";

#[test]
fn an_unfinished_answer_waits_whatever_happens_to_the_next_start() {
    if !strace::is_here() {
        return;
    }
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    let home = begun();
    opens(&home, &log, None);
    // The thread that draws writes to the terminal: its calls have numbers too.
    let mut points = points(&log, home.path());
    points.retain(|point| point.call != "write");
    let faults = [Fault::Error("ENOSPC"), Fault::Error("EIO"), Fault::Kill];
    let all: Vec<(Fault, Point)> = points
        .into_iter()
        .flat_map(|point| faults.map(|fault| (fault, point)))
        .collect();
    let struck = side_by_side(&all, |(fault, point)| strikes(*fault, *point));
    let struck = struck.into_iter().filter(|struck| *struck).count();
    eprintln!("opening: {struck} faults, 0 texts lost");
    assert!(struck * 10 > all.len() * 9, "{struck} of {}", all.len());
}

/// A home with a past and an unfinished answer.
fn begun() -> Home {
    let (home, _) = home();
    let folder = paths(&home).drafts();
    fs::create_dir_all(&folder).unwrap();
    let program = folder.join("0123456789abcdef");
    fs::write(program.with_extension("lock"), "").unwrap();
    fs::write(
        program.with_extension("01K4TZXC9T0000000000000005.json"),
        DRAFT,
    )
    .unwrap();
    home
}

fn strikes(fault: Fault, point: Point) -> bool {
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    let home = begun();
    let paths = paths(&home);
    let before = past(&paths);
    opens(&home, &log, Some((fault, point)));
    assert_eq!(past(&paths), before, "{fault:?} at {point}");
    let texts = draft::orphans(&paths).into_iter().map(|draft| draft.text);
    let texts: Vec<String> = texts.collect();
    assert_eq!(texts, ["We had just begun"], "{fault:?} at {point}");
    has_struck(&log)
}

/// Opens the trainer and leaves it again, as far as it lives.
fn opens(home: &Home, log: &Path, fault: Option<(Fault, Point)>) {
    let arguments = arguments(log, fault).join(" ").replace('?', "\\?");
    let trainer = env!("CARGO_BIN_EXE_failwell");
    let mut terminal = home.shell(Some(&format!("exec strace {arguments} {trainer}")));
    if terminal.sees_one_of(&[WAITS, "another prompt"]).is_some() {
        terminal.types("q");
    }
    terminal.ends();
}
