//! Any bytes as a pack: its prompts and, behind a NUL, its follow-ups.
#![no_main]

use failwell_fuzz::holds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut files = bytes.splitn(2, |byte| *byte == 0);
    let prompts = files.next().unwrap_or_default();
    holds::a_pack_is_sound_or_left_out(prompts, files.next());
});
