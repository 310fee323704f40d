//! Packs that are good, and some that are meant to do harm.

#![expect(clippy::disallowed_methods, reason = "the test makes its own packs")]
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;

use super::*;

fn good(id: &str) -> String {
    format!("[[prompt]]\nid = \"{id}\"\ntext.zh = \"讲一次{id}的事。\"\nprobes = [\"maturity\"]\n")
}

/// A folder of packs with these files.
fn packs(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = root.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

/// What is asked beyond the built-in content, and the faults without the path of the folder.
fn read(root: &Path) -> (Vec<String>, Vec<String>) {
    let packed = load(root).unwrap();
    let built_in = library().prompts.len();
    let prefix = format!("{}/", root.display());
    let more = packed.library.prompts[built_in..].iter();
    let faults = packed.faults.iter();
    (
        more.map(|prompt| prompt.id.clone()).collect(),
        faults
            .map(|fault| fault.to_string().replace(&prefix, ""))
            .collect(),
    )
}

#[test]
fn packs_stand_behind_the_built_in_questions() {
    assert!(load(Path::new("/nowhere/at/all")).is_none());
    assert!(load(packs(&[]).path()).is_none());
    let follow_up = "[[follow-up]]\nid = \"so\"\ntip = \"brief\"\ntext.en = \"So?\"\n";
    let root = packs(&[
        ("sales/prompts/calls.toml", &good("calls")),
        ("sales/follow-ups.toml", follow_up),
        ("my-own/prompts/销售.toml", &good("mine")),
        (".git/prompts/x.toml", "not read"),
    ]);
    let packed = load(root.path()).unwrap();
    assert_eq!(
        read(root.path()),
        (vec!["mine".into(), "calls".into()], vec![])
    );
    let [.., mine, calls] = &packed.library.prompts[..] else {
        panic!("no prompts");
    };
    assert_eq!(
        (mine.theme.as_str(), calls.theme.as_str()),
        ("销售", "calls")
    );
    assert_eq!(
        calls.text.en, "讲一次calls的事。",
        "asked in the only language there is"
    );
    assert_eq!(packed.library.follow_ups.last().unwrap().text.zh, "So?");
    assert_eq!(packed.library.prompts[0], library().prompts[0]);
}

#[test]
fn a_pack_with_a_fault_is_left_out_and_the_others_are_not() {
    let root = packs(&[
        ("a/prompts/one.toml", &good("one")),
        ("b/prompts/one.toml", &good("one")),
        ("b/prompts/two.toml", &good("two")),
        ("c/prompts/two.toml", &good("two")),
        ("d/prompts/broken.toml", "[[prompt"),
        ("failure/prompts/x.toml", &good("failure")),
        ("empty/prompts/read.me", ""),
    ]);
    let (ids, faults) = read(root.path());
    assert_eq!(
        ids,
        ["one", "two"],
        "what the broken pack asked is still free"
    );
    let starts = [
        "b/prompts/one.toml:2: prompt[1].id: `one` is also the id of one.toml:1",
        "b/prompts/one.toml:3: prompt[1].text.zh: asks the same as one.toml:1",
        "d/prompts/broken.toml:1: ",
        "empty: holds no questions",
        "failure/prompts/x.toml:2: prompt[1].id: `failure` is also the id of a built-in prompt",
    ];
    assert_eq!(faults.len(), starts.len(), "{faults:#?}");
    for (fault, start) in faults.iter().zip(starts) {
        assert!(fault.starts_with(start), "{fault}\n{start}");
    }
}

#[test]
fn nothing_leads_out_of_a_pack() {
    let outside = packs(&[("theirs/prompts/theirs.toml", &good("theirs"))]);
    let theirs = outside.path().join("theirs");
    let root = packs(&[
        ("mine/prompts/mine.toml", &good("mine")),
        ("Mine/prompts/mine.toml", &good("again")),
        ("file", ""),
        ("a b/prompts/x.toml", &good("x")),
    ]);
    symlink(&theirs, root.path().join("link")).unwrap();
    for (pack, to) in [("one", "theirs/prompts"), ("two", "../mine/prompts")] {
        fs::create_dir(root.path().join(pack)).unwrap();
        let to = outside.path().join(to);
        symlink(to, root.path().join(pack).join("prompts")).unwrap();
    }
    fs::create_dir_all(root.path().join("three/prompts")).unwrap();
    for (link, to) in [
        ("passwd", "/etc/passwd"),
        ("zero", "/dev/zero"),
        ("up", "../../mine/prompts/mine.toml"),
    ] {
        let link = root.path().join(format!("three/prompts/{link}.toml"));
        symlink(PathBuf::from(to), link).unwrap();
    }
    let (ids, faults) = read(root.path());
    assert_eq!(ids, ["mine"]);
    let link = "is a link; put a copy in its place";
    let name = "has a name that a pack may not have";
    let starts = [
        format!("Mine: {name}"),
        format!("a b: {name}"),
        "file: is a file; name the folder that holds prompts/".to_owned(),
        format!("link: {link}"),
        format!("one/prompts: {link}"),
        format!("three/prompts/passwd.toml: {link}"),
        format!("three/prompts/up.toml: {link}"),
        format!("three/prompts/zero.toml: {link}"),
        format!("two/prompts: {link}"),
    ];
    assert_eq!(faults.len(), starts.len(), "{faults:#?}");
    for (fault, start) in faults.iter().zip(&starts) {
        assert!(fault.starts_with(start), "{fault}\n{start}");
    }
}

#[test]
fn a_pipe_and_a_huge_file_end_at_once() {
    let root = packs(&[
        ("huge/prompts/sparse.toml", ""),
        ("pipe/prompts/x.toml", &good("x")),
    ]);
    let sparse = fs::OpenOptions::new()
        .write(true)
        .open(root.path().join("huge/prompts/sparse.toml"));
    sparse.unwrap().set_len(1 << 30).unwrap();
    let made = Command::new("mkfifo")
        .arg(root.path().join("pipe/prompts/pipe.toml"))
        .status();
    assert!(made.unwrap().success());
    let (ids, faults) = read(root.path());
    assert_eq!((ids.len(), faults.len()), (0, 2), "{faults:#?}");
    assert!(faults[0].contains("sparse.toml: is larger than 1 MiB"));
    assert!(faults[1].contains("pipe.toml: is not a regular file"));
}
