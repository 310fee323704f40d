//! Reports made by hand, so that the tests of this part do not depend on the engine's opinion.

use crate::engine::{
    Beat, Detail, Finding, Kind, Lang, MissingBeat, Report, Role, Sentence, Span, Step, Verdict,
};

/// An English answer with findings of four tips and no measure.
pub(super) const ENGLISH: &str = "Last year we rolled out a new filing system. \
    It was a complete disaster, because I didn't realise that nobody knew the folder names. \
    We learned that training has to come before the launch.";

/// A Chinese answer of one sentence with one finding.
pub(super) const CHINESE: &str = "去年我们上线了新系统，我没有意识到大家都不知道文件夹的名字。";

/// The report on [`ENGLISH`].
pub(super) fn english() -> Report {
    let text = ENGLISH;
    let heavy = Detail::Heavy { intense: true };
    let lemma = Detail::Growth {
        lemma: "learn".into(),
    };
    Report {
        lang: Some(Lang::En),
        reason: None,
        words: 35,
        speaking_seconds: 14,
        turn: Some(text.find("We learned").unwrap()),
        turn_seconds: Some(9),
        share: 0.4286,
        beats: vec![Beat::Event, Beat::Setback, Beat::Lesson],
        early: Vec::new(),
        missing: vec![MissingBeat {
            beat: Beat::Measure,
            at: text.len(),
        }],
        sentences: sentences(text, &[Role::Event, Role::Setback, Role::Lesson]),
        findings: vec![
            finding(text, "complete disaster", Kind::HeavyWord, heavy),
            finding(text, "I didn't realise", Kind::SoloBlame, Detail::Plain),
            finding(
                text,
                "learned that training has to come before the launch",
                Kind::Lesson,
                Detail::Plain,
            ),
            finding(text, "learned", Kind::GrowthWord, lemma),
        ],
        verdicts: Some([
            Verdict::Kept,
            Verdict::Look,
            Verdict::Look,
            Verdict::Look,
            Verdict::Work,
            Verdict::Unseen,
            Verdict::Unseen,
            Verdict::Look,
        ]),
        next: Some(Step::NoMeasure),
    }
}

/// The report on [`CHINESE`].
pub(super) fn chinese() -> Report {
    Report {
        lang: Some(Lang::Zh),
        sentences: sentences(CHINESE, &[Role::Setback]),
        findings: vec![finding(
            CHINESE,
            "我没有意识到",
            Kind::SoloBlame,
            Detail::Plain,
        )],
        beats: vec![Beat::Setback],
        early: Vec::new(),
        missing: Vec::new(),
        turn: None,
        ..english()
    }
}

/// One finding at the first place of `quote`.
pub(super) fn finding(text: &str, quote: &str, kind: Kind, detail: Detail) -> Finding {
    let start = text.find(quote).unwrap();
    Finding {
        kind,
        span: Span::new(text, start..start + quote.len()),
        detail,
    }
}

fn sentences(text: &str, roles: &[Role]) -> Vec<Sentence> {
    let mut start = 0;
    let pieces = text.split_inclusive(['.', '。']).map(|piece| {
        let span = Span::new(
            text,
            start + piece.len() - piece.trim_start().len()..start + piece.len(),
        );
        start += piece.len();
        span
    });
    let sentence = |(span, role): (Span, &Role)| Sentence {
        span,
        role: *role,
        words: span.of(text).split(' ').count(),
    };
    pieces.zip(roles).map(sentence).collect()
}
