//! Shapes of telling that are worth a word of their own: an old recipe, a strength in disguise, a
//! near miss, criticism taken well. Knows phrases and a report; the words about them are content.

use super::rewrite::phrases::Phrases;
use super::rewrite::word::words;
use crate::engine::{Bilingual, Kind, Lang, Report, Span};

/// What one remark is found by.
#[derive(Clone, Copy, Debug)]
pub struct Seek<'a> {
    /// In how many of its groups something has to be found.
    pub groups: usize,
    /// What must have been seen beside it.
    pub beside: Option<Kind>,
    /// The groups, as patterns.
    pub seek: &'a Bilingual<Vec<String>>,
}

/// Looks for all remarks in one reading of an answer.
#[derive(Debug)]
pub struct Seekers {
    conditions: Vec<(usize, Option<Kind>)>,
    table: Bilingual<Table>,
}

/// The groups of all remarks, and whose each one is.
#[derive(Debug)]
struct Table {
    phrases: Phrases,
    owners: Vec<usize>,
}

impl Seekers {
    /// Reads the patterns; see `pattern.rs`.
    pub fn new(seeks: &[Seek<'_>]) -> Self {
        let table = |lang| {
            let groups = (seeks.iter().enumerate()).flat_map(|(owner, seek)| {
                seek.seek.get(lang).iter().map(move |text| (owner, text))
            });
            let (owners, texts): (Vec<usize>, Vec<&String>) = groups.unzip();
            Table {
                phrases: Phrases::new(lang, texts),
                owners,
            }
        };
        Self {
            conditions: seeks
                .iter()
                .map(|seek| (seek.groups, seek.beside))
                .collect(),
            table: Bilingual {
                en: table(Lang::En),
                zh: table(Lang::Zh),
            },
        }
    }

    /// The first words of each remark that a marked answer gives cause for, in their order.
    pub fn find(&self, text: &str, report: &Report) -> Vec<Option<Span>> {
        let none = vec![None; self.conditions.len()];
        let Some(lang) = report.lang.filter(|_| report.marked()) else {
            return none;
        };
        let table = self.table.get(lang);
        let found = table.first(text, report, lang);
        let seen = |kind| report.findings.iter().any(|finding| finding.kind == kind);
        let conditions = self.conditions.iter().enumerate();
        conditions
            .map(|(number, &(groups, beside))| {
                let own = table.owners.iter().zip(&found);
                let own = own.filter_map(|(owner, span)| span.filter(|_| *owner == number));
                let start = own.clone().min_by_key(|span| span.start());
                start.filter(|_| own.count() >= groups && beside.is_none_or(seen))
            })
            .collect()
    }
}

impl Table {
    /// Where each group is first found, sentence by sentence, outside of quotation marks.
    fn first(&self, text: &str, report: &Report, lang: Lang) -> Vec<Option<Span>> {
        let mut first = vec![None; self.phrases.len()];
        for sentence in &report.sentences {
            let words = words(lang, text, sentence.span.range());
            for (number, found) in self.phrases.all(&words) {
                let words = words.get(found.whole).unwrap_or_default();
                if let [begin, ..] = words
                    && let [.., end] = words
                    && !begin.quoted
                    && first[number].is_none()
                {
                    first[number] = Some(Span::new(text, begin.range.start..end.range.end));
                }
            }
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use crate::content;
    use crate::engine::Options;

    /// Which remarks are made on an answer.
    fn made(text: &str) -> Vec<&'static str> {
        let report = content::engine().analyse(text, Options::default());
        assert!(report.marked(), "{:?}: {text}", report.reason);
        let remarks = content::remarks(text, &report);
        remarks.iter().map(|(text, _)| text.id.as_str()).collect()
    }

    #[test]
    fn shapes_of_telling_have_a_word_of_their_own() {
        for (text, expected) in [
            (
                "去年我负责社区店的开业，开业之前我信心百倍，尽心尽力准备了两个月。后来由于客观原因，开业推迟了半个月，\
                 损失了一批订单。我很快振作起来，以更加饱满的热情投入到工作当中。",
                &["recipe"][..],
            ),
            (
                "去年我们把新系统推到了三家门店，没想到周末的单量是平时的三倍，系统卡了两个小时。差点丢掉最大的客户，\
                 好在及时发现，我们连夜加了机器。现在每次上线前都先压测一遍。",
                &["near-miss"],
            ),
            (
                "Last year we opened the kiosk with one till, because we assumed that mornings would be slow. On the \
                 first Monday the queue reached the road and forty people left. My manager pointed out that nobody \
                 had counted the commuters, and she was right. We added a second till, and now we count for a week \
                 before we open.",
                &["criticism"],
            ),
            (
                "Last year we opened the kiosk with one till, because we assumed that mornings would be slow. On the \
                 first Monday the queue reached the road and forty people left. We added a second till, and now we \
                 count for a week before we open.",
                &[],
            ),
        ] {
            assert_eq!(made(text), expected, "{text}");
        }
    }
}
