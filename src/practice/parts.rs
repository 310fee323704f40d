//! An answer in three parts: background, miss, fix. Knows sentences and roles; no drawing.

use crate::engine::{Report, Role, Sentence};

/// The three parts of the turn bar, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Before the first setback.
    pub background: Part,
    /// From there to the turn.
    pub miss: Part,
    /// From the turn on; empty without a turn.
    pub fix: Part,
}

/// One part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Words (字).
    pub words: usize,
    /// Of the whole answer, 0 to 100; the three add up to 100.
    pub percent: usize,
    /// Speaking seconds.
    pub seconds: u32,
}

impl Parts {
    /// The parts of a report; `None` when nothing in it went wrong, so that there is no miss.
    pub fn of(report: &Report) -> Option<Self> {
        let sentences = &report.sentences;
        let first = sentences.iter().find(|one| one.role == Role::Setback)?;
        let miss_at = first.span.start();
        let fix_at = report.turn.unwrap_or(usize::MAX).max(miss_at);
        let words = |from: usize, to: usize| -> usize {
            let inside = |one: &&Sentence| (from..to).contains(&one.span.start());
            sentences.iter().filter(inside).map(|one| one.words).sum()
        };
        let [before, miss, fix] = [
            words(0, miss_at),
            words(miss_at, fix_at),
            words(fix_at, usize::MAX),
        ];
        let all = (before + miss + fix).max(1);
        let until = [before, before + miss, before + miss + fix];
        let percent = until.map(|words| words * 100 / all);
        let total = usize::try_from(report.speaking_seconds).unwrap_or(usize::MAX);
        let seconds = until.map(|words| u32::try_from(words * total / all).unwrap_or(u32::MAX));
        let part = |words, index: usize| Part {
            words,
            percent: percent[index] - index.checked_sub(1).map_or(0, |before| percent[before]),
            seconds: seconds[index] - index.checked_sub(1).map_or(0, |before| seconds[before]),
        };
        Some(Self {
            background: part(before, 0),
            miss: part(miss, 1),
            fix: part(fix, 2),
        })
    }

    /// How many of `cells` each part takes; a part that is there takes at least one.
    pub fn cells(&self, cells: usize) -> [usize; 3] {
        let parts = [self.background, self.miss, self.fix];
        let mut taken = parts.map(|part| match part.words {
            0 => 0,
            _ => (part.percent * cells / 100).max(1),
        });
        let widest = (0..3).max_by_key(|i| parts[*i].words).unwrap_or(0);
        let others: usize = taken.iter().sum::<usize>() - taken[widest];
        taken[widest] = cells.saturating_sub(others);
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Span;

    fn report(roles: &[(Role, usize)], turn: Option<usize>) -> Report {
        let text = "x".repeat(roles.len());
        let sentence = |(at, (role, words)): (usize, &(Role, usize))| Sentence {
            span: Span::new(&text, at..at + 1),
            role: *role,
            words: *words,
        };
        let mut report = empty();
        report.sentences = roles.iter().enumerate().map(sentence).collect();
        report.turn = turn;
        report.speaking_seconds = 60;
        report
    }

    fn empty() -> Report {
        Report {
            lang: None,
            reason: None,
            words: 0,
            speaking_seconds: 0,
            turn: None,
            turn_seconds: None,
            share: 0.0,
            beats: Vec::new(),
            early: Vec::new(),
            missing: Vec::new(),
            sentences: Vec::new(),
            findings: Vec::new(),
            verdicts: None,
            next: None,
        }
    }

    #[test]
    fn the_parts_meet_at_the_first_setback_and_at_the_turn() {
        use Role::{Event, Gain, Lesson, Setback};
        let told = report(
            &[
                (Event, 20),
                (Setback, 30),
                (Event, 10),
                (Lesson, 30),
                (Gain, 10),
            ],
            Some(3),
        );
        let parts = Parts::of(&told).unwrap();
        let figures = [parts.background, parts.miss, parts.fix]
            .map(|part| (part.words, part.percent, part.seconds));
        assert_eq!(figures, [(20, 20, 12), (40, 40, 24), (40, 40, 24)]);
        assert_eq!(parts.cells(50), [10, 20, 20]);
    }

    #[test]
    fn without_a_turn_there_is_no_fix_and_without_a_setback_no_bar() {
        let parts = Parts::of(&report(&[(Role::Setback, 9), (Role::Other, 1)], None)).unwrap();
        assert_eq!((parts.miss.percent, parts.fix.percent), (100, 0));
        assert_eq!(parts.cells(7), [0, 7, 0]);
        assert_eq!(Parts::of(&report(&[(Role::Event, 9)], None)), None);
    }

    #[test]
    fn a_small_part_still_has_a_cell() {
        let parts = Parts::of(&report(&[(Role::Event, 1), (Role::Setback, 99)], None)).unwrap();
        assert_eq!(parts.cells(10), [1, 9, 0]);
        assert_eq!(parts.cells(0).iter().sum::<usize>(), 1);
    }
}
