//! Reads a sheet that came back, however it was treated on the way: quoted, reflowed, ticked by other
//! signs, saved by other programs. Knows the eight numbers, the two letters and the questions it is
//! told; knows nothing of files.

mod boxes;
mod page;
mod sheets;

use super::{First, Said};
use crate::engine::Tip;
use boxes::{State, Tick};
use page::Page;

/// What stands before the id on the last line.
pub const MARK: &str = "failwell-sheet";

/// The questions whose answers are words, in every language that a sheet is written in.
#[derive(Clone, Copy, Debug)]
pub struct Questions<'a> {
    /// "What did I learn?"
    pub learned: [&'a str; 2],
    /// "Anything else?"
    pub more: [&'a str; 2],
    /// "Your name"
    pub from: [&'a str; 2],
}

/// A sheet as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The attempt that it names.
    pub of: Option<String>,
    /// What it says.
    pub said: Said,
}

/// Why a sheet cannot be read; lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is the page itself, not its text.
    Markup,
    /// None of the eight lines is there.
    NoLines,
    /// This one of the eight is not there; it belongs behind that line.
    Missing(u8, usize),
    /// This one of the eight stands on both lines, ticked on one of them only.
    Doubled(char, [usize; 2]),
    /// What stands in the brackets of that line is neither a tick nor nothing.
    Unclear(String, usize),
    /// Both the miss and the fix are ticked.
    Both(usize),
}

/// What the text of a sheet says.
///
/// # Errors
///
/// When a line is missing or is not clear.
pub fn read(text: &str, questions: Questions<'_>) -> Result<Returned, Fault> {
    let start: String = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .chars()
        .take(14)
        .collect();
    if start.to_lowercase().starts_with("<!doctype html") {
        return Err(Fault::Markup);
    }
    let page = sheets::filled(Page::new(text));
    // What is asked stands behind the answer, which may hold anything.
    let ticks = last_of_each(&page);
    Ok(Returned {
        of: page.id(),
        said: Said {
            heard: heard(&page, &ticks)?,
            first: first(&page, &ticks)?,
            learned: page.words_after(questions, questions.learned),
            more: page.words_after(questions, questions.more),
            from: page.words_after(questions, questions.from),
        },
    })
}

/// The eight numbers and the two letters.
const LABELS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', 'A', 'B'];

/// The last box of each label, where there is one.
fn last_of_each(page: &Page) -> [Option<Tick>; 10] {
    let all = boxes::all(&page.text);
    LABELS.map(|label| all.iter().rev().find(|one| one.label == label).cloned())
}

fn heard(page: &Page, ticks: &[Option<Tick>; 10]) -> Result<Vec<Tip>, Fault> {
    if ticks[..8].iter().all(Option::is_none) {
        return Err(Fault::NoLines);
    }
    sheets::agree(page)?;
    let mut heard = Vec::new();
    let mut line = 0;
    for (number, (tip, tick)) in (1..).zip(Tip::ALL.into_iter().zip(ticks)) {
        let tick = tick.as_ref().ok_or(Fault::Missing(number, line))?;
        line = page.line(tick.at);
        heard.extend(is_ticked(page, tick)?.then_some(tip));
    }
    Ok(heard)
}

fn first(page: &Page, ticks: &[Option<Tick>; 10]) -> Result<Option<First>, Fault> {
    let ticked = |at: usize| match &ticks[at] {
        Some(tick) => is_ticked(page, tick),
        None => Ok(false),
    };
    match (ticked(8)?, ticked(9)?) {
        (true, true) => {
            let line = ticks[9].as_ref().map_or(0, |tick| page.line(tick.at));
            Err(Fault::Both(line))
        }
        (true, false) => Ok(Some(First::Miss)),
        (false, true) => Ok(Some(First::Fix)),
        (false, false) => Ok(None),
    }
}

fn is_ticked(page: &Page, tick: &Tick) -> Result<bool, Fault> {
    match &tick.state {
        State::Ticked => Ok(true),
        State::Empty => Ok(tick.beside),
        State::Unclear(what) => Err(Fault::Unclear(what.clone(), page.line(tick.at))),
    }
}

#[cfg(test)]
mod tests;
