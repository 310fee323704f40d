//! The weights of the linear models as data (`content/weights/`), made by `examples/train`. Knows
//! names and integers; knows nothing of texts. Included by `build.rs` too.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::feature::{Feature, Lemmas};

/// A weights file: the roles' chain and the kinds' scores of one language. A thousand is one unit
/// of log odds. Features go by name in files, by number where they are looked up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights<F = String> {
    /// The sentence roles.
    pub roles: Chain<F>,
    /// One model for each kind that is weighed, by the kind's name.
    pub kinds: Vec<KindWeights<F>>,
    /// Whether a clause defends the failure at all, by feature; which way is for the kinds.
    pub defence: Vec<(F, i32)>,
    /// Whether a clause goes on with the finding of the clause before it, by feature.
    pub joins: Vec<(F, i32)>,
}

/// A linear chain over the six roles, in the order of `Role::ALL`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain<F = String> {
    /// Score of each role for the first sentence.
    pub start: Vec<i32>,
    /// Score of each role for the last sentence.
    pub end: Vec<i32>,
    /// Score of going from the row's role to the column's.
    pub steps: Vec<Vec<i32>>,
    /// Score of each role by feature.
    pub features: Vec<(F, Vec<i32>)>,
}

/// The model of one kind: accept when the sum is above zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWeights<F = String> {
    /// The kind's name.
    pub kind: String,
    /// Weight by feature.
    pub features: Vec<(F, i32)>,
}

impl Weights {
    /// The same by number; names that no longer exist are left out.
    pub fn numbered(&self, lemmas: &Lemmas) -> Weights<Feature> {
        let numbers = Numbers::new(lemmas);
        let kinds = self.kinds.iter().map(|of| KindWeights {
            kind: of.kind.clone(),
            features: numbers.known(&of.features),
        });
        Weights {
            roles: self.roles.by(&numbers),
            kinds: kinds.collect(),
            defence: numbers.known(&self.defence),
            joins: numbers.known(&self.joins),
        }
    }
}

impl Chain {
    /// The same by number; names that no longer exist are left out.
    pub fn numbered(&self, lemmas: &Lemmas) -> Chain<Feature> {
        self.by(&Numbers::new(lemmas))
    }

    fn by(&self, numbers: &Numbers) -> Chain<Feature> {
        Chain {
            start: self.start.clone(),
            end: self.end.clone(),
            steps: self.steps.clone(),
            features: numbers.known(&self.features),
        }
    }
}

/// Features by name.
struct Numbers(HashMap<String, Feature>);

impl Numbers {
    fn new(lemmas: &Lemmas) -> Self {
        Self(lemmas.names().into_iter().collect())
    }

    fn known<W: Clone>(&self, named: &[(String, W)]) -> Vec<(Feature, W)> {
        let number = |(name, weight): &(String, W)| Some((*self.0.get(name)?, weight.clone()));
        named.iter().filter_map(number).collect()
    }
}
