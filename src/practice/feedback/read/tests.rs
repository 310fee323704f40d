//! Sheets of coffee-stain quality.

use super::*;

const ASKED: Questions<'static> = Questions {
    learned: [
        "What did I learn? In your words:",
        "你觉得我学到了什么？用你的话说：",
    ],
    more: ["Anything else?", "还有别的想说吗？"],
    from: ["Your name, if you like:", "愿意的话，留个名字："],
};

const ID: &str = "01K4TZXC9P0000000000000001";

/// A sheet as it is sent, in short.
#[expect(clippy::format_push_string, reason = "it reads like the sheet")]
fn sheet(ticked: &str, first: &str) -> String {
    let mut text =
        "# Would you listen?\n\n```text\nWe had a list: [x] 1 shop, [ ] 2 bank.\n```\n\n"
            .to_owned();
    for number in '1'..='8' {
        let mark = if ticked.contains(number) { 'x' } else { ' ' };
        text += &format!("- [{mark}] {number} Something that one may have\n  heard or not\n");
    }
    text += "\n## What do you remember first: the miss or the fix?\n\n";
    for letter in ['A', 'B'] {
        let mark = if first.contains(letter) { 'x' } else { ' ' };
        text += &format!("- [{mark}] {letter} this one\n");
    }
    text += "\n## What did I learn? In your words:\n\nTo ask\nearly.\n\n## Anything else?\n\n________\n\n";
    text + &format!("## Your name, if you like:\n\n____ Kim ____\n\nfailwell-sheet: 1 {ID}\n")
}

fn said(text: &str) -> Returned {
    read(text, ASKED).unwrap()
}

fn clean() -> Returned {
    let returned = said(&sheet("1358", "B"));
    assert_eq!(returned.of.as_deref(), Some(ID));
    assert_eq!(
        returned.said.heard,
        [Tip::Learned, Tip::Framing, Tip::Correction, Tip::Words]
    );
    returned
}

#[test]
fn a_sheet_that_was_treated_well_is_read() {
    let said = clean().said;
    assert_eq!(said.first, Some(First::Fix));
    assert_eq!(
        (&*said.learned, &*said.more, &*said.from),
        ("To ask early.", "", "Kim")
    );
}

#[test]
fn whatever_the_mail_did_it_reads_the_same() {
    let text = sheet("1358", "B");
    let quoted = format!("> > {}", text.replace('\n', "\n> > "));
    let reflowed = text
        .replace("- [", "[")
        .replace("\n  heard", " heard")
        .replace("not\n[", "not [");
    let broken = text
        .replace("] 3", "]\n  3")
        .replace("In your words:", "In\n>  your words:");
    let half_quoted = format!(">{}", text.replace('\n', "\r\n>"));
    for other in [
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        format!("\u{feff}{text}"),
        quoted,
        half_quoted,
        reflowed,
        broken,
        format!("Hi! Here it is, sorry for the coffee.\n\n{text}\n-- \nKim's phone [ ] 9\n")
            .replace("failwell-sheet: 1", "Failwell-Sheet:  1"),
        text.replace("- [", "* ["),
        text.replace('[', "\\[").replace(']', "\\]"),
        text.replace('[', "［").replace(']', "］"),
        text.replace('[', "【").replace(']', "】"),
        text.replace("[ ]", "（　）").replace("[x]", "（ｘ）"),
        text.replace("[ ]", "[]").replace("[x]", "[ x ]"),
        text.replace("[ ]", "☐").replace("[x]", "☑"),
        text.replace("[ ]", "□").replace("[x]", "√"),
        text.replace("[ ]", "[_]"),
        text.replace("- [x]", "x [ ]"),
        text.replace("- [x]", "- [ ]x"),
        text.replace(" 1 ", "　１　"),
    ] {
        assert_eq!(said(&other), clean(), "{other}");
    }
    for tick in [
        "X", "✓", "✔", "√", "×", "v", " X", "x ", "xx", "☑", "是", "对", "*", "yes",
    ] {
        let other = text.replace("[x]", &format!("[{tick}]"));
        assert_eq!(said(&other), clean(), "{tick}");
    }
}

#[test]
fn an_empty_copy_under_the_filled_one_takes_nothing_away() {
    let filled = sheet("1358", "B");
    let empty = sheet("", "")
        .replace("To ask\nearly.", "____")
        .replace("____ Kim ____", "____");
    for below in [
        format!("{filled}\n> {}", empty.replace('\n', "\n> ")),
        format!("{filled}\nOn Monday Li wrote:\n{empty}\n{empty}"),
        format!("{empty}\n{filled}"),
        format!("{empty}{filled}{empty}"),
    ] {
        assert_eq!(said(&below), clean(), "{below}");
    }
    let letter = sheet("", "A");
    let told = said(&format!("{letter}{empty}")).said;
    assert_eq!((told.heard, told.first), (vec![], Some(First::Miss)));
    let later = format!("{filled}{}", sheet("2", "A"));
    assert_eq!(
        said(&later).said.heard,
        [Tip::Misjudged],
        "the last one counts"
    );
}

#[test]
fn a_line_that_is_there_twice_is_asked_about_where_the_two_differ() {
    let text = sheet("13", "B");
    let third = "- [x] 3 Something that one may have\n  heard or not\n";
    let same = text.replace(third, &third.repeat(2));
    assert_eq!(said(&same), said(&text));
    for other in [third.replace("[x]", "[ ]"), third.replace("[x]", "☐")] {
        for doubled in [format!("{third}{other}"), format!("{other}{third}")] {
            let text = text.replace(third, &doubled);
            let first = text.lines().position(|line| line.contains(" 3 ")).unwrap() + 1;
            assert_eq!(
                read(&text, ASKED),
                Err(Fault::Doubled('3', [first, first + 2])),
                "{text}"
            );
        }
    }
    let mine = text.replace("[x] 1 shop, [ ] 2 bank", "[ ] 1 shop");
    assert_eq!(
        said(&mine),
        said(&text),
        "a box of the answer is none of the sheet"
    );
    // Lines in another order are still those lines.
    let moved = text
        .replacen(third, "", 1)
        .replace("- [ ] 6 Some", &format!("{third}- [ ] 6 Some"));
    assert_eq!(said(&moved), said(&text));
}

#[test]
fn a_tick_behind_the_words_counts() {
    let text = sheet("", "A").replace(
        "3 Something that one may have\n  heard or not",
        "3 Something that one may have\n  heard or not ✓",
    );
    let text = text.replace(
        "5 Something that one may have\n  heard or not",
        "5 Something that one may have heard or not  X",
    );
    let returned = said(&text);
    assert_eq!(returned.said.heard, [Tip::Framing, Tip::Correction]);
    assert_eq!(returned.said.first, Some(First::Miss));
}

#[test]
fn chinese_words_are_joined_without_spaces_and_keep_their_marks() {
    let text = sheet("2", "")
        .replace(
            "What did I learn? In your words:\n\nTo ask\nearly.",
            "你觉得我学到了什么？用你的\n话说：\n\n要早一点问，\n（不是等别人说）。",
        )
        .replace("Anything else?\n\n________", "还有别的想说吗？\n\n讲慢一点")
        .replace("Your name, if you like:", "愿意的话，留个名字：");
    let said = said(&text).said;
    assert_eq!(
        (&*said.learned, &*said.more, &*said.from),
        ("要早一点问，（不是等别人说）。", "讲慢一点", "Kim")
    );
    assert_eq!((said.heard, said.first), (vec![Tip::Misjudged], None));
}

#[test]
fn what_is_not_clear_is_named_with_its_line() {
    let text = sheet("1", "A");
    let line = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    for (broken, fault) in [
        (
            text.replace("[ ] 4", "[?] 4"),
            Fault::Unclear("?".into(), line("] 4")),
        ),
        (
            text.replace("- [ ] 4 Some", "Some"),
            Fault::Missing(4, line("] 3")),
        ),
        (text.replace("[ ] B", "[x] B"), Fault::Both(line("] B"))),
        ("Dear all".into(), Fault::NoLines),
        (String::new(), Fault::NoLines),
        ("\u{feff}\n<!DOCTYPE html>\n<p>".into(), Fault::Markup),
    ] {
        assert_eq!(read(&broken, ASKED), Err(fault), "{broken}");
    }
    assert_eq!(said(&text.replace("failwell-sheet", "sheet")).of, None);
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_much(text in "(?s)([\\[\\]xX✓ \n>１-８1-8AB（）]|failwell-sheet|学|\u{301}){0,80}") {
        let _ = read(&text, ASKED);
    }
}
