//! Any bytes as a history.
#![no_main]

use failwell_fuzz::holds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| holds::nothing_in_a_history_is_lost(bytes));
