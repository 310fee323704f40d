//! A disk that fills up while somebody types. The disk is a small file system of its own, mounted
//! where that is allowed; elsewhere the test says so and is skipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::terminal::{CTRL_C, ENTER, Home, Terminal};

/// The text of the only draft in a folder; nothing when there is none.
fn draft(folder: &Path) -> String {
    let entries = fs::read_dir(folder.join("drafts")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_draft = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    let Some(path) = paths.into_iter().find(is_draft) else {
        return String::new();
    };
    // It may be replaced just now.
    let bytes = fs::read(path).unwrap_or_default();
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
    value["text"].as_str().unwrap_or_default().to_owned()
}

fn waits_for_draft(terminal: &Terminal, folder: &Path, text: &str) {
    for _ in 0..300 {
        if draft(folder) == text {
            return;
        }
        terminal.is_quiet_for(Duration::from_millis(100));
    }
    panic!("{:?} instead of {text:?}", draft(folder));
}

#[test]
fn a_disk_that_fills_up_while_typing_is_told_of_and_costs_nothing() {
    let can = Command::new("unshare").args(["-rm", "true"]).status();
    if !can.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no `unshare -rm` on this machine");
        return;
    }
    let mine = Home::new("en");
    let state = mine.path().join("state");
    fs::create_dir(&state).unwrap();
    let trainer = env!("CARGO_BIN_EXE_failwell");
    let mount = "mount -t tmpfs -o size=64k,mode=700 none state";
    let script = format!("exec unshare -rm sh -c '{mount} && exec {trainer}'");
    let mut terminal = mine.shell(Some(&script));
    terminal.sees("another prompt");
    // The mount as the program sees it.
    let seen = PathBuf::from(format!("/proc/{}/root", terminal.process()));
    let disk = seen.join(state.strip_prefix("/").unwrap());
    let folder = disk.join("failwell");

    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types("Before.");
    waits_for_draft(&terminal, &folder, "Before.");
    let filler = disk.join("filler");
    let full = fs::write(&filler, vec![0; 1 << 20]);
    assert!(full.is_err(), "it is full");
    terminal.types(" Meanwhile.");
    terminal.sees("could not be written");
    assert_eq!(draft(&folder), "Before.", "what was written still is");
    terminal.types(" Still typing.");
    terminal.sees("Meanwhile. Still typing.");
    fs::remove_file(&filler).unwrap();
    waits_for_draft(&terminal, &folder, "Before. Meanwhile. Still typing.");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
}
