//! The shape of a user's own questions, which may be in one language only. Knows nothing of files.

use serde::Deserialize;

use super::library::FollowUp;
use crate::engine::lang::Bilingual;
use crate::engine::tip::Tip;
use crate::practice::prompt::{Prompt, Quality};

/// The same thing in English, in Chinese or in both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Halves {
    /// The English half.
    pub en: Option<String>,
    /// The Chinese half.
    pub zh: Option<String>,
}

/// One question of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackPrompt {
    /// Lower-case letters, digits and hyphens; unique over all packs.
    pub id: String,
    /// The question as an interviewer says it.
    pub text: Halves,
    /// Which qualities it probes, the strongest first.
    #[serde(default)]
    pub probes: Vec<Quality>,
}

/// One follow-up question of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFollowUp {
    /// Lower-case letters, digits and hyphens; unique over all packs.
    pub id: String,
    /// The tip whose lack it asks about.
    pub tip: Tip,
    /// The question.
    pub text: Halves,
}

impl Halves {
    /// The halves that are there.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [("en", &self.en), ("zh", &self.zh)]
            .into_iter()
            .filter_map(|(code, half)| Some((code, half.as_deref()?)))
    }
}

impl From<Bilingual<String>> for Halves {
    fn from(both: Bilingual<String>) -> Self {
        Self {
            en: Some(both.en),
            zh: Some(both.zh),
        }
    }
}

impl From<Prompt> for PackPrompt {
    fn from(prompt: Prompt) -> Self {
        Self {
            id: prompt.id,
            text: prompt.text.into(),
            probes: prompt.probes,
        }
    }
}

impl From<FollowUp> for PackFollowUp {
    fn from(question: FollowUp) -> Self {
        Self {
            id: question.id,
            tip: question.tip,
            text: question.text.into(),
        }
    }
}
