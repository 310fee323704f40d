//! `failwell completions` and `failwell man`: what a shell and `man` know about the program, made
//! from the one table of commands, which is given to them.

mod manual;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, Command, ValueEnum};
use clap_complete::{Generator, shells};

use crate::cmd::{Context, complain};
use crate::content;
use crate::content::words::fill;

/// Print completions for a shell.
#[derive(Args, Clone, Debug)]
#[command(after_help = "Where they go:\n  \
    bash  ~/.local/share/bash-completion/completions/failwell\n  \
    zsh   a folder of $fpath, as _failwell\n  \
    fish  ~/.config/fish/completions/failwell.fish")]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
}

/// Print the manual page, or write the page of every command into a folder.
#[derive(Args, Clone, Debug)]
pub struct Manual {
    /// The folder, such as ~/.local/share/man/man1
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Completions {
    /// Prints those of `command` with all its parts.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn run(&self, mut command: Command, out: &mut dyn Write) -> io::Result<()> {
        command.set_bin_name(command.get_name().to_owned());
        command.build();
        match self.shell {
            Shell::Bash => shells::Bash.try_generate(&command, out),
            Shell::Zsh => shells::Zsh.try_generate(&command, out),
            Shell::Fish => shells::Fish.try_generate(&command, out),
        }
    }
}

impl Manual {
    /// Prints the page of `command`, or writes one for it and each of its parts.
    ///
    /// # Errors
    ///
    /// When the output or the folder cannot be written.
    pub fn run(
        self,
        context: Context<'_>,
        mut command: Command,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        command.build();
        let Some(folder) = self.folder else {
            return Ok(out.write_all(manual::page(&command)?.as_bytes())?);
        };
        let name = folder.display().to_string();
        write_all(&command, &folder)
            .with_context(|| format!("cannot write the manual pages into `{name}`"))?;
        let words = &content::words(context.settings.lang).cli;
        complain(&fill(&words.manual, &[&name]));
        Ok(())
    }
}

/// The page of a command and of all below it. They are for everybody, unlike what is kept.
#[expect(
    clippy::disallowed_methods,
    reason = "manual pages are no data of a person's, and may be read by all"
)]
fn write_all(command: &Command, folder: &Path) -> io::Result<()> {
    let name = command.get_display_name().unwrap_or(command.get_name());
    std::fs::write(folder.join(format!("{name}.1")), manual::page(command)?)?;
    command
        .get_subcommands()
        .try_for_each(|part| write_all(part, folder))
}
