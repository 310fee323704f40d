//! What the finding in focus is, why it matters and what to say in its place; and the one next
//! change.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Review;
use super::marks::digit;
use crate::content::library::RemarkText;
use crate::content::words::fill;
use crate::engine::{Detail, Finding, Kind, Span, Tip, Verdict};
use crate::export::clean::clean_line;
use crate::practice::change::change;
use crate::practice::silence::Target;
use crate::practice::take;
use crate::tui::action::Action;
use crate::tui::keymap;
use crate::tui::say;
use crate::tui::screen::{Look, Rows};
use crate::tui::widget::text;
use crate::wrap;

/// Stands before what explains the line above.
const INDENT: &str = "  ";

impl Review {
    /// The finding in focus; without focus, today's goal and how to go on.
    pub(super) fn draw_detail(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let Some(tip) = self.focus else {
            return self.draw_outcome(look, area, buf);
        };
        let theme = &look.theme;
        let mut rows = Rows { buf, left: area };
        let title = say::tip(look.library, tip).map_or("", |text| text.title.get(look.lang));
        let number = digit(tip).map(String::from).unwrap_or_default();
        let findings = self.focused();
        let count = match findings.len() {
            0 => String::new(),
            of => {
                let nth = (self.nth + 1).to_string();
                fill(&look.words.review.nth, &[&nth, &of.to_string()])
            }
        };
        let told = match findings.get(self.nth) {
            Some(finding) => self.told(look, finding),
            None => self.nothing_told(look, tip),
        };
        let told = match self.heard.sheets {
            0 => told,
            of => {
                let ticks = self.heard.ticks(tip).to_string();
                let heard = fill(&look.words.feedback.tip, &[&ticks, &of.to_string()]);
                format!("{heard}{}{told}", look.words.review.space)
            }
        };
        // The tip is lit anyway: its title gives way to a text that needs the row.
        if text::height(&told, area.width) < area.height {
            rows.row(&[
                (&number, theme.accent),
                (" ", theme.text),
                (title, theme.strong),
                ("   ", theme.text),
                (&count, theme.dim),
            ]);
        }
        let most = rows.left.height;
        rows.paragraph(&told, theme.text, most);
    }

    /// What the take made of its goal, what people say, what is worth a word of its own.
    fn draw_outcome(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let mut rows = Rows { buf, left: area };
        if let Some((shape, line)) = self.goal_line(look) {
            let most = area.height.min(2);
            rows.paragraph(&format!("{shape} {line}"), theme.text, most);
        }
        if let Some((earlier, worked)) = &self.before {
            let texts = [earlier, &self.record.answer].map(String::as_str);
            let said = say::then_now(look.words, *worked, texts);
            let line = said.join(say::DOT);
            let fits = wrap::width(&line) + INDENT.len() <= area.width.into();
            let lines = if fits { vec![line] } else { said.into() };
            for line in lines {
                rows.row(&[(INDENT, theme.text), (&clean_line(&line), theme.dim)]);
            }
        }
        if !self.heard.is_empty() {
            rows.paragraph(&say::listeners(look.words, &self.heard), theme.text, 2);
            for said in &self.heard.words {
                rows.paragraph(said, theme.dim, 2);
            }
        }
        if let Some((remark, _)) = self.remarks.first() {
            let told = say::remark(look.words, look.lang, remark);
            let most = rows.left.height.saturating_sub(1);
            rows.paragraph(&told, theme.text, most);
        }
        rows.paragraph(&look.words.review.choose, theme.dim, 1);
    }

    /// The one next change, last of all.
    /// Returns the rows that it takes.
    pub(super) fn draw_next(&self, look: &Look, area: Rect, buf: &mut Buffer) -> u16 {
        let words = &look.words.review;
        let next = match change(&self.report, &self.offers) {
            Some(change) => {
                let said = say::change(look.words, &self.record.answer, &change);
                fill(&words.next, &[&said])
            }
            None => words.next_none.clone(),
        };
        let height = text::height(&next, area.width).min(area.height);
        let mut rows = Rows {
            buf,
            left: text::bottom(area, height),
        };
        let first = rows.left;
        rows.paragraph(&next, look.theme.text, height);
        // The name of the line stands out, not the whole line.
        let name = words.next.split("{}").next().unwrap_or_default();
        if next.starts_with(name) {
            text::row(rows.buf, first, &[(name.trim_end(), look.theme.accent)]);
        }
        height
    }

    /// Whether today's goal was reached, and what shows it.
    fn goal_line(&self, look: &Look) -> Option<(&'static str, String)> {
        let goal = self.record.goal?;
        let (words, report) = (look.words, &self.report);
        let told = match self.before {
            Some(_) => say::outcome(words, report, goal)?,
            None => say::outcome_quoted(words, &self.record.answer, report, goal)?,
        };
        let reached = take::reached(goal, &self.report)?;
        let shape = if reached { "✓" } else { "◦" };
        Some((shape, told))
    }

    /// A finding in words: its name (the mark shows the rest), why it matters, what to say, what to do.
    fn told(&self, look: &Look, finding: &Finding) -> String {
        let words = &look.words.review;
        if let Some(reason) = self.why_not(finding) {
            return fill(
                &words.silenced,
                &[reason, &look.key(keymap::REVIEW, Action::Silence)],
            );
        }
        if let Some(reason) = self.why_not(Target::Tip(finding.kind.tip())) {
            return fill(
                &words.rests_here,
                &[reason, &look.key(keymap::REVIEW, Action::Alone)],
            );
        }
        let side = if finding.kind.is_problem() {
            &words.problem
        } else {
            &words.strength
        };
        if let Some(remark) = self.remark_on(finding) {
            return say::remark(look.words, look.lang, remark);
        }
        let Some(text) = say::kind(look.library, finding.kind) else {
            return String::new();
        };
        let name = text.name.get(look.lang);
        let mut told = vec![fill(&words.kind, &[side, name])];
        told.push(text.why.get(look.lang).clone());
        let facts = self.facts_of(look, finding);
        // Other words to say are advice enough.
        if facts.is_none() || finding.kind == Kind::LongSetback {
            told.push(text.advice.get(look.lang).clone());
        }
        told.extend(facts);
        told.extend(text.question.as_ref().map(|ask| ask.get(look.lang).clone()));
        told.join(&words.space)
    }

    /// The remark that begins where a finding is.
    fn remark_on(&self, finding: &Finding) -> Option<&'static RemarkText> {
        let on = |(_, span): &&(_, Span)| span.overlaps(finding.span);
        let own = self
            .remarks
            .iter()
            .filter(|(text, _)| text.tip == finding.kind.tip());
        own.filter(on).map(|(text, _)| *text).next()
    }

    /// A tip without findings: a remark, or a question where nothing of it is seen, or why it is
    /// there at all.
    fn nothing_told(&self, look: &Look, tip: Tip) -> String {
        let words = &look.words.review;
        let mut remarks = self.remarks.iter().filter(|(text, _)| text.tip == tip);
        if let Some((remark, _)) = remarks.next() {
            return say::remark(look.words, look.lang, remark);
        }
        let Some(text) = say::tip(look.library, tip) else {
            return words.no_marks.clone();
        };
        let (told, then) = match self.report.verdict(tip) {
            Some(Verdict::Kept) => (&words.no_marks, &text.why),
            _ => (&words.not_seen, &text.ask),
        };
        let mut told = vec![told.clone(), then.get(look.lang).clone()];
        told.extend(self.offered(look));
        told.join(&words.space)
    }

    /// The replacement, or the figure that belongs to the finding.
    fn facts_of(&self, look: &Look, finding: &Finding) -> Option<String> {
        let words = &look.words.review;
        if let Detail::Length { words: long, of } = &finding.detail {
            return Some(fill(&words.share, &[&long.to_string(), &of.to_string()]));
        }
        self.offered(look)
    }

    /// What can be put in, and by which key.
    fn offered(&self, look: &Look) -> Option<String> {
        let words = &look.words.review;
        let offer = self.offer()?;
        let answer = &self.record.answer;
        let said = offer.say.join(&words.or);
        let said = match offer.kind {
            Kind::GrowthWord => fill(&words.grow, &[&answer[offer.range.clone()], &said]),
            Kind::SoloBlame => fill(&words.instead_shared, &[&said]),
            _ => fill(&words.instead, &[&said]),
        };
        Some(
            said + &words.space
                + &fill(&words.apply, &[&look.key(keymap::REVIEW, Action::Rewrite)]),
        )
    }
}
