//! Logistic regression over named features, one kind at a time.

use failwell::engine::feature::{COUNT, Feature};

use crate::crf::Rprop;

/// One candidate: its features, whether the label agrees, and the answer it comes from.
pub struct Case {
    pub features: Vec<Feature>,
    pub positive: bool,
    pub answer: usize,
}

const ROUNDS: usize = 80;

/// Weights by feature number, in log odds.
pub fn fit(cases: &[&Case], l2: f64) -> Vec<f64> {
    let mut weights = vec![0.0; COUNT];
    let mut rprop = Rprop::new(COUNT);
    for _ in 0..ROUNDS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| -l2 * w).collect();
        for case in cases {
            let score = score(&weights, case);
            let delta = f64::from(u8::from(case.positive)) - 1.0 / (1.0 + (-score).exp());
            for feature in &case.features {
                gradient[feature.index()] += delta;
            }
        }
        rprop.climb(&mut weights, &gradient);
    }
    weights
}

pub fn score(weights: &[f64], case: &Case) -> f64 {
    case.features.iter().map(|f| weights[f.index()]).sum()
}

/// The lowest threshold above which at least `precision` of all is right, on answers whose labels the
/// weights had not seen; at least [`FEW`] must lie above it.
pub fn precise(mut scored: Vec<(f64, bool)>, precision: f64) -> f64 {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut at) = (0.0, f64::INFINITY);
    #[expect(clippy::cast_precision_loss, reason = "counts of a small corpus")]
    for (index, &(score, positive)) in scored.iter().enumerate() {
        hits += f64::from(u8::from(positive));
        if index + 1 >= FEW && hits >= precision * (index as f64 + 1.0) {
            let next = scored.get(index + 1).map_or(score - 0.2, |next| next.0);
            at = f64::midpoint(score, next);
        }
    }
    at
}

const FEW: usize = 20;

/// The threshold that makes the best balance of precision and recall, where `beta` below one
/// prefers precision. `gold` counts the labels, found or not.
pub fn threshold(mut scored: Vec<(f64, bool)>, gold: usize, beta: f64) -> f64 {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut best, mut at) = (0.0, 0.0, f64::INFINITY);
    #[expect(clippy::cast_precision_loss, reason = "counts of a small corpus")]
    for (index, &(score, positive)) in scored.iter().enumerate() {
        hits += f64::from(u8::from(positive));
        let found = index as f64 + 1.0;
        let square = beta * beta;
        let f = (1.0 + square) * hits / (square * (gold as f64) + found);
        if f > best {
            let next = scored.get(index + 1).map_or(score - 0.2, |next| next.0);
            (best, at) = (f, f64::midpoint(score, next));
        }
    }
    at
}
