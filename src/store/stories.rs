//! `stories.toml`: read as a person wrote it, changed so that their order and comments stay. Knows
//! the file; knows nothing of what a story is good for.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use toml::Spanned;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value, value};

use super::file::{bytes, make_folder, replace};
use super::lock::{self, Held};
use super::{Paths, StoreError, backup};
use crate::engine::Lang;
use crate::practice::story::{Field, Story, Telling, is_id};

/// More than any bank of stories is long.
const LARGEST: usize = 1024 * 1024;

/// What the program writes into a new file.
const HEADER: &str = "\
# Stories for failwell. You may write here too: comments and order stay when the program adds a line.
# Each has an id, tags, and a telling in one language or both: title, moment, event, result, lesson,
# measure, gain.
";

/// The stories, in the order of the file; a file that is not there yet holds none.
///
/// # Errors
///
/// When the file cannot be read, or holds something else; the message names line and cure.
pub fn load(paths: &Paths) -> Result<Vec<Story>, StoreError> {
    let path = paths.stories();
    read(&path)?.map_or_else(|| Ok(Vec::new()), |text| parse(&path, &text))
}

/// Puts a story in, in the place of the one with its id or behind all others. Only what differs is
/// touched; a file that cannot be read is not written to.
///
/// # Errors
///
/// When the file cannot be read or written, or another program holds it.
pub fn keep(paths: &Paths, story: &Story) -> Result<(), StoreError> {
    let put = |text: &str, stories: &mut Vec<Story>| {
        match stories.iter_mut().find(|known| known.id == story.id) {
            Some(known) => known.clone_from(story),
            None => stories.push(story.clone()),
        }
        put(text, story)
    };
    change(paths, &story.id, put, |_| Ok(())).map(|_| ())
}

/// Takes a story out, after a backup of the file; says where that is. Attempts that tell it still
/// name it. A story that is not there changes nothing.
///
/// # Errors
///
/// When the file cannot be read or written, the backup cannot be made, or another program holds it.
pub fn delete(
    paths: &Paths,
    id: &str,
    wall: DateTime<FixedOffset>,
) -> Result<Option<PathBuf>, StoreError> {
    let cut = |text: &str, stories: &mut Vec<Story>| {
        let known = stories.len();
        stories.retain(|story| story.id != id);
        if stories.len() == known {
            return Some(text.to_owned());
        }
        cut(text, id)
    };
    change(paths, id, cut, |text| backup::of_stories(paths, text, wall))
}

/// Puts in the place of the file what `edit` makes of its text and of what it says, once `first` has
/// been done with it as it was; nothing is done where nothing changes.
fn change<T>(
    paths: &Paths,
    id: &str,
    edit: impl FnOnce(&str, &mut Vec<Story>) -> Option<String>,
    first: impl FnOnce(&str) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    make_folder(&paths.data_dir)?;
    let lock_path = paths.stories_lock();
    let held = lock::wait(&lock_path).map_err(StoreError::write(&lock_path))?;
    if matches!(held, Held::Elsewhere) {
        return Err(StoreError::Busy { path: lock_path });
    }
    let path = paths.stories();
    let text = read(&path)?.unwrap_or_else(|| HEADER.to_owned());
    let mut expected = parse(&path, &text)?;
    let unsound = || StoreError::StoryUnsound {
        id: id.to_owned(),
        path: path.clone(),
    };
    let changed = edit(&text, &mut expected).ok_or_else(unsound)?;
    // What would not read back as it was meant is not written.
    if parse(&path, &changed)? != expected {
        return Err(unsound());
    }
    if changed == text {
        return Ok(None);
    }
    let done = first(&text)?;
    replace(&path, changed.as_bytes())?;
    Ok(Some(done))
}

fn read(path: &Path) -> Result<Option<String>, StoreError> {
    let Some(bytes) = bytes(path)? else {
        return Ok(None);
    };
    if bytes.len() > LARGEST {
        return Err(fault(
            path,
            "",
            0,
            "more than 1 MiB; move some of it to another file",
        ));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
            let cure = "not UTF-8 from here on; save the file as UTF-8";
            Err(fault(path, &text, good, cure))
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    #[serde(default)]
    story: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    #[serde(default)]
    tags: Vec<String>,
    en: Option<Telling>,
    zh: Option<Telling>,
}

fn parse(path: &Path, text: &str) -> Result<Vec<Story>, StoreError> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let page: Page = toml::from_str(plain).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let what = error
            .message()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        fault(path, plain, at, &format!("{what}; mend this line"))
    })?;
    let mut stories: Vec<Story> = Vec::new();
    for entry in page.story {
        let at = entry.id.span().start;
        let id = entry.id.into_inner();
        if !is_id(&id) {
            let cure = format!("`{id}` is no id; use lower-case letters, digits and hyphens");
            return Err(fault(path, plain, at, &cure));
        }
        if stories.iter().any(|story| story.id == id) {
            let cure = format!("a second story `{id}`; give one of them another id");
            return Err(fault(path, plain, at, &cure));
        }
        stories.push(Story {
            id,
            tags: entry.tags,
            en: entry.en,
            zh: entry.zh,
        });
    }
    Ok(stories)
}

/// A fault at a byte of the file.
fn fault(path: &Path, text: &str, at: usize, fault: &str) -> StoreError {
    let before = text.get(..at).unwrap_or(text);
    let last = before.rsplit('\n').next().unwrap_or_default();
    StoreError::Stories {
        path: path.to_owned(),
        line: before.matches('\n').count() + 1,
        column: last.chars().count() + 1,
        fault: fault.to_owned(),
    }
}

/// The text with this story in it; `None` for a shape that only a person could have given it.
fn put(text: &str, story: &Story) -> Option<String> {
    let (mark, plain) = marked(text);
    let mut page: DocumentMut = plain.parse().ok()?;
    // What a person left at the end stays above a new story.
    let end = page.trailing().as_str().unwrap_or_default().to_owned();
    let stories = page
        .entry("story")
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    // `story = [{ … }]` is the same in another shape.
    if stories.as_array_of_tables().is_none() {
        let list = std::mem::take(stories).into_array_of_tables().ok()?;
        *stories = Item::ArrayOfTables(list);
    }
    let list = stories.as_array_of_tables_mut()?;
    let at = list.iter().position(|table| is(table, &story.id));
    if let Some(table) = at.and_then(|at| list.get_mut(at)) {
        write(table, story)?;
    } else {
        let mut table = Table::new();
        table.decor_mut().set_prefix(format!("{end}\n"));
        table.insert("id", value(&story.id));
        write(&mut table, story)?;
        list.push(table);
        page.set_trailing("");
    }
    Some(format!("{mark}{page}"))
}

/// The text without this story and the comment right above it; what else stands between stories
/// stays, and so does what the file begins with. `None` for a shape that only a person could have
/// given it.
fn cut(text: &str, id: &str) -> Option<String> {
    let (mark, plain) = marked(text);
    let mut page: DocumentMut = plain.parse().ok()?;
    match page.get_mut("story")? {
        Item::ArrayOfTables(list) => {
            let at = list.iter().position(|table| is(table, id))?;
            let above = prefix(list.get(at)?);
            list.remove(at);
            let loose = loose(&above).trim_end();
            let begins = at == 0 && loose.is_empty();
            let kept = if begins { above.trim_end() } else { loose };
            if let Some(next) = list.get_mut(at) {
                let own = prefix(next);
                next.decor_mut().set_prefix(joined(kept, &own));
            } else {
                let end = page.trailing().as_str().unwrap_or_default().to_owned();
                page.set_trailing(joined(kept, &end));
            }
        }
        Item::Value(Value::Array(list)) => {
            let known = |story: &Value| story.as_inline_table().is_some_and(|one| is(one, id));
            let at = list.iter().position(known)?;
            list.remove(at);
        }
        _ => return None,
    }
    let page = page.to_string();
    Some(format!("{mark}{}", page.trim_start_matches(['\r', '\n'])))
}

/// The mark that some programs begin a text with, and the text.
fn marked(text: &str) -> (&str, &str) {
    text.strip_prefix('\u{feff}')
        .map_or(("", text), |plain| ("\u{feff}", plain))
}

/// Whether a table is the story of this id.
fn is(table: &dyn TableLike, id: &str) -> bool {
    table.get("id").and_then(Item::as_str) == Some(id)
}

/// What stands above a story: blank lines and comments.
fn prefix(table: &Table) -> String {
    let above = table.decor().prefix().and_then(|above| above.as_str());
    above.unwrap_or_default().to_owned()
}

/// What does not stand right above a story, but a blank line higher.
fn loose(above: &str) -> &str {
    let mut end = 0;
    let mut at = 0;
    for line in above.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            end = at;
        }
    }
    &above[..end]
}

/// Comments that were left over, above what comes next.
fn joined(kept: &str, next: &str) -> String {
    let gap = if next.is_empty() || next.starts_with(['\n', '\r']) {
        "\n"
    } else {
        "\n\n"
    };
    match kept {
        "" => next.to_owned(),
        kept => format!("{kept}{gap}{next}"),
    }
}

fn write(table: &mut Table, story: &Story) -> Option<()> {
    let now = table.get("tags").and_then(Item::as_array);
    let now: Vec<&str> = now
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    if now != story.tags {
        set(table, "tags", story.tags.iter().collect::<Value>());
    }
    for lang in Lang::ALL {
        let Some(telling) = story.telling(lang) else {
            continue;
        };
        let part = table.entry(lang.code()).or_insert_with(|| {
            let mut fresh = Table::new();
            fresh.decor_mut().set_prefix("\n");
            Item::Table(fresh)
        });
        tell(part.as_table_like_mut()?, telling);
    }
    Some(())
}

/// Writes the lines that differ.
fn tell(part: &mut dyn TableLike, telling: &Telling) {
    for field in Field::ALL {
        let line = telling.line(field);
        let now = part.get(field.id()).and_then(Item::as_str);
        if now.unwrap_or_default() != line {
            set(part, field.id(), line.into());
        }
    }
}

/// Puts a value in; what stands around an old one stays.
fn set(part: &mut dyn TableLike, key: &str, mut new: Value) {
    if let Some(old) = part.get_mut(key).and_then(Item::as_value_mut) {
        *new.decor_mut() = old.decor().clone();
        *old = new;
    } else {
        part.insert(key, Item::Value(new));
    }
}

#[cfg(test)]
mod tests;
