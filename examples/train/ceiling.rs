//! How many labels the rules propose at all: what no weight can win back.

use std::ops::Range;

use failwell::content;
use failwell::engine::judge::KindModel;
use failwell::engine::{Kind, Lang, Role};

use crate::corpus::{Labelled, role_at};
use crate::fit::covers;

/// Prints for each kind: labels, labels that a proposal covers, proposals, and the examples missed.
#[expect(clippy::print_stdout, reason = "a report")]
pub fn print(lang: Lang, answers: &[Labelled]) {
    let reader = content::engine().reader(lang);
    let model = KindModel::open();
    for kind in Kind::all() {
        let (mut gold, mut met, mut proposed) = (0, 0, 0);
        let mut missed: Vec<&str> = Vec::new();
        for answer in answers {
            let mut reading = reader.read_without_roles(&answer.text);
            let roles: Vec<Role> = reading
                .sentences
                .iter()
                .map(|s| role_at(answer, &s.bytes))
                .collect();
            reading.tell(roles);
            let found: Vec<Range<usize>> = model
                .candidates(&reading)
                .into_iter()
                .filter(|candidate| candidate.kind == kind)
                .map(|candidate| reading.bytes(&candidate.tokens))
                .collect();
            proposed += found.len();
            for (_, span) in answer.spans.iter().filter(|span| span.0 == kind) {
                gold += 1;
                if found.iter().any(|bytes| covers(span, bytes)) {
                    met += 1;
                } else {
                    missed.push(&answer.text[span.clone()]);
                }
            }
        }
        println!(
            "{:<16} {met:>4} of {gold:>4} labels among {proposed:>5} proposals",
            kind.id()
        );
        for text in missed.iter().take(12) {
            println!("    {}", text.replace('\n', " "));
        }
    }
}
