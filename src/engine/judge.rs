//! Proposals in, findings out: weighs what the rules propose with the linear model of each kind,
//! joins neighbours, and resolves overlap within a tip.

use std::ops::Range;

use super::clause::Clause;
use super::facts::{clause_facts, cue_facts};
use super::feature::{Fact, Feature};
use super::lexicon::Class;
use super::model::Weights;
use super::reading::Reading;
use super::report::Role;
use super::table::Table;
use super::tip::{self, Kind};
use super::tips::{Joins, Proposal, RULES, Rule};

const KINDS: usize = tip::COUNT;
/// The column behind the kinds: whether a clause goes on with the finding before it.
const JOINS: usize = KINDS;
/// And the one behind it: whether a clause defends the failure at all.
const DEFENCE: usize = KINDS + 1;
const COLUMNS: usize = KINDS + 2;

/// What a sure defence elsewhere in the answer adds, in thousandths of log odds. Measured on folds:
/// half a unit more costs as much precision as it wins recall.
const ENCORE: i32 = 500;

/// What a defence said outright adds: enough, whatever stands around it.
const PLEA: i32 = 6000;

const fn plea(clause: &Clause) -> i32 {
    if clause.cues.has(Class::Plea) {
        PLEA
    } else {
        0
    }
}

/// Whether a clause has words in which defences are told.
fn pleads(clause: &Clause) -> bool {
    [
        Class::Minimise,
        Class::Belittle,
        Class::Blame,
        Class::Cause,
        Class::Justify,
        Class::Excuse,
    ]
    .into_iter()
    .any(|class| clause.cues.has(class))
}

const fn own_class(kind: Kind) -> Option<Class> {
    match kind {
        Kind::Minimising => Some(Class::Minimise),
        Kind::BlameShift => Some(Class::Blame),
        Kind::SelfJustify => Some(Class::Justify),
        _ => None,
    }
}

/// The ways to defend a failure are too rare to be told from each other and from plain story at
/// once: one model says whether a clause defends, those of the kinds only say which way.
pub const DEFENCES: [Kind; 3] = [Kind::Minimising, Kind::BlameShift, Kind::SelfJustify];

/// The models of all kinds, side by side.
#[derive(Clone, Debug)]
pub struct KindModel {
    table: Table<COLUMNS>,
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
    /// What decides between two of one tip in one place.
    pub rank: i32,
    /// Whether a sure defence elsewhere in the answer was added to its score.
    pub encore: bool,
    /// Whether it is one finding with that of the clause before it, if that is of its kind.
    pub goes_on: bool,
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
            rank: 0,
            encore: false,
            goes_on: false,
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

    /// Puts the weights of every feature into one table.
    pub fn new(weights: &Weights<Feature>) -> Self {
        let mut model = Self::open();
        model.fill(JOINS, &weights.joins);
        model.fill(DEFENCE, &weights.defence);
        for of_kind in &weights.kinds {
            if let Some(kind) = Kind::all().find(|kind| kind.id() == of_kind.kind) {
                model.weighed[kind as usize] = true;
                model.fill(kind as usize, &of_kind.features);
            }
        }
        model
    }

    fn fill(&mut self, column: usize, weights: &[(Feature, i32)]) {
        for &(feature, weight) in weights {
            self.table.set(feature, column, weight);
        }
    }

    /// Everything that the rules propose, with its score, in the order of the text.
    pub fn candidates(&self, reading: &Reading) -> Vec<Candidate> {
        let mut all = Vec::new();
        let mut facts = Vec::with_capacity(64);
        let mut proposals = Vec::new();
        for index in 0..reading.clauses.len() {
            clause_facts(reading, index, &mut facts);
            let sums = self.table.sum(&facts);
            let clause = &reading.clauses[index];
            for rule in RULES.iter().copied().flatten() {
                (rule.propose)(reading, clause, &mut proposals);
                for proposal in proposals.drain(..) {
                    let mut candidate = Candidate::new(rule, index, proposal);
                    candidate.rank = self.rank(reading, &candidate, sums);
                    candidate.score = if self.gated(candidate.kind) {
                        sums[DEFENCE] + plea(clause)
                    } else {
                        candidate.rank
                    };
                    candidate.goes_on =
                        rule.joins == Joins::Yes && sums[JOINS] > 0 && plea(clause) == 0;
                    all.push(candidate);
                }
            }
        }
        self.encore(reading, &mut all);
        all
    }

    /// Who defends once defends again: where one clause of an answer surely defends, the others need
    /// less to be believed.
    fn encore(&self, reading: &Reading, all: &mut [Candidate]) {
        let sure = |candidate: &Candidate| self.gated(candidate.kind) && candidate.score > 0;
        if all.iter().any(sure) {
            for candidate in all.iter_mut().filter(|c| {
                self.gated(c.kind) && c.score <= 0 && pleads(&reading.clauses[c.clause])
            }) {
                candidate.score += ENCORE;
                candidate.encore = true;
            }
        }
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

    fn gated(&self, kind: Kind) -> bool {
        self.weighed[kind as usize] && DEFENCES.contains(&kind)
    }

    /// What is not weighed is accepted as it is proposed.
    fn rank(&self, reading: &Reading, candidate: &Candidate, sums: [i32; COLUMNS]) -> i32 {
        let column = candidate.kind as usize;
        if !self.weighed[column] {
            return 1;
        }
        let mut own = Vec::new();
        cue_facts(reading, candidate, &mut own);
        let extra = own.iter().map(|&feature| self.table.get(feature, column));
        let clause = &reading.clauses[candidate.clause];
        // Said outright, its own words tell which way.
        let named = own_class(candidate.kind).is_some_and(|class| clause.cues.has(class));
        let outright = if named { plea(clause) } else { 0 };
        sums[column] + extra.sum::<i32>() + outright
    }

    /// The weights that are not zero, for the facts of one candidate, heaviest first.
    pub fn reasons(&self, reading: &Reading, candidate: &Candidate) -> Vec<(Feature, i32)> {
        let mut facts = Vec::new();
        clause_facts(reading, candidate.clause, &mut facts);
        cue_facts(reading, candidate, &mut facts);
        let column = if self.gated(candidate.kind) {
            DEFENCE
        } else {
            candidate.kind as usize
        };
        let mut reasons: Vec<(Feature, i32)> = facts
            .into_iter()
            .map(|feature| (feature, self.table.get(feature, column)))
            .filter(|reason| reason.1 != 0)
            .collect();
        let clause = &reading.clauses[candidate.clause];
        if self.gated(candidate.kind) && clause.cues.has(Class::Plea) {
            reasons.push((Feature::fact(Fact::Outright), PLEA));
        }
        if candidate.encore {
            reasons.push((Feature::fact(Fact::Encore), ENCORE));
        }
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
        if rival.rank < new.rank {
            *rival = new;
        }
        return;
    }
    let sentence = |candidate: &Candidate| reading.clauses[candidate.clause].sentence;
    let neighbour = kept[near..].iter_mut().rev().find(|old| {
        new.goes_on
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
