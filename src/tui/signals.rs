//! Signals as messages: they wait their turn like keys, so that the text is safe before anything
//! else happens.

use std::io;
use std::sync::mpsc::SyncSender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::message::Message;
use super::program::Input;
use super::terminal;

/// Starts to listen.
///
/// # Errors
///
/// When the handlers cannot be installed.
pub(super) fn listen(to: SyncSender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Stop,
                SIGWINCH => match terminal::size() {
                    Ok((columns, rows)) => Message::Input(Input::Resize(columns, rows)),
                    Err(_) => Message::Deaf,
                },
                SIGCONT => Message::Continued,
                signal => Message::End(signal),
            };
            if to.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
}
