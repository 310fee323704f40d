//! Terminals that say what their background is, at once, in pieces, late, or never.

use std::time::Duration;

use vt100::Color;

use crate::terminal::{CTRL_C, CTRL_D, ENTER, Home, Terminal};

/// Whether anything on the screen has a colour.
fn coloured(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    let cells = (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| (y, x)));
    cells
        .filter_map(|(y, x)| screen.cell(y, x))
        .any(|cell| cell.fgcolor() != Color::Default)
}

/// Goes on to a page and types; nothing else may stand there.
fn writes(mut terminal: Terminal, home: &Home) {
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types("We forgot.");
    terminal.sees("We forgot.");
    terminal.types(CTRL_D);
    terminal.sees("Finished?");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert_eq!(home.draft(), "We forgot.");
}

#[test]
fn a_silent_terminal_gets_no_colours_and_no_wait() {
    let home = Home::new("en");
    let terminal = home.failwell();
    terminal.waits("the first screen", |screen| !coloured(screen));
    writes(terminal, &home);
}

#[test]
fn a_late_answer_in_pieces_is_no_text_and_changes_nothing() {
    let home = Home::new("en");
    let mut terminal = home.failwell();
    // Longer than an answer counts.
    terminal.is_quiet_for(Duration::from_millis(300));
    terminal.types("\x1b]11;rgb:0000/00");
    terminal.is_quiet_for(Duration::from_millis(700));
    terminal.types("00/0000\x1b\\");
    terminal.settles();
    terminal.waits("no colours", |screen| !coloured(screen));
    writes(terminal, &home);
}
