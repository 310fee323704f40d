//! The history as a table: RFC 4180, one row an attempt. Knows the columns and nothing of where it
//! goes.

use std::io::{self, Write};

use serde::Serialize;

use super::book::Entry;
use crate::engine::Tip;

/// What stands before the table, so that a spreadsheet takes it for UTF-8.
pub const BOM: &str = "\u{feff}";

/// The columns before and after the eight tips.
const BEFORE: [&str; 19] = [
    "id",
    "at",
    "off",
    "tz",
    "day",
    "prompt",
    "question",
    "lang",
    "how",
    "sitting",
    "take",
    "parent",
    "interrupted",
    "typing_seconds",
    "limit_seconds",
    "words",
    "speaking_seconds",
    "turn_seconds",
    "reason",
];
const AFTER: [&str; 6] = ["next", "rules", "notes", "answer", "silenced", "rewrites"];

/// The names of the columns.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn head(out: &mut dyn Write) -> io::Result<()> {
    let name = |name: &str| name.to_owned();
    let tips = Tip::ALL.map(|tip| format!("tip_{}", tip.id()));
    let names = BEFORE.map(name).into_iter().chain(tips);
    row(out, names.chain(AFTER.map(name)))
}

/// One attempt.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn entry(out: &mut dyn Write, entry: Entry<'_>) -> io::Result<()> {
    let record = entry.record;
    let notes: Vec<&str> = entry.notes.iter().map(|note| note.text.as_str()).collect();
    let before = [
        record.id.clone(),
        record.at.clone(),
        record.off.clone(),
        record.tz.clone().unwrap_or_default(),
        record.day.clone(),
        record.prompt.clone(),
        record.prompt_text.clone(),
        plain(&record.lang),
        plain(&record.how),
        record.sitting.clone().unwrap_or_default(),
        plain(&record.take),
        record.parent.clone().unwrap_or_default(),
        plain(&record.interrupted),
        plain(&record.typing_seconds),
        plain(&record.limit_seconds),
        plain(&record.words),
        plain(&record.speaking_seconds),
        plain(&record.turn_seconds),
        plain(&record.reason),
    ];
    let tips = Tip::ALL.map(|tip| plain(&record.verdicts.get(&tip)));
    let report = entry.report();
    let silenced = entry.silent(&report);
    let silenced: Vec<String> = silenced
        .iter()
        .map(|(quote, reason)| format!("{}: {reason}", quote.as_deref().unwrap_or(Tip::We.id())))
        .collect();
    let rewrites = entry.offered(&report).into_iter();
    let rewrites: Vec<String> = rewrites
        .map(|(_, quote, say)| format!("{quote} -> {}", say[0]))
        .collect();
    let after = [
        plain(&record.next),
        plain(&record.rules),
        notes.join("\n"),
        record.answer.clone(),
        silenced.join("\n"),
        rewrites.join("\n"),
    ];
    row(out, before.into_iter().chain(tips).chain(after))
}

/// A value as JSON has it, without its quotes; nothing for `null`.
pub(super) fn plain(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(serde_json::Value::Null) | Err(_) => String::new(),
        Ok(value) => value.to_string(),
    }
}

pub(super) fn row(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    let cells: Vec<String> = cells.map(|text| cell(&text)).collect();
    write!(out, "{}\r\n", cells.join(","))
}

/// One cell. What a spreadsheet would take for a formula is kept from being one by a leading `'`.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::book::fixture;
    use crate::practice::silence::Silenced;

    #[test]
    fn no_cell_is_a_formula_and_none_breaks_out() {
        for (text, expected) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("+8", "'+8"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\0x", "'\0x"),
            ("\rx", "\"'\rx\""),
            ("＝1", "'＝1"),
            ("a,b", "\"a,b\""),
            ("she said \"no\"", "\"she said \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""),
            ("失败", "失败"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }

    #[test]
    fn any_csv_reader_gets_every_text_back() {
        let (record, note) = fixture::entry(
            "Why, \"exactly\"?",
            "一,二\r\n\"three\"\n=4",
            "calm,\nbrief",
        );
        let mut out = Vec::new();
        head(&mut out).unwrap();
        let written = Entry {
            record: &record,
            notes: &[&note, &note],
            silenced: &Silenced::default(),
        };
        entry(&mut out, written).unwrap();
        let mut reader = csv::Reader::from_reader(out.as_slice());
        let names = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1);
        let get = |name: &str| {
            let at = names.iter().position(|column| column == name).unwrap();
            rows[0].get(at).unwrap()
        };
        for (name, value) in [
            ("id", record.id.as_str()),
            ("off", "'+08:00"),
            ("day", "2026-03-08"),
            ("question", "Why, \"exactly\"?"),
            ("how", "fresh"),
            ("interrupted", "false"),
            ("lang", ""),
            ("tip_learned", "kept"),
            ("tip_we", "work"),
            ("tip_brief", ""),
            ("next", "we"),
            ("notes", "calm,\nbrief\ncalm,\nbrief"),
            ("answer", record.answer.as_str()),
        ] {
            assert_eq!(get(name), value, "{name}");
        }
    }
}
