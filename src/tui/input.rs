//! Where keys come from: the terminal, read on a thread of its own. All that knows the source is
//! here; what the bytes mean is the decoder's.
//!
//! The reader sleeps until bytes come, or until what was begun (an escape sequence, a paste) has
//! waited for its rest long enough. It can be asked to leave the terminal to another program.

mod decoder;
mod gate;
mod sequence;

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::message::Message;
use super::program::Input;
use decoder::Decoder;
use gate::Gate;

pub(super) use gate::{Ears, gate};

/// A terminal holds four kilobytes; what is here already is taken in at once.
const AT_ONCE: usize = 64 * 1024;

/// The terminal that keys come from: standard input, or else the one that the process belongs to.
///
/// # Errors
///
/// When there is none.
#[expect(clippy::disallowed_methods, reason = "a terminal is no user data")]
pub(super) fn open() -> io::Result<File> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Ok(stdin.as_fd().try_clone_to_owned()?.into());
    }
    OpenOptions::new().read(true).open("/dev/tty")
}

/// Starts to listen; ends with [`Message::Deaf`] when the terminal can't be read any more.
pub(super) fn listen(tty: File, gate: Gate, to: SyncSender<Message>) {
    thread::spawn(move || {
        let mut reader = Reader::new(tty, gate);
        let send = |inputs: Vec<Input>| {
            let mut messages = inputs.into_iter().map(Message::Input);
            messages.all(|message| to.send(message).is_ok())
        };
        while let Ok(inputs) = reader.next() {
            if !send(inputs) {
                return;
            }
        }
        // Half a paste is better than none.
        send(reader.decoder.give_up());
        let _ = to.send(Message::Deaf);
    });
}

/// What bytes mean that come in these pieces, when nothing comes after them.
pub fn decode<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut inputs: Vec<Input> = pieces
        .into_iter()
        .flat_map(|piece| decoder.feed(piece))
        .collect();
    inputs.extend(decoder.give_up());
    inputs
}

/// A source of bytes with their meaning.
struct Reader {
    from: File,
    /// None when nobody asks for the terminal any more.
    gate: Option<Gate>,
    decoder: Decoder,
    buffer: Vec<u8>,
}

impl Reader {
    fn new(from: File, gate: Gate) -> Self {
        Self {
            from,
            gate: Some(gate),
            decoder: Decoder::default(),
            buffer: vec![0; AT_ONCE],
        }
    }

    /// What comes next; may be nothing yet.
    fn next(&mut self) -> io::Result<Vec<Input>> {
        if !self.is_ready(self.decoder.patience())? {
            return Ok(self.decoder.give_up());
        }
        let mut filled = 0;
        loop {
            match self.read(filled) {
                Ok(more) => filled += more,
                Err(error) if filled == 0 => return Err(error),
                // What came before the end counts; the end comes again.
                Err(_) => break,
            }
            if filled == self.buffer.len() || !self.is_ready(Some(Duration::ZERO))? {
                break;
            }
        }
        Ok(self.decoder.feed(&self.buffer[..filled]))
    }

    /// Whether a read would not wait; a terminal that is gone is ready too, and its read says so.
    fn is_ready(&mut self, patience: Option<Duration>) -> io::Result<bool> {
        let patience = patience.map(|time| Timespec {
            tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: time.subsec_nanos().into(),
        });
        loop {
            let mut fds = vec![PollFd::new(&self.from, PollFlags::IN)];
            let woken = self.gate.iter().map(|gate| &gate.woken);
            fds.extend(woken.map(|pipe| PollFd::new(pipe, PollFlags::IN)));
            let polled = poll(&mut fds, patience.as_ref());
            let asked = fds.get(1).is_some_and(|pipe| !pipe.revents().is_empty());
            match polled {
                Ok(_) if asked => {
                    if !self.gate.as_mut().is_some_and(Gate::pass) {
                        self.gate = None;
                    }
                }
                Ok(ready) => return Ok(ready > 0),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Reads behind what is `filled` already; nothing at all means that nobody is there any more.
    fn read(&mut self, filled: usize) -> io::Result<usize> {
        match self.from.read(&mut self.buffer[filled..]) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Err(error) if is_passing(&error) => Ok(0),
            read => read,
        }
    }
}

/// Whether to ask again: a signal came in between, or another process has read the bytes.
fn is_passing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock
    )
}

#[cfg(test)]
mod tests;
