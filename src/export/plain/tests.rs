//! The page as a person reads it, from reports made by hand.

use super::*;
use crate::content;
use crate::engine::Reason;
use crate::export::chosen::Chosen;
use crate::export::fixture;

fn told(lang: Lang, color: Color, text: &str, analysed: &Report) -> String {
    let voice = Voice {
        lang,
        words: content::words(lang),
        library: content::library(),
        color,
        tips: Chosen::default(),
        marks: Marks::Under,
    };
    let mut out = Vec::new();
    report(&mut out, voice, text, analysed).unwrap();
    String::from_utf8(out).unwrap()
}

fn english(lang: Lang) -> String {
    told(lang, Color::Off, fixture::ENGLISH, &fixture::english())
}

#[test]
fn each_finding_stands_under_its_tip_with_its_cure() {
    let page = english(Lang::En);
    let heavy = "
      It was a complete disaster, because I didn't realise that nobody knew the
               ^^^^^^^^^^^^^^^^^
      folder names.
      Say instead: setback or difficult outcome.
";
    let solo = "
                                          ^^^^^^^^^^^^^^^^
      folder names.
      If it was a shared decision, say: we didn't realise.
";
    for (tip, passage) in [("\n3 ", heavy), ("\n4 ", solo)] {
        let section = &page[page.find(tip).unwrap()..];
        assert!(section.contains(passage), "{page}");
    }
}

#[test]
fn strengths_come_first_and_the_one_next_change_last() {
    for lang in Lang::ALL {
        let page = english(lang);
        let words = content::words(lang);
        let lesson = content::library().tips[0].short.get(lang);
        assert!(
            page.lines().nth(2).unwrap().contains(lesson.as_str()),
            "{page}"
        );
        let joint = if lang == Lang::En { " " } else { "" };
        let next = words.step.no_measure.quoted.rsplit('}').next().unwrap();
        let last = page
            .rsplit("\n\n")
            .next()
            .unwrap()
            .trim_end()
            .replace('\n', joint);
        assert!(last.ends_with(next), "{page}");
        assert!(last.contains("We learned that training"), "{page}");
        let missing = page.rsplit("\n\n").nth(1).unwrap().replace('\n', " ");
        assert!(missing.contains(&words.review.missing_measure), "{page}");
        assert!(missing.contains("We learned that training"), "{page}");
    }
}

#[test]
fn all_eight_tips_have_a_state_and_no_row_is_too_wide() {
    for lang in Lang::ALL {
        let page = english(lang);
        for (tip, text) in Tip::ALL.iter().zip(&content::library().tips) {
            let verdict = fixture::english().verdict(*tip).unwrap();
            let state = say::verdict(content::words(lang), verdict);
            let line = page
                .lines()
                .find(|line| line.starts_with(&format!("{} ", tip.number())));
            let line = line.unwrap();
            assert!(line.contains(text.title.get(lang).as_str()) && line.ends_with(state));
        }
        assert!(
            page.lines()
                .all(|line| wrap::width(line) <= usize::from(WIDTH))
        );
    }
}

#[test]
fn chinese_is_marked_by_cells() {
    let page = told(Lang::Zh, Color::Off, fixture::CHINESE, &fixture::chinese());
    let rows = format!("      {}\n{:28}^^^^^^^^^^^^\n", fixture::CHINESE, "");
    assert!(page.contains(&rows), "{page}");
}

#[test]
fn without_marks_it_says_why_and_gives_no_states() {
    let unmarked = Report {
        reason: Some(Reason::TooShort),
        verdicts: None,
        next: None,
        ..fixture::english()
    };
    let page = told(Lang::En, Color::Off, fixture::ENGLISH, &unmarked);
    let words = content::words(Lang::En);
    let why: String = page.split("\n\n").nth(1).unwrap().replace('\n', " ");
    assert_eq!(why, words.reason.too_short);
    assert!(page.contains("\n3 ") && !page.contains("\n2 "));
    assert!(!page.contains(&words.review.next_none));
}

#[test]
fn escape_bytes_come_from_colour_alone() {
    let escapes = |page: &str| page.matches('\u{1b}').count();
    let text = fixture::ENGLISH.replace("disaster", "disast\u{1b}r");
    assert_eq!(
        escapes(&told(Lang::En, Color::Off, &text, &fixture::english())),
        0
    );
    // A bold line for each tip, a coloured one for each of the four marks.
    let page = told(Lang::En, Color::On, &text, &fixture::english());
    assert_eq!(escapes(&page), 2 * (8 + 4));
}
