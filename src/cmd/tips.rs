//! `failwell tips`: what the eight tips say.

use std::io::{self, Write};

use clap::Args;

use crate::cmd::Context;
use crate::content::library::TipText;
use crate::content::say;
use crate::content::words::fill;
use crate::engine::Tip;
use crate::export::plain::paragraph;

/// Read the eight tips, or one of them with an example.
#[derive(Args, Clone, Debug)]
pub struct Tips {
    /// The tip's number, 1 to 8
    #[arg(value_name = "N", value_parser = clap::value_parser!(u8).range(1..=8))]
    number: Option<u8>,
}

impl Tips {
    /// Prints them.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
        let library = context.voice().library;
        if let Some(number) = self.number {
            let tip = Tip::from_number(number.into()).and_then(|tip| say::tip(library, tip));
            return tip.map_or(Ok(()), |text| whole(context, out, text));
        }
        for (index, text) in library.tips.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            summary(context, out, text)?;
        }
        Ok(())
    }
}

fn summary(context: Context<'_>, out: &mut dyn Write, text: &TipText) -> io::Result<()> {
    let lang = context.settings.lang;
    writeln!(out, "{} {}", text.tip.number(), text.title.get(lang))?;
    paragraph(out, 2, text.why.get(lang))
}

/// With the example and the questions that an interviewer asks when the tip was not kept.
fn whole(context: Context<'_>, out: &mut dyn Write, text: &TipText) -> io::Result<()> {
    let voice = context.voice();
    let lang = voice.lang;
    summary(context, out, text)?;
    for (template, example) in [
        (&voice.words.cli.weak, text.weak.get(lang)),
        (&voice.words.cli.strong, text.strong.get(lang)),
    ] {
        writeln!(out)?;
        paragraph(out, 2, &fill(template, &[example]))?;
    }
    let asked = voice
        .library
        .follow_ups
        .iter()
        .filter(|ask| ask.tip == text.tip);
    for (index, question) in asked.enumerate() {
        if index == 0 {
            writeln!(out, "\n  {}", voice.words.cli.asked_next)?;
        }
        paragraph(out, 4, question.text.get(lang))?;
    }
    Ok(())
}
