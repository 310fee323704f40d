//! The line rules that UAX #14 leaves open for Chinese text. Knows characters only.

use std::ops::Range;

/// Characters after which a line ends for good (UAX #14 classes BK, CR, LF, NL).
pub(super) const ENDS_LINE: [char; 7] = [
    '\n', '\r', '\u{0b}', '\u{0c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// Never at the start of a line (GB/T 15834 and common English practice).
const CLOSERS: &str = "，。；：、！？）】」』》〉〕”’％·…～,.;:!?)]}%";

/// Never at the end of a line.
const OPENERS: &str = "（【「『《〈〔“‘([{";

/// Places inside a unit of UAX #14 where Chinese text may still end a line: before an opening
/// curly quote, after a closing one.
pub(super) fn quote_breaks(text: &str, unit: Range<usize>) -> impl Iterator<Item = usize> {
    let slice = &text[unit.clone()];
    let mut before = None;
    slice.char_indices().filter_map(move |(offset, after)| {
        let may = before.is_some_and(|before| quote_may_break(before, after));
        before = Some(after);
        may.then_some(unit.start + offset)
    })
}

/// Whether splitting a long run at `at` puts a closing mark first or an opening mark last.
pub(super) fn splits_badly(text: &str, at: usize) -> bool {
    text[at..].starts_with(|c| CLOSERS.contains(c)) || text[..at].ends_with(|c| OPENERS.contains(c))
}

fn quote_may_break(before: char, after: char) -> bool {
    if CLOSERS.contains(after) || OPENERS.contains(before) {
        return false;
    }
    let opens = matches!(after, '“' | '‘') && (is_wide(before) || matches!(before, '”' | '’'));
    let closes = matches!(before, '”' | '’') && is_wide(after);
    opens || closes
}

/// East Asian wide: ideographs, kana and full-width punctuation.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x2e80..=0x303e | 0x3041..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff
        | 0xff01..=0xff60 | 0x2_0000..=0x3_ffff)
}
