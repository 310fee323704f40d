//! What reaches the loop: one channel for keys, signals, and the worker's answers.

use super::program::{Input, Outcome};
use crate::practice::rehearsal::Snapshot;

/// One message.
#[derive(Debug)]
pub(super) enum Message {
    /// From the terminal.
    Input(Input),
    /// The terminal cannot be read any more, as after a hang-up.
    Deaf,
    /// A signal asks the process to end.
    End(i32),
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
