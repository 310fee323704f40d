//! The one next change, and what a take made of it, in sentences that quote the answer. Knows the words
//! of one language; knows no screens.

use super::{by, goal, step};
use crate::content::words::{Words, fill, fill_named};
use crate::engine::{Report, Span, Step};
use crate::practice::change::{self, Change};
use crate::practice::clock;
use crate::practice::compare::Worked;
use crate::practice::record::Goal;
use crate::practice::take;
use crate::wrap;

/// Cells of the words that the next change repeats.
const QUOTE: usize = 40;

/// Cells of the words of each of two takes, side by side on one row of 76.
const BESIDE: usize = 27;

/// Words of an answer, as they are repeated in a sentence: whole words, the first ones.
fn quoted(text: &str, span: Span) -> String {
    quoted_in(text, span, QUOTE)
}

fn quoted_in(text: &str, span: Span, cells: usize) -> String {
    first_words(&one_line(span.of(text)), cells)
}

/// As many whole words as there is room for.
fn first_words(quote: &str, cells: usize) -> String {
    let cut = wrap::cut(quote, cells);
    let Some(kept) = cut.strip_suffix("...").filter(|_| cut != quote) else {
        return cut;
    };
    let whole = kept.rsplit_once(' ').filter(|_| quote.is_ascii());
    whole.map_or(kept, |(whole, _)| whole).to_owned() + "..."
}

/// The last clauses of a text, as many as there is room for, to say what belongs behind them; of a
/// last one that is too long, the first words.
pub(crate) fn ending(text: &str) -> String {
    let tail = text.char_indices().rev().nth(QUOTE * 4);
    let quote = one_line(&text[tail.map_or(0, |(at, _)| at)..]);
    let behind_mark =
        |(at, mark): (usize, char)| Some(at + mark.len_utf8()).filter(|_| is_mark(mark));
    let starts = quote.char_indices().filter_map(behind_mark);
    let starts: Vec<usize> = [0].into_iter().chain(starts).collect();
    let fits = |start: &&usize| wrap::width(quote[**start..].trim_start()) <= QUOTE;
    let start = starts.iter().find(fits).or(starts.last()).copied();
    first_words(quote[start.unwrap_or(0)..].trim_start(), QUOTE)
}

const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '。' | ',' | '，' | ';' | '；' | '!' | '！' | '?' | '？' | ':' | '：'
    )
}

/// Words of an answer on one line, without the mark that ends them.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .trim_end()
        .trim_end_matches(is_mark)
        .split_whitespace()
        .collect();
    words.join(" ")
}

/// The one next change as a sentence about the words that it is about.
pub(crate) fn change(words: &Words, text: &str, change: &Change) -> String {
    let behind = matches!(change.goal.step, Step::NoLesson | Step::NoMeasure);
    let quote = change.quote.map(|span| {
        if behind {
            ending(span.of(text))
        } else {
            quoted(text, span)
        }
    });
    let late = |turn: &u32| change.goal.by_seconds.is_none_or(|by| *turn > by);
    let turn = change.turn_seconds.filter(late).map(clock::face);
    let values = [
        ("quote", quote.as_deref()),
        ("instead", change.instead.as_deref()),
        ("turn", turn.as_deref()),
        ("by", Some(&*by(change.goal))),
    ];
    let quoted = fill_named(&step(words, change.goal.step).quoted, &values);
    quoted.unwrap_or_else(|| next(words, change.goal))
}

/// What a take made of its goal, by the second that shows it.
pub(crate) fn outcome(words: &Words, report: &Report, goal: Goal) -> Option<String> {
    let review = &words.review;
    let said = if take::reached(goal, report)? {
        &review.goal_kept
    } else {
        &review.goal_open
    };
    let turn = report.turn_seconds.filter(|_| goal.by_seconds.is_some());
    let turn = turn.map(|turn| fill(&review.goal_turn, &[&clock::face(turn)]));
    let said = fill(said, &[&self::goal(words, goal).1]);
    let parts: Vec<String> = [Some(said), turn].into_iter().flatten().collect();
    Some(parts.join(&review.space))
}

/// [`outcome`], with the words that show it.
pub(crate) fn outcome_quoted(
    words: &Words,
    text: &str,
    report: &Report,
    goal: Goal,
) -> Option<String> {
    let review = &words.review;
    let reached = take::reached(goal, report)?;
    let (sign, span) = if reached {
        (&review.goal_now, change::evidence(report, goal.step))
    } else {
        (&review.goal_still, change::quote(report, goal.step))
    };
    // What is missing, late or in another order is not in words that could still be there.
    let absent = !reached
        && matches!(
            goal.step,
            Step::NoLesson | Step::NoMeasure | Step::OnlyRepair | Step::Order | Step::Length
        );
    let shown = span.filter(|_| !absent);
    let shown = shown.map(|span| fill(sign, &[&quoted(text, span)]));
    let said = outcome(words, report, goal);
    let parts: Vec<String> = [said, shown].into_iter().flatten().collect();
    Some(parts.join(&review.space))
}

/// The words that a take set out to change, as an earlier one had them, and what stands there now.
pub(crate) fn then_now(words: &Words, worked: Worked, [earlier, later]: [&str; 2]) -> [String; 2] {
    let said = &words.compare;
    let quote = |text: &str, span| fill(&said.quote, &[&quoted_in(text, span, BESIDE)]);
    let before = worked.before.map(|span| quote(earlier, span));
    let before = before.unwrap_or_else(|| said.untold.clone());
    let now = worked.now.map(|span| quote(later, span));
    let now = now.unwrap_or_else(|| said.gone.clone());
    [fill(&said.then, &[&before]), fill(&said.now, &[&now])]
}

/// The one next change as a sentence, where the answer is not at hand.
pub(crate) fn next(words: &Words, goal: Goal) -> String {
    fill(&step(words, goal.step).next, &[&by(goal)])
}
