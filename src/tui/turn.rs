//! The loop: wait, update, draw. Knows a program, a screen, a channel and a clock; knows nothing of
//! terminals, threads or files, so that a whole run can be played in a test.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::elsewhere::Editor;
use super::message::Message;
use super::program::{Edited, Effect, Input, Program};
use super::rescue::Aside;
use super::terminal::Screen;
use super::worker::Job;
use crate::practice::now::Now;
use crate::practice::rehearsal::Snapshot;

/// A dirty draft is written this long after its first change at the latest.
const SAVE_AFTER: Duration = Duration::from_secs(1);
/// More time may have passed than this program was awake for, by this much, before it is a sleep.
const SLEPT: Duration = Duration::from_secs(2);
/// However much arrives, a frame is drawn and the draft looked after this often.
const LONGEST_BATCH: Duration = Duration::from_millis(100);
/// On the way out the disk gets this long; a history that another program holds takes two seconds.
const PATIENCE: Duration = Duration::from_secs(5);
/// A stop waits this long for the disk.
const BEFORE_A_STOP: Duration = Duration::from_millis(500);
/// The signal that stands for a terminal that went away.
const HANG_UP: i32 = 1;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person left.
    Quit,
    /// A signal, or the terminal went away.
    Signal(i32),
}

/// What is left when a run has ended.
#[derive(Debug)]
pub(super) struct Over {
    /// Who ended it.
    pub(super) end: End,
    /// Texts that could not be kept on disk.
    pub(super) lost: Vec<Snapshot>,
    /// Whether the disk has answered to everything.
    pub(super) answered: bool,
}

/// All that a run needs.
pub(super) struct Run<'a> {
    pub(super) program: &'a mut dyn Program,
    pub(super) screen: &'a mut dyn Screen,
    pub(super) inbox: Receiver<Message>,
    pub(super) jobs: Sender<Job>,
    pub(super) clock: &'a dyn Fn() -> Now,
    pub(super) aside: Aside,
    /// The person's own.
    pub(super) editor: Editor,
    autosave: Autosave,
    before: Now,
}

/// Which text the worker has, and when it gets the next one.
#[derive(Debug, Default)]
struct Autosave {
    saved: Option<u64>,
    due: Option<Duration>,
    /// Which text is laid aside.
    aside: Option<u64>,
}

impl<'a> Run<'a> {
    pub(super) fn new(
        program: &'a mut dyn Program,
        screen: &'a mut dyn Screen,
        inbox: Receiver<Message>,
        jobs: Sender<Job>,
        clock: &'a dyn Fn() -> Now,
        aside: Aside,
    ) -> Self {
        Self {
            program,
            screen,
            inbox,
            jobs,
            aside,
            editor: Editor::default(),
            autosave: Autosave::default(),
            before: clock(),
            clock,
        }
    }

    /// Runs until the person leaves or a signal comes. Whatever ends it, the text is safe then.
    pub(super) fn until_end(mut self, size: (u16, u16)) -> Over {
        let mut end = self.take_in(Message::Input(Input::Resize(size.0, size.1)));
        loop {
            // Draw.
            if end.is_none() && self.draw().is_err() {
                end = Some(End::Signal(HANG_UP));
            }
            if let Some(end) = end {
                return self.leave(end);
            }
            // Wait.
            let message = self.wait();
            // Update: what has arrived by now, then one frame.
            end = self.take_in(message);
            let batch = self.before.elapsed + LONGEST_BATCH;
            while end.is_none()
                && self.before.elapsed < batch
                && let Ok(message) = self.inbox.try_recv()
            {
                end = self.take_in(message);
            }
            self.autosave();
        }
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let (now, program) = ((self.clock)(), &*self.program);
        self.screen.draw(&mut |frame| program.view(now, frame))
    }

    /// The next message; a tick when a deadline passes first.
    fn wait(&mut self) -> Message {
        let now = (self.clock)();
        self.notice_stop(now, self.before.elapsed);
        let deadline = match (self.program.deadline(now), self.autosave.due) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let Some(deadline) = deadline else {
            return self.inbox.recv().unwrap_or(Message::Deaf);
        };
        let rest = deadline.saturating_sub(now.elapsed);
        let message = match self.inbox.recv_timeout(rest) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => Message::Input(Input::Tick),
            Err(RecvTimeoutError::Disconnected) => Message::Deaf,
        };
        let woke = (self.clock)();
        self.notice_stop(woke, now.elapsed + rest);
        message
    }

    /// A process that was stopped while it drew or waited finds itself late, although both its
    /// clocks ran on.
    fn notice_stop(&mut self, now: Now, expected: Duration) {
        let late = now.elapsed.saturating_sub(expected);
        if late > SLEPT {
            self.wake(now, late);
        }
    }

    /// Gives one message to the program and carries out what it asks.
    fn take_in(&mut self, message: Message) -> Option<End> {
        let now = (self.clock)();
        if let Some(slept) = slept(self.before, now) {
            self.wake(now, slept);
        }
        self.before = now;
        match message {
            Message::Input(input) => self.update(now, input),
            Message::Done(outcome) => self.update(now, Input::Done(outcome)),
            Message::End { signal, .. } => Some(End::Signal(signal)),
            Message::Deaf => Some(End::Signal(HANG_UP)),
            Message::Stop => self.suspend(),
            Message::Continued => self.retake(),
            Message::Flushed(_) => None,
        }
    }

    /// Nobody leaves in their sleep.
    fn wake(&mut self, now: Now, slept: Duration) {
        self.before = now;
        let _ = self.update(now, Input::Woke(slept));
    }

    fn update(&mut self, now: Now, input: Input) -> Option<End> {
        let effects = self.program.update(now, input);
        let mut end = None;
        for effect in effects {
            match effect {
                Effect::Quit => end = Some(End::Quit),
                Effect::Suspend => end = end.or(self.suspend()),
                Effect::Repaint => end = end.or(self.retake()),
                Effect::Edit(text) => end = end.or(self.edit(&text)),
                Effect::ReadBack { done } => end = end.or(self.read_back(done)),
                effect => self.ask(Job::Do(effect)),
            }
        }
        end
    }

    /// A worker that is gone has panicked, and the hook has ended the process.
    fn ask(&self, job: Job) {
        let _ = self.jobs.send(job);
    }

    /// Stops the process with the text on disk, and goes on when it is continued.
    fn suspend(&mut self) -> Option<End> {
        self.settle();
        if self.screen.suspend().is_err() {
            return Some(End::Signal(HANG_UP));
        }
        let before = self.before;
        let now = (self.clock)();
        self.before = now;
        let away = now.passed.saturating_sub(before.passed);
        self.update(now, Input::Woke(away))
    }

    /// Takes the terminal anew, as if another program had been there.
    fn retake(&mut self) -> Option<End> {
        let retaken = self.screen.retake();
        retaken.err().map(|_| End::Signal(HANG_UP))
    }

    /// Puts the text on disk and says whether the disk has answered.
    fn settle(&mut self) -> bool {
        self.save_now();
        let (settled, done) = channel();
        self.ask(Job::Settle(settled));
        done.recv_timeout(BEFORE_A_STOP) != Err(RecvTimeoutError::Timeout)
    }

    /// Lets the person's own editor have the terminal, with the text on disk.
    fn edit(&mut self, text: &str) -> Option<End> {
        self.settle();
        let (editor, clock) = (&mut self.editor, self.clock);
        let mut edited = Edited::default();
        let lent = self
            .screen
            .lend(&mut || edited = editor.run(text, &|| clock().elapsed));
        // The time there was spent on the text, unless the machine slept.
        let now = (self.clock)();
        match slept(self.before, now) {
            Some(slept) => self.wake(now, slept),
            None => self.before = now,
        }
        match lent {
            Ok(true) => {}
            Ok(false) => edited.fault = Some("keys came too fast; try again".to_owned()),
            Err(_) => return Some(End::Signal(HANG_UP)),
        }
        let done = !edited.at_once;
        self.give_back(edited, done)
    }

    fn read_back(&mut self, done: bool) -> Option<End> {
        let mut edited = self.editor.read_back();
        edited.at_once = !done && edited.is_nothing();
        let done = !edited.at_once;
        self.give_back(edited, done)
    }

    /// The file of the editor goes when its text is on disk.
    fn give_back(&mut self, edited: Edited, done: bool) -> Option<End> {
        let end = self.update(self.before, Input::Edited(edited));
        if self.settle() && done {
            self.editor.close();
        }
        end
    }

    /// Lays the newest text aside, and has it written once its time has come.
    fn autosave(&mut self) {
        let revision = self.program.draft_revision();
        self.lay_aside(revision);
        if revision.is_none() || revision == self.autosave.saved {
            self.autosave.due = None;
            return;
        }
        let now = (self.clock)();
        let due = *self.autosave.due.get_or_insert(now.elapsed + SAVE_AFTER);
        if now.elapsed >= due {
            self.save_now();
        }
    }

    fn lay_aside(&mut self, revision: Option<u64>) {
        if self.autosave.aside == revision {
            return;
        }
        let draft = self.program.draft((self.clock)());
        if let Ok(mut kept) = self.aside.try_lock() {
            *kept = draft.map(|(_, snapshot)| snapshot);
            self.autosave.aside = revision;
        }
    }

    fn save_now(&mut self) {
        let now = (self.clock)();
        self.autosave.due = None;
        if let Some((revision, snapshot)) = self.program.draft(now)
            && self.autosave.saved != Some(revision)
        {
            self.autosave.saved = Some(revision);
            self.ask(Job::Do(Effect::SaveDraft(Box::new(snapshot))));
        }
    }

    /// Text first: the draft, then everything that was asked before and what its answers ask for.
    fn leave(mut self, end: End) -> Over {
        self.save_now();
        let until = (self.clock)().elapsed + PATIENCE;
        self.ask(Job::Flush);
        let (mut open, mut lost) = (1, Vec::new());
        while open > 0 {
            let rest = until.saturating_sub((self.clock)().elapsed);
            match self.inbox.recv_timeout(rest) {
                Ok(Message::Flushed(unwritten)) => {
                    open -= 1;
                    lost = unwritten;
                }
                Ok(Message::Done(outcome)) => {
                    let now = (self.clock)();
                    for effect in self.program.update(now, Input::Done(outcome)) {
                        self.ask(Job::Do(effect));
                    }
                    self.ask(Job::Flush);
                    open += 1;
                }
                Ok(_) => {}
                // The disk does not answer: better shown once too often than lost.
                Err(_) => {
                    let draft = self.program.draft((self.clock)());
                    return Over {
                        end,
                        lost: draft.into_iter().map(|(_, snapshot)| snapshot).collect(),
                        answered: false,
                    };
                }
            }
        }
        Over {
            end,
            lost,
            answered: true,
        }
    }
}

/// How long the process was away, as the difference of its clocks tells.
fn slept(before: Now, now: Now) -> Option<Duration> {
    let passed = now.passed.saturating_sub(before.passed);
    let awake = now.elapsed.saturating_sub(before.elapsed);
    let ahead = passed.checked_sub(awake)?;
    (ahead > SLEPT).then_some(ahead)
}

#[cfg(test)]
mod tests;
