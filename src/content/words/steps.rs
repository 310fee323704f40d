//! The words of the one next change. Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// The one next change, one entry for each step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepsWords {
    /// "Choose another story: something you judged wrongly and then put right. It is safer ground, and there is more in it to learn from."
    pub story: StepWords,
    /// "Leave out the sentence about your character; the story stands without it."
    pub flaw: StepWords,
    /// "Add one thing you changed afterwards, so plain that somebody could watch you do it."
    pub no_measure: StepWords,
    /// "Say what you learned, in one sentence, by {}."
    pub no_lesson: StepWords,
    /// "Leave the defence out: say what happened, then go straight on to what was done."
    pub defence: StepWords,
    /// "Turn the intention into a step: who does what now, and when?"
    pub vague_measure: StepWords,
    /// "Make the lesson one that somebody else could act on, and say it by {}."
    pub vague_lesson: StepWords,
    /// "You mended it. Now say what keeps it from happening again: what do you do differently since?"
    pub only_repair: StepWords,
    /// "Tell the miss before what came of it: first what happened, then what you learned and changed."
    pub order: StepWords,
    /// "Tell the miss in two sentences, so that the lesson comes by {}."
    pub length: StepWords,
    /// "Name the judgement behind it: what had been assumed, expected or underestimated?"
    pub misjudgement: StepWords,
    /// "Where the decision was shared, tell it as shared: we in place of I."
    pub we: StepWords,
    /// "Put calm words in place of the heavy ones: the situation, the result, the gap."
    pub framing: StepWords,
    /// "Let the growth be heard: realised, adjusted, improved. Two of them are enough."
    pub words: StepWords,
}

/// One step in four forms; `{}` is the time by which it should come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    /// What was noticed, for tomorrow: "the lesson came late"
    pub last: String,
    /// What to do about it: "say it by {}"
    pub today: String,
    /// The whole sentence at the end of a review, where there are no words to quote.
    pub next: String,
    /// The same about the words that it is about; see [`super::fill_named`].
    pub quoted: String,
}
