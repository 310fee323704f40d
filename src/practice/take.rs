//! One try at a prompt: who it is, and how it becomes a snapshot, a record and the next goal.
//! Knows nothing of files or screens.

use chrono::{SecondsFormat, Utc};

use super::day::local_day;
use super::mock::Mock;
use super::now::Now;
use super::record::{Goal, How, Record, VERSION};
use super::rehearsal::Snapshot;
use crate::engine::{RULES_VERSION, Report, Step, Tip, Verdict};

/// What stays the same while a take is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Take {
    /// The id that the attempt will be saved under.
    pub id: String,
    /// Which prompt.
    pub prompt: String,
    /// The prompt as it is shown.
    pub prompt_text: String,
    /// The sitting it belongs to.
    pub sitting: Option<String>,
    /// Which try at this prompt, from 1.
    pub number: Option<u32>,
    /// How it began.
    pub how: How,
    /// The attempt that an edited take started from.
    pub parent: Option<String>,
    /// The story of the bank that it tells.
    pub story: Option<String>,
    /// Its goal.
    pub goal: Option<Goal>,
    /// Whether the machine slept or the program was stopped while the clock ran.
    pub interrupted: bool,
    /// The limit that was set, in seconds.
    pub limit_seconds: Option<u32>,
    /// The mock that it is an answer of.
    pub mock: Option<Mock>,
}

/// The text of a take at some moment.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// What stands there.
    pub text: &'a str,
    /// The byte that the caret stands before.
    pub caret: usize,
    /// How many bytes of it came by paste.
    pub pasted: usize,
    /// Seconds spent typing.
    pub seconds: u32,
}

/// The local zone and the start of the day: what a record keeps of them.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// Minutes after local midnight at which a practice day begins.
    pub day_start: u16,
    /// The name of the zone; a label only.
    pub zone: Option<&'a str>,
}

impl Take {
    /// Goes on with a take that was left unfinished.
    pub fn resume(snapshot: &Snapshot) -> Self {
        Self {
            id: snapshot.id.clone(),
            prompt: snapshot.prompt.clone(),
            prompt_text: snapshot.prompt_text.clone(),
            sitting: snapshot.sitting.clone(),
            number: snapshot.take,
            how: snapshot.how,
            parent: snapshot.parent.clone(),
            story: snapshot.story.clone(),
            goal: snapshot.goal,
            // Whatever ended the program, the clock did not run through.
            interrupted: true,
            limit_seconds: snapshot.limit_seconds,
            mock: snapshot.mock.clone(),
        }
    }

    /// What a draft file must hold now.
    pub fn snapshot(&self, typed: Typed<'_>, now: Now) -> Snapshot {
        Snapshot {
            v: 1,
            id: self.id.clone(),
            prompt: self.prompt.clone(),
            prompt_text: self.prompt_text.clone(),
            text: typed.text.to_owned(),
            caret: Some(typed.caret),
            saved_at: utc(now),
            how: self.how_typed(typed),
            sitting: self.sitting.clone(),
            take: self.number,
            parent: self.parent.clone(),
            story: self.story.clone(),
            goal: self.goal,
            typing_seconds: typed.seconds,
            limit_seconds: self.limit_seconds,
            mock: self.mock.clone(),
        }
    }

    /// The attempt to be saved.
    pub fn record(
        &self,
        typed: Typed<'_>,
        report: &Report,
        now: Now,
        calendar: Calendar<'_>,
    ) -> Record {
        let verdicts = report.verdicts.map(|all| Tip::ALL.into_iter().zip(all));
        Record {
            v: VERSION,
            kind: "attempt".to_owned(),
            id: self.id.clone(),
            at: utc(now),
            off: now.wall.offset().to_string(),
            tz: calendar.zone.map(str::to_owned),
            day: local_day(now.wall, calendar.day_start),
            prompt: self.prompt.clone(),
            prompt_text: self.prompt_text.clone(),
            lang: report.lang,
            answer: typed.text.to_owned(),
            how: self.how_typed(typed),
            sitting: self.sitting.clone(),
            take: self.number,
            parent: self.parent.clone(),
            story: self.story.clone(),
            goal: self.goal,
            interrupted: self.interrupted,
            typing_seconds: typed.seconds,
            limit_seconds: self.limit_seconds,
            words: report.words,
            speaking_seconds: report.speaking_seconds,
            reason: report.reason,
            verdicts: verdicts.into_iter().flatten().collect(),
            next: report.next,
            turn_seconds: report.turn_seconds,
            rules: RULES_VERSION,
            rest: serde_json::Map::new(),
        }
    }

    /// More than half of it pasted makes it a pasted one, however it began.
    fn how_typed(&self, typed: Typed<'_>) -> How {
        if typed.pasted * 2 > typed.text.len() {
            How::Pasted
        } else {
            self.how
        }
    }
}

/// The goal that a report sets for the next take.
pub fn goal(report: &Report) -> Option<Goal> {
    report
        .next
        .map(|step| goal_of(step, report.speaking_seconds))
}

/// The goal that one change sets. The lesson is asked for by half of the present length, in steps
/// of five seconds, at least 0:15 and at most 0:30.
pub fn goal_of(step: Step, speaking_seconds: u32) -> Goal {
    let by_seconds = match step {
        Step::Length | Step::NoLesson | Step::VagueLesson => {
            Some((speaking_seconds / 10 * 5).clamp(15, 30))
        }
        _ => None,
    };
    Goal { step, by_seconds }
}

/// Whether an answer reached its goal; `None` when it is not marked.
pub fn reached(goal: Goal, report: &Report) -> Option<bool> {
    let kept = report.verdict(goal.step.tip())? == Verdict::Kept || goal.step == Step::Order;
    let told = match goal.step {
        Step::OnlyRepair => !report.only_repairs(),
        Step::Order => report.early.is_empty(),
        _ => true,
    };
    let by = |seconds| report.turn_seconds.is_some_and(|turn| turn <= seconds);
    Some(kept && told && goal.by_seconds.is_none_or(by))
}

fn utc(now: Now) -> String {
    now.wall
        .with_timezone(&Utc)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}
