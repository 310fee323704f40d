//! Any text at any width.
#![no_main]

use failwell_fuzz::holds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u16, &str)| holds::rows_are_the_text(input.1, input.0 % 300));
