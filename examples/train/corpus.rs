//! The labelled answers as the label format has them.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use failwell::engine::{Kind, Lang, Role};
use serde::Deserialize;

/// One answer with its labels.
pub struct Labelled {
    pub id: String,
    pub text: String,
    pub sentences: Vec<Range<usize>>,
    pub roles: Vec<Role>,
    pub spans: Vec<(Kind, Range<usize>)>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    sentences: Vec<String>,
    roles: Vec<Role>,
    spans: Vec<Label>,
}

#[derive(Deserialize)]
struct Label {
    kind: Kind,
    quote: String,
    #[serde(default = "one")]
    nth: usize,
}

fn one() -> usize {
    1
}

/// Reads the files of one language, in order.
#[expect(
    clippy::disallowed_methods,
    reason = "a training program reads its data"
)]
pub fn read(paths: &[&Path]) -> Result<Vec<Labelled>> {
    let mut answers = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        for (at, line) in text.lines().enumerate() {
            let line: Line = serde_json::from_str(line)
                .with_context(|| format!("{}:{}", path.display(), at + 1))?;
            answers.push(line.locate()?);
        }
    }
    Ok(answers)
}

impl Line {
    fn locate(self) -> Result<Labelled> {
        let mut at = 0;
        let mut sentences = Vec::new();
        for sentence in &self.sentences {
            let start = at
                + self.text[at..]
                    .find(sentence.as_str())
                    .context("sentence")?;
            at = start + sentence.len();
            sentences.push(start..at);
        }
        let spans = self
            .spans
            .iter()
            .map(|label| Ok((label.kind, locate(&self.text, label)?)))
            .collect::<Result<_>>()
            .with_context(|| self.id.clone())?;
        Ok(Labelled {
            id: self.id,
            text: self.text,
            sentences,
            roles: self.roles,
            spans,
        })
    }
}

fn locate(text: &str, label: &Label) -> Result<Range<usize>> {
    let mut from = 0;
    let mut start = 0;
    for _ in 0..label.nth {
        start = from
            + text[from..]
                .find(&label.quote)
                .context(label.quote.clone())?;
        from = start + text[start..].chars().next().map_or(1, char::len_utf8);
    }
    Ok(start..start + label.quote.len())
}

/// The role that a gold sentence gives to `bytes`: that of the sentence around its middle.
pub fn role_at(answer: &Labelled, bytes: &Range<usize>) -> Role {
    let middle = usize::midpoint(bytes.start, bytes.end);
    answer
        .sentences
        .iter()
        .position(|sentence| middle < sentence.end)
        .map_or(Role::Other, |at| answer.roles[at])
}

/// The files of one language below `root`.
pub fn files(lang: Lang) -> [String; 2] {
    let code = lang.code();
    [
        format!("tests/corpus/{code}.jsonl"),
        format!("tests/corpus/{code}-own.jsonl"),
    ]
}
