//! What is kept is kept: appends side by side, torn tails, foreign lines, locks, drafts.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test looks at the files and may fail"
)]
mod changes;
mod processes;
mod properties;

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use failwell::practice::desk::{Desk, VERSION};
use failwell::practice::prepare::Plan;
use failwell::practice::record::{How, Record};
use failwell::practice::rehearsal::Snapshot;
use failwell::store::{Paths, desk, draft, history, plan};

fn paths(root: &Path) -> Paths {
    Paths {
        config_dir: root.join("config/failwell"),
        data_dir: root.join("data/failwell"),
        state_dir: root.join("state/failwell"),
    }
}

fn record(id: &str) -> Record {
    Record {
        v: 1,
        kind: "attempt".into(),
        id: id.into(),
        at: "2026-03-08T01:30:00Z".into(),
        off: "+08:00".into(),
        tz: Some("Asia/Shanghai".into()),
        day: "2026-03-08".into(),
        prompt: "failure".into(),
        prompt_text: "请讲一次你失败的经历。".into(),
        lang: None,
        answer: format!("{id}：我们以为\n大家都会用。"),
        how: How::Fresh,
        sitting: None,
        take: Some(1),
        parent: None,
        story: None,
        goal: None,
        interrupted: false,
        typing_seconds: 60,
        limit_seconds: None,
        words: 11,
        speaking_seconds: 3,
        reason: None,
        verdicts: std::collections::BTreeMap::default(),
        next: None,
        turn_seconds: None,
        rules: 1,
        rest: serde_json::Map::default(),
    }
}

fn snapshot(id: &str, text: &str) -> Snapshot {
    Snapshot {
        v: 1,
        id: id.into(),
        prompt: "failure".into(),
        prompt_text: "Tell me about a time you failed.".into(),
        text: text.into(),
        caret: None,
        saved_at: format!("2026-03-08T01:30:{id}Z"),
        how: How::Fresh,
        sitting: None,
        take: None,
        parent: None,
        story: None,
        goal: None,
        typing_seconds: 5,
        limit_seconds: None,
        mock: None,
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// All attempts as they were saved.
fn attempts(paths: &Paths) -> Vec<Record> {
    let (history, index) = history::open(paths).unwrap();
    let read = |id: &String| index.read(id).unwrap();
    let ids = history.attempts.iter().map(|attempt| &attempt.id);
    ids.map(read).collect()
}

fn ids(paths: &Paths) -> Vec<String> {
    let history = history::load(paths).unwrap();
    history
        .attempts
        .into_iter()
        .map(|record| record.id)
        .collect()
}

#[test]
fn a_record_reads_back_as_it_was_and_is_private() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    assert_eq!(history::load(&paths).unwrap().attempts, []);
    history::append(&paths, &record("01A")).unwrap();
    assert_eq!(attempts(&paths), [record("01A")]);
    assert_eq!(mode(&paths.history()), 0o600);
    assert_eq!(mode(&paths.data_dir), 0o700);
    assert_eq!(mode(&paths.data_dir.join("history.lock")), 0o600);
    let text = fs::read_to_string(paths.history()).unwrap();
    assert!(text.contains("我们以为"), "readable by grep");
}

#[test]
fn four_writers_lose_nothing() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let paths = &paths;
            scope.spawn(move || {
                for at in 0..100 {
                    history::append(paths, &record(&format!("{writer}-{at:03}"))).unwrap();
                }
            });
        }
    });
    let history = history::load(&paths).unwrap();
    assert_eq!((history.attempts.len(), history.unread), (400, 0));
}

#[test]
fn a_torn_tail_takes_no_neighbour_with_it() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    let mut file = File::options().append(true).open(paths.history()).unwrap();
    // Cut in the middle of a character.
    file.write_all(
        "{\"v\":1,\"kind\":\"attempt\",\"answer\":\"我"
            .as_bytes()
            .split_last()
            .unwrap()
            .1,
    )
    .unwrap();
    history::append(&paths, &record("02")).unwrap();
    assert_eq!(ids(&paths), ["01", "02"]);
    assert_eq!(history::load(&paths).unwrap().unread, 1);
}

#[test]
fn lines_of_others_stay_and_are_counted() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    let mut mine = record("01");
    mine.rest.insert("mood".into(), "calm".into());
    history::append(&paths, &mine).unwrap();
    let mut file = File::options().append(true).open(paths.history()).unwrap();
    file.write_all(b"{\"v\":9,\"kind\":\"attempt\",\"id\":\"x\"}\nnot json\n{\"v\":1,\"kind\":\"note\",\"id\":\"n\",\"of\":\"01\",\"text\":\"t\"}\n{\"v\":1,\"kind\":\"dream\",\"id\":\"d\"}\n\n").unwrap();
    let before = fs::read(paths.history()).unwrap();
    history::append(&paths, &record("02")).unwrap();
    let history = history::load(&paths).unwrap();
    assert_eq!(
        (history.unread, history.later, history.newer),
        (2, 1, Some(9)),
        "newer and foreign; a kind of later versions; the newest version"
    );
    assert_eq!(history.notes.len(), 1);
    assert_eq!(attempts(&paths)[0], mine, "unknown fields survive");
    assert!(fs::read(paths.history()).unwrap().starts_with(&before));
}

#[test]
fn a_lock_held_elsewhere_sends_the_attempt_to_a_side_file() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    let held = File::open(paths.data_dir.join("history.lock")).unwrap();
    held.lock().unwrap();
    let kept = history::append(&paths, &record("02")).unwrap();
    assert_eq!(kept, history::Kept::Beside);
    drop(held);
    history::append(&paths, &record("03")).unwrap();
    assert_eq!(ids(&paths), ["01", "02", "03"]);
    let main = fs::read_to_string(paths.history()).unwrap();
    assert_eq!(main.lines().count(), 2);
}

#[test]
fn an_error_names_the_path_and_the_cure() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    fs::write(root.path().join("data"), "a file where a folder should be").unwrap();
    let error = history::append(&paths, &record("01"))
        .unwrap_err()
        .to_string();
    let folder = paths.data_dir.display().to_string();
    assert!(
        error.contains(&folder) && error.contains("XDG_DATA_HOME"),
        "{error}"
    );
}

#[test]
fn drafts_live_as_long_as_their_program_and_are_offered_after() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    let mut slot = draft::Slot::open(&paths).unwrap();
    slot.place().write(&snapshot("01", "first")).unwrap();
    slot.place()
        .write(&snapshot("01", "first, longer"))
        .unwrap();
    slot.place().write(&snapshot("02", "second")).unwrap();
    assert_eq!(mode(&slot.place().draft("01")), 0o600);
    assert_eq!(mode(&paths.drafts()), 0o700);
    assert_eq!(draft::orphans(&paths), [], "its program is alive");
    slot.clear("02");
    slot.place().write(&snapshot("03", "third")).unwrap();
    drop(slot);
    let texts: Vec<String> = draft::orphans(&paths)
        .into_iter()
        .map(|draft| draft.text)
        .collect();
    assert_eq!(texts, ["third", "first, longer"], "the latest first");
    draft::discard(&paths, "01");
    draft::discard(&paths, "03");
    assert_eq!(
        fs::read_dir(paths.drafts()).unwrap().count(),
        0,
        "nothing is left behind"
    );
}

#[test]
fn what_was_adopted_is_offered_to_nobody_else() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    let gone = draft::Slot::open(&paths).unwrap();
    gone.place().write(&snapshot("01", "mine")).unwrap();
    drop(gone);
    assert_eq!(draft::orphans(&paths).len(), 1);
    let mut slot = draft::Slot::open(&paths).unwrap();
    slot.adopt();
    assert_eq!(draft::orphans(&paths), []);
    drop(slot);
    assert_eq!(draft::orphans(&paths)[0].text, "mine", "it was only lent");
}

#[test]
fn a_draft_that_was_saved_or_is_empty_goes_without_a_word() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    let slot = draft::Slot::open(&paths).unwrap();
    for (id, text) in [("01", "saved"), ("02", " \n"), ("03", "open")] {
        slot.place().write(&snapshot(id, text)).unwrap();
    }
    history::append(&paths, &record("01")).unwrap();
    drop(slot);
    let texts: Vec<String> = draft::orphans(&paths)
        .into_iter()
        .map(|draft| draft.text)
        .collect();
    assert_eq!(texts, ["open"]);
    // Its draft and the lock that stands for its program.
    assert_eq!(fs::read_dir(paths.drafts()).unwrap().count(), 2);
}

#[test]
fn a_line_without_end_costs_that_line_only() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    history::append(&paths, &record("01")).unwrap();
    let file = File::options().append(true).open(paths.history()).unwrap();
    // A hole: it takes no room on disk.
    file.set_len(40 << 20).unwrap();
    history::append(&paths, &record("02")).unwrap();
    assert_eq!(ids(&paths), ["01", "02"]);
    assert_eq!(history::load(&paths).unwrap().unread, 1);
}

#[test]
fn a_history_that_is_no_file_is_an_error_and_never_waited_for() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    fs::create_dir_all(paths.history()).unwrap();
    let error = history::load(&paths).unwrap_err().to_string();
    assert!(error.contains("no regular file"), "{error}");
}

#[test]
fn every_cut_of_the_last_two_records_costs_one_at_most() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    for id in ["01", "02", "03"] {
        history::append(&paths, &record(id)).unwrap();
    }
    let whole = fs::read(paths.history()).unwrap();
    let lines: Vec<&[u8]> = whole.split_inclusive(|&byte| byte == b'\n').collect();
    // Seven is prime to the three bytes of a Chinese character: every kind of cut is among them.
    for cut in (lines[0].len()..whole.len()).step_by(7) {
        fs::write(paths.history(), &whole[..cut]).unwrap();
        let _ = fs::remove_file(paths.quarantine());
        history::append(&paths, &record("04")).unwrap();
        let kept = ids(&paths);
        // A record that lost no more than its line feed is whole.
        let full = [1, 2, 3].map(|n| lines[..n].concat().len() - 1);
        let left = full.iter().filter(|&&end| end <= cut).count();
        assert_eq!(kept.len(), left + 1, "cut at {cut}");
        assert_eq!(kept.last().unwrap(), "04");
        // What was torn stays where it is, and its bytes are copied.
        let torn = whole[..cut].rsplit(|&byte| byte == b'\n').next().unwrap();
        let is_whole = torn.is_empty() || full.contains(&cut);
        let copied = fs::read(paths.quarantine()).unwrap_or_default();
        let expected = if is_whole {
            vec![]
        } else {
            [torn, b"\n"].concat()
        };
        assert!(copied == expected, "cut at {cut}");
        assert_eq!(
            history::load(&paths).unwrap().unread,
            usize::from(!is_whole)
        );
    }
}

#[test]
fn a_prepared_story_is_kept_and_a_broken_file_is_set_aside_and_named() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    assert_eq!(plan::load(&paths).unwrap(), Plan::default());
    let mut kept = Plan::default();
    kept.lines[2] = "我们明白了".into();
    plan::save(&paths, &kept).unwrap();
    assert_eq!(plan::load(&paths).unwrap(), kept);
    fs::write(paths.plan(), "[what was typed").unwrap();
    let error = plan::load(&paths).unwrap_err().to_string();
    let aside = paths.plan().with_extension("broken.json");
    assert!(error.contains(&aside.display().to_string()), "{error}");
    assert!(error.contains("line 1 column"), "{error}");
    assert_eq!(fs::read_to_string(aside).unwrap(), "[what was typed");
    assert_eq!(plan::load(&paths).unwrap(), Plan::default());
}

#[test]
fn the_desk_is_kept_and_a_broken_one_is_rebuilt_from_the_history() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    assert_eq!(desk::load(&paths).attempts, 0);
    let kept = Desk {
        v: VERSION,
        prompt: Some("failure".into()),
        attempts: 3,
        ..Desk::default()
    };
    desk::save(&paths, &kept).unwrap();
    assert_eq!(desk::load(&paths), kept);
    history::append(&paths, &record("01")).unwrap();
    let earlier = r#"{"v":1,"prompt":"failure","seen":["a"],"goal":{"step":"we"},"attempts":3,"last_day":null}"#;
    fs::write(paths.desk(), earlier).unwrap();
    let read = desk::load(&paths);
    assert_eq!((read.v, read.attempts, read.days.len()), (VERSION, 1, 1));
    assert_eq!(
        (&*read.seen, read.goal.is_some()),
        (&["a".to_owned()][..], true)
    );
    assert_eq!(read.prompt.as_deref(), Some("failure"));
    assert!(
        fs::read_to_string(paths.desk())
            .unwrap()
            .contains("\"v\":3"),
        "once"
    );
    fs::write(paths.desk(), "{").unwrap();
    let rebuilt = desk::load(&paths);
    assert_eq!(
        (rebuilt.attempts, rebuilt.seen),
        (1, vec!["failure".into()])
    );
}
