//! Typing, moving and undoing, as a person sees it.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::wrap;

/// A draft of the text around `|`, with the caret there.
fn at(marked: &str) -> Draft {
    let (before, after) = marked.split_once('|').unwrap();
    let mut draft = Draft::new(&format!("{before}{after}"));
    draft.edit(Edit::Move(Motion::TextStart));
    for _ in before.graphemes(true) {
        draft.edit(Edit::Move(Motion::Right));
    }
    assert_eq!(shown(&draft), marked, "the caret can stand there");
    draft
}

fn shown(draft: &Draft) -> String {
    let mut text = draft.text();
    text.insert(draft.caret_offset(), '|');
    text
}

fn type_in(draft: &mut Draft, text: &str) {
    for grapheme in text.graphemes(true) {
        match grapheme {
            "\n" => draft.edit(Edit::Newline),
            _ => draft.edit(Edit::Insert(grapheme.to_owned())),
        };
    }
}

#[test]
fn edits_act_on_graphemes_and_words() {
    use Edit::{Backspace, Delete, Newline, WordBackspace, WordDelete};
    for (before, edit, after) in [
        ("a👨‍👩‍👧|b", Backspace, "a|b"),
        ("a|👨‍👩‍👧b", Delete, "a|b"),
        ("🇨🇳|", Backspace, "|"),
        ("e\u{301}|x", Backspace, "|x"),
        ("|", Backspace, "|"),
        ("a|", Delete, "a|"),
        ("one\n|two", Backspace, "one|two"),
        ("one|\ntwo", Delete, "one|two"),
        ("ab|cd", Newline, "ab\n|cd"),
        ("I forgot it, |then", WordBackspace, "I forgot |then"),
        ("我忘了，然后|走", WordBackspace, "我忘了，|走"),
        ("don’t|", WordBackspace, "|"),
        ("one| two three", WordDelete, "one| three"),
        ("|Rust和PostgreSQL", WordDelete, "|和PostgreSQL"),
        ("one\n|", WordBackspace, "one|"),
    ] {
        let mut draft = at(before);
        let changed = draft.edit(edit.clone());
        assert_eq!(shown(&draft), after, "{before:?} {edit:?}");
        assert_eq!(changed, before.replace('|', "") != after.replace('|', ""));
    }
}

#[test]
fn text_that_grows_together_moves_the_caret_behind_it() {
    let mut draft = at("🇨|x🇳");
    draft.edit(Edit::Delete);
    assert_eq!(shown(&draft), "🇨🇳|");
    draft.edit(Edit::Undo);
    assert_eq!(shown(&draft), "🇨|x🇳");
}

#[test]
fn motions_follow_rows_words_and_the_goal_column() {
    use Motion::*;
    // Wrapped at 9: "I forgot " · "to ask " · "我们的计划" (8 cells fit: 我们的计 · 划)
    let text = "I forgot to ask\n我们的计划\nend";
    for (before, motions, after) in [
        (
            "|I forgot to ask",
            &[WordRight, WordRight][..],
            "I forgot| to ask",
        ),
        ("I forgot to| ask", &[WordLeft][..], "I forgot |to ask"),
        ("a\n|b", &[Left][..], "a|\nb"),
        ("a|\nb", &[Right][..], "a\n|b"),
        ("a|\nb", &[WordRight][..], "a\n|b"),
        ("我们失败了。|学到", &[WordLeft][..], "|我们失败了。学到"),
        ("ab|c", &[TextStart][..], "|abc"),
        ("|abc\nd", &[TextEnd][..], "abc\nd|"),
        ("ab|c", &[Up][..], "|abc"),
        ("ab|c", &[Down][..], "abc|"),
        ("abc|\nd\nefg", &[Down, Down][..], "abc\nd\nefg|"),
        ("我们|\nabcdef", &[Down][..], "我们\nabcd|ef"),
        ("我们\nabc|def", &[Up][..], "我|们\nabcdef"),
        ("ab|cd\n", &[LineEnd, LineStart][..], "|abcd\n"),
    ] {
        let mut draft = at(before);
        for motion in motions {
            assert!(!draft.edit(Edit::Move(*motion)));
        }
        assert_eq!(shown(&draft), after, "{before:?} {motions:?}");
    }
    let mut draft = at(&format!("|{text}"));
    draft.set_width(10);
    draft.edit(Edit::Move(LineEnd));
    assert_eq!(draft.caret_cell(), (8, 0), "before the space that hangs");
    draft.edit(Edit::Move(Down));
    assert_eq!(draft.caret_cell(), (6, 1));
    draft.edit(Edit::Move(Down));
    assert_eq!(draft.caret_cell(), (8, 2), "the goal column is kept");
}

#[test]
fn end_of_a_full_row_is_behind_its_last_grapheme() {
    let mut draft = at("|我们的计划失败了");
    draft.set_width(9);
    draft.edit(Edit::Move(Motion::LineEnd));
    assert_eq!(draft.caret_cell(), (8, 0));
    assert_eq!(shown(&draft), "我们的计|划失败了");
    draft.edit(Edit::Move(Motion::LineStart));
    assert_eq!(draft.caret_cell(), (0, 0));
    draft.edit(Edit::Move(Motion::LineEnd));
    draft.edit(Edit::Insert("X".into()));
    assert_eq!(shown(&draft), "我们的计X|划失败了");
}

#[test]
fn undo_takes_back_about_a_word() {
    let mut draft = Draft::new("");
    type_in(&mut draft, "I forgot it");
    draft.edit(Edit::Insert("我们".into()));
    draft.edit(Edit::Insert("忘了".into()));
    draft.edit(Edit::Paste("x\r\ny z".into()));
    let mut seen = Vec::new();
    while draft.edit(Edit::Undo) {
        seen.push(draft.text());
    }
    assert_eq!(
        seen,
        [
            "I forgot it我们忘了",
            "I forgot it我们",
            "I forgot it",
            "I forgot ",
            "I ",
            ""
        ]
    );
    while draft.edit(Edit::Redo) {}
    assert_eq!(shown(&draft), "I forgot it我们忘了x\ny z|");
}

#[test]
fn undo_of_removals_goes_by_words_too() {
    let mut draft = at("one two three|");
    for _ in 0.."two three".len() {
        draft.edit(Edit::Backspace);
    }
    assert_eq!(shown(&draft), "one |");
    draft.edit(Edit::Undo);
    assert_eq!(shown(&draft), "one two |");
    draft.edit(Edit::Undo);
    assert_eq!(shown(&draft), "one two three|");
    draft.edit(Edit::Redo);
    draft.edit(Edit::Insert("2".into()));
    assert!(!draft.edit(Edit::Redo), "a new edit ends redo");
}

#[test]
fn the_caret_can_be_put_back_where_it_was() {
    let text = "I forgot\n\n我们👨‍👩‍👧忘了 ";
    let mut draft = Draft::new(text);
    for offset in 0..text.len() + 5 {
        draft.place_caret(offset);
        let at = draft.caret_offset();
        assert!(wrap::is_boundary(text, at), "{offset} -> {at}");
        let next = (offset..text.len()).find(|at| wrap::is_boundary(text, *at));
        assert_eq!(at, next.unwrap_or(text.len()));
    }
}

#[test]
fn a_motion_ends_a_step() {
    let mut draft = Draft::new("");
    type_in(&mut draft, "ab");
    draft.edit(Edit::Move(Motion::Left));
    draft.edit(Edit::Move(Motion::Right));
    type_in(&mut draft, "cd");
    draft.edit(Edit::Undo);
    assert_eq!(shown(&draft), "ab|");
}

#[test]
fn pasted_bytes_are_those_still_there() {
    let mut draft = Draft::new("");
    type_in(&mut draft, "1234567890");
    draft.edit(Edit::Paste("abcdefghij".into()));
    assert_eq!(draft.pasted_bytes(), 10);
    draft.edit(Edit::Backspace);
    assert_eq!(
        draft.pasted_bytes(),
        10,
        "rounded in favour of what is there"
    );
    for _ in 0..2 {
        draft.edit(Edit::Undo);
    }
    assert_eq!(
        (draft.text().as_str(), draft.pasted_bytes()),
        ("1234567890", 0)
    );
    draft.edit(Edit::Redo);
    assert_eq!(draft.pasted_bytes(), 10);
}

#[test]
fn the_caret_stays_in_view_and_paging_goes_by_height() {
    let mut draft = Draft::new("");
    draft.set_height(4);
    type_in(&mut draft, "0\n1\n2\n3\n4\n5\n6\n7\n8\n9");
    assert_eq!((draft.top(), draft.caret_cell()), (6, (1, 3)));
    draft.edit(Edit::Move(Motion::PageUp));
    assert_eq!(
        (draft.top(), shown(&draft).as_str()),
        (3, "0\n1\n2\n3\n4\n5\n6|\n7\n8\n9")
    );
    draft.edit(Edit::Move(Motion::TextStart));
    assert_eq!(draft.top(), 0);
    draft.edit(Edit::Move(Motion::PageDown));
    assert_eq!((draft.top(), draft.caret_cell()), (3, (0, 0)));
    let rows: Vec<Row> = draft.visible_rows().take(2).collect();
    assert_eq!(rows, [Row { text: "3", at: 6 }, Row { text: "4", at: 8 }]);
    draft.set_height(100);
    assert_eq!(
        draft.top(),
        0,
        "no empty rows below while rows above are hidden"
    );
}

#[test]
fn a_megabyte_enters_in_one_step() {
    let paste = "我们忘了告诉客户。I forgot to tell them.\n".repeat(20_000);
    let mut draft = Draft::new("");
    draft.edit(Edit::Paste(paste.clone()));
    assert_eq!(draft.text(), paste);
    draft.edit(Edit::Undo);
    assert!(draft.is_empty());
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z ]{1,6}",
        4 => "[我们项目延期，。（）“”]{1,4}",
        2 => prop::sample::select(vec!["👨‍👩‍👧", "🇨🇳", "\u{1f1e8}", "👍🏽", "❤️", "\u{301}", "\u{200d}", "\n", "\r\n", "\t", "\u{3000}", "\u{600}"])
            .prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    use Motion::*;
    let motions = vec![
        Left, Right, WordLeft, WordRight, Up, Down, LineStart, LineEnd, TextStart, TextEnd, PageUp,
        PageDown,
    ];
    let plain = vec![
        Edit::Newline,
        Edit::Backspace,
        Edit::Backspace,
        Edit::Delete,
        Edit::WordBackspace,
        Edit::WordDelete,
        Edit::Undo,
        Edit::Redo,
    ];
    prop_oneof![
        5 => piece().prop_map(Edit::Insert),
        1 => piece().prop_map(Edit::Paste),
        4 => prop::sample::select(plain),
        4 => prop::sample::select(motions).prop_map(Edit::Move),
        1 => (0_usize..40, 0_usize..6, piece()).prop_map(|(at, len, text)| Edit::Replace(at..at + len, text)),
    ]
}

/// The caret stands between graphemes and where it is drawn there is such a border.
fn check_caret(draft: &Draft, width: u16) -> Result<(), TestCaseError> {
    let text = draft.text();
    let offset = draft.caret_offset();
    prop_assert!(wrap::is_boundary(&text, offset), "{text:?} at {offset}");
    let (column, row) = draft.caret_cell();
    prop_assert!(column < usize::from(width));
    let row = draft
        .visible_rows()
        .nth(row)
        .expect("the caret is on a row");
    let mut columns = vec![0];
    for grapheme in row.text.graphemes(true) {
        columns.push(columns[columns.len() - 1] + usize::from(wrap::cells(grapheme)));
    }
    let hangs = wrap::width(row.text) > usize::from(width) - 1;
    prop_assert!(
        columns.contains(&column) || hangs,
        "column {column} in {:?}",
        row.text
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_agree_with_a_plain_string(edits in prop::collection::vec(edit(), 0..60), width in 3_u16..40) {
        let mut draft = Draft::new("");
        draft.set_width(width);
        draft.set_height(5);
        for edit in edits {
            let (mut model, at) = (draft.text(), draft.caret_offset());
            let changed = draft.edit(edit.clone());
            match &edit {
                Edit::Insert(s) | Edit::Paste(s) => model.insert_str(at, &clean::clean(s)),
                Edit::Newline => model.insert(at, '\n'),
                Edit::Backspace if at > 0 => drop(model.drain(wrap::boundary_before(&model, at)..at)),
                Edit::Delete if at < model.len() => drop(model.drain(at..wrap::boundary_after(&model, at))),
                Edit::Replace(range, s) if changed => model.replace_range(range.clone(), &clean::clean(s)),
                Edit::WordBackspace | Edit::WordDelete | Edit::Undo | Edit::Redo => model = draft.text(),
                Edit::Backspace | Edit::Delete | Edit::Replace(..) | Edit::Move(_) => {}
            }
            prop_assert_eq!(draft.text(), model.as_str());
            prop_assert!(changed || !matches!(edit, Edit::Newline));
            check_caret(&draft, width)?;
        }
    }

    #[test]
    fn redo_puts_the_caret_where_the_edit_left_it(
        start in piece(),
        edits in prop::collection::vec(edit(), 1..30),
    ) {
        let mut draft = Draft::new(&start);
        let mut after = None;
        for edit in edits {
            let undoes = matches!(edit, Edit::Undo | Edit::Redo);
            if draft.edit(edit) {
                after = (!undoes).then(|| (draft.text(), draft.caret()));
            }
        }
        if let Some(after) = after {
            while draft.edit(Edit::Undo) {}
            while draft.edit(Edit::Redo) {}
            prop_assert_eq!((draft.text(), draft.caret()), after);
        }
    }

    #[test]
    fn any_size_and_any_text_is_safe(text in any::<String>(), width in 0_u16..6, height in 0_u16..4, edits in prop::collection::vec(edit(), 0..12)) {
        let mut draft = Draft::new(&text);
        draft.set_width(width);
        draft.set_height(height);
        for edit in edits {
            draft.edit(edit);
            let (column, row) = draft.caret_cell();
            prop_assert!(column < usize::from(width.max(2)));
            prop_assert!(row < usize::from(height.max(1)));
        }
    }
}
