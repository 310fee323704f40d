//! `failwell prompt`: one interview question, for practice away from the screen.

use std::io::{self, Write};

use clap::Args;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::cmd::Context;
use crate::export::plain::paragraph;

/// Print an interview question drawn at random, and its id.
#[derive(Args, Clone, Debug)]
pub struct Draw {
    /// Draw the same question for the same number
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

impl Draw {
    /// Prints the question; the id on the line after it goes with `failwell rehearse --prompt`.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
        let voice = context.voice();
        let (library, _) = context.library();
        let seed = self.seed.unwrap_or_else(|| rand::rng().next_u64());
        let Some(prompt) = library.prompts.choose(&mut ChaCha8Rng::seed_from_u64(seed)) else {
            return Ok(());
        };
        paragraph(out, 0, prompt.text.get(voice.lang))?;
        writeln!(out, "  {}", prompt.id)
    }
}
