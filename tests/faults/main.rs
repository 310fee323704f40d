//! The program on a disk that fails, and the program that is killed: at every call that touches a
//! home, one run each, until a run is clean. `strace` does the failing, on the real binary; where it
//! is absent or forbidden the tests say so and are skipped.
//! `FAILWELL_KILLS=1000` kills somebody's page as often while they type.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test makes files, says what it skips, and may fail"
)]

mod bank;
mod commands;
mod opening;
mod page;
mod past;
mod strace;
#[path = "../pty/terminal.rs"]
#[expect(dead_code, reason = "the tests of the terminal ask it for more")]
mod terminal;
mod typing;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many sessions run at once: they wait most of the time.
const SIDE_BY_SIDE: usize = 6;

/// Does something with each of `all`, some of them at the same time.
fn side_by_side<T: Sync, R: Send>(all: &[T], does: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(does(one));
        }
        done
    };
    thread::scope(|scope| {
        let hands: Vec<_> = (0..SIDE_BY_SIDE).map(|_| scope.spawn(work)).collect();
        let done = hands.into_iter().flat_map(|hand| hand.join().unwrap());
        done.collect()
    })
}
