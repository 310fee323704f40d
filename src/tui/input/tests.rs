//! A reader on a pipe instead of a terminal.

use std::io::{Write, pipe};
use std::os::fd::OwnedFd;
use std::sync::mpsc::sync_channel;

use crossterm::event::KeyCode;

use super::*;

#[test]
fn a_reader_waits_gives_up_and_ends_with_its_terminal() {
    let (from, mut to) = pipe().unwrap();
    let (inbox, messages) = sync_channel(8);
    listen(File::from(OwnedFd::from(from)), inbox);
    let next = || messages.recv().unwrap();

    to.write_all("失".as_bytes().split_at(2).0).unwrap();
    to.write_all("失".as_bytes().split_at(2).1).unwrap();
    assert!(matches!(next(), Message::Input(Input::Key(key)) if key.code == KeyCode::Char('失')));
    to.write_all(b"\x1b").unwrap();
    assert!(matches!(next(), Message::Input(Input::Key(key)) if key.code == KeyCode::Esc));
    to.write_all(b"\x1b[200~no end").unwrap();
    assert!(matches!(next(), Message::Input(Input::Paste { text, .. }) if text == "no end"));
    to.write_all(b"last words\x1b[200~and half a paste")
        .unwrap();
    drop(to);
    assert!(matches!(next(), Message::Input(Input::Text(text)) if text == "last words"));
    assert!(matches!(next(), Message::Input(Input::Paste { text, .. }) if text.ends_with("paste")));
    assert!(matches!(next(), Message::Deaf));
    assert!(messages.recv().is_err(), "the thread has ended");
}
