//! `failwell content`: looks through a folder of content, the program's own or a person's; prints
//! what the program says.

mod messages;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cmd::{Context, Ending};
use crate::content;
use crate::content::check::{Scope, check};
use crate::content::words::fill;
use crate::export::clean::clean;

/// Look after questions and texts of your own.
#[derive(Args, Clone, Debug)]
pub struct Content {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Clone, Debug)]
enum What {
    /// Name every fault in a folder of content, with its line and its cure
    #[command(before_help = "Example: failwell content check my-questions")]
    Check {
        /// The folder: it holds prompts/*.toml
        #[arg(value_name = "DIR", default_value = "content")]
        folder: PathBuf,
    },
    /// Print everything that the program says, one message a line, in the language of --lang
    #[command(before_help = "Example: failwell content messages --lang zh | grep ^kind")]
    Messages,
}

impl Content {
    /// Prints the faults, one a line.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let What::Check { folder } = &self.what else {
            messages::write(out, context.settings.lang)?;
            return Ok(Ending::Good);
        };
        // Only the whole has tips.
        let scope = if folder.join("tips.toml").exists() {
            Scope::BuiltIn
        } else {
            Scope::Pack
        };
        let faults = check(folder, scope);
        for fault in &faults {
            writeln!(out, "{}", clean(&fault.to_string()))?;
        }
        if !faults.is_empty() {
            return Ok(Ending::Failed);
        }
        let words = &content::words(context.settings.lang).cli;
        let name = folder.to_string_lossy();
        writeln!(out, "{}", clean(&fill(&words.content_good, &[&name])))?;
        Ok(Ending::Good)
    }
}
