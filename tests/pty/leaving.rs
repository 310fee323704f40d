//! Every way out gives the terminal back, and keeps what was typed.

use rustix::process::Signal;

use crate::terminal::{CTRL_C, CTRL_Z, ENTER, Home, Terminal};

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
