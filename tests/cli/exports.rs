//! `failwell history export`, and the way back by `import`.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::Value;

use crate::changes::{code, data, history, with_umask};
use crate::history::{FIRST, SECOND, with_history};
use crate::{err, failwell, home, out, run};

#[test]
fn an_export_is_private_and_overwrites_nothing() {
    let home = with_history();
    history(home.path(), &["note", SECOND, "备注"]);
    for (name, part) in [
        ("a.jsonl", "\"mood\":\"calm\""),
        ("a.json", "\"attempts\":["),
        (
            "a.csv",
            "01K4TZXC9P0000000000000001,2026-03-08T09:12:44Z,'+08:00,",
        ),
        ("a.md", "## 2026-03-09"),
        ("a.html", "default-src 'none'"),
    ] {
        let output = with_umask(home.path(), "000", &format!("export {name}"));
        assert_eq!(code(&output), 0, "{}", err(&output));
        let path = home.path().join(name);
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
        let text = fs::read_to_string(&path).unwrap();
        for part in [part, "备注", "晚了"] {
            assert!(text.contains(part), "{name}: {part}\n{text}");
        }
        assert_eq!(code(&history(home.path(), &["export", name])), 2);
        assert_eq!(code(&history(home.path(), &["export", name, "--force"])), 0);
        let format = name.split_once('.').unwrap().1;
        let piped = history(home.path(), &["export", "-", "--format", format]);
        assert_eq!(out(&piped), text, "- is standard output");
    }
}

#[test]
fn an_export_imported_is_the_same_history() {
    let (home, other) = (with_history(), home());
    history(home.path(), &["note", SECOND, "备注"]);
    let exported = history(home.path(), &["export"]).stdout;
    fs::write(other.path().join("a.jsonl"), &exported).unwrap();
    let output = history(other.path(), &["import", "a.jsonl"]);
    let said = out(&output);
    assert!(
        said.starts_with("new lines: 3, known: 0, removed"),
        "{said}"
    );
    let list = |home: &Path| {
        let list: Value = serde_json::from_str(&out(&history(home, &["list", "--json"]))).unwrap();
        (list["attempts"].clone(), list["notes"].clone())
    };
    assert_eq!(list(home.path()), list(other.path()));
    let piped = run(
        &mut failwell(other.path(), &["history", "import", "-"]),
        &exported,
    );
    assert!(
        out(&piped).starts_with("new lines: 0, known: 3"),
        "{}",
        out(&piped)
    );
}

#[test]
fn a_table_may_begin_with_the_mark_of_utf8() {
    let home = with_history();
    let output = history(home.path(), &["export", "--format", "csv", "--bom"]);
    assert!(output.stdout.starts_with(b"\xef\xbb\xbfid,at,"));
    let output = history(home.path(), &["export", "--format", "md", "--bom"]);
    assert_eq!(code(&output), 2);
}

#[test]
fn an_attempt_of_a_newer_version_is_passed_on_whole_and_left_out_where_it_cannot_be_told() {
    let home = with_history();
    let file = data(home.path()).join("history.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    let newer = text
        .lines()
        .next()
        .unwrap()
        .replace(FIRST, "01K4TZXC9R0000000000000003");
    let newer = newer
        .replace("\"v\":1", "\"v\":2")
        .replace("\"fresh\"", "\"sung\"");
    fs::write(&file, text + &newer + "\n").unwrap();
    let list: Value =
        serde_json::from_str(&out(&history(home.path(), &["list", "--json"]))).unwrap();
    assert_eq!(list["attempts"][0]["how"], "sung");
    let shown = history(home.path(), &["show", "01K4TZXC9R", "--json"]);
    assert_eq!(out(&shown).trim_end(), newer);
    for (args, parts) in [
        (
            &["show", "01K4TZXC9R"][..],
            &["version 2, this one knows 1", "intact"][..],
        ),
        (
            &["delete", FIRST, "--yes"],
            &["version 2", "version 1", "intact"],
        ),
    ] {
        let output = history(home.path(), args);
        assert_eq!(code(&output), 2);
        for part in parts {
            assert!(err(&output).contains(part), "{part}: {}", err(&output));
        }
    }
    let table = history(home.path(), &["export", "--format", "csv"]);
    assert_eq!((code(&table), out(&table).lines().count()), (0, 3));
    assert!(err(&table).contains("cannot be shown"), "{}", err(&table));
    assert!(out(&history(home.path(), &["export"])).contains("sung"));
    assert_eq!(
        fs::read_to_string(&file).unwrap().lines().last(),
        Some(newer.as_str())
    );
}

#[test]
fn what_is_listed_found_or_shown_can_be_a_table() {
    let home = with_history();
    let rows = |args: &[&str]| {
        let output = history(home.path(), args);
        assert_eq!(code(&output), 0, "{}", err(&output));
        let mut table = csv::Reader::from_reader(output.stdout.as_slice());
        let names = table.headers().unwrap().clone();
        assert_eq!(names.get(0), Some("id"), "{names:?}");
        let id = |row: Result<csv::StringRecord, _>| row.unwrap()[0].to_owned();
        table.records().map(id).collect::<Vec<_>>()
    };
    assert_eq!(rows(&["export", "--format", "csv"])[..2], [FIRST, SECOND]);
    assert_eq!(rows(&["list", "--csv"])[..2], [SECOND, FIRST]);
    assert_eq!(rows(&["search", "--csv", "晚了"]), [SECOND]);
    assert_eq!(rows(&["show", "--csv", FIRST]), [FIRST]);
    let output = history(home.path(), &["list", "--csv", "--json"]);
    assert_eq!(code(&output), 2, "one or the other");
}
