//! The list of attempts, whole or narrowed down by a search.

use std::io::{self, Write};

use super::{Job, export};
use crate::cmd::complain;
use crate::content::say;
use crate::engine::Tip;
use crate::export::clean::clean_line;
use crate::export::{json, plain};
use crate::practice::event::Silence;
use crate::practice::history::{Attempt, History};
use crate::practice::search::Wanted;
use crate::store::history::Index;
use crate::wrap;

/// An id is shown by at least this many characters: a ULID's first eight change every second.
const SHORTEST_ID: usize = 8;

pub(super) fn list(job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    let (history, index) = job.load()?;
    let all: Vec<&Attempt> = history.attempts.iter().rev().collect();
    if job.json {
        return all_as_json(out, &history, &index, &all);
    }
    if job.csv {
        return export::table(out, job, (&history, &index), &all);
    }
    if all.is_empty() {
        complain(&job.words().history.empty);
    }
    Ok(rows(job, out, &history, &all)?)
}

pub(super) fn search(job: Job<'_>, out: &mut dyn Write, text: &str) -> anyhow::Result<()> {
    let (history, index) = job.load()?;
    let wanted = Wanted::new(text);
    let (found, noted) = (index.search(&wanted)?, history.noted(&wanted));
    let is_found = |attempt: &&Attempt| found.contains(&attempt.id) || noted.contains(&attempt.id);
    let found: Vec<&Attempt> = history.attempts.iter().rev().filter(is_found).collect();
    if job.json {
        return all_as_json(out, &history, &index, &found);
    }
    if job.csv {
        return export::table(out, job, (&history, &index), &found);
    }
    if found.is_empty() {
        complain(&job.words().history.no_match);
    }
    Ok(rows(job, out, &history, &found)?)
}

/// One JSON object, with a line for each attempt and each note.
pub(super) fn all_as_json(
    out: &mut dyn Write,
    history: &History,
    index: &Index,
    attempts: &[&Attempt],
) -> anyhow::Result<()> {
    write!(
        out,
        "{{\"v\":1,\"unread\":{},\"attempts\":[",
        history.unread
    )?;
    for (place, attempt) in attempts.iter().enumerate() {
        next_line(out, place)?;
        json::escaped(out, &String::from_utf8_lossy(&index.line(&attempt.id)?))?;
    }
    write!(out, "],\"notes\":[")?;
    let notes = attempts
        .iter()
        .flat_map(|attempt| history.notes_on(&attempt.id));
    for (place, note) in notes.enumerate() {
        next_line(out, place)?;
        json::value(out, note)?;
    }
    write!(out, "],\"silences\":[")?;
    let of = |silence: &&Silence| attempts.iter().any(|attempt| attempt.id == silence.of);
    for (place, silence) in history.silences.iter().filter(of).enumerate() {
        next_line(out, place)?;
        json::value(out, silence)?;
    }
    Ok(out.write_all(b"]}\n")?)
}

fn next_line(out: &mut dyn Write, place: usize) -> io::Result<()> {
    out.write_all(if place == 0 { b"\n" } else { b",\n" })
}

/// One line an attempt: id, day, the eight states, the length, the question.
fn rows(
    job: Job<'_>,
    out: &mut dyn Write,
    history: &History,
    attempts: &[&Attempt],
) -> io::Result<()> {
    let words = job.words();
    let ids: Vec<&str> = history.attempts.iter().map(|a| a.id.as_str()).collect();
    let length = distinct(&ids);
    for attempt in attempts {
        let state = |tip: &Tip| attempt.verdicts.get(tip).map_or("-", |v| say::shape(*v));
        let states = match attempt.reason {
            Some(_) => words.history.unmarked.clone(),
            None => Tip::ALL.iter().map(state).collect(),
        };
        let id = attempt.id.get(..length).unwrap_or(&attempt.id);
        let row = [
            clean_line(id),
            clean_line(&attempt.day),
            padded(states, 10),
            padded(say::amount(words, attempt.words), 9),
            clean_line(&attempt.prompt_text),
        ];
        writeln!(
            out,
            "{}",
            wrap::cut(&row.join("  "), usize::from(plain::WIDTH))
        )?;
    }
    Ok(())
}

/// How many characters tell these sorted ids apart.
fn distinct(ids: &[&str]) -> usize {
    let common = |pair: &[&str]| {
        let same = pair[0]
            .bytes()
            .zip(pair[1].bytes())
            .take_while(|(a, b)| a == b);
        same.count() + 1
    };
    let longest = ids.windows(2).map(common).max().unwrap_or(0);
    longest.max(SHORTEST_ID)
}

fn padded(mut text: String, cells: usize) -> String {
    let room = cells.saturating_sub(wrap::width(&text));
    text.extend(std::iter::repeat_n(' ', room));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_as_short_as_they_can_be() {
        assert_eq!(distinct(&[]), SHORTEST_ID);
        assert_eq!(distinct(&["01K4TZXC9P0000"]), SHORTEST_ID);
        assert_eq!(distinct(&["01K4TZXC9P0000", "01K4TZXC9Q0000"]), 10);
    }

    #[test]
    fn cells_are_filled_up_by_their_width() {
        assert_eq!(padded("未标记".into(), 8), "未标记  ");
    }
}
