//! What the reports of a run look like together: one after the other, or one JSON document.
//! Knows forms; knows no files and no verdicts.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::fix::Mend;
use super::read::Answer;
use crate::engine::{Engine, Lang, Report};
use crate::export::clean::clean_line;
use crate::export::json::Asked;
use crate::export::plain::Voice;
use crate::export::{json, plain, short, why};

/// The form of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// A line for each thing to change: PATH:LINE:COLUMN: TIP/KIND: ...
    Short,
    /// One JSON document: the report, or an object with the reports of several
    Json,
    /// A line of JSON for each answer
    Jsonl,
}

/// How each report is written.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) format: Format,
    pub(super) voice: Voice,
    pub(super) engine: &'a Engine,
    /// Whether to say why each finding was made.
    pub(super) why: bool,
    /// Whether there may be more than one answer.
    pub(super) several: bool,
    /// What becomes of the safe rewrites.
    pub(super) mend: Mend,
}

impl Form<'_> {
    /// One report.
    pub(super) fn write(
        self,
        out: &mut dyn Write,
        name: &Path,
        answer: &Answer,
        report: &Report,
    ) -> io::Result<()> {
        let (name, text) = (name.to_string_lossy(), answer.text.as_str());
        let lang = report.lang.unwrap_or(Lang::En);
        let explained = self
            .why
            .then(|| self.engine.reader(lang).explain(answer.prose()));
        match self.format {
            Format::Json | Format::Jsonl => {
                let asked = Asked {
                    tips: self.voice.tips,
                    why: explained.as_deref(),
                };
                json::asked(out, name, text, report, asked)?;
                return if self.document() {
                    Ok(())
                } else {
                    writeln!(out)
                };
            }
            Format::Short => short::report(out, self.voice, &name, text, report)?,
            Format::Text => {
                if self.several {
                    writeln!(out, "== {} ==", clean_line(&name))?;
                }
                plain::report(out, self.voice, text, report)?;
            }
        }
        let mut explained = explained.unwrap_or_default();
        explained.retain(|one| self.voice.tips.has(one.kind.tip()));
        why::explanations(out, text, &explained)
    }

    /// What stands before all of them.
    pub(super) fn open(self, out: &mut dyn Write) -> io::Result<()> {
        if self.document() {
            write!(out, "{{\"v\":{},\"reports\":[", json::VERSION)?;
        }
        Ok(())
    }

    /// What stands before the report at this place.
    pub(super) fn part(self, out: &mut dyn Write, place: usize) -> io::Result<()> {
        out.write_all(match (self.format, place) {
            (Format::Json, 0) if self.several => b"\n",
            (Format::Json, _) if self.several => b",\n",
            (Format::Text, 1..) => b"\n",
            _ => b"",
        })
    }

    /// What stands behind all of them.
    pub(super) fn close(self, out: &mut dyn Write, passed: &[PathBuf]) -> io::Result<()> {
        if self.document() {
            let passed: Vec<_> = passed.iter().map(|path| path.to_string_lossy()).collect();
            out.write_all(b"],\"passed\":")?;
            json::value(out, &passed)?;
            writeln!(out, "}}")?;
        }
        Ok(())
    }

    /// Whether the reports stand in one JSON object.
    fn document(self) -> bool {
        self.format == Format::Json && self.several && self.mend != Mend::Shown
    }
}
