//! Nobody else on this machine may read what is kept.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use crate::terminal::{CTRL_C, CTRL_D, ENTER, Home};

#[test]
fn what_is_kept_is_private_whatever_the_umask() {
    let mine = Home::new("en");
    let trainer = env!("CARGO_BIN_EXE_failwell");
    let mut terminal = mine.shell(Some(&format!("umask 0; exec {trainer}")));
    terminal.sees("another prompt");
    terminal.types(ENTER);
    terminal.sees("what was being done");
    terminal.types("Between you and me");
    // By now the draft is on the disk.
    terminal.has_typed_for(2);
    assert_eq!(mine.draft(), "Between you and me");
    terminal.types(CTRL_D);
    terminal.sees("Finished?");
    terminal.types(ENTER);
    terminal.sees("⋅ saved");
    let mut left: Vec<PathBuf> = mine.folders().into();
    let mut files = 0;
    while let Some(path) = left.pop() {
        let found = fs::metadata(&path).unwrap();
        let mode = found.permissions().mode() & 0o777;
        if found.is_dir() {
            assert_eq!(mode, 0o700, "{}", path.display());
            left.extend(fs::read_dir(&path).unwrap().map(|one| one.unwrap().path()));
        } else {
            assert_eq!(mode, 0o600, "{}", path.display());
            files += 1;
        }
    }
    // The history, its lock, the desk, the lock of the drafts.
    assert!(files >= 4, "{files}");
}

/// Needs `strace`; without it the test says so and is skipped.
#[test]
fn nobody_is_called_and_no_program_is_started() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("skipped: no `strace` on this machine");
        return;
    }
    let mine = Home::new("zh");
    let trainer = env!("CARGO_BIN_EXE_failwell");
    let script = format!("exec strace -f -o trace -e trace=socket,connect,bind,execve {trainer}");
    let mut terminal = mine.shell(Some(&script));
    terminal.sees("换一题");
    terminal.types(ENTER);
    terminal.sees("事件");
    terminal.types("我们忘了告诉客户。");
    terminal.sees("告诉客户。");
    terminal.types(CTRL_D);
    terminal.types(ENTER);
    terminal.sees("已保存");
    terminal.types("h");
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
    let calls = fs::read_to_string(mine.path().join("trace")).unwrap();
    let calls: Vec<&str> = calls.lines().filter(|line| line.contains('(')).collect();
    assert_eq!(
        calls.len(),
        1,
        "the program itself and nothing else\n{calls:#?}"
    );
}
