//! What the program says about an answer: short, the same gaps in both languages, nothing that
//! scolds, no sum of points. The list is the one of `failwell content messages`.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;
use std::process::Command;

use failwell::wrap::width;

/// The widest message, in cells, by how its name begins and ends; the first that fits.
const LONGEST: [(&str, &str, usize); 13] = [
    ("kind.", ".name", 24),
    ("kind.", ".seen", 60),
    ("kind.", "", 84),
    ("remark.", ".name", 24),
    ("remark.", "", 90),
    ("tip.", ".short", 14),
    ("tip.", ".title", 40),
    ("tip.", ".ask", 80),
    ("tip.", "", 260),
    ("ui.step.", ".last", 56),
    ("ui.step.", "", 132),
    ("ui.reason.", "", 120),
    ("ui.review.", "", 80),
];

/// Words that scold, or that promise a sum.
const NEVER: [&str; 15] = [
    "you should",
    "you must",
    "you failed",
    "bad answer",
    "wrong answer",
    "score",
    "points",
    "grade",
    "你必须",
    "你应该",
    "不及格",
    "分数",
    "得分",
    "打分",
    "太差",
];

fn messages(lang: &str) -> BTreeMap<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_failwell"));
    let output = command
        .args(["content", "messages", "--lang", lang])
        .output()
        .unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let named = |line: &str| {
        let (name, words) = line.split_once('\t').unwrap();
        (name.to_owned(), words.to_owned())
    };
    text.lines().map(named).collect()
}

#[test]
fn messages_are_short_and_do_not_scold() {
    let mut faults = Vec::new();
    for lang in ["en", "zh"] {
        for (name, words) in messages(lang) {
            let fits = |of: &&(&str, &str, usize)| name.starts_with(of.0) && name.ends_with(of.1);
            if let Some((.., most)) = LONGEST.iter().find(fits)
                && width(&words) > *most
            {
                faults.push(format!("{lang} {name}: {} cells of {most}", width(&words)));
            }
            let plain = words.to_lowercase();
            if NEVER.iter().any(|never| plain.contains(never)) {
                faults.push(format!("{lang} {name}: {words}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn both_languages_have_the_same_gaps() {
    let (en, zh) = (messages("en"), messages("zh"));
    assert!(en.len() > 400, "{}", en.len());
    assert!(en.keys().eq(zh.keys()));
    for (name, words) in &en {
        assert_eq!(gaps(words), gaps(&zh[name]), "{name}");
    }
}

/// The placeholders of a message, sorted: in another language they may stand in another order.
fn gaps(words: &str) -> Vec<&str> {
    let name = |rest: &&str| rest.bytes().all(|byte| byte.is_ascii_lowercase());
    let inside = words.split('{').skip(1);
    let inside = inside.filter_map(|rest| Some(rest.split_once('}')?.0));
    let mut gaps: Vec<&str> = inside.filter(name).collect();
    gaps.sort_unstable();
    gaps
}

#[test]
fn every_name_can_be_explained_in_both_languages() {
    let explain = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_failwell"));
        command.arg("explain").args(args).output().unwrap()
    };
    let list = String::from_utf8(explain(&[]).stdout).unwrap();
    let indented = |line: &&str| line.starts_with(' ');
    let names: Vec<&str> = list
        .lines()
        .filter(indented)
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    let kinds = failwell::engine::Kind::all().count();
    let remarks = failwell::content::library().remarks.len();
    assert_eq!(names.len(), kinds + remarks, "{list}");
    for name in names.into_iter().chain(["4", "we"]) {
        for lang in ["en", "zh"] {
            let output = explain(&[name, "--lang", lang]);
            assert!(output.status.success(), "{name}");
            assert!(output.stdout.len() > 200, "{name} {lang}");
        }
    }
    let output = explain(&["solo-blam"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("did you mean `solo-blame`?"), "{said}");
}
