//! The shape of the tables in `content/rewrites/`: what is said in the place of what. Included by
//! `build.rs` too, so it may name nothing but serde and languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::engine::lang::Lang;

/// The tables of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Whose tables these are.
    pub lang: Lang,
    /// Words that make a heavy word heavier and go with it: "complete", 彻底.
    pub intense: Vec<String>,
    /// Past participles that are not regular.
    #[serde(default)]
    pub participles: BTreeMap<String, String>,
    /// Characters of the replacements in both scripts, "没沒 达達"; for answers in traditional
    /// characters.
    #[serde(default)]
    pub traditional: String,
    /// From "I" to "we".
    pub we: We,
    /// Calm words in the place of heavy ones.
    pub calm: Vec<Rule>,
    /// Words of growth in the place of flat ones.
    pub growth: Vec<Rule>,
}

/// What is said in the place of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// A pattern, as `pattern.rs` reads it.
    pub from: String,
    /// Best first; none means that nothing is offered here, whatever shorter patterns say.
    pub to: Vec<String>,
    /// Whether the first of them says the same, however the story went.
    #[serde(default)]
    pub safe: bool,
}

impl Rule {
    /// What is wrong with it.
    pub fn fault(&self) -> Option<&'static str> {
        let has = |sign: &str| self.to.iter().any(|to| to.contains(sign));
        if self.from.trim().is_empty() {
            return Some("has an empty `from`; write the words that it is about");
        }
        if self.from.matches('(').count() != self.from.matches(')').count() {
            return Some("has a bracket that is not closed; close it");
        }
        if has("..") && !self.from.contains("..") {
            return Some("repeats a gap that `from` does not have; write `..` there too");
        }
        (has("{verb") && !self.from.contains("{verb}"))
            .then_some("repeats a verb that `from` does not have; write `{verb}` there too")
    }
}

/// How "I" becomes "we".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct We {
    /// Word for word, the longest first: "i was" → "we were".
    pub swap: Vec<(String, String)>,
    /// What stands first where the speaker is left unsaid; empty where that is not done.
    pub unsaid: String,
    /// What stands for the rest of a clause that is told in part; empty where nothing does.
    pub cut: String,
    /// Small words: none is told last in English, and in Chinese the unsaid speaker stands before them.
    pub loose: Vec<String>,
    /// A second way to say the first of them: 我们 → 我们团队.
    #[serde(default)]
    pub also: Option<(String, String)>,
    /// Verbs that agree with the speaker, also behind small words: "was" → "were".
    #[serde(default)]
    pub agree: Vec<(String, String)>,
    /// Small words that may stand between the speaker and such a verb.
    #[serde(default)]
    pub between: Vec<String>,
    /// Words that join one more verb to the same speaker.
    #[serde(default)]
    pub joining: Vec<String>,
    /// Words that name another one who acts.
    #[serde(default)]
    pub others: Vec<String>,
    /// Where the person goes on with what is their own: "I apologised", "now I".
    pub until: Vec<String>,
    /// What is about this one person: nothing is offered beside it.
    pub alone: Vec<String>,
}
