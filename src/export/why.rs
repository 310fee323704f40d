//! Why each finding was made: the rule, the sum, and the named features that decided. For people
//! who want to look inside; feature names are the ones of `content/weights/`.

use std::io::{self, Write};

use super::clean::clean_line;
use crate::engine::Explanation;

/// So many features are told, the heaviest first.
const TOLD: usize = 6;

/// Writes one block for each finding. A thousand is one unit of log odds.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn explanations(out: &mut dyn Write, text: &str, all: &[Explanation]) -> io::Result<()> {
    for explanation in all {
        let quote = clean_line(explanation.span.of(text));
        writeln!(out, "\n{}  \"{quote}\"", explanation.kind.id())?;
        writeln!(
            out,
            "  rule: {}; sum {:+}",
            explanation.rule, explanation.score
        )?;
        for (name, weight) in explanation.reasons.iter().take(TOLD) {
            writeln!(out, "  {weight:>+6}  {name}")?;
        }
        let more = explanation.reasons.len().saturating_sub(TOLD);
        if more > 0 {
            writeln!(out, "          and {more} smaller")?;
        }
    }
    Ok(())
}
