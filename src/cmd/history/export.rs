//! The whole history in a form for others: lines, a table, a text, a page.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};

use super::{Job, list};
use crate::cmd::complain;
use crate::content;
use crate::content::words::{counted, fill};
use crate::export::book::{Entry, Tongue};
use crate::export::clean::clean;
use crate::export::{csv, html, json, markdown};
use crate::practice::event::Note;
use crate::practice::history::{Attempt, History};
use crate::store::history::{self, Index};
use crate::store::{Overwrite, StoreError, export};

/// Write all attempts and notes to a file or to standard output
#[derive(Args, Clone, Debug)]
pub(super) struct Export {
    /// Where to; - is standard output
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
    /// How; else the file's ending says it, else it is jsonl
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Begin a table with the mark by which spreadsheets know UTF-8
    #[arg(long)]
    bom: bool,
    /// Replace the file if it is there
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The lines as they are kept; `failwell history import` reads them
    Jsonl,
    /// One JSON object
    Json,
    /// A table (RFC 4180); a cell that begins with = + - @ gets a ' before it
    Csv,
    /// Markdown
    Md,
    /// One page, to read and to print
    Html,
}

impl Export {
    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let format = self.format(job);
        if self.bom && format != Format::Csv {
            bail!("{}", job.words().past.bom_only_csv);
        }
        let (history, index) = job.load()?;
        let work = Work {
            job,
            format,
            bom: self.bom,
            shown: self.file.as_os_str() == "-" && job.context.world.stdout_is_terminal,
            history: &history,
            index: &index,
        };
        if self.file.as_os_str() == "-" {
            return work.write(out);
        }
        // What goes wrong inside is kept whole, for a writer may only fail with an error of its own.
        let mut fault = None;
        let overwrite = if self.force {
            Overwrite::Yes
        } else {
            Overwrite::No
        };
        let written = export(&self.file, overwrite, |out| {
            work.write(out).map_err(|error| {
                let plain = io::Error::other(error.to_string());
                fault = Some(error);
                plain
            })
        });
        if let Some(error) = fault.filter(|error| !error.is::<io::Error>()) {
            return Err(error);
        }
        written?;
        let count = &job.words().count;
        let attempts = counted(history.attempts.len(), &count.attempt, &count.attempts);
        let to = clean(&self.file.to_string_lossy()).into_owned();
        complain(&fill(&job.words().past.exported, &[&attempts, &to]));
        Ok(())
    }

    fn format(&self, job: Job<'_>) -> Format {
        let ending = self.file.extension().and_then(|ending| ending.to_str());
        match (self.format, ending) {
            (Some(format), _) => format,
            (None, _) if job.json => Format::Json,
            (None, Some(ending)) => Format::from_str(ending, true).unwrap_or(Format::Jsonl),
            (None, None) => Format::Jsonl,
        }
    }
}

struct Work<'a> {
    job: Job<'a>,
    format: Format,
    bom: bool,
    /// Whether a terminal reads it: what would act on it is not sent to one.
    shown: bool,
    history: &'a History,
    index: &'a Index,
}

impl Work<'_> {
    fn write(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let lang = self.job.context.settings.lang;
        let tongue = Tongue {
            lang,
            words: content::words(lang),
            library: content::library(),
        };
        let all: Vec<&Attempt> = self.history.attempts.iter().collect();
        match self.format {
            Format::Jsonl => self.lines(out)?,
            Format::Json => {
                list::all_as_json(out, self.history, self.index, &all)?;
            }
            Format::Csv => {
                if self.bom {
                    out.write_all(csv::BOM.as_bytes())?;
                }
                self.table(out, &all)?;
            }
            Format::Md => {
                markdown::head(out, tongue)?;
                self.each(&all, |entry| markdown::entry(out, tongue, entry))?;
            }
            Format::Html => {
                html::head(out, tongue)?;
                self.each(&all, |entry| html::entry(out, tongue, entry))?;
                html::foot(out)?;
            }
        }
        Ok(())
    }

    /// The lines byte for byte; on a terminal what would act on it is escaped.
    fn lines(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let written = history::each_sound_line(self.job.paths, |line| {
            match std::str::from_utf8(line) {
                Ok(text) if self.shown => json::escaped(out, text)?,
                _ => out.write_all(line)?,
            }
            out.write_all(b"\n")
        });
        written.map_err(|error| match error {
            StoreError::Output(error) => error.into(),
            error => error.into(),
        })
    }

    /// These attempts as a table; on a terminal without what would act on it.
    fn table(&self, out: &mut dyn Write, attempts: &[&Attempt]) -> anyhow::Result<()> {
        csv::head(out)?;
        self.each(attempts, |entry| {
            let mut row = Vec::new();
            csv::entry(&mut row, entry)?;
            match std::str::from_utf8(&row) {
                Ok(text) if self.shown => out.write_all(clean(text).as_bytes()),
                _ => out.write_all(&row),
            }
        })
    }

    /// These attempts with their notes, read one by one.
    fn each(
        &self,
        attempts: &[&Attempt],
        mut write: impl FnMut(Entry<'_>) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        for attempt in attempts {
            let record = match self.index.read(&attempt.id) {
                Ok(record) => record,
                Err(error @ StoreError::TooNew { .. }) => {
                    complain(&error.to_string());
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let notes: Vec<&Note> = self.history.notes_on(&attempt.id).collect();
            let silenced = self.history.silenced_in(&attempt.id);
            write(Entry {
                record: &record,
                notes: &notes,
                silenced: &silenced,
            })?;
        }
        Ok(())
    }
}

/// These attempts as a table on standard output.
pub(super) fn table(
    out: &mut dyn Write,
    job: Job<'_>,
    (history, index): (&History, &Index),
    attempts: &[&Attempt],
) -> anyhow::Result<()> {
    let work = Work {
        job,
        format: Format::Csv,
        bom: false,
        shown: job.context.world.stdout_is_terminal,
        history,
        index,
    };
    work.table(out, attempts)
}
