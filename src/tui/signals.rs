//! Signals as messages: they wait their turn like keys, so that the text is safe before anything
//! else happens. A loop that does not answer is not waited for: its text is saved without it.

use std::io::{self, Write};
use std::sync::mpsc::{RecvTimeoutError, SyncSender, TrySendError, channel};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::message::Message;
use super::program::Input;
use super::rescue::Rescue;
use super::terminal;

/// How long the loop may take to answer.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often to look whether there is room for a message.
const PAUSE: Duration = Duration::from_millis(1);

/// Starts to listen.
///
/// # Errors
///
/// When the handlers cannot be installed.
pub(super) fn listen(to: SyncSender<Message>, rescue: Rescue) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGINT | SIGQUIT if terminal::is_lent() => {}
                SIGTSTP if terminal::is_lent() => _ = emulate_default_handler(SIGTSTP),
                SIGTSTP => _ = offer(&to, Message::Stop),
                SIGCONT => _ = offer(&to, Message::Continued),
                SIGWINCH => _ = offer(&to, size()),
                signal if is_answered(&to, signal) => {}
                signal => end_alone(&rescue, signal),
            }
        }
    });
    Ok(())
}

fn size() -> Message {
    match terminal::size() {
        Ok((columns, rows)) => Message::Input(Input::Resize(columns, rows)),
        Err(_) => Message::Deaf,
    }
}

/// Asks the loop to end, and says whether it has heard.
fn is_answered(to: &SyncSender<Message>, signal: i32) -> bool {
    let (heard, answer) = channel();
    offer(to, Message::End { signal, heard })
        && answer.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout)
}

/// Sends a message as soon as there is room for it; not when there is none for too long.
fn offer(to: &SyncSender<Message>, mut message: Message) -> bool {
    let mut waited = Duration::ZERO;
    while waited < PATIENCE {
        match to.try_send(message) {
            Ok(()) => return true,
            Err(TrySendError::Disconnected(_)) => return false,
            Err(TrySendError::Full(back)) => message = back,
        }
        thread::park_timeout(PAUSE);
        waited += PAUSE;
    }
    false
}

/// Ends the process without the loop: the text first, then the terminal, which may be what the
/// loop is stuck in.
fn end_alone(rescue: &Rescue, signal: i32) {
    let farewell = rescue.write();
    let (given_back, done) = channel::<()>();
    thread::spawn(move || {
        terminal::leave();
        if let Some(farewell) = farewell {
            let _ = writeln!(io::stderr(), "{farewell}");
        }
        drop(given_back);
    });
    let _ = done.recv_timeout(PATIENCE);
    #[expect(
        clippy::disallowed_methods,
        reason = "nobody else is left to end the process"
    )]
    std::process::exit(128 + signal);
}
