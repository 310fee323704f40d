//! The weights file and the lines that a scorer reads.

use std::fmt::Write;

use failwell::engine::model::Weights;
use failwell::engine::{Report, Tip, Verdict};
use serde_json::json;

/// A weights file: one feature a line, in the order of the features.
pub fn toml(weights: &Weights) -> String {
    let mut out = String::from(
        "# Made by `cargo run --release --example train` from tests/corpus/. Do not edit.\n\
         # A thousand is one unit of log odds. Roles: event, setback, lesson, measure, gain, other.\n\n",
    );
    for (list, features) in [("defence", &weights.defence), ("joins", &weights.joins)] {
        let _ = writeln!(out, "{list} = [");
        for (name, weight) in features {
            let _ = writeln!(out, "  [{name:?}, {weight}],");
        }
        let _ = writeln!(out, "]\n");
    }
    let _ = writeln!(out, "[roles]");
    let _ = writeln!(out, "start = {:?}", weights.roles.start);
    let _ = writeln!(out, "end = {:?}", weights.roles.end);
    let _ = writeln!(out, "steps = [");
    for row in &weights.roles.steps {
        let _ = writeln!(out, "  {row:?},");
    }
    let _ = writeln!(out, "]\nfeatures = [");
    for (name, row) in &weights.roles.features {
        let _ = writeln!(out, "  [{name:?}, {row:?}],");
    }
    let _ = writeln!(out, "]");
    for kind in &weights.kinds {
        let _ = writeln!(out, "\n[[kinds]]\nkind = {:?}\nfeatures = [", kind.kind);
        for (name, weight) in &kind.features {
            let _ = writeln!(out, "  [{name:?}, {weight}],");
        }
        let _ = writeln!(out, "]");
    }
    out
}

/// One report as a line of predictions.
pub fn report(id: &str, report: &Report) -> String {
    let verdict = |tip: Tip| report.verdict(tip).unwrap_or(Verdict::Unseen);
    json!({
        "id": id,
        "sentences": report.sentences.iter().map(|s| json!({
            "start": s.span.start(), "end": s.span.end(), "role": s.role.id(),
        })).collect::<Vec<_>>(),
        "findings": report.findings.iter().map(|f| json!({
            "tip": f.kind.tip().id(), "kind": f.kind.id(),
            "start": f.span.start(), "end": f.span.end(),
        })).collect::<Vec<_>>(),
        "verdicts": Tip::ALL.into_iter().map(|tip| (tip.id().to_owned(), json!(verdict(tip))))
            .collect::<serde_json::Map<_, _>>(),
    })
    .to_string()
}
