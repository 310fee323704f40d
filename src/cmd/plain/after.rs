//! What can be done once an answer is read: said again, changed sentence by sentence, compared, and
//! what does not count silenced with a reason.

use std::io;

use super::{Next, Trainer};
use crate::content;
use crate::content::say;
use crate::content::words::fill;
use crate::engine::{Finding, Options, Report, Tip};
use crate::export::clean::clean_line;
use crate::practice::record::Record;
use crate::practice::rewrite::{self, Offer};
use crate::practice::silence::Target;
use crate::practice::take;
use crate::store::history;
use crate::wrap;

/// Cells of the words by which a sentence or a finding is known.
const QUOTE: usize = 60;

/// What can be done after a review.
#[derive(Clone, Copy)]
enum Then {
    Again,
    Compare,
    Edit,
    Rewrite,
    Silence,
    Aloud,
    Home,
}

impl Trainer<'_> {
    pub(super) fn after(&mut self, mut record: Record, report: &Report) -> anyhow::Result<Next> {
        let words = self.words();
        let goal = take::goal(report).or(record.goal);
        loop {
            let choices = [
                (Then::Again, &words.key.again),
                (Then::Compare, &words.key.compare),
                (Then::Edit, &words.key.edit),
                (Then::Rewrite, &words.key.rewrite),
                (Then::Silence, &words.key.silence),
                (Then::Aloud, &words.key.aloud),
                (Then::Home, &words.key.back),
            ];
            match self.talk.choose(words, &choices)? {
                Some(Then::Again) => return Ok(Next::Again(Box::new(record), goal)),
                Some(Then::Edit) => return Ok(Next::Edit(Box::new(record), goal)),
                Some(Then::Rewrite) => {
                    if let Some(text) = self.rewritten(&record, report)? {
                        record.answer = text;
                        return Ok(Next::Edit(Box::new(record), goal));
                    }
                }
                Some(Then::Compare) => self.compare(&record.id)?,
                Some(Then::Silence) => self.silence(&record, report)?,
                Some(Then::Aloud) => self.say_aloud(&record, report)?,
                Some(Then::Home) | None => return Ok(Next::Home),
            }
        }
    }

    /// The answer with the rewrite that is chosen; `None` when none is.
    fn rewritten(&mut self, record: &Record, report: &Report) -> io::Result<Option<String>> {
        let words = self.words();
        let text = record.answer.as_str();
        let offers = content::offers(text, report);
        if offers.is_empty() {
            self.talk.say(&words.review.no_rewrite)?;
            return Ok(None);
        }
        let told = |offer: &Offer| {
            let quote = wrap::cut(&clean_line(offer.span.of(text)), QUOTE);
            fill(
                &words.cli.finding,
                &[&format!("\"{quote}\""), &offer.say[0]],
            )
        };
        let known: Vec<String> = offers.iter().map(told).collect();
        let mut choices: Vec<(Option<&Offer>, &String)> =
            offers.iter().map(Some).zip(&known).collect();
        choices.push((None, &words.key.back));
        let chosen = self.talk.choose(words, &choices)?.flatten();
        Ok(chosen.map(|offer| rewrite::apply(text, [offer])))
    }

    /// Puts other sentences in the place of those that are chosen, and gives the whole back.
    pub(super) fn change(&mut self, mut text: String) -> io::Result<String> {
        let words = self.words();
        loop {
            let options = Options {
                lang: None,
                rate: self.settings.rate,
            };
            let sentences = content::engine().analyse(&text, options).sentences;
            let known: Vec<String> = sentences
                .iter()
                .map(|sentence| wrap::cut(&clean_line(sentence.span.of(&text)), QUOTE))
                .collect();
            let mut choices: Vec<(Option<usize>, &String)> = (0..).map(Some).zip(&known).collect();
            choices.push((None, &words.key.finish));
            self.talk.gap()?;
            let Some(Some(at)) = self.talk.choose(words, &choices)? else {
                return Ok(text);
            };
            self.talk.say(sentences[at].span.of(&text))?;
            self.talk.say(&words.plain.change)?;
            let Some(line) = self.talk.line()? else {
                return Ok(text);
            };
            let range = sentences[at].span.range();
            text.replace_range(range, line.trim());
        }
    }

    /// Asks which finding does not count, and why; "done alone" lets tip 4 rest.
    fn silence(&mut self, record: &Record, report: &Report) -> anyhow::Result<()> {
        let words = self.words();
        let found: Vec<&Finding> = report
            .findings
            .iter()
            .filter(|f| f.kind.is_problem())
            .collect();
        let mut known: Vec<String> = found.iter().map(|f| self.named(record, f)).collect();
        let mut targets: Vec<Option<Target>> = found.iter().map(|f| Some((*f).into())).collect();
        known.extend([words.key.alone.clone(), words.key.reason_drop.clone()]);
        targets.extend([Some(Target::Tip(Tip::We)), None]);
        let choices: Vec<(Option<Target>, &String)> = targets.into_iter().zip(&known).collect();
        let Some(Some(target)) = self.talk.choose(words, &choices)? else {
            return Ok(());
        };
        let reason = match target {
            Target::Tip(_) => words.review.alone.clone(),
            Target::Mark(..) => {
                self.talk.say(&fill(&words.review.why, &[""]))?;
                self.talk.line()?.unwrap_or_default()
            }
        };
        if reason.trim().is_empty() {
            return Ok(self.talk.say(&words.past.no_change)?);
        }
        let event = self
            .stamp()
            .silence(&record.id, target, Some(reason.trim()));
        if self
            .on_disk(|paths| history::silence(paths, &event))?
            .is_some()
        {
            self.show(&record.id)?;
        }
        Ok(())
    }

    fn named(&self, record: &Record, finding: &Finding) -> String {
        let lang = self.settings.lang;
        let kind = say::kind(self.library, finding.kind).map_or("", |text| text.name.get(lang));
        let quote = wrap::cut(&clean_line(finding.span.of(&record.answer)), QUOTE);
        fill(&self.words().cli.finding, &[kind, &format!("\"{quote}\"")])
    }
}
