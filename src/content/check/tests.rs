//! Each case is a small folder, or the real one with one thing changed, and the faults it shows.

mod built_in;

use std::path::Path;

use super::{Scope, check};

/// A good prompt, to stand beside a bad one.
const GOOD: &str =
    "[[prompt]]\nid = \"good\"\ntext.zh = \"讲一次没做好的事。\"\nprobes = [\"maturity\"]\n";

#[expect(clippy::disallowed_methods, reason = "the test makes its own folder")]
fn write(folder: &Path, name: &str, text: &[u8]) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// The faults of `folder` as they are shown, without the folder's own path.
fn shown(folder: &Path, scope: Scope) -> Vec<String> {
    let prefix = format!("{}/", folder.display());
    check(folder, scope)
        .iter()
        .map(|fault| fault.to_string().replace(&prefix, ""))
        .collect()
}

/// A pack with these files has exactly these faults (each told by how it begins).
#[track_caller]
fn expect_pack(files: &[(&str, &str)], faults: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text.as_bytes());
    }
    expect(&shown(folder.path(), Scope::Pack), faults);
}

#[track_caller]
fn expect(shown: &[String], faults: &[&str]) {
    let same = shown.len() == faults.len()
        && shown
            .iter()
            .zip(faults)
            .all(|(shown, fault)| shown.starts_with(fault));
    assert!(same, "expected {faults:#?}\nfound {shown:#?}");
}

/// One prompt in `prompts/mine.toml`, its id on line 2, `rest` from line 3 on.
#[track_caller]
fn expect_prompt(id: &str, rest: &str, faults: &[&str]) {
    let text = format!("[[prompt]]\nid = \"{id}\"\n{rest}\n");
    let faults: Vec<_> = faults
        .iter()
        .map(|f| format!("prompts/mine.toml:{f}"))
        .collect();
    let faults: Vec<_> = faults.iter().map(String::as_str).collect();
    expect_pack(&[("prompts/mine.toml", &text)], &faults);
}

const EN: &str = "text.en = \"Tell me about a slow week.\"";
const PROBES: &str = "probes = [\"character\"]";

#[test]
fn a_pack_in_one_language_is_enough() {
    expect_pack(&[("prompts/销售.toml", GOOD)], &[]);
    let follow_up = "[[follow-up]]\nid = \"and-then\"\ntip = \"brief\"\ntext.en = \"And then?\"\n";
    expect_pack(&[("follow-ups.toml", follow_up)], &[]);
    expect_prompt(
        "slow-week",
        &format!("{EN}\ntext.zh = \"讲讲不顺的一周。\"\n{PROBES}"),
        &[],
    );
}

#[test]
fn a_prompt_has_an_id_of_its_own() {
    for (id, fault) in [
        ("Slow_Week", "2: prompt[1].id: is no id"),
        ("-slow", "2: prompt[1].id: is no id"),
        (
            "failure",
            "2: prompt[1].id: `failure` is also the id of a built-in prompt",
        ),
    ] {
        expect_prompt(id, &format!("{EN}\n{PROBES}"), &[fault]);
    }
}

#[test]
fn a_prompt_has_a_question_and_probes() {
    for (rest, fault) in [
        (
            EN.to_owned(),
            "1: prompt[1].probes: no probes; name at least one of maturity,",
        ),
        (
            format!("{EN}\nprobes = []"),
            "4: prompt[1].probes: no probes",
        ),
        (
            format!("{EN}\nprobes = [\"character\", \"character\"]"),
            "4: prompt[1].probes: names a quality twice",
        ),
        (
            format!("{EN}\nprobes = [\"charm\"]"),
            "4: prompt[1].probes: unknown variant `charm`, expected one of",
        ),
        (
            format!("text = {{}}\n{PROBES}"),
            "3: prompt[1].text: asks nothing; add",
        ),
        (
            PROBES.to_owned(),
            "1: prompt[1]: missing field `text`; add it",
        ),
        (
            format!("{EN}\n{PROBES}\nlevel = 3"),
            "5: prompt[1].level: unknown field `level`",
        ),
        (
            format!("{EN}\ntext.fr = \"Non\"\n{PROBES}"),
            "4: prompt[1].text.fr: unknown field `fr`",
        ),
        (
            format!("{EN}\n{PROBES}\n\n[[prompts]]\nid = \"x\""),
            "6: prompts: unknown key; this file holds [[prompt]] entries only",
        ),
        (format!("{EN}\n{PROBES}\ntext.en ="), "5: "),
    ] {
        expect_prompt("slow", &rest, &[fault]);
    }
}

#[test]
fn a_question_is_readable_and_in_its_language() {
    let long = "Why? ".repeat(41);
    let huge = "字".repeat(1400);
    for (text, fault) in [
        ("text.en = \" \"", "is empty"),
        ("text.en = \"TODO: ask something\"", "is a placeholder"),
        ("text.en = \"-\"", "is a placeholder"),
        (
            "text.en = \"What went 不顺?\"",
            "is Chinese in the English half",
        ),
        (
            "text.zh = \"What went wrong?\"",
            "has no Chinese in the Chinese half",
        ),
        (
            "text.en = \"Red \\u001b[31malert?\"",
            "holds the invisible character U+001B",
        ),
        (
            "text.en = \"Turned \\u202e around?\"",
            "holds the invisible character U+202E",
        ),
        ("text.en = \"Two\\nlines?\"", "goes over more than one line"),
        (&format!("text.en = \"{long}\""), "is 205 cells wide"),
    ] {
        let code = &text[5..7];
        let fault = format!("3: prompt[1].text.{code}: {fault}");
        expect_prompt("slow", &format!("{text}\n{PROBES}"), &[&fault]);
    }
    let (key, wide) = ("3: prompt[1].text.zh: ", "is 2800 cells wide");
    expect_prompt(
        "slow",
        &format!("text.zh = \"{huge}\"\n{PROBES}"),
        &[
            &format!("{key}{wide}"),
            &format!("{key}is longer than 4 KiB"),
        ],
    );
}

#[test]
fn nothing_is_there_twice() {
    let other = GOOD.replace("good", "other");
    expect_pack(
        &[
            ("prompts/a.toml", GOOD),
            ("prompts/b.toml", &format!("\n{other}{GOOD}")),
        ],
        &[
            "prompts/b.toml:4: prompt[1].text.zh: asks the same as a.toml:1",
            "prompts/b.toml:7: prompt[2].id: `good` is also the id of a.toml:1; choose another",
            "prompts/b.toml:8: prompt[2].text.zh: asks the same as a.toml:1",
        ],
    );
}

#[test]
fn what_would_not_be_read_is_named() {
    expect_pack(
        &[("mine.toml", GOOD)],
        &["mine.toml: is not read here; questions lie in prompts/"],
    );
    expect_pack(
        &[("prompts/mine.toml", "prompt = 3\n")],
        &["prompts/mine.toml:1: prompt: is no list"],
    );
    let folder = tempfile::tempdir().unwrap();
    let message = format!(
        "{}: holds no questions; add a file",
        folder.path().display()
    );
    expect(&shown(folder.path(), Scope::Pack), &[&message]);
    let gone = folder.path().join("gone");
    let message = format!("{}: is not there", gone.display());
    let faults: Vec<_> = check(&gone, Scope::Pack)
        .iter()
        .map(ToString::to_string)
        .collect();
    expect(&faults, &[&message]);
    write(folder.path(), "file", b"");
    assert!(
        check(&folder.path().join("file"), Scope::Pack)[0]
            .message
            .starts_with("is a file")
    );
}

#[test]
fn a_file_is_small_regular_and_utf_8() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "prompts/big.toml",
        &vec![b'#'; (1 << 20) + 1],
    );
    write(folder.path(), "prompts/bytes.toml", b"# fine\n# \xff\n");
    write(folder.path(), "prompts/folder.toml/x", b"");
    write(folder.path(), "prompts/good.toml", GOOD.as_bytes());
    expect(
        &shown(folder.path(), Scope::Pack),
        &[
            "prompts/big.toml: is larger than 1 MiB",
            "prompts/bytes.toml:2: is not UTF-8 here",
            "prompts/folder.toml: is not a regular file",
        ],
    );
}

#[test]
fn there_is_an_end_to_prompts() {
    let mut many = String::new();
    for n in 0..=10_000 {
        let prompt = GOOD.replace("good", &format!("p{n}"));
        many += &prompt.replace("讲一次", &format!("讲第{n}次"));
    }
    let middle = many.find("[[prompt]]\nid = \"p5000\"").unwrap();
    let files = [
        ("prompts/a.toml", &many[..middle]),
        ("prompts/b.toml", &many[middle..]),
    ];
    expect_pack(&files, &["prompts/b.toml: more than 10 000 prompts"]);
}

#[test]
fn a_pack_is_small_as_a_whole_and_its_names_have_one_spelling() {
    let comment = "#".repeat(600 << 10);
    let files = [("prompts/a.toml", &*comment), ("prompts/b.toml", &*comment)];
    expect_pack(
        &files,
        &["prompts/b.toml: is where the pack grows larger than 1 MiB"],
    );
    for name in ["A", "a b", ".a", "a..b", "-a", "a_b", "a\u{202e}"] {
        let file = format!("prompts/{name}.toml");
        expect_pack(
            &[(&file, GOOD)],
            &[&format!("{file}: has a name that a pack may not have")],
        );
    }
    let files = [("prompts/mine.TOML", ""), ("prompts/mine.toml", GOOD)];
    expect_pack(
        &files,
        &["prompts/mine.TOML: has a name that a pack may not have"],
    );
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_else() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(outside.path(), "prompts/theirs.toml", GOOD.as_bytes());
    write(folder.path(), "prompts/mine.toml", GOOD.as_bytes());
    let theirs = outside.path().join("prompts/theirs.toml");
    symlink(theirs, folder.path().join("prompts/link.toml")).unwrap();
    symlink("nowhere", folder.path().join("prompts/lost.toml")).unwrap();
    expect(
        &shown(folder.path(), Scope::Pack),
        &[
            "prompts/link.toml: is a link; put a copy in its place",
            "prompts/lost.toml: is a link; put a copy in its place",
        ],
    );
    let linked = tempfile::tempdir().unwrap();
    symlink(
        outside.path().join("prompts"),
        linked.path().join("prompts"),
    )
    .unwrap();
    expect(
        &shown(linked.path(), Scope::Pack),
        &["prompts: is a link; put a copy in its place"],
    );
    expect(&shown(outside.path(), Scope::Pack), &[]);
}

#[test]
fn hostile_files_are_refused_and_not_followed_down() {
    let dotted = format!("{}a = 1\n", "a.".repeat(100_000));
    let brackets = format!("prompt = {}\n", "[".repeat(500_000));
    let tables = format!("[{}a]\n", "a.".repeat(100_000));
    for text in [dotted, brackets, tables] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "prompts/deep.toml", text.as_bytes());
        assert_eq!(shown(folder.path(), Scope::Pack).len(), 1);
    }
}
