//! `failwell keys`, and keys of one's own in `config.toml`.

use std::fs;

use super::*;

/// Where the config of this home stands.
fn config(home: &Path) -> std::path::PathBuf {
    let folder = home.join(".config/failwell");
    fs::create_dir_all(&folder).unwrap();
    folder.join("config.toml")
}

#[test]
fn what_is_printed_is_a_config_without_a_fault() {
    let home = home();
    let printed = run(&mut failwell(home.path(), &["keys"]), b"");
    assert!(out(&printed).starts_with("[keys]\nstart = [\"Enter\"]  # start\n"));
    fs::write(config(home.path()), &printed.stdout).unwrap();
    let again = run(&mut failwell(home.path(), &["keys"]), b"");
    assert_eq!(err(&again), "");
    assert_eq!(out(&again), out(&printed));
}

#[test]
fn a_fault_is_told_with_its_place_and_stops_nothing() {
    let home = home();
    let path = config(home.path());
    fs::write(&path, "[keys]\nanother = \"n\"\nhistroy = \"F5\"\n").unwrap();
    let printed = run(&mut failwell(home.path(), &["keys"]), b"");
    let fault = ":3:1: nothing is called `histroy`; did you mean `history`?";
    assert!(
        err(&printed).contains(&format!("{}{fault}", path.display())),
        "{}",
        err(&printed)
    );
    assert!(out(&printed).contains("another = [\"n\"]"));
    assert!(out(&printed).contains("history = [\"h\", \"F5\"]"));
    assert!(printed.status.success());
}
