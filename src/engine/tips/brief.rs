//! Tip 6: how much room the setback takes. Computed from roles and lengths; nothing is proposed.

use std::ops::Range;

use super::Rule;
use crate::engine::reading::Reading;
use crate::engine::report::Role;

pub(super) const RULES: &[Rule] = &[];

/// The sentences of the longest unbroken run of setback, by words; the first at a tie.
pub(crate) fn long_setback(reading: &Reading) -> Option<Range<usize>> {
    let mut best: Option<(usize, Range<usize>)> = None;
    let mut start = 0;
    for (at, role) in reading.roles.iter().enumerate() {
        if *role != Role::Setback {
            start = at + 1;
            continue;
        }
        let words = reading.sentences[start..=at].iter().map(|s| s.words).sum();
        if best.as_ref().is_none_or(|(most, _)| words > *most) {
            best = Some((words, start..at + 1));
        }
    }
    best.map(|(_, run)| run)
}
