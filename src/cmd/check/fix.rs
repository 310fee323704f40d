//! The rewrites that say the same, put into their file, or shown as a patch. Which they are is
//! `practice::rewrite`'s to say, how a file is changed the store's.

use std::path::Path;

use imara_diff::{Algorithm, BasicLineDiffPrinter, Diff, InternedInput, UnifiedDiffConfig};

use super::read::Answer;
use crate::content;
use crate::content::words::{Words, fill};
use crate::engine::Report;
use crate::export::chosen::Chosen;
use crate::export::clean::{clean, clean_line};
use crate::practice::rewrite::{self, Offer};
use crate::store::{self, StoreError};

/// What becomes of the safe rewrites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mend {
    /// They stay offers.
    Nothing,
    /// They are shown as a patch.
    Shown,
    /// They are put in.
    Done,
}

/// An answer with its safe rewrites.
#[derive(Debug)]
pub(super) struct Mended {
    /// The whole file, but for its byte-order mark.
    pub(super) text: String,
    /// How many there are.
    count: usize,
}

/// The answer with every safe rewrite of these tips; `None` when there is none. Where Markdown has a
/// mark of its own between the words, they stay.
pub(super) fn mended(answer: &Answer, report: &Report, tips: Chosen) -> Option<Mended> {
    let (prose, text) = (answer.prose(), answer.text.as_str());
    let mut offers = content::offers(prose, report);
    let whole = |offer: &Offer| prose.get(offer.range.clone()) == text.get(offer.range.clone());
    offers.retain(|offer| tips.has(offer.kind.tip()) && whole(offer));
    let safe = rewrite::safe(&offers);
    (!safe.is_empty()).then(|| Mended {
        count: safe.len(),
        text: rewrite::apply(text, safe),
    })
}

/// Puts it into its file and says so; standard input has none.
pub(super) fn put(
    file: &Path,
    answer: &Answer,
    mended: &Mended,
    words: &Words,
) -> Result<Option<String>, StoreError> {
    if file == Path::new("-") {
        return Ok(None);
    }
    let (before, after) = (answer.bytes(&answer.text), answer.bytes(&mended.text));
    let copy = store::mend(file, &before, &after)?;
    let (name, copy) = (file.to_string_lossy(), copy.to_string_lossy());
    let count = mended.count.to_string();
    Ok(Some(fill(&words.check.fixed, &[&name, &count, &copy])))
}

/// A patch as `diff -u` writes it.
pub(super) fn diff(file: &Path, before: &str, after: &str) -> String {
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let printer = BasicLineDiffPrinter(&input.interner);
    let hunks = diff.unified_diff(&printer, UnifiedDiffConfig::default(), &input);
    let name = clean_line(&file.to_string_lossy());
    format!("--- {name}\n+++ {name}\n{}", clean(&hunks.to_string()))
}
