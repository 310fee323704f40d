//! A copy of the whole history, and the way back from one.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::{Care, Job};
use crate::cmd::{complain, moment};
use crate::content::words::fill;
use crate::export::json;
use crate::store::backup;

/// Copy the history, byte for byte
#[derive(Args, Clone, Debug)]
pub(super) struct Backup {
    /// Where to; else it goes to the folder of backups
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Put a backup in the place of the history, after a backup of that
#[derive(Args, Clone, Debug)]
pub(super) struct Restore {
    /// A file that `failwell history backup` wrote; its name alone will do for one in its folder
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    care: Care,
}

impl Backup {
    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let made = match self.file {
            Some(file) => backup::copy_to(job.paths, &file).map(|()| file)?,
            None => backup::make(job.paths, moment())?,
        };
        Ok(job.print_path(out, &made)?)
    }
}

impl Restore {
    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let words = &job.words().past;
        let mut file = self.file;
        let listed = job.paths.backups().join(&file);
        if backup::list(job.paths).contains(&listed) {
            file = listed;
        }
        backup::check(&file)?;
        let name = file.to_string_lossy();
        if self.care.dry_run {
            complain(&fill(&words.would_restore, &[&name]));
            return Ok(());
        }
        if !job.may(self.care, &fill(&words.restore_ask, &[&name]))? {
            return Ok(());
        }
        let before = backup::restore(job.paths, &file, moment())?;
        let before = before.to_string_lossy();
        if job.json {
            let told = json!({"v": 1, "restored": name, "backup": before});
            return Ok(json::line(out, &told)?);
        }
        complain(&fill(&words.restored, &[&name]));
        complain(&fill(&words.before, &[&before]));
        Ok(())
    }
}
