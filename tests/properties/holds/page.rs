//! The page that is typed on: any edits in any order, and all of them taken back and done again.

use failwell::tui::draft::{Draft, Edit, Motion};
use unicode_segmentation::UnicodeSegmentation;

/// Does what `script` says on a page of this width, which holds `start`.
pub fn a_page_comes_back(start: &str, script: &str, width: u16) {
    let mut draft = Draft::new(start);
    draft.set_width(width);
    draft.set_height(5);
    let first = draft.text();
    let mut last = (draft.text(), draft.caret(), draft.pasted_bytes());
    for edit in edits(script) {
        if draft.edit(edit) {
            last = (draft.text(), draft.caret(), draft.pasted_bytes());
        }
        caret_is_sound(&draft, width);
    }
    let undone = draft.edit(Edit::Redo);
    while draft.edit(Edit::Redo) {}
    let mut steps = 0;
    while draft.edit(Edit::Undo) {
        steps += 1;
    }
    let bare = (draft.text(), draft.pasted_bytes());
    assert_eq!(bare, (first, 0), "all is taken back");
    for _ in 0..steps {
        assert!(draft.edit(Edit::Redo));
    }
    assert!(!draft.edit(Edit::Redo), "as many steps on as back");
    if !undone && steps > 0 {
        let again = (draft.text(), draft.caret(), draft.pasted_bytes());
        assert_eq!(again, last, "all is done again");
    }
}

/// The edits of a script: a control character is one of [`ACTS`], the text up to the next one is
/// typed, or pasted behind a DEL.
fn edits(script: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for part in script.split_inclusive(char::is_control) {
        let text = part.trim_end_matches(char::is_control);
        let end = part[text.len()..].chars().next();
        if !text.is_empty() {
            edits.push(match end {
                Some('\x7f') => Edit::Paste(text.to_owned()),
                _ => Edit::Insert(text.to_owned()),
            });
        }
        let act = end.and_then(|end| ACTS.get(u32::from(end) as usize));
        edits.extend(act.cloned());
    }
    edits
}

/// What the control characters mean, from NUL on.
const ACTS: &[Edit] = &[
    Edit::Newline,
    Edit::Backspace,
    Edit::Delete,
    Edit::WordBackspace,
    Edit::WordDelete,
    Edit::Undo,
    Edit::Redo,
    Edit::Move(Motion::Left),
    Edit::Move(Motion::Right),
    Edit::Move(Motion::WordLeft),
    Edit::Newline,
    Edit::Move(Motion::WordRight),
    Edit::Move(Motion::Up),
    Edit::Move(Motion::Down),
    Edit::Move(Motion::LineStart),
    Edit::Move(Motion::LineEnd),
    Edit::Move(Motion::TextStart),
    Edit::Move(Motion::TextEnd),
    Edit::Move(Motion::PageUp),
    Edit::Move(Motion::PageDown),
];

/// The caret stands between two graphemes and inside the area.
fn caret_is_sound(draft: &Draft, width: u16) {
    let (text, offset) = (draft.text(), draft.caret_offset());
    let border = text.len() == offset || text.grapheme_indices(true).any(|(at, _)| at == offset);
    assert!(border, "{text:?} at {offset}");
    let (column, row) = draft.caret_cell();
    assert!(column < usize::from(width.max(2)) && row < 5);
}
