//! The page for the day of the interview: four lines, the one that must land, and what this person's
//! own practice says. Knows stories, attempts and reports; knows no paper.

use super::history::Attempt;
use super::record::{Goal, Record};
use super::story::Story;
use super::take;
use crate::engine::{Kind, Lang, Report, Role, Tip, Verdict};

/// So many of the latest marked attempts are looked at.
pub const LATEST: usize = 10;

/// From so many marked attempts on something is said to be usual.
pub const ENOUGH: usize = 3;

/// Reminders on the page at most.
pub const MOST: usize = 3;

/// What stands on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What to call it.
    pub title: String,
    /// Event, result, lesson, measure; empty where nothing is known.
    pub lines: [String; 4],
    /// What has come of it; empty where nothing is known.
    pub gain: String,
    /// At most [`MOST`]; none without a marked attempt.
    pub reminders: Vec<Reminder>,
}

/// Something that a person's own attempts say.
#[derive(Clone, Debug, PartialEq)]
pub enum Reminder {
    /// The one change that the latest of them asks for.
    Next(Goal),
    /// A tip that asked for a change in so many of so many.
    Often(Tip, usize, usize),
    /// How long they usually take, in speaking seconds.
    Length(u32),
    /// A tip that was kept in so many of so many.
    Kept(Tip, usize, usize),
}

impl Sheet {
    /// The page of a story. `attempts` are those that tell it, or all where none does.
    pub fn of_story(story: &Story, lang: Lang, attempts: &[&Attempt]) -> Self {
        let told = story.told(lang).map(|(_, telling)| telling);
        Self {
            title: story.title(lang).to_owned(),
            lines: story.skeleton(lang).lines,
            gain: told.map(|telling| telling.gain.clone()).unwrap_or_default(),
            reminders: reminders(attempts),
        }
    }

    /// The page of an attempt: what its sentences say.
    pub fn of_attempt(record: &Record, report: &Report, attempts: &[&Attempt]) -> Self {
        Self {
            title: record.prompt_text.clone(),
            lines: beats(record, report),
            gain: by_role(record, report, Role::Gain),
            reminders: reminders(attempts),
        }
    }

    /// The line that must land: the lesson, else the measure, else the result.
    pub fn landing(&self) -> Option<usize> {
        let written = |at: &usize| !self.lines[*at].trim().is_empty();
        [2, 3, 1].into_iter().find(written)
    }
}

/// A sentence for each beat: the first that has its role, or that holds its mark.
fn beats(record: &Record, report: &Report) -> [String; 4] {
    let marked = |kind: Kind| {
        let found = report.findings.iter().find(|found| found.kind == kind)?;
        let holds = |at: usize| report.sentences[at].span.end() > found.span.start();
        (0..report.sentences.len()).find(|at| holds(*at))
    };
    let text = |at: usize| tidy(report.sentences[at].span.of(&record.answer));
    let lesson = marked(Kind::Lesson).map(text);
    let measure = marked(Kind::Measure).map(text);
    [
        by_role(record, report, Role::Event),
        by_role(record, report, Role::Setback),
        lesson.unwrap_or_default(),
        measure.unwrap_or_default(),
    ]
}

fn by_role(record: &Record, report: &Report, role: Role) -> String {
    let mut sentences = report.sentences.iter();
    let first = sentences.find(|sentence| sentence.role == role);
    first.map_or_else(String::new, |first| tidy(first.span.of(&record.answer)))
}

fn tidy(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.join(" ")
}

/// What the latest marked attempts say, the most pressing first.
fn reminders(attempts: &[&Attempt]) -> Vec<Reminder> {
    let marked = attempts.iter().filter(|one| !one.verdicts.is_empty());
    let latest: Vec<&&Attempt> = marked.rev().take(LATEST).collect();
    let Some(last) = latest.first() else {
        return Vec::new();
    };
    let next = last
        .next
        .map(|step| take::goal_of(step, last.speaking_seconds));
    let count = |tip: Tip, verdict| {
        let states = latest.iter().map(|one| one.verdicts.get(&tip));
        states.filter(|state| *state == Some(&verdict)).count()
    };
    let most = |verdict, except: Option<Tip>| {
        let others = Tip::ALL.into_iter().filter(|tip| Some(*tip) != except);
        // The first of several, as the tips are ordered.
        let most = others.rev().max_by_key(|tip| count(*tip, verdict))?;
        Some((most, count(most, verdict)))
    };
    let often = most(Verdict::Work, next.map(|goal| goal.step.tip()));
    let often = often.filter(|(_, times)| *times > 1);
    let kept = most(Verdict::Kept, None).filter(|(_, times)| *times > 0);
    let mut seconds: Vec<u32> = latest.iter().map(|one| one.speaking_seconds).collect();
    seconds.sort_unstable();
    let usual = [
        often.map(|(tip, times)| Reminder::Often(tip, times, latest.len())),
        Some(Reminder::Length(seconds[seconds.len() / 2])),
        kept.map(|(tip, times)| Reminder::Kept(tip, times, latest.len())),
    ];
    let usual = usual
        .into_iter()
        .filter(|_| latest.len() >= ENOUGH)
        .flatten();
    let next = next.map(Reminder::Next).into_iter();
    next.chain(usual).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Options, Step};
    use crate::practice::record::fixture::record;

    fn attempt(id: &str, next: Option<Step>, seconds: u32, states: &[(Tip, Verdict)]) -> Attempt {
        Attempt {
            next,
            speaking_seconds: seconds,
            verdicts: states.iter().copied().collect(),
            ..Attempt::from(&record(id, ""))
        }
    }

    #[test]
    fn the_most_pressing_reminders_come_first_and_none_without_marks() {
        let (work, kept) = (Verdict::Work, Verdict::Kept);
        let all = [
            attempt("1", None, 20, &[(Tip::We, work), (Tip::Learned, kept)]),
            attempt("2", None, 90, &[(Tip::We, work), (Tip::Brief, work)]),
            attempt("3", Some(Step::Length), 60, &[(Tip::Brief, work)]),
            attempt("4", None, 999, &[]),
        ];
        let all: Vec<&Attempt> = all.iter().collect();
        let goal = take::goal_of(Step::Length, 60);
        assert_eq!(
            reminders(&all),
            [
                Reminder::Next(goal),
                Reminder::Often(Tip::We, 2, 3),
                Reminder::Length(60)
            ]
        );
        assert_eq!(reminders(&all[..2]), [], "two show nothing that is usual");
        assert_eq!(reminders(&all[3..]), []);
    }

    #[test]
    fn an_attempt_gives_its_own_sentences() {
        let answer = "In May we prepared the launch of a new line. We assumed that the suppliers \
            would keep the usual dates, and the parts came late. We learned that a date is a guess \
            until somebody confirms it.  Since then we ask every supplier on Monday.";
        let record = record("1", answer);
        let report = crate::content::engine().analyse(answer, Options::default());
        let sheet = Sheet::of_attempt(&record, &report, &[]);
        assert_eq!(sheet.landing(), Some(2));
        assert_eq!(
            sheet.lines[2],
            "We learned that a date is a guess until somebody confirms it."
        );
        assert_eq!(
            sheet.lines[3],
            "Since then we ask every supplier on Monday."
        );
        assert!(sheet.lines[1].starts_with("We assumed"), "{sheet:?}");
        assert_eq!(Sheet::default().landing(), None);
    }
}
