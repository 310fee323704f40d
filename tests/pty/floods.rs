//! Much at once: long pastes, bursts of keys, storms of sizes. And nothing at all.

use std::time::Duration;

use crate::terminal::{CTRL_C, ENTER, Home, Terminal};

#[test]
fn a_paste_of_a_megabyte_arrives_in_full() {
    let mine = Home::new("en");
    let mut terminal = page(&mine);
    let text = lines(1 << 20);
    terminal.types(&format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")));
    terminal.sees("the last line");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert!(mine.draft() == text, "not what was pasted");
}

#[test]
fn a_burst_of_keys_arrives_in_full_and_ctrl_c_is_heard() {
    let mine = Home::new("en");
    let mut terminal = page(&mine);
    let text = lines(100_000);
    terminal.types(&text.replace('\n', ENTER));
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert!(mine.draft() == text, "not what was typed");
}

#[test]
fn two_hundred_sizes_in_a_row_leave_the_text_on_the_last_one() {
    let mine = Home::new("en");
    let mut terminal = page(&mine);
    let text = "The bridge was measured twice and built half a metre short all the same.";
    terminal.types(text);
    terminal.sees(text);
    for step in 0..200_u16 {
        let columns = 1 + step * 37 % 211;
        let rows = 1 + step * 23 % 71;
        terminal.resize(columns, rows);
    }
    terminal.resize(1, 1);
    terminal.resize(100, 30);
    terminal.sees(text);
    terminal.sees("typing");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert_eq!(mine.draft(), text);
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let terminal = Home::new("en").failwell();
    terminal.settles();
    assert!(terminal.is_quiet_for(Duration::from_secs(1)));
}

/// An empty page.
fn page(mine: &Home) -> Terminal {
    let mut terminal = mine.failwell();
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal
}

/// At least `bytes` of text, each line different, the last one easy to tell.
fn lines(bytes: usize) -> String {
    let line = |number| format!("Line {number}: we counted the chairs twice. 我们数了两遍椅子。\n");
    let count = bytes / line(1).len() + 1;
    (1..=count)
        .map(line)
        .chain(["the last line".to_owned()])
        .collect()
}
