//! Where sentences end, by the rules of the rubric ("Splitting"). Knows marks; knows no words but
//! the abbreviations after which a point ends nothing.

use std::ops::Range;

/// After these a full stop ends no sentence (compared without case).
const ABBREVIATIONS: [&str; 19] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "a.m", "p.m", "approx", "no",
    "inc", "ltd", "co", "u.s", "u.k",
];

/// Splits `text` into sentences without the white space around them. Text with a Han character is
/// read by the Chinese rules.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let chinese = text.chars().any(is_han);
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let Some(end) = end_mark(text, at, c, chinese) else {
            at += c.len_utf8();
            continue;
        };
        at = end;
        if c == '.' && ends_in_abbreviation(text[start..end].trim()) {
            continue;
        }
        push(text, start..end, &mut pieces);
        start = end;
    }
    push(text, start..text.len(), &mut pieces);
    pieces
}

/// Whether `c` is a Chinese character.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

/// The end of the end mark that starts at `at`, if one does.
fn end_mark(text: &str, at: usize, c: char, chinese: bool) -> Option<usize> {
    match c {
        '\n' => Some(run(text, at, |c| c == '\n')),
        '.' | '!' | '?' => western(text, at).or_else(|| {
            (chinese && c != '.')
                .then(|| closed(text, run(text, at, is_chinese_end), is_chinese_closer))
        }),
        '。' | '！' | '？' | '；' | ';' if chinese => Some(closed(
            text,
            run(text, at, is_chinese_end),
            is_chinese_closer,
        )),
        '…' => {
            let end = run(text, at, |c| c == '…');
            if !chinese {
                return Some(end);
            }
            let next = text[end..].chars().next();
            next.is_none_or(|c| matches!(c, '\n' | '”' | '」' | '』'))
                .then(|| closed(text, end, is_chinese_closer))
        }
        _ => None,
    }
}

/// Points and closing marks with white space or the end behind them.
fn western(text: &str, at: usize) -> Option<usize> {
    let end = run(text, at, |c| matches!(c, '.' | '!' | '?'));
    let end = closed(text, end, |c| {
        matches!(c, '"' | '\'' | '”' | '’' | ')' | ']')
    });
    let next = text[end..].chars().next();
    next.is_none_or(char::is_whitespace).then_some(end)
}

const fn is_chinese_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '!' | '?' | ';')
}

const fn is_chinese_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '"' | '）' | ')')
}

fn run(text: &str, at: usize, accept: impl Fn(char) -> bool) -> usize {
    text[at..]
        .find(|c| !accept(c))
        .map_or(text.len(), |length| at + length)
}

fn closed(text: &str, at: usize, closer: impl Fn(char) -> bool) -> usize {
    run(text, at, closer)
}

fn ends_in_abbreviation(piece: &str) -> bool {
    let Some(stem) = piece.strip_suffix('.') else {
        return false;
    };
    let from = stem.len().saturating_sub(8);
    let from = (from..=stem.len())
        .find(|&at| stem.is_char_boundary(at))
        .unwrap_or(stem.len());
    let tail = stem[from..].to_lowercase();
    ABBREVIATIONS.iter().any(|abbreviation| {
        tail.strip_suffix(abbreviation)
            .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// Adds a piece without its white space; a lone list number is glued to what follows it.
fn push(text: &str, range: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let trimmed = piece.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = range.start + (piece.len() - piece.trim_start().len());
    let new = start..start + trimmed.len();
    match pieces.last_mut() {
        Some(last) if is_list_number(&text[last.clone()]) => last.end = new.end,
        _ => pieces.push(new),
    }
}

fn is_list_number(piece: &str) -> bool {
    piece.strip_suffix(['.', ')']).is_some_and(|digits| {
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '(')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> = split(&text).into_iter().map(|r| &text[r]).collect();
        let expected: Vec<&str> = marked
            .split('|')
            .map(str::trim)
            .filter(|s| !s.is_empty())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn english_ends() {
        check(
            "We met Dr. Lee at 5 p.m. sharp.| It cost 3.5 million!| \"Really?\"| Yes…| and then\n|a line",
        );
        check("1. We planned.| 2. We missed.");
        check("Mr. Smith said no. 5 was late.");
    }

    #[test]
    fn chinese_ends() {
        check("我们上线了。|客户问：“好了吗？”|没有……考试没过；|后来改了!|版本 v4.0 好了");
        check("第一行\n|第二行……\n|第三行。");
    }
}
