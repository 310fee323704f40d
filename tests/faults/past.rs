//! A home with a past, and what a history holds.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use failwell::store::{Paths, history};
use serde_json::json;

pub(crate) const FIRST: &str = "01K4TZXC9P0000000000000001";
pub(crate) const SECOND: &str = "01K4TZXC9Q0000000000000002";
pub(crate) const THIRD: &str = "01K4TZXC9R0000000000000003";
pub(crate) const FOURTH: &str = "01K4TZXC9S0000000000000004";
/// What stands in the answer of [`FIRST`] and nowhere else.
pub(crate) const SECRET: &str = "the-ledger-of-spring";

/// Two attempts with a strange line between them, one more in a side file, beside a copy of the
/// first; and in `other` a history that
/// adds one and deletes one.
pub(crate) fn make(home: &Path) {
    let paths = paths(home);
    write(&paths);
    let other = home.join("other");
    fs::create_dir_all(&other).unwrap();
    let gone = json!({"v": 1, "kind": "tombstone", "id": "t", "of": SECOND, "at": "", "off": "", "tz": null});
    let lines = format!("{}\n{gone}\n", attempt(FOURTH, "We forgot."));
    fs::write(other.join("history.jsonl"), lines).unwrap();
    fs::write(
        home.join("import.jsonl"),
        attempt(FOURTH, "We forgot.") + "\n",
    )
    .unwrap();
}

/// Its history, without anything else.
pub(crate) fn write(paths: &Paths) {
    fs::create_dir_all(&paths.data_dir).unwrap();
    let first = attempt(FIRST, &format!("I lost {SECRET}."));
    let lines = [&first, "a strange line", &attempt(SECOND, "我们晚了。"), ""].join("\n");
    fs::write(paths.history(), lines).unwrap();
    let side = paths.data_dir.join("history.0123456789abcdef.jsonl");
    let lines = [&first, &attempt(THIRD, "We were late."), ""].join("\n");
    fs::write(side, lines).unwrap();
}

fn attempt(id: &str, answer: &str) -> String {
    json!({
        "v": 1, "kind": "attempt", "id": id, "at": "2026-03-08T09:12:44Z", "off": "+08:00",
        "tz": "Asia/Shanghai", "day": "2026-03-08", "prompt": "failure",
        "prompt_text": "Tell me about a time you failed.", "lang": "en", "answer": answer,
        "how": "fresh", "sitting": null, "take": 1, "parent": null, "story": null, "goal": null,
        "interrupted": false, "typing_seconds": 130, "limit_seconds": null, "words": 5,
        "speaking_seconds": 2, "reason": null, "verdicts": {}, "next": null,
        "turn_seconds": null, "rules": 0,
    })
    .to_string()
}

/// The folders of the trainer in a home without any variable set.
pub(crate) fn paths(home: &Path) -> Paths {
    Paths {
        config_dir: home.join(".config/failwell"),
        data_dir: home.join(".local/share/failwell"),
        state_dir: home.join(".local/state/failwell"),
    }
}

/// What a history holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Past {
    /// Ids and answers.
    pub(crate) attempts: BTreeSet<(String, String)>,
    /// Ids of attempts and what was noted on them.
    pub(crate) notes: BTreeSet<(String, String)>,
    /// Lines that are no records.
    pub(crate) unread: usize,
}

/// Reads it.
pub(crate) fn past(paths: &Paths) -> Past {
    let (history, index) = history::open(paths).unwrap();
    let answer = |id: &str| index.read(id).unwrap().answer;
    Past {
        attempts: history
            .attempts
            .iter()
            .map(|a| (a.id.clone(), answer(&a.id)))
            .collect(),
        notes: history
            .notes
            .into_iter()
            .map(|note| (note.of, note.what.text))
            .collect(),
        unread: history.unread,
    }
}

/// A program in this home, with nothing of this machine's settings.
pub(crate) fn within(home: &Path, program: &str) -> Command {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("HOME", home)
        .env("PATH", "/usr/bin:/bin")
        .current_dir(home)
        .stdin(Stdio::null());
    command
}

/// A home of its own with the same files.
pub(crate) fn copy(home: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for path in files(home) {
        let to = copy.path().join(path.strip_prefix(home).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&path, to).unwrap();
    }
    copy
}

/// All files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The files below a folder that hold `text`.
pub(crate) fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap();
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
            || path
                .as_os_str()
                .as_bytes()
                .windows(text.len())
                .any(|w| w == text.as_bytes())
    };
    files(folder).into_iter().filter(holds).collect()
}
