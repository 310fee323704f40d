//! The named facts that the linear models weigh. Each has a number, for speed, and a name, for the
//! weights file and for people. Knows names; knows no weights.

use serde::{Deserialize, Serialize};

use super::lexicon::{Class, Lexicon};

/// One fact, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Feature(pub u16);

/// Facts of one form: a class of cues seen in a certain place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the clause (for kinds) or the sentence (for roles) itself.
    Own,
    /// In the first clause of the sentence.
    Lead,
    /// Elsewhere in the sentence.
    Around,
    /// In the unit before.
    Before,
    /// In the unit after.
    After,
    /// In a clause where "I" acts.
    Solo,
    /// In a clause where "we" act.
    Shared,
    /// In a clause where others act.
    Outside,
    /// In a negated clause.
    Not,
    /// In the unit itself, as a phrase of several words: less likely a chance hit.
    Long,
}

const PLACES: [(&str, Place); 10] = [
    ("own", Place::Own),
    ("lead", Place::Lead),
    ("around", Place::Around),
    ("before", Place::Before),
    ("after", Place::After),
    ("solo", Place::Solo),
    ("shared", Place::Shared),
    ("outside", Place::Outside),
    ("not", Place::Not),
    ("long", Place::Long),
];

macro_rules! facts {
    ($($fact:ident = $name:literal,)*) => {
        /// Facts that are not about a class of cues.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Fact { $(#[doc = $name] $fact,)* }

        const FACTS: &[&str] = &[$($name,)*];
    };
}

facts! {
    Bias = "bias",
    Solo = "subject solo",
    Shared = "subject shared",
    Outside = "subject outside",
    Thing = "subject other",
    Carried = "subject carried over",
    Negated = "negated",
    Past = "past",
    Future = "future",
    Ing = "-ing",
    NoTense = "no tense",
    Number = "number",
    Question = "question",
    Exclaimed = "exclaimed",
    Quoted = "quoted",
    HoldsQuote = "holds a quotation",
    Joined = "joined",
    FirstClause = "first clause",
    LastClause = "last clause",
    OnlyClause = "only clause",
    Short = "up to 3 words",
    Brief = "4 to 7 words",
    Medium = "8 to 14 words",
    Long = "15 to 24 words",
    Longest = "over 24 words",
    FirstSentence = "first sentence",
    SecondSentence = "second sentence",
    LastSentence = "last sentence",
    BeforeLast = "sentence before the last",
    Fifth1 = "first fifth",
    Fifth2 = "second fifth",
    Fifth3 = "third fifth",
    Fifth4 = "fourth fifth",
    Fifth5 = "last fifth",
    OnlySentence = "only sentence",
    Label = "opens with a label",
    NewParagraph = "opens a paragraph",
    RoleEvent = "role event",
    RoleSetback = "role setback",
    RoleLesson = "role lesson",
    RoleMeasure = "role measure",
    RoleGain = "role gain",
    RoleOther = "role other",
    BeforeEvent = "role before event",
    BeforeSetback = "role before setback",
    BeforeLesson = "role before lesson",
    BeforeMeasure = "role before measure",
    BeforeGain = "role before gain",
    BeforeOther = "role before other",
    AfterEvent = "role after event",
    AfterSetback = "role after setback",
    AfterLesson = "role after lesson",
    AfterMeasure = "role after measure",
    AfterGain = "role after gain",
    AfterOther = "role after other",
    FirstSetback = "first setback",
    NoMark = "no mark before the clause",
    FrameOpens = "opens with a lesson's frame",
    FrameOwn = "opens with a lesson's frame of the own side",
    Outright = "says so outright",
    Encore = "another defence in the answer",
    Tenth = "a tenth of the clauses sounds like a defence",
    TwoTenths = "two tenths of the clauses sound like a defence",
    ThreeTenths = "three tenths of the clauses sound like a defence",
    FourTenths = "four tenths of the clauses sound like a defence",
    SomeSetback = "a setback in the answer",
    SixthSetback = "a sixth of the clauses in the setback",
    ThirdSetback = "a third of the clauses in the setback",
    HalfSetback = "half of the clauses in the setback",
    SomeLesson = "a lesson in the answer",
    SixthLesson = "a sixth of the clauses in the lesson",
    ThirdLesson = "a third of the clauses in the lesson",
    HalfLesson = "half of the clauses in the lesson",
    SomeMeasure = "a measure in the answer",
    SixthMeasure = "a sixth of the clauses in the measures",
    ThirdMeasure = "a third of the clauses in the measures",
    HalfMeasure = "half of the clauses in the measures",
    CueFirst = "cue opens the clause",
    CueLast = "cue ends the clause",
    Mine = "cue after my",
    Ours = "cue after our",
    NegatedCue = "cue negated",
    FrameBefore = "frame earlier in the sentence",
}

/// Room for classes in each place.
const CLASSES: usize = 64;
/// Room for connectives.
const LEMMAS: usize = 160;
const WORDS: usize = PLACES.len() * CLASSES;
const FIRSTS: usize = WORDS + LEMMAS;
const OTHERS: usize = FIRSTS + LEMMAS;

/// How many numbers there are.
pub const COUNT: usize = OTHERS + 128;

const _: () = assert!(Class::ALL.len() <= CLASSES && FACTS.len() <= 128);

#[expect(
    clippy::cast_possible_truncation,
    reason = "COUNT is far below u16::MAX"
)]
impl Feature {
    /// A class of cues in a place.
    pub const fn cue(place: Place, class: Class) -> Self {
        Self((place as usize * CLASSES + class as usize) as u16)
    }

    /// A connective anywhere in the unit.
    pub const fn word(lemma: usize) -> Self {
        Self((WORDS + lemma) as u16)
    }

    /// A connective at its start.
    pub const fn first(lemma: usize) -> Self {
        Self((FIRSTS + lemma) as u16)
    }

    /// Anything else.
    pub const fn fact(fact: Fact) -> Self {
        Self((OTHERS + fact as usize) as u16)
    }

    /// The fact that stands `steps` after `fact` in the table.
    pub(super) const fn offset(fact: Fact, steps: usize) -> Self {
        Self((OTHERS + fact as usize + steps) as u16)
    }

    /// Whether it speaks of the answer as a whole.
    pub const fn is_of_answer(self) -> bool {
        let (first, last) = (Fact::Tenth as usize, Fact::HalfMeasure as usize);
        self.index() >= OTHERS + first && self.index() <= OTHERS + last
    }

    /// The number as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The connectives of a language, numbered by lemma, and the names of all features.
#[derive(Clone, Debug, Default)]
pub struct Lemmas {
    lemmas: Vec<String>,
    /// By entry of the lexicon.
    of_entry: Vec<Option<usize>>,
}

impl Lemmas {
    /// The connectives of `lexicon`, in file order.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut all = Self::default();
        for entry in &lexicon.entries {
            let number = (entry.class == Class::Connective).then(|| all.number(&entry.lemma));
            all.of_entry.push(number.flatten());
        }
        all
    }

    fn number(&mut self, lemma: &str) -> Option<usize> {
        if let Some(at) = self.lemmas.iter().position(|known| known == lemma) {
            return Some(at);
        }
        (self.lemmas.len() < LEMMAS).then(|| {
            self.lemmas.push(lemma.to_owned());
            self.lemmas.len() - 1
        })
    }

    /// The connective that an entry of the lexicon is.
    pub fn of(&self, entry: usize) -> Option<usize> {
        self.of_entry.get(entry).copied().flatten()
    }

    /// The names of all features that can occur, with their numbers.
    pub fn names(&self) -> Vec<(String, Feature)> {
        let mut names = Vec::with_capacity(COUNT);
        for (prefix, place) in PLACES {
            for &class in Class::ALL {
                names.push((
                    format!("{prefix} {}", class.id()),
                    Feature::cue(place, class),
                ));
            }
        }
        for (number, lemma) in self.lemmas.iter().enumerate() {
            names.push((format!("word {lemma}"), Feature::word(number)));
            names.push((format!("opens with {lemma}"), Feature::first(number)));
        }
        for (steps, name) in FACTS.iter().enumerate() {
            names.push(((*name).to_owned(), Feature::offset(Fact::Bias, steps)));
        }
        names
    }
}
