//! Help, completions and manual pages: all of them from the one table of commands.

use std::fs;
use std::process::{Command, Stdio};

use clap::CommandFactory;
use failwell::cli::Cli;

use crate::{err, failwell, home, out, run};

/// Every command by its words, the program itself first.
fn commands() -> Vec<Vec<String>> {
    fn walk(command: &clap::Command, path: &[String], all: &mut Vec<Vec<String>>) {
        all.push(path.to_owned());
        for part in command.get_subcommands() {
            let path = [path, &[part.get_name().to_owned()]].concat();
            walk(part, &path, all);
        }
    }
    let mut all = Vec::new();
    walk(&Cli::command(), &[], &mut all);
    assert!(all.len() > 25);
    all
}

#[test]
fn help_opens_with_an_example_and_fits_80_columns() {
    let home = home();
    for command in commands() {
        let words: Vec<&str> = command.iter().map(String::as_str).collect();
        for flag in ["-h", "--help"] {
            let output = run(failwell(home.path(), &words).arg(flag), b"");
            let help = out(&output);
            assert_eq!(output.status.code(), Some(0), "{command:?}");
            let start = format!("Example: {}", ["failwell", &words.join(" ")].join(" "));
            let example = help.lines().next().unwrap();
            let others = ["history path", "config path"].contains(&words.join(" ").as_str());
            assert!(example.starts_with(start.trim_end()) || others, "{help}");
            assert!(help.lines().all(|line| line.len() <= 80), "{help}");
            assert!(help.ends_with('\n'), "{command:?}");
            assert_eq!(err(&output), "");
        }
    }
}

/// Whether `program` is here and takes `input` without a word.
fn content_with(program: &str, args: &[&str], input: &[u8]) -> bool {
    let mut command = Command::new(program);
    command
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    if command.status().is_err() {
        eprintln!("{program} is not here; this part is skipped");
        return true;
    }
    let mut command = Command::new(program);
    let output = run(command.args(args), input);
    assert_eq!(err(&output) + &out(&output), "", "{program}");
    output.status.success()
}

#[test]
fn every_shell_reads_its_completions() {
    let home = home();
    for shell in ["bash", "zsh", "fish"] {
        let output = run(&mut failwell(home.path(), &["completions", shell]), b"");
        let script = out(&output);
        for word in ["history", "format", "jsonl", "compare", "misjudged"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        assert!(content_with(shell, &["-n"], script.as_bytes()), "{shell}");
    }
}

#[test]
fn every_command_has_a_manual_page_without_a_fault() {
    let home = home();
    let folder = home.path().join("man");
    fs::create_dir(&folder).unwrap();
    let output = run(&mut failwell(home.path(), &["man", "man"]), b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    for command in commands() {
        let name = [&["failwell".to_owned()], command.as_slice()]
            .concat()
            .join("-");
        let page = fs::read_to_string(folder.join(format!("{name}.1"))).unwrap();
        assert!(page.contains(".SH EXAMPLES\n"), "{name}");
        for line in page.lines() {
            assert_eq!(line.trim_end(), line, "{name}");
            assert!(line.starts_with('.') || line.len() <= 80, "{name}: {line}");
        }
        assert!(
            content_with("mandoc", &["-Tlint"], page.as_bytes()),
            "{name}"
        );
    }
    let whole = fs::read_to_string(folder.join("failwell.1")).unwrap();
    let output = run(&mut failwell(home.path(), &["man"]), b"");
    assert_eq!(out(&output), whole);
    let output = run(&mut failwell(home.path(), &["man", "nowhere"]), b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("`nowhere`"));
}
