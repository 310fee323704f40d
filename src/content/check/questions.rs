//! The rules of prompts and follow-up questions, built-in ones and those of a pack. Knows nothing
//! of the other texts.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use super::Fault;
use super::folder::Folder;
use super::page::{Row, Rows};
use super::text;
use crate::content::library;
use crate::content::pack::{Halves, PackFollowUp, PackPrompt};
use crate::practice::prompt::Quality;

/// Most prompts in one folder.
pub(super) const MAX_PROMPTS: usize = 10_000;

const PROMPTS: &str = "prompts";
const FOLLOW_UPS: &str = "follow-ups.toml";

/// Ids and questions that are taken, and by what.
#[derive(Clone, Default)]
pub(super) struct Taken {
    ids: HashMap<String, String>,
    questions: HashMap<String, String>,
}

impl Taken {
    fn by_built_in<'a>(ids: impl Iterator<Item = &'a String>, what: &str) -> Self {
        Self {
            ids: ids
                .map(|id| (id.clone(), format!("a built-in {what}")))
                .collect(),
            questions: HashMap::new(),
        }
    }
}

/// What has been asked so far.
#[derive(Clone)]
pub(in crate::content) struct Asked {
    prompts: Taken,
    follow_ups: Taken,
}

impl Asked {
    /// What the built-in content asks.
    pub(in crate::content) fn by_built_in() -> Self {
        let built_in = library();
        Self {
            prompts: Taken::by_built_in(built_in.prompts.iter().map(|p| &p.id), "prompt"),
            follow_ups: Taken::by_built_in(built_in.follow_ups.iter().map(|f| &f.id), "follow-up"),
        }
    }
}

/// A user's folder without a fault.
#[derive(Debug)]
pub(in crate::content) struct Pack {
    /// Its prompts, each with its theme.
    pub(in crate::content) prompts: Vec<(String, PackPrompt)>,
    pub(in crate::content) follow_ups: Vec<PackFollowUp>,
}

/// What a user's folder asks; all its faults when it has any, and then it has asked nothing.
pub(super) fn pack(folder: &Folder, before: &mut Asked) -> Result<Pack, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut asked = before.clone();
    names(folder, &mut faults);
    let prompts = prompts::<PackPrompt>(folder, &mut asked.prompts, &mut faults);
    strays(folder, &mut faults);
    let mut follow_ups = Vec::new();
    if folder.has(FOLLOW_UPS) {
        follow_ups = self::follow_ups::<PackFollowUp>(folder, &mut asked.follow_ups, &mut faults);
    } else if prompts.is_empty() && faults.is_empty() {
        let message = "holds no questions; add a file such as prompts/mine.toml with a [[prompt]]";
        faults.push(folder.fault("", message));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    *before = asked;
    let with_theme = |row: Row<PackPrompt>| (row.stem(), row.value);
    Ok(Pack {
        prompts: prompts.into_iter().flatten().map(with_theme).collect(),
        follow_ups: follow_ups
            .into_iter()
            .flatten()
            .map(|row| row.value)
            .collect(),
    })
}

/// Files whose names no pack may have.
fn names(folder: &Folder, faults: &mut Vec<Fault>) {
    for name in folder.names(PROMPTS).unwrap_or_default() {
        let bare = name.trim_start_matches("prompts/");
        let stem = bare.strip_suffix(".toml").unwrap_or_default();
        if let Some(message) = text::name_fault(stem) {
            faults.push(folder.fault(&name, message));
        }
    }
}

/// Checks the prompts below `prompts/`, each of the shape `T`; `None` for what has not that shape.
pub(super) fn prompts<T: DeserializeOwned + Into<PackPrompt>>(
    folder: &Folder,
    taken: &mut Taken,
    faults: &mut Vec<Fault>,
) -> Rows<PackPrompt> {
    let mut all = Vec::new();
    let names = folder.names(PROMPTS).unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    for name in names {
        let page = match folder.read(&name) {
            Ok(page) => page,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        for row in page.rows::<T>("prompt", faults) {
            let row = row.map(|row| row.map(Into::into));
            if let Some(row) = &row {
                prompt(row, taken, faults);
            }
            all.push(row);
        }
        if all.len() > MAX_PROMPTS {
            let message = "more than 10 000 prompts up to here; make two folders of this one";
            faults.push(folder.fault(&name, message));
            break;
        }
    }
    all
}

/// Checks `follow-ups.toml`, each of the shape `T`; `None` for what has not that shape.
pub(super) fn follow_ups<T: DeserializeOwned + Into<PackFollowUp>>(
    folder: &Folder,
    taken: &mut Taken,
    faults: &mut Vec<Fault>,
) -> Rows<PackFollowUp> {
    let rows = match folder.read(FOLLOW_UPS) {
        Ok(page) => page.rows::<T>("follow-up", faults),
        Err(fault) => {
            faults.push(fault);
            vec![None]
        }
    };
    let convert = |row: Option<Row<T>>| row.map(|row| row.map(Into::into));
    let rows: Rows<PackFollowUp> = rows.into_iter().map(convert).collect();
    for row in rows.iter().flatten() {
        id(row, &row.value.id, taken, faults);
        question(row, &row.value.text, taken, faults);
    }
    rows
}

fn prompt(row: &Row<PackPrompt>, taken: &mut Taken, faults: &mut Vec<Fault>) {
    let asked = &row.value;
    id(row, &asked.id, taken, faults);
    question(row, &asked.text, taken, faults);
    if asked.probes.is_empty() {
        let qualities = Quality::ALL.map(Quality::id).join(", ");
        let message = format!("no probes; name at least one of {qualities}, the strongest first");
        faults.push(row.fault(".probes", message));
    }
    let again = |at: &usize| asked.probes[..*at].contains(&asked.probes[*at]);
    if (0..asked.probes.len()).any(|at| again(&at)) {
        faults.push(row.fault(".probes", "names a quality twice; keep one of the two"));
    }
    if row.has(".theme") {
        let message = "is not written here; the theme is the name of the file, so remove the key";
        faults.push(row.fault(".theme", message));
    }
}

/// Checks an id and takes it.
pub(super) fn id<T>(row: &Row<T>, id: &str, taken: &mut Taken, faults: &mut Vec<Fault>) {
    if let Some(message) = text::id_fault(id) {
        faults.push(row.fault(".id", message));
    }
    if let Some(other) = taken.ids.get(id) {
        let message = format!("`{id}` is also the id of {other}; choose another");
        faults.push(row.fault(".id", message));
    } else {
        taken.ids.insert(id.to_owned(), row.whereabouts());
    }
}

fn question<T>(row: &Row<T>, halves: &Halves, taken: &mut Taken, faults: &mut Vec<Fault>) {
    if halves.iter().next().is_none() {
        let message = "asks nothing; add `text.en`, `text.zh` or both";
        faults.push(row.fault(".text", message));
    }
    for (code, asked) in halves.iter() {
        let key = format!(".text.{code}");
        if let Some(message) = text::question_fault(asked) {
            faults.push(row.fault(&key, message));
        }
        let bare = text::bare(asked);
        if let Some(other) = taken.questions.get(&bare) {
            let message = format!("asks the same as {other}; keep one of the two");
            faults.push(row.fault(&key, message));
        } else if !bare.is_empty() {
            taken.questions.insert(bare, row.whereabouts());
        }
    }
}

/// Files beside `prompts/` that nobody reads.
fn strays(folder: &Folder, faults: &mut Vec<Fault>) {
    let names = folder.names("").unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    for name in names {
        if name != FOLLOW_UPS {
            let message = "is not read here; questions lie in prompts/, follow-up questions in \
                           follow-ups.toml, so move it or remove it";
            faults.push(folder.fault(&name, message));
        }
    }
}
