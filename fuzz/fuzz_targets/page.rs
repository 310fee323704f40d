//! Any edits on a page.
#![no_main]

use failwell_fuzz::holds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, &str)| {
    let (width, cut, script) = input;
    let cut = script.floor_char_boundary(usize::from(cut));
    let (start, script) = script.split_at(cut);
    holds::a_page_comes_back(start, script, width.into());
});
