//! What each sentence tells: named facts of a sentence, and a chain that reads the whole answer at
//! once (Viterbi), since a role depends on the roles beside it.

use super::clause::{Classes, Clause, Subject};
use super::feature::{Fact, Feature, Place};
use super::lexicon::Class;
use super::model::Chain;
use super::reading::{EndMark, Reading};
use super::report::Role;
use super::table::Table;

/// How many roles there are.
pub const ROLES: usize = Role::ALL.len();

/// The chain, ready to run.
#[derive(Clone, Debug)]
pub struct RoleModel {
    table: Table<ROLES>,
    start: [i32; ROLES],
    end: [i32; ROLES],
    steps: [[i32; ROLES]; ROLES],
}

impl RoleModel {
    /// Puts the scores of every feature into one table.
    pub fn new(chain: &Chain<Feature>) -> Self {
        let mut table = Table::empty();
        for (feature, weights) in &chain.features {
            for (column, &weight) in weights.iter().take(ROLES).enumerate() {
                table.set(*feature, column, weight);
            }
        }
        Self {
            table,
            start: row(&chain.start),
            end: row(&chain.end),
            steps: std::array::from_fn(|from| {
                chain.steps.get(from).map_or([0; ROLES], |steps| row(steps))
            }),
        }
    }

    /// The best roles of a whole answer.
    pub fn decode(&self, reading: &Reading) -> Vec<Role> {
        let mut buffer = Vec::with_capacity(64);
        let mut scores: Vec<[i32; ROLES]> = Vec::with_capacity(reading.sentences.len());
        let mut back: Vec<[u8; ROLES]> = Vec::with_capacity(reading.sentences.len());
        for at in 0..reading.sentences.len() {
            features(reading, at, &mut buffer);
            let own = self.table.sum(&buffer);
            let (best, from) = match scores.last() {
                None => (self.start, [0; ROLES]),
                Some(before) => self.step(before),
            };
            back.push(from);
            scores.push(std::array::from_fn(|role| {
                best[role].saturating_add(own[role])
            }));
        }
        self.trace(&scores, &back)
    }

    fn step(&self, before: &[i32; ROLES]) -> ([i32; ROLES], [u8; ROLES]) {
        let mut best = [i32::MIN; ROLES];
        let mut from = [0; ROLES];
        for (role, (best, from)) in best.iter_mut().zip(&mut from).enumerate() {
            for (index, &score) in before.iter().enumerate() {
                let score = score.saturating_add(self.steps[index][role]);
                if score > *best {
                    (*best, *from) = (score, u8::try_from(index).unwrap_or(0));
                }
            }
        }
        (best, from)
    }

    fn trace(&self, scores: &[[i32; ROLES]], back: &[[u8; ROLES]]) -> Vec<Role> {
        let Some(last) = scores.last() else {
            return Vec::new();
        };
        let mut at = (0..ROLES)
            .max_by_key(|&role| (last[role].saturating_add(self.end[role]), ROLES - role))
            .unwrap_or(0);
        let mut roles = vec![Role::Event; scores.len()];
        for index in (0..scores.len()).rev() {
            roles[index] = Role::ALL[at];
            at = usize::from(back[index][at]);
        }
        roles
    }
}

fn row(weights: &[i32]) -> [i32; ROLES] {
    std::array::from_fn(|role| weights.get(role).copied().unwrap_or(0))
}

/// The facts of sentence `at`, into `features`.
pub fn features(reading: &Reading, at: usize, features: &mut Vec<Feature>) {
    features.clear();
    features.push(Feature::fact(Fact::Bias));
    let sentence = &reading.sentences[at];
    let clauses = &reading.clauses[sentence.clauses.clone()];
    classes(Place::Own, sentence.classes, features);
    for clause in clauses {
        classes(Place::Long, clause.long, features);
    }
    if let Some(first) = clauses.first() {
        classes(Place::Lead, first.cues, features);
    }
    if at > 0 {
        classes(Place::Before, reading.sentences[at - 1].classes, features);
    }
    if let Some(next) = reading.sentences.get(at + 1) {
        classes(Place::After, next.classes, features);
    }
    acting(clauses, features);
    connectives(
        reading,
        sentence.cues.clone(),
        sentence.tokens.start,
        features,
    );
    tense(clauses, features);
    frame(reading, at, features);
    position(reading, at, features);
}

/// So many tokens may stand before the frame that opens a sentence: "And what we learned".
const FRAME_START: usize = 4;

/// Whether a lesson's frame opens the sentence.
fn frame(reading: &Reading, at: usize, features: &mut Vec<Feature>) {
    let sentence = &reading.sentences[at];
    let opens = reading.cues[sentence.cues.clone()].iter().any(|cue| {
        cue.class == Class::LessonFrame && cue.first <= sentence.tokens.start + FRAME_START
    });
    if !opens {
        return;
    }
    features.push(Feature::fact(Fact::FrameOpens));
    let first = &reading.clauses[sentence.clauses.clone()].first();
    if first.is_some_and(|clause| matches!(clause.subject, Subject::Solo | Subject::Shared)) {
        features.push(Feature::fact(Fact::FrameOwn));
    }
}

/// Adds the classes that say something by themselves.
pub(super) fn classes(place: Place, classes: Classes, features: &mut Vec<Feature>) {
    for class in classes.iter() {
        if !matches!(
            class,
            Class::Guard | Class::Connective | Class::Join | Class::Auxiliary
        ) {
            features.push(Feature::cue(place, class));
        }
    }
}

/// Who does what: the classes of clauses by their subject, and of negated ones.
fn acting(clauses: &[Clause], features: &mut Vec<Feature>) {
    let mut by_place = [Classes::default(); 4];
    for clause in clauses {
        let place = match clause.subject {
            Subject::Solo => 0,
            Subject::Shared => 1,
            Subject::Outside => 2,
            Subject::Other => 4,
        };
        if let Some(set) = by_place.get_mut(place) {
            *set = set.union(clause.cues);
        }
        if clause.cues.has(Class::Negation) {
            by_place[3] = by_place[3].union(clause.cues);
        }
    }
    let places = [Place::Solo, Place::Shared, Place::Outside, Place::Not];
    for (place, set) in places.into_iter().zip(by_place) {
        classes(place, set, features);
    }
    for clause in clauses {
        features.push(Feature::fact(match clause.subject {
            Subject::Solo => Fact::Solo,
            Subject::Shared => Fact::Shared,
            Subject::Outside => Fact::Outside,
            Subject::Other => Fact::Thing,
        }));
    }
    let from = features.len().saturating_sub(clauses.len());
    features[from..].sort_unstable();
    let unique: Vec<Feature> = {
        let mut tail = features.split_off(from);
        tail.dedup();
        tail
    };
    features.extend(unique);
}

/// The small words, and the one that opens.
pub(super) fn connectives(
    reading: &Reading,
    cues: std::ops::Range<usize>,
    start: usize,
    features: &mut Vec<Feature>,
) {
    let from = features.len();
    for cue in &reading.cues[cues] {
        if cue.class != Class::Connective || reading.tokens[cue.first].quoted {
            continue;
        }
        let Some(lemma) = reading.lemmas.of(cue.entry) else {
            continue;
        };
        let word = Feature::word(lemma);
        if !features[from..].contains(&word) {
            features.push(word);
        }
        if cue.first == start {
            features.push(Feature::first(lemma));
        }
    }
}

fn tense(clauses: &[Clause], features: &mut Vec<Feature>) {
    let any = |of: fn(&Clause) -> bool| clauses.iter().any(of);
    let mut push = |holds: bool, fact| {
        if holds {
            features.push(Feature::fact(fact));
        }
    };
    let past = any(|clause| clause.tense.past);
    let future = any(|clause| clause.tense.future);
    push(past, Fact::Past);
    push(future, Fact::Future);
    push(any(|clause| clause.tense.ing), Fact::Ing);
    push(!past && !future, Fact::NoTense);
    push(
        any(|clause| clause.cues.has(Class::Negation)),
        Fact::Negated,
    );
    push(clauses.len() == 1, Fact::OnlyClause);
    push(any(|clause| clause.quoted), Fact::HoldsQuote);
}

fn position(reading: &Reading, at: usize, features: &mut Vec<Feature>) {
    let count = reading.sentences.len();
    let sentence = &reading.sentences[at];
    let mut push = |holds: bool, fact| {
        if holds {
            features.push(Feature::fact(fact));
        }
    };
    push(at == 0, Fact::FirstSentence);
    push(at == 1, Fact::SecondSentence);
    push(at + 1 == count && count > 1, Fact::LastSentence);
    push(at + 2 == count && at > 0, Fact::BeforeLast);
    push(count == 1, Fact::OnlySentence);
    push(sentence.ending == EndMark::Question, Fact::Question);
    push(sentence.ending == EndMark::Exclamation, Fact::Exclaimed);
    push(sentence.number, Fact::Number);
    push(sentence.label, Fact::Label);
    push(sentence.paragraph, Fact::NewParagraph);
    let fifth = at * 5 / count.max(1);
    features.push(Feature::offset(Fact::Fifth1, fifth.min(4)));
    features.push(Feature::fact(length(sentence.words)));
}

/// The band of a length in words.
pub(super) const fn length(words: usize) -> Fact {
    match words {
        0..=3 => Fact::Short,
        4..=7 => Fact::Brief,
        8..=14 => Fact::Medium,
        15..=24 => Fact::Long,
        _ => Fact::Longest,
    }
}
