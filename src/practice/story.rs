//! The story bank: stories that are ready to be told, in one language or in both. Knows the engine;
//! knows no files.

use serde::{Deserialize, Serialize};

use super::history::{Attempt, History};
use super::prepare::{self, Plan};
use crate::engine::{Engine, Kind, Lang};

/// One story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Story {
    /// Lower-case letters, digits and hyphens; what an attempt names it by.
    pub id: String,
    /// What it is about; which prompts it answers follows from these.
    pub tags: Vec<String>,
    /// How it is told in English.
    pub en: Option<Telling>,
    /// How it is told in Chinese.
    pub zh: Option<Telling>,
}

/// A story in one language; what is not written yet is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Telling {
    /// What to call it.
    pub title: String,
    /// The moment when something was understood: where a story is found.
    pub moment: String,
    /// A: what was being done.
    pub event: String,
    /// B: what went another way.
    pub result: String,
    /// C: what was understood.
    pub lesson: String,
    /// D: what is done since.
    pub measure: String,
    /// What has come of it.
    pub gain: String,
}

/// A line of a telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// [`Telling::title`]
    Title,
    /// [`Telling::moment`]
    Moment,
    /// [`Telling::event`]
    Event,
    /// [`Telling::result`]
    Result,
    /// [`Telling::lesson`]
    Lesson,
    /// [`Telling::measure`]
    Measure,
    /// [`Telling::gain`]
    Gain,
}

impl Field {
    /// All of them, in the order in which a story is written down.
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::Moment,
        Self::Event,
        Self::Result,
        Self::Lesson,
        Self::Measure,
        Self::Gain,
    ];

    /// The name used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Moment => "moment",
            Self::Event => "event",
            Self::Result => "result",
            Self::Lesson => "lesson",
            Self::Measure => "measure",
            Self::Gain => "gain",
        }
    }

    /// Whether a story cannot be told without it.
    const fn is_needed(self) -> bool {
        !matches!(self, Self::Moment | Self::Gain)
    }
}

impl Telling {
    /// One line of it.
    pub fn line(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Moment => &self.moment,
            Field::Event => &self.event,
            Field::Result => &self.result,
            Field::Lesson => &self.lesson,
            Field::Measure => &self.measure,
            Field::Gain => &self.gain,
        }
    }

    /// The same, to be changed.
    pub fn line_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Title => &mut self.title,
            Field::Moment => &mut self.moment,
            Field::Event => &mut self.event,
            Field::Result => &mut self.result,
            Field::Lesson => &mut self.lesson,
            Field::Measure => &mut self.measure,
            Field::Gain => &mut self.gain,
        }
    }

    /// Whether nothing of it is written.
    pub fn is_empty(&self) -> bool {
        Field::ALL.iter().all(|field| self.is_blank(*field))
    }

    fn is_blank(&self, field: Field) -> bool {
        self.line(field).trim().is_empty()
    }

    /// The figures in it, each once, in the order in which they come. A month or a day of the month
    /// is a word in English, so it is none.
    fn figures(&self) -> Vec<String> {
        let mut all = Vec::new();
        for field in Field::ALL {
            figures(self.line(field), &mut all);
        }
        all
    }
}

impl Story {
    /// How it is told in one language.
    pub fn telling(&self, lang: Lang) -> Option<&Telling> {
        match lang {
            Lang::En => self.en.as_ref(),
            Lang::Zh => self.zh.as_ref(),
        }
    }

    /// The same, to be written.
    pub fn telling_mut(&mut self, lang: Lang) -> &mut Telling {
        let telling = match lang {
            Lang::En => &mut self.en,
            Lang::Zh => &mut self.zh,
        };
        telling.get_or_insert_default()
    }

    /// Whether nothing of it is written in either language.
    pub fn is_empty(&self) -> bool {
        self.told(Lang::En).is_none()
    }

    /// How it is told in this language, or else in the other.
    pub fn told(&self, lang: Lang) -> Option<(Lang, &Telling)> {
        [lang, lang.other()].into_iter().find_map(|lang| {
            let telling = self.telling(lang)?;
            (!telling.is_empty()).then_some((lang, telling))
        })
    }

    /// What to call it: its title, in this language if there is one.
    pub fn title(&self, lang: Lang) -> &str {
        let titles = [lang, lang.other()].map(|lang| self.telling(lang));
        let mut titles = titles.into_iter().flatten();
        let title = titles.find(|telling| !telling.is_blank(Field::Title));
        title.map_or(&self.id, |telling| &telling.title)
    }

    /// The four lines that it hangs on, to stand beside an answer; a line that this language lacks
    /// comes from the other.
    pub fn skeleton(&self, lang: Lang) -> Plan {
        let beats = [Field::Event, Field::Result, Field::Lesson, Field::Measure];
        let lines = beats.map(|field| {
            let tellings = [lang, lang.other()].map(|lang| self.telling(lang));
            let mut tellings = tellings.into_iter().flatten();
            let told = tellings.find(|telling| !telling.is_blank(field));
            told.map_or_else(String::new, |telling| telling.line(field).to_owned())
        });
        Plan {
            story: lines[1].clone(),
            lines,
        }
    }

    /// What was done and what went another way: what the screening is asked about. A telling that
    /// has only begun says nothing of that; then the other language does.
    pub fn facts(&self, lang: Lang) -> Option<String> {
        let facts = [lang, lang.other()].map(|lang| {
            let told = self.telling(lang)?;
            let facts = format!("{} {}", told.event, told.result);
            (!facts.trim().is_empty()).then_some(facts)
        });
        facts.into_iter().flatten().next()
    }

    /// What it turns on.
    pub fn screen(&self, engine: &Engine, lang: Lang) -> Option<Kind> {
        prepare::screen(engine, &self.facts(lang)?)
    }

    /// What is not there yet, or there in one language only.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if self.is_empty() {
            return Field::ALL
                .into_iter()
                .filter(|field| field.is_needed())
                .map(|field| Gap::Line(Lang::En, field))
                .collect();
        }
        for lang in Lang::ALL {
            let (this, other) = (self.telling(lang), self.telling(lang.other()));
            let Some(this) = this.filter(|telling| !telling.is_empty()) else {
                continue;
            };
            let there = |field| other.is_some_and(|other| !other.is_blank(field));
            let missing =
                |field: &Field| this.is_blank(*field) && (field.is_needed() || there(*field));
            let lines = Field::ALL.into_iter().filter(missing);
            gaps.extend(lines.map(|field| Gap::Line(lang, field)));
            let Some(other) = other.filter(|telling| !telling.is_empty()) else {
                continue;
            };
            let mine = this.figures();
            let absent = other
                .figures()
                .into_iter()
                .filter(|one| !mine.contains(one));
            gaps.extend(absent.map(|figure| Gap::Figure(lang, figure)));
        }
        gaps
    }
}

/// What a telling lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// This line, in this language.
    Line(Lang, Field),
    /// A figure that the other language names.
    Figure(Lang, String),
}

/// How often a story was told, and when last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Use {
    /// How many attempts tell it.
    pub count: usize,
    /// The practice day of the latest.
    pub last: Option<String>,
}

impl Use {
    /// What the history knows of a story.
    pub fn of(history: &History, story: &str) -> Self {
        let mut told = told(history, story);
        let last = told.next_back().map(|attempt| attempt.day.clone());
        Self {
            count: told.count() + usize::from(last.is_some()),
            last,
        }
    }
}

/// What to call a story of the bank; its id where the bank does not know it any more.
pub fn title<'a>(bank: &'a [Story], id: &'a str, lang: Lang) -> &'a str {
    let known = bank.iter().find(|story| story.id == id);
    known.map_or(id, |story| story.title(lang))
}

/// The stories of the bank that no attempt tells, in its order, without those that have not begun.
pub fn untold<'a>(bank: &'a [Story], history: &History) -> Vec<&'a Story> {
    let told = |story: &Story| self::told(history, &story.id).next().is_some();
    let begun = bank.iter().filter(|story| !story.is_empty());
    begun.filter(|story| !told(story)).collect()
}

/// The attempts that tell a story, the oldest first.
pub fn told<'a>(
    history: &'a History,
    story: &'a str,
) -> impl DoubleEndedIterator<Item = &'a Attempt> {
    let tells = move |attempt: &&Attempt| attempt.story.as_deref() == Some(story);
    history.attempts.iter().filter(tells)
}

/// An id for a story that has none: `story-` and the first number that is free.
pub fn free_id(stories: &[Story]) -> String {
    let taken = |id: &String| stories.iter().any(|story| story.id == *id);
    let mut ids = (1..).map(|number| format!("story-{number}"));
    ids.find(|id| !taken(id)).unwrap_or_default()
}

/// Whether a story may be called so.
pub fn is_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(plain)
}

/// Bytes of an id at most.
const LONGEST_ID: usize = 40;

fn figures(text: &str, all: &mut Vec<String>) {
    let half = text.chars().map(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    });
    let text: String = half.collect();
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[at..];
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let figure = from[..end].trim_end_matches(['.', ',']).replace(',', "");
        rest = &from[end..];
        if !rest.starts_with(['月', '日', '号']) && !all.contains(&figure) {
            all.push(figure);
        }
    }
}

#[cfg(test)]
impl Story {
    /// A story of which only the title is written.
    pub(crate) fn fixture(id: &str, title: &str) -> Self {
        let mut story = Self {
            id: id.into(),
            ..Self::default()
        };
        story.telling_mut(Lang::En).title = title.into();
        story
    }
}

#[cfg(test)]
mod tests;
