//! Measures the release program beside its targets: `cargo build --release`, then `cargo run
//! --release --example measure`; another program can be named as an argument. Linux only, since
//! times and memory are read from `/proc`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads clocks and writes files of its own"
)]

mod batch;
mod life;
mod screen;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What `?` makes of any error.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// One line of the table.
struct Row {
    what: &'static str,
    measured: Amount,
    /// The most that it should be.
    target: Option<Amount>,
}

/// What can be measured.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Amount {
    Time(Duration),
    Kilobytes(u64),
    Times(u64),
}

fn main() -> Result<()> {
    let given = std::env::args_os().nth(1).map(PathBuf::from);
    let program = given
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release/failwell"));
    if !program.exists() {
        return Err(format!("{}: not there; cargo build --release", program.display()).into());
    }
    let mut rows = batch::measure(&program)?;
    rows.extend(screen::measure(&program)?);
    let widest = rows.iter().map(|row| row.what.len()).max().unwrap_or(0);
    println!("{:widest$}  {:>10}  {:>10}", "", "measured", "target");
    for row in &rows {
        let Row { what, measured, .. } = row;
        let target = row.target.map(|target| format!("<= {target}"));
        let over = row.target.is_some_and(|target| *measured > target);
        println!(
            "{what:widest$}  {:>10}  {:>10}{}",
            measured.to_string(),
            target.unwrap_or_default(),
            if over { "  over" } else { "" }
        );
    }
    Ok(())
}

/// A row with a target.
fn row(what: &'static str, measured: Amount, target: Amount) -> Row {
    Row {
        what,
        measured,
        target: Some(target),
    }
}

const fn micros(micros: u64) -> Amount {
    Amount::Time(Duration::from_micros(micros))
}

const fn megabytes(megabytes: u64) -> Amount {
    Amount::Kilobytes(megabytes * 1024)
}

/// The middle one of `runs` measurements.
fn median<T: Ord>(runs: usize, mut run: impl FnMut() -> Result<T>) -> Result<T> {
    let mut all = (0..runs).map(|_| run()).collect::<Result<Vec<T>>>()?;
    all.sort();
    Ok(all.swap_remove(runs / 2))
}

/// About `words` words of an answer.
fn answer(words: usize) -> String {
    const STORY: &str = "Last spring I planned the move of our archive to a new building. \
        I assumed the lift would carry the shelves, so I never measured them. \
        On the day of the move the shelves stood in the yard, and it rained. \
        We realised that a plan is a list of guesses until somebody has checked them. \
        So we wrote down every guess and gave each of them a name and a date. \
        Since then two moves have gone by without a surprise. ";
    let story = STORY.split_whitespace().cycle().take(words);
    story.collect::<Vec<&str>>().join(" ")
}

impl std::fmt::Display for Amount {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Time(time) => write!(out, "{:.2} ms", time.as_secs_f64() * 1e3),
            #[expect(clippy::cast_precision_loss, reason = "for people to read")]
            Self::Kilobytes(kilobytes) => write!(out, "{:.1} MB", *kilobytes as f64 / 1024.0),
            Self::Times(times) => write!(out, "{times}"),
        }
    }
}
