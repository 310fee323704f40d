//! `strace`, which counts the calls of a program and makes the one that is asked for fail, or kills
//! the program in its place. Knows nothing of failwell.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// The calls by which something is kept, found or removed.
pub(crate) const CALLS: [&str; 13] = [
    "openat",
    "write",
    "fdatasync",
    "fsync",
    "rename",
    "renameat",
    "renameat2",
    "linkat",
    "unlink",
    "mkdir",
    "flock",
    "ftruncate",
    "fchmod",
];

/// What happens instead of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It fails, with this number.
    Error(&'static str),
    /// The program is killed.
    Kill,
}

/// One call of a run: the `count`th of its kind on its thread, from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    pub(crate) call: &'static str,
    pub(crate) count: usize,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.call, self.count)
    }
}

/// Whether there is an `strace` that may trace; says so where there is none.
pub(crate) fn is_here() -> bool {
    let tried = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    let here = tried.is_ok_and(|output| output.status.success());
    if !here {
        eprintln!("skipped: no `strace` on this machine, or it may not trace");
    }
    here
}

/// The arguments that trace into `log`, with a fault at one point.
pub(crate) fn arguments(log: &Path, fault: Option<(Fault, Point)>) -> Vec<String> {
    let log = log.to_str().unwrap();
    // Not every machine has all of them.
    let known = CALLS.map(|call| format!("?{call}"));
    let trace = format!("trace={}", known.join(","));
    let mut arguments = ["-f", "-y", "-s", "0", "-o", log, "-e", &trace]
        .map(str::to_owned)
        .to_vec();
    if let Some((fault, Point { call, count })) = fault {
        let how = match fault {
            Fault::Error(number) => format!("error={number}"),
            Fault::Kill => "signal=KILL".to_owned(),
        };
        arguments.extend(["-e".to_owned(), format!("inject={call}:{how}:when={count}")]);
    }
    arguments
}

/// Makes one thread of a running program fail, or only listens to it. Returns when it is traced, or
/// when it is gone already: a kill may strike at once.
pub(crate) fn attach(thread: i32, log: &Path, fault: Option<(Fault, Point)>) -> Child {
    let mut arguments = arguments(log, fault);
    arguments.retain(|argument| argument != "-f");
    let mut command = Command::new("strace");
    command.args(arguments).arg("-p").arg(thread.to_string());
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    loop {
        let status = fs::read_to_string(format!("/proc/{thread}/status"));
        if !status.is_ok_and(|status| status.contains("TracerPid:\t0\n")) {
            return child;
        }
        assert_eq!(child.try_wait().unwrap(), None, "`strace` may not attach");
        thread::sleep(Duration::from_millis(2));
    }
}

/// The points of a traced run that touch something in `home`.
pub(crate) fn points(log: &Path, home: &Path) -> BTreeSet<Point> {
    let text = fs::read_to_string(log).unwrap();
    let home = home.to_str().unwrap();
    let mut counts = BTreeMap::new();
    let mut points = BTreeSet::new();
    for line in text.lines() {
        let (thread, rest) = match line.split_once(' ') {
            Some((thread, rest)) if thread.parse::<u32>().is_ok() => (thread, rest.trim_start()),
            _ => ("", line),
        };
        let begun = |call: &&&str| {
            rest.strip_prefix(**call)
                .is_some_and(|rest| rest.starts_with('('))
        };
        let Some(call) = CALLS.iter().find(begun) else {
            continue;
        };
        let count = counts.entry((thread, call)).or_insert(0);
        *count += 1;
        if line.contains(home) {
            points.insert(Point {
                call,
                count: *count,
            });
        }
    }
    points
}

/// Whether the fault of a traced run has come about.
pub(crate) fn has_struck(log: &Path) -> bool {
    let text = fs::read_to_string(log).unwrap();
    text.contains("(INJECTED)") || text.contains("killed by SIGKILL")
}
