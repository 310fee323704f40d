//! Several programs at once: each is this test, started again to do one thing.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use failwell::practice::event::Stamp;
use failwell::practice::record::Record;
use failwell::store::history::{self, Reach};

use crate::{paths, record};

/// Says where the process that was started is to append to, and by what name.
const WHERE: &str = "FAILWELL_TEST_APPEND";
const WRITERS: usize = 4;
const EACH: usize = 500;
const LENGTH: usize = 20_000;

#[test]
fn two_thousand_long_records_of_four_processes_are_two_thousand_lines() {
    let root = tempfile::tempdir().unwrap();
    let writers: Vec<Child> = (0..WRITERS)
        .map(|number| writer(number, root.path()))
        .collect();
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    let paths = paths(root.path());
    let history = history::load(&paths).unwrap();
    assert_eq!(
        (history.attempts.len(), history.unread),
        (WRITERS * EACH, 0)
    );
    let mut lines = 0;
    for file in history::files(&paths) {
        let text = fs::read_to_string(file).unwrap();
        lines += text.lines().count();
        assert!(
            text.lines()
                .all(|line| serde_json::from_str::<Record>(line).is_ok())
        );
    }
    assert_eq!(lines, WRITERS * EACH);
}

#[test]
fn what_is_appended_while_another_program_deletes_is_there() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    let old: Vec<String> = (0..20).map(|number| format!("old-{number:02}")).collect();
    for id in &old {
        history::append(&paths, &record(id)).unwrap();
    }
    let mut writer = writer(0, root.path());
    let mut deleted = 0;
    while writer.try_wait().unwrap().is_none() {
        if let Some(id) = old.get(deleted) {
            let stamp = Stamp {
                id: format!("t{id}"),
                at: String::new(),
                off: String::new(),
                tz: None,
            };
            history::delete(&paths, &stamp.tombstone(id), Reach::History).unwrap();
            deleted += 1;
        }
    }
    assert!(deleted > 0);
    let read = history::load(&paths).unwrap();
    assert_eq!(
        (read.attempts.len(), read.unread),
        (EACH + old.len() - deleted, 0)
    );
}

/// Starts this test again to append.
fn writer(number: usize, root: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "processes::appends_when_it_is_asked_to"])
        .env(WHERE, format!("{number}:{}", root.display()))
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// What a writer does; on its own it does nothing.
#[test]
fn appends_when_it_is_asked_to() {
    let Ok(told) = env::var(WHERE) else {
        return;
    };
    let (number, root) = told.split_once(':').unwrap();
    let paths = paths(Path::new(root));
    for at in 0..EACH {
        let mut long = record(&format!("{number}-{at:03}"));
        long.answer = "我们 ".repeat(LENGTH / "我们 ".len());
        history::append(&paths, &long).unwrap();
    }
}
