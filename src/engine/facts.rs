//! The named facts of one clause, and of a word in it, that the models of the kinds weigh. Knows
//! facts; knows no weights.

use super::clause::Subject;
use super::feature::{Fact, Feature, Place};
use super::judge::Candidate;
use super::lexicon::Class;
use super::reading::{EndMark, Reading};
use super::role::{classes, connectives, length};
use super::token::{MARK, NUMBER};

/// The facts of one clause, shared by all kinds.
pub fn clause_facts(reading: &Reading, index: usize, features: &mut Vec<Feature>) {
    features.clear();
    features.push(Feature::fact(Fact::Bias));
    let clause = &reading.clauses[index];
    let sentence = &reading.sentences[clause.sentence];
    classes(Place::Own, clause.cues, features);
    classes(Place::Long, clause.long, features);
    classes(
        Place::Around,
        sentence.classes.without(clause.cues),
        features,
    );
    if index > 0 {
        classes(Place::Before, reading.clauses[index - 1].cues, features);
    }
    if let Some(next) = reading.clauses.get(index + 1) {
        classes(Place::After, next.cues, features);
    }
    let (place, fact) = match clause.subject {
        Subject::Solo => (Some(Place::Solo), Fact::Solo),
        Subject::Shared => (Some(Place::Shared), Fact::Shared),
        Subject::Outside => (Some(Place::Outside), Fact::Outside),
        Subject::Other => (None, Fact::Thing),
    };
    features.push(Feature::fact(fact));
    if let Some(place) = place {
        classes(place, clause.cues, features);
    }
    if clause.cues.has(Class::Negation) {
        classes(Place::Not, clause.cues, features);
    }
    connectives(
        reading,
        clause.cue_range.clone(),
        clause.tokens.start,
        features,
    );
    place_facts(reading, index, features);
    answer_facts(reading, features);
    role_facts(reading, clause.sentence, features);
}

/// How many clauses a lesson's frame reaches forward in its sentence.
const FRAME_REACH: usize = 8;

fn place_facts(reading: &Reading, index: usize, features: &mut Vec<Feature>) {
    let clause = &reading.clauses[index];
    let sentence = &reading.sentences[clause.sentence];
    let tokens = &reading.tokens[clause.tokens.clone()];
    let recent = index
        .saturating_sub(FRAME_REACH)
        .max(sentence.clauses.start);
    let frame = reading.clauses[recent..index]
        .iter()
        .any(|earlier| earlier.cues.has(Class::LessonFrame));
    let facts = [
        (clause.tense.past, Fact::Past),
        (clause.tense.future, Fact::Future),
        (clause.tense.ing, Fact::Ing),
        (!clause.tense.past && !clause.tense.future, Fact::NoTense),
        (clause.cues.has(Class::Negation), Fact::Negated),
        (clause.subject_tokens.is_none(), Fact::Carried),
        (clause.joined, Fact::Joined),
        (index == sentence.clauses.start, Fact::FirstClause),
        (index + 1 == sentence.clauses.end, Fact::LastClause),
        (sentence.clauses.len() == 1, Fact::OnlyClause),
        (sentence.ending == EndMark::Question, Fact::Question),
        (sentence.label, Fact::Label),
        (tokens.iter().any(|token| token.quoted), Fact::HoldsQuote),
        (tokens.iter().any(|token| token.key == NUMBER), Fact::Number),
        (frame, Fact::FrameBefore),
        (follows_directly(reading, clause.tokens.start), Fact::NoMark),
        (clause.sentence == 0, Fact::FirstSentence),
        (
            clause.sentence + 1 == reading.sentences.len(),
            Fact::LastSentence,
        ),
    ];
    for (holds, fact) in facts {
        if holds {
            features.push(Feature::fact(fact));
        }
    }
    features.push(Feature::fact(length(tokens.len())));
}

/// What the answer as a whole does.
fn answer_facts(reading: &Reading, features: &mut Vec<Feature>) {
    let shares = reading.shares;
    for (share, steps, first) in [
        (shares.defence, [0.1, 0.2, 0.3, 0.4], Fact::Tenth),
        (shares.setback, PARTS, Fact::SomeSetback),
        (shares.lesson, PARTS, Fact::SomeLesson),
        (shares.measure, PARTS, Fact::SomeMeasure),
    ] {
        let passed = steps.iter().filter(|&&step| share > step).count();
        features.extend((0..passed).map(|step| Feature::offset(first, step)));
    }
}

/// Some, a sixth, a third, half.
const PARTS: [f32; 4] = [0.0, 1.0 / 6.0, 1.0 / 3.0, 0.5];

/// Whether no mark stands right before a token.
fn follows_directly(reading: &Reading, token: usize) -> bool {
    token > 0 && reading.tokens[token - 1].key != MARK
}

fn role_facts(reading: &Reading, sentence: usize, features: &mut Vec<Feature>) {
    let Some(&role) = reading.roles.get(sentence) else {
        return;
    };
    features.push(Feature::offset(Fact::RoleEvent, role as usize));
    if sentence > 0 {
        let before = reading.roles[sentence - 1];
        features.push(Feature::offset(Fact::BeforeEvent, before as usize));
    }
    if let Some(&after) = reading.roles.get(sentence + 1) {
        features.push(Feature::offset(Fact::AfterEvent, after as usize));
    }
    if reading.first_setback == Some(sentence) {
        features.push(Feature::fact(Fact::FirstSetback));
    }
}

/// The facts of a single word in its clause.
pub fn cue_facts(reading: &Reading, proposal: &Candidate, features: &mut Vec<Feature>) {
    if proposal.cue.is_none() {
        return;
    }
    let clause = &reading.clauses[proposal.clause];
    let near = |class: Class, reach: usize| {
        reading.cues_of(clause).iter().any(|cue| {
            cue.class == class
                && cue.end <= proposal.tokens.start + 1
                && cue.end + reach >= proposal.tokens.start
        })
    };
    let facts = [
        (proposal.tokens.start == clause.tokens.start, Fact::CueFirst),
        (proposal.tokens.end == clause.tokens.end, Fact::CueLast),
        (near(Class::Mine, 2), Fact::Mine),
        (near(Class::Ours, 2), Fact::Ours),
        (near(Class::Negation, 3), Fact::NegatedCue),
    ];
    for (holds, fact) in facts {
        if holds {
            features.push(Feature::fact(fact));
        }
    }
}
