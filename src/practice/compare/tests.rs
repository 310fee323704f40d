//! Edits, findings that went with them, beats that stayed: in both languages.

use super::*;
use crate::engine::{Detail, Role, Sentence, Verdict};
use crate::practice::record::fixture::record;

/// A report with one sentence and a finding at each quote.
fn report(text: &str, found: &[(Kind, &str)], beats: &[Beat]) -> Report {
    let finding = |(kind, quote): &(Kind, &str)| {
        let at = text.find(quote).unwrap();
        Finding {
            kind: *kind,
            span: Span::new(text, at..at + quote.len()),
            detail: Detail::Plain,
        }
    };
    Report {
        lang: None,
        reason: None,
        words: 0,
        speaking_seconds: 0,
        turn: None,
        turn_seconds: None,
        share: 0.0,
        beats: beats.to_vec(),
        missing: Vec::new(),
        early: Vec::new(),
        sentences: vec![Sentence {
            span: Span::new(text, 0..text.len()),
            role: Role::Setback,
            words: 0,
        }],
        findings: found.iter().map(finding).collect(),
        verdicts: Some([Verdict::Kept; 8]),
        next: None,
    }
}

type Told<'a> = (&'a str, &'a [(Kind, &'a str)]);

fn compared(earlier: Told<'_>, later: Told<'_>) -> Comparison {
    let reports = [earlier, later].map(|(text, found)| report(text, found, &[Beat::Setback]));
    let side = |text, report| Side { text, report };
    compare(side(earlier.0, &reports[0]), side(later.0, &reports[1]))
}

fn wording<'a>(edit: &Edit, earlier: &'a str, later: &'a str) -> (&'a str, &'a str) {
    (&earlier[edit.before.clone()], &later[edit.after.clone()])
}

#[test]
fn an_edit_takes_its_finding_with_it_and_others_stay() {
    let before = "I forgot the client. It was a disaster for us, and nobody had told me.";
    let after = "We forgot the client. It was a setback for us, and nobody had told me.";
    let told = compared(
        (
            before,
            &[
                (Kind::SoloBlame, "I forgot"),
                (Kind::HeavyWord, "disaster"),
                (Kind::BlameShift, "nobody had told me"),
            ],
        ),
        (after, &[(Kind::BlameShift, "nobody had told me")]),
    );
    let edits: Vec<_> = told
        .edits
        .iter()
        .map(|edit| wording(edit, before, after))
        .collect();
    assert_eq!(edits, [("I", "We"), ("disaster", "setback")]);
    let went = |finding, by| Cleared { finding, by };
    assert_eq!(told.cleared, [went(0, Some(0)), went(1, Some(1))]);
    assert_eq!(told.raised, [] as [usize; 0]);
    assert_eq!(told.moved, 4 * 100 / 30);
}

#[test]
fn chinese_is_compared_by_the_character() {
    let (before, after) = ("这是一次彻底的失败，我忘了。", "这是一次意外，我们忘了。");
    let told = compared(
        (
            before,
            &[(Kind::HeavyWord, "失败"), (Kind::SoloBlame, "我忘了")],
        ),
        (after, &[]),
    );
    let edits: Vec<_> = told
        .edits
        .iter()
        .map(|edit| wording(edit, before, after))
        .collect();
    assert_eq!(edits, [("彻底的失败", "意外"), ("", "们")]);
    let by: Vec<_> = told.cleared.iter().map(|cleared| cleared.by).collect();
    assert_eq!(by, [Some(0), Some(1)]);
}

#[test]
fn what_is_new_is_raised_and_a_long_miss_goes_with_no_single_edit() {
    let (before, after) = ("We were late, and late again.", "It was a catastrophe.");
    let told = compared(
        (before, &[(Kind::LongSetback, before)]),
        (after, &[(Kind::HeavyWord, "catastrophe")]),
    );
    assert_eq!(
        told.cleared,
        [Cleared {
            finding: 0,
            by: None
        }]
    );
    assert_eq!(told.raised, [0]);
    assert_eq!(told.moved, 100);
    let same = compared((before, &[]), (before, &[]));
    assert_eq!((same.edits.len(), same.moved), (0, 0));
}

#[test]
fn white_space_is_no_wording_and_moves_no_finding() {
    let (before, after) = (
        "It was a disaster. We left.",
        "Well.\n\nIt  was a disaster.\nWe left.",
    );
    let heavy: &[(Kind, &str)] = &[(Kind::HeavyWord, "disaster")];
    let told = compared((before, heavy), (after, heavy));
    assert_eq!(told.cleared, []);
    assert_eq!(told.raised, [] as [usize; 0]);
    assert_eq!(told.edits.len(), 1);
    assert_eq!(wording(&told.edits[0], before, after).1, "Well.");
}

#[test]
fn answers_without_marks_are_compared_by_their_wording_only() {
    let text = "It was a disaster.";
    let mut short = report(text, &[(Kind::HeavyWord, "disaster")], &[]);
    short.reason = Some(crate::engine::Reason::TooShort);
    let told = compare(
        Side {
            text,
            report: &short,
        },
        Side {
            text: "",
            report: &report("x", &[], &[]),
        },
    );
    assert_eq!((told.cleared.len(), told.edits.len()), (0, 1));
    assert_eq!(told.moved, 100);
}

#[test]
fn beats_stay_come_or_are_left_out() {
    use Beat::{Event, Lesson, Setback};
    let earlier = report("a", &[], &[Event, Setback]);
    let later = report("b", &[], &[Setback, Lesson]);
    let told = compare(
        Side {
            text: "a",
            report: &earlier,
        },
        Side {
            text: "b",
            report: &later,
        },
    );
    let fates = [
        (Event, Fate::LeftOut),
        (Setback, Fate::Stayed),
        (Lesson, Fate::New),
    ];
    assert_eq!(told.beats, fates);
}

#[test]
fn day_one_stands_beside_the_newest_and_an_edited_take_beside_its_own() {
    let attempt = |id: &str, prompt: &str, parent: Option<&str>| Attempt {
        prompt: prompt.into(),
        parent: parent.map(str::to_owned),
        ..Attempt::from(&record(id, ""))
    };
    let attempts = [
        attempt("1", "failure", None),
        attempt("2", "failure", None),
        attempt("3", "deadline", None),
        attempt("4", "failure", Some("2")),
        attempt("5", "failure", Some("gone")),
    ];
    let beside = |id| partner(&attempts, id).map(|other| other.id.as_str());
    let pairs = ["1", "2", "3", "4", "5", "6"].map(beside);
    assert_eq!(
        pairs,
        [Some("5"), Some("1"), None, Some("2"), Some("1"), None]
    );
}
