//! What a rehearsal is: prompts, attempts, days. Pure: no IO, no clock, no terminal.

pub mod change;
pub mod clock;
pub mod compare;
pub mod day;
pub mod desk;
pub mod due;
pub mod event;
pub mod guess;
pub mod history;
pub mod mock;
pub mod now;
pub mod parts;
pub mod pick;
pub mod prepare;
pub mod progress;
pub mod prompt;
pub mod record;
pub mod rehearsal;
pub mod remark;
pub mod rewrite;
pub mod search;
pub mod silence;
pub mod sitting;
pub mod take;
pub mod voice;
pub mod week;
