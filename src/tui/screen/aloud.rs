//! An answer said aloud: the prompt, what the answer hangs on, and a clock. Knows a run and what
//! becomes of a pace by it; knows no files.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::prepare::draw_lines;
use super::review::Review;
use super::{Look, MEASURE, Rows, TALL, footer, margins};
use crate::content::words::{counted, fill};
use crate::engine::{self, Lang, count};
use crate::practice::clock::{Light, TypingClock, face};
use crate::practice::prepare::Plan;
use crate::practice::voice::{ENOUGH, LAST, PLAUSIBLE, Run, SHORTEST, Source, Voice};
use crate::tui::action::Action;
use crate::tui::keymap::{self, Place};
use crate::tui::say::{self, DOT};
use crate::tui::widget::text;

/// An answer being said.
#[derive(Debug)]
pub(crate) struct Aloud {
    /// The review that it began from.
    pub(crate) back: Box<Review>,
    /// What it hangs on.
    plan: Plan,
    /// The language of the answer, and how much there is to say.
    lang: Lang,
    units: usize,
    clock: TypingClock,
    /// The last run.
    said: Option<Run>,
    /// Why nothing was kept.
    pub(crate) notice: Option<String>,
}

impl Aloud {
    /// Before the first run.
    pub(crate) fn new(back: Box<Review>) -> Self {
        let answer = &back.record.answer;
        let lang = back.report.lang.or_else(|| engine::script(answer));
        let lang = lang.unwrap_or_default();
        Self {
            plan: Plan::of(&back.report, answer),
            lang,
            units: count::spoken_units(lang, answer),
            clock: TypingClock::default(),
            said: None,
            notice: None,
            back,
        }
    }

    /// Starts the clock, or stops it and gives the run.
    pub(crate) fn press(&mut self, look: &Look, elapsed: Duration) -> Option<Run> {
        self.notice = None;
        self.said = None;
        if !self.clock.runs() {
            self.clock = TypingClock::default();
            self.clock.start(elapsed);
            return None;
        }
        self.clock.stop(elapsed);
        let seconds = self.clock.seconds(elapsed);
        if seconds < SHORTEST {
            let short = fill(&look.words.aloud.short, &[&SHORTEST.to_string()]);
            self.notice = Some(short);
            return None;
        }
        let run = Run::new(self.lang, self.units, seconds);
        self.said = Some(run);
        Some(run)
    }

    /// The machine slept, or the program stood still: what the clock shows was not said.
    pub(crate) fn drop_run(&mut self, look: &Look) {
        if self.clock.runs() {
            self.clock = TypingClock::default();
            self.notice = Some(look.words.aloud.slept.clone());
        }
    }

    /// Stands still while something lies over the page.
    pub(crate) fn hold(&mut self, elapsed: Duration) {
        self.clock.hold(elapsed);
    }

    /// Goes on.
    pub(crate) fn release(&mut self, elapsed: Duration) {
        self.clock.release(elapsed);
    }

    /// When the clock shows the next second.
    pub(crate) fn next_second(&self, elapsed: Duration) -> Option<Duration> {
        self.clock.next_second(elapsed)
    }

    /// Draws the screen; `voice` is what was heard so far.
    pub(crate) fn draw(
        &self,
        look: &Look,
        voice: &Voice,
        elapsed: Duration,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) {
        let column = text::column(margins(area), MEASURE);
        footer::draw(look, places, "", column, buf);
        let gap = u16::from(area.height >= TALL);
        let body = Rect {
            height: column.height.saturating_sub(2),
            ..column
        };
        let mut rows = Rows { buf, left: body };
        let record = &self.back.record;
        let asked = look.prompt(&record.prompt, &record.prompt_text);
        rows.paragraph(asked, look.theme.strong, 2 + gap);
        rows.skip(1 + gap);
        draw_lines(look, &self.plan, look.theme.text, rows.left, rows.buf);
        rows.skip(4 + 1 + gap);
        self.draw_clock(look, elapsed, &mut rows);
        if self.clock.runs() {
            return;
        }
        rows.skip(gap);
        for told in self.told(look, voice) {
            rows.paragraph(&told, look.theme.dim, 2);
        }
        if gap > 0 {
            rows.skip(1);
            rows.paragraph(&rule(look, self.lang), look.theme.dim, 4);
        }
    }

    /// What to do, or how long it has taken.
    fn draw_clock(&self, look: &Look, elapsed: Duration, rows: &mut Rows<'_>) {
        let (words, theme) = (&look.words.aloud, &look.theme);
        if let Some(notice) = &self.notice {
            return rows.row(&[("! ", theme.accent), (notice, theme.text)]);
        }
        if let Some(run) = self.said {
            let pace = say::units(look.words, run.lang, run.a_minute());
            let said = fill(&words.said, &[&face(run.seconds), &pace]);
            return rows.row(&[(&said, theme.strong)]);
        }
        if !self.clock.runs() {
            return rows.paragraph(&words.ready, theme.text, 2);
        }
        let seconds = self.clock.seconds(elapsed);
        let (shape, light) = say::light(&look.words.light, Light::at(seconds));
        let light = format!("{shape} {light}");
        rows.row(&[
            (&face(seconds), theme.strong),
            (DOT, theme.dim),
            (&light, theme.strong),
        ]);
    }

    /// What a run means for the pace, and which key makes one.
    fn told(&self, look: &Look, voice: &Voice) -> Vec<String> {
        let words = &look.words.aloud;
        let mut told = Vec::new();
        if self.said.is_some_and(|run| !run.counts()) {
            told.push(words.outside.clone());
        }
        told.push(self.pace(look, voice));
        let key = look.key(keymap::ALOUD, Action::Speak);
        told.push(fill(&words.start, &[&key]));
        told
    }

    /// By what pace this language is told now, or how many runs are still missing.
    fn pace(&self, look: &Look, voice: &Voice) -> String {
        let words = &look.words.aloud;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "words a minute are few"
        )]
        let a_minute = match self.lang {
            Lang::En => look.pace.rate.words,
            Lang::Zh => look.pace.rate.zi,
        } as u32;
        let amount = say::units(look.words, self.lang, a_minute);
        match look.pace.source(self.lang) {
            Source::Measured => fill(&words.own, &[&amount]),
            Source::Set => fill(&words.set, &[&amount]),
            Source::Assumed => {
                let missing = ENOUGH.saturating_sub(voice.runs(self.lang));
                counted(missing, &words.one_more, &words.more)
            }
        }
    }
}

/// The rule by which runs count, with its numbers.
pub(crate) fn rule(look: &Look, lang: Lang) -> String {
    let (slowest, fastest) = PLAUSIBLE[lang as usize];
    let fastest = say::units(look.words, lang, fastest);
    let numbers = [&*LAST.to_string(), &slowest.to_string(), &fastest];
    fill(&look.words.aloud.rule, &numbers)
}
