//! `failwell feedback`: a sheet for people who listen, and what comes back. No network: how the sheet
//! travels is the person's own affair.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Args, Subcommand};

use crate::cmd::{Context, Ending, complain, history};
use crate::content;
use crate::content::words::{FeedbackWords, fill};
use crate::export::ask::{self, Asked};
use crate::export::book::Tongue;
use crate::export::clean::clean_line;
use crate::export::json;
use crate::export::plain::paragraph;
use crate::practice::feedback::read::{self, Fault, Returned};
use crate::practice::mask::{Mask, Masked};
use crate::store::history::{self as past, Kept};
use crate::store::{Overwrite, Paths, export};

/// More than any sheet is long.
const LONGEST: u64 = 256 * 1024;

/// Ask people what they heard in an answer, and take their sheets in.
#[derive(Args, Clone, Debug)]
pub struct People {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Clone, Debug)]
enum What {
    /// Write a sheet with the answer, eight lines to tick and four questions
    #[command(
        before_help = "Example: failwell feedback ask 01K4TZXC9P --mask --preview\n         failwell feedback ask 01K4TZXC9P --mask --hide Rivertown"
    )]
    Ask(Ask),
    /// Read a sheet that came back, as a mail program left it
    #[command(before_help = "Example: failwell feedback add returned.md")]
    Add(Add),
}

#[derive(Args, Clone, Debug)]
struct Ask {
    /// The attempt's id, or the first characters of it
    #[arg(value_name = "ID")]
    id: String,
    /// Mask figures and what looks like a name or an employer
    #[arg(long)]
    mask: bool,
    /// Mask this word too; give it again for each
    #[arg(long, value_name = "WORD")]
    hide: Vec<String>,
    /// Do not mask this, though it looks like a name or a figure
    #[arg(long, value_name = "WORD")]
    keep: Vec<String>,
    /// Only show the answer as it would be sent, and what was masked
    #[arg(long)]
    preview: bool,
    /// Where to, without an ending: FILE.md and FILE.html are written
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace the files if they are there
    #[arg(long)]
    force: bool,
}

#[derive(Args, Clone, Debug)]
struct Add {
    /// The sheet; - reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The attempt that it is about, where the sheet does not name it
    #[arg(long, value_name = "ID")]
    of: Option<String>,
    /// Write JSON: the line of the history
    #[arg(long)]
    json: bool,
}

impl People {
    /// Does what was asked for.
    ///
    /// # Errors
    ///
    /// When there is no such attempt, a sheet is not clear, or a file cannot be read or written.
    pub fn run(self, context: Context<'_>, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let paths = context.world.paths()?;
        match self.what {
            What::Ask(ask) => ask.run(context, &paths, out)?,
            What::Add(add) => add.run(context, &paths, out)?,
        }
        Ok(Ending::Good)
    }
}

fn words(context: Context<'_>) -> &'static FeedbackWords {
    &content::words(context.settings.lang).feedback
}

impl Ask {
    fn run(self, context: Context<'_>, paths: &Paths, out: &mut dyn Write) -> anyhow::Result<()> {
        let (known, index) = past::open(paths)?;
        let id = history::find(context, paths, &known, &self.id)?;
        let record = index.read(&id)?;
        // In the language of the answer: whoever understands it reads that.
        let lang = record.lang.unwrap_or(context.settings.lang);
        let tongue = Tongue {
            lang,
            words: content::words(lang),
            library: content::library(),
        };
        let names = [&tongue.words.feedback.name, &tongue.words.feedback.figure];
        let (answer, masked) = self
            .masked()
            .apply(&record.answer, names.map(String::as_str));
        if self.preview {
            paragraph(out, 0, &answer)?;
            writeln!(out)?;
            return Ok(self.told(context, &masked, &mut |line| writeln!(out, "{line}"))?);
        }
        let asked = Asked {
            of: &id,
            prompt: &record.prompt_text,
            answer: &answer,
        };
        let [sheet, page] = self.write(tongue, asked)?;
        self.told(context, &masked, &mut |line| {
            complain(line);
            Ok(())
        })?;
        let said = [
            clean_line(&sheet.to_string_lossy()),
            clean_line(&page.to_string_lossy()),
        ];
        complain(&fill(&words(context).written, &[&said[0], &said[1]]));
        Ok(())
    }

    fn masked(&self) -> Mask {
        Mask {
            words: self.hide.clone(),
            guess: self.mask,
            keep: self.keep.clone(),
        }
    }

    /// Both files, or neither where one of them is in the way.
    fn write(&self, tongue: Tongue, asked: Asked<'_>) -> anyhow::Result<[PathBuf; 2]> {
        let stem = self.out.clone().unwrap_or_else(|| {
            let start = asked.of.get(..13).unwrap_or(asked.of);
            PathBuf::from(format!("feedback-{start}"))
        });
        let with = |ending: &str| {
            let mut name = stem.clone().into_os_string();
            name.push(ending);
            PathBuf::from(name)
        };
        let files = [with(".md"), with(".html")];
        let overwrite = if self.force {
            Overwrite::Yes
        } else {
            Overwrite::No
        };
        if overwrite == Overwrite::No
            && let Some(path) = files.iter().find(|path| path.exists())
        {
            bail!(crate::store::StoreError::Exists { path: path.clone() });
        }
        export(&files[0], overwrite, |out| {
            ask::as_markdown(out, tongue, asked)
        })?;
        export(&files[1], overwrite, |out| ask::as_html(out, tongue, asked))?;
        Ok(files)
    }

    /// What was masked, one by one, where anything was to be.
    fn told(
        &self,
        context: Context<'_>,
        masked: &[Masked],
        say: &mut dyn FnMut(&str) -> io::Result<()>,
    ) -> io::Result<()> {
        let words = words(context);
        if masked.is_empty() && (self.mask || !self.hide.is_empty()) {
            return say(&words.nothing_masked);
        }
        for one in masked {
            say(&fill(&words.masked, &[&clean_line(&one.text), &one.sign]))?;
        }
        Ok(())
    }
}

impl Add {
    fn run(self, context: Context<'_>, paths: &Paths, out: &mut dyn Write) -> anyhow::Result<()> {
        let words = words(context);
        let file = clean_line(&self.file.to_string_lossy());
        let text = text_of(&self.file, words, &file)?;
        let Returned { of, said } = read::read(&text, ask::questions())
            .map_err(|fault| anyhow::anyhow!("{}", told(&fault, words, &file)))?;
        let Some(of) = self.of.or(of) else {
            bail!(fill(&words.no_attempt, &[&file]));
        };
        let known = past::load(paths)?;
        let of = history::find(context, paths, &known, &of)?;
        let same =
            |sheet: &&crate::practice::feedback::Feedback| sheet.of == of && sheet.what == said;
        if known.feedback.iter().any(|sheet| same(&sheet)) {
            complain(&words.known);
            return Ok(());
        }
        let count = said.heard.len().to_string();
        let sheet = history::stamp(context).feedback(&of, said);
        let kept = past::feedback(paths, &sheet)?;
        if self.json {
            return Ok(json::line(out, &sheet)?);
        }
        let said = fill(&words.added, &[&count, &of]);
        complain(&match kept {
            Kept::InHistory => said,
            Kept::Beside => fill(&words.beside, &[&said]),
        });
        Ok(())
    }
}

/// The text of a sheet: UTF-8, or what older programs save with a mark at its start.
fn text_of(path: &Path, words: &FeedbackWords, file: &str) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        io::stdin()
            .lock()
            .take(LONGEST + 1)
            .read_to_end(&mut bytes)?;
    } else {
        #[expect(clippy::disallowed_methods, reason = "the person names this file")]
        let opened = std::fs::File::open(path);
        opened
            .and_then(|opened| opened.take(LONGEST + 1).read_to_end(&mut bytes))
            .map_err(|error| anyhow::anyhow!("{file}: {error}"))?;
    }
    if bytes.len() as u64 > LONGEST {
        bail!(fill(&words.too_long, &[file]));
    }
    let wide = |decode: fn([u8; 2]) -> u16| {
        let units = bytes[2..]
            .chunks_exact(2)
            .map(|pair| decode([pair[0], pair[1]]));
        String::from_utf16_lossy(&units.collect::<Vec<u16>>())
    };
    match bytes.get(..2) {
        Some([0xff, 0xfe]) => return Ok(wide(u16::from_le_bytes)),
        Some([0xfe, 0xff]) => return Ok(wide(u16::from_be_bytes)),
        _ => {}
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.split(|byte| *byte == b'\n').count();
        anyhow::anyhow!("{}", fill(&words.not_text, &[file, &line.to_string()]))
    })
}

/// A fault with its line and its cure.
fn told(fault: &Fault, words: &FeedbackWords, file: &str) -> String {
    match fault {
        Fault::Markup => fill(&words.markup, &[file]),
        Fault::NoLines => fill(&words.no_lines, &[file]),
        Fault::Missing(number, line) => {
            let number = number.to_string();
            fill(&words.missing, &[file, &line.to_string(), &number, &number])
        }
        Fault::Doubled(number, lines) => {
            let [first, second] = lines.map(|line| line.to_string());
            fill(
                &words.doubled,
                &[file, &first, &second, &number.to_string()],
            )
        }
        Fault::Unclear(what, line) => fill(
            &words.unclear,
            &[file, &line.to_string(), &clean_line(what)],
        ),
        Fault::Both(line) => fill(&words.both, &[file, &line.to_string()]),
    }
}
