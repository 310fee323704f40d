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
    let (_ears, gate) = gate().unwrap();
    listen(File::from(OwnedFd::from(from)), gate, inbox);
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

#[test]
fn a_reader_leaves_what_comes_to_others_as_long_as_it_is_asked_to() {
    let (from, mut to) = pipe().unwrap();
    let mut other = from.try_clone().unwrap();
    let (inbox, messages) = sync_channel(8);
    let (mut ears, gate) = gate().unwrap();
    listen(File::from(OwnedFd::from(from)), gate, inbox);
    for _ in 0..3 {
        assert!(ears.close(Duration::from_secs(10)));
        to.write_all(b"theirs").unwrap();
        let mut theirs = [0; 6];
        other.read_exact(&mut theirs).unwrap();
        assert_eq!(&theirs, b"theirs");
        ears.open();
        to.write_all(b"ours").unwrap();
        let ours = messages.recv().unwrap();
        assert!(matches!(ours, Message::Input(Input::Text(text)) if text == "ours"));
    }
    drop(ears);
    to.write_all(b"on").unwrap();
    assert!(matches!(
        messages.recv().unwrap(),
        Message::Input(Input::Text(_))
    ));
}

#[test]
fn a_reader_that_has_more_to_say_than_there_is_room_for_is_not_waited_for() {
    let (from, mut to) = pipe().unwrap();
    let (inbox, messages) = sync_channel(1);
    let (mut ears, gate) = gate().unwrap();
    listen(File::from(OwnedFd::from(from)), gate, inbox);
    to.write_all(b"\x1b[A\x1b[A\x1b[A\x1b[A").unwrap();
    assert!(matches!(
        messages.recv().unwrap(),
        Message::Input(Input::Key(_))
    ));
    assert!(!ears.close(Duration::from_millis(50)));
    for _ in 0..3 {
        assert!(matches!(
            messages.recv().unwrap(),
            Message::Input(Input::Key(_))
        ));
    }
    to.write_all(b"on").unwrap();
    assert!(matches!(
        messages.recv().unwrap(),
        Message::Input(Input::Text(_))
    ));
}
