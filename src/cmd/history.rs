//! `failwell history`: the saved attempts on the command line. Reads them and changes nothing.

use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;

use anyhow::bail;
use clap::{Args, Subcommand};
use serde_json::json;

use crate::cmd::{Context, complain};
use crate::content;
use crate::content::say;
use crate::content::words::{counted, fill};
use crate::engine::{Options, RULES_VERSION, Tip};
use crate::export::clean::{clean, clean_line};
use crate::export::{json, plain};
use crate::practice::history::History;
use crate::practice::record::Record;
use crate::store::history;
use crate::wrap;

/// List the attempts that were saved, or show one of them.
#[derive(Args, Clone, Debug)]
pub struct Past {
    #[command(subcommand)]
    what: Option<What>,
    /// Write JSON: the attempts as they were saved
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand, Clone, Debug)]
enum What {
    /// List the attempts, the latest first
    #[command(before_help = "Example: failwell history list | head")]
    List,
    /// Show an attempt, with the report of today's rules
    #[command(before_help = "Example: failwell history show 01K4TZXC9P")]
    Show {
        /// Its id, or the first characters of it
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Print where the attempts are kept
    #[command(before_help = "Example: cp \"$(failwell history path)\" backup.jsonl")]
    Path,
}

/// An id is shown by at least this many characters: a ULID's first eight change every second.
const SHORTEST_ID: usize = 8;

impl Past {
    /// Prints what was asked for.
    ///
    /// # Errors
    ///
    /// When the history cannot be read, holds no such attempt, or the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let paths = context.world.paths()?;
        if let Some(What::Path) = self.what {
            let path = paths.history();
            if self.json {
                json::line(out, &json!({"v": 1, "path": path.to_string_lossy()}))?;
            } else if context.world.stdout_is_terminal {
                writeln!(out, "{}", clean(&path.to_string_lossy()))?;
            } else {
                // A program that reads it needs the very bytes.
                out.write_all(path.as_os_str().as_bytes())?;
                writeln!(out)?;
            }
            return Ok(());
        }
        let history = history::load(&paths)?;
        if let Some(What::Show { id }) = &self.what {
            let record = find(context, &history, id)?;
            if self.json {
                json::line(out, record)?;
            } else {
                show(context, out, record)?;
            }
        } else if self.json {
            list_json(out, &history)?;
        } else {
            list(context, out, &history)?;
        }
        Ok(())
    }
}

/// The one attempt whose id begins so; upper and lower case are one.
fn find<'a>(context: Context<'_>, history: &'a History, id: &str) -> anyhow::Result<&'a Record> {
    let cli = &content::words(context.settings.lang).cli;
    let begins = |record: &&Record| {
        let start = record.id.get(..id.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(id))
    };
    let found: Vec<&Record> = history.attempts.iter().filter(begins).collect();
    match found.as_slice() {
        [record] => Ok(record),
        [] => bail!(fill(&cli.no_attempt, &[id])),
        many => bail!(fill(&cli.many_attempts, &[id, &many.len().to_string()])),
    }
}

/// One line an attempt: id, day, the eight states, the length, the question.
fn list(context: Context<'_>, out: &mut dyn Write, history: &History) -> io::Result<()> {
    let words = content::words(context.settings.lang);
    let mut ids: Vec<&str> = history.attempts.iter().map(|r| r.id.as_str()).collect();
    ids.sort_unstable();
    let length = distinct(&ids);
    for record in history.attempts.iter().rev() {
        let state = |tip: &Tip| record.verdicts.get(tip).map_or("-", |v| say::shape(*v));
        let states = match record.reason {
            Some(_) => words.history.unmarked.clone(),
            None => Tip::ALL.iter().map(state).collect(),
        };
        let id = record.id.get(..length).unwrap_or(&record.id);
        let row = [
            clean_line(id),
            clean_line(&record.day),
            padded(states, 10),
            padded(say::amount(words, record.words), 9),
            clean_line(&record.prompt_text),
        ];
        writeln!(out, "{}", cut(&row.join("  "), plain::WIDTH))?;
    }
    if history.attempts.is_empty() {
        complain(&words.history.empty);
    }
    if history.unread > 0 {
        let count = &words.count;
        complain(&counted(history.unread, &count.unread, &count.unreads));
    }
    Ok(())
}

/// One JSON object, with a line for each attempt.
fn list_json(out: &mut dyn Write, history: &History) -> io::Result<()> {
    write!(
        out,
        "{{\"v\":1,\"unread\":{},\"attempts\":[",
        history.unread
    )?;
    for (index, record) in history.attempts.iter().rev().enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        json::value(out, record)?;
    }
    out.write_all(b"]}\n")
}

fn show(context: Context<'_>, out: &mut dyn Write, record: &Record) -> io::Result<()> {
    let voice = context.voice();
    let review = &voice.words.review;
    let mut facts = vec![clean_line(&record.day)];
    facts.extend(
        record
            .take
            .map(|take| fill(&review.take, &[&take.to_string()])),
    );
    if record.rules != RULES_VERSION {
        facts.push(review.other_rules.clone());
    }
    facts.push(clean_line(&record.id));
    writeln!(out, "{}\n", facts.join(say::DOT))?;
    plain::paragraph(out, 0, &record.prompt_text)?;
    writeln!(out)?;
    plain::paragraph(out, 4, record.answer.trim_end())?;
    writeln!(out)?;
    let options = Options {
        lang: record.lang,
        rate: context.settings.rate,
    };
    let report = content::engine().analyse(&record.answer, options);
    plain::report(out, voice, &record.answer, &report)
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

/// `text` on one row of at most this many cells.
fn cut(text: &str, cells: u16) -> String {
    const MORE: &str = "...";
    if wrap::width(text) <= usize::from(cells) {
        return text.trim_end().to_owned();
    }
    let mut row = String::new();
    let mut room = usize::from(cells).saturating_sub(MORE.len());
    for c in text.chars() {
        let wide = wrap::width(c.encode_utf8(&mut [0; 4]));
        if wide > room {
            break;
        }
        room -= wide;
        row.push(c);
    }
    row.trim_end().to_owned() + MORE
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
    fn a_row_is_cut_with_a_mark() {
        assert_eq!(cut("one two three", 13), "one two three");
        assert_eq!(cut("one two three", 11), "one two...");
        assert_eq!(cut("请讲一次你失败的经历", 10), "请讲一...");
        assert_eq!(padded("未标记".into(), 8), "未标记  ");
    }
}
