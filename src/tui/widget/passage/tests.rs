//! Marked text as it is drawn, cell by cell.

use proptest::prelude::*;
use ratatui::style::{Color, Modifier};

use super::*;

/// The text and the spans of `⟦…⟧` in it.
fn marked(drawn: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut spans = Vec::new();
    for c in drawn.chars() {
        match c {
            '⟦' => open.push(text.len()),
            '⟧' => spans.push(open.pop().unwrap()..text.len()),
            _ => text.push(c),
        }
    }
    spans.sort_by_key(|span| (span.start, span.end));
    (text, spans)
}

fn underlined() -> Style {
    Style::new().add_modifier(Modifier::UNDERLINED)
}

/// What is drawn, with `_` around what is underlined.
fn drawn(passage: &Passage, width: u16, height: u16) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    passage.render(area, &mut buf);
    (0..height).map(|y| row(&buf, y)).collect()
}

fn row(buf: &Buffer, y: u16) -> String {
    let mut out = String::new();
    let mut under = false;
    let mut x = 0;
    while x < buf.area.width {
        let cell = &buf[(x, y)];
        if cell.modifier.contains(Modifier::UNDERLINED) != under {
            under = !under;
            out.push('_');
        }
        out.push_str(cell.symbol());
        x += crate::wrap::cells(cell.symbol());
    }
    if under {
        out.push('_');
    }
    out.trim_end().to_owned()
}

#[test]
fn marks_are_underlined_and_labels_stand_before_them() {
    for (text, width, rows) in [
        ("I ⟦forgot⟧ to ask", 30, &["I [1]_forgot_ to ask"][..]),
        ("I ⟦forgot⟧ to ask", 10, &["I", "[1]_forgot_", "to ask"][..]),
        ("我们⟦忘了⟧问。", 20, &["我们[1]_忘了_问。"][..]),
        ("我们项⟦目忘了⟧问", 10, &["我们项", "[1]_目忘了_", "问"][..]),
        ("⟦one two⟧", 8, &["[1]_one _", "_two_"][..]),
        ("a\n\nb ⟦c⟧", 9, &["a", "", "b [1]_c_"][..]),
        ("", 5, &[""][..]),
    ] {
        let (text, spans) = marked(text);
        let marks: Vec<Mark> = ('1'..)
            .zip(spans)
            .map(|(label, span)| Mark {
                span,
                label: Some(label),
                style: underlined(),
            })
            .collect();
        let passage = Passage {
            marks: &marks,
            ..Passage::new(&text)
        };
        let height = u16::try_from(rows.len()).unwrap();
        assert_eq!(drawn(&passage, width, height), rows, "{text:?}");
        assert_eq!(passage.rows(width), rows.len());
    }
}

#[test]
fn overlapping_marks_compose() {
    let red = Style::new().fg(Color::Red);
    let marks = [
        Mark {
            span: 0..5,
            label: Some('1'),
            style: red,
        },
        Mark {
            span: 2..7,
            label: Some('2'),
            style: underlined(),
        },
    ];
    let passage = Passage {
        marks: &marks,
        label_style: Style::new().add_modifier(Modifier::BOLD),
        ..Passage::new("abcdefgh")
    };
    let area = Rect::new(0, 0, 20, 1);
    let mut buf = Buffer::empty(area);
    passage.render(area, &mut buf);
    let seen: String = (0..14)
        .map(|x| {
            let cell = &buf[(x, 0)];
            let under = cell.modifier.contains(Modifier::UNDERLINED);
            match (cell.fg == Color::Red, under) {
                (true, true) => 'B',
                (true, false) => 'R',
                (false, true) => 'U',
                (false, false) => '.',
            }
        })
        .collect();
    assert_eq!(row(&buf, 0).replace('_', ""), "[1]ab[2]cdefgh");
    assert_eq!(seen, "RRRRR...BBBUU.");
    assert!(buf[(1, 0)].modifier.contains(Modifier::BOLD));
    assert!(!buf[(3, 0)].modifier.contains(Modifier::BOLD));
}

#[test]
fn caret_lines_stand_between_sentences() {
    let text = "I failed. We fixed it.";
    let caret = |at, says: &str| CaretLine {
        at,
        text: says.into(),
        style: Style::new(),
    };
    for (carets, rows) in [
        (
            vec![caret(9, "^ what you learned")],
            vec!["I failed.", "^ what you", "learned", "We fixed it."],
        ),
        (
            vec![caret(10, "^ here")],
            vec!["I failed.", "^ here", "We fixed it."],
        ),
        (
            vec![caret(22, "^ end")],
            vec!["I failed. We", "fixed it.", "^ end"],
        ),
        (
            vec![caret(0, "^ start")],
            vec!["^ start", "I failed. We", "fixed it."],
        ),
        (
            vec![caret(99, "^ past")],
            vec!["I failed. We", "fixed it.", "^ past"],
        ),
    ] {
        let passage = Passage {
            carets: &carets,
            ..Passage::new(text)
        };
        assert_eq!(
            drawn(&passage, 12, u16::try_from(rows.len()).unwrap()),
            rows
        );
        assert_eq!(passage.rows(12), rows.len());
    }
}

#[test]
fn scrolling_finds_the_row_of_a_span() {
    let text = "I failed. We fixed it. Then we measured.";
    let carets = [CaretLine {
        at: 10,
        text: "^ lesson".into(),
        style: Style::new(),
    }];
    let marks = [Mark {
        span: 23..27,
        label: Some('5'),
        style: underlined(),
    }];
    let mut passage = Passage {
        carets: &carets,
        marks: &marks,
        ..Passage::new(text)
    };
    assert_eq!(passage.rows(12), 5);
    assert_eq!(
        [0, 9, 10, 23, 40].map(|at| passage.row_of(at, 12)),
        [0, 0, 2, 3, 4]
    );
    passage.scroll = passage.row_of(23, 12);
    assert_eq!(drawn(&passage, 12, 2)[0], "[5]_Then_ we");
}

#[test]
fn no_row_ends_behind_what_is_glued() {
    let text = "so he said [-I-]";
    let rows = |glue: &[usize]| {
        let passage = Passage {
            glue,
            ..Passage::new(text)
        };
        let rows = drawn(&passage, 14, 2);
        rows.iter()
            .map(|row| row.trim_end().to_owned())
            .collect::<Vec<String>>()
    };
    assert_eq!(rows(&[]), ["so he said [-", "I-]"]);
    assert_eq!(rows(&[13]), ["so he said", "[-I-]"]);
}

#[test]
fn hostile_text_is_shown_not_obeyed() {
    let passage = Passage::new("a\u{1b}]52;c;x\u{7}b\u{202e}c\td");
    assert_eq!(drawn(&passage, 30, 1), ["a?]52;c;x?b?c    d"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_marks_at_any_size_are_safe(
        text in any::<String>(),
        spans in prop::collection::vec((0_usize..60, 0_usize..60), 0..6),
        at in 0_usize..60,
        width in 0_u16..30,
        scroll in 0_usize..9,
    ) {
        let marks: Vec<Mark> = spans
            .iter()
            .map(|(start, length)| Mark { span: *start..start + length, label: Some('3'), style: underlined() })
            .collect();
        let carets = [CaretLine { at, text: "^ 结果".into(), style: Style::new() }];
        let passage = Passage { marks: &marks, carets: &carets, scroll, ..Passage::new(&text) };
        drawn(&passage, width, 5);
        let rows = passage.rows(width);
        prop_assert!(rows >= 1);
        for at in 0..text.len() + 2 {
            prop_assert!(passage.row_of(at, width) < rows);
        }
    }
}
