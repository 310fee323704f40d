//! Taking in attempts from elsewhere: an export, another machine's history.

use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::Job;
use crate::cmd::{complain, moment};
use crate::content::words::fill;
use crate::export::json;
use crate::store::history::{self, Foreign, Gathered, Incoming, Merged, Trial};

/// Take in what `failwell history export` wrote as jsonl
#[derive(Args, Clone, Debug)]
pub(super) struct Import {
    /// The files; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

/// Join the history of another machine with this one
///
/// Every line of both is kept once, and what was deleted on either side stays deleted. The other
/// side is not changed. Without a name, side files and the copies that a synchronising program left
/// beside the history are joined into it, after a backup.
#[derive(Args, Clone, Debug)]
pub(super) struct Merge {
    /// Folders with a history in them, or history files
    #[arg(value_name = "FOLDER")]
    from: Vec<PathBuf>,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let mut incoming = Incoming::default();
        for file in &self.files {
            if file.as_os_str() == "-" {
                let stdin = BufReader::new(io::stdin().lock());
                incoming.add(stdin, Path::new("-"), Foreign::Refuse)?;
            } else {
                incoming.add_path(file, Foreign::Refuse)?;
            }
        }
        take_in(job, out, &incoming, trial(self.dry_run))
    }
}

impl Merge {
    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        if self.from.is_empty() {
            return gather(job, out, trial(self.dry_run));
        }
        let mut incoming = Incoming::default();
        for path in &self.from {
            incoming.add_path(path, Foreign::Keep)?;
        }
        take_in(job, out, &incoming, trial(self.dry_run))
    }
}

const fn trial(dry_run: bool) -> Trial {
    if dry_run { Trial::Dry } else { Trial::Real }
}

fn take_in(
    job: Job<'_>,
    out: &mut dyn Write,
    incoming: &Incoming,
    trial: Trial,
) -> anyhow::Result<()> {
    let merged = history::merge(job.paths, incoming, trial)?;
    if job.json {
        return Ok(json::line(out, &as_json(merged))?);
    }
    Ok(writeln!(out, "{}", counts(template(job, trial), merged))?)
}

fn gather(job: Job<'_>, out: &mut dyn Write, trial: Trial) -> anyhow::Result<()> {
    let Gathered {
        merged,
        files,
        backup,
    } = history::gather(job.paths, moment(), trial)?;
    let backup = backup.map(|path| path.to_string_lossy().into_owned());
    if job.json {
        let mut value = as_json(merged);
        value["files"] = files.into();
        value["backup"] = backup.into();
        return Ok(json::line(out, &value)?);
    }
    let words = &job.words().past;
    if files == 0 {
        complain(&words.nothing_beside);
        return Ok(());
    }
    writeln!(out, "{}", counts(template(job, trial), merged))?;
    if let Some(backup) = backup {
        complain(&fill(&words.before, &[&backup]));
    }
    Ok(())
}

fn template(job: Job<'_>, trial: Trial) -> &'static str {
    let words = &job.words().past;
    match trial {
        Trial::Dry => &words.would_merge,
        Trial::Real => &words.merged,
    }
}

fn as_json(merged: Merged) -> serde_json::Value {
    let Merged {
        added,
        known,
        removed,
    } = merged;
    json!({"v": 1, "added": added, "known": known, "removed": removed})
}

fn counts(template: &str, merged: Merged) -> String {
    let numbers = [merged.added, merged.known, merged.removed].map(|count| count.to_string());
    fill(template, &numbers.each_ref().map(String::as_str))
}
