//! Proposals in, findings out: weighs what the rules propose with the linear model of each kind,
//! joins neighbours, and resolves overlap within a tip.

use std::ops::Range;

use super::clause::Subject;
use super::feature::{Fact, Feature, Place};
use super::lexicon::Class;
use super::model::KindWeights;
use super::reading::{EndMark, Reading};
use super::report::Role;
use super::role::{classes, connectives, length};
use super::table::{Numbers, Table};
use super::tip::Kind;
use super::tips::{Joins, Proposal, RULES, Rule};

/// How many kinds there are.
const KINDS: usize = 19;

/// The models of all kinds, side by side.
#[derive(Clone, Debug)]
pub struct KindModel {
    table: Table<KINDS>,
    weighed: [bool; KINDS],
}

/// What a rule proposed, with the sum of its weights.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What was seen.
    pub kind: Kind,
    /// Which rule saw it.
    pub rule: &'static str,
    /// Where, in tokens.
    pub tokens: Range<usize>,
    /// Its clause, or the first of several.
    pub clause: usize,
    /// The cue it is about.
    pub cue: Option<usize>,
    /// The sum of weights, in thousandths of log odds; accepted above zero.
    pub score: i32,
    /// Whether neighbours join.
    pub joins: Joins,
}

impl Candidate {
    fn new(rule: &Rule, clause: usize, proposal: Proposal) -> Self {
        Self {
            kind: rule.kind,
            rule: rule.name,
            tokens: proposal.tokens,
            clause,
            cue: proposal.cue,
            score: 0,
            joins: rule.joins,
        }
    }
}

impl KindModel {
    /// A model without weights: everything that is proposed is accepted.
    pub fn open() -> Self {
        Self {
            table: Table::empty(),
            weighed: [false; KINDS],
        }
    }

    /// Looks up the features by name; names that no longer exist are left out.
    pub fn new(kinds: &[KindWeights], names: &Numbers) -> Self {
        let mut model = Self::open();
        for weights in kinds {
            let Some(kind) = Kind::all().find(|kind| kind.id() == weights.kind) else {
                continue;
            };
            model.weighed[kind as usize] = true;
            for (name, weight) in &weights.features {
                if let Some(&feature) = names.get(name.as_str()) {
                    model.table.set(feature, kind as usize, *weight);
                }
            }
        }
        model
    }

    /// Everything that the rules propose, with its score, in the order of the text.
    pub fn candidates(&self, reading: &Reading) -> Vec<Candidate> {
        let mut all = Vec::new();
        let mut facts = Vec::with_capacity(64);
        let mut proposals = Vec::new();
        for index in 0..reading.clauses.len() {
            clause_features(reading, index, &mut facts);
            let sums = self.table.sum(&facts);
            let clause = &reading.clauses[index];
            for rule in RULES.iter().copied().flatten() {
                (rule.propose)(reading, clause, &mut proposals);
                for proposal in proposals.drain(..) {
                    let mut candidate = Candidate::new(rule, index, proposal);
                    candidate.score = self.score(reading, &candidate, sums);
                    all.push(candidate);
                }
            }
        }
        all
    }

    /// What is accepted: one finding for neighbours that join, the best where one tip overlaps.
    pub fn accept(&self, reading: &Reading) -> Vec<Candidate> {
        let mut kept: Vec<Candidate> = Vec::new();
        let mut near: [Option<Candidate>; TOLD.len()] = [const { None }; TOLD.len()];
        for candidate in self.candidates(reading) {
            if candidate.score > 0 {
                place(reading, candidate, &mut kept);
            } else {
                come_near(reading, candidate, &mut near);
            }
        }
        for candidate in near.into_iter().flatten() {
            let tip = candidate.kind.tip();
            if kept.iter().all(|old| old.kind.tip() != tip) {
                kept.push(candidate);
            }
        }
        kept
    }

    /// What is not weighed is accepted as it is proposed.
    fn score(&self, reading: &Reading, candidate: &Candidate, sums: [i32; KINDS]) -> i32 {
        let column = candidate.kind as usize;
        if !self.weighed[column] {
            return 1;
        }
        let mut own = Vec::new();
        cue_features(reading, candidate, &mut own);
        let extra = own.iter().map(|&feature| self.table.get(feature, column));
        sums[column] + extra.sum::<i32>()
    }

    /// The weights of `kind` that are not zero, for the facts of one candidate, heaviest first.
    pub fn reasons(&self, reading: &Reading, candidate: &Candidate) -> Vec<(Feature, i32)> {
        let mut facts = Vec::new();
        clause_features(reading, candidate.clause, &mut facts);
        cue_features(reading, candidate, &mut facts);
        let mut reasons: Vec<(Feature, i32)> = facts
            .into_iter()
            .map(|feature| (feature, self.table.get(feature, candidate.kind as usize)))
            .filter(|reason| reason.1 != 0)
            .collect();
        reasons.sort_by_key(|reason| (-reason.1.abs(), reason.0));
        reasons
    }
}

/// A sentence with such a role tells such a thing somewhere: where nothing of its tip was accepted,
/// the candidate that came nearest is.
const TOLD: [(Role, Kind); 2] = [(Role::Lesson, Kind::Lesson), (Role::Measure, Kind::Measure)];

/// How near, in thousandths of log odds.
const NEAR_ENOUGH: i32 = -1500;

/// Keeps the best of what was not accepted.
fn come_near(reading: &Reading, candidate: Candidate, near: &mut [Option<Candidate>; TOLD.len()]) {
    let role = reading.roles[reading.clauses[candidate.clause].sentence];
    let Some(at) = TOLD.iter().position(|told| *told == (role, candidate.kind)) else {
        return;
    };
    let best = near[at].as_ref().map_or(NEAR_ENOUGH, |best| best.score);
    if candidate.score > best {
        near[at] = Some(candidate);
    }
}

/// Findings that can touch a new one are among the last so many: a clause has at most a handful.
const NEAR: usize = 24;

/// Adds a candidate to those kept before it.
fn place(reading: &Reading, new: Candidate, kept: &mut Vec<Candidate>) {
    let tip = new.kind.tip();
    let near = kept.len().saturating_sub(NEAR);
    let rival = kept[near..]
        .iter_mut()
        .rev()
        .find(|old| old.kind.tip() == tip && old.tokens.end > new.tokens.start);
    if let Some(rival) = rival {
        if rival.score < new.score {
            *rival = new;
        }
        return;
    }
    let sentence = |candidate: &Candidate| reading.clauses[candidate.clause].sentence;
    let neighbour = kept[near..].iter_mut().rev().find(|old| {
        new.joins == Joins::Yes
            && old.kind == new.kind
            && sentence(old) == sentence(&new)
            && reading.clauses[new.clause].tokens.start <= old.tokens.end + 2
    });
    match neighbour {
        Some(old) => {
            old.tokens.end = new.tokens.end;
            old.score = old.score.max(new.score);
        }
        None => kept.push(new),
    }
}

/// The facts of one clause, shared by all kinds.
pub fn clause_features(reading: &Reading, index: usize, features: &mut Vec<Feature>) {
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
    clause_facts(reading, index, features);
    role_facts(reading, clause.sentence, features);
}

/// How many clauses a lesson's frame reaches forward in its sentence.
const FRAME_REACH: usize = 8;

fn clause_facts(reading: &Reading, index: usize, features: &mut Vec<Feature>) {
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
        (
            tokens.iter().any(|token| token.key == super::token::NUMBER),
            Fact::Number,
        ),
        (frame, Fact::FrameBefore),
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
pub fn cue_features(reading: &Reading, proposal: &Candidate, features: &mut Vec<Feature>) {
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
