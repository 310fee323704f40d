//! `failwell stats`: how practice goes, for people and for programs.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::{Context, bank, moment};
use crate::export::progress::{self, Practice};
use crate::practice::day::local_day;
use crate::practice::progress::habit::habit;
use crate::practice::progress::{Progress, slices};
use crate::store::history;

/// Show how practice goes: weeks, the eight tips, lengths, guesses.
///
/// All answers first, then each language, question and story. Fewer than three answers with marks
/// show no trend.
#[derive(Args, Clone, Debug)]
pub struct Stats {
    /// Write JSON, the same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// How
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// A table (RFC 4180), one row for each answer with marks
    Csv,
}

impl Stats {
    /// Prints it.
    ///
    /// # Errors
    ///
    /// When the history cannot be read or the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let paths = context.world.paths()?;
        let history = history::load(&paths)?;
        let bank = bank(&paths);
        let day = local_day(moment(), context.settings.day_start);
        let days = history.attempts.iter().map(|attempt| attempt.day.as_str());
        let practice = Practice {
            history: &history,
            bank: &bank,
            habit: habit(days, &day),
            slices: slices(&history)
                .iter()
                .map(|slice| Progress::of(&history, slice, &day))
                .collect(),
            day,
        };
        match self.format {
            _ if self.json => progress::as_json(out, &practice)?,
            Format::Json => progress::as_json(out, &practice)?,
            Format::Csv => progress::table(out, &practice)?,
            Format::Text => {
                let (library, _) = context.library();
                let voice = crate::export::plain::Voice {
                    library,
                    ..context.voice()
                };
                progress::text(out, voice, &practice)?;
            }
        }
        Ok(())
    }
}
