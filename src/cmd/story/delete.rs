//! Taking a story out of the bank. Knows arguments; the file is the store's.

use std::io::Write;

use clap::Args;
use serde_json::json;

use super::Desk;
use crate::cmd::history::{Care, may};
use crate::cmd::{complain, moment};
use crate::content::words::fill;
use crate::export::json;
use crate::store::stories;

/// Delete a story, after a backup of the bank; attempts that tell it stay
#[derive(Args, Clone, Debug)]
pub(super) struct Delete {
    /// Its id
    #[arg(value_name = "STORY")]
    id: String,
    #[command(flatten)]
    care: Care,
}

impl Delete {
    pub(super) fn run(self, desk: &Desk<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let words = desk.words();
        let story = desk.find(&self.id)?;
        let file = desk.paths.stories().display().to_string();
        if self.care.dry_run {
            if desk.json {
                let told = json!({"v": 1, "id": self.id, "file": file});
                return Ok(json::line(out, &told)?);
            }
            complain(&fill(&words.would_delete, &[&self.id, &file]));
            return Ok(());
        }
        let title = story.title(desk.context.settings.lang);
        if !may(
            desk.context,
            self.care,
            &fill(&words.delete_ask, &[&self.id, title]),
        )? {
            return Ok(());
        }
        let before = stories::delete(desk.paths, &self.id, moment())?;
        let before = before.map(|path| path.display().to_string());
        if desk.json {
            let told = json!({"v": 1, "id": self.id, "backup": before});
            return Ok(json::line(out, &told)?);
        }
        let before = before.unwrap_or_default();
        complain(&fill(&words.deleted, &[&self.id, &before]));
        Ok(())
    }
}
