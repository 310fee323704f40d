//! Boxes to tick, drawn and ticked in whatever way, with the number or letter behind them. Knows one
//! text; knows nothing of what a box stands for.

/// A box with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    /// The byte that it begins at.
    pub(super) at: usize,
    /// `1` to `8`, `A` or `B`.
    pub(super) label: char,
    pub(super) state: State,
    /// Whether a tick stands before the box or at the end of its words instead of inside.
    pub(super) beside: bool,
}

/// What stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    Empty,
    Ticked,
    /// Something that is neither.
    Unclear(String),
}

/// Signs that are ticks wherever they stand.
const TICKS: &str = "✓✔√☑☒✅";

/// Signs that are boxes by themselves.
const EMPTY: &str = "☐□▢◻";

/// What may stand in a ticked box besides, and alone before one.
const MARKS: [&str; 16] = [
    "x", "xx", "xxx", "×", "v", "y", "yes", "o", "+", "*", "●", "ok", "对", "是", "勾", "有",
];

/// What may stand in an empty one.
const BLANKS: [&str; 7] = ["", "_", "__", ".", "-", "n", "否"];

/// Characters between brackets at most.
const INSIDE: usize = 6;

/// Every box of a text that has a label, in order.
pub(super) fn all(text: &str) -> Vec<Tick> {
    let mut boxes: Vec<Tick> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some((state, end)) = state(text, at, c) else {
            continue;
        };
        if let Some((label, slipped)) = label(&text[end..]) {
            boxes.push(Tick {
                at,
                label,
                state,
                beside: slipped || is_marked_before(&text[..at]),
            });
        }
    }
    let ends: Vec<usize> = boxes.iter().skip(1).map(|next| next.at).collect();
    for (at, one) in boxes.iter_mut().enumerate() {
        let end = ends.get(at).copied().unwrap_or(text.len());
        one.beside |= is_marked_behind(own(text, one.at, end));
    }
    boxes
}

/// What stands in the box that begins here, and where it ends.
fn state(text: &str, at: usize, c: char) -> Option<(State, usize)> {
    let after = at + c.len_utf8();
    match c {
        '[' => {
            let inside: String = text[after..].chars().take(INSIDE + 1).collect();
            let inside = &inside[..inside.find(']')?];
            Some((inner(inside)?, after + inside.len() + 1))
        }
        c if TICKS.contains(c) => Some((State::Ticked, after)),
        c if EMPTY.contains(c) => Some((State::Empty, after)),
        _ => None,
    }
}

fn inner(inside: &str) -> Option<State> {
    let plain: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.to_lowercase();
    if plain.contains(|c| TICKS.contains(c)) || MARKS.contains(&plain.as_str()) {
        return Some(State::Ticked);
    }
    if BLANKS.contains(&plain.as_str()) || plain.chars().all(|c| EMPTY.contains(c)) {
        return Some(State::Empty);
    }
    // Brackets in brackets are no box.
    (!plain.contains('[')).then(|| State::Unclear(inside.trim().to_owned()))
}

/// The number or letter behind a box, where it stands by itself, and whether a tick slipped between
/// the two.
fn label(rest: &str) -> Option<(char, bool)> {
    let between = |c: char| c.is_whitespace() || "-*\\".contains(c);
    let is_tick = |c: char| TICKS.contains(c) || matches!(c, 'x' | 'X' | '×');
    let begun = rest.trim_start_matches(between);
    let rest = begun.trim_start_matches(is_tick);
    let slipped = rest.len() < begun.len();
    let rest = rest.trim_start_matches(between);
    let mut chars = rest.chars();
    let label = chars.next()?.to_ascii_uppercase();
    let known = matches!(label, '1'..='8' | 'A' | 'B');
    let apart = chars
        .next()
        .is_some_and(|next| !next.is_ascii_alphanumeric());
    (known && apart).then_some((label, slipped))
}

/// Whether the line up to here is a tick and nothing else.
fn is_marked_before(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let alone = line.trim_matches(|c: char| c.is_whitespace() || "-*.".contains(c));
    let alone = alone.to_lowercase();
    let ticks = alone.chars().all(|c| TICKS.contains(c));
    !alone.is_empty() && (ticks || MARKS.contains(&alone.as_str()))
}

/// What belongs to a box: a tick alone before the next one is the next one's.
fn own(text: &str, at: usize, end: usize) -> &str {
    let words = &text[at..end];
    if is_marked_before(&text[..end]) {
        return words.rsplit_once('\n').map_or(words, |(own, _)| own);
    }
    words
}

/// Whether the words behind a box, to the end of their paragraph, end in a tick.
fn is_marked_behind(words: &str) -> bool {
    let paragraph = words.split("\n\n").next().unwrap_or_default();
    let item = paragraph.trim_end_matches(|c: char| c.is_whitespace() || "-*".contains(c));
    let last = item.split_whitespace().next_back().unwrap_or_default();
    let ends = item.chars().next_back().is_some_and(|c| TICKS.contains(c));
    ends || last.eq_ignore_ascii_case("x")
}
