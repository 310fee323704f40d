//! What `/proc` tells of a process, alive or just ended.

use std::fs;
use std::time::Duration;

use crate::Result;

/// Processor time so far, of the first thread; holds for a process that has ended and was not
/// waited for.
pub(crate) fn cpu(pid: u32) -> Result<Duration> {
    let text = fs::read_to_string(format!("/proc/{pid}/schedstat"))?;
    let nanos = text.split_whitespace().next().ok_or("an empty schedstat")?;
    Ok(Duration::from_nanos(nanos.parse()?))
}

/// The most memory it ever held at once, in kilobytes.
pub(crate) fn peak(pid: u32) -> Result<u64> {
    field(&format!("/proc/{pid}/status"), "VmHWM:")
}

/// How often one of its threads has gone to sleep by itself.
pub(crate) fn sleeps(pid: u32) -> Result<u64> {
    let mut total = 0;
    for task in fs::read_dir(format!("/proc/{pid}/task"))? {
        let status = task?.path().join("status");
        total += field(&status.display().to_string(), "voluntary_ctxt_switches:")?;
    }
    Ok(total)
}

/// Whether it waits for something.
pub(crate) fn is_asleep(pid: u32) -> Result<bool> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let after_name = text.rsplit_once(')').ok_or("a strange stat")?.1;
    Ok(after_name.trim_start().starts_with('S'))
}

fn field(path: &str, name: &str) -> Result<u64> {
    let text = fs::read_to_string(path)?;
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let value = line.and_then(|line| line.split_whitespace().next());
    Ok(value
        .ok_or_else(|| format!("no {name} in {path}"))?
        .parse()?)
}
