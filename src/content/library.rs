//! The shape of the built-in content: tips, steps, samples, follow-up questions.
//! Included by `build.rs` too, so it may name nothing but serde and the types it is made of.

use serde::{Deserialize, Serialize};

use crate::engine::lang::Bilingual;
use crate::engine::tip::{Kind, Tip, Verdict};
pub use crate::practice::prompt::FollowUp;
use crate::practice::prompt::{Prompt, Quality};

/// Everything that the program says about the subject itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Library {
    /// The questions, in file order; the first is the literal one.
    pub prompts: Vec<Prompt>,
    /// At least one for each tip.
    pub follow_ups: Vec<FollowUp>,
    /// The eight tips, in the article's order.
    pub tips: Vec<TipText>,
    /// The three steps of preparation, in the article's order.
    pub steps: Vec<StepText>,
    /// What an interviewer wants to see.
    pub qualities: Vec<QualityText>,
    /// One entry for each kind of finding.
    pub kinds: Vec<KindText>,
    /// What is worth a word of its own.
    pub remarks: Vec<RemarkText>,
    /// Model answers, before and after.
    pub samples: Vec<Sample>,
}

/// The words of one tip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TipText {
    /// Which tip.
    pub tip: Tip,
    /// The article's title.
    pub title: Bilingual<String>,
    /// At most 14 cells wide, for narrow screens.
    pub short: Bilingual<String>,
    /// Why an interviewer minds, in a sentence or two.
    pub why: Bilingual<String>,
    /// What is asked where nothing of it is seen.
    pub ask: Bilingual<String>,
    /// A sentence that breaks the tip.
    pub weak: Bilingual<String>,
    /// The same, told well.
    pub strong: Bilingual<String>,
}

/// One of the three steps before the interview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepText {
    /// The article's title.
    pub title: Bilingual<String>,
    /// What to do, in a short paragraph.
    pub text: Bilingual<String>,
}

/// The words of one quality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualityText {
    /// Which quality.
    pub quality: Quality,
    /// One word or two.
    pub name: Bilingual<String>,
    /// What an interviewer listens for, in half a sentence.
    pub listens_for: Bilingual<String>,
}

/// The words of one kind of finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindText {
    /// Which kind.
    pub kind: Kind,
    /// Two or three words.
    pub name: Bilingual<String>,
    /// What was seen.
    pub seen: Bilingual<String>,
    /// What an interviewer makes of it.
    pub why: Bilingual<String>,
    /// What to do; for a strength, what to keep.
    pub advice: Bilingual<String>,
    /// A question that leads there.
    #[serde(default)]
    pub question: Option<Bilingual<String>>,
}

/// A shape of telling that is worth a word of its own, and how it is found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemarkText {
    /// Lower-case letters, digits and hyphens.
    pub id: String,
    /// The tip that it belongs to.
    pub tip: Tip,
    /// Whether it is praise.
    #[serde(default)]
    pub good: bool,
    /// What must have been seen beside it.
    #[serde(default)]
    pub beside: Option<Kind>,
    /// In how many of the groups of phrases something has to be found.
    pub groups: usize,
    /// The groups, a pattern each.
    pub seek: Bilingual<Vec<String>>,
    /// Two or three words.
    pub name: Bilingual<String>,
    /// What was seen.
    pub seen: Bilingual<String>,
    /// What an interviewer makes of it.
    pub why: Bilingual<String>,
    /// What to do, or to keep.
    pub advice: Bilingual<String>,
}

/// One situation told twice, in both languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Lower-case letters, digits and hyphens.
    pub id: String,
    /// What it is about, in a few words.
    pub title: Bilingual<String>,
    /// The telling that breaks some tips.
    pub before: Bilingual<SampleText>,
    /// The telling that keeps them.
    pub after: Bilingual<SampleText>,
}

/// One telling, with the verdicts that a coach gives it (and the engine must agree with).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleText {
    /// The answer.
    pub text: String,
    /// Tips that are `look`; tips in neither list are kept or not seen.
    #[serde(default)]
    pub look: Vec<Tip>,
    /// Tips that are `work`.
    #[serde(default)]
    pub work: Vec<Tip>,
}

impl SampleText {
    /// The verdict the sample claims for `tip` (`Kept` stands for kept or not seen).
    pub fn verdict(&self, tip: Tip) -> Verdict {
        match tip {
            tip if self.work.contains(&tip) => Verdict::Work,
            tip if self.look.contains(&tip) => Verdict::Look,
            _ => Verdict::Kept,
        }
    }
}
