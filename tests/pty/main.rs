//! The program in a real terminal: what a person would see and what is left on the disk. Tests
//! wait for what they want to see, each with a deadline; none of them sleeps.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test looks at the files, says what it skips, and may fail"
)]

mod anew;
mod background;
mod crash;
mod editor;
mod floods;
mod full;
mod leaving;
mod mock;
mod morning;
mod past;
mod plain;
mod private;
mod terminal;
mod whole;
