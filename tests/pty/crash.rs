//! What a crash leaves behind, and how it goes on.

use std::time::Duration;

use rustix::process::Signal;

use crate::terminal::{CTRL_D, ENTER, Home};

const FIRST: &str = "Last winter we lost a client because I had not read the contract to its end. ";
const SECOND: &str = "It cost us";
const REST: &str = " a month, and we learned to read every contract aloud, two of us together. \
    Now we do so each Friday.";

#[test]
fn a_kill_while_typing_loses_two_seconds_at_most() {
    let mine = Home::new("en");
    let mut terminal = mine.failwell();
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types(FIRST);
    terminal.has_typed_for(2);
    terminal.types(SECOND);
    terminal.signal(Signal::KILL);
    terminal.ends();
    let kept = mine.draft();
    assert!(kept.starts_with(FIRST), "{kept}");

    let mut terminal = mine.failwell();
    terminal.sees("An unfinished answer waits");
    terminal.types("g");
    terminal.sees(FIRST);
    terminal.types(&SECOND[kept.len() - FIRST.len()..]);
    terminal.types(REST);
    terminal.sees("each Friday.");
    terminal.types(CTRL_D);
    terminal.sees("Finished?");
    terminal.types(ENTER);
    terminal.sees("⋅ saved");
    terminal.types("qq");
    assert_eq!(terminal.ends(), 0);

    let history = mine.history();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0]["answer"], [FIRST, SECOND, REST].concat());
    assert_eq!(history[0]["interrupted"], true);
    assert!(history[0]["typing_seconds"].as_u64().unwrap() >= 1);
    assert_eq!(mine.drafts(), []);
}

#[test]
fn a_signal_that_finds_the_program_stuck_keeps_the_text_all_the_same() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mine = Home::new("en");
        let mut terminal = mine.example("panic");
        terminal.is_taken();
        terminal.types("kept");
        terminal.sees("kept");
        terminal.types("~");
        terminal.sees("stuck with kept");
        terminal.types("never seen");
        terminal.signal(signal);
        assert_eq!(terminal.ends(), code);
        terminal.is_given_back();
        terminal.sees(&mine.drafts()[0].0.display().to_string());
        assert_eq!(mine.draft(), "kept");
    }
}

#[test]
fn a_terminal_that_takes_nothing_more_does_not_keep_the_program() {
    let mine = Home::new("en");
    let mut terminal = mine.failwell();
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types("kept");
    terminal.sees("kept");
    terminal.is_not_read_any_more();
    for _ in 0..400 {
        terminal.types(&" and more".repeat(20));
        terminal.is_quiet_for(Duration::from_millis(5));
    }
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.ends(), 143);
    let draft = mine.draft();
    assert!(draft.starts_with("kept and more"), "{draft}");
}

#[test]
fn a_panic_on_any_thread_gives_the_terminal_back_and_keeps_the_text() {
    for key in ["!", "?"] {
        let mine = Home::new("en");
        let mut terminal = mine.example("panic");
        terminal.is_taken();
        terminal.types("private");
        terminal.sees("private");
        terminal.types(key);
        assert_eq!(terminal.ends(), 101);
        terminal.is_given_back();
        terminal.sees("asked to");
        let drafts = mine.drafts();
        terminal.sees(&drafts[0].0.display().to_string());
        assert_eq!(mine.draft(), "private");
        assert!(!terminal.shows("private"), "no report holds what was typed");
    }
}
