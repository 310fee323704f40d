//! What the exports of a history for people and tables have in common: an attempt with its notes.

use super::clean::clean_line;
use crate::content;
use crate::content::library::Library;
use crate::content::say;
use crate::content::words::{Words, fill};
use crate::engine::{Kind, Lang, Options, Report, Span, Tip};
use crate::practice::event::Note;
use crate::practice::record::Record;
use crate::practice::rewrite::Offer;
use crate::practice::silence::{Silenced, Target};
use crate::practice::{clock, take};

/// One attempt of a history.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// As it was saved.
    pub record: &'a Record,
    /// The notes on it, oldest first.
    pub notes: &'a [&'a Note],
    /// What does not count in it, and why.
    pub silenced: &'a Silenced,
}

/// The language of the words around the answers.
#[derive(Clone, Copy, Debug)]
pub struct Tongue {
    /// Which one.
    pub lang: Lang,
    /// Its interface words.
    pub words: &'static Words,
    /// What is said about the tips.
    pub library: &'static Library,
}

impl Entry<'_> {
    /// What stands over it: the day, which take it was.
    pub(super) fn title(&self, tongue: Tongue) -> String {
        let take = self.record.take.map(|take| take.to_string());
        let take = take.map(|take| fill(&tongue.words.review.take, &[&take]));
        let parts: Vec<String> = [Some(self.record.day.clone()), take]
            .into_iter()
            .flatten()
            .collect();
        parts.join(say::DOT)
    }

    /// How long it is, and the one next change.
    pub(super) fn facts(&self, tongue: Tongue) -> Vec<String> {
        let (words, record) = (tongue.words, self.record);
        let spoken = clock::face(record.speaking_seconds);
        let typed = clock::face(record.typing_seconds);
        let mut facts = vec![
            say::amount(words, record.words),
            fill(&words.rehearse.spoken, &[&spoken]),
            fill(&words.rehearse.typing, &[&typed]),
        ];
        facts.extend(
            record
                .reason
                .map(|reason| say::reason(words, reason).to_owned()),
        );
        facts
    }

    /// The tips with their states; none when it got no marks.
    pub(super) fn tips(&self, tongue: Tongue) -> Vec<(String, &'static str)> {
        let line = |tip: Tip| {
            let verdict = self.record.verdicts.get(&tip)?;
            let text = say::tip(tongue.library, tip);
            let title = text.map_or(tip.id(), |text| text.title.get(tongue.lang));
            Some((
                format!("{} {title}", tip.number()),
                say::verdict(tongue.words, *verdict),
            ))
        };
        Tip::ALL.into_iter().filter_map(line).collect()
    }

    /// What does not count with the reasons, and other words for others, by the rules of today; one
    /// line each.
    pub(super) fn marks(&self, tongue: Tongue) -> Vec<String> {
        let words = tongue.words;
        let report = self.report();
        let silent = self.silent(&report);
        let silent = silent.iter().map(|(quote, reason)| match quote {
            Some(quote) => fill(&words.past.silenced, &[quote, reason]),
            None => fill(&words.past.rests, &[reason]),
        });
        let offered = self.offered(&report).into_iter().map(|(kind, quote, say)| {
            let said = say.join(&words.cli.or);
            let cure = match kind {
                Kind::SoloBlame => fill(&words.cli.instead_shared, &[&said]),
                _ => fill(&words.cli.instead, &[&said]),
            };
            fill(&words.cli.finding, &[&quote, &cure])
        });
        silent.chain(offered).collect()
    }

    /// The answer by the rules of today.
    pub(super) fn report(&self) -> Report {
        let options = Options {
            lang: self.record.lang,
            ..Options::default()
        };
        content::engine().analyse(&self.record.answer, options)
    }

    /// What does not count: the words, or none for tip 4 as a whole, and why.
    pub(super) fn silent(&self, report: &Report) -> Vec<(Option<String>, &str)> {
        let marks = report.findings.iter().filter_map(|finding| {
            let reason = self.silenced.reason(finding)?;
            Some((Some(self.quote(finding.span)), reason))
        });
        let rests = self.silenced.reason(Target::Tip(Tip::We));
        marks.chain(rests.map(|reason| (None, reason))).collect()
    }

    /// What can be said in other words, of all that counts.
    pub(super) fn offered(&self, report: &Report) -> Vec<(Kind, String, Vec<String>)> {
        let counts = |offer: &Offer| {
            let tip = Target::Tip(offer.kind.tip());
            let mark = Target::Mark(offer.span.start(), offer.span.end(), offer.kind);
            self.silenced.reason(tip).is_none() && self.silenced.reason(mark).is_none()
        };
        let mut offers = content::offers(&self.record.answer, report);
        offers.retain(counts);
        let told = |offer: Offer| (offer.kind, self.quote(offer.span), offer.say);
        offers.into_iter().map(told).collect()
    }

    fn quote(&self, span: Span) -> String {
        clean_line(span.of(&self.record.answer))
    }

    /// The one next change as a sentence.
    pub(super) fn next(&self, tongue: Tongue) -> Option<String> {
        let goal = take::goal_of(self.record.next?, self.record.speaking_seconds);
        let said = say::next(tongue.words, goal);
        Some(fill(&tongue.words.review.next, &[&said]))
    }
}

#[cfg(test)]
pub(super) mod fixture {
    use super::*;
    use crate::content::{library, words};
    use crate::engine::{Step, Verdict};
    use crate::practice::event::Stamp;
    use crate::practice::record::fixture::record;

    pub(crate) fn tongue(lang: Lang) -> Tongue {
        Tongue {
            lang,
            words: words(lang),
            library: library(),
        }
    }

    /// An attempt with marks and a note.
    pub(crate) fn entry(prompt: &str, answer: &str, note: &str) -> (Record, Note) {
        let marked = Record {
            prompt_text: prompt.into(),
            words: 12,
            speaking_seconds: 40,
            verdicts: [(Tip::Learned, Verdict::Kept), (Tip::We, Verdict::Work)].into(),
            next: Some(Step::We),
            ..record("01K4TZXC9P0000000000000001", answer)
        };
        let stamp = Stamp {
            id: "01K4TZXC9P0000000000000002".into(),
            at: "2026-03-08T02:00:00Z".into(),
            off: "+08:00".into(),
            tz: None,
        };
        let note = stamp.note(&marked.id, note);
        (marked, note)
    }
}
