//! Killed at any moment while somebody types: at most the last two seconds are gone.

use std::env;
use std::time::{Duration, Instant};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rustix::process::Signal;

use crate::side_by_side;
use crate::terminal::{ENTER, Home};

/// What may be lost.
const MOST: Duration = Duration::from_secs(2);
/// One sentence, over and over; the number says which.
const WORDS: [&str; 8] = [
    "We", "lost", "a", "client", "because", "nobody", "had", "asked.",
];

#[test]
fn a_kill_at_any_moment_loses_two_seconds_at_most() {
    let kills = env::var("FAILWELL_KILLS")
        .ok()
        .and_then(|text| text.parse().ok());
    let seeds: Vec<u64> = (0..kills.unwrap_or(12)).collect();
    let lost = side_by_side(&seeds, |seed| lost(*seed));
    let characters = lost.iter().map(|(characters, _)| *characters).max();
    let time = lost.iter().map(|(_, time)| *time).max();
    eprintln!(
        "{} kills: {characters:?} characters, {time:?} at most",
        lost.len()
    );
}

/// Types until a moment that the seed chooses, is killed then, and says how much is gone:
/// characters, and for how long the first of them had been on the screen.
fn lost(seed: u64) -> (usize, Duration) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let home = Home::new("en");
    let mut terminal = home.failwell();
    terminal.types(ENTER);
    terminal.sees("what was being done");
    let moment = Instant::now() + Duration::from_millis(rng.random_range(0..5000));
    let (mut text, mut shown) = (String::new(), Vec::new());
    while Instant::now() < moment {
        let word = WORDS[shown.len() % WORDS.len()];
        terminal.types(word);
        terminal.types(" ");
        text.push_str(word);
        text.push(' ');
        terminal.sees(&text);
        shown.push((text.len(), Instant::now()));
        terminal.is_quiet_for(Duration::from_millis(rng.random_range(1..150)));
    }
    let killed = Instant::now();
    terminal.signal(Signal::KILL);
    terminal.ends();
    let drafts = home.drafts();
    let kept = drafts.first().map_or(String::new(), |(_, draft)| {
        draft["text"].as_str().unwrap().to_owned()
    });
    assert!(text.starts_with(&kept), "seed {seed}: {kept:?}");
    let first = shown.iter().find(|(length, _)| *length > kept.len());
    let time = first.map_or(Duration::ZERO, |(_, at)| killed - *at);
    assert!(time <= MOST, "seed {seed}: {time:?} are gone");
    (text.len() - kept.len(), time)
}
