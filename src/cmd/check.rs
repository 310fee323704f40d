//! `failwell check`: reads answers and reports on them. Knows names and how a run ends; how a
//! report looks is the care of `export`.

mod bar;
mod crew;
mod fix;
mod form;
mod gather;
mod lines;
mod prose;
mod read;

use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::cmd::{Context, Ending, complain};
use crate::content;
use crate::content::words::fill;
use crate::engine::{Engine, Options, Rate, Report, Tip, Verdict};
use crate::export::chosen::Chosen;
use crate::export::plain::Voice;
use bar::Bar;
use fix::{Mend, Mended};
use form::{Form, Format};
use gather::{Gathered, gather};
use read::Answer;

/// The longest answer that is read: some three hours of speech, so anything longer is another
/// file by mistake.
const LIMIT: usize = 1024 * 1024;

/// So many of the files that are passed over are named.
const NAMED: usize = 5;

/// Check answers against the eight tips.
///
/// A file is one answer. Of a folder every text (.txt) and Markdown (.md) in it is read, in the order of
/// their names; what else is there, hidden files and links too, is passed over and said. Of Markdown the
/// prose alone is read.
#[derive(Args, Clone, Debug)]
#[command(after_help = "Exit codes:\n  \
    0  nothing to change\n  \
    1  a tip wants a change, or an answer got no marks\n  \
    2  something could not be read or written; the rest was read all the same\n\
    With --jsonl: 0 whatever the verdicts, 2 when a line was bad\n\n\
    JSON, version 1; fields may be added, none is taken away; offsets are bytes:\n  \
    findings  what was seen, and what could be said `instead`\n  \
    remarks   what is worth a word of its own; `good` is praise\n  \
    offers    other words: `with` in the place of `from` to `to`\n  \
    verdicts  kept, look, work or unseen, for each tip\n  \
    next      the one next change")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Check {
    /// Files and folders; `-` or nothing is standard input
    #[arg(value_name = "FILE", conflicts_with = "jsonl")]
    files: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
    /// Only these tips, by name or number: they alone are told of, and decide the exit code
    #[arg(long, value_name = "TIP", value_delimiter = ',', value_parser = tip_names(), conflicts_with = "jsonl")]
    tips: Vec<Tip>,
    /// Say for each finding which rule and which features decided
    #[arg(long, conflicts_with = "jsonl")]
    why: bool,
    /// Put in the rewrites that say the same; the file as it was stays beside it as FILE.bak
    ///
    /// Of standard input the mended text is written, and nothing else. What is reported is the answer
    /// as it is then.
    #[arg(long, conflicts_with = "jsonl")]
    fix: bool,
    /// With --fix: show what would change, and change nothing; exit code 1 when something would
    #[arg(long, requires = "fix", conflicts_with_all = ["format", "why"])]
    diff: bool,
    /// Read a line of JSON for each answer, {"id", "text", "lang"?}, and write a report for each
    #[arg(long, conflicts_with = "format")]
    jsonl: bool,
}

/// The tips by their names; a number will do.
fn tip_names() -> impl TypedValueParser<Value = Tip> {
    const NUMBERS: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];
    let name = |tip: Tip| PossibleValue::new(tip.id()).alias(NUMBERS[tip as usize]);
    PossibleValuesParser::new(Tip::ALL.map(name)).try_map(|name| {
        let named = |tip: &Tip| [tip.id(), NUMBERS[*tip as usize]].contains(&name.as_str());
        Tip::ALL.into_iter().find(named).ok_or("no such tip")
    })
}

/// How an answer came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    InOrder,
    ToChange,
    NoMarks,
}

/// A report that is ready to be written.
struct Checked {
    outcome: Outcome,
    page: Vec<u8>,
    /// What is said beside it.
    note: Option<String>,
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
        let (found, several) = match self.files.as_slice() {
            [] => (gather(&[PathBuf::from("-")]), false),
            [one] => (gather(&self.files), one.is_dir()),
            _ => (gather(&self.files), true),
        };
        let form = Form {
            format: self.format,
            voice: Voice {
                tips: Chosen::of(&self.tips),
                ..context.voice()
            },
            engine,
            why: self.why,
            several,
            mend: match (self.fix, self.diff) {
                (_, true) => Mend::Shown,
                (true, false) => Mend::Done,
                (false, false) => Mend::Nothing,
            },
        };
        Run::new(context, form).all(&found, out)
    }
}

/// All answers of one run.
struct Run<'a> {
    context: Context<'a>,
    form: Form<'a>,
    ending: Ending,
    /// Answers of each [`Outcome`].
    counts: [usize; 3],
}

impl<'a> Run<'a> {
    const fn new(context: Context<'a>, form: Form<'a>) -> Self {
        Self {
            context,
            form,
            ending: Ending::Good,
            counts: [0; 3],
        }
    }

    /// Reads every file, on several threads, and writes the reports in the order of the files.
    fn all(mut self, found: &Gathered, out: &mut dyn Write) -> anyhow::Result<Ending> {
        let (form, rate) = (self.form, self.context.settings.rate);
        let words = &content::words(self.context.settings.lang).check;
        for fault in &found.faults {
            self.fail(&format!("{fault:#}"));
        }
        for folder in &found.empty {
            self.fail(&fill(&words.nothing, &[&folder.to_string_lossy()]));
        }
        let world = self.context.world;
        if world.stdin_is_terminal && found.files.iter().any(|file| file == Path::new("-")) {
            complain(&content::words(self.context.settings.lang).cli.type_here);
        }
        let on_terminal = world.stderr_is_terminal && world.text("TERM") != Some("dumb");
        let mut bar = Bar::new(found.files.len(), on_terminal);
        form.open(out)?;
        crew::in_order(
            &found.files,
            |file| check(form, rate, file),
            |checked| {
                bar.clear();
                self.take(checked, out)?;
                bar.step();
                anyhow::Ok(())
            },
        )?;
        bar.clear();
        form.close(out, &found.passed)?;
        if form.several && form.format == Format::Text && form.mend != Mend::Shown {
            out.flush()?;
            self.sum_up();
        }
        self.tell_passed(&found.passed);
        Ok(self.ending)
    }

    fn take(
        &mut self,
        checked: anyhow::Result<Checked>,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        match checked {
            Ok(checked) => {
                if self.form.mend != Mend::Shown {
                    self.form.part(out, self.counts.iter().sum())?;
                }
                out.write_all(&checked.page)?;
                if let Some(note) = &checked.note {
                    complain(note);
                }
                if self.context.world.stdout_is_terminal {
                    out.flush()?;
                }
                self.counts[checked.outcome as usize] += 1;
                self.ending = self.ending.and(checked.outcome.ending());
            }
            Err(error) => self.fail(&format!("{error:#}")),
        }
        Ok(())
    }

    fn fail(&mut self, fault: &str) {
        complain(fault);
        self.ending = self.ending.and(Ending::Failed);
    }

    /// How many came out which way.
    fn sum_up(&self) {
        let words = &content::words(self.context.settings.lang).check;
        let [good, work, unmarked] = self.counts.map(|count| count.to_string());
        let all = self.counts.iter().sum::<usize>().to_string();
        complain(&fill(&words.total, &[&all, &good, &work, &unmarked]));
    }

    /// What stood in the folders and was not read; JSON documents hold all of it.
    fn tell_passed(&self, passed: &[PathBuf]) {
        if passed.is_empty() {
            return;
        }
        let words = &content::words(self.context.settings.lang).check;
        let few = passed.iter().take(NAMED).map(|path| path.to_string_lossy());
        let few = few.collect::<Vec<_>>().join(", ");
        let told = match passed.len().saturating_sub(NAMED) {
            0 => few,
            more => fill(&words.more, &[&few, &more.to_string()]),
        };
        complain(&fill(&words.passed, &[&told]));
    }
}

fn check(form: Form<'_>, rate: Rate, file: &Path) -> anyhow::Result<Checked> {
    let mut answer = read::answer(file)?;
    let mut report = analyse(form.engine, answer.prose(), rate);
    let mut note = None;
    if form.mend != Mend::Nothing {
        let mended = fix::mended(&answer, &report, form.voice.tips);
        if form.mend == Mend::Shown {
            return Ok(shown(file, &answer, mended));
        }
        if let Some(mended) = mended {
            note = fix::put(file, &answer, &mended, form.voice.words)?;
            answer = answer.with(mended.text);
            report = analyse(form.engine, answer.prose(), rate);
        }
    }
    let mut page = Vec::new();
    if form.mend == Mend::Done && file == Path::new("-") {
        page = answer.bytes(&answer.text);
    } else {
        form.write(&mut page, file, &answer, &report)?;
    }
    Ok(Checked {
        outcome: Outcome::of(&report, form.voice.tips),
        page,
        note,
    })
}

/// What would change, if anything would.
fn shown(file: &Path, answer: &Answer, mended: Option<Mended>) -> Checked {
    let diff = mended.map(|mended| fix::diff(file, &answer.text, &mended.text));
    Checked {
        outcome: match diff {
            Some(_) => Outcome::ToChange,
            None => Outcome::InOrder,
        },
        page: diff.unwrap_or_default().into_bytes(),
        note: None,
    }
}

fn analyse(engine: &Engine, text: &str, rate: Rate) -> Report {
    engine.analyse(text, Options { lang: None, rate })
}

impl Outcome {
    fn of(report: &Report, tips: Chosen) -> Self {
        let work = |tip| report.verdict(tip) == Some(Verdict::Work);
        if !report.marked() {
            Self::NoMarks
        } else if tips.tips().any(work) {
            Self::ToChange
        } else {
            Self::InOrder
        }
    }

    const fn ending(self) -> Ending {
        match self {
            Self::InOrder => Ending::Good,
            Self::ToChange | Self::NoMarks => Ending::Wanting,
        }
    }
}
