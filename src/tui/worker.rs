//! Everything that touches the disk, on a thread of its own and in order, so that neither a key nor
//! a frame waits for it. A draft that could not be written is tried again until it is.

mod shelf;

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::message::Message;
use super::program::{Effect, Outcome};
use crate::practice::rehearsal::Snapshot;
use crate::store::Paths;
use crate::store::draft::{self, Place, Slot};
use shelf::Shelf;

/// How long to wait before drafts that could not be written are tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// What the worker is asked.
#[derive(Debug)]
pub(super) enum Job {
    /// One effect of the program.
    Do(Effect),
    /// Say when all before this is done.
    Flush,
    /// Drop this when all before it is done.
    Settle(Sender<()>),
}

/// A worker that has started.
pub(super) struct Started {
    /// It ends when this is dropped.
    pub(super) jobs: Sender<Job>,
    /// Where its drafts lie, if they can be kept at all: where they cannot, the program is told
    /// before anything is typed.
    pub(super) place: Option<Place>,
    /// Ends when its files are tidied.
    pub(super) thread: JoinHandle<()>,
}

/// Starts the worker.
pub(super) fn start(paths: Result<Paths, String>, to: SyncSender<Message>) -> Started {
    let slot = paths
        .clone()
        .and_then(|paths| Slot::open(&paths).map_err(|error| error.to_string()));
    let place = slot.as_ref().ok().map(|slot| slot.place().clone());
    let (jobs, inbox) = channel();
    let worker = Worker {
        shelf: Shelf::new(paths),
        slot,
        unwritten: BTreeMap::new(),
        to,
    };
    let thread = thread::spawn(move || worker.run(&inbox));
    Started {
        jobs,
        place,
        thread,
    }
}

struct Worker {
    /// The history and the desk.
    shelf: Shelf,
    /// Or why no draft can be kept.
    slot: Result<Slot, String>,
    /// Drafts that could not be written, by attempt.
    unwritten: BTreeMap<String, Snapshot>,
    to: SyncSender<Message>,
}

impl Worker {
    fn run(mut self, inbox: &Receiver<Job>) {
        let mut answer = match &mut self.slot {
            Ok(slot) => {
                slot.adopt();
                None
            }
            Err(why) => Some(Message::Done(Outcome::NoDraft(why.clone()))),
        };
        loop {
            if answer.is_some_and(|answer| self.to.send(answer).is_err()) {
                return;
            }
            answer = match self.next(inbox) {
                Ok(Job::Do(effect)) => self.perform(effect).map(Message::Done),
                Ok(Job::Flush) => Some(self.flush()),
                Ok(Job::Settle(waiting)) => {
                    drop(waiting);
                    None
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.try_again();
                    None
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
        }
    }

    fn next(&self, inbox: &Receiver<Job>) -> Result<Job, RecvTimeoutError> {
        if self.unwritten.is_empty() {
            Ok(inbox.recv()?)
        } else {
            inbox.recv_timeout(AGAIN)
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        match effect {
            Effect::Append(record) => Some(self.shelf.append(*record)),
            Effect::SaveDraft(snapshot) => self.save(*snapshot),
            Effect::DropDraft(id) => {
                self.unwritten.remove(&id);
                if let Ok(slot) = &mut self.slot {
                    slot.clear(&id);
                }
                if let Some(paths) = self.shelf.paths() {
                    draft::discard(paths, &id);
                }
                None
            }
            Effect::LoadHistory => Some(self.shelf.load()),
            Effect::OpenAttempt(id) => Some(self.shelf.open(&id)),
            Effect::FindPair(id) => Some(self.shelf.pair(&id)),
            Effect::FindEarlier(id) => self.shelf.earlier(id),
            Effect::Search(text) => Some(self.shelf.search(text)),
            Effect::AddNote(note) => Some(self.shelf.note(&note)),
            Effect::Silence(event) => Some(self.shelf.silence(event)),
            Effect::Guess(guess) => Some(self.shelf.guess(guess)),
            Effect::Speak(spoken) => Some(self.shelf.speak(spoken)),
            Effect::Delete(mark) => {
                self.unwritten.remove(&mark.of);
                Some(self.shelf.delete(*mark))
            }
            Effect::FindDue => self.shelf.due(),
            Effect::LoadStories => Some(self.shelf.stories()),
            Effect::LoadBank => self.shelf.bank(),
            Effect::SaveStory(story) => self.shelf.keep_story(&story),
            Effect::DeleteStory { id, wall } => Some(self.shelf.delete_story(&id, wall)),
            Effect::Link(link) => Some(self.shelf.link(link)),
            Effect::SaveDesk(desk) => {
                self.shelf.keep_desk(&desk);
                None
            }
            Effect::SavePlan(plan) => self.shelf.keep_plan(&plan),
            Effect::Quit
            | Effect::Suspend
            | Effect::Repaint
            | Effect::Edit(_)
            | Effect::ReadBack { .. } => None,
        }
    }

    fn save(&mut self, snapshot: Snapshot) -> Option<Outcome> {
        match self.write(&snapshot) {
            Ok(()) => {
                self.unwritten.remove(&snapshot.id);
                None
            }
            Err(why) => {
                self.unwritten.insert(snapshot.id.clone(), snapshot);
                Some(Outcome::NoDraft(why))
            }
        }
    }

    fn write(&self, snapshot: &Snapshot) -> Result<(), String> {
        let place = self.slot.as_ref().map_err(Clone::clone)?.place();
        place.write(snapshot).map_err(|error| error.to_string())
    }

    fn try_again(&mut self) {
        let mut unwritten = std::mem::take(&mut self.unwritten);
        unwritten.retain(|_, snapshot| self.write(snapshot).is_err());
        self.unwritten = unwritten;
    }

    fn flush(&mut self) -> Message {
        self.try_again();
        Message::Flushed(self.unwritten.values().cloned().collect())
    }
}

#[cfg(test)]
mod tests;
