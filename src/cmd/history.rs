//! `failwell history`: the saved attempts on the command line. What changes something asks first.

mod backup;
mod change;
mod compare;
mod export;
mod join;
mod list;
mod show;

use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use anyhow::bail;
use clap::{Args, Subcommand};
use serde_json::json;

use crate::cmd::{Context, Ending, complain, moment, settings};
use crate::content;
use crate::content::words::{counted, fill};
use crate::export::clean::clean;
use crate::export::json;
use crate::practice::event::Stamp;
use crate::practice::history::History;
use crate::practice::record::VERSION;
use crate::store::{Paths, history};

/// List the attempts that were saved, search, note, delete, export or join them.
#[derive(Args, Clone, Debug)]
pub struct Past {
    #[command(subcommand)]
    what: Option<What>,
    /// Write JSON: the attempts as they were saved
    #[arg(long, global = true)]
    json: bool,
}

/// Whether what is shown is a table.
#[derive(Args, Clone, Copy, Debug, Default)]
struct Table {
    /// Write a table (RFC 4180), one row an attempt
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

#[derive(Subcommand, Clone, Debug)]
enum What {
    /// List the attempts, the latest first
    #[command(
        before_help = "Example: failwell history list | head\n         failwell history list --csv > attempts.csv"
    )]
    List(Table),
    /// List the attempts that hold a text in their answer, question, day or notes
    #[command(before_help = "Example: failwell history search deadline")]
    Search {
        /// What to look for, in upper or lower case
        #[arg(value_name = "TEXT")]
        text: String,
        #[command(flatten)]
        table: Table,
    },
    /// Show an attempt, with the report of today's rules
    ///
    /// With --json: the line as it is stored, and behind it `report`, which is what `failwell check
    /// --format json` says of the answer.
    #[command(before_help = "Example: failwell history show 01K4TZXC9P")]
    Show {
        /// Its id, or the first characters of it
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        table: Table,
    },
    #[command(before_help = "Example: failwell history compare 01K4TZXC9P 01K4TZXC9Q")]
    Compare(compare::Compare),
    #[command(before_help = "Example: failwell history note 01K4TZXC9P \"calmer than last time\"")]
    Note(change::Add),
    #[command(before_help = "Example: failwell history delete 01K4TZXC9P --dry-run")]
    Delete(change::Delete),
    #[command(
        before_help = "Example: failwell history export attempts.html\n         failwell history export --format csv --bom - > attempts.csv"
    )]
    Export(export::Export),
    #[command(before_help = "Example: failwell history import attempts.jsonl")]
    Import(join::Import),
    #[command(before_help = "Example: failwell history merge /media/laptop/share/failwell")]
    Merge(join::Merge),
    #[command(before_help = "Example: failwell history backup")]
    Backup(backup::Backup),
    #[command(before_help = "Example: failwell history restore history-20260308T013000Z.jsonl")]
    Restore(backup::Restore),
    /// Print where the attempts are kept
    #[command(before_help = "Example: grep -c . \"$(failwell history path)\"")]
    Path,
}

impl What {
    fn table(&self) -> Table {
        match self {
            Self::List(table) | Self::Search { table, .. } | Self::Show { table, .. } => *table,
            _ => Table::default(),
        }
    }
}

impl Past {
    /// Does what was asked for.
    ///
    /// # Errors
    ///
    /// When the history cannot be read or written, holds no such attempt, or the output cannot be
    /// written.
    pub fn run(self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let paths = context.world.paths()?;
        let what = self.what.unwrap_or(What::List(Table::default()));
        let job = Job {
            context,
            paths: &paths,
            json: self.json,
            csv: what.table().csv,
        };
        match what {
            What::List(_) => list::list(job, out)?,
            What::Search { text, .. } => list::search(job, out, &text)?,
            What::Show { id, .. } => show::show(job, out, &id)?,
            What::Compare(compare) => compare.run(job, out)?,
            What::Note(add) => add.run(job, out)?,
            What::Delete(delete) => delete.run(job, out)?,
            What::Export(export) => export.run(job, out)?,
            What::Import(import) => import.run(job, out)?,
            What::Merge(merge) => merge.run(job, out)?,
            What::Backup(backup) => backup.run(job, out)?,
            What::Restore(restore) => restore.run(job, out)?,
            What::Path => job.print_path(out, &paths.history())?,
        }
        Ok(Ending::Good)
    }
}

/// Shows one attempt, as `failwell history show` does.
pub(super) fn show(
    context: Context<'_>,
    paths: &Paths,
    id: &str,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    show::show(Job::on(context, paths), out, id)
}

/// Sets an attempt beside the one it follows, as `failwell history compare` does.
pub(super) fn compare(
    context: Context<'_>,
    paths: &Paths,
    id: &str,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    compare::Compare::of(id).run(Job::on(context, paths), out)
}

/// A path: as its very bytes for a program, cleaned for a person.
pub(super) fn print_path(context: Context<'_>, out: &mut dyn Write, path: &Path) -> io::Result<()> {
    if context.world.stdout_is_terminal {
        return writeln!(out, "{}", clean(&path.to_string_lossy()));
    }
    out.write_all(path.as_os_str().as_bytes())?;
    writeln!(out)
}

/// Whether to go on: with `--yes`, or when the person at the terminal says so.
pub(super) fn may(context: Context<'_>, care: Care, question: &str) -> anyhow::Result<bool> {
    let words = &content::words(context.settings.lang).past;
    if care.yes {
        return Ok(true);
    }
    if !context.world.stdin_is_terminal {
        bail!("{}", words.needs_yes);
    }
    let question = fill(&words.ask, &[question]);
    let _ = write!(io::stderr().lock(), "{} ", clean(&question));
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    let yes = ["y", "yes", "是", "好"].contains(&answer.trim().to_lowercase().as_str());
    if !yes {
        complain(&words.no_change);
    }
    Ok(yes)
}

/// The id of the one saved attempt that begins so.
pub(super) fn find(
    context: Context<'_>,
    paths: &Paths,
    history: &History,
    wanted: &str,
) -> anyhow::Result<String> {
    let ids = history.attempts.iter().map(|attempt| attempt.id.as_str());
    Job::on(context, paths).find(ids, wanted)
}

/// A stamp of this moment, for what is added to an attempt.
pub(super) fn stamp(context: Context<'_>) -> Stamp {
    let zone = settings::zone(context.world);
    Stamp::new(moment(), zone.as_deref(), &mut rand::rng())
}

/// What every one of them is given.
#[derive(Clone, Copy)]
struct Job<'a> {
    context: Context<'a>,
    paths: &'a Paths,
    json: bool,
    csv: bool,
}

/// Whether something that cannot be undone is asked about first, done, or only shown.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Care {
    /// Do it without asking
    #[arg(long)]
    yes: bool,
    /// Only say what would be done
    #[arg(long, conflicts_with = "yes")]
    pub(super) dry_run: bool,
}

impl<'a> Job<'a> {
    const fn on(context: Context<'a>, paths: &'a Paths) -> Self {
        Self {
            context,
            paths,
            json: false,
            csv: false,
        }
    }
}

impl Job<'_> {
    fn words(self) -> &'static content::words::Words {
        content::words(self.context.settings.lang)
    }

    /// The id of the one attempt that begins so; upper and lower case are one.
    fn find<'a>(self, ids: impl Iterator<Item = &'a str>, wanted: &str) -> anyhow::Result<String> {
        let cli = &self.words().cli;
        let begins = |id: &&str| {
            let start = id.get(..wanted.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(wanted))
        };
        let found: Vec<&str> = ids.filter(begins).collect();
        match found.as_slice() {
            [id] => Ok((*id).to_owned()),
            [] => bail!(fill(&cli.no_attempt, &[wanted])),
            many => bail!(fill(&cli.many_attempts, &[wanted, &many.len().to_string()])),
        }
    }

    /// Says what is in the files that this version cannot show.
    fn warn(self, history: &History) {
        let words = self.words();
        if let Some(newer) = history.newer {
            let versions = [newer.to_string(), VERSION.to_string()];
            complain(&fill(&words.history.newer, &[&versions[0], &versions[1]]));
        }
        if history.unread > 0 {
            let count = &words.count;
            complain(&counted(history.unread, &count.unread, &count.unreads));
        }
    }

    /// Whether to go on: with `--yes`, or when the person at the terminal says so.
    fn may(self, care: Care, question: &str) -> anyhow::Result<bool> {
        may(self.context, care, question)
    }

    fn print_path(self, out: &mut dyn Write, path: &Path) -> io::Result<()> {
        if self.json {
            return json::line(out, &json!({"v": 1, "path": path.to_string_lossy()}));
        }
        print_path(self.context, out, path)
    }

    fn load(self) -> anyhow::Result<(History, history::Index)> {
        let read = history::open(self.paths)?;
        self.warn(&read.0);
        Ok(read)
    }
}
