//! How the reader of keys leaves the terminal to another program for a while. Knows two threads and
//! a pipe between them; knows no bytes of keys.

use std::io::{self, PipeReader, PipeWriter, Read, Write, pipe};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The side of whoever wants the terminal.
#[derive(Debug)]
pub(in crate::tui) struct Ears {
    shared: Arc<Shared>,
    wake: PipeWriter,
}

/// The side of the reader.
#[derive(Debug)]
pub(in crate::tui) struct Gate {
    shared: Arc<Shared>,
    /// Has a byte when the reader is to look up.
    pub(super) woken: PipeReader,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// The reader listens.
    #[default]
    Open,
    /// It is asked not to.
    Asked,
    /// It does not.
    Closed,
}

/// The two sides.
///
/// # Errors
///
/// When the system has no pipe left.
pub(in crate::tui) fn gate() -> io::Result<(Ears, Gate)> {
    let (woken, wake) = pipe()?;
    let shared = Arc::<Shared>::default();
    let ears = Ears {
        shared: Arc::clone(&shared),
        wake,
    };
    Ok((ears, Gate { shared, woken }))
}

impl Ears {
    /// Has the reader leave the terminal alone, and says whether it does so within `patience`: it
    /// may have more to say than there is room for.
    pub(in crate::tui) fn close(&mut self, patience: Duration) -> bool {
        let mut state = self.shared.lock();
        *state = State::Asked;
        if self.wake.write_all(b"!").is_ok() {
            let waiting = |state: &mut State| *state == State::Asked;
            let waited = self
                .shared
                .changed
                .wait_timeout_while(state, patience, waiting);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
            if *state == State::Closed {
                return true;
            }
        }
        *state = State::Open;
        false
    }

    /// Lets it listen again.
    pub(in crate::tui) fn open(&self) {
        *self.shared.lock() = State::Open;
        self.shared.changed.notify_all();
    }
}

impl Drop for Ears {
    fn drop(&mut self) {
        self.open();
    }
}

impl Gate {
    /// Waits until the reader may listen again, if it was asked to stop; `false` when nobody will
    /// ever ask again.
    pub(super) fn pass(&mut self) -> bool {
        if !matches!(self.woken.read(&mut [0]), Ok(1)) {
            return false;
        }
        let mut state = self.shared.lock();
        if *state == State::Asked {
            *state = State::Closed;
            self.shared.changed.notify_all();
            let closed = |state: &mut State| *state == State::Closed;
            drop(self.shared.changed.wait_while(state, closed));
        }
        true
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
