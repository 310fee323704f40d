//! One answer from a file or from standard input, bounded and cleaned of its wrapping. Knows
//! bytes; knows nothing of what they say.

use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context as _, bail};

use super::LIMIT;
use super::gather::is_markdown;
use super::prose::prose;

/// The byte-order mark.
const MARK: &str = "\u{feff}";

/// An answer as it stands in its file.
#[derive(Debug)]
pub(super) struct Answer {
    /// The file, without its byte-order mark.
    pub(super) text: String,
    marked: bool,
    /// Of Markdown: the prose alone, in the same places.
    prose: Option<String>,
}

impl Answer {
    /// The bytes of a file that holds `text` as this one holds its own.
    pub(super) fn bytes(&self, text: &str) -> Vec<u8> {
        let mark = if self.marked { MARK } else { "" };
        [mark, text].concat().into_bytes()
    }

    /// The same file with another text.
    pub(super) fn with(&self, text: String) -> Self {
        Self {
            prose: self.prose.is_some().then(|| prose(&text)),
            marked: self.marked,
            text,
        }
    }

    /// What is to be read of it.
    pub(super) fn prose(&self) -> &str {
        self.prose.as_deref().unwrap_or(&self.text)
    }
}

/// Reads what is behind a name; `-` is standard input.
///
/// # Errors
///
/// When it cannot be read, is too long, or no UTF-8; the message names it.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where an answer is read"
)]
pub(super) fn answer(file: &Path) -> anyhow::Result<Answer> {
    let name = file.display();
    let mut bytes = if file == Path::new("-") {
        bytes(io::stdin().lock()).context("cannot read standard input")?
    } else {
        std::fs::File::open(file)
            .and_then(bytes)
            .with_context(|| format!("cannot read `{name}`"))?
    };
    if bytes.len() > LIMIT {
        bail!("`{name}` is longer than 1 MiB; an answer is a page of text");
    }
    // It belongs to the file, not to the answer.
    let marked = bytes.starts_with(MARK.as_bytes());
    if marked {
        bytes.drain(..MARK.len());
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow::anyhow!("`{name}` is no UTF-8 text (byte {at}); save it as UTF-8")
    })?;
    let prose = is_markdown(file).then(|| prose(&text));
    Ok(Answer {
        text,
        marked,
        prose,
    })
}

/// At most one byte over the limit, so that an endless file ends.
fn bytes(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
