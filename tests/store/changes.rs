//! Deleting, merging, backups: what is asked to go is gone, all else stays byte for byte.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use failwell::practice::event::{Stamp, Tombstone};
use failwell::store::history::{Foreign, Incoming, Merged, Reach, Trial};
use failwell::store::{Paths, StoreError, backup, desk, draft, history};

use crate::{attempts, ids, mode, paths, record, snapshot};

/// Lines that this version cannot use, but for the newer ones.
const OTHERS: &str = "# made by hand\n{\"v\":1,\"kind\":\"silence\",\"id\":\"s\",\"of\":\"02\",\"tip\":\"we\"}\n\n  \n{\"mood\": \"calm\"}\n";

fn mark(of: &str) -> Tombstone {
    stamp(&format!("t-{of}")).tombstone(of)
}

fn stamp(id: &str) -> Stamp {
    Stamp {
        id: id.into(),
        at: "2026-03-09T01:30:00Z".into(),
        off: "+08:00".into(),
        tz: None,
    }
}

fn moment() -> chrono::DateTime<chrono::FixedOffset> {
    "2026-03-09T09:30:00+08:00".parse().unwrap()
}

fn add(path: &Path, bytes: &[u8]) {
    let mut file = File::options()
        .append(true)
        .create(true)
        .open(path)
        .unwrap();
    file.write_all(bytes).unwrap();
}

fn line(id: &str) -> String {
    serde_json::to_string(&record(id)).unwrap() + "\n"
}

/// Every file below `folder` that holds `text`.
fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, text));
        } else if String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(text) {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_deleted_attempt_is_gone_from_every_file() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    for id in ["01", "02", "03"] {
        history::append(&paths, &record(id)).unwrap();
    }
    history::note(&paths, &stamp("n").note("02", "02：我们 noted")).unwrap();
    let side = paths.data_dir.join("history.0123456789abcdef.jsonl");
    add(&side, (line("02") + &line("04")).as_bytes());
    let conflict = paths
        .data_dir
        .join("history.sync-conflict-20260308-013000-A.jsonl");
    add(&conflict, line("02").as_bytes());
    let torn = line("02");
    add(
        &paths.quarantine(),
        torn.split("大家").next().unwrap().as_bytes(),
    );
    let slot = draft::Slot::open(&paths).unwrap();
    slot.place()
        .write(&snapshot("02", "02：我们 typed"))
        .unwrap();
    let kept = backup::make(&paths, moment()).unwrap();
    let marker = "02：我们";
    assert_eq!(holding(root.path(), marker).len(), 6);

    let deleted = history::delete(&paths, &mark("02"), Reach::History).unwrap();
    assert_eq!(
        deleted.lines, 5,
        "its line, its note, two copies and a torn one"
    );
    assert_eq!(deleted.backups, std::slice::from_ref(&kept));
    assert_eq!(holding(root.path(), marker), [kept]);
    assert_eq!(ids(&paths), ["01", "03", "04"]);

    let deleted = history::delete(&paths, &mark("02"), Reach::Backups).unwrap();
    assert_eq!(deleted.backups, Vec::<PathBuf>::new());
    assert_eq!(holding(root.path(), marker), Vec::<PathBuf>::new());
    let marks = fs::read_to_string(paths.history()).unwrap();
    assert_eq!(marks.matches("tombstone").count(), 1, "one mark is enough");
}

#[test]
fn what_was_deleted_does_not_come_back() {
    let root = tempfile::tempdir().unwrap();
    let (here, there) = (paths(&root.path().join("a")), paths(&root.path().join("b")));
    for paths in [&here, &there] {
        history::append(paths, &record("01")).unwrap();
        history::append(paths, &record("02")).unwrap();
    }
    history::delete(&here, &mark("01"), Reach::History).unwrap();
    let merged = merge(&here, &there);
    assert_eq!(
        merged,
        Merged {
            added: 0,
            known: 2,
            removed: 0
        }
    );
    assert_eq!(ids(&here), ["02"]);
    // A copy that a synchronising program brings back is not shown, and goes with the next merge.
    add(
        &here.data_dir.join("history (conflicted copy).jsonl"),
        line("01").as_bytes(),
    );
    assert_eq!(ids(&here), ["02"]);
    // The other side hears of it, and the text goes there too.
    let merged = merge(&there, &here);
    assert_eq!(merged.removed, 1);
    assert_eq!(ids(&there), ["02"]);
    assert_eq!(holding(&there.data_dir, "01：我们"), Vec::<PathBuf>::new());
}

fn merge(into: &Paths, from: &Paths) -> Merged {
    let mut incoming = Incoming::default();
    incoming.add_path(&from.data_dir, Foreign::Keep).unwrap();
    history::merge(into, &incoming, Trial::Real).unwrap()
}

#[test]
fn every_rewrite_carries_along_what_it_cannot_read() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    add(&paths.history(), OTHERS.as_bytes());
    // A hole of forty megabytes without a line feed, and a tail cut inside a character.
    let before = fs::metadata(paths.history()).unwrap().len();
    let file = File::options().append(true).open(paths.history()).unwrap();
    file.set_len(before + (20 << 20)).unwrap();
    add(
        &paths.history(),
        b"\n{\"v\":1,\"kind\":\"attempt\",\"answer\":\"\xe6\x88",
    );
    history::append(&paths, &record("02")).unwrap();
    history::append(&paths, &record("03")).unwrap();
    let whole = fs::read(paths.history()).unwrap();

    history::delete(&paths, &mark("03"), Reach::History).unwrap();
    let left = fs::read(paths.history()).unwrap();
    let expected = [
        &whole[..whole.len() - line("03").len()],
        &tombstone_line("03"),
    ]
    .concat();
    assert!(left == expected, "everything but the line that was deleted");
    assert_eq!(ids(&paths), ["01", "02"]);
    let read = history::load(&paths).unwrap();
    assert_eq!((read.unread, read.later), (4, 1));
}

fn tombstone_line(of: &str) -> Vec<u8> {
    let mut line = serde_json::to_vec(&mark(of)).unwrap();
    line.push(b'\n');
    line
}

#[test]
fn lines_of_newer_versions_are_read_but_never_rewritten() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    let newer = line("02").replace("\"v\":1", "\"v\":2,\"voice\":{\"pitch\":1}");
    add(&paths.history(), newer.as_bytes());
    let read = history::load(&paths).unwrap();
    assert_eq!(
        (read.attempts.len(), read.newer, read.unread),
        (2, Some(2), 0)
    );
    assert_eq!(attempts(&paths)[1].rest["voice"]["pitch"], 1);

    let before = fs::read(paths.history()).unwrap();
    let kept = backup::make(&paths, moment()).unwrap();
    let faults = [
        history::delete(&paths, &mark("01"), Reach::History).unwrap_err(),
        backup::restore(&paths, &kept, moment()).unwrap_err(),
    ];
    for fault in faults {
        let said = fault.to_string();
        for part in ["version 2", "version 1", "intact"] {
            assert!(said.contains(part), "{said}");
        }
    }
    assert_eq!(fs::read(paths.history()).unwrap(), before);
    history::append(&paths, &record("03")).unwrap();
    assert_eq!(ids(&paths), ["01", "02", "03"], "practice goes on");
}

#[test]
fn a_rewrite_keeps_links_and_stricter_modes() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    fs::create_dir_all(&paths.data_dir).unwrap();
    let elsewhere = root.path().join("dotfiles.jsonl");
    fs::write(&elsewhere, line("01") + &line("02")).unwrap();
    symlink(&elsewhere, paths.history()).unwrap();
    for (before, after) in [(0o644, 0o600), (0o400, 0o400)] {
        fs::set_permissions(&elsewhere, fs::Permissions::from_mode(before)).unwrap();
        let gone = if before == 0o644 { "01" } else { "02" };
        history::delete(&paths, &mark(gone), Reach::History).unwrap();
        assert!(fs::symlink_metadata(paths.history()).unwrap().is_symlink());
        assert_eq!(mode(&elsewhere), after);
        assert_eq!(
            holding(root.path(), &format!("{gone}：我们")),
            Vec::<PathBuf>::new()
        );
    }
}

#[test]
fn nothing_is_changed_while_another_program_writes() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    let before = fs::read(paths.history()).unwrap();
    let held = File::open(paths.history_lock()).unwrap();
    held.lock().unwrap();
    let fault = history::delete(&paths, &mark("01"), Reach::History).unwrap_err();
    assert!(matches!(fault, StoreError::Busy { .. }), "{fault}");
    assert_eq!(fs::read(paths.history()).unwrap(), before);
    assert_eq!(ids(&paths), ["01"], "reading needs no lock");
}

#[test]
fn the_desk_forgets_what_was_deleted() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    let mut lying = desk::load(&paths);
    lying.prompt = Some("deadline".into());
    lying.goal = Some(failwell::practice::record::Goal {
        step: failwell::engine::Step::We,
        by_seconds: None,
    });
    desk::save(&paths, &lying).unwrap();
    history::delete(&paths, &mark("01"), Reach::History).unwrap();
    let left = desk::load(&paths);
    assert_eq!(
        (left.attempts, left.goal, left.days),
        (0, None, BTreeMap::new())
    );
    assert_eq!(
        left.prompt.as_deref(),
        Some("deadline"),
        "what waits still waits"
    );
}

#[test]
fn a_backup_is_the_way_back() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    add(&paths.history(), OTHERS.as_bytes());
    let before = attempts(&paths);
    let first = backup::make(&paths, moment()).unwrap();
    assert_eq!(mode(&first), 0o600);
    assert_eq!(mode(&paths.backups()), 0o700);
    assert_eq!(
        fs::read(&first).unwrap(),
        fs::read(paths.history()).unwrap()
    );

    history::delete(&paths, &mark("01"), Reach::History).unwrap();
    history::append(&paths, &record("02")).unwrap();
    add(
        &paths.data_dir.join("history.0123456789abcdef.jsonl"),
        line("03").as_bytes(),
    );
    let after = attempts(&paths);
    let second = backup::restore(&paths, &first, moment()).unwrap();
    assert_eq!(attempts(&paths), before);
    assert_eq!(
        fs::read(&first).unwrap(),
        fs::read(paths.history()).unwrap()
    );
    assert_eq!(
        backup::list(&paths),
        [second.clone(), first],
        "it made its own"
    );
    backup::restore(&paths, &second, moment()).unwrap();
    assert_eq!(attempts(&paths), after, "and the way back from there");

    let before = fs::read(paths.history()).unwrap();
    let strange = root.path().join("letter.txt");
    fs::write(&strange, "Dear all,\n").unwrap();
    for wrong in [strange.as_path(), Path::new("gone.jsonl"), root.path()] {
        let fault = backup::restore(&paths, wrong, moment())
            .unwrap_err()
            .to_string();
        assert!(fault.contains(wrong.to_str().unwrap()), "{fault}");
    }
    assert_eq!(fs::read(paths.history()).unwrap(), before);
}

#[test]
fn side_files_and_copies_are_joined_after_a_backup() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    let none = history::gather(&paths, moment(), Trial::Real).unwrap();
    assert_eq!((none.files, none.backup), (0, None));
    add(
        &paths.data_dir.join("history.0123456789abcdef.jsonl"),
        line("02").as_bytes(),
    );
    let both = line("01") + &line("03") + "torn {";
    add(
        &paths.data_dir.join("history.sync-conflict-1.jsonl"),
        both.as_bytes(),
    );
    let before = attempts(&paths);
    let foreseen = history::gather(&paths, moment(), Trial::Dry).unwrap();
    assert_eq!((history::files(&paths).len(), foreseen.backup), (3, None));
    let joined = history::gather(&paths, moment(), Trial::Real).unwrap();
    assert_eq!(joined.merged, foreseen.merged);
    assert_eq!(
        (joined.merged.added, joined.merged.known, joined.files),
        (3, 1, 2)
    );
    let kept = joined.backup.unwrap();
    assert_eq!(attempts(&paths), before);
    assert_eq!(history::files(&paths), [paths.history()]);
    assert_eq!(
        history::load(&paths).unwrap().unread,
        1,
        "the torn line is carried along"
    );
    assert!(fs::read_to_string(kept).unwrap().contains("torn {"));
}

#[test]
fn an_import_takes_all_or_nothing() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    let file = root.path().join("export.jsonl");
    fs::write(&file, line("01") + "\n" + &line("02") + "not json\n").unwrap();
    let mut incoming = Incoming::default();
    let fault = incoming
        .add_path(&file, Foreign::Refuse)
        .unwrap_err()
        .to_string();
    assert!(fault.contains("export.jsonl, line 4"), "{fault}");
    assert_eq!(ids(&paths), [""; 0]);
    assert!(
        incoming
            .add_path(Path::new("/dev/zero"), Foreign::Keep)
            .is_err(),
        "it never ends"
    );
    assert!(
        incoming
            .add_path(&root.path().join("gone"), Foreign::Keep)
            .is_err()
    );
}

/// What version 1 wrote stays readable for ever: this file never changes.
#[test]
fn the_lines_of_version_1_are_read_and_carried_along() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    fs::create_dir_all(&paths.data_dir).unwrap();
    let lines = include_bytes!("v1.jsonl");
    fs::write(paths.history(), lines).unwrap();
    let read = history::load(&paths).unwrap();
    assert_eq!((read.attempts.len(), read.notes.len()), (2, 1));
    assert_eq!((read.deleted.len(), read.later, read.unread), (1, 1, 0));
    let [first, second] = attempts(&paths).try_into().unwrap();
    assert_eq!(first.verdicts.len(), 8);
    assert_eq!(second.rest["mood"]["of"], "a later version");
    assert_eq!(second.goal.unwrap().by_seconds, Some(20));
    assert_eq!(read.notes_on(&first.id).next().unwrap().text, "比上次平静");
    // Written again, an attempt is the line that it was.
    let text = std::str::from_utf8(lines).unwrap();
    for (record, line) in [first, second].iter().zip(text.lines()) {
        assert_eq!(serde_json::to_string(record).unwrap(), line);
    }
}
