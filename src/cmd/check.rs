//! `failwell check`: reads answers and reports on them. Knows files and standard input; how a
//! report looks is the care of `export`.

mod lines;

use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};

use crate::cmd::{Context, Ending, complain};
use crate::content;
use crate::engine::{Lang, Options, Rate, Report, Tip, Verdict};
use crate::export::clean::clean_line;
use crate::export::{json, plain, why};

/// The longest answer that is read: some three hours of speech, so anything longer is another
/// file by mistake.
const LIMIT: usize = 1024 * 1024;

/// Check an answer against the eight tips.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// Files that hold an answer each; `-` or nothing is standard input
    #[arg(value_name = "FILE", conflicts_with = "jsonl")]
    files: Vec<PathBuf>,
    /// What to write: text for people, or a line of JSON for each answer
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
    /// Read a line of JSON for each answer, {"id", "text", "lang"?}, and write a report for each
    #[arg(long, conflicts_with = "format")]
    jsonl: bool,
    /// Say for each finding which rule and which features decided
    #[arg(long, conflicts_with = "jsonl")]
    why: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Check {
    /// Checks every answer; one that cannot be read does not keep the others from it.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn run(&self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let engine = content::engine();
        if self.jsonl {
            let mut input = BufReader::with_capacity(64 * 1024, io::stdin().lock());
            return lines::run(&mut input, out, engine, context.settings.rate);
        }
        let standard_input = [PathBuf::from("-")];
        let files = match self.files.as_slice() {
            [] => &standard_input[..],
            files => files,
        };
        let mut ending = Ending::Good;
        for (index, file) in files.iter().enumerate() {
            let text = match read(file, context, out) {
                Ok(text) => text,
                Err(error) => {
                    complain(&format!("{error:#}"));
                    ending = Ending::Failed;
                    continue;
                }
            };
            let report = engine.analyse(&text, options(context.settings.rate));
            match self.format {
                Format::Json => json::report(out, file.to_string_lossy(), &text, &report)?,
                Format::Text => {
                    if files.len() > 1 {
                        let gap = if index > 0 { "\n" } else { "" };
                        writeln!(out, "{gap}== {} ==", clean_line(&file.to_string_lossy()))?;
                    }
                    plain::report(out, context.voice(), &text, &report)?;
                    if self.why {
                        let lang = report.lang.unwrap_or(Lang::En);
                        why::explanations(out, &text, &engine.reader(lang).explain(&text))?;
                    }
                }
            }
            ending = ending.and(judged(&report));
        }
        Ok(ending)
    }
}

fn options(rate: Rate) -> Options {
    Options { lang: None, rate }
}

fn judged(report: &Report) -> Ending {
    let work = Tip::ALL
        .iter()
        .any(|tip| report.verdict(*tip) == Some(Verdict::Work));
    if work || !report.marked() {
        Ending::Wanting
    } else {
        Ending::Good
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where an answer is read"
)]
fn read(file: &Path, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<String> {
    let name = file.display();
    let mut bytes = if file == Path::new("-") {
        if context.world.stdin_is_terminal {
            out.flush()?;
            complain(&content::words(context.settings.lang).cli.type_here);
        }
        bytes(io::stdin().lock()).context("cannot read standard input")?
    } else {
        std::fs::File::open(file)
            .and_then(bytes)
            .with_context(|| format!("cannot read `{name}`"))?
    };
    if bytes.len() > LIMIT {
        bail!("`{name}` is longer than 1 MiB; an answer is a page of text");
    }
    // A byte-order mark belongs to the file, not to the answer.
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow::anyhow!("`{name}` is no UTF-8 text (byte {at}); save it as UTF-8")
    })
}

/// At most one byte over the limit, so that an endless file ends.
fn bytes(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
