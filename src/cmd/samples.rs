//! `failwell samples`: the model answers, before and after.

use std::io::Write;

use anyhow::bail;
use clap::Args;

use crate::cmd::{Context, Ending};
use crate::content::library::Sample;
use crate::content::words::fill;
use crate::export::plain::paragraph;

/// Read model answers, told before and after the tips.
#[derive(Args, Clone, Debug)]
pub struct Samples {
    /// Only this one
    #[arg(value_name = "ID")]
    id: Option<String>,
}

impl Samples {
    /// Prints them.
    ///
    /// # Errors
    ///
    /// When there is none of that id, or the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let voice = context.voice();
        let all = &voice.library.samples;
        let asked = |sample: &&Sample| self.id.as_ref().is_none_or(|id| *id == sample.id);
        let mut chosen = all.iter().filter(asked).peekable();
        if let Some(id) = &self.id
            && chosen.peek().is_none()
        {
            let ids: Vec<&str> = all.iter().map(|sample| sample.id.as_str()).collect();
            bail!(fill(&voice.words.cli.no_sample, &[id, &ids.join(", ")]));
        }
        let cli = &voice.words.cli;
        for (index, sample) in chosen.enumerate() {
            let gap = if index > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{} ({})", sample.title.get(voice.lang), sample.id)?;
            for (heading, telling) in [(&cli.before, &sample.before), (&cli.after, &sample.after)] {
                writeln!(out, "\n  {heading}")?;
                paragraph(out, 4, telling.get(voice.lang).text.trim_end())?;
            }
        }
        Ok(Ending::Good)
    }
}
