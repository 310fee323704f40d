//! Attempts in, figures out.

use super::*;
use crate::engine::{Lang, Reason};
use crate::practice::event::Stamp;
use crate::practice::feedback::Said;
use crate::practice::record::fixture::record;
use crate::practice::voice::{Run, Spoken};

fn stamp(id: &str) -> Stamp {
    Stamp {
        id: id.into(),
        at: String::new(),
        off: String::new(),
        tz: None,
    }
}

/// A marked attempt: every tip kept but tip 6, which is as `brief` says.
pub(crate) fn marked(id: &str, prompt: &str, brief: Verdict) -> Attempt {
    let mut verdicts: BTreeMap<Tip, Verdict> = Tip::ALL.map(|tip| (tip, Verdict::Kept)).into();
    verdicts.insert(Tip::Brief, brief);
    Attempt {
        prompt: prompt.into(),
        lang: Some(Lang::En),
        words: 150,
        speaking_seconds: 62,
        verdicts,
        ..Attempt::from(&record(id, ""))
    }
}

fn history(attempts: Vec<Attempt>) -> History {
    History {
        attempts,
        ..History::default()
    }
}

fn standing(progress: &Progress, tip: Tip) -> &Standing {
    progress.tips.iter().find(|one| one.tip == tip).unwrap()
}

#[test]
fn a_trend_needs_three_on_either_side() {
    use Verdict::{Kept, Look, Unseen, Work};
    let all = [Work, Work, Look, Unseen, Kept, Kept, Kept];
    for (count, kept, trend) in [
        (3, (0, 3), None),
        (6, (2, 5), None),
        (7, (3, 6), Some((0, 3))),
    ] {
        let attempts = all[..count].iter().enumerate();
        let attempts = attempts.map(|(at, verdict)| marked(&at.to_string(), "failure", *verdict));
        let progress = Progress::of(&history(attempts.collect()), &Slice::All, "2026-03-08");
        assert!(progress.is_enough());
        let brief = standing(&progress, Tip::Brief);
        assert_eq!((brief.kept.count, brief.kept.of), kept);
        let found = brief
            .trend
            .map(|trend| (trend.before.count, trend.now.count));
        assert_eq!(found, trend, "{count}");
    }
}

#[test]
fn what_has_no_marks_counts_as_practice_and_nothing_else() {
    let unmarked = Attempt {
        reason: Some(Reason::TooShort),
        ..marked("3", "failure", Verdict::Work)
    };
    let attempts = vec![
        marked("1", "a", Verdict::Kept),
        marked("2", "b", Verdict::Kept),
        unmarked,
    ];
    let progress = Progress::of(&history(attempts), &Slice::All, "2026-03-08");
    assert_eq!((progress.attempts, progress.marked.len()), (3, 2));
    assert!(!progress.is_enough());
    assert_eq!(progress.weeks.last().map(|week| week.attempts), Some(3));
}

#[test]
fn a_tip_that_rests_says_nothing_until_it_counts_again() {
    let mut history = history(vec![marked("1", "a", Verdict::Work)]);
    let event = |id, reason| stamp(id).silence("1", Target::Tip(Tip::Brief), reason);
    history.silences = vec![event("s", Some("alone"))];
    let counted = |history: &History| {
        let progress = Progress::of(history, &Slice::All, "2026-03-08");
        standing(&progress, Tip::Brief).kept.of
    };
    assert_eq!(counted(&history), 0);
    history.silences.push(event("t", None));
    assert_eq!(counted(&history), 1);
}

#[test]
fn lengths_and_guesses_are_measured_against_the_band_and_the_marks() {
    let mut attempts: Vec<Attempt> = (0..7)
        .map(|at| marked(&at.to_string(), "a", Verdict::Work))
        .collect();
    for (attempt, seconds) in attempts.iter_mut().zip([59, 60, 120, 121, 90, 300, 70]) {
        attempt.speaking_seconds = seconds;
    }
    let mut history = history(attempts);
    history.guesses = vec![
        Guess::new(stamp("g"), "1", [Tip::Brief].into()),
        Guess::new(stamp("h"), "2", [Tip::We].into()),
        Guess::new(stamp("i"), "gone", [Tip::We].into()),
    ];
    let progress = Progress::of(&history, &Slice::All, "2026-03-08");
    assert_eq!(progress.in_band(), Share { count: 4, of: 7 });
    assert_eq!(progress.usual(), Some((120, 150)), "of the last five");
    assert_eq!(progress.guessed(), Share { count: 14, of: 16 });
    let spoken = [
        ("1", 150, 70),
        ("2", 150, 5),
        ("gone", 150, 70),
        ("2", 150, 66),
    ];
    let spoken = spoken.map(|(of, units, seconds)| {
        Spoken::new(stamp("s"), of, Run::new(Lang::En, units, seconds))
    });
    history.spoken = spoken.into();
    let progress = Progress::of(&history, &Slice::All, "2026-03-08");
    assert_eq!(progress.aloud, [70, 66], "what was too fast was no run");
}

#[test]
fn attempts_are_told_apart_by_language_prompt_and_story() {
    let mut attempts = vec![
        marked("1", "deadline", Verdict::Kept),
        marked("2", "failure", Verdict::Kept),
        marked("3", "failure", Verdict::Kept),
    ];
    attempts[0].story = Some("archive".into());
    let one = history(attempts.clone());
    let prompt = |id: &str| Slice::Prompt(id.into());
    let story = Slice::Story("archive".into());
    assert_eq!(
        slices(&one),
        [
            Slice::All,
            prompt("failure"),
            prompt("deadline"),
            story.clone()
        ]
    );
    attempts[0].lang = Some(Lang::Zh);
    let two = history(attempts);
    let found = slices(&two);
    assert_eq!(found[1..3], [Slice::Lang(Lang::En), Slice::Lang(Lang::Zh)]);
    for (slice, count) in [
        (prompt("failure"), 2),
        (story, 1),
        (Slice::Lang(Lang::Zh), 1),
    ] {
        assert_eq!(Progress::of(&two, &slice, "2026-03-08").attempts, count);
    }
    assert_eq!(slices(&History::default()), [Slice::All]);
}

#[test]
fn what_people_ticked_stands_beside_the_marks() {
    let heard = |all: &[Tip]| Said {
        heard: all.to_vec(),
        ..Said::default()
    };
    let history = History {
        feedback: vec![
            stamp("f1").feedback("1", heard(&[Tip::Brief, Tip::We])),
            stamp("f2").feedback("1", heard(&Tip::ALL)),
            stamp("f3").feedback("2", heard(&[])),
            stamp("f4").feedback("gone", heard(&Tip::ALL)),
        ],
        ..history(vec![
            marked("1", "a", Verdict::Work),
            marked("2", "b", Verdict::Unseen),
            marked("3", "b", Verdict::Kept),
        ])
    };
    let of = |slice| Progress::of(&history, &slice, "2026-03-08");
    let all = of(Slice::All);
    let agreed = |tip| {
        (
            standing(&all, tip).agreed.count,
            standing(&all, tip).agreed.of,
        )
    };
    // Both ticked brief, where the program asks for a change; the second attempt said nothing of it.
    assert_eq!(agreed(Tip::Brief), (0, 2));
    assert_eq!(agreed(Tip::We), (2, 3));
    assert_eq!(agreed(Tip::Learned), (1, 3));
    assert_eq!(
        (all.sheets(), all.agreed()),
        (3, Share { count: 8, of: 23 })
    );
    let quiet = &all.marked[2];
    assert!(serde_json::to_value(quiet).unwrap().get("people").is_none());
    assert_eq!(of(Slice::Prompt("b".into())).sheets(), 1);
}
