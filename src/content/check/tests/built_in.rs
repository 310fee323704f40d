//! The real content has no fault, and each thing that can go wrong with it is seen.

use std::path::{Path, PathBuf};

use super::{Scope, expect, shown, write};

fn built_in() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

#[test]
fn the_built_in_content_has_no_fault() {
    expect(&shown(&built_in(), Scope::BuiltIn), &[]);
}

#[expect(
    clippy::disallowed_methods,
    reason = "the test copies the folder it changes"
)]
fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            std::fs::create_dir_all(&copied).unwrap();
            copy(&path, &copied);
        } else {
            std::fs::copy(path, copied).unwrap();
        }
    }
}

/// The built-in content with each `from` in `file` replaced by `to` has a fault that begins so.
#[expect(clippy::disallowed_methods, reason = "the test changes its own copy")]
fn expect_built_in(folder: &Path, (file, from, to, fault): (&str, &str, &str, &str)) {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    write(folder, file, text.replace(from, to).as_bytes());
    let shown = shown(folder, Scope::BuiltIn);
    let found = shown
        .iter()
        .any(|shown| shown.starts_with(&format!("{file}{fault}")));
    assert!(found, "expected {file}{fault}\nfound {shown:#?}");
    write(folder, file, text.as_bytes());
}

/// File, what is changed there, into what, and how the fault begins.
const CHANGES: &[(&str, &str, &str, &str)] = &[
    (
        "rewrites/en.toml",
        "to = [\"didn't {verb}\"]",
        "to = [\"didn't ..\"]",
        ": the rule `failed to {verb}` repeats a gap that `from` does not have",
    ),
    (
        "tips.toml",
        "short.en = \"the lesson\"",
        "short.en = \"what was learned\"",
        ":8: tip[1].short.en: is 16 cells wide; shorten it to 14",
    ),
    (
        "tips.toml",
        "tip = \"words\"",
        "tip = \"we\"",
        ": no entry for `words`; add it",
    ),
    (
        "tips.toml",
        "tip = \"words\"",
        "tip = \"defend\"",
        ":109: tip[8]: is there twice",
    ),
    (
        "tips.toml",
        "why.zh",
        "why.fr",
        ":10: tip[1].why: missing field `zh`; add it",
    ),
    (
        "kinds.toml",
        "kind = \"shared\"",
        "kind = \"growth-word\"",
        ": no entry for `shared`",
    ),
    (
        "qualities.toml",
        "quality = \"character\"",
        "quality = \"maturity\"",
        ":17: quality[3]: stands behind one that comes later",
    ),
    (
        "steps.toml",
        "[[step]]\ntitle.en = \"Choose",
        "[[step]]\ntitle = { en = \"One\", zh = \"一\" }\ntext = { en = \"More\", zh = \"多\" }\n\n[[step]]\ntitle.en = \"Choose",
        ": 4 steps; the article has 3",
    ),
    (
        "follow-ups.toml",
        "tip = \"brief\"",
        "tip = \"we\"",
        ": no follow-up question for the tip `brief`",
    ),
    (
        "prompts/failure.toml",
        "id = \"failure\"",
        "id = \"first\"",
        ": the very first prompt is missing",
    ),
    (
        "prompts/people.toml",
        "text.zh",
        "text.de",
        ":5: prompt[1].text: missing field `zh`; add it",
    ),
    (
        "samples/client-data.toml",
        "look = [\"misjudged\"",
        "look = [\"we\"",
        ":10: sample[1].before.en.work: `we` is in `look` and in `work`",
    ),
    (
        "ui/en.toml",
        "[verdict]",
        "[verdicts]",
        ":1: unknown field `verdicts`",
    ),
    (
        "lexicon/zh.toml",
        "lang = \"zh\"",
        "lang = \"en\"",
        ": holds phrases of another language",
    ),
];

#[test]
fn the_built_in_content_is_whole_and_in_order() {
    let folder = tempfile::tempdir().unwrap();
    copy(&built_in(), folder.path());
    for case in CHANGES {
        expect_built_in(folder.path(), *case);
    }
}

#[test]
fn the_names_of_themes_are_ids_and_samples_are_long_enough() {
    let folder = tempfile::tempdir().unwrap();
    copy(&built_in(), folder.path());
    let (en, zh) = ("text = \"It was late.\"", "text = \"来晚了。\"");
    let short = format!(
        "[[sample]]\nid = \"short\"\ntitle = {{ en = \"short\", zh = \"短\" }}\n\
         before = {{ en = {{ {en} }}, zh = {{ {zh} }} }}\nafter = {{ en = {{ {en} }}, zh = {{ {zh} }} }}\n"
    );
    write(folder.path(), "samples/short.toml", short.as_bytes());
    write(folder.path(), "prompts/Old_Jobs.toml", b"prompt = []");
    expect(
        &shown(folder.path(), Scope::BuiltIn),
        &[
            "prompts/Old_Jobs.toml: its name is no id",
            "samples/short.toml:4: sample[1].before.en.text: has only 3 words",
            "samples/short.toml:4: sample[1].before.zh.text: has only 3 words",
            "samples/short.toml:5: sample[1].after.en.text: has only 3 words",
            "samples/short.toml:5: sample[1].after.zh.text: has only 3 words",
        ],
    );
}
