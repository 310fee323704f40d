//! One answer, from the first key to the history, on a disk that fails, and killed: what was typed is
//! in the draft or in the history, and nothing else is said.

use std::path::Path;
use std::time::Duration;

use failwell::store::{Paths, draft};
use rustix::process::Signal;

use crate::past::{Past, past, write};
use crate::side_by_side;
use crate::strace::{self, Fault, Point, attach, has_struck, points};
use crate::terminal::{CTRL_D, ENTER, Home, PATIENCE, State, Terminal, solid};

const TEXT: &str = "Last winter we lost a client because I had not read the contract to its end. It cost us a \
    month, and we learned to read every contract aloud, two of us together, each Friday.";
const END: &str = "each Friday.";
/// How the screen tells of an attempt that was kept: with the mark before it, for "saved" alone may
/// stand in a prompt.
const SAVED: &str = "⋅ saved";
const TOLD: [&str; 2] = ["Not saved", SAVED];

/// What came of it.
#[derive(Debug)]
struct Seen {
    /// The text was on the disk before it was finished.
    drafted: bool,
    /// What the screen said when it was.
    told: Option<&'static str>,
    /// The text was shown on the way out, because it could not be kept.
    shown: bool,
}

#[test]
fn an_answer_survives_every_fault_on_its_way() {
    if !strace::is_here() {
        return;
    }
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    let (home, before) = home();
    let seen = rehearse(&home, &log, None);
    assert_eq!(seen.told, Some(SAVED));
    is_there(&paths(&home), &before, &seen, "no fault");
    let points = points(&log, home.path());
    let faults = [Fault::Error("ENOSPC"), Fault::Error("EIO"), Fault::Kill];
    let all: Vec<(Fault, Point)> = points
        .into_iter()
        .flat_map(|point| faults.map(|fault| (fault, point)))
        .collect();
    let struck = side_by_side(&all, |(fault, point)| strikes(*fault, *point));
    let struck = struck.into_iter().filter(|struck| *struck).count();
    eprintln!("an answer: {struck} faults, 0 texts lost");
    // Calls that only a slow run makes are not met by quick ones.
    assert!(struck * 2 > all.len(), "{struck} of {}", all.len());
}

/// One rehearsal with one fault, and whether it came about: how often a draft is saved depends on
/// the time.
fn strikes(fault: Fault, point: Point) -> bool {
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    let (home, before) = home();
    let seen = rehearse(&home, &log, Some((fault, point)));
    let what = format!("{fault:?} at {point}: {seen:?}");
    is_there(&paths(&home), &before, &seen, &what);
    goes_on(&home);
    has_struck(&log)
}

pub(crate) fn home() -> (Home, Past) {
    let home = Home::new("en");
    write(&paths(&home));
    let before = past(&paths(&home));
    (home, before)
}

pub(crate) fn paths(home: &Home) -> Paths {
    let [data_dir, state_dir] = home.folders();
    Paths {
        config_dir: home.path().join("config/failwell"),
        data_dir,
        state_dir,
    }
}

/// Types an answer and finishes it, with a fault in the thread that keeps it.
fn rehearse(home: &Home, log: &Path, fault: Option<(Fault, Point)>) -> Seen {
    let mut terminal = home.failwell();
    let mut tracer = attach(keeper(&terminal), log, fault);
    let mut seen = Seen {
        drafted: false,
        told: None,
        shown: false,
    };
    types_and_finishes(home, &mut terminal, &mut seen);
    terminal.ends();
    // What a killed program leaves on the screen is nothing that it says.
    let killed = fault.is_some_and(|(fault, _)| fault == Fault::Kill);
    seen.shown = terminal.shows(END) && !killed;
    tracer.wait().unwrap();
    seen
}

/// Goes as far as the program lives.
fn types_and_finishes(home: &Home, terminal: &mut Terminal, seen: &mut Seen) -> Option<()> {
    terminal.types(ENTER);
    terminal.sees_one_of(&["what was being done"])?;
    terminal.types(TEXT);
    terminal.sees_one_of(&[END])?;
    while !draft_holds(home, TEXT) {
        terminal.is_quiet_for(Duration::from_millis(20));
        if terminal.lock().ended.is_some() {
            return None;
        }
    }
    seen.drafted = true;
    terminal.types(CTRL_D);
    terminal.sees_one_of(&["Finished?"])?;
    terminal.types(ENTER);
    seen.told = Some(terminal.sees_one_of(&TOLD)?);
    terminal.types("qq");
    Some(())
}

fn draft_holds(home: &Home, text: &str) -> bool {
    home.drafts().iter().any(|(_, draft)| draft["text"] == text)
}

/// The thread that touches the disk: the first that the program starts.
fn keeper(terminal: &Terminal) -> i32 {
    let pid = terminal.pid.as_raw_nonzero();
    let entries = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
    let mut threads: Vec<i32> = entries
        .map(|entry| name(entry).to_str().unwrap().parse().unwrap())
        .filter(|thread| *thread != pid.get())
        .collect();
    threads.sort_unstable();
    threads[0]
}

/// The past is as it was, the text is in one place at least, and what was said is true.
fn is_there(paths: &Paths, before: &Past, seen: &Seen, what: &str) {
    let now = past(paths);
    assert!(before.attempts.is_subset(&now.attempts), "{what}");
    assert_eq!(
        (&now.notes, now.unread),
        (&before.notes, before.unread),
        "{what}"
    );
    let saved = now.attempts.iter().any(|(_, answer)| answer == TEXT);
    let draft = draft::orphans(paths).iter().any(|draft| draft.text == TEXT);
    assert!(
        saved || draft || seen.shown || !seen.drafted,
        "the text is lost: {what}"
    );
    assert!(
        saved || seen.told != Some(SAVED),
        "said and not done: {what}"
    );
    assert!(!(saved && draft), "kept twice: {what}");
}

/// The next run offers what was not finished, and nothing else.
fn goes_on(home: &Home) {
    let waits = !draft::orphans(&paths(home)).is_empty();
    let terminal = home.failwell();
    if waits {
        terminal.sees("An unfinished answer waits");
    } else {
        assert!(!terminal.shows("An unfinished answer waits"));
    }
    terminal.signal(Signal::TERM);
    terminal.ends();
}

impl Terminal {
    /// Waits until the screen shows one of `texts`, and says which; `None` when the program has
    /// ended without.
    pub(crate) fn sees_one_of(&self, texts: &[&'static str]) -> Option<&'static str> {
        let shown = |state: &State| {
            let screen = solid(&state.parser.screen().contents());
            let shows = |text: &&&str| screen.contains(&solid(text));
            texts.iter().find(shows).copied()
        };
        let so = |state: &State| shown(state).is_some() || state.ended.is_some();
        let (state, late) = self.wait(PATIENCE, so);
        assert!(!late, "no sign of {texts:?}");
        shown(&state)
    }
}
