//! What is added to an attempt later: a note, or its end.

use std::io::{self, Read, Write};
use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use serde_json::json;

use super::{Care, Job};
use crate::cmd::complain;
use crate::content::words::{counted, fill};
use crate::export::clean::clean;
use crate::export::json;
use crate::practice::event::Stamp;
use crate::store::history::{self, Deleted, Kept, Reach};

/// More than any note is long.
const LONGEST_NOTE: u64 = 64 * 1024;

/// Add a note to an attempt
#[derive(Args, Clone, Debug)]
pub(super) struct Add {
    /// The attempt's id, or the first characters of it
    #[arg(value_name = "ID")]
    id: String,
    /// What to note; without it, standard input is read
    #[arg(value_name = "TEXT")]
    text: Option<String>,
}

/// Delete an attempt for good: history, notes and drafts
#[derive(Args, Clone, Debug)]
pub(super) struct Delete {
    /// The attempt's id, or the first characters of it
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    care: Care,
    /// Delete it from the backups too
    #[arg(long)]
    backups: bool,
}

impl Add {
    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let (history, _) = job.load()?;
        let ids = history.attempts.iter().map(|attempt| attempt.id.as_str());
        let id = job.find(ids, &self.id)?;
        let text = match self.text {
            Some(text) => text,
            None => read_note()?,
        };
        let text = text.trim();
        if text.is_empty() {
            bail!("{}", job.words().past.empty_note);
        }
        if text.len() as u64 > LONGEST_NOTE {
            bail!("{}", job.words().past.long_note);
        }
        let note = job.stamp().note(&id, text);
        let kept = history::note(job.paths, &note)?;
        if job.json {
            return Ok(json::line(out, &note)?);
        }
        let words = &job.words().past;
        let said = match kept {
            Kept::InHistory => &words.noted,
            Kept::Beside => &words.noted_beside,
        };
        complain(&fill(said, &[&id]));
        Ok(())
    }
}

fn read_note() -> io::Result<String> {
    let mut text = String::new();
    io::stdin()
        .lock()
        .take(LONGEST_NOTE + 1)
        .read_to_string(&mut text)?;
    Ok(text)
}

impl Delete {
    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let (history, _) = job.load()?;
        let ids = history.attempts.iter().map(|attempt| attempt.id.as_str());
        let deleted = history.deleted.iter().map(String::as_str);
        let id = job.find(ids.chain(deleted), &self.id)?;
        let (mut files, backups) = history::holding(job.paths, &id)?;
        if self.backups {
            files.extend(backups.iter().cloned());
        }
        let words = &job.words().past;
        if self.care.dry_run {
            let backups = if self.backups { vec![] } else { backups };
            return told(job, out, &id, Outcome::Would(&files), &backups);
        }
        let day = history.attempts.iter().find(|attempt| attempt.id == id);
        let day = day.map_or("", |attempt| attempt.day.as_str());
        if !job.may(self.care, &fill(&words.delete_ask, &[&id, day]))? {
            return Ok(());
        }
        let reach = if self.backups {
            Reach::Backups
        } else {
            Reach::History
        };
        let deleted = history::delete(job.paths, &job.stamp().tombstone(&id), reach)?;
        told(job, out, &id, Outcome::Did(&deleted), &deleted.backups)
    }
}

/// What is told of a deletion.
#[derive(Clone, Copy)]
enum Outcome<'a> {
    Would(&'a [PathBuf]),
    Did(&'a Deleted),
}

fn told(
    job: Job<'_>,
    out: &mut dyn Write,
    id: &str,
    outcome: Outcome<'_>,
    backups: &[PathBuf],
) -> anyhow::Result<()> {
    let text = |paths: &[PathBuf]| -> Vec<String> {
        paths
            .iter()
            .map(|path| path.to_string_lossy().into_owned())
            .collect()
    };
    if job.json {
        let value = match outcome {
            Outcome::Would(files) => json!({"files": text(files)}),
            Outcome::Did(deleted) => json!({"lines": deleted.lines}),
        };
        let mut value = value;
        value["v"] = 1.into();
        value["id"] = id.into();
        value["backups"] = text(backups).into();
        return Ok(json::line(out, &value)?);
    }
    let words = job.words();
    match outcome {
        Outcome::Would(files) => {
            writeln!(out, "{}", fill(&words.past.would_delete, &[id]))?;
            print_paths(out, files)?;
        }
        Outcome::Did(_) => writeln!(out, "{}", fill(&words.past.deleted, &[id]))?,
    }
    if !backups.is_empty() {
        let held = counted(backups.len(), &words.count.backup, &words.count.backups);
        writeln!(out, "{}", fill(&words.past.in_backups, &[&held, id]))?;
        print_paths(out, backups)?;
    }
    Ok(())
}

fn print_paths(out: &mut dyn Write, paths: &[PathBuf]) -> io::Result<()> {
    paths
        .iter()
        .try_for_each(|path| writeln!(out, "  {}", clean(&path.to_string_lossy())))
}

impl Job<'_> {
    /// A stamp of this moment.
    fn stamp(self) -> Stamp {
        super::stamp(self.context)
    }
}
