//! The full-screen program. Knows the terminal, threads and time; everything below it is pure.

pub mod draft;
pub mod program;
pub mod terminal;
pub mod widget;
