//! What does not count in the answer: silencing a finding with a reason, letting a tip rest. Knows
//! what is asked of the keys; what is recorded of it is the app's care.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Review;
use crate::content::words::{counted, fill};
use crate::engine::{Report, Tip};
use crate::practice::event::Silence;
use crate::practice::silence::{Silenced, Target};
use crate::tui::action::Action;
use crate::tui::screen::Look;
use crate::tui::widget::{field, text};

/// Characters of a reason at most.
const LONGEST_REASON: usize = 500;

/// What the answer says and what of that counts.
#[derive(Debug)]
pub(crate) struct Quiet {
    /// The report before anything was left out of it.
    whole: Report,
    silenced: Silenced,
    /// The reason, while it is typed.
    pub(super) reason: Option<String>,
}

impl Quiet {
    /// Everything counts.
    pub(super) fn new(whole: Report) -> Self {
        Self {
            whole,
            silenced: Silenced::default(),
            reason: None,
        }
    }
}

impl Review {
    /// Leaves out what was silenced earlier.
    pub(crate) fn leave_out(&mut self, silenced: Silenced) {
        self.quiet.silenced = silenced;
        self.report = self.quiet.silenced.applied(&self.quiet.whole);
    }

    /// Takes a new reading of the same answer; what was left out stays so.
    pub(crate) fn read_anew(&mut self, whole: Report) {
        self.quiet.whole = whole;
        let silenced = std::mem::take(&mut self.quiet.silenced);
        self.leave_out(silenced);
    }

    /// One more silence is on disk.
    pub(crate) fn take_in(&mut self, event: &Silence) {
        let mut silenced = std::mem::take(&mut self.quiet.silenced);
        silenced.take_in(event);
        self.leave_out(silenced);
    }

    /// Whether a reason is being typed.
    pub(crate) fn asks_why(&self) -> bool {
        self.quiet.reason.is_some()
    }

    /// Silences the finding in focus once a reason is given, or lets it count again: what is to be
    /// recorded at once.
    pub(crate) fn silence(&mut self, look: &Look) -> Option<(Target, Option<String>)> {
        let Some(target) = self.problem() else {
            self.notice = Some(look.words.review.no_silence.clone());
            return None;
        };
        if self.quiet.silenced.reason(target).is_some() {
            return Some((target, None));
        }
        self.quiet.reason = Some(String::new());
        None
    }

    /// Lets tip 4 rest, or no longer: what was told was done alone.
    pub(crate) fn alone(&mut self, look: &Look) -> Option<(Target, Option<String>)> {
        let words = &look.words.review;
        if self.focus != Some(Tip::We) {
            self.notice = Some(words.only_we.clone());
            return None;
        }
        let target = Target::Tip(Tip::We);
        let rests = self.quiet.silenced.reason(target).is_some();
        Some((target, (!rests).then(|| words.alone.clone())))
    }

    /// The reason is given: what is to be recorded, if it says anything.
    pub(crate) fn reason_given(&mut self) -> Option<(Target, Option<String>)> {
        let reason = self.quiet.reason.take()?;
        let reason = reason.trim();
        let target = self.problem()?;
        (!reason.is_empty()).then(|| (target, Some(reason.to_owned())))
    }

    /// What a key does to the reason.
    pub(crate) fn edit_reason(&mut self, action: Action) {
        match (&mut self.quiet.reason, action) {
            (_, Action::Back) => self.quiet.reason = None,
            (Some(reason), Action::Backspace) => {
                reason.pop();
            }
            (Some(_), Action::Insert(c)) => self.type_in(c.encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    /// Adds one line to the reason, as much as there is room for.
    pub(crate) fn type_in(&mut self, line: &str) {
        if let Some(reason) = &mut self.quiet.reason {
            let room = LONGEST_REASON.saturating_sub(reason.chars().count());
            reason.extend(line.chars().filter(|c| !c.is_control()).take(room));
        }
    }

    /// Why this does not count.
    pub(super) fn why_not(&self, target: impl Into<Target>) -> Option<&str> {
        self.quiet.silenced.reason(target)
    }

    /// How much of the answer does not count, in words.
    pub(super) fn left_out(&self, look: &Look) -> Option<String> {
        let count = &look.words.count;
        match self.quiet.silenced.count(&self.report) {
            0 => self
                .why_not(Target::Tip(Tip::We))
                .map(|_| look.words.review.rests.clone()),
            silenced => Some(counted(silenced, &count.silenced, &count.silenceds)),
        }
    }

    /// The reason as it is typed, and where the caret stands.
    pub(super) fn draw_reason(
        &self,
        look: &Look,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let reason = self.quiet.reason.as_ref()?;
        let asked = fill(&look.words.review.why, &[""]);
        let area = text::bottom(area, 1);
        let blank = " ".repeat(area.width.into());
        text::row(buf, area, &[(&blank, look.theme.text)]);
        let style = look.theme.accent;
        Some(field::draw_behind(&asked, reason, style, area, buf))
    }

    /// The problem in focus.
    fn problem(&self) -> Option<Target> {
        let finding = *self.focused().get(self.nth)?;
        finding.kind.is_problem().then(|| finding.into())
    }
}
