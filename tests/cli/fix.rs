//! `failwell check --fix`: what is put into a person's own file, and what is not.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use failwell::content;
use failwell::engine::Options;
use failwell::practice::rewrite;

use crate::{err, failwell, home, out, run};

/// A model answer with rewrites that say the same, and the text with them.
fn mended(lang_is_zh: bool) -> (String, String) {
    let samples = content::library().samples.iter();
    let texts = samples.map(|sample| {
        let told = &sample.before;
        if lang_is_zh {
            &told.zh.text
        } else {
            &told.en.text
        }
    });
    for text in texts {
        let report = content::engine().analyse(text, Options::default());
        let offers = content::offers(text, &report);
        let safe = rewrite::safe(&offers);
        if !safe.is_empty() {
            return (text.clone(), rewrite::apply(text, safe));
        }
    }
    panic!("no model answer has a safe rewrite");
}

#[test]
fn only_what_is_safe_is_put_in_and_the_file_as_it_was_stays() {
    for zh in [false, true] {
        let home = home();
        let (before, after) = mended(zh);
        assert_ne!(before, after);
        let path = home.path().join("a.txt");
        fs::write(&path, format!("\u{feff}{before}")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let fix = || {
            run(
                &mut failwell(home.path(), &["check", "--fix", "a.txt"]),
                b"",
            )
        };
        let told = err(&fix());
        assert!(
            told.contains("a.txt") && told.contains("a.txt.bak"),
            "{told}"
        );
        let read = |name: &str| fs::read_to_string(home.path().join(name)).unwrap();
        assert_eq!(read("a.txt"), format!("\u{feff}{after}"));
        assert_eq!(read("a.txt.bak"), format!("\u{feff}{before}"));
        let mode = |name: &str| {
            fs::metadata(home.path().join(name))
                .unwrap()
                .permissions()
                .mode()
                & 0o777
        };
        assert_eq!((mode("a.txt"), mode("a.txt.bak")), (0o640, 0o600));

        fs::write(&path, &before).unwrap();
        fix();
        assert_eq!(read("a.txt.bak2"), before, "no copy is overwritten");
    }
}

#[test]
fn a_preview_is_a_patch_and_changes_nothing() {
    let home = home();
    let (before, after) = mended(false);
    fs::write(home.path().join("a.txt"), format!("{before}\n")).unwrap();
    let args = ["check", "--fix", "--diff", "a.txt"];
    let output = run(&mut failwell(home.path(), &args), b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        fs::read_to_string(home.path().join("a.txt")).unwrap(),
        format!("{before}\n")
    );
    assert!(!home.path().join("a.txt.bak").exists());
    let patch = out(&output);
    assert!(patch.starts_with("--- a.txt\n+++ a.txt\n@@ "), "{patch}");
    let mut command = std::process::Command::new("patch");
    command
        .arg("-s")
        .current_dir(home.path())
        .stderr(Stdio::null());
    if command
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_ok()
    {
        let mut command = std::process::Command::new("patch");
        let applied = run(command.arg("-s").current_dir(home.path()), patch.as_bytes());
        assert!(applied.status.success(), "{}", out(&applied));
        assert_eq!(
            fs::read_to_string(home.path().join("a.txt")).unwrap(),
            format!("{after}\n")
        );
    }
    fs::write(home.path().join("b.txt"), "We met.").unwrap();
    let output = run(
        &mut failwell(home.path(), &["check", "--fix", "--diff", "b.txt"]),
        b"",
    );
    assert_eq!(
        (output.status.code(), out(&output)),
        (Some(0), String::new())
    );
}

#[test]
fn standard_input_comes_back_mended_and_markdown_keeps_its_marks() {
    let home = home();
    let (before, after) = mended(false);
    let output = run(
        &mut failwell(home.path(), &["check", "--fix"]),
        before.as_bytes(),
    );
    assert_eq!(out(&output), after);
    let noted = |text: &str| format!("# A failure\n\n```\nmy failure\n```\n\n{text}\n");
    fs::write(home.path().join("a.md"), noted(&before)).unwrap();
    run(&mut failwell(home.path(), &["check", "--fix", "a.md"]), b"");
    let mended = fs::read_to_string(home.path().join("a.md")).unwrap();
    assert_eq!(mended, noted(&after));
}

#[test]
fn what_cannot_be_written_stays_and_is_said() {
    let home = home();
    let (before, _) = mended(false);
    let folder = home.path().join("locked");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a.txt"), &before).unwrap();
    // A folder where the copy should be, under each of its names.
    for number in 1..=99 {
        let end = if number == 1 {
            String::new()
        } else {
            number.to_string()
        };
        fs::create_dir(folder.join(format!("a.txt.bak{end}"))).unwrap();
    }
    let output = run(
        &mut failwell(home.path(), &["check", "--fix", "locked/a.txt"]),
        b"",
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("a.txt.bak"), "{}", err(&output));
    assert_eq!(fs::read_to_string(folder.join("a.txt")).unwrap(), before);
    for args in [
        &["check", "--diff", "a"][..],
        &["check", "--fix", "--jsonl"],
    ] {
        assert_eq!(
            run(&mut failwell(home.path(), args), b"").status.code(),
            Some(2)
        );
    }
}
