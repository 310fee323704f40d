//! Whatever the lines are: merging is a union, exporting and importing changes nothing.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use failwell::practice::due::Standing;
use failwell::practice::event::{Note, Stamp, Tombstone};
use failwell::practice::record::Record;
use failwell::store::history::{Foreign, Incoming, Trial};
use failwell::store::{Paths, due, history};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::{attempts, paths, record};

/// A line of a history: mostly sound ones, about few attempts, so that they meet.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let id = || (0..5u8).prop_map(|n| format!("01K4TZXC9P000000000000000{n}"));
    let attempt = (id(), 0..2u8).prop_map(|(id, n)| {
        let mut record = record(&id);
        record.rest.insert("n".into(), n.into());
        serde_json::to_vec(&record).unwrap()
    });
    let stamp = |id: &str| Stamp {
        id: id.into(),
        at: String::new(),
        off: String::new(),
        tz: None,
    };
    let note = (id(), 0..4u8).prop_map(move |(of, n)| {
        let note: Note = stamp(&format!("n{n}")).note(&of, &format!("note {n} 备注"));
        serde_json::to_vec(&note).unwrap()
    });
    let tombstone = id().prop_map(move |of| {
        let mark: Tombstone = stamp(&format!("t{of}")).tombstone(&of);
        serde_json::to_vec(&mark).unwrap()
    });
    let torn = (attempt.clone(), 1..300usize).prop_map(|(mut line, length)| {
        line.truncate(length);
        line
    });
    let strange = prop_oneof![
        Just(b"# a comment".to_vec()),
        Just(b"{\"v\":1,\"kind\":\"dream\",\"id\":\"d\",\"of\":\"x\"}".to_vec()),
        Just(b"\xff\xfe".to_vec()),
        prop::collection::vec(1..=255u8, 1..20),
    ];
    let line = prop_oneof![6 => attempt, 2 => note, 1 => tombstone, 1 => torn, 1 => strange];
    line.prop_map(|mut line| {
        line.retain(|byte| *byte != b'\n' && *byte != b'\r');
        line
    })
}

fn lines() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(line(), 0..12)
}

fn write(paths: &Paths, lines: &[Vec<u8>]) {
    fs::create_dir_all(&paths.data_dir).unwrap();
    let mut file = fs::File::create(paths.history()).unwrap();
    for line in lines {
        file.write_all(line).unwrap();
        file.write_all(b"\n").unwrap();
    }
}

fn merge(into: &Paths, from: &Paths) -> usize {
    let mut incoming = Incoming::default();
    incoming.add_path(&from.data_dir, Foreign::Keep).unwrap();
    let foreseen = history::merge(into, &incoming, Trial::Dry).unwrap();
    let merged = history::merge(into, &incoming, Trial::Real).unwrap();
    assert_eq!(foreseen, merged, "a dry run says what will be");
    merged.added + merged.removed
}

/// The lines that are there, in an order that does not matter.
fn set(paths: &Paths) -> Vec<Vec<u8>> {
    let bytes = fs::read(paths.history()).unwrap_or_default();
    let lines = bytes
        .split(|byte| *byte == b'\n')
        .map(|line| line.trim_ascii().to_vec());
    let mut lines: Vec<Vec<u8>> = lines.filter(|line| !line.is_empty()).collect();
    lines.sort();
    lines.dedup();
    lines
}

fn state(paths: &Paths) -> (Vec<Record>, Vec<Note>) {
    (attempts(paths), history::load(paths).unwrap().notes)
}

fn stands(root: &Path, name: &str, lines: &[Vec<u8>]) -> Paths {
    let paths = paths(&root.join(name));
    write(&paths, lines);
    paths
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_merge_is_a_union_whichever_way_round(one in lines(), other in lines()) {
        let root = tempfile::tempdir().unwrap();
        let a = stands(root.path(), "a", &one);
        let b = stands(root.path(), "b", &other);
        let (a2, b2) = (stands(root.path(), "a2", &one), stands(root.path(), "b2", &other));
        merge(&a, &b2);
        merge(&b, &a2);
        prop_assert_eq!(set(&a), set(&b));
        prop_assert_eq!(state(&a), state(&b));
        prop_assert_eq!(merge(&a, &b), 0, "once more changes nothing");
        // Nothing is lost but what was deleted.
        let gone = history::load(&a).unwrap().deleted;
        let there = set(&a);
        for line in one.iter().chain(&other) {
            let line = line.trim_ascii().to_vec();
            let text = String::from_utf8_lossy(&line);
            let dead = gone.iter().any(|id| text.contains(id.as_str()));
            prop_assert!(line.is_empty() || dead || there.contains(&line), "{text}");
        }
    }

    #[test]
    fn the_order_and_the_number_of_files_do_not_matter(lines in lines(), cut in 0..12usize) {
        let root = tempfile::tempdir().unwrap();
        let whole = stands(root.path(), "a", &lines);
        let (first, second) = lines.split_at(cut.min(lines.len()));
        let split = stands(root.path(), "b", second);
        let side = split.data_dir.join("history.0123456789abcdef.jsonl");
        fs::write(side, first.join(&b'\n')).unwrap();
        prop_assert_eq!(state(&whole), state(&split));
    }

    #[test]
    fn an_export_imported_is_the_same_history(
        answers in prop::collection::vec("(?s).{0,60}", 0..6),
        fields in prop::collection::btree_map("[a-z]{3,8}x", "(?s).{0,10}", 0..3),
    ) {
        let root = tempfile::tempdir().unwrap();
        let (from, to) = (paths(&root.path().join("a")), paths(&root.path().join("b")));
        for (number, answer) in answers.iter().enumerate() {
            let rest: Map<String, Value> =
                fields.iter().map(|(key, value)| (key.clone(), value.clone().into())).collect();
            let kept = Record { answer: answer.clone(), rest, ..record(&format!("{number:02}")) };
            history::append(&from, &kept).unwrap();
            let note = Stamp { id: format!("n{number}"), at: String::new(), off: String::new(), tz: None };
            history::note(&from, &note.note(&kept.id, answer)).unwrap();
        }
        let mut export = Vec::new();
        history::each_sound_line(&from, |line| {
            export.extend_from_slice(line);
            export.push(b'\n');
            Ok(())
        }).unwrap();
        let mut incoming = Incoming::default();
        incoming.add(Cursor::new(&export), Path::new("-"), Foreign::Refuse).unwrap();
        history::merge(&to, &incoming, Trial::Real).unwrap();
        prop_assert_eq!(state(&from), state(&to));
        prop_assert_eq!(set(&from), set(&to));
    }

    /// What is kept for it may be deleted, torn or foreign at any time.
    #[test]
    fn what_is_due_is_the_same_with_what_was_kept_and_without(
        steps in prop::collection::vec((lines(), 0..4u8), 1..5)
    ) {
        let home = tempfile::tempdir().unwrap();
        let paths = paths(home.path());
        for (lines, damage) in steps {
            write(&paths, &lines);
            for _ in 0..2 {
                let told = Standing::of(&history::load(&paths).unwrap());
                prop_assert_eq!(due::standing(&paths).unwrap(), told);
            }
            match damage {
                0 => due::forget(&paths),
                1 => fs::write(paths.due(), b"{\"v\":1,\"of\":[]").unwrap(),
                2 => fs::write(paths.due(), b"\xff").unwrap(),
                _ => {}
            }
        }
    }
}
