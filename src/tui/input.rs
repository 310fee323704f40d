//! Where keys come from: crossterm's `use-dev-tty` reader, blocking on a thread of its own. All
//! that knows the source is here, so that it can be replaced.
//!
//! The default source of crossterm 0.29 stalls on bursts of a few kilobytes and spins when the
//! terminal goes away; this one does neither, as long as nobody polls it.

use std::sync::mpsc::SyncSender;
use std::thread;

use crossterm::event::{Event, KeyEventKind, read};

use super::message::Message;
use super::program::Input;

/// Starts to listen; ends with [`Message::Deaf`] when the terminal can't be read any more.
pub(super) fn listen(to: SyncSender<Message>) {
    thread::spawn(move || {
        loop {
            let message = match read() {
                Ok(event) => input(event).map(Message::Input),
                Err(_) => Some(Message::Deaf),
            };
            let deaf = matches!(message, Some(Message::Deaf));
            let refused = message.is_some_and(|message| to.send(message).is_err());
            if deaf || refused {
                return;
            }
        }
    });
}

/// Releases of keys, the mouse and focus are nobody's business here.
fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Input::Key(key)),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    #[test]
    fn only_presses_and_repeats_are_keys() {
        for (kind, arrives) in [
            (KeyEventKind::Press, true),
            (KeyEventKind::Repeat, true),
            (KeyEventKind::Release, false),
        ] {
            let key = KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, kind);
            assert_eq!(input(Event::Key(key)).is_some(), arrives);
        }
        assert!(input(Event::FocusGained).is_none());
    }
}
