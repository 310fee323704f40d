//! `failwell --plain`: the trainer as text that is only ever added to, for screen readers and
//! terminals that cannot do more. Knows the way from question to review; the same practice core, the
//! same drafts and the same history as the full screen.

mod after;
mod aloud;
mod mock;
mod page;
mod past;
mod prepare;
mod talk;

use std::io;

use chrono::DateTime;

use crate::cmd::world::World;
use crate::cmd::{Context, Ending};
use crate::content;
use crate::content::library::Library;
use crate::content::say;
use crate::content::words::{Words, fill};
use crate::engine::Rate;
use crate::export::plain::Marks;
use crate::practice::clock::Amount;
use crate::practice::desk::{Desk, VERSION};
use crate::practice::now::Now;
use crate::practice::pick;
use crate::practice::prompt::Prompt;
use crate::practice::record::{Goal, How, Record};
use crate::practice::rehearsal::Snapshot;
use crate::practice::sitting::Sitting;
use crate::practice::take::Take;
use crate::practice::voice::Pace;
use crate::settings::Settings;
use crate::store::draft::{self, Slot};
use crate::store::{Paths, desk};
use talk::Talk;

/// The trainer, and everything it remembers while it runs.
pub(super) struct Trainer<'a> {
    world: &'a World,
    settings: Settings,
    library: &'static Library,
    /// Where things are kept, or why they cannot be kept.
    paths: Result<Paths, String>,
    /// The drafts of this program, or why there are none.
    slot: Result<Slot, String>,
    /// Unfinished answers, the latest first.
    kept: Vec<Snapshot>,
    desk: Desk,
    /// How fast this person speaks, as they have set it.
    set: Rate,
    /// The same by what was said aloud, and how that is known.
    pace: Pace,
    sitting: Sitting,
    clock: Box<dyn Fn() -> Now>,
    talk: Talk,
}

/// What can be done on the first page.
#[derive(Clone, Copy)]
enum Choice {
    Start,
    Another,
    Resume,
    Discard,
    History,
    Language,
    Mock,
    Prepare,
    Quit,
}

/// What follows a page.
enum Next {
    Home,
    /// Nothing was written.
    Nothing,
    /// A fresh take of the same question.
    Again(Box<Record>, Option<Goal>),
    /// The same text once more, to be changed.
    Edit(Box<Record>, Option<Goal>),
    /// The answer of a mock, about which nothing has been said.
    Answered(Box<Record>),
}

impl<'a> Trainer<'a> {
    /// Takes in what was left from before.
    pub(super) fn new(
        world: &'a World,
        settings: Settings,
        library: &'static Library,
        seed: Option<u64>,
        paths: Result<Paths, String>,
    ) -> Self {
        let known = paths.as_ref().ok();
        let kept = known.map(draft::orphans).unwrap_or_default();
        let desk = known.map(desk::load).unwrap_or_default();
        let set = settings.rate;
        let pace = Pace::new(set, &desk.voice);
        let slot = paths.clone().and_then(|paths| {
            let mut slot = Slot::open(&paths).map_err(|error| error.to_string())?;
            slot.adopt();
            Ok(slot)
        });
        Self {
            world,
            settings: Settings {
                color: false,
                rate: pace.rate,
                ..settings
            },
            library,
            slot,
            paths,
            kept,
            desk,
            set,
            pace,
            sitting: Sitting::new(seed.unwrap_or_else(rand::random)),
            clock: Box::new(crate::tui::clock()),
            talk: Talk::new(),
        }
    }

    /// Runs until the person leaves or nothing more comes.
    pub(super) fn run(
        mut self,
        prompt: Option<String>,
        mock: Option<u8>,
    ) -> anyhow::Result<Ending> {
        if let Err(why) = &self.slot {
            self.talk.say(&fill(&self.words().home.not_kept, &[why]))?;
        }
        if prompt.is_some() {
            self.lay(prompt);
        }
        if mock.is_some() {
            self.mock(mock)?;
        }
        while let Some(choice) = self.home()? {
            match choice {
                Choice::Start => self.start()?,
                Choice::Another => self.another(),
                Choice::Resume => self.resume()?,
                Choice::Discard => self.discard()?,
                Choice::History => self.history()?,
                Choice::Language => self.settings.lang = self.settings.lang.other(),
                Choice::Mock => self.mock(None)?,
                Choice::Prepare => self.prepare()?,
                Choice::Quit => break,
            }
        }
        self.talk.say(&self.words().plain.bye)?;
        Ok(Ending::Good)
    }

    fn words(&self) -> &'static Words {
        content::words(self.settings.lang)
    }

    fn context(&self) -> Context<'_> {
        Context {
            world: self.world,
            settings: &self.settings,
            marks: Marks::Around,
        }
    }

    /// The question that waits, and what can be done.
    fn home(&mut self) -> io::Result<Option<Choice>> {
        let words = self.words();
        let Some(prompt) = self.prompt() else {
            return Ok(None);
        };
        let text = prompt.text.get(self.settings.lang);
        self.talk.gap()?;
        self.talk.say(&fill(&words.plain.question, &[text]))?;
        self.tell_goal(self.desk.goal)?;
        if let Some(kept) = self.kept.first() {
            let amount = Amount::of(&kept.text, self.settings.rate).words;
            let told = [&*say::amount(words, amount), &self.left_at(kept)];
            self.talk.say(&fill(&words.home.draft, &told))?;
        }
        let key = &words.key;
        let mut choices = vec![(Choice::Start, &key.start), (Choice::Another, &key.another)];
        if !self.kept.is_empty() {
            choices.extend([
                (Choice::Resume, &key.resume),
                (Choice::Discard, &key.discard),
            ]);
        }
        choices.extend([
            (Choice::History, &key.history),
            (Choice::Language, &key.language),
            (Choice::Mock, &words.mock.title),
            (Choice::Prepare, &key.prepare),
            (Choice::Quit, &key.quit),
        ]);
        self.talk.choose(words, &choices)
    }

    /// When an answer was left, by the local clock.
    fn left_at(&self, kept: &Snapshot) -> String {
        let offset = *(self.clock)().wall.offset();
        DateTime::parse_from_rfc3339(&kept.saved_at).map_or_else(
            |_| kept.saved_at.clone(),
            |saved| {
                saved
                    .with_timezone(&offset)
                    .format("%Y-%m-%d %H:%M")
                    .to_string()
            },
        )
    }

    fn tell_goal(&mut self, goal: Option<Goal>) -> io::Result<()> {
        let Some(goal) = goal else { return Ok(()) };
        let words = self.words();
        let (last, today) = say::goal(words, goal);
        self.talk.say(&fill(&words.home.last, &[last]))?;
        self.talk.say(&fill(&words.home.today, &[&today]))
    }

    /// The question that waits; one is drawn when there is none.
    fn prompt(&mut self) -> Option<&'static Prompt> {
        let library = self.library;
        let known = |desk: &Desk| {
            let mut prompts = library.prompts.iter();
            prompts.find(|prompt| Some(&prompt.id) == desk.prompt.as_ref())
        };
        known(&self.desk).or_else(|| {
            self.another();
            known(&self.desk)
        })
    }

    fn another(&mut self) {
        let another = pick::draw(&self.library.prompts, &self.desk, self.sitting.rng());
        self.lay(another.map(|prompt| prompt.id.clone()));
    }

    fn lay(&mut self, prompt: Option<String>) {
        self.desk.seen.retain(|id| Some(id) != prompt.as_ref());
        self.desk.seen.extend(prompt.clone());
        self.desk.prompt = prompt;
        self.save_desk();
    }

    /// What lies on the desk is rebuilt when it is missing: nothing is lost with it.
    fn save_desk(&mut self) {
        self.desk.v = VERSION;
        if let Ok(paths) = &self.paths {
            let _ = desk::save(paths, &self.desk);
        }
    }

    /// Takes of the question that waits, one after the other, until the person is done with it.
    fn start(&mut self) -> anyhow::Result<()> {
        let Some(prompt) = self.prompt() else {
            return Ok(());
        };
        let text = prompt.text.get(self.settings.lang).clone();
        let take = self.take(prompt.id.clone(), text, self.desk.goal);
        self.goes_on(take, String::new(), 0)
    }

    fn resume(&mut self) -> anyhow::Result<()> {
        let kept = self.kept.remove(0);
        let take = Take::resume(&kept);
        self.goes_on(take, kept.text, kept.typing_seconds)
    }

    fn goes_on(&mut self, take: Take, text: String, seconds: u32) -> anyhow::Result<()> {
        let mock = take.mock.clone();
        let mut next = self.page(take, text, seconds)?;
        loop {
            next = match (next, &mock) {
                (Next::Again(record, goal), _) => {
                    let take = self.take_of(&record, goal);
                    self.page(take, String::new(), 0)?
                }
                (Next::Edit(record, goal), _) => {
                    let take = Take {
                        how: How::Edited,
                        parent: Some(record.id.clone()),
                        ..self.take_of(&record, goal)
                    };
                    self.page(take, record.answer, 0)?
                }
                (Next::Answered(record), Some(mock)) => {
                    return self.answered(mock.clone(), &record);
                }
                _ => return Ok(()),
            };
        }
    }

    /// Another take of the question of `record`, in the language of now.
    fn take_of(&mut self, record: &Record, goal: Option<Goal>) -> Take {
        let mut known = self.library.prompts.iter();
        let prompt = known.find(|prompt| prompt.id == record.prompt);
        let text = prompt.map_or(&record.prompt_text, |prompt| {
            prompt.text.get(self.settings.lang)
        });
        self.take(record.prompt.clone(), text.clone(), goal)
    }

    /// A fresh take.
    fn take(&mut self, prompt: String, prompt_text: String, goal: Option<Goal>) -> Take {
        let now = (self.clock)();
        Take {
            id: self.sitting.ulid(now),
            number: Some(self.sitting.take(&prompt)),
            sitting: Some(self.sitting.id(now)),
            prompt,
            prompt_text,
            how: How::Fresh,
            parent: None,
            story: None,
            goal,
            interrupted: false,
            limit_seconds: self.settings.limit_seconds,
            mock: None,
        }
    }

    fn discard(&mut self) -> io::Result<()> {
        let words = self.words();
        self.talk.say(&words.home.discard)?;
        let choices = [
            (true, &words.key.confirm_discard),
            (false, &words.key.keep_draft),
        ];
        if self.talk.choose(words, &choices)? == Some(true) {
            let kept = self.kept.remove(0);
            self.drop_draft(&kept.id);
            self.talk.say(&words.plain.discarded)?;
        }
        Ok(())
    }

    /// Removes the draft of an attempt that is on the disk, or thrown away.
    fn drop_draft(&mut self, id: &str) {
        if let Ok(slot) = &mut self.slot {
            slot.clear(id);
        }
    }
}
