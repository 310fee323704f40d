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

/// What `failwell history` does with many attempts in this home.
pub(crate) fn history(program: &Path, home: &Path) -> Result<Vec<Row>> {
    let command = |args: &[&str]| {
        let mut command = Command::new(program);
        command
            .arg("history")
            .args(args)
            .env_clear()
            .env("HOME", home);
        command
    };
    let list = || command(&["list"]);
    // In every answer, and in none.
    let search = |text: &'static str| move || command(&["search", text]);
    let time = |which: &dyn Fn() -> Command| median(RUNS, || wall(which())).map(Amount::Time);
    Ok(vec![
        row(
            "history list, 11,000 attempts",
            time(&list)?,
            micros(300_000),
        ),
        row(
            "history search, all match",
            time(&search("shelves"))?,
            micros(300_000),
        ),
        row(
            "history search, none match",
            time(&search("误判"))?,
            micros(300_000),
        ),
        row(
            "history list: peak memory",
            Amount::Kilobytes(median(RUNS, || peak(list()))?),
            megabytes(60),
        ),
    ])
}

/// What `failwell due` and `stats` do with many attempts in this home, and with a story bank.
pub(crate) fn habit(program: &Path, home: &Path) -> Result<Vec<Row>> {
    let command = |name: &str| {
        let mut command = Command::new(program);
        command.arg(name).env_clear().env("HOME", home);
        command
    };
    let cache = home.join(".local/state/failwell/due.json");
    let forgetting = |measure: fn(Command) -> Result<Duration>| {
        let cold = || {
            let _ = fs::remove_file(&cache);
            measure(command("due"))
        };
        median(RUNS, cold).map(Amount::Time)
    };
    let cold = [forgetting(wall)?, forgetting(processor)?];
    let warm = median(RUNS, || wall(command("due")))?;
    let stats = median(RUNS, || wall(command("stats")))?;
    let peak = median(RUNS, || peak(command("stats")))?;
    let [wall, processor] = cold;
    Ok(vec![
        row("due, 11,000 attempts, cold", wall, micros(250_000)),
        row("due, cold: processor time", processor, micros(250_000)),
        row("due, warm", Amount::Time(warm), micros(20_000)),
        row(
            "stats, 11,000 attempts",
            Amount::Time(stats),
            micros(300_000),
        ),
        row("stats: peak memory", Amount::Kilobytes(peak), megabytes(60)),
    ])
}

fn wall(mut command: Command) -> Result<Duration> {
    let start = Instant::now();
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
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
