//! A history that holds anything: reading it changes no byte, and what is appended stands behind
//! what was there.

use std::collections::HashSet;
use std::fs;

use failwell::practice::history::History;
use failwell::practice::record::Record;
use failwell::store::history::{Index, Kept};
use failwell::store::{Paths, history};

/// Reads a history of these bytes, appends an attempt, and reads it again.
pub fn nothing_in_a_history_is_lost(bytes: &[u8]) {
    let home = tempfile::tempdir().unwrap();
    let paths = Paths {
        config_dir: home.path().join("config"),
        data_dir: home.path().join("data"),
        state_dir: home.path().join("state"),
    };
    fs::create_dir_all(&paths.data_dir).unwrap();
    fs::write(paths.history(), bytes).unwrap();
    let (before, index) = history::open(&paths).unwrap();
    is_sound(&before, &index);
    assert_eq!(
        before,
        history::load(&paths).unwrap(),
        "read the same twice"
    );
    assert_eq!(
        fs::read(paths.history()).unwrap(),
        bytes,
        "reading is reading"
    );
    history::each_sound_line(&paths, |line| {
        let text = std::str::from_utf8(line).unwrap();
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok());
        Ok(())
    })
    .unwrap();

    let record = record();
    assert_eq!(history::append(&paths, &record).unwrap(), Kept::InHistory);
    assert!(fs::read(paths.history()).unwrap().starts_with(bytes));
    let (after, index) = history::open(&paths).unwrap();
    is_sound(&after, &index);
    assert_eq!(after.notes, before.notes);
    assert_eq!(after.unread, before.unread);
    assert_eq!(after.later, before.later);
    let ids = |history: &History| -> HashSet<String> {
        history.attempts.iter().map(|a| a.id.clone()).collect()
    };
    let mut expected = ids(&before);
    if !before.deleted.contains(&record.id) {
        assert_eq!(index.read(&record.id).unwrap(), record);
        expected.insert(record.id);
    }
    assert_eq!(ids(&after), expected);
}

/// Attempts are in order, none twice, none that was deleted; each is found on the disk.
fn is_sound(history: &History, index: &Index) {
    for pair in history.attempts.windows(2) {
        assert!(pair[0].id < pair[1].id);
    }
    for attempt in &history.attempts {
        assert!(!history.deleted.contains(&attempt.id));
        assert!(!index.line(&attempt.id).unwrap().is_empty());
        // A newer version, or a hand, may leave out what only the page of an attempt needs.
        if let Ok(record) = index.read(&attempt.id) {
            assert_eq!(record.id, attempt.id);
        }
    }
}

/// The first attempt that version 1 wrote, under an id of its own.
fn record() -> Record {
    let line = include_str!("../../store/v1.jsonl").lines().next();
    Record {
        id: "01KZZZZZZZ0000000000000001".to_owned(),
        ..serde_json::from_str(line.unwrap_or_default()).expect("a record")
    }
}
