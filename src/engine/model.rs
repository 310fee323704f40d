//! The weights of the linear models as data (`content/weights/`), made by `examples/train`. Knows
//! names and integers; knows nothing of texts. Included by `build.rs` too.

use serde::{Deserialize, Serialize};

/// A weights file: the roles' chain and the kinds' scores of one language. A thousand is one unit
/// of log odds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// The sentence roles.
    pub roles: Chain,
    /// One model for each kind that is weighed, by the kind's name.
    pub kinds: Vec<KindWeights>,
    /// Whether a clause defends the failure at all, by feature name; which way is for the kinds.
    pub defence: Vec<(String, i32)>,
    /// Whether a clause goes on with the finding of the clause before it, by feature name.
    pub joins: Vec<(String, i32)>,
}

/// A linear chain over the six roles, in the order of `Role::ALL`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// Score of each role for the first sentence.
    pub start: Vec<i32>,
    /// Score of each role for the last sentence.
    pub end: Vec<i32>,
    /// Score of going from the row's role to the column's.
    pub steps: Vec<Vec<i32>>,
    /// Score of each role by feature name.
    pub features: Vec<(String, Vec<i32>)>,
}

/// The model of one kind: accept when the sum is above zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWeights {
    /// The kind's name.
    pub kind: String,
    /// Weight by feature name.
    pub features: Vec<(String, i32)>,
}
