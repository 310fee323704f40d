//! Names, employers and figures out of a text before somebody else reads it. Knows characters; what
//! it guesses is shown before it is used.

use std::collections::HashSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// What is taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    /// These words, wherever they stand.
    pub words: Vec<String>,
    /// Figures, and what looks like a name.
    pub guess: bool,
    /// Never these.
    pub keep: Vec<String>,
}

/// Something that was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masked {
    /// What stood there.
    pub text: String,
    /// What stands there now.
    pub sign: String,
}

/// What something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Name,
    Figure,
}

/// English words that are written large and name nobody.
const LARGE: &str = " I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February \
    March April May June July August September October November December English Chinese CEO CTO \
    CFO HR IT QA CI API SQL CSV PDF KPI OKR A B C D ";

/// What a Chinese employer's name ends with.
const EMPLOYERS: [&str; 9] = [
    "有限公司",
    "公司",
    "集团",
    "银行",
    "大学",
    "医院",
    "事务所",
    "工作室",
    "研究院",
];

/// What follows a Chinese surname.
const TITLES: [&str; 9] = [
    "总监",
    "经理",
    "主任",
    "老师",
    "工程师",
    "先生",
    "女士",
    "总",
    "工",
];

/// The surnames that are met most.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

/// Words that end before an employer's name begins.
const BEFORE: &str =
    "在给从向和与把被的了是到对为让请由于家间们一这那该本贵我你他她它，。、；：！？ \n";

/// Characters of a Chinese name at most.
const LONGEST_NAME: usize = 6;

impl Mask {
    /// The text without them, and what was taken out, each once, in order. The same word has the
    /// same sign everywhere; `names` are what the two sorts are called.
    pub fn apply(&self, text: &str, names: [&str; 2]) -> (String, Vec<Masked>) {
        let mut masked: Vec<Masked> = Vec::new();
        let mut counts = [0, 0];
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (range, sort) in self.places(text) {
            let word = &text[range.clone()];
            let known = masked.iter().position(|known| known.text == word);
            let at = known.unwrap_or_else(|| {
                counts[sort as usize] += 1;
                masked.push(Masked {
                    text: word.to_owned(),
                    sign: format!("[{} {}]", names[sort as usize], counts[sort as usize]),
                });
                masked.len() - 1
            });
            out.push_str(&text[from..range.start]);
            out.push_str(&masked[at].sign);
            from = range.end;
        }
        out.push_str(&text[from..]);
        (out, masked)
    }

    /// Where something is taken out, in order; no two places overlap.
    fn places(&self, text: &str) -> Vec<(Range<usize>, Sort)> {
        let mut places = Vec::new();
        for word in self.words.iter().filter(|word| !word.is_empty()) {
            let found = text.match_indices(word.as_str());
            places.extend(found.map(|(at, word)| (at..at + word.len(), Sort::Name)));
        }
        if self.guess {
            let mut guessed = names_in_english(text);
            guessed.extend(names_in_chinese(text));
            let names = guessed.into_iter().map(|range| (range, Sort::Name));
            let figures = figures(text).into_iter().map(|range| (range, Sort::Figure));
            let kept =
                |range: &Range<usize>| self.keep.iter().any(|keep| *keep == text[range.clone()]);
            places.extend(names.chain(figures).filter(|(range, _)| !kept(range)));
        }
        places.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        places.retain(|(range, _)| {
            let free = range.start >= end;
            end = if free { range.end } else { end };
            free
        });
        places
    }
}

/// Digits with what belongs to them: a currency before, a unit of hundred or thousand behind.
fn figures(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let digit = c.is_numeric() && !('一'..='十').contains(&c);
        match ranges.last_mut() {
            Some(last) if last.end == at && (digit || "%％万亿千百".contains(c)) => {
                last.end = end;
            }
            // A mark inside of a figure, not behind it.
            Some(last)
                if last.end == at
                    && ".,:".contains(c)
                    && text[end..].starts_with(|next: char| next.is_ascii_digit()) =>
            {
                last.end = end;
            }
            _ if digit => {
                let before = text[..at].chars().next_back();
                let money = before.filter(|c| "$€£¥￥".contains(*c));
                ranges.push(at - money.map_or(0, char::len_utf8)..end);
            }
            _ => {}
        }
    }
    ranges
}

/// Words that are written large inside of a sentence, and the same words where they open one.
fn names_in_english(text: &str) -> Vec<Range<usize>> {
    let inside = large_words(text, &HashSet::new());
    let words = inside
        .iter()
        .flat_map(|name| text[name.clone()].unicode_words());
    large_words(text, &words.collect())
}

/// Words that are written large inside of a sentence, or are known; neighbours are one name.
fn large_words(text: &str, known: &HashSet<&str>) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    for (at, word) in text.unicode_word_indices() {
        let bare = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix("’s"))
            .unwrap_or(word);
        let stem = bare.split(['\'', '’']).next().unwrap_or(bare);
        let large =
            bare.starts_with(|c: char| c.is_uppercase()) && !LARGE.contains(&format!(" {stem} "));
        let follows = names.last().is_some_and(|last| &text[last.end..at] == " ");
        let meant = || known.contains(bare) || is_inside(&text[..at]);
        if !large || !(follows || meant()) {
            continue;
        }
        let end = at + bare.len();
        match names.last_mut() {
            Some(last) if follows => last.end = end,
            _ => names.push(at..end),
        }
    }
    names
}

/// Whether a sentence goes on here.
fn is_inside(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c == ' ' || "\"'“‘(".contains(c));
    before
        .chars()
        .next_back()
        .is_some_and(|c| !".!?:\n。！？：".contains(c))
}

/// Names of employers by their ends, and of people by surname and title.
fn names_in_chinese(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    for ending in EMPLOYERS {
        for (at, found) in text.match_indices(ending) {
            let name = text[..at].char_indices().rev().take(LONGEST_NAME);
            let name = name.take_while(|(_, c)| {
                is_han(*c) && !BEFORE.contains(*c) || c.is_ascii_alphanumeric()
            });
            if let Some((start, _)) = name.last() {
                names.push(start..at + found.len());
            }
        }
    }
    for title in TITLES {
        for (at, found) in text.match_indices(title) {
            let before = text[..at].chars().next_back();
            if let Some(surname) = before.filter(|c| SURNAMES.contains(*c)) {
                names.push(at - surname.len_utf8()..at + found.len());
            }
        }
    }
    for (at, c) in text.char_indices().filter(|(_, c)| "小老阿".contains(*c)) {
        let end = at + c.len_utf8();
        let surname = text[end..].chars().next().filter(|c| SURNAMES.contains(*c));
        names.extend(surname.map(|surname| at..end + surname.len_utf8()));
    }
    names
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mask = Mask {
            guess: true,
            ..Mask::default()
        };
        assert_eq!(mask.apply(text, ["N", "F"]).0, expected);
    }

    #[test]
    fn names_employers_and_figures_get_signs() {
        check(
            "At Globex Widgets we lost $1,200.50. Anna told me in May that Anna's team at Globex Widgets had 12% left.",
            "At [N 1] we lost [F 1]. [N 2] told me in May that [N 2]'s team at [N 1] had [F 2] left.",
        );
        check(
            "Anna's list was short. We asked Anna and Globex Widgets. Globex was late; Widgets cost 3.",
            "[N 1]'s list was short. We asked [N 1] and [N 2]. [N 3] was late; [N 4] cost [F 1].",
        );
        check(
            "We assumed it. I asked HR on Monday.",
            "We assumed it. I asked HR on Monday.",
        );
        check(
            "我在蓝海银行的时候，王经理和小李说丢了3.5万元，晚了１２天。",
            "我在[N 1]的时候，[N 2]和[N 3]说丢了[F 1]元，晚了[F 2]天。",
        );
        check("我们公司没有想到这一点。", "我们公司没有想到这一点。");
    }

    #[test]
    fn what_is_named_goes_and_what_is_kept_stays() {
        let mask = Mask {
            words: vec!["Anna".into(), String::new()],
            guess: true,
            keep: vec!["12".into()],
        };
        let (text, masked) = mask.apply("Anna had 12 and 7; Anna left.", ["N", "F"]);
        assert_eq!(text, "[N 1] had 12 and [F 1]; [N 1] left.");
        assert_eq!(masked.len(), 2);
        assert_eq!(
            (masked[0].text.as_str(), masked[0].sign.as_str()),
            ("Anna", "[N 1]")
        );
        assert_eq!(Mask::default().apply("Anna 12", ["N", "F"]).0, "Anna 12");
    }
}
