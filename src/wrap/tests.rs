//! Where rows end, in both languages.

use proptest::prelude::*;

use super::*;

fn rows(text: &str, width: u16) -> Vec<&str> {
    wrap(text, width).into_iter().map(|r| &text[r]).collect()
}

#[test]
fn english_breaks_at_spaces_which_hang() {
    assert_eq!(
        rows("I forgot to ask", 8),
        ["I forgot ", "to ask"],
        "the space after a full row hangs"
    );
    assert_eq!(rows("well-known facts", 6), ["well-", "known ", "facts"]);
    assert_eq!(rows("", 5), [""]);
    assert_eq!(rows("a    b", 1), ["a    ", "b"]);
}

#[test]
fn chinese_breaks_between_characters_but_not_before_closing_marks() {
    assert_eq!(rows("我忘了问。然后", 8), ["我忘了", "问。然后"]);
    assert_eq!(rows("项目（延期）了", 7), ["项目", "（延", "期）了"]);
    assert_eq!(
        rows("我们使用了Rust和PostgreSQL，（然后）呢？", 21),
        ["我们使用了Rust和", "PostgreSQL，（然后）", "呢？"]
    );
}

#[test]
fn curly_quotes_in_chinese_do_not_glue_their_neighbours() {
    assert_eq!(rows("他说“好”然后走", 6), ["他说", "“好”然", "后走"]);
    assert_eq!(rows("他说：“好。”我", 8), ["他说：", "“好。”我"]);
    assert_eq!(
        rows("don’t stop", 4),
        ["don’", "t ", "stop"],
        "an apostrophe is no quote: only the margin splits it"
    );
}

#[test]
fn long_words_are_split_and_keep_marks_with_them() {
    assert_eq!(rows("abcdefgh", 3), ["abc", "def", "gh"]);
    assert_eq!(rows("abcdef.", 3), ["abc", "de", "f."]);
    assert_eq!(rows("a👨‍👩‍👧b", 1), ["a", "👨‍👩‍👧", "b"]);
}

#[test]
fn line_feeds_end_rows() {
    assert_eq!(rows("a\n\nb\n", 9), ["a\n", "\n", "b\n"]);
}

#[test]
fn glued_places_start_no_row() {
    let text = "我们[3]忘了";
    let glued: Vec<Range<usize>> = wrap_glued(text, 7, &[9]);
    let glued: Vec<&str> = glued.into_iter().map(|r| &text[r]).collect();
    assert_eq!(glued, ["我们", "[3]忘了"]);
}

#[test]
fn nothing_is_invisible() {
    for (grapheme, drawn, wide) in [
        ("a", "a", 1),
        ("面", "面", 2),
        ("👨‍👩‍👧", "👨‍👩‍👧", 2),
        ("🇨🇳", "🇨🇳", 2),
        ("e\u{301}", "e\u{301}", 1),
        ("\t", "    ", 4),
        ("\u{1b}", "?", 1),
        ("\u{9b}", "?", 1),
        ("\u{202e}", "?", 1),
        ("\u{200b}", "?", 1),
        ("\u{301}", "?", 1),
        ("\u{301}\u{200d}", "??", 2),
        ("a\u{200d}", "a?", 2),
        ("我\u{e0041}", "我?", 3),
        ("\u{ad}", "?", 1),
        ("👨‍👩‍👧", "👨‍👩‍👧", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("\n", "", 0),
    ] {
        assert_eq!(
            (&*symbol(grapheme), cells(grapheme)),
            (drawn, wide),
            "{grapheme:?}"
        );
    }
}

#[test]
fn a_word_without_end_is_split_row_by_row() {
    for (grapheme, a_row) in [("a", 10), ("é", 10), ("👨‍👩‍👧", 5)] {
        let text = grapheme.repeat(5000);
        let rows = wrap(&text, 10);
        assert_eq!(rows.len(), 5000 / a_row, "{grapheme:?}");
        assert!(rows.iter().all(|row| row.len() == a_row * grapheme.len()));
    }
}

/// Pieces that make wrapping hard, in any order.
fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-z]{1,12}",
        6 => Just(" ".to_owned()),
        8 => "[我们项目延期失败了学到]{1,6}",
        5 => "[，。；：、）】」（【「“”‘’！？…—·]{1,2}",
        2 => prop::sample::select(vec!["👨‍👩‍👧", "🇨🇳", "👍🏽", "❤️", "e\u{301}", " \u{301}", "\u{200d}", "\u{1f1e8}"])
            .prop_map(str::to_owned),
        1 => prop::sample::select(vec!["\n", "\t", "\u{3000}", "\u{a0}", "\r\n", "don’t", "3.5%", "http://a.b/c?d=e"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_row_is_cut_with_a_mark() {
    assert_eq!(cut("one two three", 13), "one two three");
    assert_eq!(cut("one two three", 11), "one two...");
    assert_eq!(cut("请讲一次你失败的经历", 10), "请讲一...");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_after_an_edit_are_those_of_the_whole_text(
        before in mixed(),
        new in mixed(),
        cut in any::<(prop::sample::Index, prop::sample::Index)>(),
        width in 1_u16..60,
    ) {
        let borders: Vec<usize> = (0..=before.len()).filter(|at| before.is_char_boundary(*at)).collect();
        let (one, two) = (*cut.0.get(&borders), *cut.1.get(&borders));
        let range = one.min(two)..one.max(two);
        let mut rows = wrap(&before, width);
        let mut text = before;
        let change = Change { at: range.start, removed: range.len(), inserted: new.len() };
        text.replace_range(range, &new);
        rewrap(&text, width, &mut rows, change);
        prop_assert_eq!(rows, wrap(&text, width));
    }

    #[test]
    fn closing_marks_start_no_row_and_opening_marks_end_none(
        text in "([我们项目延期失败了]{1,5}[，。；：、）】」]|[（【「“][我们项目]{1,3}|[a-z]{1,6}[,.] ){0,20}",
        width in 8_u16..60,
    ) {
        for row in wrap(&text, width) {
            let row = &text[row];
            prop_assert!(!row.starts_with(['，', '。', '；', '：', '、', '）', '】', '」', ',', '.']), "{row:?}");
            prop_assert!(!row.trim_end().ends_with(['（', '【', '「', '“']), "{row:?}");
        }
    }
}
