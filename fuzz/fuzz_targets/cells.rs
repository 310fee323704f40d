//! Any text on its way to a terminal.
#![no_main]

use failwell_fuzz::holds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| holds::nothing_acts_on_the_terminal(text));
