//! The engine agrees with the coach: every sample gets the verdicts that its file lists.

use std::fmt::Write as _;

use failwell::content::{engine, library};
use failwell::engine::lang::Lang;
use failwell::engine::tip::{Tip, Verdict};
use failwell::engine::{Options, Report};

/// What the report says otherwise than the sample, one line each.
fn differences(sample: &failwell::content::library::SampleText, report: &Report) -> String {
    let mut lines = String::new();
    if let Some(reason) = report.reason {
        let _ = writeln!(lines, "  not marked: {reason:?}");
    }
    for tip in Tip::ALL {
        let told = match report.verdict(tip) {
            Some(Verdict::Unseen) => Some(Verdict::Kept),
            told => told,
        };
        if told != Some(sample.verdict(tip)) {
            let found: Vec<_> = report
                .of(tip)
                .map(|f| (f.kind.id(), f.span.of(&sample.text)))
                .collect();
            let listed = sample.verdict(tip);
            let _ = writeln!(
                lines,
                "  {}: listed {listed:?}, told {told:?}, found {found:?}",
                tip.id()
            );
        }
    }
    lines
}

#[test]
fn the_engine_agrees_with_every_sample() {
    let mut all = String::new();
    for sample in &library().samples {
        for (name, telling) in [("before", &sample.before), ("after", &sample.after)] {
            for lang in Lang::ALL {
                let text = telling.get(lang);
                let report = engine().analyse(&text.text, Options::default());
                assert_eq!(report.lang, Some(lang), "{} {name}", sample.id);
                let lines = differences(text, &report);
                if !lines.is_empty() {
                    let _ = writeln!(all, "{} {name} {}:\n{lines}", sample.id, lang.code());
                }
            }
        }
    }
    assert!(all.is_empty(), "\n{all}");
}

/// Where there is nothing to change, the screen marks what to praise.
#[test]
fn a_better_telling_has_nothing_to_underline() {
    for sample in &library().samples {
        for lang in Lang::ALL {
            let text = &sample.after.get(lang).text;
            let report = engine().analyse(text, Options::default());
            let problems = report.findings.iter().filter(|f| f.kind.is_problem());
            let quotes: Vec<_> = problems.map(|f| f.span.of(text)).collect();
            assert!(
                quotes.is_empty(),
                "{} {}: {quotes:?}",
                sample.id,
                lang.code()
            );
        }
    }
}
