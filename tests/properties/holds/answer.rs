//! Reading an answer: it cannot fail, it repeats itself, and what it shows lies in the text.

use failwell::content;
use failwell::engine::{Lang, Options, Report, Tip};

/// Reads `text` in both languages and in the one that it seems to be in.
pub fn a_report_is_sound(text: &str) {
    for lang in [None, Some(Lang::En), Some(Lang::Zh)] {
        let options = Options {
            lang,
            ..Options::default()
        };
        let report = content::engine().analyse(text, options);
        is_sound(text, &report);
        let again = content::engine().analyse(text, options);
        assert_eq!(report, again, "the same text, the same report");
        if let Some(lang) = lang {
            is_explained(text, lang, &report);
        }
    }
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
        let (start, end) = (sentence.span.start(), sentence.span.end());
        assert!(at <= start && text.get(start..end).is_some());
        at = end;
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

/// Every finding that the weights decided has its reasons, and nothing else has.
fn is_explained(text: &str, lang: Lang, report: &Report) {
    let explained = content::engine().reader(lang).explain(text);
    let reasons: Vec<_> = explained.iter().map(|e| (e.kind, e.span)).collect();
    let weighed: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.kind.id() != "long-setback")
        .map(|finding| (finding.kind, finding.span))
        .collect();
    assert_eq!(weighed, reasons);
}
