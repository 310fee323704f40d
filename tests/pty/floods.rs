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
fn a_megabyte_without_brackets_arrives_in_full_and_ctrl_c_is_heard() {
    let text = lines(1 << 20);
    // Many lines, and one line without end.
    for text in [text.clone(), text.replace('\n', " ")] {
        let mine = Home::new("en");
        let mut terminal = page(&mine);
        terminal.types(&text.replace('\n', ENTER));
        terminal.sees("the last line");
        terminal.types(CTRL_C);
        assert_eq!(terminal.ends(), 0);
        assert!(mine.draft() == text, "not what was typed");
    }
}

#[test]
fn a_paste_without_end_is_text_and_keys_work_again() {
    let mine = Home::new("en");
    let mut terminal = page(&mine);
    terminal.types("Before. ");
    terminal.types("\x1b[200~Pasted, and then the line broke.");
    terminal.sees("Pasted, and then the line broke.");
    terminal.types(" After.");
    terminal.sees("broke. After.");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(
        mine.draft(),
        "Before. Pasted, and then the line broke. After."
    );
}

#[test]
fn a_paste_that_is_no_text_is_text_on_the_page_and_nothing_elsewhere() {
    let hostile = "\x1b[200~q\r\x03nul\0 \x1b]52;c;aGk=\x07\x1b[31m\u{9b}2J\u{202e}end\x1b[201~";
    let mine = Home::new("en");
    let mut terminal = mine.failwell();
    terminal.types(hostile);
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types(hostile);
    terminal.sees("2Jend");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(mine.draft(), "q\nnul ]52;c;aGk=[31m2Jend");
}

#[test]
fn bytes_that_come_one_by_one_are_the_same_keys() {
    let mine = Home::new("en");
    let mut terminal = page(&mine);
    // Text, Left twice, text, End, Alt-[ as some keyboards send it.
    let keys = "我们忘了 e\u{301}👨‍👩‍👧x\x1b[D\x1bOD👍🏽\x1b[F\x1b[27;5;91~.";
    for byte in keys.as_bytes() {
        terminal.types_bytes(&[*byte]);
    }
    terminal.sees("x.");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    assert_eq!(mine.draft(), "我们忘了 e\u{301}👍🏽👨‍👩‍👧x.");
}

#[test]
fn two_hundred_sizes_in_a_row_leave_the_text_on_the_last_one() {
    let mine = Home::new("en");
    let mut terminal = page(&mine);
    let text = "The bridge was measured twice and built half a metre short all the same.";
    terminal.types(text);
    terminal.sees(text);
    let mut typed = text.to_owned();
    for step in 0..200_u16 {
        let columns = 1 + step * 37 % 211;
        let rows = 1 + step * 23 % 71;
        terminal.resize(columns, rows);
        let key = char::from(b'a' + u8::try_from(step % 26).unwrap());
        typed.push(key);
        terminal.types(key.encode_utf8(&mut [0; 4]));
    }
    terminal.resize(1, 1);
    terminal.resize(100, 30);
    terminal.sees(&typed);
    terminal.sees("typing");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert_eq!(mine.draft(), typed, "no key is lost");
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
