//! The packs of a person: folders with questions beside the built-in ones. Data and nothing else; a
//! pack with a fault is left out as a whole, and told of.

use std::path::Path;

use super::check::{self, Asked, Fault, name_fault, not_linked, unreadable, whole};
use super::library;
use super::library::{FollowUp, Library};
use super::pack::{Halves, PackFollowUp, PackPrompt};
use crate::engine::lang::Bilingual;
use crate::practice::prompt::Prompt;

/// The most packs that are looked into.
const MOST: usize = 100;

/// The built-in content with that of the packs.
#[derive(Debug)]
pub struct Packed {
    /// Built-in questions first.
    pub library: Library,
    /// What is wrong with the packs that were left out.
    pub faults: Vec<Fault>,
}

/// Reads the packs in `folder`, in the order of their names. `None` when there are none.
pub fn load(folder: &Path) -> Option<Packed> {
    let names = match names(folder) {
        Ok(names) if names.is_empty() => return None,
        names => names,
    };
    let mut packed = Packed {
        library: library().clone(),
        faults: Vec::new(),
    };
    let mut asked = Asked::by_built_in();
    match names {
        Ok(names) => {
            for name in names {
                packed.add(folder, &name, &mut asked);
            }
        }
        Err(fault) => packed.faults.push(fault),
    }
    Some(packed)
}

impl Packed {
    fn add(&mut self, folder: &Path, name: &str, asked: &mut Asked) {
        let path = folder.join(name);
        let misnamed = name_fault(name).map(|message| whole(&path, message));
        let fit = misnamed.map_or_else(|| not_linked(&path), Err);
        let pack = fit
            .map_err(|fault| vec![fault])
            .and_then(|()| check::pack(&path, asked));
        match pack {
            Ok(pack) => {
                let library = &mut self.library;
                library.prompts.extend(pack.prompts.into_iter().map(prompt));
                let follow_ups = pack.follow_ups.into_iter().map(follow_up);
                library.follow_ups.extend(follow_ups);
            }
            Err(faults) => self.faults.extend(faults),
        }
    }
}

/// The names in the folder of packs but for hidden ones; a missing folder has none.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where content folders are read"
)]
fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|e| unreadable(folder, &e))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|e| unreadable(folder, &e))?.file_name();
        let name = name.to_string_lossy().into_owned();
        if names.len() == MOST {
            return Err(whole(
                folder,
                "holds more than 100 packs; join some of them",
            ));
        }
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn prompt((theme, prompt): (String, PackPrompt)) -> Prompt {
    Prompt {
        id: prompt.id,
        text: both(prompt.text),
        probes: prompt.probes,
        theme,
    }
}

fn follow_up(question: PackFollowUp) -> FollowUp {
    FollowUp {
        id: question.id,
        tip: question.tip,
        text: both(question.text),
    }
}

/// Who wrote in one language only is asked in that one.
fn both(halves: Halves) -> Bilingual<String> {
    let Halves { en, zh } = halves;
    Bilingual {
        en: en.clone().or(zh.clone()).unwrap_or_default(),
        zh: zh.or(en).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
