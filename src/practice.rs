//! The pure side of rehearsing: prompts, clocks, attempts, days. No IO, no clock, no terminal.

pub mod prompt;
pub mod record;
pub mod rehearsal;
