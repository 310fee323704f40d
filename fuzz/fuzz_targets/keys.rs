//! Any bytes from a terminal of any size.
#![no_main]

use failwell_fuzz::holds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, u8, &[u8])| {
    let (length, width, height, bytes) = input;
    holds::keys_are_safe(bytes, length.into(), (width.into(), (height % 64).into()));
});
