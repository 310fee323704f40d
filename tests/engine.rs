//! What holds for every text: analysis cannot fail, spans are sound, the same text gives the same
//! report; and what the gate turns away.

use failwell::content;
use failwell::engine::{Lang, Options, Reason, Report, Tip};
use proptest::prelude::*;

fn analyse(text: &str) -> Report {
    content::engine().analyse(text, Options::default())
}

fn analyse_as(lang: Lang, text: &str) -> Report {
    let options = Options {
        lang: Some(lang),
        ..Options::default()
    };
    content::engine().analyse(text, options)
}

fn is_sound(text: &str, report: &Report) {
    let mut before = (0, 0, Tip::Learned);
    for finding in &report.findings {
        let (start, end) = (finding.span.start(), finding.span.end());
        assert!(start < end && text.get(start..end).is_some());
        let key = (start, end, finding.kind.tip());
        assert!(before <= key, "findings are sorted");
        before = key;
    }
    let mut at = 0;
    for sentence in &report.sentences {
        assert!(at <= sentence.span.start());
        at = sentence.span.end();
    }
    if let Some(turn) = report.turn {
        assert!(report.sentences.iter().any(|s| s.span.start() == turn));
    }
    for missing in &report.missing {
        assert!(text.is_char_boundary(missing.at));
    }
    assert_eq!(report.verdicts.is_some(), report.reason.is_none());
    assert!((0.0..=1.0).contains(&report.share));
}

/// Words that rules react to, marks, and anything else.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "I",
        "we",
        "my manager",
        "failed",
        "didn't",
        "realised",
        "that",
        "and",
        "because",
        ". ",
        ", ",
        "\n",
        "\"",
        "“",
        "”",
        "’",
        "…",
        "我",
        "我们",
        "没有",
        "失败",
        "学到",
        "。",
        "，",
        "；",
        "「",
        "」",
        "【",
        "】",
        "[name]",
        "XX",
        "___",
        "3.5",
        "95%",
        "Mr.",
        "e.g.",
        " ",
    ])
    .prop_map(str::to_owned);
    let any = prop_oneof![3 => known, 1 => "\\PC{0,6}", 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(any, 0..80).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn any_text_gives_a_sound_report(text in pieces()) {
        for report in [analyse(&text), analyse_as(Lang::En, &text), analyse_as(Lang::Zh, &text)] {
            is_sound(&text, &report);
        }
        prop_assert_eq!(analyse(&text), analyse(&text));
    }

    #[test]
    fn explanations_are_the_findings(text in pieces()) {
        for lang in Lang::ALL {
            let explained = content::engine().reader(lang).explain(&text);
            let report = analyse_as(lang, &text);
            let weighed: Vec<_> = report
                .findings
                .iter()
                .filter(|finding| finding.kind.id() != "long-setback")
                .map(|finding| (finding.kind, finding.span))
                .collect();
            let reasons: Vec<_> = explained.iter().map(|e| (e.kind, e.span)).collect();
            prop_assert_eq!(weighed, reasons);
        }
    }
}

const STORY: &str = "Last autumn our team moved the booking desk to a new calendar. We assumed that \
    everybody knew the old shortcuts, and two weeks in, calls took twice as long. We apologised to \
    the guests, sat beside the desk for two days and ran three short sessions. ";

#[test]
fn the_gate_says_why() {
    let french = "L'année dernière nous avons changé le logiciel de réservation et personne ne \
        savait comment s'en servir, alors les clients ont attendu très longtemps au téléphone.";
    for (text, reason) in [
        ("", Some(Reason::Language)),
        ("I failed once. It was bad.", Some(Reason::TooShort)),
        ("我失败过一次，很难受。", Some(Reason::TooShort)),
        (french, Some(Reason::Language)),
        (
            "Сначала мы перенесли все заказы в новую систему и никому об этом не сказали вовремя.",
            Some(Reason::Language),
        ),
        (
            &format!("{STORY}At [company] we were glad."),
            Some(Reason::Template),
        ),
        (
            &format!("{STORY}We called XX and they were glad."),
            Some(Reason::Template),
        ),
        (
            &format!("{STORY}We lost ___ clients."),
            Some(Reason::Template),
        ),
        (STORY, None),
    ] {
        assert_eq!(analyse(text).reason, reason, "{text}");
    }
}

#[test]
fn a_heading_is_no_placeholder() {
    let text = "【背景】去年我们把预订换到了新系统，由我和两位同事负责上线。\n\
        【结果】我们以为大家都会用，没有去问前台，两周里客人一直抱怨等得太久，有三位老客人退了房。\n\
        【改进】我们在前台坐了两天，把问题一条条记下来，分三次做了培训。";
    assert_eq!(analyse(text).reason, None);
    let blank = text.replace("新系统", "【项目 A】");
    assert_eq!(analyse(&blank).reason, Some(Reason::Template));
}

#[test]
fn the_language_is_that_of_the_answer() {
    assert_eq!(analyse(STORY).lang, Some(Lang::En));
    assert_eq!(
        analyse("我们用 Rust 写了新的 CLI，上线以后出了问题。").lang,
        Some(Lang::Zh)
    );
}

#[test]
fn traditional_characters_are_read_where_they_stand() {
    let simplified = "去年我们换了新系统。我们以为大家都会用，没有问过前台。客人等了两周，有三位走了。我们学到，上线之前要先请用的人试一遍。现在每次改动都先请两位同事试用。";
    let traditional = "去年我們換了新系統。我們以為大家都會用，沒有問過前台。客人等了兩週，有三位走了。我們學到，上線之前要先請用的人試一遍。現在每次改動都先請兩位同事試用。";
    let (one, two) = (analyse(simplified), analyse(traditional));
    let kinds =
        |report: &Report| -> Vec<_> { report.findings.iter().map(|f| (f.kind, f.span)).collect() };
    assert_eq!(kinds(&one), kinds(&two));
    assert_eq!(one.verdicts, two.verdicts);
}

#[test]
fn speaking_time_follows_the_rate_that_was_given() {
    let slow = Options {
        rate: failwell::engine::Rate {
            words: 72.5,
            zi: 105.0,
        },
        ..Options::default()
    };
    let usual = analyse(STORY).speaking_seconds;
    let slower = content::engine().analyse(STORY, slow).speaking_seconds;
    assert!(slower.abs_diff(usual * 2) <= 1);
}
