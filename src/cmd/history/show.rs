//! One attempt with its notes and the report of today's rules.

use std::io::{self, Write};

use super::{Job, export};
use crate::content::say;
use crate::content::words::{Words, fill};
use crate::engine::{RULES_VERSION, Tip};
use crate::export::clean::clean_line;
use crate::export::json::Asked;
use crate::export::{json, plain};
use crate::practice::event::Note;
use crate::practice::feedback::Heard;
use crate::practice::record::Record;
use crate::practice::silence::{Silenced, Target};

pub(super) fn show(job: Job<'_>, out: &mut dyn Write, id: &str) -> anyhow::Result<()> {
    let (history, index) = job.load()?;
    let ids = history.attempts.iter().map(|attempt| attempt.id.as_str());
    let id = job.find(ids, id)?;
    if job.json {
        let line = String::from_utf8_lossy(&index.line(&id)?).into_owned();
        let record = index.read(&id).ok();
        let silenced = history.silenced_in(&id);
        return Ok(as_json(out, job, &line, record.as_ref(), &silenced)?);
    }
    if job.csv {
        let shown = history.attempts.iter().filter(|attempt| attempt.id == id);
        return export::table(out, job, (&history, &index), &shown.collect::<Vec<_>>());
    }
    let record = index.read(&id)?;
    let heard = history.heard_in(&record.id);
    let notes: Vec<&Note> = history.notes_on(&record.id).collect();
    let silenced = history.silenced_in(&record.id);
    told(job, out, &record, &notes, &silenced)?;
    Ok(people(out, job.words(), &heard)?)
}

/// The line as it is stored, with the report of today's rules behind it: nothing where a later
/// version wrote it, or where it has a report of its own.
fn as_json(
    out: &mut dyn Write,
    job: Job<'_>,
    line: &str,
    record: Option<&Record>,
    silenced: &Silenced,
) -> io::Result<()> {
    let record = record.filter(|record| !record.rest.contains_key("report"));
    let Some((record, open)) = record.zip(line.strip_suffix('}')) else {
        json::escaped(out, line)?;
        return out.write_all(b"\n");
    };
    json::escaped(out, open)?;
    out.write_all(b",\"report\":")?;
    let report = silenced.applied(&job.read(record));
    let (id, answer) = (&record.id, &record.answer);
    json::asked(out, id, answer, &report, Asked::default())?;
    out.write_all(b"}\n")
}

/// What people who listened say, where anybody did.
fn people(out: &mut dyn Write, words: &Words, heard: &Heard) -> io::Result<()> {
    if heard.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", say::listeners(words, heard))?;
    let ticks = Tip::ALL.map(|tip| format!("{} {}", tip.number(), heard.ticks(tip)));
    plain::paragraph(out, 2, &ticks.join(say::DOT))?;
    for said in &heard.words {
        plain::paragraph(out, 2, said)?;
    }
    Ok(())
}

fn told(
    job: Job<'_>,
    out: &mut dyn Write,
    record: &Record,
    notes: &[&Note],
    silenced: &Silenced,
) -> io::Result<()> {
    let voice = job.context.voice();
    let words = voice.words;
    let mut facts = vec![clean_line(&record.day)];
    facts.extend(
        record
            .take
            .map(|take| fill(&words.review.take, &[&take.to_string()])),
    );
    if record.rules != RULES_VERSION {
        facts.push(words.review.other_rules.clone());
    }
    facts.push(clean_line(&record.id));
    writeln!(out, "{}\n", facts.join(say::DOT))?;
    plain::paragraph(out, 0, &record.prompt_text)?;
    writeln!(out)?;
    plain::paragraph(out, 4, record.answer.trim_end())?;
    for note in notes {
        writeln!(out)?;
        plain::paragraph(out, 0, &fill(&words.history.note, &[note.text.trim_end()]))?;
    }
    writeln!(out)?;
    let report = job.read(record);
    for finding in &report.findings {
        if let Some(reason) = silenced.reason(finding) {
            let quote = clean_line(finding.span.of(&record.answer));
            plain::paragraph(out, 0, &fill(&words.past.silenced, &[&quote, reason]))?;
        }
    }
    if let Some(reason) = silenced.reason(Target::Tip(Tip::We)) {
        plain::paragraph(out, 0, &fill(&words.past.rests, &[reason]))?;
    }
    let report = silenced.applied(&report);
    plain::report(out, voice, &record.answer, &report)
}
