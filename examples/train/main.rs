//! Fits the weights of the engine to the labelled answers of `tests/corpus/`:
//!
//! ```text
//! cargo run --release --example train                writes content/weights/{en,zh}.toml
//! cargo run --release --example train -- --check     fails when the committed files differ
//! cargo run --release --example train -- --cross DIR writes cross-validated predictions
//! cargo run --release --example train -- --fitted DIR writes predictions for what was fitted
//! cargo run --release --example train -- --ceiling   lists labels that no rule proposes
//! ```
//!
//! Deterministic: the same answers and phrases give the same files, byte for byte.

#![expect(clippy::print_stdout, reason = "a program that reports")]
#![expect(unreachable_pub, reason = "modules of one program")]

mod ceiling;
mod corpus;
mod crf;
mod fit;
mod logistic;
mod output;

use std::path::Path;

use anyhow::{Result, bail};
use corpus::Labelled;
use failwell::content;
use failwell::engine::{Lang, Rate};

/// Answers are dealt to this many folds by their position, so that a fold holds whole answers of
/// all registers.
const FOLDS: usize = 10;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    for lang in Lang::ALL {
        let files = corpus::files(lang);
        let paths: Vec<&Path> = files.iter().map(Path::new).filter(|p| p.exists()).collect();
        let answers = corpus::read(&paths)?;
        match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["--cross", folder] => cross(lang, &answers, Path::new(folder))?,
            ["--fitted", folder] => fitted(lang, &answers, Path::new(folder))?,
            ["--ceiling"] => ceiling::print(lang, &answers),
            ["--check"] => write(lang, &answers, Mode::Check)?,
            [] => write(lang, &answers, Mode::Write)?,
            _ => bail!("usage: train [--check | --ceiling | --cross FOLDER | --fitted FOLDER]"),
        }
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Write,
    Check,
}

#[expect(
    clippy::disallowed_methods,
    reason = "a training program writes its files"
)]
fn write(lang: Lang, answers: &[Labelled], mode: Mode) -> Result<()> {
    let weights = fit::fit(lang, &answers.iter().collect::<Vec<_>>());
    let text = output::toml(&weights);
    let path = format!("content/weights/{}.toml", lang.code());
    let same = std::fs::read_to_string(&path).is_ok_and(|old| old == text);
    match (mode, same) {
        (Mode::Write, false) => {
            std::fs::write(&path, text)?;
            println!("{path}: from {} answers", answers.len());
        }
        (Mode::Write, true) => println!("{path}: as it was, from {} answers", answers.len()),
        (Mode::Check, true) => {}
        (Mode::Check, false) => {
            bail!("{path} is not what this corpus gives: run the training again")
        }
    }
    Ok(())
}

/// Predicts each fold by weights that were fitted to the others.
#[expect(
    clippy::disallowed_methods,
    reason = "a training program writes its files"
)]
fn cross(lang: Lang, answers: &[Labelled], folder: &Path) -> Result<()> {
    let built_in = content::engine().reader(lang);
    let mut lines = vec![String::new(); answers.len()];
    for fold in 0..FOLDS {
        let (inside, outside): (Vec<_>, Vec<_>) = answers
            .iter()
            .enumerate()
            .partition(|(at, _)| at % FOLDS == fold);
        let training: Vec<&Labelled> = outside.into_iter().map(|(_, answer)| answer).collect();
        let reader = built_in.with_weights(&fit::fit(lang, &training));
        for (at, answer) in inside {
            lines[at] = output::report(&answer.id, &reader.analyse(&answer.text, Rate::default()));
        }
    }
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("{}.jsonl", lang.code()));
    std::fs::write(&path, lines.join("\n") + "\n")?;
    println!(
        "{}: {} answers in {FOLDS} folds",
        path.display(),
        answers.len()
    );
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a training program writes its files"
)]
fn fitted(lang: Lang, answers: &[Labelled], folder: &Path) -> Result<()> {
    let built_in = content::engine().reader(lang);
    let reader = built_in.with_weights(&fit::fit(lang, &answers.iter().collect::<Vec<_>>()));
    let lines: Vec<String> = answers
        .iter()
        .map(|answer| output::report(&answer.id, &reader.analyse(&answer.text, Rate::default())))
        .collect();
    std::fs::create_dir_all(folder)?;
    std::fs::write(
        folder.join(format!("{}.jsonl", lang.code())),
        lines.join("\n") + "\n",
    )?;
    Ok(())
}
