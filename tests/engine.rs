//! What the gate turns away, and what a report says of language and time. What holds for every text
//! is in `properties`.

use failwell::content;
use failwell::engine::{Lang, Options, Reason, Report};

fn analyse(text: &str) -> Report {
    content::engine().analyse(text, Options::default())
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
