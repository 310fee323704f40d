//! Dense weight tables: features in, one sum a column out. Knows numbers; knows nothing of texts.

use super::feature::{COUNT, Feature};

/// A dense table: a row of `N` weights for each feature.
#[derive(Clone, Debug)]
pub struct Table<const N: usize> {
    rows: Vec<[i32; N]>,
}

impl<const N: usize> Table<N> {
    /// A table without weights: every sum is zero.
    pub fn empty() -> Self {
        Self {
            rows: vec![[0; N]; COUNT],
        }
    }

    /// Sets one weight.
    pub fn set(&mut self, feature: Feature, column: usize, weight: i32) {
        self.rows[feature.index()][column] = weight;
    }

    /// One weight.
    pub fn get(&self, feature: Feature, column: usize) -> i32 {
        self.rows[feature.index()][column]
    }

    /// The sums of all columns over these features.
    pub fn sum(&self, features: &[Feature]) -> [i32; N] {
        let mut sums = [0; N];
        for feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[feature.index()]) {
                *sum += weight;
            }
        }
        sums
    }
}
