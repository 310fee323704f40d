//! Whole runs without a terminal.

use std::cell::Cell;
use std::io;
use std::sync::mpsc::channel;

use chrono::DateTime;
use ratatui::Frame;

use super::*;
use crate::practice::record::How;
use crate::tui::program::Outcome;

/// Counts what it is told and asks for what a test sets up.
#[derive(Default)]
struct Fake {
    text: String,
    revision: u64,
    seen: Vec<String>,
    answers: Vec<(String, Effect)>,
}

impl Program for Fake {
    fn update(&mut self, _: Now, input: Input) -> Vec<Effect> {
        let name = match input {
            Input::Paste { text, .. } => {
                self.text.push_str(&text);
                self.revision += 1;
                format!("paste {text}")
            }
            Input::Resize(columns, rows) => format!("{columns}x{rows}"),
            Input::Tick => "tick".into(),
            Input::Woke(_) => "woke".into(),
            Input::Done(Outcome::Saved(id)) => format!("saved {id}"),
            other => format!("{other:?}"),
        };
        let (asked, rest) = std::mem::take(&mut self.answers)
            .into_iter()
            .partition(|(on, _)| *on == name);
        self.answers = rest;
        self.seen.push(name);
        asked
            .into_iter()
            .map(|(_, effect): (String, Effect)| effect)
            .collect()
    }

    fn view(&self, _: Now, _: &mut Frame) {}

    fn deadline(&self, _: Now) -> Option<Duration> {
        None
    }

    fn draft(&self, _: Now) -> Option<(u64, Snapshot)> {
        let snapshot = snapshot(&self.text);
        self.draft_revision().map(|revision| (revision, snapshot))
    }

    fn draft_revision(&self) -> Option<u64> {
        (!self.text.is_empty()).then_some(self.revision)
    }
}

#[derive(Default)]
struct Canvas {
    frames: usize,
    suspended: usize,
}

impl Screen for Canvas {
    fn draw(&mut self, _: &mut dyn FnMut(&mut Frame)) -> io::Result<()> {
        self.frames += 1;
        Ok(())
    }
    fn suspend(&mut self) -> io::Result<()> {
        self.suspended += 1;
        Ok(())
    }
    fn lend(&mut self, work: &mut dyn FnMut()) -> io::Result<bool> {
        work();
        Ok(true)
    }
    fn retake(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn snapshot(text: &str) -> Snapshot {
    Snapshot {
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
    }
}

/// A signal that nobody waits to be heard of.
fn end(signal: i32) -> Message {
    let (heard, _) = channel();
    Message::End { signal, heard }
}

/// Plays messages to a program; the clock moves by `step` each time it is read. Returns how it
/// ended, the frames drawn, and the jobs asked for.
fn play(program: &mut Fake, messages: Vec<Message>, step: Duration) -> (End, Canvas, Vec<Job>) {
    let (to, inbox) = channel();
    let (jobs, asked) = channel();
    for message in messages {
        to.send(message).unwrap();
    }
    // The worker's answers are there already: nothing here waits.
    for _ in 0..8 {
        to.send(Message::Flushed(Vec::new())).unwrap();
    }
    let elapsed = Cell::new(Duration::ZERO);
    let start = DateTime::parse_from_rfc3339("2026-03-08T09:00:00+08:00").unwrap();
    let clock = || {
        elapsed.set(elapsed.get() + step);
        Now {
            elapsed: elapsed.get(),
            passed: elapsed.get(),
            wall: start + elapsed.get(),
        }
    };
    let mut canvas = Canvas::default();
    let run = Run::new(program, &mut canvas, inbox, jobs, &clock, Aside::default());
    let over = run.until_end((80, 24));
    (over.end, canvas, asked.try_iter().collect())
}

fn saved(jobs: &[Job]) -> Vec<&str> {
    let drafts = jobs.iter().filter_map(|job| match job {
        Job::Do(Effect::SaveDraft(draft)) => Some(draft.text.as_str()),
        _ => None,
    });
    drafts.collect()
}

fn paste(text: &str) -> Message {
    Message::Input(Input::Paste {
        text: text.into(),
        missed: 0,
    })
}

#[test]
fn many_inputs_at_once_are_one_frame() {
    let mut program = Fake::default();
    let messages = (0..200).map(|_| paste("a")).chain([end(15)]).collect();
    let (end, canvas, jobs) = play(&mut program, messages, Duration::from_micros(1));
    assert_eq!(end, End::Signal(15));
    assert_eq!(
        canvas.frames, 1,
        "the first frame; then all input, then the end"
    );
    assert_eq!(program.seen[0], "80x24");
    assert_eq!(
        saved(&jobs),
        ["a".repeat(200)],
        "the text is safe before the process ends"
    );
}

#[test]
fn a_dirty_draft_is_written_once_a_second() {
    let mut program = Fake::default();
    let messages = vec![paste("one "), paste("two"), end(15)];
    let (_, _, jobs) = play(&mut program, messages, Duration::from_millis(700));
    assert!(!saved(&jobs).is_empty());
    assert_eq!(saved(&jobs).last(), Some(&"one two"));
}

#[test]
fn what_saved_asks_for_is_done_on_the_way_out() {
    let mut program = Fake {
        answers: vec![
            ("paste go".into(), Effect::Quit),
            ("saved 01".into(), Effect::DropDraft("01".into())),
        ],
        ..Fake::default()
    };
    let messages = vec![paste("go"), Message::Done(Outcome::Saved("01".into()))];
    let (end, _, jobs) = play(&mut program, messages, Duration::from_micros(1));
    assert_eq!(end, End::Quit);
    let dropped = jobs
        .iter()
        .any(|job| matches!(job, Job::Do(Effect::DropDraft(id)) if id == "01"));
    assert!(dropped, "{jobs:?}");
}

#[test]
fn a_terminal_that_goes_away_is_a_hang_up() {
    let mut program = Fake::default();
    let (end, _, jobs) = play(
        &mut program,
        vec![paste("kept"), Message::Deaf],
        Duration::ZERO,
    );
    assert_eq!(end, End::Signal(HANG_UP));
    assert_eq!(saved(&jobs), ["kept"]);
}

#[test]
fn stopping_writes_the_text_first_and_tells_the_program_after() {
    let mut program = Fake::default();
    let messages = vec![paste("kept"), Message::Stop, end(1)];
    let (_, canvas, jobs) = play(&mut program, messages, Duration::ZERO);
    assert_eq!(canvas.suspended, 1);
    assert_eq!(saved(&jobs), ["kept"]);
    assert!(program.seen.contains(&"woke".to_owned()));
}

#[test]
fn a_process_that_was_stopped_finds_itself_late() {
    for (step, expected) in [(3_000, true), (300, false)] {
        let mut program = Fake::default();
        let messages = vec![paste("one"), paste("two"), end(15)];
        let _ = play(&mut program, messages, Duration::from_millis(step));
        assert_eq!(program.seen.contains(&"woke".to_owned()), expected);
    }
}

/// A screen on which the process is stopped for four seconds while it draws.
struct Stopped<'a>(&'a Cell<Duration>);

impl Screen for Stopped<'_> {
    fn draw(&mut self, _: &mut dyn FnMut(&mut Frame)) -> io::Result<()> {
        self.0.set(self.0.get() + Duration::from_secs(4));
        Ok(())
    }
    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn lend(&mut self, work: &mut dyn FnMut()) -> io::Result<bool> {
        work();
        Ok(true)
    }
    fn retake(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_process_that_was_stopped_while_it_drew_notices_too() {
    let (to, inbox) = channel();
    let (jobs, _asked) = channel();
    for message in [end(15), Message::Flushed(Vec::new())] {
        to.send(message).unwrap();
    }
    let elapsed = Cell::new(Duration::ZERO);
    let start = DateTime::parse_from_rfc3339("2026-03-08T09:00:00+08:00").unwrap();
    let clock = || Now {
        elapsed: elapsed.get(),
        passed: elapsed.get(),
        wall: start + elapsed.get(),
    };
    let (mut program, mut screen) = (Fake::default(), Stopped(&elapsed));
    let run = Run::new(
        &mut program,
        &mut screen,
        inbox,
        jobs,
        &clock,
        Aside::default(),
    );
    let _ = run.until_end((80, 24));
    assert_eq!(program.seen, ["80x24", "woke"]);
}

#[test]
fn a_sleep_is_told_by_the_difference_of_the_clocks() {
    let wall = DateTime::parse_from_rfc3339("2026-03-08T09:00:00+08:00").unwrap();
    let at = |passed: u64, awake: u64, set: i64| Now {
        elapsed: Duration::from_secs(awake),
        passed: Duration::from_secs(passed),
        wall: wall + chrono::TimeDelta::seconds(set),
    };
    let start = at(0, 0, 0);
    let away = Some(Duration::from_secs(595));
    assert_eq!(slept(start, at(600, 5, 600)), away);
    assert_eq!(slept(start, at(6, 5, 6)), None);
    for set in [-3600, 3600] {
        let why = "somebody set the wall clock, and that is all";
        assert_eq!(slept(start, at(5, 5, set)), None, "{why}");
    }
}
