//! Which attempts are looked at: all, those of a language, a prompt, a story. Knows attempts only.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::engine::Lang;
use crate::practice::history::{Attempt, History};

/// Some of the attempts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Slice {
    /// Every one.
    All,
    /// Those told in a language.
    Lang(Lang),
    /// Those of a prompt.
    Prompt(String),
    /// Those that told a story.
    Story(String),
}

impl Slice {
    /// Whether an attempt is one of them.
    pub fn holds(&self, attempt: &Attempt) -> bool {
        match self {
            Self::All => true,
            Self::Lang(lang) => attempt.lang == Some(*lang),
            Self::Prompt(id) => attempt.prompt == *id,
            Self::Story(id) => attempt.story.as_ref() == Some(id),
        }
    }

    /// Its kind, as a number that grows with [`slices`].
    pub const fn kind(&self) -> usize {
        match self {
            Self::All => 0,
            Self::Lang(_) => 1,
            Self::Prompt(_) => 2,
            Self::Story(_) => 3,
        }
    }
}

/// Every slice that says something of its own: languages where there are two, then prompts, then
/// stories, those with most attempts first.
pub fn slices(history: &History) -> Vec<Slice> {
    let mut counts: BTreeMap<Slice, usize> = BTreeMap::new();
    for attempt in &history.attempts {
        let language = attempt.lang.map(Slice::Lang);
        let prompt = Some(Slice::Prompt(attempt.prompt.clone()));
        let story = attempt.story.clone().map(Slice::Story);
        for slice in [language, prompt, story].into_iter().flatten() {
            *counts.entry(slice).or_default() += 1;
        }
    }
    let is_language = |slice: &Slice| matches!(slice, Slice::Lang(_));
    let languages = counts.keys().filter(|slice| is_language(slice)).count();
    let mut found: Vec<(Slice, usize)> = counts
        .into_iter()
        .filter(|(slice, _)| languages > 1 || !is_language(slice))
        .collect();
    found.sort_by_key(|(slice, count)| (slice.kind(), Reverse(*count)));
    let found = found.into_iter().map(|(slice, _)| slice);
    [Slice::All].into_iter().chain(found).collect()
}
