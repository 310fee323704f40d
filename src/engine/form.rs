//! The little language of lexicon forms: `(a|b|)`, `..`, `~verb`, `#`. Turns a form into the plain
//! phrases it stands for; knows nothing of texts.

/// What a phrase without alternatives is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words or characters next to each other.
    Text(String),
    /// Up to four words or eight characters of anything.
    Gap,
    /// A number in digits.
    Number,
}

/// All phrases that `form` stands for; empty when its brackets do not match.
pub(super) fn expand(form: &str) -> Vec<Vec<Piece>> {
    alternatives(form)
        .iter()
        .flat_map(|plain| inflections(plain))
        .map(|plain| pieces(&plain))
        .filter(|pieces| !pieces.is_empty())
        .collect()
}

/// Replaces each `(a|b|)` by each of its sides.
fn alternatives(form: &str) -> Vec<String> {
    let Some(open) = form.find('(') else {
        return vec![form.to_owned()];
    };
    let Some(close) = matching(form, open) else {
        return Vec::new();
    };
    let tails = alternatives(&form[close + 1..]);
    let mut all = Vec::new();
    for side in sides(&form[open + 1..close]) {
        for head in alternatives(side) {
            for tail in &tails {
                all.push(format!("{}{head}{tail}", &form[..open]));
            }
        }
    }
    all
}

fn matching(form: &str, open: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in form[open..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(open + at);
        }
    }
    None
}

/// The sides of `a|b(c|d)|`, split at the outer bars only.
fn sides(inner: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut start = 0;
    let mut sides = Vec::new();
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '|' if depth == 0 => {
                sides.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    sides.push(&inner[start..]);
    sides
}

/// Replaces the first `~verb` by each of its regular forms.
fn inflections(plain: &str) -> Vec<String> {
    let Some(at) = plain.find('~') else {
        return vec![plain.to_owned()];
    };
    let rest = &plain[at + 1..];
    let end = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    let (verb, tail) = rest.split_at(end);
    conjugate(verb)
        .into_iter()
        .map(|verb| format!("{}{verb}{tail}", &plain[..at]))
        .flat_map(|plain| inflections(&plain))
        .collect()
}

/// assume, assumes, assumed, assuming; try, tries, tried, trying; miss, misses, missed, missing.
fn conjugate(verb: &str) -> [String; 4] {
    let stem = &verb[..verb.len().saturating_sub(1)];
    let before_last = stem.chars().next_back().unwrap_or(' ');
    let vowel = "aeiou".contains(before_last);
    if verb.ends_with('e') {
        let ing = if verb.ends_with("ee") { verb } else { stem };
        return [
            verb.into(),
            format!("{verb}s"),
            format!("{verb}d"),
            format!("{ing}ing"),
        ];
    }
    if verb.ends_with('y') && !vowel {
        return [
            verb.into(),
            format!("{stem}ies"),
            format!("{stem}ied"),
            format!("{verb}ing"),
        ];
    }
    let hisses = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| verb.ends_with(end));
    let s = if hisses { "es" } else { "s" };
    [
        verb.into(),
        format!("{verb}{s}"),
        format!("{verb}ed"),
        format!("{verb}ing"),
    ]
}

/// Cuts at `..` and `#`.
fn pieces(plain: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = plain;
    while let Some(at) = rest.find("..").into_iter().chain(rest.find('#')).min() {
        push_text(&rest[..at], &mut pieces);
        let number = rest[at..].starts_with('#');
        pieces.push(if number { Piece::Number } else { Piece::Gap });
        rest = &rest[at + if number { 1 } else { 2 }..];
    }
    push_text(rest, &mut pieces);
    pieces
}

fn push_text(text: &str, pieces: &mut Vec<Piece>) {
    if !text.trim().is_empty() {
        pieces.push(Piece::Text(text.trim().to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: &str, expected: &[&str]) {
        let shown: Vec<String> = expand(form)
            .iter()
            .map(|pieces| {
                let words: Vec<&str> = pieces
                    .iter()
                    .map(|piece| match piece {
                        Piece::Text(text) => text.as_str(),
                        Piece::Gap => "..",
                        Piece::Number => "#",
                    })
                    .collect();
                words.join(" ")
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn forms_expand() {
        check("failure(s|)", &["failures", "failure"]);
        check("(a|b(c|)) d", &["a d", "bc d", "b d"]);
        check(
            "~assume that",
            &[
                "assume that",
                "assumes that",
                "assumed that",
                "assuming that",
            ],
        );
        check("~try", &["try", "tries", "tried", "trying"]);
        check("~miss", &["miss", "misses", "missed", "missing"]);
        check("cost us .. #%", &["cost us .. # %"]);
        check("没..考虑", &["没 .. 考虑"]);
        check("broken(", &[]);
    }
}
