//! The command line as a whole: which subcommands there are, and which one runs.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use crate::cmd::check::Check;
use crate::cmd::config::Config;
use crate::cmd::content::Content;
use crate::cmd::doctor::Doctor;
use crate::cmd::due::Most;
use crate::cmd::explain::Explain;
use crate::cmd::feedback::People;
use crate::cmd::history::Past;
use crate::cmd::keys::List;
use crate::cmd::mock::Mock;
use crate::cmd::prompt::Draw;
use crate::cmd::rehearse::Rehearse;
use crate::cmd::samples::Samples;
use crate::cmd::settings::{self, Flags, Sources};
use crate::cmd::sheet::Day;
use crate::cmd::shell::{Completions, Manual};
use crate::cmd::stats::Stats;
use crate::cmd::story::Bank;
use crate::cmd::tips::Tips;
use crate::cmd::world::World;
use crate::cmd::{Context, Ending, complain};
use crate::export::clean::clean;
use crate::export::plain::Marks;

/// A trainer for the interview question "Tell me about a time you failed".
///
/// Without a command it opens full screen on a question: type your answer, then see the eight tips
/// beside it. Nothing leaves this computer.
#[derive(Parser, Clone, Debug)]
#[command(
    name = "failwell",
    version,
    before_help = "Example: failwell\n         failwell check answer.txt",
    max_term_width = 80,
    disable_help_subcommand = true
)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    rehearse: Rehearse,
    /// The language of words and questions: en or zh
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<String>,
}

#[derive(Subcommand, Clone, Debug)]
enum Command {
    #[command(before_help = "Example: failwell rehearse --minutes 3")]
    Rehearse(Rehearse),
    #[command(before_help = "Example: failwell mock --questions 2")]
    Mock(Mock),
    #[command(
        before_help = "Example: failwell check answer.txt\n         failwell check --jsonl < answers.jsonl > reports.jsonl"
    )]
    Check(Check),
    #[command(before_help = "Example: failwell prompt --lang zh")]
    Prompt(Draw),
    #[command(before_help = "Example: failwell tips 4")]
    Tips(Tips),
    #[command(before_help = "Example: failwell explain solo-blame")]
    Explain(Explain),
    #[command(before_help = "Example: failwell samples | less")]
    Samples(Samples),
    #[command(before_help = "Example: failwell history list")]
    History(Past),
    #[command(before_help = "Example: failwell due")]
    Due(Most),
    #[command(
        before_help = "Example: failwell stats\n         failwell stats --format csv > answers.csv"
    )]
    Stats(Stats),
    #[command(
        before_help = "Example: failwell sheet late-parts\n         failwell sheet late-parts --format html --out day.html"
    )]
    Sheet(Day),
    #[command(before_help = "Example: failwell feedback ask 01K4TZXC9P")]
    Feedback(People),
    #[command(before_help = "Example: failwell story list")]
    Story(Bank),
    #[command(before_help = "Example: failwell content check my-questions")]
    Content(Content),
    #[command(before_help = "Example: failwell keys")]
    Keys(List),
    #[command(
        before_help = "Example: failwell config show\n         failwell config show --default > config.toml"
    )]
    Config(Config),
    #[command(before_help = "Example: failwell doctor")]
    Doctor(Doctor),
    #[command(before_help = "Example: failwell completions fish > failwell.fish")]
    Completions(Completions),
    #[command(name = "man", before_help = "Example: failwell man | man -l -")]
    Manual(Manual),
}

/// Runs the command that `args` name and says how it ended. What goes wrong is said on standard
/// error; output that nobody reads to the end is no error.
pub fn run(args: impl IntoIterator<Item = OsString>, world: &World) -> Ending {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(answer) => return refuse(&answer),
    };
    match cli.dispatch(world) {
        Ok(ending) => ending,
        Err(error) if is_closed_pipe(&error) => Ending::Good,
        Err(error) => {
            complain(&chain(&error));
            Ending::Failed
        }
    }
}

/// The causes in a row. What is read has its file named; a bare error of the system is the
/// output's.
fn chain(error: &anyhow::Error) -> String {
    let bare = error.chain().len() == 1 && error.is::<io::Error>();
    let what = if bare {
        "cannot write the output: "
    } else {
        ""
    };
    let mut said = format!("{what}{error}");
    for cause in error.chain().skip(1).map(ToString::to_string) {
        // Most messages name their cause before the cure.
        if !said.contains(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}

impl Cli {
    fn dispatch(self, world: &World) -> anyhow::Result<Ending> {
        let asked = self.rehearse;
        let command = match self.command {
            None => Command::Rehearse(asked),
            Some(command) if asked == Rehearse::default() => command,
            Some(_) => {
                let fault = "--prompt, --minutes and --seed stand after the command";
                return Ok(refuse(
                    &Self::command().error(ErrorKind::ArgumentConflict, fault),
                ));
            }
        };
        let flags = Flags {
            lang: self.lang,
            minutes: command.minutes(),
        };
        let resolved = settings::read(world, &flags);
        for note in &resolved.notes {
            complain(note);
        }
        let settings = &resolved.settings;
        let context = Context {
            world,
            settings,
            marks: Marks::Under,
        };
        command.run(context, &resolved.sources)
    }
}

impl Command {
    fn minutes(&self) -> Option<u32> {
        match self {
            Self::Rehearse(rehearse) => rehearse.minutes,
            Self::Mock(mock) => mock.minutes,
            _ => None,
        }
    }

    fn run(self, context: Context<'_>, sources: &Sources) -> anyhow::Result<Ending> {
        // Not locked: the full screen has standard output for itself.
        let mut out = BufWriter::new(io::stdout());
        let ending = self.write(context, sources, &mut out)?;
        out.flush()?;
        Ok(ending)
    }

    fn write(
        self,
        context: Context<'_>,
        sources: &Sources,
        out: &mut dyn Write,
    ) -> anyhow::Result<Ending> {
        match self {
            Self::Rehearse(rehearse) => return rehearse.run(context),
            Self::Mock(mock) => return mock.run(context),
            Self::Check(check) => return check.run(context, out),
            Self::Samples(samples) => return samples.run(context, out),
            Self::Content(folder) => return folder.run(context, out),
            Self::Config(config) => return config.run(context, sources, out),
            Self::Story(bank) => return bank.run(context, out),
            Self::Feedback(people) => return people.run(context, out),
            Self::Doctor(doctor) => return doctor.run(context, out),
            Self::History(past) => return past.run(context, out),
            Self::Sheet(day) => day.run(context, out)?,
            Self::Prompt(draw) => draw.run(context, out)?,
            Self::Tips(tips) => tips.run(context, out)?,
            Self::Explain(explain) => explain.run(context, out)?,
            Self::Due(most) => most.run(context, out)?,
            Self::Stats(stats) => stats.run(context, out)?,
            Self::Keys(list) => list.run(context, out)?,
            Self::Completions(shell) => shell.run(Cli::command(), out)?,
            Self::Manual(manual) => manual.run(context, Cli::command(), out)?,
        }
        Ok(Ending::Good)
    }
}

/// Help and version are answers, all else is an error; clap knows which. It repeats the arguments
/// as they came, so its text is cleaned like any other.
fn refuse(answer: &clap::Error) -> Ending {
    let text = answer.render().to_string();
    let text = clean(&text);
    if answer.use_stderr() {
        let _ = io::stderr().lock().write_all(text.as_bytes());
        return Ending::Failed;
    }
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("cannot write the output: {error}"));
            Ending::Failed
        }
        _ => Ending::Good,
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
