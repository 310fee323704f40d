//! Phrases with alternatives and gaps, found in the words of a sentence. Knows words; knows nothing
//! of what they mean.
//!
//! `(a|b|)` is either, or nothing; `..` is a gap of a few words; `{verb}` is any one word; `^` and
//! `$` are where a clause begins and ends; what stands before `<` or behind `>` must be there and
//! stays as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::word::{Word, keys};
use crate::engine::Lang;

/// A phrase to look for.
#[derive(Clone, Debug)]
pub(in crate::practice) struct Pattern {
    parts: Vec<Part>,
    /// The longest gap, in words.
    gap: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Any(Vec<Vec<String>>),
    Gap,
    Verb,
    Start,
    End,
    From,
    To,
}

/// Where a phrase was found, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::practice) struct Found {
    /// All of it.
    pub(in crate::practice) whole: Range<usize>,
    /// The part that is replaced.
    pub(in crate::practice) replaced: Range<usize>,
    gap: Range<usize>,
    verb: usize,
}

/// Signs that are not words.
const SIGNS: [(&str, Part); 6] = [
    ("..", Part::Gap),
    ("{verb}", Part::Verb),
    ("^", Part::Start),
    ("$", Part::End),
    ("<", Part::From),
    (">", Part::To),
];

impl Pattern {
    /// Reads a pattern of `content/rewrites/`.
    pub(in crate::practice) fn new(lang: Lang, text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            rest = part(lang, rest, &mut parts).trim_start();
        }
        let gap = match lang {
            Lang::En => 4,
            Lang::Zh => 10,
        };
        Self { parts, gap }
    }

    /// The phrase where it begins at word `at`.
    pub(in crate::practice) fn at(&self, words: &[Word<'_>], at: usize) -> Option<Found> {
        let mut found = Found {
            whole: at..at,
            replaced: at..usize::MAX,
            ..Found::default()
        };
        self.follow(words, 0, at, &mut found).then_some(found)
    }

    /// The words that it may begin with; `false` where that is any word.
    pub(super) fn firsts<'a>(&'a self, firsts: &mut BTreeSet<&'a str>) -> bool {
        for part in &self.parts {
            match part {
                Part::Gap | Part::Verb => return false,
                Part::Start | Part::End | Part::From | Part::To => {}
                Part::Any(branches) => {
                    firsts.extend(
                        branches
                            .iter()
                            .filter_map(|branch| Some(&**branch.first()?)),
                    );
                    if branches.iter().all(|branch| !branch.is_empty()) {
                        return true;
                    }
                }
            }
        }
        false
    }

    fn follow(&self, words: &[Word<'_>], part: usize, at: usize, found: &mut Found) -> bool {
        let Some(now) = self.parts.get(part) else {
            found.whole.end = at;
            found.replaced.end = found.replaced.end.min(at);
            return true;
        };
        match now {
            Part::Any(branches) => branches.iter().any(|branch| {
                let there = words.len() >= at + branch.len()
                    && branch
                        .iter()
                        .zip(&words[at..])
                        .all(|(key, word)| **key == *word.key);
                there && self.follow(words, part + 1, at + branch.len(), found)
            }),
            Part::Gap => {
                let open = words[at..].iter().take(self.gap);
                let most = open.take_while(|word| !word.mark).count();
                (0..=most).any(|length| {
                    found.gap = at..at + length;
                    self.follow(words, part + 1, at + length, found)
                })
            }
            Part::Verb => {
                found.verb = at;
                let word = words.get(at).is_some_and(|word| !word.mark);
                word && self.follow(words, part + 1, at + 1, found)
            }
            Part::Start => begins(words, at) && self.follow(words, part + 1, at, found),
            Part::End => ends(words, at) && self.follow(words, part + 1, at, found),
            Part::From => {
                found.replaced.start = at;
                self.follow(words, part + 1, at, found)
            }
            Part::To => {
                found.replaced.end = at;
                self.follow(words, part + 1, at, found)
            }
        }
    }
}

/// Reads one part and gives back what is left.
fn part<'a>(lang: Lang, text: &'a str, parts: &mut Vec<Part>) -> &'a str {
    for (sign, part) in SIGNS {
        if let Some(rest) = text.strip_prefix(sign) {
            parts.push(part);
            return rest;
        }
    }
    if let Some((group, rest)) = text.strip_prefix('(').and_then(|text| text.split_once(')')) {
        parts.push(Part::Any(
            group.split('|').map(|branch| keys(lang, branch)).collect(),
        ));
        return rest;
    }
    let is_sign = |at: &usize| {
        let rest = &text[*at..];
        rest.starts_with('(') || SIGNS.iter().any(|(sign, _)| rest.starts_with(sign))
    };
    let ends = text.char_indices().map(|(at, _)| at);
    let end = ends.skip(1).find(is_sign).unwrap_or(text.len());
    parts.push(Part::Any(vec![keys(lang, &text[..end])]));
    &text[end..]
}

fn begins(words: &[Word<'_>], at: usize) -> bool {
    at == 0 || words[at - 1].mark
}

/// At a mark, or where a joining word follows.
fn ends(words: &[Word<'_>], at: usize) -> bool {
    const JOINING: [&str; 12] = [
        "and", "but", "because", "so", "when", "there", "on", "in", "at", "again", "then", "as",
    ];
    words
        .get(at)
        .is_none_or(|word| word.mark || JOINING.contains(&&*word.key))
}

impl Found {
    /// `template` with what was found in its gap and for its verb.
    pub(in crate::practice) fn fill(
        &self,
        template: &str,
        text: &str,
        words: &[Word<'_>],
        participles: &BTreeMap<String, String>,
    ) -> String {
        let mut filled = template.to_owned();
        if template.contains("..") {
            let gap = words.get(self.gap.clone()).unwrap_or_default();
            let gap = match (gap.first(), gap.last()) {
                (Some(first), Some(last)) => &text[first.range.start..last.range.end],
                _ => "",
            };
            filled = filled.replace("..", gap).replace("  ", " ");
        }
        if template.contains("{verb")
            && let Some(verb) = words.get(self.verb)
        {
            let participle = participles.get(&*verb.key).cloned();
            filled = filled
                .replace("{verb}", &verb.key)
                .replace("{verb:ing}", &ing(&verb.key))
                .replace("{verb:ed}", &participle.unwrap_or_else(|| ed(&verb.key)));
        }
        filled
    }
}

/// "writing", "planning", "checking".
fn ing(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if verb != "be" && !stem.ends_with(['e', 'y', 'o', 'i']) => {
            format!("{stem}ing")
        }
        _ => format!("{}ing", doubled(verb)),
    }
}

/// The regular past: "noticed", "planned", "tried".
fn ed(verb: &str) -> String {
    let vowel = |c: char| "aeiou".contains(c);
    match verb.strip_suffix('y') {
        Some(stem) if !stem.ends_with(vowel) => format!("{stem}ied"),
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ => format!("{}ed", doubled(verb)),
    }
}

/// With the last letter twice where a short verb of one vowel ends in one consonant: "plann".
fn doubled(verb: &str) -> String {
    let vowel = |c: &char| "aeiou".contains(*c);
    let mut last = verb.chars().rev();
    let short = verb.chars().filter(vowel).count() == 1;
    match (last.next(), last.next()) {
        (Some(end), Some(before))
            if short && !vowel(&end) && !"wxy".contains(end) && vowel(&before) =>
        {
            format!("{verb}{end}")
        }
        _ => verb.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;
    use Lang::{En, Zh};

    #[track_caller]
    fn check(lang: Lang, pattern: &str, template: &str, text: &str, expected: Option<&str>) {
        let words = words(lang, text, 0..text.len());
        let pattern_of = Pattern::new(lang, pattern);
        let found = (0..words.len()).find_map(|at| pattern_of.at(&words, at));
        let told = found.map(|found| {
            let range = &words[found.replaced.clone()];
            let (from, to) = (range[0].range.start, range[range.len() - 1].range.end);
            let said = found.fill(template, text, &words, &BTreeMap::new());
            format!("{}{said}{}", &text[..from], &text[to..])
        });
        assert_eq!(told.as_deref(), expected, "{pattern}: {text}");
    }

    /// Language, pattern, what is said, a text, and how it is told then.
    #[rustfmt::skip]
    const PHRASES: [(Lang, &str, &str, &str, Option<&str>); 11] = [
        (En, "failed to {verb}", "didn't {verb}", "We failed to ask.", Some("We didn't ask.")),
        (En, "failing to {verb}", "not {verb:ing}", "By failing to stop it", Some("By not stopping it")),
        (En, "had failed to {verb}", "hadn't {verb:ed}", "It had failed to notice", Some("It hadn't noticed")),
        (En, "messed up > (the|our)", "misjudged", "I messed up the plan", Some("I misjudged the plan")),
        (En, "messed up > (the|our)", "misjudged", "I messed up", None),
        (En, "(we|i) < saw that", "realised that", "We saw that it", Some("We realised that it")),
        (En, "made .. better", "improved ..", "We made the rota better.", Some("We improved the rota.")),
        (En, "failed $", "fell short", "It failed, and", Some("It fell short, and")),
        (En, "failed $", "fell short", "It failed him", None),
        (Zh, "把..搞砸了", "没有把..做好", "我把活动搞砸了。", Some("我没有把活动做好。")),
        (Zh, "(这次|那次)<失败>(让|教)", "经历", "那次失败让我", Some("那次经历让我")),
    ];

    #[test]
    fn phrases_are_found_and_told_otherwise() {
        for (lang, pattern, template, text, expected) in PHRASES {
            check(lang, pattern, template, text, expected);
        }
    }

    #[test]
    fn regular_verbs_take_their_endings() {
        for (verb, ing, ed) in [
            ("plan", "planning", "planned"),
            ("check", "checking", "checked"),
            ("notice", "noticing", "noticed"),
            ("agree", "agreeing", "agreed"),
            ("try", "trying", "tried"),
            ("show", "showing", "showed"),
            ("consider", "considering", "considered"),
        ] {
            assert_eq!((super::ing(verb), super::ed(verb)), (ing.into(), ed.into()));
        }
    }
}
