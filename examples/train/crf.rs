//! A linear-chain conditional random field over roles, fitted by resilient gradient steps on the
//! whole data at once: deterministic, no randomness anywhere.

use failwell::engine::feature::{COUNT, Feature};
use failwell::engine::role::ROLES;

/// One answer: the features of each sentence and its role.
pub struct Example {
    pub features: Vec<Vec<Feature>>,
    pub roles: Vec<usize>,
}

/// Fitted weights, in log odds.
#[derive(Clone)]
pub struct Crf {
    pub weights: Vec<f64>,
}

const START: usize = COUNT * ROLES;
const END: usize = START + ROLES;
const STEPS: usize = END + ROLES;
const SIZE: usize = STEPS + ROLES * ROLES;
const ROUNDS: usize = 120;

impl Crf {
    pub fn of(&self, feature: Feature, role: usize) -> f64 {
        self.weights[feature.index() * ROLES + role]
    }
    /// Takes `by` from the weight of a feature for a role.
    pub fn lower(&mut self, feature: Feature, role: usize, by: f64) {
        self.weights[feature.index() * ROLES + role] -= by;
    }
    pub fn start(&self, role: usize) -> f64 {
        self.weights[START + role]
    }
    pub fn end(&self, role: usize) -> f64 {
        self.weights[END + role]
    }
    pub fn step(&self, from: usize, to: usize) -> f64 {
        self.weights[STEPS + from * ROLES + to]
    }

    /// Maximises the likelihood less `l2` times half the squared weights.
    pub fn fit(examples: &[&Example], l2: f64) -> Self {
        let mut crf = Self {
            weights: vec![0.0; SIZE],
        };
        let mut rprop = Rprop::new(SIZE);
        for _ in 0..ROUNDS {
            let mut gradient: Vec<f64> = crf.weights.iter().map(|w| -l2 * w).collect();
            for example in examples {
                crf.add_gradient(example, &mut gradient);
            }
            rprop.climb(&mut crf.weights, &gradient);
        }
        crf
    }

    fn scores(&self, example: &Example) -> Vec<[f64; ROLES]> {
        let last = example.features.len() - 1;
        let sum = |at: usize, features: &Vec<Feature>| {
            std::array::from_fn(|role| {
                let own: f64 = features.iter().map(|&f| self.of(f, role)).sum();
                let start = if at == 0 { self.start(role) } else { 0.0 };
                let end = if at == last { self.end(role) } else { 0.0 };
                own + start + end
            })
        };
        example
            .features
            .iter()
            .enumerate()
            .map(|(at, f)| sum(at, f))
            .collect()
    }

    fn add_gradient(&self, example: &Example, gradient: &mut [f64]) {
        if example.features.is_empty() {
            return;
        }
        let scores = self.scores(example);
        let (forward, backward) = (self.forward(&scores), self.backward(&scores));
        let n = scores.len();
        let total = log_sum(&forward[n - 1]);
        for at in 0..n {
            for role in 0..ROLES {
                let expected = (forward[at][role] + backward[at][role] - total).exp();
                let truth = f64::from(u8::from(example.roles[at] == role));
                let delta = truth - expected;
                for feature in &example.features[at] {
                    gradient[feature.index() * ROLES + role] += delta;
                }
                if at == 0 {
                    gradient[START + role] += delta;
                }
                if at + 1 == n {
                    gradient[END + role] += delta;
                }
            }
        }
        for at in 1..n {
            for from in 0..ROLES {
                for to in 0..ROLES {
                    let path = forward[at - 1][from]
                        + self.step(from, to)
                        + scores[at][to]
                        + backward[at][to]
                        - total;
                    gradient[STEPS + from * ROLES + to] -= path.exp();
                }
            }
            gradient[STEPS + example.roles[at - 1] * ROLES + example.roles[at]] += 1.0;
        }
    }

    fn forward(&self, scores: &[[f64; ROLES]]) -> Vec<[f64; ROLES]> {
        let mut all = vec![scores[0]];
        for own in &scores[1..] {
            let before = all[all.len() - 1];
            all.push(std::array::from_fn(|to| {
                own[to]
                    + log_sum(&std::array::from_fn(|from| {
                        before[from] + self.step(from, to)
                    }))
            }));
        }
        all
    }

    fn backward(&self, scores: &[[f64; ROLES]]) -> Vec<[f64; ROLES]> {
        let mut all = vec![[0.0; ROLES]; scores.len()];
        for at in (0..scores.len() - 1).rev() {
            let after = all[at + 1];
            all[at] = std::array::from_fn(|from| {
                log_sum(&std::array::from_fn(|to| {
                    self.step(from, to) + scores[at + 1][to] + after[to]
                }))
            });
        }
        all
    }
}

fn log_sum(values: &[f64; ROLES]) -> f64 {
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most + values
        .iter()
        .map(|value| (value - most).exp())
        .sum::<f64>()
        .ln()
}

/// Resilient steps: only the sign of the gradient counts; each weight has a step width of its own
/// (Riedmiller and Braun 1993, the variant without backtracking).
pub struct Rprop {
    width: Vec<f64>,
    before: Vec<f64>,
}

impl Rprop {
    pub fn new(size: usize) -> Self {
        Self {
            width: vec![0.05; size],
            before: vec![0.0; size],
        }
    }

    pub fn climb(&mut self, weights: &mut [f64], gradient: &[f64]) {
        for (at, &slope) in gradient.iter().enumerate() {
            let same = self.before[at] * slope;
            if same > 0.0 {
                self.width[at] = (self.width[at] * 1.2).min(1.0);
            } else if same < 0.0 {
                self.width[at] = (self.width[at] * 0.5).max(1e-5);
                self.before[at] = 0.0;
                continue;
            }
            if slope != 0.0 {
                weights[at] += slope.signum() * self.width[at];
            }
            self.before[at] = slope;
        }
    }
}
