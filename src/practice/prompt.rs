//! An interview question in both languages and what it probes; knows nothing of who was asked.

use serde::{Deserialize, Serialize};

use crate::engine::lang::Bilingual;
use crate::engine::tip::Tip;

/// One interview question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Lower-case letters, digits and hyphens; unique over all packs.
    pub id: String,
    /// The question as an interviewer says it.
    pub text: Bilingual<String>,
    /// Which qualities it probes, the strongest first.
    pub probes: Vec<Quality>,
    /// The theme: the name of its file.
    #[serde(default)]
    pub theme: String,
}

/// A question that an interviewer asks next when a tip was not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Unique over all packs.
    pub id: String,
    /// The tip whose lack it asks about.
    pub tip: Tip,
    /// The question.
    pub text: Bilingual<String>,
}

/// What an interviewer wants to see, as the article lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    /// 成熟
    Maturity,
    /// 坚韧
    Resilience,
    /// 个性
    Character,
    /// 学习意愿
    WillToLearn,
    /// 接受批评
    TakingCriticism,
}

impl Quality {
    /// All five, in the article's order.
    pub const ALL: [Self; 5] = [
        Self::Maturity,
        Self::Resilience,
        Self::Character,
        Self::WillToLearn,
        Self::TakingCriticism,
    ];

    /// The name used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Maturity => "maturity",
            Self::Resilience => "resilience",
            Self::Character => "character",
            Self::WillToLearn => "will-to-learn",
            Self::TakingCriticism => "taking-criticism",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qualities_are_called_the_same_in_code_and_files() {
        for quality in Quality::ALL {
            assert_eq!(serde_json::to_value(quality).unwrap(), quality.id());
        }
    }
}
