//! Tip by tip: what is marked, drawn inside the text, and what stays silent. A line stands inside a
//! whole answer, in the setback or at the end, since no sentence is judged alone.

use failwell::content;
use failwell::engine::{Detail, Kind, Options, Term};

/// Where a line is put.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Setback,
    End,
}
use At::{End, Setback};

const EN: (&str, &str) = (
    "I work on the booking desk of a small hotel. Last year our team moved the desk to a new \
     calendar. We assumed everybody knew the old shortcuts, and two weeks in, calls took twice as \
     long. ",
    " We learned that a tool has to be tried by the people who use it. So we ran three short \
     sessions, and now we test every change with two users first. ",
);
const ZH: (&str, &str) = (
    "我在一家小酒店的前台工作。去年我们把预订换到了新系统。我们以为大家都会用，两周里每个电话都要多花一倍的时间。",
    "我们学到，工具要先请用它的人试一遍。于是我们办了三次小培训，现在每次改动都先请两位同事试用。",
);

/// The spans of `kind` in the marked line, when it stands in a whole answer.
fn redrawn(kind: Kind, at: At, marked: &str) -> String {
    let line = marked.replace(['⟦', '⟧'], "");
    let chinese = line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let (first, rest) = if chinese { ZH } else { EN };
    let (start, text) = match at {
        Setback => (first.len(), format!("{first}{line}{rest}")),
        End => (first.len() + rest.len(), format!("{first}{rest}{line}")),
    };
    let report = content::engine().analyse(&text, Options::default());
    let mut drawn = line.clone();
    let inside =
        report.findings.iter().rev().filter(|f| {
            f.kind == kind && f.span.end() > start && f.span.start() < start + line.len()
        });
    for finding in inside {
        let end = finding.span.end().min(start + line.len()) - start;
        drawn.insert(end, '⟧');
        drawn.insert(finding.span.start().max(start) - start, '⟦');
    }
    drawn
}

#[track_caller]
fn check(kind: Kind, at: At, lines: &[&str]) {
    let found: Vec<String> = lines.iter().map(|line| redrawn(kind, at, line)).collect();
    assert_eq!(found, lines);
}

#[test]
fn tip_1_lessons() {
    check(
        Kind::Lesson,
        End,
        &[
            "We learned that ⟦training has to come before launch⟧.",
            "I realised that ⟦you need to ask the night shift before you change the rota⟧.",
            "我学到，⟦排期之前要先问清楚供应商的交期⟧。",
            "We had a good summer after that.",
        ],
    );
    check(
        Kind::VagueLesson,
        End,
        &[
            "⟦I learned a lot from this⟧.",
            "⟦这件事让我受益匪浅⟧。",
            "We learned that training has to come before launch.",
        ],
    );
}

#[test]
fn tip_2_misjudgement_or_not() {
    check(
        Kind::Misjudgement,
        Setback,
        &[
            "⟦We underestimated how long the training would take⟧.",
            "⟦We hadn't considered the night shift⟧.",
            "⟦我们以为老客人都会自己改⟧。",
            "The guests waited at the door.",
        ],
    );
    check(
        Kind::Slip,
        Setback,
        &[
            "⟦I forgot to attach the file⟧.",
            "⟦I sent the wrong file to the client⟧.",
            "⟦我把文件发错了人⟧。",
            "The file was late.",
        ],
    );
    check(
        Kind::CharacterFlaw,
        Setback,
        &[
            "⟦I was too lazy to check the list⟧.",
            "⟦I procrastinated for two weeks⟧.",
            "We were all tired by then.",
        ],
    );
    check(
        Kind::Breach,
        Setback,
        &[
            "⟦I faked the numbers in the report⟧.",
            "They said the numbers were fake.",
        ],
    );
}

#[test]
fn tip_3_heavy_words() {
    check(
        Kind::HeavyWord,
        Setback,
        &[
            "It was a ⟦complete disaster⟧.",
            "It was ⟦my fault⟧.",
            "那是一次⟦失败⟧。",
            "The build failed twice that day.",
            "We got there every day without fail.",
            "The disk failed at night.",
            "我们错过了截止日期。",
        ],
    );
    check(
        Kind::HeavyWord,
        End,
        &["My manager said it was not bad, and the error rate fell."],
    );
}

#[test]
fn tip_4_who_carries_it() {
    check(
        Kind::SoloBlame,
        Setback,
        &[
            "⟦I didn't realise⟧ how much the desk relied on them.",
            "⟦I missed⟧ the deadline.",
            "⟦我没有预见到那个结果⟧。",
            "We didn't realise how much the desk relied on them.",
        ],
    );
    check(
        Kind::Shared,
        Setback,
        &[
            "⟦We didn't realise⟧ how much the desk relied on them.",
            "⟦Our team didn't foresee⟧ that.",
            "I missed the deadline.",
        ],
    );
    check(
        Kind::SoloBlame,
        End,
        &[
            "I apologised to the guests.",
            "I set up a checklist for the desk.",
            "我给每位客人打了电话道歉。",
        ],
    );
}

#[test]
fn tip_5_measures() {
    check(
        Kind::Measure,
        End,
        &[
            "⟦We set up a shared checklist⟧.",
            "⟦I now call the supplier two weeks before each sale⟧.",
            "⟦我们建立了一份上线检查清单⟧。",
            "Nobody else has asked about it.",
        ],
    );
    check(
        Kind::VagueMeasure,
        End,
        &[
            "⟦I will be more careful in the future⟧.",
            "⟦以后我会更加小心⟧。",
            "We set up a shared checklist.",
        ],
    );
}

#[test]
fn tip_7_defence() {
    check(
        Kind::Minimising,
        Setback,
        &[
            "⟦It didn't set us back that much⟧, but many people overreacted.",
            "⟦It was no big deal⟧.",
            "⟦其实影响也不大⟧。",
            "It cost two days and one client.",
        ],
    );
    check(
        Kind::SelfJustify,
        Setback,
        &[
            "⟦I was right all along⟧.",
            "⟦Anyone would have done the same⟧.",
            "⟦换谁来都一样⟧。",
            "⟦我从一开始就是对的⟧。",
            "The supplier's lead time doubled.",
        ],
    );
    check(
        Kind::SilverLining,
        Setback,
        &[
            "⟦It was actually good in the long run⟧.",
            "⟦从长远来看反而是好事⟧。",
        ],
    );
    check(
        Kind::BlameShift,
        Setback,
        &[
            "⟦My manager never told me⟧ and the client was late.",
            "⟦没人通知我们停电的事⟧。",
            "My manager pointed out that we had not asked, and she was right.",
        ],
    );
}

#[test]
fn tip_8_growth_words() {
    check(
        Kind::GrowthWord,
        End,
        &[
            "We ⟦improved⟧ the plan and ⟦adjusted⟧ the dates.",
            "We ⟦overcame⟧ the gaps and ⟦recalibrated⟧ the plan.",
            "We ⟦gleaned⟧ what the desk needs.",
            "我们⟦克服了⟧困难，⟦纠正了⟧做法。",
        ],
    );
    check(
        Kind::GrowthWord,
        Setback,
        &[
            "We discovered half the records were gone.",
            "We didn't realise it.",
            "我们没有意识到这一点。",
        ],
    );
}

/// What an answer with this line as its only measure is told to change.
fn term(line: &str) -> Vec<Term> {
    let chinese = line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let first = if chinese { ZH.0 } else { EN.0 };
    let report = content::engine().analyse(&format!("{first}{line}"), Options::default());
    let steps = report
        .findings
        .iter()
        .filter_map(|finding| match finding.detail {
            Detail::Step { term } => Some(term),
            _ => None,
        });
    steps.collect()
}

#[test]
fn a_repair_is_no_prevention() {
    for (line, expected) in [
        (
            "We refunded the guests and called each of them.",
            Term::Repair,
        ),
        (
            "Since then two people check every booking.",
            Term::Prevention,
        ),
        (
            "Now we test each change with two users before it goes live.",
            Term::Prevention,
        ),
        ("我们当天给每位客人打了电话，退了房费。", Term::Repair),
        ("从那以后，每次改动都要先请两位同事试用。", Term::Prevention),
    ] {
        let found = term(line);
        assert!(
            !found.is_empty() && found.iter().all(|term| *term == expected),
            "{line}: {found:?}"
        );
    }
}
