//! The top of a review: the prompt, what is known of the attempt, and what worked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Review, Saved};
use crate::content::words::fill;
use crate::engine::{Lang, RULES_VERSION, Tip, Verdict};
use crate::practice::clock::{Light, face};
use crate::practice::record::How;
use crate::practice::voice::Source;
use crate::tui::say::{self, DOT};
use crate::tui::screen::{Look, MEASURE, ROOMY};
use crate::tui::widget::text;
use crate::wrap;

impl Review {
    /// The prompt and the facts; what worked, or why the attempt is not saved.
    pub(super) fn draw_head(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        if area.height < 2 && self.tells() {
            return self.draw_worked(look, area, buf);
        }
        let facts = self.facts(look, area.width).join(DOT);
        let width = u16::try_from(wrap::width(&facts)).unwrap_or(area.width);
        let prompt = Rect {
            width: area.width.saturating_sub(width + 2),
            ..area
        };
        let asked = look.prompt(&self.record.prompt, &self.record.prompt_text);
        text::row(buf, prompt, &[(asked, look.theme.strong)]);
        text::row_right(buf, area, &[(&facts, look.theme.dim)]);
        let below = text::below(area, 1);
        if below.height > 0 {
            self.draw_worked(look, below, buf);
        }
    }

    /// Whether there is something to say that may not be missed, however little room there is.
    fn tells(&self) -> bool {
        self.notice.is_some() || matches!(self.saved, Saved::No(_))
    }

    /// From the least to the most important; narrow screens show the last ones.
    fn facts(&self, look: &Look, width: u16) -> Vec<String> {
        let (words, record) = (&look.words.review, &self.record);
        let mut facts = Vec::new();
        if width >= ROOMY {
            // By today's pace, whatever was known when it was saved.
            let spoken = self.report.speaking_seconds;
            let (shape, light) = say::light(&look.words.light, Light::at(spoken));
            if width > MEASURE {
                facts.push(say::amount(look.words, record.words));
            }
            let spoken = spoken_by(look, record.lang.unwrap_or_default(), spoken);
            facts.push(format!("{spoken} {shape} {light}"));
        }
        match record.how {
            How::Fresh => facts.extend(
                record
                    .take
                    .map(|take| fill(&words.take, &[&take.to_string()])),
            ),
            How::Edited => facts.push(words.edited.clone()),
            How::Pasted => facts.push(words.pasted.clone()),
        }
        match &self.saved {
            Saved::Saving => facts.push(words.saving.clone()),
            Saved::Yes => facts.push(words.saved.clone()),
            Saved::Beside => facts.push(words.saved_beside.clone()),
            Saved::No(_) => {}
            Saved::Past => facts.push(record.day.clone()),
        }
        if self.saved == Saved::Past && record.rules != RULES_VERSION {
            facts.push(words.other_rules.clone());
        }
        facts
    }

    fn draw_worked(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (words, theme) = (&look.words.review, &look.theme);
        if let Saved::No(why) = &self.saved {
            let why = fill(&words.not_saved, &[why]);
            text::row(buf, area, &[("! ", theme.accent), (&why, theme.text)]);
            return;
        }
        if let Some(notice) = &self.notice {
            text::row(buf, area, &[("! ", theme.accent), (notice, theme.text)]);
            return;
        }
        if let Some(left_out) = self.left_out(look) {
            text::row(buf, area, &[("~ ", theme.dim), (&left_out, theme.dim)]);
            return;
        }
        if !self.report.marked() {
            return;
        }
        let worked: Vec<&str> = Tip::ALL
            .into_iter()
            .filter(|tip| self.report.worked(*tip))
            .filter_map(|tip| say::tip(look.library, tip))
            .map(|text| text.short.get(look.lang).as_str())
            .collect();
        let line = if worked.is_empty() {
            words.worked_none.clone()
        } else {
            fill(&words.worked, &[&worked.join(&words.comma)])
        };
        let shape = say::shape(Verdict::Kept);
        text::row(
            buf,
            area,
            &[(shape, theme.good), (" ", theme.text), (&line, theme.text)],
        );
    }
}

/// Speaking time, and whether it is a guess.
fn spoken_by(look: &Look, lang: Lang, seconds: u32) -> String {
    let told = match look.pace.source(lang) {
        Source::Assumed => &look.words.review.about,
        Source::Measured | Source::Set => &look.words.review.by,
    };
    let pace = say::pace(look.words, look.pace.source(lang));
    fill(told, &[&face(seconds), pace])
}
