//! The phrases of one language as data: classes, forms, and the tests that each entry carries.
//! Knows nothing of text; matching is in `cue.rs`.

use serde::{Deserialize, Serialize};

use super::lang::Lang;

/// The phrases of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Whose phrases these are.
    pub lang: Lang,
    /// All entries, in file order.
    #[serde(rename = "entry")]
    pub entries: Vec<Entry>,
}

/// One group of forms with the same meaning to the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What the words are; rules ask for classes, never for words.
    pub class: Class,
    /// The forms. `(a|b|)` means either, or nothing; `..` is a gap inside a clause (at most four
    /// words, eight 字); `~assume` is a regular English verb in all its inflections; `#` is any
    /// number.
    pub forms: Vec<String>,
    /// The dictionary form, where it matters (growth words).
    #[serde(default)]
    pub lemma: String,
    /// Texts in which the entry is found, the hit in ⟦ ⟧.
    pub hits: Vec<String>,
    /// Texts in which it is not.
    pub misses: Vec<String>,
}

impl Entry {
    /// Drops what is compiled elsewhere or only for tests; what is left is small enough to load at
    /// every start.
    pub fn strip(&mut self) {
        self.forms.clear();
        self.hits.clear();
        self.misses.clear();
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident,)*) => {
        /// What a group of phrases is to the rules.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(rename_all = "kebab-case")]
        pub enum Class { $($(#[$doc])* $class,)* }

        impl Class {
            /// Every class, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$class,)*];

            /// The name used in files and in features: `lesson-frame`.
            pub fn id(self) -> String {
                const NAMES: &[&str] = &[$(stringify!($class),)*];
                let mut id = String::new();
                for c in NAMES[self as usize].chars() {
                    if c.is_ascii_uppercase() && !id.is_empty() {
                        id.push('-');
                    }
                    id.push(c.to_ascii_lowercase());
                }
                id
            }
        }
    };
}

classes! {
    /// Swallows every hit that lies inside it: "without fail", 错过.
    Guard,
    /// First person singular as a subject.
    Solo,
    /// First person plural as a subject.
    Shared,
    /// Somebody else as a subject: "the vendor", 客户.
    Outside,
    /// Negation: "never", "didn't", 没有.
    Negation,
    /// "failure", "mistake", "my fault"; 失败, 错误.
    Heavy,
    /// "setback", "outcome"; 情况, 结果.
    Neutral,
    /// "complete", "so", "miserably"; 特别, 彻底.
    Intensifier,
    /// Words of learning, improving, adjusting (tip 8).
    Growth,
    /// "learned that", "taught me"; 让我明白, 教训是.
    LessonFrame,
    /// "a lot", "a great learning experience"; 很多, 受益匪浅.
    EmptyLesson,
    /// "assumed", "underestimated"; 以为, 低估.
    Misjudge,
    /// What a negation turns into a misjudgement: "consider", "anticipate"; 考虑, 预料.
    Foresight,
    /// "fell short", "didn't land"; 效果不好.
    Missed,
    /// "forgot", "typo", "wrong file"; 忘了, 漏了.
    Slip,
    /// "procrastinated", "lazy"; 拖延, 粗心.
    Flaw,
    /// "faked", "lied", "knowingly"; 造假, 瞒报.
    Breach,
    /// "never really failed", "perfectionist"; 没有失败过, 完美主义.
    Dodge,
    /// A change in how one works: "set up", "introduced", "checklist"; 建立, 改为, 清单.
    Measure,
    /// Mending what was broken: "apologised", "called", "refunded"; 道歉, 补救, 重做.
    Repair,
    /// "more careful", "try harder"; 更加小心, 努力.
    EmptyMeasure,
    /// "now", "since then", "every"; 现在, 从那以后.
    Standing,
    /// "no big deal", "didn't set us back"; 影响不大.
    Minimise,
    /// Damage in small words that need not play it down: "luckily", "only a day"; 幸好, 而已.
    Belittle,
    /// "never told me", "kept changing their mind"; 没通知我, 一直改.
    Blame,
    /// What others did or what stood in the way, which may be a plain cause: "was late"; 延误.
    Cause,
    /// "right all along", "anyone would have"; 换谁都一样.
    Justify,
    /// The speaker's circumstances, which may be plain: "I was new"; 刚接手.
    Excuse,
    /// A defence said outright, whichever way: "right all along"; 不能怪我.
    Plea,
    /// "blessing in disguise", "in the long run"; 因祸得福.
    Silver,
    /// Damage and outcome: "lost", "delayed", "complained"; 损失, 延期.
    Damage,
    /// A better result: "increased", "on time"; 提高到, 再也没有.
    Gain,
    /// Background: "I was working as", "last year"; 负责, 当时.
    Scene,
    /// Greeting, thanks, restating the question.
    SmallTalk,
    /// The turn: "so we", "after that"; 后来, 于是.
    Pivot,
    /// "if I could do it again", "next time"; 如果重来, 下次.
    Hypothetical,
    /// Feeling bad without a heavy word: "frustrated", "stressed"; 沮丧.
    Feeling,
    /// A thing that fails by itself: "disk", "build"; 请求, 校验.
    Technical,
    /// What one ought to do: "should", "have to", "need to", "instead of"; 应该, 必须, 要先.
    Obligation,
    /// Saying: "told", "asked", "pointed out"; 说, 问, 指出.
    Speech,
    /// Thinking: "thought", "figured", "was sure"; 觉得, 想着.
    Think,
    /// Small words that carry a story, one entry and one lemma each: "but", "so", "when", "now";
    /// 但, 所以, 后来, 现在. Each lemma is a feature of its own.
    Connective,
    /// Grammar: what may open a clause: "and", "because", "which".
    Join,
    /// Grammar: what may stand between a subject and its verb: "had", "never", "really".
    Auxiliary,
    /// Grammar: past forms that do not end in -ed: "went", "told"; 了, 过.
    Past,
    /// Grammar: what has not happened yet: "will", "going to"; 会, 打算.
    Future,
    /// Grammar: "my"; 我的.
    Mine,
    /// Grammar: "our"; 我们的.
    Ours,
    /// What stands in an unfilled template: "company", "project", "your name"; 项目, 公司.
    Placeholder,
}
