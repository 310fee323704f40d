//! Minimal pairs: short answers that must show a kind at the marked place, and near twins that must
//! not (`tests/pairs/`, written without sight of the phrases). The table says how many of each edge
//! case are read rightly; the floors keep what has been reached.

#![expect(clippy::print_stdout, reason = "a table to read")]

use std::fmt::Write as _;
use std::ops::Range;

use failwell::content::engine;
use failwell::engine::lang::Lang;
use failwell::engine::tip::Kind;
use failwell::engine::{Options, Report};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    case: Vec<Case>,
}

/// One edge case of the rubric.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    kind: Kind,
    fires: Vec<String>,
    silent: Vec<String>,
}

/// Texts read rightly, of all.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    of: usize,
}

impl Score {
    fn of(texts: &[String], right: impl Fn(&str) -> bool) -> Self {
        Self {
            right: texts.iter().filter(|text| right(text)).count(),
            of: texts.len(),
        }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.of += other.of;
    }

    fn percent(self) -> usize {
        self.right * 100 / self.of.max(1)
    }
}

/// The text without its marks, and the bytes between them.
fn unmark(marked: &str) -> (String, Range<usize>) {
    let (before, rest) = marked.split_once('⟦').expect("an opening mark");
    let (inside, after) = rest.split_once('⟧').expect("a closing mark");
    let start = before.len();
    (
        format!("{before}{inside}{after}"),
        start..start + inside.len(),
    )
}

fn found(lang: Lang, kind: Kind, marked: &str) -> bool {
    let (text, mark) = unmark(marked);
    let options = Options {
        lang: Some(lang),
        ..Options::default()
    };
    let report: Report = engine().analyse(&text, options);
    report.findings.iter().any(|finding| {
        finding.kind == kind && finding.span.start() < mark.end && finding.span.end() > mark.start
    })
}

/// Reads all cases of a language; prints the table and what was read wrongly.
fn score(lang: Lang, pairs: &str) -> (Score, Score) {
    let pairs: Pairs = toml::from_str(pairs).expect("pairs are sound");
    let (mut fires, mut silent) = (Score::default(), Score::default());
    let mut wrong = String::new();
    println!(
        "{:<62}{:<16}{:>8}{:>9}",
        "edge case", "kind", "fires", "silent"
    );
    for case in &pairs.case {
        assert!(
            case.fires.len() >= 20 && case.silent.len() >= 20,
            "{}: at least 20 texts a side",
            case.name
        );
        let own = [
            Score::of(&case.fires, |text| found(lang, case.kind, text)),
            Score::of(&case.silent, |text| !found(lang, case.kind, text)),
        ];
        println!(
            "{:<62}{:<16}{:>5}/{}{:>6}/{}",
            case.name,
            case.kind.id(),
            own[0].right,
            own[0].of,
            own[1].right,
            own[1].of
        );
        for text in case
            .fires
            .iter()
            .filter(|text| !found(lang, case.kind, text))
        {
            let _ = writeln!(wrong, "missed {}: {text}", case.kind.id());
        }
        for text in case
            .silent
            .iter()
            .filter(|text| found(lang, case.kind, text))
        {
            let _ = writeln!(wrong, "false  {}: {text}", case.kind.id());
        }
        fires.add(own[0]);
        silent.add(own[1]);
    }
    println!(
        "fires {}/{} ({}%), silent {}/{} ({}%)\n{wrong}",
        fires.right,
        fires.of,
        fires.percent(),
        silent.right,
        silent.of,
        silent.percent()
    );
    (fires, silent)
}

#[test]
fn english_pairs() {
    let (fires, silent) = score(Lang::En, include_str!("pairs/en.toml"));
    assert!(fires.percent() >= 58, "fires: {}%", fires.percent());
    assert!(silent.percent() >= 90, "silent: {}%", silent.percent());
}

#[test]
fn chinese_pairs() {
    let (fires, silent) = score(Lang::Zh, include_str!("pairs/zh.toml"));
    assert!(fires.percent() >= 58, "fires: {}%", fires.percent());
    assert!(silent.percent() >= 90, "silent: {}%", silent.percent());
}
