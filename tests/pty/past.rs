//! The history in a real terminal: notes, deletions, two programs at once, homes that cannot be
//! written to.

use std::fs;
use std::process::Command;

use crate::terminal::{CTRL_C, CTRL_D, ENTER, Home, Terminal};

const TRAINER: &str = env!("CARGO_BIN_EXE_failwell");

/// Answers the prompt that waits, up to its review.
fn answer(terminal: &mut Terminal, text: &str) {
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types(text);
    terminal.sees(text);
    terminal.types(CTRL_D);
    terminal.sees("Finished?");
    terminal.types(ENTER);
}

#[test]
fn an_attempt_gets_a_note_and_is_deleted_for_good() {
    let mine = Home::new("en");
    let mut terminal = mine.failwell();
    answer(&mut terminal, "Nobody had asked the tenants.");
    terminal.sees("⋅ saved");
    terminal.types("h");
    terminal.sees("1 attempt");
    terminal.types("m");
    terminal.sees("Enter save");
    terminal.types("calmer 这次");
    terminal.types(ENTER);
    // The field shows the same words until they are kept.
    terminal.waits("the note among the others", |screen| {
        let shown = screen.contents();
        shown.contains("note: calmer 这次") && !shown.contains("Enter save")
    });
    assert_eq!(mine.history()[1]["text"], "calmer 这次");
    terminal.types("d");
    terminal.sees("for good?");
    terminal.types(ENTER);
    terminal.sees("Deleted.");
    terminal.sees("Nothing here yet.");
    terminal.types("q");
    terminal.sees("another prompt");
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    let mut left = mine.folders().to_vec();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).unwrap().map(|one| one.unwrap().path()));
        } else {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            assert!(
                !text.contains("tenants") && !text.contains("calmer"),
                "{text}"
            );
        }
    }
    assert_eq!(mine.history()[0]["kind"], "tombstone");
}

#[test]
fn two_programs_at_once_keep_both_attempts() {
    let mine = Home::new("en");
    let (mut one, mut other) = (mine.failwell(), mine.failwell());
    answer(&mut one, "The first one was late.");
    answer(&mut other, "The second one was early.");
    one.sees("⋅ saved");
    other.sees("⋅ saved");
    one.types("h");
    one.sees("2 attempts");
    assert_eq!(mine.history().len(), 2);
}

#[test]
fn the_command_line_asks_at_a_terminal() {
    let mine = Home::new("en");
    let mut terminal = mine.failwell();
    answer(&mut terminal, "Nobody had asked the tenants.");
    terminal.sees("⋅ saved");
    terminal.types(CTRL_C);
    terminal.ends();
    let id = mine.history()[0]["id"].as_str().unwrap().to_owned();
    let delete = format!("{TRAINER} history delete {id}");
    for (key, left) in [("n", 1), ("", 1), ("y", 1)] {
        let mut terminal = mine.shell(Some(&delete));
        terminal.sees("for good? [y/N]");
        terminal.types(key);
        terminal.types(ENTER);
        assert_eq!(terminal.ends(), 0);
        assert_eq!(mine.history().len(), left);
    }
    assert_eq!(mine.history()[0]["kind"], "tombstone");
}

#[test]
fn what_is_kept_never_acts_on_the_terminal() {
    let mine = Home::new("en");
    let mut terminal = mine.failwell();
    answer(&mut terminal, "plain");
    terminal.sees("⋅ saved");
    terminal.types(CTRL_C);
    terminal.ends();
    let mut hostile = mine.history().remove(0);
    hostile["answer"] = "before\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}2J\u{202e}after".into();
    hostile["prompt_text"] = "asked\u{1b}[2J\u{202e}".into();
    let [data, _] = mine.folders();
    fs::write(
        data.join("history.jsonl"),
        hostile.to_string() + "\n\u{1b}[2Jforeign\n",
    )
    .unwrap();
    let id = hostile["id"].as_str().unwrap();
    for args in [
        "list",
        "search after",
        &format!("show {id}"),
        &format!("show {id} --json"),
        "list --json",
        "export",
        "export --json",
        "export --format csv",
        "export --format md",
        "export --format html",
    ] {
        let script = format!("read go; echo start; {TRAINER} history {args}; echo end");
        let mut terminal = mine.shell(Some(&script));
        terminal.resize(200, 60);
        terminal.types(ENTER);
        // Nothing has cleared the screen or turned a line round.
        terminal.waits(args, |screen| {
            let text = screen.contents();
            text.contains("start") && text.ends_with("end") && !text.contains('\u{202e}')
        });
        assert_eq!(terminal.ends(), 0);
    }
}

/// Whether a file system of its own can be mounted here.
fn can_mount() -> bool {
    let tried = Command::new("unshare").args(["-rm", "true"]).status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        eprintln!("skipped: no `unshare -rm` on this machine");
    }
    can
}

#[test]
fn in_a_home_that_is_read_only_practice_works_and_the_text_is_shown_at_the_end() {
    if !can_mount() {
        return;
    }
    let mine = Home::new("en");
    let script = format!(
        "exec unshare -rm sh -c 'mkdir data state; mount -t tmpfs -o ro none data; mount -t tmpfs -o ro none state; exec {TRAINER}'"
    );
    let mut terminal = mine.shell(Some(&script));
    terminal.sees("another prompt");
    terminal.sees("could not be written");
    answer(&mut terminal, "Nobody had asked the tenants.");
    terminal.sees("Not saved");
    terminal.types(CTRL_C);
    terminal.sees("could not be kept on disk");
    terminal.sees("Nobody had asked the tenants.");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn without_a_home_practice_works_and_the_text_is_shown_at_the_end() {
    let mine = Home::new("en");
    let unset = "env -u HOME -u XDG_DATA_HOME -u XDG_STATE_HOME -u XDG_CONFIG_HOME";
    let mut terminal = mine.shell(Some(&format!("exec {unset} {TRAINER}")));
    terminal.sees("another prompt");
    terminal.sees("set HOME");
    answer(&mut terminal, "Nobody had asked the tenants.");
    terminal.sees("Not saved");
    terminal.types("h");
    terminal.sees("could not be read");
    terminal.types(CTRL_C);
    terminal.sees("could not be kept on disk");
    terminal.sees("Nobody had asked the tenants.");
    assert_eq!(terminal.ends(), 0);
}
