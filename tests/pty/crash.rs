//! What a crash leaves behind, and how it goes on.

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
    terminal.sees("typing 0:02");
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
    terminal.sees("saved");
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
fn a_panic_on_any_thread_gives_the_terminal_back_and_keeps_the_text() {
    for key in ["!", "?"] {
        let mine = Home::new("en");
        let mut terminal = mine.example("panic");
        terminal.is_taken();
        terminal.types("kept");
        terminal.sees("kept");
        terminal.types(key);
        assert_eq!(terminal.ends(), 101);
        terminal.is_given_back();
        terminal.sees("asked to");
        let drafts = mine.drafts();
        terminal.sees(&drafts[0].0.display().to_string());
        assert_eq!(mine.draft(), "kept");
    }
}
