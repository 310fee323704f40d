//! `failwell mock`: opens the full screen, or plain text, on a mock interview.

use clap::Args;

use super::rehearse::Opening;
use super::settings::MOST_MINUTES;
use super::{Context, Ending};
use crate::practice::mock::{QUESTIONS, USUAL};

/// Answer a few questions against the clock, then see the answers side by side
#[derive(Args, Clone, Debug)]
pub struct Mock {
    /// How many questions, follow-up questions among them: 1 to 6
    #[arg(long, value_name = "N", default_value_t = USUAL, value_parser = clap::value_parser!(u8).range(i64::from(*QUESTIONS.start())..=i64::from(*QUESTIONS.end())))]
    questions: u8,
    /// Time to write each answer; 5 in English and 6 in Chinese unless it is set
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=i64::from(MOST_MINUTES)))]
    pub(crate) minutes: Option<u32>,
    /// Without a screen: text that is only added to, choices by number; for screen readers
    #[arg(long)]
    plain: bool,
    /// Draw the same questions for the same number
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

impl Mock {
    /// Runs until the person leaves.
    ///
    /// # Errors
    ///
    /// When there is no terminal.
    pub fn run(self, context: Context<'_>) -> anyhow::Result<Ending> {
        let opening = Opening {
            prompt: None,
            mock: Some(self.questions),
            plain: self.plain,
            seed: self.seed,
        };
        opening.run(context)
    }
}
