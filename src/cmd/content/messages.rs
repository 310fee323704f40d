//! `failwell content messages`: everything that the program says, by the name of each message.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use crate::content;
use crate::engine::Lang;
use crate::export::clean::clean_line;

/// Writes the messages of one language, one a line: its name, a tab, the words.
///
/// # Errors
///
/// When the output cannot be written.
pub(super) fn write(out: &mut dyn Write, lang: Lang) -> io::Result<()> {
    for (name, words) in messages(lang) {
        writeln!(out, "{name}\t{}", clean_line(&words))?;
    }
    Ok(())
}

/// The interface words, then what is said about tips, kinds, remarks, steps and qualities.
fn messages(lang: Lang) -> Vec<(String, String)> {
    let library = content::library();
    let mut all = Vec::new();
    gather(lang, "ui", &plain(content::words(lang)), &mut all);
    for text in &library.tips {
        gather(
            lang,
            &format!("tip.{}", text.tip.id()),
            &plain(text),
            &mut all,
        );
    }
    for text in &library.kinds {
        gather(
            lang,
            &format!("kind.{}", text.kind.id()),
            &plain(text),
            &mut all,
        );
    }
    for text in &library.remarks {
        gather(lang, &format!("remark.{}", text.id), &plain(text), &mut all);
    }
    for (at, text) in library.steps.iter().enumerate() {
        gather(
            lang,
            &format!("preparation.{}", at + 1),
            &plain(text),
            &mut all,
        );
    }
    for text in &library.qualities {
        gather(
            lang,
            &format!("quality.{}", text.quality.id()),
            &plain(text),
            &mut all,
        );
    }
    all
}

fn plain<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Words are strings; of both languages, those of one; names and phrases to seek are none.
fn gather(lang: Lang, name: &str, value: &Value, all: &mut Vec<(String, String)>) {
    let Value::Object(fields) = value else {
        return;
    };
    for (key, value) in fields {
        if let Some(Value::String(words)) = value.get(lang.code()) {
            all.push((format!("{name}.{key}"), words.clone()));
        } else if let (Value::String(words), true) = (value, name.starts_with("ui")) {
            all.push((format!("{name}.{key}"), words.clone()));
        } else if name.starts_with("ui") {
            gather(lang, &format!("{name}.{key}"), value, all);
        }
    }
}
