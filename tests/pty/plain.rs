//! The trainer without a screen, in a real terminal: its modes are left alone, and every line is on
//! the disk.

use std::time::Duration;

use crate::terminal::{CTRL_D, Home};

#[test]
fn lines_are_kept_as_they_come_and_the_terminal_is_left_alone() {
    let mine = Home::new("en");
    let trainer = env!("CARGO_BIN_EXE_failwell");
    let mut terminal = mine.shell(Some(&format!("exec {trainer} --plain")));
    terminal.sees("Type a number, then Enter:");
    terminal.types("1\n");
    terminal.sees("A line with nothing but a dot ends it.");
    terminal.types("We forgot to ask.\n");
    terminal.types(CTRL_D);
    terminal.sees("Finished?");
    assert_eq!(mine.draft(), "We forgot to ask.");
    terminal.waits("a terminal as a shell has it", |screen| {
        !screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor()
    });
    terminal.types("3\n");
    terminal.sees("The draft is kept.");
    terminal.types("9\n");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();

    // The full screen goes on with it.
    let full = mine.failwell();
    full.sees("An unfinished answer waits: 4 words");
}

#[test]
fn an_answer_is_said_aloud_between_two_keys() {
    let mine = Home::new("en");
    let trainer = env!("CARGO_BIN_EXE_failwell");
    let mut terminal = mine.shell(Some(&format!("exec {trainer} --plain")));
    terminal.sees("Type a number, then Enter:");
    terminal.types("1\nWe forgot to ask.\n.\n1\n");
    terminal.sees("6. say it aloud");
    terminal.types("6\n");
    terminal.sees("press Enter again at the end.");
    terminal.types("\n");
    terminal.sees("The clock runs.");
    // Somebody speaks.
    assert!(terminal.is_quiet_for(Duration::from_millis(3100)));
    terminal.types("\n");
    terminal.sees("Said in 0:0");
    let history = mine.history();
    assert_eq!(history[1]["kind"], "spoken");
    assert_eq!(history[1]["of"], history[0]["id"]);
    terminal.types("7\n7\n");
    assert_eq!(terminal.ends(), 0);
}
