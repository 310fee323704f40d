//! Which prompt comes next. Knows what was shown lately and a source of chance; knows nothing of
//! screens.

use rand::Rng;
use rand::seq::IndexedRandom;

use super::desk::Desk;
use super::prompt::Prompt;

/// Out of how many prompts one is drawn when all were seen: with one or two, the order would be
/// foreseeable.
const POOL: usize = 8;

/// Draws at random among the prompts seen least recently: those never seen, or else those seen
/// longest ago. The very first prompt of all is the literal question, which stands first. `None`
/// only when there are no prompts.
pub fn draw<'a>(
    prompts: impl IntoIterator<Item = &'a Prompt>,
    desk: &Desk,
    chance: &mut (impl Rng + ?Sized),
) -> Option<&'a Prompt> {
    let mut prompts = prompts.into_iter();
    if desk.seen.is_empty() && desk.attempts == 0 {
        return prompts.next();
    }
    let mut rested: Vec<(Option<usize>, &Prompt)> = prompts
        .map(|prompt| (last_seen(desk, prompt), prompt))
        .collect();
    rested.sort_by_key(|&(seen, _)| seen);
    let never = rested.iter().take_while(|(seen, _)| seen.is_none()).count();
    let pool = match never {
        // Of few prompts, the newer half stays out, so that none comes twice in a row.
        0 => POOL.min(rested.len().div_ceil(2)),
        never => never,
    };
    rested[..pool].choose(chance).map(|&(_, prompt)| prompt)
}

/// The place of a prompt among those seen; later is greater, never is least.
fn last_seen(desk: &Desk, prompt: &Prompt) -> Option<usize> {
    desk.seen.iter().rposition(|id| *id == prompt.id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;

    use super::*;
    use crate::engine::Bilingual;

    fn prompts(ids: usize) -> Vec<Prompt> {
        let prompt = |number: usize| Prompt {
            id: format!("prompt-{number}"),
            text: Bilingual {
                en: String::new(),
                zh: String::new(),
            },
            probes: Vec::new(),
            theme: String::new(),
        };
        (0..ids).map(prompt).collect()
    }

    /// Draws `times` prompts in a row, each of them seen before the next is drawn.
    fn row(prompts: &[Prompt], times: usize, seed: u64) -> Vec<String> {
        let mut desk = Desk::default();
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        for _ in 0..times {
            let id = draw(prompts, &desk, &mut chance).unwrap().id.clone();
            desk.seen.retain(|seen| *seen != id);
            desk.seen.push(id);
        }
        desk.seen
    }

    #[test]
    fn the_very_first_is_the_first_prompt_whatever_the_seed() {
        let prompts = prompts(40);
        for seed in 0..20 {
            let first = draw(
                &prompts,
                &Desk::default(),
                &mut ChaCha8Rng::seed_from_u64(seed),
            );
            assert_eq!(first.unwrap().id, "prompt-0");
        }
        let none = draw(&[], &Desk::default(), &mut ChaCha8Rng::seed_from_u64(1));
        assert_eq!(none, None);
    }

    #[test]
    fn all_come_before_one_comes_again_in_an_order_that_a_seed_decides() {
        let prompts = prompts(40);
        let seen: BTreeSet<String> = row(&prompts, 40, 3).into_iter().collect();
        assert_eq!(seen.len(), 40);
        assert_eq!(row(&prompts, 99, 3), row(&prompts, 99, 3));
        assert_ne!(row(&prompts, 40, 3), row(&prompts, 40, 4));
    }

    #[test]
    fn what_was_seen_lately_rests_even_when_all_were_seen() {
        for count in [2, 3, 10, 40] {
            let prompts = prompts(count);
            let mut desk = Desk {
                seen: prompts.iter().map(|prompt| prompt.id.clone()).collect(),
                ..Desk::default()
            };
            for seed in 0..200 {
                let next = draw(&prompts, &desk, &mut ChaCha8Rng::seed_from_u64(seed));
                let next = next.unwrap().id.clone();
                assert_ne!(desk.seen.last(), Some(&next), "{count} prompts");
                desk.seen.retain(|id| *id != next);
                desk.seen.push(next);
            }
        }
    }

    #[test]
    fn ids_that_are_gone_do_not_matter() {
        let prompts = prompts(3);
        let desk = Desk {
            seen: vec!["gone".into(), "prompt-0".into(), "prompt-1".into()],
            ..Desk::default()
        };
        for seed in 0..20 {
            let next = draw(&prompts, &desk, &mut ChaCha8Rng::seed_from_u64(seed)).unwrap();
            assert_ne!(next.id, "prompt-1");
        }
    }
}
