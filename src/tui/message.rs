//! What reaches the loop: one channel for keys, signals, and the worker's answers.

use std::sync::mpsc::Sender;

use super::program::{Input, Outcome};
use crate::practice::rehearsal::Snapshot;

/// One message.
#[derive(Debug)]
pub(super) enum Message {
    /// From the terminal.
    Input(Input),
    /// The terminal cannot be read any more, as after a hang-up.
    Deaf,
    /// A signal asks the process to end. Whoever drops `heard` has taken note.
    End {
        /// Its number.
        signal: i32,
        /// What the one who asks waits for.
        #[expect(dead_code, reason = "it is dropped, and nothing else")]
        heard: Sender<()>,
    },
    /// A signal asks it to stop until it is continued.
    Stop,
    /// It was continued by somebody else than [`super::terminal::Screen::suspend`].
    Continued,
    /// The worker has done something.
    Done(Outcome),
    /// The worker has done all that was asked before, but for these drafts: they could not be
    /// written.
    Flushed(Vec<Snapshot>),
}
