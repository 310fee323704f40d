//! `failwell config`: what is set, where each value comes from, and a file to begin with. Writes
//! nothing but its answer.

use std::io::{self, Write};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::cmd::settings::{self, ALL, Flags, KEYS, Key, Source, Sources};
use crate::cmd::{Context, Ending, keys};
use crate::content;
use crate::content::words::{ConfigWords, fill};
use crate::export::clean::clean;
use crate::export::json;
use crate::settings::Settings;
use crate::store::Paths;

/// Show what is set and where it comes from; check config.toml.
#[derive(Args, Clone, Debug)]
pub struct Config {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Clone, Debug)]
enum What {
    /// Print every setting with its source, as config.toml has it
    #[command(
        before_help = "Example: failwell config show\n         failwell config show --default > config.toml"
    )]
    Show {
        /// The defaults instead, each with a comment: a file to begin with
        #[arg(long, conflicts_with = "json")]
        default: bool,
        /// Write one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Print where config.toml is looked for
    #[command(before_help = "Example: $EDITOR \"$(failwell config path)\"")]
    Path,
    /// Name every value that cannot be used, with its line and its cure
    #[command(before_help = "Example: failwell config check")]
    Check,
}

impl Config {
    /// Does what was asked for.
    ///
    /// # Errors
    ///
    /// When there is no home, or the output cannot be written.
    pub fn run(
        self,
        context: Context<'_>,
        sources: &Sources,
        out: &mut dyn Write,
    ) -> anyhow::Result<Ending> {
        let words = &content::words(context.settings.lang).config;
        match self.what {
            What::Show { default: true, .. } => begin(out, words)?,
            What::Show { json, .. } => {
                let paths = context.world.paths()?;
                let shown = Shown {
                    context,
                    sources,
                    words,
                    paths,
                };
                if json {
                    json::line(out, &shown.json())?;
                } else {
                    shown.tell(out)?;
                }
            }
            What::Path => {
                super::history::print_path(context, out, &context.world.paths()?.config())?;
            }
            What::Check => return check(context, words, out),
        }
        Ok(Ending::Good)
    }
}

/// The defaults, each commented out under what it is for.
fn begin(out: &mut dyn Write, words: &ConfigWords) -> io::Result<()> {
    let defaults = Settings::default();
    writeln!(out, "# {}", words.head)?;
    for key in &ALL {
        writeln!(out, "\n# {}", (key.about)(words))?;
        writeln!(out, "# {} = {}", key.name, (key.value)(&defaults))?;
    }
    writeln!(out, "\n# {}\n# [{KEYS}]", words.keys)
}

/// What could not be used has been said when the settings were read for this run.
fn check(context: Context<'_>, words: &ConfigWords, out: &mut dyn Write) -> anyhow::Result<Ending> {
    let config = context.world.paths()?.config();
    let name = config.to_string_lossy();
    if !settings::read(context.world, &Flags::default())
        .notes
        .is_empty()
    {
        return Ok(Ending::Failed);
    }
    let good = &content::words(context.settings.lang).cli.content_good;
    let said = if config.exists() {
        good
    } else {
        &words.not_there
    };
    writeln!(out, "{}", clean(&fill(said, &[&name])))?;
    Ok(Ending::Good)
}

struct Shown<'a> {
    context: Context<'a>,
    sources: &'a Sources,
    words: &'static ConfigWords,
    paths: Paths,
}

impl Shown<'_> {
    /// Lines that `config.toml` would take, each with its source.
    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        let settings = self.context.settings;
        let lines: Vec<(String, String)> = ALL
            .iter()
            .map(|key| (self.line(key), self.source(key.name)))
            .collect();
        let widest = lines.iter().map(|(line, _)| line.len()).max().unwrap_or(0);
        for (line, source) in lines {
            writeln!(out, "{line:widest$}  # {}", clean(&source))?;
        }
        if settings.keys.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n[{KEYS}]  # {}", clean(&self.source(KEYS)))?;
        for wish in &settings.keys {
            let line = keys::line(&wish.name, wish.keys.iter().map(String::as_str));
            writeln!(out, "{}", clean(&line))?;
        }
        Ok(())
    }

    fn line(&self, key: &Key) -> String {
        format!("{} = {}", key.name, (key.value)(self.context.settings))
    }

    fn source(&self, name: &str) -> String {
        match self.sources.get(name) {
            None => self.words.default.clone(),
            Some(Source::File(line)) => format!("{}:{line}", self.paths.config().display()),
            Some(Source::Environment(name) | Source::Flag(name)) => (*name).to_owned(),
        }
    }

    fn json(&self) -> Value {
        let row = |key: &Key| {
            let value = (key.value)(self.context.settings);
            // What stands in the file is JSON too, but for tables.
            let value: Value = serde_json::from_str(&value).unwrap_or_default();
            let source = self.json_source(key.name);
            (
                key.name.to_owned(),
                json!({"value": value, "source": source}),
            )
        };
        let mut rows: serde_json::Map<String, Value> = ALL.iter().map(row).collect();
        let wishes = self.context.settings.keys.iter();
        let keys: serde_json::Map<String, Value> = wishes
            .map(|wish| (wish.name.clone(), json!(wish.keys)))
            .collect();
        rows.insert(
            KEYS.to_owned(),
            json!({"value": keys, "source": self.json_source(KEYS)}),
        );
        json!({
            "v": 1,
            "path": self.paths.config().to_string_lossy(),
            "settings": rows,
        })
    }

    fn json_source(&self, name: &str) -> Value {
        match self.sources.get(name) {
            None => json!({"kind": "default"}),
            Some(Source::File(line)) => json!({"kind": "file", "line": line}),
            Some(Source::Environment(name)) => json!({"kind": "environment", "name": name}),
            Some(Source::Flag(name)) => json!({"kind": "flag", "name": name}),
        }
    }
}
