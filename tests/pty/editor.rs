//! The person's own editor on the page: the terminal is handed over whole, and the text comes back.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::terminal::{CTRL_C, CTRL_Z, ENTER, Home, Terminal};

const F2: &str = "\x1bOQ";
const ESC: &str = "\x1b";

/// A page with a few words on it, and a key away this script as the editor.
fn page(mine: &Home, script: &str) -> Terminal {
    let folder = mine.path().join("my editors");
    fs::create_dir(&folder).unwrap();
    let editor = folder.join("ed");
    fs::write(&editor, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&editor, Permissions::from_mode(0o700)).unwrap();
    let trainer = env!("CARGO_BIN_EXE_failwell");
    let start = format!(
        "umask 0; VISUAL=\"'{}' --wait\" EDITOR=false exec {trainer}",
        editor.display()
    );
    let mut terminal = mine.shell(Some(&start));
    terminal.sees("another prompt");
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types("we lost a day");
    terminal.sees("we lost a day");
    terminal
}

/// What was handed over and is still there.
fn handed_over(mine: &Home) -> Vec<PathBuf> {
    let entries = fs::read_dir(mine.path().join("state/failwell")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let edits = paths.filter(|path| path.to_string_lossy().contains("/edit."));
    edits.map(|folder| folder.join("answer.txt")).collect()
}

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn an_editor_has_the_terminal_to_itself_and_its_text_is_one_edit() {
    let mine = Home::new("en");
    let mut terminal = page(
        &mine,
        "cat \"$2\"; printf 'and then? '; read -r more; printf 'we lost a day, %s\\n' \"$more\" > \"$2\"; touch \"$2~\"",
    );
    terminal.types(F2);
    terminal.sees("and then?");
    terminal.is_given_back();
    assert_eq!(mine.draft(), "we lost a day", "it is on the disk before");
    let files = handed_over(&mine);
    assert_eq!((files.len(), mode(&files[0])), (1, 0o600));
    assert_eq!(mode(files[0].parent().unwrap()), 0o700);
    terminal.types("not a 周\r");
    terminal.sees("we lost a day, not a 周");
    terminal.is_taken();
    assert_eq!(handed_over(&mine), [] as [PathBuf; 0], "with all beside it");
    assert_eq!(mine.draft(), "we lost a day, not a 周");
    terminal.types("!");
    terminal.sees("not a 周!");
    terminal.types(CTRL_Z);
    terminal.types(CTRL_Z);
    terminal.waits("the text from before", |screen| {
        let shown = screen.contents();
        shown.contains("we lost a day") && !shown.contains("not a")
    });
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    let mine = Home::new("en");
    let mut terminal = page(&mine, "exit 3");
    terminal.types(F2);
    terminal.sees("Your editor: exit status: 3");
    assert!(terminal.shows("we lost a day"));
    assert_eq!(handed_over(&mine), [] as [PathBuf; 0]);
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(mine.draft(), "we lost a day");
}

#[test]
fn what_an_editor_has_saved_before_it_died_is_taken_in() {
    let mine = Home::new("en");
    let mut terminal = page(&mine, "echo two days > \"$2\"; kill -9 $$");
    terminal.types(F2);
    terminal.sees("two days");
    terminal.sees("Your editor:");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(mine.draft(), "two days");
}

#[test]
fn what_is_no_text_stays_where_it_is() {
    let mine = Home::new("en");
    let mut terminal = page(&mine, "printf '\\377' > \"$2\"");
    terminal.types(F2);
    terminal.sees("Your editor:");
    assert!(terminal.shows("we lost a day"));
    let files = handed_over(&mine);
    assert_eq!(fs::read(&files[0]).unwrap(), b"\xff");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn an_editor_in_a_window_of_its_own_is_asked_after() {
    let mine = Home::new("en");
    let mut terminal = page(&mine, "exit 0");
    terminal.types(F2);
    terminal.sees("Still editing?");
    let files = handed_over(&mine);
    terminal.types(ENTER);
    terminal.settles();
    assert!(terminal.shows("Still editing?"), "nothing has come yet");
    fs::write(&files[0], "we lost two days\n").unwrap();
    terminal.types(ENTER);
    terminal.sees("we lost two days");
    assert!(!terminal.shows("Still editing?"));
    assert_eq!(handed_over(&mine), [] as [PathBuf; 0]);

    terminal.types(F2);
    terminal.sees("Still editing?");
    terminal.types(ESC);
    terminal.waits("the page", |screen| !screen.contents().contains("Still"));
    assert_eq!(handed_over(&mine), [] as [PathBuf; 0]);

    terminal.types(F2);
    terminal.sees("Still editing?");
    let files = handed_over(&mine);
    fs::write(&files[0], "and a third\n").unwrap();
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(fs::read(&files[0]).unwrap(), b"and a third\n", "it stays");
}

#[test]
fn keys_for_the_editor_do_not_end_the_trainer() {
    let mine = Home::new("en");
    let mut terminal = page(
        &mine,
        "trap 'echo interrupted > \"$2\"; exit 0' INT; echo ready; while :; do sleep 1; done",
    );
    terminal.types(F2);
    terminal.sees("ready");
    terminal.types(CTRL_C);
    terminal.sees("interrupted");
    terminal.is_taken();
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
}
