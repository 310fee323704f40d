//! `failwell doctor`: what there is, where, and what is wrong with it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::{Value, json};

use crate::history::with_history;
use crate::{err, failwell, home, out, run};

fn as_json(home: &Path) -> (i32, Value) {
    let output = run(&mut failwell(home, &["doctor", "--json"]), b"");
    (
        output.status.code().unwrap(),
        serde_json::from_str(&out(&output)).unwrap(),
    )
}

#[test]
fn a_new_home_is_well() {
    let home = home();
    let output = run(&mut failwell(home.path(), &["doctor"]), b"");
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    let told = out(&output);
    for part in [
        env!("CARGO_PKG_VERSION"),
        ".config/failwell/config.toml (not there)",
        ".local/share/failwell/history.jsonl (not there)",
        ".local/share/failwell/packs",
        ".local/state/failwell",
        "lock: nothing has been written yet",
        "terminal: none",
        "All is as it should be.",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    assert_eq!(
        fs::read_dir(home.path()).unwrap().count(),
        0,
        "it makes nothing"
    );
}

#[test]
fn what_a_killed_program_had_handed_to_an_editor_is_named() {
    let home = home();
    let left = home.path().join(".local/state/failwell/edit.x1y2z3");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("answer.txt"), "half an answer").unwrap();
    let told = out(&run(&mut failwell(home.path(), &["doctor"]), b""));
    assert!(told.contains("edit.x1y2z3/answer.txt"), "{told}");
}

#[test]
fn every_variable_moves_its_folder() {
    let home = home();
    for (name, what, below) in [
        ("XDG_CONFIG_HOME", "config", "failwell/config.toml"),
        ("XDG_DATA_HOME", "history", "failwell/history.jsonl"),
        ("XDG_STATE_HOME", "desk", "failwell/desk.json"),
    ] {
        let folder = home.path().join("elsewhere").join(what);
        let mut command = failwell(home.path(), &["doctor", "--json"]);
        let output = run(command.env(name, &folder), b"");
        let told: Value = serde_json::from_str(&out(&output)).unwrap();
        let places = told["places"].as_array().unwrap();
        let place = places.iter().find(|place| place["what"] == what).unwrap();
        assert_eq!(place["path"], folder.join(below).to_str().unwrap());
    }
}

#[test]
fn loose_modes_and_broken_lines_are_named_with_the_cure() {
    let home = with_history();
    let folder = home.path().join(".local/share/failwell");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let file = folder.join("history.jsonl");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let (code, told) = as_json(home.path());
    assert_eq!(code, 1);
    assert_eq!(
        told["history"],
        json!({"attempts": 2, "notes": 0, "deleted": 0, "later": 0, "unread": 1, "newer": null})
    );
    let faults: Vec<&str> = told["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f.as_str().unwrap())
        .collect();
    let file = file.to_str().unwrap();
    for part in [
        format!("chmod 700 '{}'", folder.display()),
        format!("{file} has mode 0640"),
        format!("chmod 600 '{file}'"),
        format!("{file}, line 2"),
    ] {
        assert!(
            faults.iter().any(|fault| fault.contains(&part)),
            "{part}\n{faults:?}"
        );
    }
    let output = run(&mut failwell(home.path(), &["doctor", "--lang", "zh"]), b"");
    assert!(out(&output).contains("第 2 行读不了"), "{}", out(&output));
}

#[test]
fn a_held_lock_a_newer_history_and_a_missing_home_are_told() {
    let home = with_history();
    run(
        &mut failwell(home.path(), &["history", "note", "01K4TZXC9P", "x"]),
        b"",
    );
    let folder = home.path().join(".local/share/failwell");
    assert_eq!(as_json(home.path()).1["lock"], "free");
    let lock = fs::File::open(folder.join("history.lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(as_json(home.path()).1["lock"], "held");
    fs::write(
        folder.join("history.jsonl"),
        "{\"v\":4,\"kind\":\"attempt\",\"id\":\"x\"}\n",
    )
    .unwrap();
    let (code, told) = as_json(home.path());
    assert_eq!((code, &told["history"]["newer"]), (1, &json!(4)));
    assert!(
        told["faults"]
            .to_string()
            .contains("version 4, this failwell knows 1"),
        "{told}"
    );
    for args in [&["--version"][..], &["--help"], &["history", "list"]] {
        let output = run(&mut failwell(home.path(), args), b"");
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", err(&output));
    }
    let mut homeless = failwell(home.path(), &["doctor"]);
    let output = run(homeless.env_remove("HOME"), b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        out(&output).contains("! neither HOME nor XDG_DATA_HOME"),
        "{}",
        out(&output)
    );
}

#[test]
fn a_setting_and_a_pack_that_cannot_be_used_are_faults() {
    let home = home();
    let config = home.path().join(".config/failwell");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.toml"), "theme = \"plaid\"\n").unwrap();
    let prompts = home.path().join(".local/share/failwell/packs/mine/prompts");
    fs::create_dir_all(&prompts).unwrap();
    fs::write(prompts.join("sales.toml"), "[[prompt]]\nid = \"a\"\n").unwrap();
    let (code, told) = as_json(home.path());
    assert_eq!(code, 1);
    let faults = told["faults"].to_string();
    for part in ["config.toml:1", "sales.toml:"] {
        assert!(faults.contains(part), "{part}: {faults}");
    }
}
