//! `failwell feedback`: what is asked is read back, however it was treated on the way.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::history::{FIRST, SECOND, with_history};
use crate::{err, failwell, out, run};

fn feedback(home: &Path, args: &[&str], input: &[u8]) -> (String, String, i32) {
    let output = run(failwell(home, &["feedback"]).args(args), input);
    (out(&output), err(&output), output.status.code().unwrap())
}

fn last_line(home: &Path) -> Value {
    let history = fs::read_to_string(home.join(".local/share/failwell/history.jsonl")).unwrap();
    serde_json::from_str(history.lines().last().unwrap()).unwrap()
}

#[test]
fn a_sheet_goes_out_as_text_and_as_a_page() {
    let home = with_history();
    let (_, said, code) = feedback(home.path(), &["ask", &FIRST[..12], "--out", "listen"], b"");
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("written: listen.md and listen.html"),
        "{said}"
    );
    let page = fs::read_to_string(home.path().join("listen.html")).unwrap();
    for part in [
        "default-src 'none'",
        "We were late.",
        "[&nbsp;&nbsp;] 8 ",
        FIRST,
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    for part in ["<script", "src=", "href", "url("] {
        assert!(!page.contains(part), "{part}");
    }
}

/// A home with one sheet written, and the sheet.
fn asked() -> (tempfile::TempDir, String) {
    let home = with_history();
    feedback(home.path(), &["ask", FIRST, "--out", "listen"], b"");
    let sheet = fs::read_to_string(home.path().join("listen.md")).unwrap();
    (home, sheet)
}

#[test]
fn a_sheet_comes_back_with_coffee_on_it() {
    let (home, sheet) = asked();
    let quoted = format!("> {}", sheet.replace('\n', "\r\n> "));
    let back = quoted
        .replace("- [ ] 1", "- [√] 1")
        .replace("[ ] 5", "［Ｘ］ 5")
        .replace("- [ ] 7", "✓ [ ] 7")
        .replace("[ ] B", "[x ] B")
        .replacen("____________________", "to ask\r\n> early", 1);
    fs::write(
        home.path().join("back.txt"),
        format!("\u{feff}Hi!\r\n{back}"),
    )
    .unwrap();
    let (_, said, code) = feedback(home.path(), &["add", "back.txt"], b"");
    assert_eq!(
        (said, code),
        (
            format!("failwell: taken in: 3 of 8 lines ticked, for the attempt {FIRST}\n"),
            0
        )
    );
    let line = last_line(home.path());
    assert_eq!(
        (&line["v"], &line["kind"], &line["of"]),
        (&1.into(), &"feedback".into(), &FIRST.into())
    );
    assert_eq!(
        line["heard"],
        serde_json::json!(["learned", "correction", "defend"])
    );
    assert_eq!(
        (&line["first"], &line["learned"]),
        (&"fix".into(), &"to ask early".into())
    );
    let (_, said, code) = feedback(home.path(), &["add", "back.txt"], b"");
    assert!(code == 0 && said.contains("already"), "{said}");
    let shown = out(&run(
        &mut failwell(home.path(), &["history", "show", FIRST]),
        b"",
    ));
    for part in [
        "One person listened ⋅ remembered first: the miss 0, the fix 1",
        "1 1 ⋅ 2 0",
        "  to ask early\n",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
}

#[test]
fn names_and_figures_are_masked_and_shown_before_they_are_sent() {
    let home = with_history();
    let file = home.path().join(".local/share/failwell/history.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace(
            "We were late.",
            "We at Globex were 12 days late, said Anna.",
        ),
    )
    .unwrap();
    let (shown, _, code) = feedback(
        home.path(),
        &["ask", FIRST, "--mask", "--preview", "--hide", "days"],
        b"",
    );
    assert_eq!(code, 0);
    assert_eq!(
        shown,
        "We at [name 1] were [figure 1] [name 2] late, said [name 3].\n\nGlobex becomes [name 1]\n12 becomes [figure 1]\ndays becomes [name 2]\nAnna becomes [name 3]\n"
    );
    assert!(
        !home
            .path()
            .join(format!("feedback-{}.md", &FIRST[..13]))
            .exists(),
        "only shown"
    );
    let (_, said, _) = feedback(home.path(), &["ask", FIRST, "--mask", "--keep", "12"], b"");
    assert!(
        said.contains("Globex becomes [name 1]") && !said.contains("12 becomes"),
        "{said}"
    );
    for ending in ["md", "html"] {
        let name = format!("feedback-{}.{ending}", &FIRST[..13]);
        let sheet = fs::read_to_string(home.path().join(name)).unwrap();
        assert!(
            sheet.contains("We at [name 1] were 12 days late, said [name 2]."),
            "{sheet}"
        );
    }
    let (_, said, code) = feedback(home.path(), &["ask", FIRST], b"");
    assert!(code == 2 && said.contains("is there already"), "{said}");
}

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_nothing_is_written() {
    let home = with_history();
    feedback(
        home.path(),
        &["ask", SECOND, "--out", "s", "--lang", "zh"],
        b"",
    );
    let sheet = fs::read_to_string(home.path().join("s.md")).unwrap();
    let before = fs::read(home.path().join(".local/share/failwell/history.jsonl")).unwrap();
    let line =
        |part: &str| (sheet.lines().position(|line| line.contains(part)).unwrap() + 1).to_string();
    let no_id = sheet.replace("failwell-sheet", "sheet");
    let gbk: Vec<u8> = [b"ok\n".as_slice(), &[0xc4, 0xe3, 0xba, 0xc3]].concat();
    for (input, part) in [
        (
            sheet.replace("[ ] 4", "[??] 4").into_bytes(),
            format!("-, line {}: `??` is neither", line("[ ] 4")),
        ),
        (
            sheet.replace("- [ ] 6", "6").into_bytes(),
            format!(
                "-, behind line {}: line 6 of the eight is missing; put it back as `[ ] 6`",
                line("[ ] 5")
            ),
        ),
        (
            sheet
                .replace("[ ] A", "[x] A")
                .replace("[ ] B", "[x] B")
                .into_bytes(),
            format!("-, line {}: the miss and the fix", line("[ ] B")),
        ),
        (
            no_id.clone().into_bytes(),
            "- names no attempt; add --of ID".to_owned(),
        ),
        (b"Dear all".to_vec(), "none of the eight lines".to_owned()),
        (
            fs::read(home.path().join("s.html")).unwrap(),
            "this is the page for reading".to_owned(),
        ),
        (gbk, "no text in UTF-8 from line 2 on".to_owned()),
        (vec![b' '; 300 * 1024], "larger than 256 KiB".to_owned()),
    ] {
        let (_, said, code) = feedback(home.path(), &["add", "-"], &input);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(&part), "{part}\n{said}");
        assert!(!said.contains('\u{1b}'), "{said}");
    }
    let (_, said, code) = feedback(home.path(), &["add", "nowhere.md"], b"");
    assert!(code == 2 && said.contains("nowhere.md"), "{said}");
    let after = fs::read(home.path().join(".local/share/failwell/history.jsonl")).unwrap();
    assert_eq!(before, after);
}

#[test]
fn a_line_that_is_there_twice_is_asked_about() {
    let (home, sheet) = asked();
    let sixth = sheet.lines().find(|line| line.contains("[ ] 6")).unwrap();
    let at = sheet.lines().position(|line| line == sixth).unwrap() + 1;
    let ticked = sixth.replace("[ ]", "[√]");
    let twice = sheet.replace(sixth, &format!("{sixth}\n{ticked}"));
    let (_, said, code) = feedback(home.path(), &["add", "-"], twice.as_bytes());
    let lines = format!("-, lines {at} and {}: line 6 of the eight", at + 1);
    assert!(code == 2 && said.contains(&lines), "{said}");
    let (_, said, code) = feedback(home.path(), &["add", "-", "--lang", "zh"], twice.as_bytes());
    assert!(code == 2 && said.contains("第 6 条出现了两次"), "{said}");
}

#[test]
fn a_sheet_without_an_id_and_one_from_an_old_program_are_read() {
    let (home, sheet) = asked();
    let no_id = sheet.replace("failwell-sheet", "sheet");
    let (_, said, code) = feedback(home.path(), &["add", "-", "--of", SECOND], no_id.as_bytes());
    assert_eq!(code, 0, "{said}");
    let wide: Vec<u8> = format!("\u{feff}{}", sheet.replace("[ ] 2", "[对] 2"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (json, _, code) = feedback(home.path(), &["add", "-", "--json"], &wide);
    assert_eq!(code, 0);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["heard"], serde_json::json!(["misjudged"]));
}
