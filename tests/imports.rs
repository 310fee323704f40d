//! Reads the sources: imports point inward only, and every file says what it is for.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "this test reads the repository and may fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and what it may import besides itself.
const LAYERS: [(&str, &[&str]); 10] = [
    ("engine", &[]),
    ("wrap", &[]),
    ("practice", &["engine"]),
    ("settings", &["engine", "practice"]),
    ("content", &["engine", "practice", "wrap"]),
    ("store", &["engine", "practice", "settings"]),
    (
        "export",
        &["engine", "practice", "settings", "content", "wrap"],
    ),
    (
        "tui",
        &[
            "engine", "practice", "settings", "content", "store", "export", "wrap",
        ],
    ),
    (
        "cmd",
        &[
            "engine", "practice", "settings", "content", "store", "export", "wrap", "tui",
        ],
    ),
    (
        "cli",
        &[
            "engine", "practice", "settings", "content", "store", "export", "wrap", "tui", "cmd",
        ],
    ),
];

/// Longest file, its tests included.
const MOST_LINES: usize = 400;

#[test]
fn imports_point_inward() {
    let mut faults = Vec::new();
    for path in sources(Path::new("src")) {
        let module = module_of(&path);
        let Some(home) = module.first() else { continue };
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| name == home) else {
            panic!("{}: the layers do not name `{home}`", path.display());
        };
        let text = fs::read_to_string(&path).unwrap();
        for name in imported(&program(&text), module.len()) {
            let known = LAYERS.iter().any(|(layer, _)| *layer == name);
            if known && name != *home && !allowed.contains(&name.as_str()) {
                faults.push(format!("{} imports {name}", path.display()));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn files_say_what_they_are_and_stay_short() {
    let mut faults = Vec::new();
    for path in all_sources(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        if !text.starts_with("//! ") {
            faults.push(format!("{}: does not open with `//!`", path.display()));
        }
        let lines = text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn the_reader_sees_every_way_to_import() {
    for (text, depth, names) in [
        ("use crate::tui::app;", 2, vec!["tui"]),
        ("fn f() { crate::store::load() }", 1, vec!["store"]),
        (
            "use crate::{cmd::{self, world::World}, tui::{a, b::{c}}, wrap};",
            1,
            vec!["cmd", "tui", "wrap"],
        ),
        ("use super::tui;", 1, vec!["tui"]),
        ("use super::draft;", 2, vec![]),
        ("use super::super::cmd;", 2, vec!["cmd"]),
        ("pub(in crate::tui) fn f() {}", 2, vec!["tui"]),
        ("// crate::tui\n/// [`crate::tui`]\n", 2, vec![]),
        ("use supercrate::tui; use super::*;", 2, vec![]),
        (
            "use crate::engine;\n\n#[cfg(test)]\nmod tests {\n    use crate::tui;\n}\n",
            1,
            vec!["engine"],
        ),
    ] {
        assert_eq!(imported(&program(text), depth), names, "{text}");
    }
}

/// What runs: comments and the tests at the end left out.
fn program(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

/// The top-level modules that `text` names, in a module `depth` levels below the root.
fn imported(text: &str, depth: usize) -> Vec<String> {
    let root = "super::".repeat(depth);
    let mut names = Vec::new();
    for start in ["crate::", &root] {
        for (at, _) in text.match_indices(start) {
            let before = text[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || before == '_' || before == ':' {
                continue;
            }
            names.extend(first_names(&text[at + start.len()..]));
        }
    }
    names
}

/// The first name of each path that follows: one, or several in braces.
fn first_names(path: &str) -> Vec<String> {
    let Some(list) = path.strip_prefix('{') else {
        return Vec::from_iter(name(path));
    };
    let (mut names, mut depth, mut item) = (Vec::new(), 0, true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => item = true,
            c if item && !c.is_whitespace() => {
                names.extend(name(&list[at..]));
                item = false;
            }
            _ => {}
        }
    }
    names
}

fn name(path: &str) -> Option<String> {
    let end = path
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(path.len());
    Some(path[..end].to_owned()).filter(|name| !name.is_empty() && name != "super")
}

/// `src/tui/screen/home.rs` is `tui`, `screen`, `home`.
fn module_of(path: &Path) -> Vec<String> {
    let inner = path.strip_prefix("src").unwrap().with_extension("");
    let names = inner.iter().map(|part| part.to_string_lossy().into_owned());
    names
        .filter(|name| name != "lib" && name != "main")
        .collect()
}

/// Sources less those that only tests use.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let for_tests = |path: &PathBuf| {
        path.with_extension("")
            .iter()
            .any(|part| part == "tests" || part == "fixture")
    };
    let mut paths = all_sources(folder);
    paths.retain(|path| !for_tests(path));
    paths
}

fn all_sources(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            paths.extend(all_sources(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            paths.push(path);
        }
    }
    paths.sort();
    paths
}
