//! Everything that touches the disk, on a thread of its own and in order, so that neither a key nor
//! a frame waits for it.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::message::Message;
use super::program::{Effect, Outcome};
use crate::practice::rehearsal::Snapshot;
use crate::store::draft::{self, Place, Slot};
use crate::store::{Paths, StoreError, desk, history};

/// What the worker is asked.
#[derive(Debug)]
pub(super) enum Job {
    /// One effect of the program.
    Do(Effect),
    /// Say when all before this is done.
    Flush,
}

/// Starts the worker; it ends when the sender is dropped.
///
/// # Errors
///
/// When no draft can be kept: better said before anything is typed.
pub(super) fn start(paths: Paths, to: Sender<Message>) -> Result<(Sender<Job>, Place), StoreError> {
    let slot = Slot::open(&paths)?;
    let place = slot.place().clone();
    let (jobs, inbox) = channel();
    thread::spawn(move || Worker { paths, slot, to }.run(&inbox));
    Ok((jobs, place))
}

struct Worker {
    paths: Paths,
    slot: Slot,
    to: Sender<Message>,
}

impl Worker {
    fn run(mut self, inbox: &Receiver<Job>) {
        for job in inbox {
            let answer = match job {
                Job::Do(effect) => self.perform(effect).map(Message::Done),
                Job::Flush => Some(Message::Flushed),
            };
            if answer.is_some_and(|answer| self.to.send(answer).is_err()) {
                return;
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        match effect {
            Effect::Append(record) => Some(match history::append(&self.paths, &record) {
                Ok(()) => Outcome::Saved(record.id),
                Err(error) => Outcome::NotSaved {
                    id: record.id,
                    why: error.to_string(),
                },
            }),
            Effect::SaveDraft(snapshot) => self.save(&snapshot),
            Effect::DropDraft(id) => {
                self.slot.clear(&id);
                draft::discard(&self.paths, &id);
                None
            }
            Effect::LoadHistory => Some(match history::load(&self.paths) {
                Ok(history) => Outcome::History(Box::new(history)),
                Err(error) => Outcome::NoHistory(error.to_string()),
            }),
            // What lies on the desk is rebuilt when it is missing: nothing is lost with it.
            Effect::SaveDesk(desk) => {
                let _ = desk::save(&self.paths, &desk);
                None
            }
            Effect::Quit | Effect::Suspend => None,
        }
    }

    fn save(&self, snapshot: &Snapshot) -> Option<Outcome> {
        let saved = self.slot.place().write(snapshot);
        saved.err().map(|error| Outcome::NoDraft(error.to_string()))
    }
}
