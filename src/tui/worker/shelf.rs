//! The history as the worker handles it: what is asked for is done and answered, or it is said why
//! not. Knows the store; knows nothing of threads.

use chrono::{DateTime, FixedOffset};

use crate::practice::compare;
use crate::practice::desk::Desk;
use crate::practice::event::{Link, Note, Silence, Tombstone};
use crate::practice::guess::Guess;
use crate::practice::prepare::Plan;
use crate::practice::record::Record;
use crate::practice::search::Wanted;
use crate::practice::story::{Story, Use};
use crate::practice::voice::Spoken;
use crate::store::history::{Index, Kept, Reach};
use crate::store::{Paths, StoreError, desk, due, history, plan, stories};
use crate::tui::program::Outcome;

/// Where attempts are kept.
pub(super) struct Shelf {
    /// Or why nothing can be kept.
    paths: Result<Paths, String>,
    /// Where the answers stand of the history that was read last.
    index: Index,
}

impl Shelf {
    pub(super) fn new(paths: Result<Paths, String>) -> Self {
        Self {
            paths,
            index: Index::default(),
        }
    }

    /// Where things are kept, if they are.
    pub(super) fn paths(&self) -> Option<&Paths> {
        self.paths.as_ref().ok()
    }

    /// Does something with the files, or says why that cannot be done.
    fn with<T>(&self, work: impl FnOnce(&Paths) -> Result<T, StoreError>) -> Result<T, String> {
        let paths = self.paths.as_ref().map_err(Clone::clone)?;
        work(paths).map_err(|error| error.to_string())
    }

    pub(super) fn append(&self, record: Record) -> Outcome {
        match self.with(|paths| history::append(paths, &record)) {
            Ok(Kept::InHistory) => Outcome::Saved(record.id),
            Ok(Kept::Beside) => Outcome::SavedBeside(record.id),
            Err(why) => Outcome::NotSaved { id: record.id, why },
        }
    }

    pub(super) fn load(&mut self) -> Outcome {
        match self.with(history::open) {
            Ok((history, index)) => {
                self.index = index;
                Outcome::History(Box::new(history))
            }
            Err(why) => Outcome::NoHistory(why),
        }
    }

    pub(super) fn open(&self, id: &str) -> Outcome {
        match self.index.read(id) {
            Ok(record) => Outcome::Opened(Box::new(record)),
            Err(error) => Outcome::Refused(error.to_string()),
        }
    }

    /// The history is read anew: the attempt may just have been saved.
    pub(super) fn pair(&mut self, id: &str) -> Outcome {
        let history = match self.load() {
            Outcome::History(history) => history,
            Outcome::NoHistory(why) => return Outcome::Refused(why),
            other => return other,
        };
        let Some(other) = compare::partner(&history.attempts, id) else {
            return Outcome::Alone;
        };
        // Ids sort by time.
        let ids = [id.min(&other.id), id.max(&other.id)];
        match (self.index.read(ids[0]), self.index.read(ids[1])) {
            (Ok(earlier), Ok(later)) => Outcome::Pair(Box::new([earlier, later])),
            (Err(error), _) | (_, Err(error)) => Outcome::Refused(error.to_string()),
        }
    }

    pub(super) fn earlier(&self, of: String) -> Option<Outcome> {
        let (history, index) = self.with(history::open).ok()?;
        let earlier = compare::earlier(&history.attempts, &of)?;
        let record = Box::new(index.read(&earlier.id).ok()?);
        Some(Outcome::Earlier { of, record })
    }

    pub(super) fn search(&self, text: String) -> Outcome {
        match self.index.search(&Wanted::new(&text)) {
            Ok(ids) => Outcome::Found { text, ids },
            Err(error) => Outcome::NoHistory(error.to_string()),
        }
    }

    pub(super) fn note(&mut self, note: &Note) -> Outcome {
        match self.with(|paths| history::note(paths, note)) {
            Ok(_) => self.load(),
            Err(why) => Outcome::Refused(why),
        }
    }

    pub(super) fn silence(&self, event: Box<Silence>) -> Outcome {
        match self.with(|paths| history::silence(paths, &event)) {
            Ok(_) => Outcome::Silenced(event),
            Err(why) => Outcome::Refused(why),
        }
    }

    pub(super) fn guess(&self, guess: Box<Guess>) -> Outcome {
        match self.with(|paths| history::guess(paths, &guess)) {
            Ok(_) => Outcome::Guessed(guess),
            Err(why) => Outcome::Refused(why),
        }
    }

    pub(super) fn speak(&self, spoken: Box<Spoken>) -> Outcome {
        match self.with(|paths| history::spoken(paths, &spoken)) {
            Ok(_) => Outcome::Spoken(spoken),
            Err(why) => Outcome::Refused(why),
        }
    }

    pub(super) fn due(&self) -> Option<Outcome> {
        let standing = self.with(due::standing).ok()?;
        Some(Outcome::Standing(Box::new(standing)))
    }

    pub(super) fn delete(&self, mark: Tombstone) -> Outcome {
        match self.with(|paths| history::delete(paths, &mark, Reach::History)) {
            Ok(deleted) => Outcome::Deleted {
                id: mark.of,
                backups: deleted.backups.len(),
            },
            Err(why) => Outcome::Refused(why),
        }
    }

    pub(super) fn bank(&self) -> Option<Outcome> {
        self.with(stories::load).ok().map(Outcome::Bank)
    }

    /// The bank, each story with how often it was told.
    pub(super) fn stories(&self) -> Outcome {
        let read = self.with(|paths| Ok((stories::load(paths)?, history::load(paths)?)));
        match read {
            Ok((stories, history)) => {
                let known = |story: Story| {
                    let told = Use::of(&history, &story.id);
                    (story, told)
                };
                Outcome::Stories(stories.into_iter().map(known).collect())
            }
            Err(why) => Outcome::NoStories(why),
        }
    }

    pub(super) fn keep_story(&self, story: &Story) -> Option<Outcome> {
        let kept = self.with(|paths| stories::keep(paths, story));
        kept.err().map(Outcome::Refused)
    }

    pub(super) fn delete_story(&self, id: &str, wall: DateTime<FixedOffset>) -> Outcome {
        match self.with(|paths| stories::delete(paths, id, wall)) {
            Ok(before) => Outcome::StoryGone(before),
            Err(why) => Outcome::Refused(why),
        }
    }

    pub(super) fn link(&self, link: Box<Link>) -> Outcome {
        match self.with(|paths| history::link(paths, &link)) {
            Ok(_) => Outcome::Linked(link),
            Err(why) => Outcome::Refused(why),
        }
    }

    pub(super) fn keep_plan(&self, plan: &Plan) -> Option<Outcome> {
        let kept = self.with(|paths| plan::save(paths, plan));
        kept.err().map(Outcome::NoDraft)
    }

    /// What lies on the desk is rebuilt when it is missing: nothing is lost with it.
    pub(super) fn keep_desk(&self, desk: &Desk) {
        let _ = self.with(|paths| desk::save(paths, desk));
    }
}
