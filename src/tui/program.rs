//! The seam between the loop and the program: what comes in, what goes out. The loop knows this
//! trait and nothing of screens; the app knows these types and nothing of terminals or files.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use crossterm::event::KeyEvent;
use ratatui::Frame;

use crate::practice::desk::Desk;
use crate::practice::due::Standing;
use crate::practice::event::{Link, Note, Silence, Tombstone};
use crate::practice::guess::Guess;
use crate::practice::history::History;
use crate::practice::now::Now;
use crate::practice::prepare::Plan;
use crate::practice::record::Record;
use crate::practice::rehearsal::Snapshot;
use crate::practice::story::{Story, Use};
use crate::practice::voice::Spoken;
use crate::settings::Shade;

/// What reaches the program.
#[derive(Debug)]
pub enum Input {
    /// A key went down or repeats.
    Key(KeyEvent),
    /// Characters and line feeds that came at once: a burst of keys, the words of an input method.
    Text(String),
    /// A bracketed paste, as it came.
    Paste {
        /// What was pasted.
        text: String,
        /// Bytes of it that were too many.
        missed: usize,
    },
    /// The terminal says that its background is dark or light.
    Background(Shade),
    /// The terminal has this many columns and rows now; also sent once before the first frame.
    Resize(u16, u16),
    /// The deadline that [`Program::deadline`] named has passed.
    Tick,
    /// The process was stopped, or the machine slept, for about this long.
    Woke(Duration),
    /// The person's own editor was here.
    Edited(Edited),
    /// Something that an [`Effect`] asked for is done.
    Done(Outcome),
}

/// What came of the person's own editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// What it left, where that is another text.
    pub text: Option<String>,
    /// What went wrong.
    pub fault: Option<String>,
    /// It came back at once with nothing: perhaps it goes on in a window of its own.
    pub at_once: bool,
}

impl Edited {
    /// Whether it left things as they were.
    pub fn is_nothing(&self) -> bool {
        self.text.is_none() && self.fault.is_none()
    }
}

/// What the program asks of the world. Carried out off the drawing thread, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Leave. What was asked before is finished first.
    Quit,
    /// Stop the process until it is continued (Ctrl-Z).
    Suspend,
    /// Draw everything anew (Ctrl-L): another program may have written over it.
    Repaint,
    /// Let the person edit this text in their own editor; answers [`Input::Edited`].
    Edit(String),
    /// Look what that editor has written meanwhile, and let go of it when it is said to be done;
    /// answers [`Input::Edited`].
    ReadBack {
        /// Whether nothing more will come.
        done: bool,
    },
    /// Append to the history; answers [`Outcome::Saved`] or [`Outcome::NotSaved`].
    Append(Box<Record>),
    /// Write the draft file of this instance now. (While [`Program::draft`] changes, the loop does
    /// so every second by itself.)
    SaveDraft(Box<Snapshot>),
    /// Remove the draft with this attempt id, this instance's or an orphan: its record is on disk,
    /// or the person has thrown it away.
    DropDraft(String),
    /// Read the whole history but for the answers; answers [`Outcome::History`].
    LoadHistory,
    /// Read one attempt of it; answers [`Outcome::Opened`] or [`Outcome::Refused`].
    OpenAttempt(String),
    /// Read this attempt and the one to set beside it; answers [`Outcome::Pair`],
    /// [`Outcome::Alone`] or [`Outcome::Refused`].
    FindPair(String),
    /// Read the attempt that this one follows; answers [`Outcome::Earlier`], or nothing where there is
    /// none.
    FindEarlier(String),
    /// Look for a text in all answers; answers [`Outcome::Found`].
    Search(String),
    /// Add a note; the history is read anew, or answers [`Outcome::Refused`].
    AddNote(Box<Note>),
    /// Add a silence; answers [`Outcome::Silenced`] or [`Outcome::Refused`].
    Silence(Box<Silence>),
    /// Add what was guessed before the marks were shown; answers [`Outcome::Guessed`] or
    /// [`Outcome::Refused`].
    Guess(Box<Guess>),
    /// Add a run aloud; answers [`Outcome::Spoken`] or [`Outcome::Refused`].
    Speak(Box<Spoken>),
    /// Delete the attempt that is named; answers [`Outcome::Deleted`] and the history anew, or
    /// [`Outcome::Refused`].
    Delete(Box<Tombstone>),
    /// Read what the rule asks of the history; answers [`Outcome::Standing`], or nothing where that
    /// cannot be read: the history says why when it is opened.
    FindDue,
    /// Read the story bank, and how often each was told; answers [`Outcome::Stories`] or
    /// [`Outcome::NoStories`].
    LoadStories,
    /// Read the story bank alone; answers [`Outcome::Bank`], or nothing where it cannot be read: the
    /// bank says why when it is opened.
    LoadBank,
    /// Put a story into the bank; answers only when that fails, with [`Outcome::Refused`].
    SaveStory(Box<Story>),
    /// Take a story out of the bank, after a backup under the name of this moment; answers
    /// [`Outcome::StoryGone`] or [`Outcome::Refused`].
    DeleteStory {
        /// Which one.
        id: String,
        /// The moment.
        wall: DateTime<FixedOffset>,
    },
    /// Say which story an attempt tells; answers [`Outcome::Linked`] or [`Outcome::Refused`].
    Link(Box<Link>),
    /// Keep this for the next start.
    SaveDesk(Desk),
    /// Keep the story that is being prepared; answers only when that fails, with
    /// [`Outcome::NoDraft`].
    SavePlan(Box<Plan>),
}

/// How an [`Effect`] went.
#[derive(Debug)]
pub enum Outcome {
    /// The attempt with this id is on disk.
    Saved(String),
    /// It is, in a file of its own beside the history: another program was writing to that.
    SavedBeside(String),
    /// It is not; the draft still is. One line: the cause and the cure.
    NotSaved {
        /// The attempt's id.
        id: String,
        /// The cause and the cure, for the person to read.
        why: String,
    },
    /// The history, as read.
    History(Box<History>),
    /// What the rule asks of the history.
    Standing(Box<Standing>),
    /// An attempt of the history, as it was saved.
    Opened(Box<Record>),
    /// A guess is on disk.
    Guessed(Box<Guess>),
    /// A run aloud is on disk.
    Spoken(Box<Spoken>),
    /// A silence is on disk.
    Silenced(Box<Silence>),
    /// The story bank, and how often each was told.
    Stories(Vec<(Story, Use)>),
    /// The story bank.
    Bank(Vec<Story>),
    /// The story bank could not be read: the cause and the cure.
    NoStories(String),
    /// A story is gone; the file with the bank as it was before, if it was there at all.
    StoryGone(Option<PathBuf>),
    /// It is on disk which story an attempt tells.
    Linked(Box<Link>),
    /// Two attempts to compare, the earlier one first.
    Pair(Box<[Record; 2]>),
    /// The attempt that another one follows.
    Earlier {
        /// The later one's id.
        of: String,
        /// The earlier one.
        record: Box<Record>,
    },
    /// There is none to set beside the one that was asked about.
    Alone,
    /// The attempts that hold this text.
    Found {
        /// What was looked for.
        text: String,
        /// Their ids.
        ids: HashSet<String>,
    },
    /// An attempt is gone; this many backups still hold it.
    Deleted {
        /// The attempt's id.
        id: String,
        /// How many backups.
        backups: usize,
    },
    /// Something on the history could not be done: the cause and the cure.
    Refused(String),
    /// The history could not be read: the cause and the cure.
    NoHistory(String),
    /// The draft could not be written: the cause and the cure.
    NoDraft(String),
}

/// A full-screen program without a terminal.
pub trait Program {
    /// Takes one input in and says what is to be done about it.
    fn update(&mut self, now: Now, input: Input) -> Vec<Effect>;

    /// Draws; changes nothing.
    fn view(&self, now: Now, frame: &mut Frame);

    /// When the screen changes by itself next, as [`Now::elapsed`]; `None` while nothing runs.
    fn deadline(&self, now: Now) -> Option<Duration>;

    /// The text that must survive, with a number that changes whenever it does; `None` when there
    /// is nothing to lose.
    fn draft(&self, now: Now) -> Option<(u64, Snapshot)>;

    /// That number alone: asked after every key, so it must be cheap.
    fn draft_revision(&self) -> Option<u64>;
}
