//! Shapes of telling that are worth a word of their own: an old recipe, a strength in disguise, a
//! near miss, criticism taken well. Knows phrases and a report; the words about them are content.

use super::rewrite::pattern::Pattern;
use super::rewrite::word::words;
use crate::engine::{Bilingual, Kind, Lang, Report, Span};

/// What one remark is found by.
#[derive(Debug)]
pub struct Seeker {
    /// In how many of the groups something has to be found.
    groups: usize,
    /// What must have been seen beside it.
    beside: Option<Kind>,
    seek: Bilingual<Vec<Pattern>>,
}

impl Seeker {
    /// Reads the patterns; see `pattern.rs`.
    pub fn new(groups: usize, beside: Option<Kind>, seek: &Bilingual<Vec<String>>) -> Self {
        let patterns = |lang| {
            let texts = seek.get(lang).iter();
            texts.map(|text| Pattern::new(lang, text)).collect()
        };
        Self {
            groups,
            beside,
            seek: Bilingual {
                en: patterns(Lang::En),
                zh: patterns(Lang::Zh),
            },
        }
    }

    /// The first words of it in a marked answer.
    pub fn find(&self, text: &str, report: &Report) -> Option<Span> {
        let lang = report.lang.filter(|_| report.marked())?;
        let seen = |kind| report.findings.iter().any(|finding| finding.kind == kind);
        if !self.beside.is_none_or(seen) {
            return None;
        }
        let groups = self.seek.get(lang).iter();
        let found: Vec<Span> = groups
            .filter_map(|group| first(text, report, lang, group))
            .collect();
        let start = found.iter().min_by_key(|span| span.start()).copied();
        start.filter(|_| found.len() >= self.groups)
    }
}

/// Where a phrase is first found, sentence by sentence, outside of quotation marks.
fn first(text: &str, report: &Report, lang: Lang, phrase: &Pattern) -> Option<Span> {
    report.sentences.iter().find_map(|sentence| {
        let words = words(lang, text, sentence.span.range());
        let found = phrase.all(&words).next()?;
        let words = words.get(found.whole)?;
        let (first, last) = (words.first()?, words.last()?);
        (!first.quoted).then(|| Span::new(text, first.range.start..last.range.end))
    })
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
