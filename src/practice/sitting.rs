//! One opening of the program: its id, the ids of its attempts, and how often each prompt was
//! tried. Knows a seed and the moments it is told; no clock.

use std::collections::BTreeMap;

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use ulid::Ulid;

use super::now::Now;

/// The takes of one opening.
#[derive(Clone, Debug)]
pub struct Sitting {
    rng: ChaCha8Rng,
    id: Option<String>,
    takes: BTreeMap<String, u32>,
}

impl Sitting {
    /// A sitting whose chances all follow from `seed`.
    pub fn new(seed: u64) -> Self {
        Self {
            rng: ChaCha8Rng::seed_from_u64(seed),
            id: None,
            takes: BTreeMap::new(),
        }
    }

    /// A new ULID.
    pub fn ulid(&mut self, now: Now) -> String {
        let ms = u64::try_from(now.wall.timestamp_millis()).unwrap_or(0);
        Ulid::from_parts(ms, self.rng.random()).to_string()
    }

    /// The sitting's own id, made when it is first asked for.
    pub fn id(&mut self, now: Now) -> String {
        if let Some(id) = &self.id {
            return id.clone();
        }
        let id = self.ulid(now);
        self.id.insert(id).clone()
    }

    /// Counts one more try at a prompt and says which it is, from 1.
    pub fn take(&mut self, prompt: &str) -> u32 {
        let number = self.takes.entry(prompt.to_owned()).or_insert(0);
        *number += 1;
        *number
    }

    /// The sitting's source of chance.
    pub fn rng(&mut self) -> &mut impl Rng {
        &mut self.rng
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_seed_decides_every_id_and_takes_are_counted_by_prompt() {
        let now = Now {
            elapsed: Duration::ZERO,
            passed: Duration::ZERO,
            wall: "2026-11-24T08:30:00+08:00".parse().unwrap(),
        };
        let (mut one, mut other) = (Sitting::new(7), Sitting::new(7));
        let id = one.id(now);
        assert_eq!(id, other.id(now));
        assert_eq!(id, one.id(now), "one sitting has one id");
        assert_ne!(one.ulid(now), one.ulid(now));
        assert_eq!(id.len(), 26);
        let takes = ["failure", "deadline", "failure"].map(|prompt| one.take(prompt));
        assert_eq!(takes, [1, 1, 2]);
    }

    #[test]
    fn a_clock_that_stands_still_or_goes_back_gives_no_id_twice() {
        let mut sitting = Sitting::new(7);
        let wall: chrono::DateTime<chrono::FixedOffset> =
            "2026-11-24T08:30:00+08:00".parse().unwrap();
        let mut seen = std::collections::HashSet::new();
        for step in 0..1000 {
            let back = chrono::TimeDelta::seconds(step / 10 * 60);
            let now = Now {
                elapsed: Duration::from_secs(5),
                passed: Duration::from_secs(5),
                wall: wall - back,
            };
            assert!(seen.insert(sitting.ulid(now)));
        }
    }
}
