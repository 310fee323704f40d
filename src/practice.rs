//! What a rehearsal is: prompts, attempts, days. Pure: no IO, no clock, no terminal.

pub mod desk;
pub mod history;
pub mod now;
pub mod prompt;
pub mod record;
pub mod rehearsal;
