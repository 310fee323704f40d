//! The first screen: what the interviewer wants to see, the prompt, today's goal, and an unfinished
//! answer, offered quietly. Draws only; what the keys do is the app's care.

use chrono::DateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Look, MEASURE, ROOMY, Rows, TALL, footer, margins};
use crate::content::words::{counted, fill};
use crate::practice::clock::Amount;
use crate::practice::now::Now;
use crate::practice::prompt::Prompt;
use crate::practice::record::Goal;
use crate::practice::rehearsal::Snapshot;
use crate::practice::week::Day;
use crate::tui::action::Action;
use crate::tui::keymap::{Binding, Place};
use crate::tui::say;
use crate::tui::widget::text;

/// The widest that all the keys on one row want.
const WIDEST: u16 = 116;

/// The widest line of a prompt: short lines look calm.
const PROMPT_MEASURE: u16 = 56;

/// What the first screen shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Home<'a> {
    /// The prompt that waits.
    pub(crate) prompt: &'a Prompt,
    /// The one next change of last time.
    pub(crate) goal: Option<Goal>,
    /// Attempts so far.
    pub(crate) attempts: u32,
    /// The story or the tip that is due.
    pub(crate) due: Option<&'a str>,
    /// The seven days that end today.
    pub(crate) week: &'a [Day],
    /// An unfinished answer.
    pub(crate) kept: Option<&'a Snapshot>,
    /// What could not be done, and the cure.
    pub(crate) trouble: Option<&'a str>,
    /// The present moment.
    pub(crate) now: Now,
    /// The keys that hold.
    pub(crate) places: &'a [Place],
}

impl Home<'_> {
    /// Draws the screen.
    pub(crate) fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let inner = text::column(margins(area), WIDEST);
        let mut keys = 1;
        if area.height >= TALL {
            keys = footer::draw_all(look, self.places, inner, buf);
        } else {
            footer::draw(look, self.places, "", inner, buf);
        }
        self.title(look, inner, buf);

        let room = text::below(
            Rect {
                height: inner.height.saturating_sub(1 + keys),
                ..inner
            },
            1,
        );
        let room = text::column(room, MEASURE);
        let prompt = self.prompt.text.get(look.lang);
        let narrow = text::column(room, PROMPT_MEASURE);
        let height = |line: &str| text::height(line, room.width);
        let above = height(&self.listens(look))
            + text::height(prompt, narrow.width)
            + u16::from(self.kept.is_some());
        let needed = |below: &[(String, Style)]| {
            above + below.iter().map(|(line, _)| height(line)).sum::<u16>()
        };
        // Nothing is worth as much as the prompt: the week stands where it takes no room from others.
        let week = self.week(look, area.width >= ROOMY);
        let mut below = self.below(look, week);
        if needed(&below) > room.height {
            below = self.below(look, None);
        }
        if needed(&below) > room.height {
            below.retain(|(line, _)| !line.is_empty());
        }
        let needed = needed(&below);
        let free = room.height.saturating_sub(needed);
        let gap = (free / 4).min(2);
        let top = (free - 2 * gap) / 2;
        let mut rows = Rows {
            buf,
            left: text::below(room, top),
        };
        rows.centred(&self.listens(look), look.theme.dim, room.width);
        rows.skip(gap);
        rows.centred(prompt, look.theme.strong, narrow.width);
        rows.skip(gap);
        for (line, style) in &below {
            rows.centred(line, *style, room.width);
        }
        self.offer(look, &mut rows);
    }

    /// What stands below the prompt, from the most to the least important.
    fn below(&self, look: &Look, week: Option<String>) -> Vec<(String, Style)> {
        let words = &look.words.home;
        let mut lines = Vec::new();
        if let Some(trouble) = self.trouble {
            lines.push((format!("! {trouble}"), look.theme.accent));
        }
        if let Some(goal) = self.goal {
            let (last, today) = say::goal(look.words, goal);
            let last = fill(&words.last, &[last]) + &look.words.review.space;
            lines.push((last + &fill(&words.today, &[&today]), look.theme.text));
        } else if self.attempts == 0 {
            lines.push((words.first.clone(), look.theme.dim));
        }
        lines.extend(self.due.map(|due| (due.to_owned(), look.theme.text)));
        lines.extend(week.map(|week| (week, look.theme.dim)));
        if let Some(kept) = self.kept {
            let amount = say::amount(look.words, Amount::of(&kept.text, look.pace.rate).words);
            let left = self.left_at(kept);
            lines.push((String::new(), look.theme.text));
            lines.push((fill(&words.draft, &[&amount, &left]), look.theme.text));
            if self.places.contains(&Place::Discard) {
                lines.push((words.discard.clone(), look.theme.accent));
            } else if kept.prompt != self.prompt.id {
                let asked = look.prompt(&kept.prompt, &kept.prompt_text);
                lines.push((fill(&words.draft_prompt, &[asked]), look.theme.dim));
            }
        }
        lines
    }

    /// On which of the last seven days there was practice; nothing when there was none.
    fn week(&self, look: &Look, wide: bool) -> Option<String> {
        let words = &look.words.home;
        let attempts: u32 = self.week.iter().map(|day| day.attempts).sum();
        if attempts == 0 {
            return None;
        }
        let gap = if wide { " " } else { "" };
        let day = |day: &Day| {
            let mark = if day.attempts > 0 { "✓" } else { "-" };
            format!("{}{gap}{mark}", words.days[day.weekday])
        };
        let days: Vec<String> = self.week.iter().map(day).collect();
        if !wide {
            return Some(days.join(" "));
        }
        let count = &look.words.count;
        let attempts = counted(attempts as usize, &count.attempt, &count.attempts);
        Some(fill(&words.week, &[&days.join("  "), &attempts]))
    }

    /// When an answer was left, by the local clock; with the day unless it is today's.
    fn left_at(&self, kept: &Snapshot) -> String {
        let Ok(saved) = DateTime::parse_from_rfc3339(&kept.saved_at) else {
            return kept.saved_at.clone();
        };
        let here = saved.with_timezone(self.now.wall.offset());
        let today = here.date_naive() == self.now.wall.date_naive();
        let form = if today { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        here.format(form).to_string()
    }

    /// The keys for an unfinished answer.
    fn offer(&self, look: &Look, rows: &mut Rows<'_>) {
        let mut pieces = Vec::new();
        let offered = |binding: &&Binding| binding.place == Place::Offer;
        for binding in look.keys.of(self.places).filter(offered) {
            let gap = if pieces.is_empty() { "" } else { footer::GAP };
            pieces.extend([
                (gap.to_owned(), look.theme.text),
                (binding.chords[0].to_string(), look.theme.accent),
                (
                    format!(" {}", (binding.label)(&look.words.key)),
                    look.theme.text,
                ),
            ]);
        }
        let pieces: Vec<(&str, Style)> = pieces
            .iter()
            .map(|(text, style)| (text.as_str(), *style))
            .collect();
        text::row_centred(rows.buf, rows.left, &pieces);
        rows.skip(1);
    }

    /// The name of the program, and how to change the language: in both.
    fn title(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        text::row(buf, area, &[("failwell", look.theme.dim)]);
        let mut switch = look.keys.of(self.places);
        if let Some(binding) = switch.find(|binding| binding.action == Action::Language) {
            let key = binding.chords[0].to_string();
            let label = (binding.label)(&look.words.key);
            text::row_right(
                buf,
                area,
                &[
                    (&key, look.theme.accent),
                    (" ", look.theme.text),
                    (label, look.theme.text),
                ],
            );
        }
    }

    fn listens(&self, look: &Look) -> String {
        let words = &look.words.home;
        let probes: Vec<&str> = say::probes(look.library, self.prompt, look.lang).collect();
        let probes = say::list(&probes, &words.comma, &words.and);
        fill(&words.listens, &[&probes])
    }
}
