//! From labelled answers to weights: roles first, then each kind on roles that were predicted for
//! answers the roles' own weights had not seen.

use std::ops::Range;

use failwell::content;
use failwell::engine::facts::{clause_facts, cue_facts};
use failwell::engine::feature::{Fact, Feature, Lemmas};
use failwell::engine::judge::{DEFENCES, KindModel};
use failwell::engine::model::{Chain, KindWeights, Weights};
use failwell::engine::reading::Reading;
use failwell::engine::role::{self, ROLES, RoleModel};
use failwell::engine::{Kind, Lang, Reader, Role, Tip};

use crate::corpus::{Labelled, role_at};
use crate::crf::{Crf, Example};
use crate::logistic::{self, Case};

/// Pull towards zero.
const ROLE_L2: f64 = 20.0;
const JOIN_L2: f64 = 10.0;
const KIND_L2: f64 = 4.0;
/// Folds inside the training answers.
const INNER: usize = 5;
/// What a sentence must be worth more to be a setback, in log odds: more than half are, and a model
/// of short data takes too many for the commonest. In folds, roles gain a point by it.
const COMMONEST: (Role, f64) = (Role::Setback, 0.3);
/// A thousand is one unit of log odds.
const UNIT: f64 = 1000.0;
/// At most so many named features a kind.
const MOST: usize = 200;

/// Kinds that hurt when they are wrong: precision before recall.
const SCOLDING: [Kind; 6] = [
    Kind::CharacterFlaw,
    Kind::Dodge,
    Kind::Minimising,
    Kind::BlameShift,
    Kind::SelfJustify,
    Kind::SilverLining,
];

/// Kinds that no model weighs: too few labels, decided by the rubric, or computed.
const UNWEIGHED: [Kind; 3] = [Kind::Breach, Kind::LongSetback, Kind::GrowthWord];

/// Fits all weights of a language.
pub fn fit(lang: Lang, answers: &[&Labelled]) -> Weights {
    let reader = content::engine().reader(lang);
    let examples: Vec<Example> = answers
        .iter()
        .map(|answer| example(reader, answer))
        .collect();
    let all: Vec<&Example> = examples.iter().collect();
    let roles = chain(&fit_roles(&all), reader.lemmas());
    let mut readings: Vec<Reading> = Vec::new();
    for (at, answer) in answers.iter().enumerate() {
        readings.push(reader.read_without_roles(&answer.text));
        debug_assert_eq!(at + 1, readings.len());
    }
    for fold in 0..INNER {
        let training: Vec<&Example> = held_out(&examples, fold, false);
        let chain = chain(&fit_roles(&training), reader.lemmas());
        let model = RoleModel::new(&chain.numbered(reader.lemmas()));
        for at in (0..answers.len()).filter(|at| at % INNER == fold) {
            let roles = model.decode(&readings[at]);
            readings[at].tell(roles);
        }
    }
    let kinds = Kind::all()
        .filter(|kind| !UNWEIGHED.contains(kind))
        .map(|kind| fit_kind(kind, answers, &readings, reader.lemmas()))
        .collect();
    let joins = fit_joins(answers, &readings, reader.lemmas());
    let defence = fit_defence(answers, &readings, reader.lemmas());
    Weights {
        roles,
        kinds,
        defence,
        joins,
    }
}

/// The chain of roles, with the commonest held back.
fn fit_roles(examples: &[&Example]) -> Crf {
    let (role, handicap) = COMMONEST;
    let mut crf = Crf::fit(examples, ROLE_L2);
    crf.lower(Feature::fact(Fact::Bias), role as usize, handicap);
    crf
}

fn held_out<T>(all: &[T], fold: usize, inside: bool) -> Vec<&T> {
    let of_fold = |at: usize| (at % INNER == fold) == inside;
    all.iter()
        .enumerate()
        .filter(|(at, _)| of_fold(*at))
        .map(|(_, x)| x)
        .collect()
}

fn example(reader: &Reader, answer: &Labelled) -> Example {
    let reading = reader.read_without_roles(&answer.text);
    let mut features = Vec::new();
    let mut roles = Vec::new();
    for at in 0..reading.sentences.len() {
        let mut own = Vec::new();
        role::features(&reading, at, &mut own);
        features.push(own);
        roles.push(role_at(answer, &reading.sentences[at].bytes) as usize);
    }
    Example { features, roles }
}

#[expect(clippy::cast_possible_truncation, reason = "weights are small")]
fn whole(weight: f64) -> i32 {
    (weight * UNIT).round() as i32
}

fn chain(crf: &Crf, lemmas: &Lemmas) -> Chain {
    let row = |of: &dyn Fn(usize) -> f64| (0..ROLES).map(|role| whole(of(role))).collect();
    Chain {
        start: row(&|role| crf.start(role)),
        end: row(&|role| crf.end(role)),
        steps: (0..ROLES)
            .map(|from| row(&|to| crf.step(from, to)))
            .collect(),
        features: lemmas
            .names()
            .into_iter()
            .map(|(name, feature)| (name, row(&|role| crf.of(feature, role))))
            .filter(|(_, weights): &(String, Vec<i32>)| weights.iter().any(|w| w.abs() > 10))
            .collect(),
    }
}

fn fit_kind(
    kind: Kind,
    answers: &[&Labelled],
    readings: &[Reading],
    lemmas: &Lemmas,
) -> KindWeights {
    KindWeights {
        kind: kind.id().to_owned(),
        features: fit_kinds(&[kind], answers, readings, lemmas),
    }
}

/// Whether a clause defends at all.
fn fit_defence(answers: &[&Labelled], readings: &[Reading], lemmas: &Lemmas) -> Vec<(String, i32)> {
    fit_kinds(&DEFENCES, answers, readings, lemmas)
}

/// One model for candidates of any of these kinds, which share their proposals.
fn fit_kinds(
    kinds: &[Kind],
    answers: &[&Labelled],
    readings: &[Reading],
    lemmas: &Lemmas,
) -> Vec<(String, i32)> {
    let gold = answers
        .iter()
        .flat_map(|a| &a.spans)
        .filter(|span| kinds.contains(&span.0))
        .count();
    let allowed = allowed(lemmas, gold, kinds);
    let cases: Vec<Case> = (0..answers.len())
        .flat_map(|at| cases(kinds, at, answers[at], &readings[at], &allowed))
        .collect();
    let mut scored = Vec::new();
    for fold in 0..INNER {
        let of_fold = |case: &&Case| case.answer % INNER == fold;
        let training: Vec<&Case> = cases.iter().filter(|case| !of_fold(case)).collect();
        let weights = logistic::fit(&training, KIND_L2);
        let held = cases.iter().filter(of_fold);
        scored.extend(held.map(|case| (logistic::score(&weights, case), case.positive)));
    }
    let threshold = if kinds == DEFENCES {
        logistic::precise(scored, PRECISION)
    } else {
        logistic::threshold(scored, gold, beta(kinds))
    };
    let mut weights = logistic::fit(&cases.iter().collect::<Vec<_>>(), KIND_L2);
    // The threshold becomes part of the constant, so that above zero means accepted.
    weights[Feature::fact(Fact::Bias).index()] -= threshold.min(1e6);
    heaviest(&weights, &cases, lemmas)
}

/// Whether a clause goes on with the finding of the clause before it: from pairs of neighbouring
/// clauses that are both inside labels of one kind, the same label or two.
fn fit_joins(answers: &[&Labelled], readings: &[Reading], lemmas: &Lemmas) -> Vec<(String, i32)> {
    let mut cases = Vec::new();
    for (at, (answer, reading)) in answers.iter().zip(readings).enumerate() {
        for index in 1..reading.clauses.len() {
            let [before, own] = [&reading.clauses[index - 1], &reading.clauses[index]];
            if before.sentence != own.sentence {
                continue;
            }
            let pair = [before, own].map(|clause| reading.bytes(&clause.tokens));
            let Some(positive) = one_label(answer, &pair) else {
                continue;
            };
            let mut features = Vec::new();
            clause_facts(reading, index, &mut features);
            cases.push(Case {
                features,
                positive,
                answer: at,
            });
        }
    }
    let weights = logistic::fit(&cases.iter().collect::<Vec<_>>(), JOIN_L2);
    heaviest(&weights, &cases, lemmas)
}

/// Whether one label covers both clauses; `None` when no kind is labelled in both.
fn one_label(answer: &Labelled, pair: &[Range<usize>; 2]) -> Option<bool> {
    let of = |bytes: &Range<usize>| -> Vec<usize> {
        let spans = answer.spans.iter().enumerate();
        spans
            .filter(|(_, (kind, span))| JOINED.contains(kind) && covers(span, bytes))
            .map(|(at, _)| at)
            .collect()
    };
    let [before, own] = [of(&pair[0]), of(&pair[1])];
    if own.iter().any(|at| before.contains(at)) {
        return Some(true);
    }
    let kind = |at: &usize| answer.spans[*at].0;
    let two = own
        .iter()
        .any(|at| before.iter().any(|other| kind(other) == kind(at)));
    two.then_some(false)
}

/// Kinds whose findings are clauses.
const JOINED: [Kind; 12] = [
    Kind::VagueLesson,
    Kind::Lesson,
    Kind::Slip,
    Kind::CharacterFlaw,
    Kind::Dodge,
    Kind::Misjudgement,
    Kind::VagueMeasure,
    Kind::Measure,
    Kind::Minimising,
    Kind::BlameShift,
    Kind::SelfJustify,
    Kind::SilverLining,
];

/// Kinds with fewer labels than this are weighed by what words mean, not by small words.
const PLENTY: usize = 180;

/// Classes that say who and when, not what.
const GRAMMAR: [&str; 8] = [
    "solo",
    "shared",
    "outside",
    "past",
    "future",
    "mine",
    "ours",
    "placeholder",
];

/// Which features a kind with so many labels may use, by number.
fn allowed(lemmas: &Lemmas, gold: usize, kinds: &[Kind]) -> Vec<bool> {
    let mut allowed = vec![true; failwell::engine::feature::COUNT];
    let acts = kinds == [Kind::SoloBlame];
    let defends = kinds.iter().any(|kind| kind.tip() == Tip::Defend);
    for (name, feature) in lemmas.names() {
        let (place, class) = name.split_once(' ').unwrap_or((&name, ""));
        let small = matches!(place, "word" | "opens") || GRAMMAR.contains(&class);
        let scarce = gold < PLENTY && small && !name.starts_with("subject");
        let whole = feature.is_of_answer() && !defends;
        // Who carries the setback is said in the clause itself.
        let beside = acts && matches!(place, "before" | "after" | "around");
        allowed[feature.index()] = !scarce && !whole && !beside;
    }
    allowed
}

/// The features that move scores most.
fn heaviest(weights: &[f64], cases: &[Case], lemmas: &Lemmas) -> Vec<(String, i32)> {
    let mut seen = vec![0.0_f64; weights.len()];
    for feature in cases.iter().flat_map(|case| &case.features) {
        seen[feature.index()] += 1.0;
    }
    let names = lemmas.names();
    let force = |feature: Feature| weights[feature.index()].abs() * seen[feature.index()].sqrt();
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|&a, &b| force(names[b].1).total_cmp(&force(names[a].1)));
    order.truncate(MOST);
    order.sort_unstable();
    order
        .into_iter()
        .map(|at| (names[at].0.clone(), whole(weights[names[at].1.index()])))
        .filter(|(_, weight)| weight.abs() > 10)
        .collect()
}

/// What an excuse must be worth on inner folds before anybody is told of one.
const PRECISION: f64 = 0.75;

/// How much recall weighs beside precision: little where a person is scolded.
fn beta(kinds: &[Kind]) -> f64 {
    if kinds.iter().all(|kind| SCOLDING.contains(kind)) {
        0.45
    } else {
        1.0
    }
}

/// All candidates of some kinds in one answer; kinds that share a model share their proposals.
fn cases(
    kinds: &[Kind],
    at: usize,
    answer: &Labelled,
    reading: &Reading,
    allowed: &[bool],
) -> Vec<Case> {
    let all = KindModel::open().candidates(reading);
    let spans: Vec<&Range<usize>> = answer
        .spans
        .iter()
        .filter(|s| kinds.contains(&s.0))
        .map(|s| &s.1)
        .collect();
    let mut cases = Vec::new();
    for candidate in all
        .into_iter()
        .filter(|candidate| candidate.kind == kinds[0])
    {
        let mut features = Vec::new();
        clause_facts(reading, candidate.clause, &mut features);
        cue_facts(reading, &candidate, &mut features);
        features.retain(|feature| allowed[feature.index()]);
        let bytes = reading.bytes(&candidate.tokens);
        cases.push(Case {
            features,
            positive: spans.iter().any(|span| covers(span, &bytes)),
            answer: at,
        });
    }
    cases
}

/// Whether the two share at least half of the shorter.
pub fn covers(gold: &Range<usize>, found: &Range<usize>) -> bool {
    let shared = gold
        .end
        .min(found.end)
        .saturating_sub(gold.start.max(found.start));
    shared * 2 >= gold.len().min(found.len()) && shared > 0
}

/// Keeps the compiler honest about the order of roles in files.
const _: () = assert!(Role::ALL.len() == ROLES);
