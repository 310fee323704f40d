//! Which of the eight tips are asked about, and what of a report belongs to them.

use crate::engine::{Beat, Report, Tip};

/// Some of the eight tips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen([bool; 8]);

impl Default for Chosen {
    fn default() -> Self {
        Self([true; 8])
    }
}

impl Chosen {
    /// These tips; all eight where none is named.
    pub fn of(tips: &[Tip]) -> Self {
        if tips.is_empty() {
            return Self::default();
        }
        Self(Tip::ALL.map(|tip| tips.contains(&tip)))
    }

    /// Whether `tip` is asked about.
    pub const fn has(self, tip: Tip) -> bool {
        self.0[tip as usize]
    }

    /// Whether nothing is left out.
    pub fn is_all(self) -> bool {
        self == Self::default()
    }

    /// The chosen tips in order.
    pub fn tips(self) -> impl Iterator<Item = Tip> {
        Tip::ALL.into_iter().filter(move |tip| self.has(*tip))
    }

    /// The report without the findings, gaps and next change of other tips.
    #[must_use]
    pub fn narrow(self, report: &Report) -> Report {
        let mut report = report.clone();
        if !self.is_all() {
            let wanted = |beat: Beat| tip_of(beat).is_some_and(|tip| self.has(tip));
            report.findings.retain(|found| self.has(found.kind.tip()));
            report.missing.retain(|gap| wanted(gap.beat));
            report.early.retain(|beat| wanted(*beat));
            report.next = report.next.filter(|step| self.has(step.tip()));
        }
        report
    }
}

/// The tip that asks for a beat.
pub(super) const fn tip_of(beat: Beat) -> Option<Tip> {
    match beat {
        Beat::Lesson => Some(Tip::Learned),
        Beat::Measure => Some(Tip::Correction),
        Beat::Event | Beat::Setback => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::fixture;

    #[test]
    fn no_name_means_all_of_them() {
        assert!(Chosen::of(&[]).is_all() && Chosen::of(&Tip::ALL).is_all());
        let some: Vec<Tip> = Chosen::of(&[Tip::Defend, Tip::We]).tips().collect();
        assert_eq!(some, [Tip::We, Tip::Defend]);
        assert_eq!(
            Chosen::of(&[]).narrow(&fixture::english()),
            fixture::english()
        );
    }

    #[test]
    fn what_belongs_to_other_tips_is_left_out() {
        let we = Chosen::of(&[Tip::We]).narrow(&fixture::english());
        assert!(we.findings.iter().all(|found| found.kind.tip() == Tip::We));
        assert_eq!((we.findings.len(), we.missing.len(), we.next), (1, 0, None));
        let measure = Chosen::of(&[Tip::Correction]).narrow(&fixture::english());
        assert_eq!(measure.missing, fixture::english().missing);
        assert_eq!(measure.next, fixture::english().next);
    }
}
