//! Two attempts side by side, both read by today's rules.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use super::Job;
use crate::content;
use crate::content::library::Library;
use crate::engine::{Options, Report};
use crate::export::clean::clean_line;
use crate::export::compare::{self, Read};
use crate::export::{json, plain};
use crate::practice::compare::{Comparison, Fate};
use crate::practice::record::Record;

/// Compare two attempts: which edit cleared which mark, which beats stayed
#[derive(Args, Clone, Debug)]
pub(super) struct Compare {
    /// The id of one, or the first characters of it
    #[arg(value_name = "ID")]
    one: String,
    /// The id of the other; without it the take that the first one was edited from, or the first
    /// of its prompt
    #[arg(value_name = "ID")]
    other: Option<String>,
}

impl Compare {
    /// An attempt and the one it follows.
    pub(super) fn of(id: &str) -> Self {
        Self {
            one: id.to_owned(),
            other: None,
        }
    }

    pub(super) fn run(self, job: Job<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
        let (history, index) = job.load()?;
        let find = |wanted: &str| {
            let ids = history.attempts.iter().map(|attempt| attempt.id.as_str());
            job.find(ids, wanted)
        };
        let one = find(&self.one)?;
        let other = match &self.other {
            Some(other) => find(other)?,
            None => crate::practice::compare::partner(&history.attempts, &one)
                .ok_or_else(|| anyhow::anyhow!("{}", job.words().compare.alone))?
                .id
                .clone(),
        };
        // Ids sort by time.
        let (earlier, later) = (one.clone().min(other.clone()), one.max(other));
        let takes = [index.read(&earlier)?, index.read(&later)?];
        let reports = takes.each_ref().map(|take| job.read(take));
        let [earlier, later] = [0, 1].map(|at| Read {
            record: &takes[at],
            report: &reports[at],
        });
        let found = compare::comparison(earlier, later);
        if job.json {
            let value = value(earlier, later, &found);
            return Ok(json::line(out, &value)?);
        }
        let voice = job.context.voice();
        let asked = asked(voice.library, later.record, voice.lang);
        plain::paragraph(out, 0, &asked)?;
        writeln!(out)?;
        let told = compare::told(voice, earlier, later, &found);
        Ok(compare::print(out, &told)?)
    }
}

impl Job<'_> {
    /// What today's rules say about an attempt.
    pub(super) fn read(self, record: &Record) -> Report {
        let options = Options {
            lang: record.lang,
            rate: self.context.settings.rate,
        };
        content::engine().analyse(&record.answer, options)
    }
}

fn asked(library: &Library, record: &Record, lang: crate::engine::Lang) -> String {
    let known = library.prompts.iter().find(|one| one.id == record.prompt);
    let text = known.map_or(&record.prompt_text, |prompt| prompt.text.get(lang));
    clean_line(text)
}

fn value(earlier: Read<'_>, later: Read<'_>, found: &Comparison) -> Value {
    let (before, after) = (&earlier.record.answer, &later.record.answer);
    let edits = found.edits.iter().enumerate().map(|(index, edit)| {
        let with = found.cleared.iter().filter(|one| one.by == Some(index));
        let kinds = with.map(|one| earlier.report.findings[one.finding].kind.id());
        json!({
            "before": before[edit.before.clone()],
            "after": after[edit.after.clone()],
            "cleared": kinds.collect::<Vec<_>>(),
        })
    });
    let cleared = found.cleared.iter().map(|one| {
        let finding = &earlier.report.findings[one.finding];
        json!({"kind": finding.kind.id(), "text": finding.span.of(before), "edit": one.by})
    });
    let raised = found.raised.iter().map(|finding| {
        let finding = &later.report.findings[*finding];
        json!({"kind": finding.kind.id(), "text": finding.span.of(after)})
    });
    let beats = found.beats.iter().map(|(beat, fate)| {
        let fate = match fate {
            Fate::Stayed => "stayed",
            Fate::New => "new",
            Fate::LeftOut => "left-out",
        };
        (beat.id().to_owned(), Value::from(fate))
    });
    let worked = compare::worked(earlier, later).map(|(goal, worked)| {
        let before = worked.before.map(|span| span.of(before));
        let now = worked.now.map(|span| span.of(after));
        json!({"step": goal.step, "before": before, "now": now})
    });
    json!({
        "v": 1,
        "earlier": earlier.record.id,
        "later": later.record.id,
        "edited": compare::edited(earlier.record, later.record),
        "moved_percent": found.moved,
        "beats": beats.collect::<serde_json::Map<_, _>>(),
        "worked": worked,
        "edits": edits.collect::<Vec<_>>(),
        "cleared": cleared.collect::<Vec<_>>(),
        "raised": raised.collect::<Vec<_>>(),
    })
}
