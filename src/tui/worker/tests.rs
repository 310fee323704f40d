//! Drafts that find no room: kept in memory, tried again, told of.

#![expect(clippy::disallowed_methods, reason = "a test stands in the way")]
use std::fs;
use std::path::Path;
use std::sync::mpsc::sync_channel;

use super::*;
use crate::practice::record::How;

fn paths(root: &Path) -> Paths {
    Paths {
        config_dir: root.join("config"),
        data_dir: root.join("data"),
        state_dir: root.join("state"),
    }
}

fn draft(text: &str) -> Job {
    Job::Do(Effect::SaveDraft(Box::new(Snapshot {
        v: 1,
        id: "01".into(),
        prompt: "failure".into(),
        prompt_text: String::new(),
        text: text.into(),
        caret: None,
        saved_at: String::new(),
        how: How::Fresh,
        sitting: None,
        take: None,
        parent: None,
        story: None,
        goal: None,
        typing_seconds: 0,
        limit_seconds: None,
        mock: None,
    })))
}

fn texts(flushed: Message) -> Vec<String> {
    match flushed {
        Message::Flushed(drafts) => drafts.into_iter().map(|draft| draft.text).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_draft_that_found_no_room_is_written_as_soon_as_there_is_some() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    let (to, answers) = sync_channel(8);
    let Started { jobs, place, .. } = start(Ok(paths.clone()), to);
    let file = place.unwrap().draft("01");
    jobs.send(Job::Flush).unwrap();
    assert_eq!(texts(answers.recv().unwrap()), [""; 0]);

    let aside = root.path().join("aside");
    fs::rename(paths.drafts(), &aside).unwrap();
    fs::write(paths.drafts(), "in the way").unwrap();
    jobs.send(draft("typed")).unwrap();
    let refused = answers.recv().unwrap();
    assert!(matches!(refused, Message::Done(Outcome::NoDraft(_))));
    jobs.send(Job::Flush).unwrap();
    assert_eq!(texts(answers.recv().unwrap()), ["typed"]);

    fs::remove_file(paths.drafts()).unwrap();
    fs::rename(&aside, paths.drafts()).unwrap();
    jobs.send(Job::Flush).unwrap();
    assert_eq!(texts(answers.recv().unwrap()), [""; 0]);
    assert!(fs::read_to_string(file).unwrap().contains("typed"));
}

#[test]
fn where_no_draft_can_be_kept_it_is_said_before_the_first_key() {
    let root = tempfile::tempdir().unwrap();
    let paths = paths(root.path());
    fs::write(&paths.state_dir, "in the way").unwrap();
    let (to, answers) = sync_channel(8);
    let Started { jobs, place, .. } = start(Ok(paths), to);
    assert!(place.is_none());
    let first = answers.recv().unwrap();
    assert!(matches!(first, Message::Done(Outcome::NoDraft(why)) if why.contains("state")));
    jobs.send(draft("typed")).unwrap();
    jobs.send(Job::Flush).unwrap();
    let answers: Vec<Message> = answers.iter().take(2).collect();
    assert!(matches!(answers[0], Message::Done(Outcome::NoDraft(_))));
    assert!(matches!(&answers[1], Message::Flushed(lost) if lost[0].text == "typed"));
}

#[test]
fn without_a_home_everything_is_answered_and_nothing_is_lost_silently() {
    let (to, answers) = sync_channel(8);
    let Started { jobs, place, .. } = start(Err("no home; set HOME".into()), to);
    assert!(place.is_none());
    let first = answers.recv().unwrap();
    assert!(matches!(first, Message::Done(Outcome::NoDraft(why)) if why.contains("set HOME")));
    jobs.send(Job::Do(Effect::LoadHistory)).unwrap();
    let history = answers.recv().unwrap();
    assert!(matches!(history, Message::Done(Outcome::NoHistory(why)) if why.contains("set HOME")));
    jobs.send(draft("typed")).unwrap();
    jobs.send(Job::Flush).unwrap();
    assert!(matches!(
        answers.recv().unwrap(),
        Message::Done(Outcome::NoDraft(_))
    ));
    assert_eq!(
        texts(answers.recv().unwrap()),
        ["typed"],
        "to be shown on the way out"
    );
}
