//! What the built-in content promises: the article's titles and numbers, and a text for everything
//! that a screen may want to say.

use std::collections::BTreeSet;

use failwell::content::library;
use failwell::engine::count;
use failwell::engine::lang::{Bilingual, Lang};
use failwell::engine::tip::{Kind, Tip};
use failwell::practice::prompt::{Prompt, Quality};

/// The article's titles of the eight tips, and the same in English.
const TIPS: [(&str, &str); 8] = [
    ("关注「学到了什么」", "Focus on what you learned"),
    ("选择「误判」类的案例", "Choose a misjudgement"),
    ("不过分强调「失败」", "Don't over-emphasise the failure"),
    ("「我们」而非「我」", "\"We\", not \"I\""),
    ("强调「纠正措施」", "Emphasise the corrective measures"),
    ("简短描述「失败」", "Keep the failure brief"),
    ("不为失败辩护", "Don't defend the failure"),
    ("使用「失败」的替代词", "Use other words for failure"),
];

/// The article's three steps of preparation.
const STEPS: [(&str, &str); 3] = [
    ("慎重选择", "Choose carefully"),
    ("事先演练", "Rehearse beforehand"),
    ("征求反馈", "Ask for feedback"),
];

fn titles<'a>(texts: impl Iterator<Item = &'a Bilingual<String>>) -> Vec<(&'a str, &'a str)> {
    texts
        .map(|title| (title.zh.as_str(), title.en.as_str()))
        .collect()
}

#[test]
fn the_tips_stand_as_in_the_article() {
    let tips = &library().tips;
    assert_eq!(titles(tips.iter().map(|tip| &tip.title)), TIPS);
    assert_eq!(tips.iter().map(|tip| tip.tip).collect::<Vec<_>>(), Tip::ALL);
}

#[test]
fn the_steps_stand_as_in_the_article() {
    assert_eq!(
        titles(library().steps.iter().map(|step| &step.title)),
        STEPS
    );
}

#[test]
fn the_first_prompt_is_the_question_itself() {
    let first = &library().prompts[0];
    assert_eq!(first.id, "failure");
    assert_eq!(first.text.en, "Tell me about a time you failed.");
    assert_eq!(first.text.zh, "请讲一次你失败的经历。");
}

#[test]
fn there_are_prompts_for_two_months() {
    let prompts = &library().prompts;
    assert!(prompts.len() >= 60, "{} prompts", prompts.len());
    for quality in Quality::ALL {
        let strongest = prompts.iter().filter(|p| p.probes[0] == quality).count();
        assert!(strongest >= 5, "{quality:?} is probed first {strongest}×");
    }
    for prompt in prompts {
        let probes: BTreeSet<_> = prompt.probes.iter().collect();
        assert_eq!(probes.len(), prompt.probes.len(), "{}", prompt.id);
    }
}

#[test]
fn no_two_prompts_ask_the_same() {
    let prompts = &library().prompts;
    for (index, one) in prompts.iter().enumerate() {
        for other in &prompts[index + 1..] {
            assert_ne!(one.id, other.id);
            for words in [english, chinese] {
                let alike = alike(&words(one), &words(other));
                assert!(alike < 60, "{} and {}: {alike} of 100", one.id, other.id);
            }
        }
    }
}

/// The words that say what a question is about.
fn english(prompt: &Prompt) -> BTreeSet<String> {
    prompt
        .text
        .en
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|word| word.len() > 2)
        .map(str::to_lowercase)
        .filter(|word| !["tell", "about", "time", "describe", "you", "the"].contains(&&**word))
        .collect()
}

/// The pairs of neighbouring 字.
fn chinese(prompt: &Prompt) -> BTreeSet<String> {
    let zi: Vec<char> = prompt.text.zh.chars().collect();
    zi.windows(2)
        .map(|pair| pair.iter().collect())
        .filter(|pair: &String| !["讲一", "一次", "的经", "经历", "历。"].contains(&&**pair))
        .collect()
}

/// How much two sets have in common, from 0 to 100 (Dice's measure).
fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    200 * one.intersection(other).count() / (one.len() + other.len()).max(1)
}

#[test]
fn every_quality_and_every_kind_has_its_text() {
    let qualities: Vec<_> = library().qualities.iter().map(|q| q.quality).collect();
    assert_eq!(qualities, Quality::ALL);
    let kinds: Vec<_> = library().kinds.iter().map(|k| k.kind).collect();
    assert_eq!(kinds, Kind::all().collect::<Vec<_>>());
}

#[test]
fn every_tip_has_two_follow_up_questions() {
    for tip in Tip::ALL {
        let questions = library().follow_ups.iter().filter(|f| f.tip == tip);
        assert!(questions.count() >= 2, "{tip:?}");
    }
}

#[test]
fn six_situations_are_told_before_and_after() {
    let samples = &library().samples;
    let ids: Vec<_> = samples.iter().map(|sample| sample.id.as_str()).collect();
    let six = [
        "client-data",
        "cloud-filing",
        "falling-behind",
        "hovercraft",
        "missing-detail",
        "newsletter",
    ];
    assert_eq!(ids, six);
    for sample in samples {
        for lang in Lang::ALL {
            let (before, after) = (sample.before.get(lang), sample.after.get(lang));
            let broken = before.look.len() + before.work.len();
            assert!(broken >= 6, "{} breaks {broken}", sample.id);
            assert!(
                after.look.is_empty() && after.work.is_empty(),
                "{}",
                sample.id
            );
            for text in [&before.text, &after.text] {
                let words = count::words(lang, text);
                // One to two minutes of speech, or just under.
                let speakable = match lang {
                    Lang::En => 130..=290,
                    Lang::Zh => 200..=420,
                };
                assert!(speakable.contains(&words), "{}: {words}", sample.id);
            }
        }
    }
}
