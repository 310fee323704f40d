//! The program: reads the world once, runs one command. Knows nothing else.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use failwell::cli;
use failwell::cmd::world::World;

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place where the environment is read"
)]
fn main() -> ExitCode {
    let world = World {
        env: std::env::vars_os().collect(),
        stdin_is_terminal: io::stdin().is_terminal(),
        stdout_is_terminal: io::stdout().is_terminal(),
        stderr_is_terminal: io::stderr().is_terminal(),
    };
    cli::run(std::env::args_os(), &world).into()
}
