//! Any text as an answer, in both languages.
#![no_main]

use failwell_fuzz::holds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| holds::a_report_is_sound(text));
