//! What is said beside a finding: other words, a question, or how much it is.

use super::Voice;
use crate::content::say;
use crate::content::words::fill;
use crate::engine::{Detail, Finding, Kind};
use crate::practice::rewrite::{self, Offer};

/// What can be said in its place, in so many ways at most, or how much it is.
pub(in crate::export) fn cure(
    voice: Voice,
    offers: &[Offer],
    finding: &Finding,
    ways: usize,
) -> Option<String> {
    let cli = &voice.words.cli;
    if let Detail::Length { words, of } = &finding.detail {
        return Some(fill(&cli.share, &[&words.to_string(), &of.to_string()]));
    }
    let Some(offer) = rewrite::of(offers, finding) else {
        let text = say::kind(voice.library, finding.kind)?;
        return text
            .question
            .as_ref()
            .map(|ask| ask.get(voice.lang).clone());
    };
    let instead = offer.say[..offer.say.len().min(ways)].join(&cli.or);
    Some(match offer.kind {
        Kind::SoloBlame => fill(&cli.instead_shared, &[&instead]),
        _ => fill(&cli.instead, &[&instead]),
    })
}
