//! Two takes side by side: which edit cleared which finding, which beats stayed, how much of the
//! wording moved. Knows two texts and their reports; no words of its own, no drawing.

mod worked;

use std::collections::BTreeMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};
use unicode_segmentation::UnicodeSegmentation;

use super::history::Attempt;
use crate::engine::{Beat, Finding, Kind, Report, Span};

pub use worked::{Way, Worked, worked};

/// A take with what the engine says about it.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The answer.
    pub text: &'a str,
    /// Its report.
    pub report: &'a Report,
}

/// What became of one take in another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Where the wording differs, in order.
    pub edits: Vec<Edit>,
    /// How much of the wording moved, 0 to 100.
    pub moved: usize,
    /// Problems of the earlier take that the later one does not have.
    pub cleared: Vec<Cleared>,
    /// Problems that only the later take has, by their places among its findings.
    pub raised: Vec<usize>,
    /// The beats that at least one of them tells, in order.
    pub beats: Vec<(Beat, Fate)>,
}

/// One place where the wording differs; one of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the earlier text.
    pub before: Range<usize>,
    /// Bytes of the later text.
    pub after: Range<usize>,
}

/// A problem that went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// Its place among the findings of the earlier take.
    pub finding: usize,
    /// The edit that it went with; `None` where no single one did it.
    pub by: Option<usize>,
}

/// What became of a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Both tell it.
    Stayed,
    /// Only the later one does.
    New,
    /// Only the earlier one does.
    LeftOut,
}

/// The attempt to set beside `id`: the one that it was edited from, else the first of its prompt;
/// beside that one, the newest.
pub fn partner<'a>(attempts: &'a [Attempt], id: &str) -> Option<&'a Attempt> {
    let this = attempts.iter().find(|attempt| attempt.id == id)?;
    let parent = attempts
        .iter()
        .find(|other| this.parent.as_ref() == Some(&other.id));
    let same = |other: &&Attempt| other.prompt == this.prompt;
    let first = attempts.iter().find(same);
    let newest = attempts.iter().rev().find(same);
    let others = [parent, first, newest].into_iter().flatten();
    others.into_iter().find(|other| other.id != this.id)
}

/// The attempt that `id` follows: the one that it was edited from, else the latest marked one before it
/// of the same prompt or the same story.
pub fn earlier<'a>(attempts: &'a [Attempt], id: &str) -> Option<&'a Attempt> {
    let this = attempts.iter().find(|attempt| attempt.id == id)?;
    let parent = attempts
        .iter()
        .find(|other| this.parent.as_ref() == Some(&other.id));
    let same = |other: &&Attempt| {
        let story = this.story.is_some() && other.story == this.story;
        other.is_marked() && (story || other.prompt == this.prompt)
    };
    let mut before = attempts.iter().rev().filter(|other| other.id < this.id);
    parent.or_else(|| before.find(same))
}

/// Compares an earlier take with a later one. Findings are compared where both have marks.
pub fn compare(earlier: Side<'_>, later: Side<'_>) -> Comparison {
    let (before, after) = (tokens(earlier.text), tokens(later.text));
    let hunks = hunks(earlier.text, &before, later.text, &after);
    let edits = hunks.iter().map(|hunk| Edit {
        before: bytes(&before, &hunk.before),
        after: bytes(&after, &hunk.after),
    });
    let marked = earlier.report.marked() && later.report.marked();
    let (mut cleared, mut raised) = (Vec::new(), Vec::new());
    if marked {
        let there = Places::new(later.report, &after);
        for (finding, found) in problems(earlier.report) {
            let place = within(&before, found.span);
            if !there.hold(found.kind, &image(&hunks, &place)) {
                let by = edit_at(earlier.report, &before, &hunks, found);
                cleared.push(Cleared { finding, by });
            }
        }
        let back: Vec<Hunk> = hunks.iter().map(Hunk::turned).collect();
        let there = Places::new(earlier.report, &before);
        for (finding, found) in problems(later.report) {
            if !there.hold(found.kind, &image(&back, &within(&after, found.span))) {
                raised.push(finding);
            }
        }
    }
    Comparison {
        edits: edits.collect(),
        moved: moved(earlier.text, &before, later.text, &after, &hunks),
        cleared,
        raised,
        beats: beats(earlier.report, later.report),
    }
}

/// An edit in tokens.
#[derive(Clone, Debug)]
struct Hunk {
    before: Range<usize>,
    after: Range<usize>,
}

impl Hunk {
    fn turned(&self) -> Self {
        Self {
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// Words, 字 and marks, as bytes.
fn tokens(text: &str) -> Vec<Range<usize>> {
    text.split_word_bound_indices()
        .filter(|(_, piece)| !piece.trim().is_empty())
        .map(|(at, piece)| at..at + piece.len())
        .collect()
}

fn hunks(earlier: &str, before: &[Range<usize>], later: &str, after: &[Range<usize>]) -> Vec<Hunk> {
    let mut input = InternedInput::default();
    input.update_before(before.iter().map(|token| &earlier[token.clone()]));
    input.update_after(after.iter().map(|token| &later[token.clone()]));
    let mut diff = Diff::compute(Algorithm::Myers, &input);
    diff.postprocess_no_heuristic(&input);
    let wide = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks()
        .map(|hunk| Hunk {
            before: wide(hunk.before),
            after: wide(hunk.after),
        })
        .collect()
}

/// The bytes that a run of tokens covers; between two tokens where it is empty.
fn bytes(tokens: &[Range<usize>], run: &Range<usize>) -> Range<usize> {
    let end = run.end.checked_sub(1).map_or(0, |last| tokens[last].end);
    if run.is_empty() {
        return end..end;
    }
    tokens[run.start].start..end
}

/// The tokens that a span touches.
fn within(tokens: &[Range<usize>], span: Span) -> Range<usize> {
    let first = tokens.partition_point(|token| token.end <= span.start());
    first..tokens.partition_point(|token| token.start < span.end())
}

/// Where a run of tokens went; what an edit touched went with the whole of it.
fn image(hunks: &[Hunk], run: &Range<usize>) -> Range<usize> {
    let start = match hunks.partition_point(|hunk| hunk.before.start <= run.start) {
        0 => run.start,
        next => {
            let hunk = &hunks[next - 1];
            match run.start.checked_sub(hunk.before.end) {
                Some(behind) => hunk.after.end + behind,
                None => hunk.after.start,
            }
        }
    };
    let end = match hunks.partition_point(|hunk| hunk.before.start < run.end) {
        0 => run.end,
        next => {
            let hunk = &hunks[next - 1];
            hunk.after.end + run.end.saturating_sub(hunk.before.end)
        }
    };
    start..end.max(start)
}

/// Where the findings of each kind stand, as tokens.
struct Places(BTreeMap<Kind, Vec<Range<usize>>>);

impl Places {
    fn new(report: &Report, tokens: &[Range<usize>]) -> Self {
        let mut places: BTreeMap<Kind, Vec<Range<usize>>> = BTreeMap::new();
        for finding in &report.findings {
            let place = within(tokens, finding.span);
            places.entry(finding.kind).or_default().push(place);
        }
        Self(places)
    }

    /// Whether one of this kind overlaps this run; two of one kind never overlap each other.
    fn hold(&self, kind: Kind, run: &Range<usize>) -> bool {
        let places = self.0.get(&kind).map_or(&[][..], Vec::as_slice);
        let next = places.partition_point(|place| place.end <= run.start);
        places.get(next).is_some_and(|place| place.start < run.end)
    }
}

fn problems(report: &Report) -> impl Iterator<Item = (usize, &Finding)> {
    let findings = report.findings.iter().enumerate();
    findings.filter(|(_, finding)| finding.kind.is_problem())
}

/// The edit that a finding went with: one that touches it, else one in its sentence. The length of
/// a miss is the work of all of them.
fn edit_at(
    report: &Report,
    tokens: &[Range<usize>],
    hunks: &[Hunk],
    finding: &Finding,
) -> Option<usize> {
    if finding.kind == Kind::LongSetback {
        return None;
    }
    let sentence = report
        .sentences
        .iter()
        .find(|sentence| sentence.span.overlaps(finding.span));
    let spans = [Some(finding.span), sentence.map(|sentence| sentence.span)];
    spans.into_iter().flatten().find_map(|span| {
        let run = within(tokens, span);
        let first = hunks.partition_point(|hunk| hunk.before.end <= run.start);
        let touches = |hunk: &&Hunk| hunk.before.start < run.end;
        hunks.get(first).filter(touches).map(|_| first)
    })
}

/// The share of words and 字 that only one of the two has.
fn moved(
    earlier: &str,
    before: &[Range<usize>],
    later: &str,
    after: &[Range<usize>],
    hunks: &[Hunk],
) -> usize {
    let words = |text: &str, tokens: &[Range<usize>]| {
        let is_word =
            |token: &&Range<usize>| text[(*token).clone()].contains(char::is_alphanumeric);
        tokens.iter().filter(is_word).count()
    };
    let changed: usize = hunks
        .iter()
        .map(|hunk| {
            words(earlier, &before[hunk.before.clone()]) + words(later, &after[hunk.after.clone()])
        })
        .sum();
    changed * 100 / (words(earlier, before) + words(later, after)).max(1)
}

fn beats(earlier: &Report, later: &Report) -> Vec<(Beat, Fate)> {
    let fate = |beat: &Beat| match (earlier.beats.contains(beat), later.beats.contains(beat)) {
        (true, true) => Some(Fate::Stayed),
        (false, true) => Some(Fate::New),
        (true, false) => Some(Fate::LeftOut),
        (false, false) => None,
    };
    let told = Beat::ALL.into_iter();
    told.filter_map(|beat| Some((beat, fate(&beat)?))).collect()
}

#[cfg(test)]
mod tests;
