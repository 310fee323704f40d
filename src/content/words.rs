//! The interface words of one language: one field each, so that a missing word fails to parse.
//! Included by `build.rs` too, so it may name nothing but serde.

mod cli;
mod compare;
mod feedback;
mod keys;
mod past;
mod plain;
mod practise;
mod progress;
mod screens;
mod sheet;
mod steps;
mod story;

use serde::{Deserialize, Serialize};

pub use cli::*;
pub use compare::*;
pub use feedback::*;
pub use keys::*;
pub use past::*;
pub use plain::*;
pub use practise::*;
pub use progress::*;
pub use screens::*;
pub use sheet::*;
pub use steps::*;
pub use story::*;

/// All interface words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Verdicts in words.
    pub verdict: VerdictWords,
    /// Messages of the command line.
    pub cli: CliWords,
    /// What `failwell check` says beside its reports.
    pub check: CheckWords,
    /// What `config.toml` holds.
    pub config: ConfigWords,
    /// What each key does, in the footer and in the help.
    pub key: KeyWords,
    /// The first screen.
    pub home: HomeWords,
    /// The page that is typed on.
    pub rehearse: RehearseWords,
    /// What comes before the first rehearsal.
    pub prepare: PrepareWords,
    /// Where a speaking pace comes from.
    pub pace: PaceWords,
    /// An answer said aloud.
    pub aloud: AloudWords,
    /// The story bank.
    pub story: StoryWords,
    /// The page for the day of the interview.
    pub sheet: SheetWords,
    /// The sheet for people who listen.
    pub feedback: FeedbackWords,
    /// The mock interview.
    pub mock: MockWords,
    /// How long an answer sounds, by the speaking clock.
    pub light: LightWords,
    /// The finished answer beside the eight tips.
    pub review: ReviewWords,
    /// Why an answer got no marks, kindly.
    pub reason: ReasonWords,
    /// Two takes side by side.
    pub compare: CompareWords,
    /// The list of past attempts.
    pub history: HistoryWords,
    /// How practice goes.
    pub progress: ProgressWords,
    /// What deserves today most.
    pub due: DueWords,
    /// What `failwell history` says when it changes or writes something.
    pub past: PastWords,
    /// The trainer without a screen.
    pub plain: PlainWords,
    /// What `failwell doctor` says.
    pub doctor: DoctorWords,
    /// Counted things; `{}` is the number.
    pub count: CountWords,
    /// The samples, the tips and the steps.
    pub guide: GuideWords,
    /// What is said on every screen.
    pub screen: ScreenWords,
    /// The one next change, one entry for each step.
    pub step: StepsWords,
}

/// Verdicts in words, never scolding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictWords {
    /// "kept"
    pub kept: String,
    /// "check"
    pub look: String,
    /// "change"
    pub work: String,
    /// "not seen"
    pub unseen: String,
}

/// `template` with each `{}` replaced by the next of `values`; the one place where a value enters a
/// sentence. A value too many is left out, a placeholder too many stays empty.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut pieces = template.split("{}");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(values.next().unwrap_or(&""));
        out.push_str(piece);
    }
    out
}

/// `template` with each `{name}` replaced by its value; `None` when one has no value. What stands in
/// `[…]` is left out as a whole then.
pub fn fill_named(template: &str, values: &[(&str, Option<&str>)]) -> Option<String> {
    if let Some((before, rest)) = template.split_once('[')
        && let Some((inner, after)) = rest.split_once(']')
    {
        let [before, after] = [before, after].map(|part| fill_named(part, values));
        return Some(before? + &fill_named(inner, values).unwrap_or_default() + &after?);
    }
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        let (name, after) = tail.split_once('}')?;
        filled.push_str(before);
        filled.push_str(values.iter().find(|value| value.0 == name)?.1?);
        rest = after;
    }
    filled.push_str(rest);
    Some(filled)
}

/// `one` for 1 and `many` for any other `count`, with the number put in.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let template = if count == 1 { one } else { many };
    fill(template, &[&count.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_one_after_the_other() {
        assert_eq!(fill("{} of {} words", &["3", "142"]), "3 of 142 words");
        assert_eq!(fill("saved", &["x"]), "saved");
        assert_eq!(fill("by {}", &[]), "by ");
        let values = [
            ("quote", Some("we {tried}")),
            ("by", Some("0:20")),
            ("turn", None),
        ];
        let named = |template| fill_named(template, &values);
        assert_eq!(
            named("\"{quote}\" by {by}[ (now {turn})].").as_deref(),
            Some("\"we {tried}\" by 0:20.")
        );
        assert_eq!(named("at {turn}"), None);
        assert_eq!(counted(1, "1 word", "{} words"), "1 word");
        assert_eq!(counted(0, "1 word", "{} words"), "0 words");
    }
}
