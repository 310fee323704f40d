//! Every way out gives the terminal back, and keeps what was typed.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::terminal::{CTRL_C, CTRL_D, CTRL_Z, ENTER, Home, PATIENCE, Terminal};

const TEXT: &str = "We had sold more seats than the hall has";

#[test]
fn quitting_gives_the_terminal_back_and_leaves_nothing_behind() {
    let mine = Home::new("en");
    let mut terminal = mine.failwell();
    terminal.is_taken();
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert_eq!(mine.drafts(), []);
    assert_eq!(mine.history().len(), 0);
}

#[test]
fn ctrl_c_while_typing_is_a_way_out_that_keeps_the_draft() {
    let mine = Home::new("en");
    let mut terminal = typed(&mine);
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    is_kept(&mine, &terminal);
}

#[test]
fn a_signal_while_typing_keeps_the_draft_and_says_where() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ] {
        let mine = Home::new("en");
        let terminal = typed(&mine);
        terminal.signal(signal);
        assert_eq!(terminal.ends(), code);
        is_kept(&mine, &terminal);
    }
}

#[test]
fn a_window_that_is_closed_ends_the_trainer_and_keeps_the_draft() {
    let mine = Home::new("en");
    let terminal = typed(&mine);
    assert_eq!(terminal.hangs_up(), 129);
    // The terminal of the tests says goodbye with a line feed.
    assert_eq!(mine.draft().trim_end(), TEXT);
}

#[test]
fn a_shell_has_its_terminal_while_the_trainer_is_stopped() {
    let mine = Home::new("en");
    let mut terminal = mine.shell(None);
    let trainer = env!("CARGO_BIN_EXE_failwell");
    terminal.types(&format!("{trainer}; echo left with $?\n"));
    terminal.sees("another prompt");
    terminal.types(CTRL_Z);
    terminal.sees("Stopped");
    terminal.waits("the shell's screen", |screen| !screen.alternate_screen());
    terminal.types("fg; echo left with $?\n");
    terminal.sees("another prompt");
    terminal.is_taken();
    terminal.types("q");
    terminal.sees("left with 0");
    terminal.types("exit\n");
    terminal.ends();
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_and_keeps_the_text() {
    let mine = Home::new("en");
    let mut terminal = mine.shell(None);
    let trainer = env!("CARGO_BIN_EXE_failwell");
    terminal.types(&format!("{trainer}; echo left with $?\n"));
    terminal.sees("another prompt");
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types(TEXT);
    terminal.sees(TEXT);
    terminal.signals_foreground(Signal::TSTP);
    terminal.sees("Stopped");
    terminal.is_given_back();
    assert_eq!(mine.draft(), TEXT);
    terminal.types("fg; echo left with $?\n");
    terminal.sees(TEXT);
    terminal.is_taken();
    terminal.types(CTRL_C);
    terminal.sees("left with 0");
    terminal.types("exit\n");
    terminal.ends();
}

#[test]
fn a_process_that_stood_still_marks_the_attempt_and_stops_the_clock() {
    const STILL: Duration = Duration::from_secs(4);
    let mine = Home::new("en");
    let begun = Instant::now();
    let mut terminal = typed(&mine);
    terminal.has_typed_for(1);
    terminal.signal(Signal::STOP);
    terminal.settles();
    assert!(terminal.is_quiet_for(STILL));
    terminal.signal(Signal::CONT);
    // The page still stands there from before; it is the program's again once it has been drawn anew.
    assert!(!terminal.is_quiet_for(PATIENCE));
    terminal.settles();
    terminal.is_taken();
    terminal.types(CTRL_D);
    terminal.sees("Finished?");
    terminal.types(ENTER);
    terminal.sees("⋅ saved");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    let history = mine.history();
    assert_eq!(history[0]["interrupted"], true);
    let typed = Duration::from_secs(history[0]["typing_seconds"].as_u64().unwrap());
    assert!(typed + STILL <= begun.elapsed(), "{typed:?}");
}

#[test]
fn the_caret_and_the_blanks_are_there_after_leaving_and_coming_back() {
    let mine = Home::new("en");
    let mut terminal = typed(&mine);
    terminal.types("  \x1b[D\x1b[D\x1b[D");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    let mut terminal = mine.failwell();
    terminal.sees("An unfinished answer waits");
    terminal.types("g");
    terminal.sees(TEXT);
    terminal.types("X");
    terminal.sees("the hall haXs");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(
        mine.draft(),
        format!("{}Xs  ", TEXT.strip_suffix('s').unwrap())
    );
}

#[test]
fn two_programs_have_a_draft_each_and_only_the_dead_one_s_is_offered() {
    let mine = Home::new("en");
    let first = typed(&mine);
    let mut second = mine.failwell();
    second.settles();
    assert!(!second.shows("An unfinished answer waits"));
    second.types(ENTER);
    second.sees("what was being done");
    second.types("The second");
    second.has_typed_for(2);
    assert_eq!(mine.drafts().len(), 2);
    first.signal(Signal::KILL);
    first.ends();
    let third = mine.failwell();
    third.sees("An unfinished answer waits: 9 words");
    let mut fourth = mine.failwell();
    fourth.settles();
    assert!(
        !fourth.shows("An unfinished answer waits"),
        "it is offered once"
    );
    fourth.types("q");
    assert_eq!(fourth.ends(), 0);
    second.types(CTRL_C);
    assert_eq!(second.ends(), 0);
}

/// The trainer with an answer begun.
fn typed(mine: &Home) -> Terminal {
    let mut terminal = mine.failwell();
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types(TEXT);
    terminal.sees(TEXT);
    terminal.is_taken();
    terminal
}

/// The draft is on the disk, the terminal is given back, and the last line says where it is.
fn is_kept(mine: &Home, terminal: &Terminal) {
    terminal.is_given_back();
    assert_eq!(mine.draft(), TEXT);
    terminal.sees(&mine.drafts()[0].0.display().to_string());
}
