//! How much a page takes in at once. A long paste is kept and told of; what no page can hold is
//! told of too: nothing is cut without a word.

use std::time::Duration;

use super::{Look, Rehearse};
use crate::content::words::fill;
use crate::tui::action::Action;
use crate::tui::draft::Edit;
use crate::tui::keymap;

/// A paste longer than this, in bytes, is told of: it is a book, not an answer.
const LONG: usize = 256 << 10;
/// Bytes that a page holds.
const FULL: usize = 8 << 20;

impl Rehearse {
    /// Puts in what came at once, `missed` bytes of which did not even arrive here, and says
    /// whether the text has changed.
    pub(crate) fn take_in(
        &mut self,
        look: &Look,
        edit: fn(String) -> Edit,
        mut text: String,
        mut missed: usize,
        elapsed: Duration,
    ) -> bool {
        let room = FULL.saturating_sub(self.draft.len());
        let kept = start(&text, room).len();
        missed += text.len() - kept;
        text.truncate(kept);
        let long = (kept > LONG).then(|| start(&text, LONG).to_owned());
        let changed = self.edit(edit(text), elapsed);
        let told = match (missed, &long) {
            (0, None) => return changed,
            (0, Some(_)) => fill(&look.words.rehearse.long_paste, &[&size(kept)]),
            _ => fill(
                &look.words.rehearse.page_full,
                &[&size(FULL), &size(missed)],
            ),
        };
        let cure = long.as_ref().map_or(String::new(), |_| trim_hint(look));
        self.trouble = Some(told + &cure);
        self.long = long;
        changed
    }

    /// Keeps only the start of the long paste that has just come.
    pub(crate) fn trim(&mut self, elapsed: Duration) -> bool {
        let Some(start) = self.long.take() else {
            return false;
        };
        self.edit(Edit::Undo, elapsed) && self.edit(Edit::Paste(start), elapsed)
    }
}

/// Which key keeps the start only.
fn trim_hint(look: &Look) -> String {
    let key = look.key(keymap::PAGE, Action::Trim);
    let words = &look.words;
    words.review.space.clone() + &fill(&words.rehearse.trim, &[&key, &size(LONG)])
}

/// As much of the start of `text` as takes no more than `bytes`.
fn start(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Bytes as people read them.
fn size(bytes: usize) -> String {
    let kib = bytes.div_ceil(1 << 10);
    if kib < 1 << 10 {
        format!("{kib} KiB")
    } else {
        format!("{}.{} MiB", kib >> 10, ((kib & 1023) * 10) >> 10)
    }
}
