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
            let keys: Vec<String> = binding.chords.iter().map(ToString::to_string).collect();
            let line = line(name, keys.iter().map(String::as_str));
            writeln!(out, "{line}  # {}", (binding.label)(&words.key))?;
        }
        Ok(())
    }
}

/// A name and its keys, as they stand under `[keys]`.
pub(super) fn line<'a>(name: &str, keys: impl Iterator<Item = &'a str>) -> String {
    let quoted = |key: &str| match key {
        "\\" | "\"" => format!("'{key}'"),
        _ => format!("\"{key}\""),
    };
    format!(
        "{name} = [{}]",
        keys.map(quoted).collect::<Vec<_>>().join(", ")
    )
}
