//! A folder of questions that somebody else wrote: taken as a whole, or left out with every fault
//! named.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use failwell::content::check::{Fault, Scope, check};
use failwell::content::{library, packs};

/// Reads a pack whose files of prompts and of follow-ups hold these bytes.
pub fn a_pack_is_sound_or_left_out(prompts: &[u8], follow_ups: Option<&[u8]>) {
    let home = tempfile::tempdir().unwrap();
    let pack = home.path().join("theirs");
    fs::create_dir_all(pack.join("prompts")).unwrap();
    fs::write(pack.join("prompts/work.toml"), prompts).unwrap();
    if let Some(bytes) = follow_ups {
        fs::write(pack.join("follow-ups.toml"), bytes).unwrap();
    }
    let faults = check(&pack, Scope::Pack);
    assert_eq!(faults, check(&pack, Scope::Pack), "told the same way twice");
    for fault in &faults {
        is_named(fault, &pack);
    }
    let packed = packs::load(home.path()).expect("there is a pack");
    assert_eq!(packed.faults.is_empty(), faults.is_empty());
    let (theirs, ours) = (&packed.library, library());
    if !faults.is_empty() {
        assert_eq!(theirs.prompts.len(), ours.prompts.len(), "all or nothing");
        assert_eq!(theirs.follow_ups.len(), ours.follow_ups.len());
    }
    let mut ids = HashSet::new();
    for prompt in &theirs.prompts {
        assert!(ids.insert(&prompt.id), "asked twice: {}", prompt.id);
        for text in [&prompt.text.en, &prompt.text.zh] {
            assert!(!text.trim().is_empty() && text.len() <= 4096);
        }
    }
}

/// A fault says where it is, in a file of the pack and on a line that the file has.
fn is_named(fault: &Fault, pack: &Path) {
    assert!(fault.file.starts_with(pack), "{fault}");
    assert!(!fault.message.is_empty());
    if let Some(line) = fault.line {
        let bytes = fs::read(&fault.file).unwrap();
        let lines = bytes.split(|byte| *byte == b'\n').count();
        assert!((1..=lines).contains(&line), "{fault}");
    }
}
