//! `failwell keys`: every key by its name, in the form in which `config.toml` takes it.

use std::io::{self, Write};

use clap::Args;

use crate::cmd::Context;
use crate::content::words;
use crate::tui::keymap;

/// Print every key and its name, ready for config.toml.
#[derive(Args, Clone, Debug)]
pub struct List {}

impl List {
    /// Prints the keys that hold at present, one name a line.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> io::Result<()> {
        let words = words(context.settings.lang);
        writeln!(out, "[keys]")?;
        for (name, binding) in keymap::rebind(&context.settings.keys).0.named() {
            let keys: Vec<String> = binding.chords.iter().map(quoted).collect();
            let label = (binding.label)(&words.key);
            writeln!(out, "{name} = [{}]  # {label}", keys.join(", "))?;
        }
        Ok(())
    }
}

fn quoted(chord: &keymap::Chord) -> String {
    let key = chord.to_string();
    match key.as_str() {
        "\\" | "\"" => format!("'{key}'"),
        _ => format!("\"{key}\""),
    }
}
