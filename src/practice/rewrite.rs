//! The rewrite that a finding offers, put into its sentence: capitals and articles follow. Knows a
//! text and a finding; knows no drafts.

use std::ops::Range;

use crate::engine::Finding;

/// What to put in the place of which bytes of `text`; `None` when the finding offers nothing.
pub fn rewrite(text: &str, finding: &Finding) -> Option<(Range<usize>, String)> {
    let word = (*finding.instead().first()?).to_owned();
    let span = finding.span.range();
    let Some((article, start)) = article_before(text, span.start, &word) else {
        return Some((span.clone(), like(&text[span], &word)));
    };
    let article = like(&text[start..span.start], article);
    Some((start..span.end, format!("{article} {word}")))
}

/// The article that `word` wants in the place of another one that stands before byte `at`, and
/// where that begins.
fn article_before(text: &str, at: usize, word: &str) -> Option<(&'static str, usize)> {
    let before = text[..at].strip_suffix(' ')?;
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let stands = before.get(start..)?;
    let wanted = match word.chars().next()?.to_ascii_lowercase() {
        'a' | 'e' | 'i' | 'o' | 'u' => "an",
        _ => "a",
    };
    let other = ["a", "an"]
        .iter()
        .any(|article| stands.eq_ignore_ascii_case(article) && *article != wanted);
    other.then_some((wanted, start))
}

/// `word` with a capital where `model` has one.
fn like(model: &str, word: &str) -> String {
    let mut chars = word.chars();
    match (model.chars().next(), chars.next()) {
        (Some(first), Some(own)) if first.is_uppercase() && own.is_lowercase() => {
            own.to_uppercase().chain(chars).collect()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Detail, Kind, Span};

    fn rewritten(text: &str, quote: &str, instead: &[&str]) -> Option<String> {
        let at = text.find(quote).unwrap();
        let finding = Finding {
            kind: Kind::HeavyWord,
            span: Span::new(text, at..at + quote.len()),
            detail: Detail::Heavy {
                intense: false,
                instead: instead.iter().map(|word| (*word).to_owned()).collect(),
            },
        };
        let (range, word) = rewrite(text, &finding)?;
        let mut text = text.to_owned();
        text.replace_range(range, &word);
        Some(text)
    }

    #[test]
    fn capitals_and_articles_follow_the_word() {
        for (text, quote, instead, expected) in [
            (
                "It was a failure.",
                "failure",
                "setback",
                "It was a setback.",
            ),
            (
                "It was a failure.",
                "failure",
                "outcome",
                "It was an outcome.",
            ),
            ("An error of mine.", "error", "slip", "A slip of mine."),
            (
                "Failure is hard.",
                "Failure",
                "the result",
                "The result is hard.",
            ),
            ("the failure", "failure", "outcome", "the outcome"),
            ("这是失败。", "失败", "结果", "这是结果。"),
            ("I assumed it.", "I assumed", "We assumed", "We assumed it."),
        ] {
            let told = rewritten(text, quote, &[instead, "other"]);
            assert_eq!(told.as_deref(), Some(expected), "{text}");
        }
        assert_eq!(rewritten("a failure", "failure", &[]), None);
    }
}
