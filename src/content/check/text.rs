//! What one string of the content may look like. Knows characters, cells and the two languages;
//! knows nothing of files.

use crate::engine::lang::Lang;
use crate::wrap::width;

/// The longest string, in bytes.
pub(super) const MAX_STRING: usize = 4096;

/// The widest question, in cells: three rows of a small screen.
pub(super) const MAX_QUESTION: usize = 200;

/// The widest short title of a tip, in cells: what a cell of 20 columns leaves beside a digit and
/// a mark.
pub(super) const MAX_SHORT: usize = 14;

/// What stands where somebody meant to write later.
const PLACEHOLDERS: [&str; 11] = [
    "-", "--", "—", "?", "...", "…", "……", "tbd", "xxx", "待补", "待定",
];

/// What is wrong with `string`, which stands at `key`.
pub(super) fn fault(key: &str, string: &str) -> Option<String> {
    if string.len() > MAX_STRING {
        return Some("is longer than 4 KiB; shorten it".to_owned());
    }
    if let Some(c) = string.chars().find(|c| is_unseen(*c)) {
        let code = u32::from(c);
        return Some(format!(
            "holds the invisible character U+{code:04X}; remove it"
        ));
    }
    if string.contains('\n') && key.strip_suffix(".text").is_none() {
        return Some("goes over more than one line; put it on one".to_owned());
    }
    if string.trim().is_empty() {
        return Some("is empty; write the text or remove the entry".to_owned());
    }
    if is_placeholder(string) {
        return Some("is a placeholder; write the text".to_owned());
    }
    match half(key)? {
        Lang::En if string.chars().any(is_han) => {
            Some("is Chinese in the English half; move it to `zh`".to_owned())
        }
        Lang::Zh if !string.chars().any(is_han) => {
            Some("has no Chinese in the Chinese half; write it in Chinese".to_owned())
        }
        _ => None,
    }
}

/// What is wrong with an id.
pub(super) fn id_fault(id: &str) -> Option<&'static str> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.len() > 64 {
        return Some("is longer than 64 characters; choose a shorter one");
    }
    let fits = id.chars().all(good) && !id.starts_with('-') && !id.ends_with('-');
    (!fits).then_some("is no id; use lower-case letters, digits and hyphens between them")
}

/// What is wrong with the name of a pack, or of a file in one: a pattern that no path, no hidden file
/// and no second spelling fits.
pub(in crate::content) fn name_fault(name: &str) -> Option<&'static str> {
    if name.chars().count() > 64 {
        return Some("has a name of more than 64 characters; choose a shorter one");
    }
    let good = |c: char| c == '-' || c.is_alphanumeric() && !c.is_uppercase();
    let fits = !name.is_empty() && name.chars().all(good);
    (!fits || name.starts_with('-') || name.ends_with('-')).then_some(
        "has a name that a pack may not have; use lower-case letters, digits and hyphens between \
         them",
    )
}

/// What is wrong with a question.
pub(super) fn question_fault(question: &str) -> Option<String> {
    let cells = width(question);
    (cells > MAX_QUESTION).then(|| {
        format!("is {cells} cells wide; a question has at most {MAX_QUESTION}, so shorten it")
    })
}

/// The words of a question without case and punctuation: what two questions must not share.
pub(super) fn bare(question: &str) -> String {
    question
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The language that a key promises: `.title.en`, `.after.zh.text`.
fn half(key: &str) -> Option<Lang> {
    let half = key.strip_suffix(".text").unwrap_or(key);
    let (_, code) = half.rsplit_once('.')?;
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

fn is_placeholder(string: &str) -> bool {
    let trimmed = string.trim();
    let unfinished = |word: &str| matches!(word, "TODO" | "FIXME");
    PLACEHOLDERS.contains(&trimmed.to_lowercase().as_str())
        || trimmed
            .split(|c: char| !c.is_alphanumeric())
            .any(unfinished)
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Control bytes but the line feed, and characters that hide or reorder text.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
