//! Another text in the place of the whole draft, as one edit of what differs. Knows two texts.

use std::ops::Range;

use super::{Draft, Edit, clean};

impl Draft {
    /// Becomes `text`, cleaned like pasted text: one step of undo. Says whether it has changed.
    pub fn change_into(&mut self, text: &str) -> bool {
        let (old, new) = (self.text(), clean::clean(text));
        if old == new {
            return false;
        }
        let (range, put) = difference(&old, &new);
        // A border between two characters need not be one between graphemes.
        self.edit(Edit::Replace(range, put.to_owned()))
            || self.edit(Edit::Replace(0..old.len(), new))
    }
}

/// The bytes of `old` that `new` has something else for, and what that is.
fn difference<'a>(old: &str, new: &'a str) -> (Range<usize>, &'a str) {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(same).map(|(c, _)| c.len_utf8()).sum()
    };
    let start = length(&mut old.chars().zip(new.chars()));
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = length(&mut old_rest.chars().rev().zip(new_rest.chars().rev()));
    (start..old.len() - end, &new_rest[..new_rest.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_replaced_and_one_undo_brings_the_old_text_back() {
        for (old, new, put) in [
            ("we failed badly", "we missed badly", "miss"),
            ("", "all new", "all new"),
            ("all gone", "", ""),
            ("aaa", "aa", ""),
            ("aa", "aaaa", "aa"),
            ("我们失败了", "我们没赶上了", "没赶上"),
            // The first of two flags, which are four halves of one kind.
            ("\u{1f1e6}\u{1f1e9}x", "\u{1f1e6}\u{1f1ea}x", "\u{1f1ea}"),
            ("e\u{301}", "e", ""),
        ] {
            assert_eq!(difference(old, new).1, put, "{old} {new}");
            let mut draft = Draft::new(old);
            assert!(draft.change_into(new), "{old} {new}");
            assert_eq!(draft.text(), new);
            draft.edit(Edit::Undo);
            assert_eq!(draft.text(), old, "one step");
            draft.edit(Edit::Redo);
            assert_eq!(draft.text(), new);
        }
        let mut draft = Draft::new("as it was");
        assert!(!draft.change_into("as it was"));
        assert!(draft.change_into("as\r\nit\twas"));
        assert_eq!(draft.text(), "as\nit    was");
    }
}
