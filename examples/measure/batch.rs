//! Commands that start, print and end.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};

use crate::{Amount, Result, Row, answer, life, median, megabytes, micros, row};

const RUNS: usize = 21;
/// What a pipe holds.
const PIPE: usize = 64 * 1024;

pub(crate) fn measure(program: &Path) -> Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("answer.txt");
    fs::write(&file, answer(250))?;
    let command = |args: &[&str]| {
        let mut command = Command::new(program);
        let home = folder.path();
        command.args(args).env_clear().env("HOME", home);
        command
    };
    let file = file.display().to_string();
    let check = || command(&["check", &file]);
    let times = |measure: fn(Command) -> Result<Duration>, which: &dyn Fn() -> Command| {
        median(RUNS, || measure(which())).map(Amount::Time)
    };
    Ok(vec![
        Row {
            what: "check, 250 words: start to end",
            measured: times(wall, &check)?,
            target: None,
        },
        row(
            "check, 250 words: processor time",
            times(processor, &check)?,
            micros(3000),
        ),
        row(
            "check, 250 words: peak memory",
            Amount::Kilobytes(median(RUNS, || peak(check()))?),
            megabytes(8),
        ),
        Row {
            what: "--help: start to end",
            measured: times(wall, &|| command(&["--help"]))?,
            target: None,
        },
    ])
}

fn wall(mut command: Command) -> Result<Duration> {
    let start = Instant::now();
    command.stdout(Stdio::null()).status()?;
    Ok(start.elapsed())
}

/// Read between its end and the moment it is waited for.
fn processor(mut command: Command) -> Result<Duration> {
    let mut child = command.stdout(Stdio::null()).spawn()?;
    let pid = Pid::from_raw(i32::try_from(child.id())?).ok_or("no process 0")?;
    waitid(
        WaitId::Pid(pid),
        WaitIdOptions::EXITED | WaitIdOptions::NOWAIT,
    )?;
    let cpu = life::cpu(child.id());
    child.wait()?;
    cpu
}

/// Read while it waits to write to a pipe that is full: by then its work is done.
fn peak(mut command: Command) -> Result<u64> {
    let (out, mut into) = std::io::pipe()?;
    into.write_all(&vec![b' '; PIPE])?;
    let mut child = command.stdout(into).spawn()?;
    drop(command);
    while !life::is_asleep(child.id())? {
        thread::park_timeout(Duration::from_millis(1));
    }
    let peak = life::peak(child.id());
    drop(out);
    child.wait()?;
    peak
}
