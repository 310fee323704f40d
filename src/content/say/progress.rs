//! Progress, and what is due, in sentences. Knows the words of one language; knows no screens.

use crate::content::library::Library;
use crate::content::say;
use crate::content::words::{Words, counted, fill};
use crate::engine::{Lang, Tip};
use crate::practice::clock;
use crate::practice::due::Due;
use crate::practice::progress::habit::{Habit, Rhythm};
use crate::practice::progress::{ENOUGH, Progress, Share, Slice, Standing};
use crate::practice::story::{self, Story};

/// So many stories that were never told are named.
const NAMED: usize = 3;

/// When somebody was here last, and how many of the last days had practice.
pub(crate) fn habit(words: &Words, habit: Habit) -> String {
    let told = &words.progress;
    let rhythm = match habit.rhythm {
        Rhythm::Unbegun => return told.unbegun.clone(),
        Rhythm::Today => told.today.clone(),
        Rhythm::Yesterday => told.yesterday.clone(),
        Rhythm::MissedOne => told.missed_one.clone(),
        Rhythm::Away(days) => fill(&told.away, &[&days.to_string()]),
    };
    if habit.of < 2 {
        return rhythm;
    }
    let [of, days] = [habit.of, habit.days].map(|count| count.to_string());
    format!(
        "{rhythm}{}{}",
        words.review.space,
        fill(&told.days, &[&of, &days])
    )
}

/// What a slice is called: a prompt by its text in this language, or as it was shown.
pub(crate) fn slice(
    words: &Words,
    library: &Library,
    bank: &[Story],
    lang: Lang,
    progress: &Progress,
) -> String {
    match &progress.of {
        Slice::All => words.progress.all.clone(),
        Slice::Lang(Lang::En) => words.cli.english.clone(),
        Slice::Lang(Lang::Zh) => words.cli.chinese.clone(),
        Slice::Prompt(id) => {
            let shown = progress.shown.as_deref().unwrap_or(id);
            say::prompt(library, lang, id).unwrap_or(shown).to_owned()
        }
        Slice::Story(id) => fill(&words.progress.story, &[story::title(bank, id, lang)]),
    }
}

/// The stories of the bank that were never told, the first ones by name; nothing when there are none.
pub(crate) fn untold(words: &Words, untold: &[&Story], lang: Lang) -> Option<String> {
    let titles: Vec<&str> = untold.iter().map(|story| story.title(lang)).collect();
    let (first, more) = titles.split_at(titles.len().min(NAMED));
    let told = first.join(&words.home.comma);
    match more.len() {
        _ if first.is_empty() => None,
        0 => Some(fill(&words.progress.untold, &[&told])),
        _ => {
            let all = titles.len().to_string();
            Some(fill(&words.progress.untold_more, &[&told, &all]))
        }
    }
}

/// What is due, and why.
pub(crate) fn due(
    words: &Words,
    library: &Library,
    bank: &[Story],
    lang: Lang,
    due: &Due,
) -> String {
    let told = &words.due;
    match due {
        Due::Story { story, last } => {
            let title = story::title(bank, story, lang);
            match last {
                Some(day) => fill(&told.story, &[title, day]),
                None => fill(&told.story_never, &[title]),
            }
        }
        Due::Tip { tip, asked, of } => {
            let title = say::tip(library, *tip).map_or("", |text| text.short.get(lang));
            let [number, asked, of] = [tip.number(), *asked, *of].map(|count| count.to_string());
            fill(&told.tip, &[&number, title, &asked, &of])
        }
        Due::Prompt { last: Some(day) } => fill(&told.prompt, &[day]),
        Due::Prompt { last: None } => told.prompt_never.clone(),
    }
}

/// How many attempts, and how many of them have marks.
pub(crate) fn counts(words: &Words, progress: &Progress) -> String {
    let count = &words.count;
    let attempts = counted(progress.attempts, &count.attempt, &count.attempts);
    let marked = progress.marked.len().to_string();
    fill(&words.progress.counts, &[&attempts, &marked])
}

/// How many more it takes until there is a trend; nothing when there are enough.
pub(crate) fn thin(words: &Words, progress: &Progress) -> Option<String> {
    let lacking = ENOUGH.saturating_sub(progress.marked.len());
    let told = &words.progress;
    (lacking > 0).then(|| counted(lacking, &told.thin_one, &told.thin))
}

/// How often a tip was kept, and whether that changes; nothing while it has not been seen.
pub(crate) fn standing(words: &Words, standing: &Standing) -> Option<String> {
    let told = &words.progress;
    let kept = share(&told.kept, standing.kept)?;
    let Some(trend) = standing.trend else {
        return Some(kept);
    };
    let figures = [trend.before, trend.now].map(|side| [side.count, side.of]);
    let figures = figures.concat();
    let figures: Vec<String> = figures.iter().map(usize::to_string).collect();
    let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
    Some(format!("{kept}  {}", fill(&told.trend, &figures)))
}

/// The states of a tip over the latest `most` marked attempts, one shape each; a blank where it
/// rested.
pub(crate) fn states(progress: &Progress, tip: Tip, most: usize) -> String {
    let marked = &progress.marked;
    let latest = &marked[marked.len().saturating_sub(most)..];
    let state = |verdicts: Option<_>| verdicts.map_or(" ", say::shape);
    latest
        .iter()
        .map(|one| state(one.verdicts.get(&tip).copied()))
        .collect()
}

/// What else is to be told of enough attempts: length, the band, guesses.
pub(crate) fn facts(words: &Words, progress: &Progress) -> [String; 2] {
    let told = &words.progress;
    let usual = progress.usual().map(|(seconds, count)| {
        let amount = say::amount(words, count);
        fill(&told.usual, &[&amount, &clock::face(seconds)])
    });
    let band = share(&told.band, progress.in_band());
    let guesses = share(&told.guesses, progress.guessed());
    let length = usual.into_iter().chain(band);
    let length = length.collect::<Vec<String>>().join(&words.review.space);
    [length, guesses.unwrap_or_else(|| told.no_guesses.clone())]
}

/// How often the answers were said aloud, and how long that took; nothing when they never were.
pub(crate) fn aloud(words: &Words, progress: &Progress) -> Option<String> {
    let last = clock::face(*progress.aloud.last()?);
    let times = counted(progress.aloud.len(), &words.count.time, &words.count.times);
    Some(fill(&words.progress.aloud, &[&times, &last]))
}

/// How many marks of people about a tip agree with the program's; nothing where nobody listened.
pub(crate) fn people(words: &Words, standing: &Standing) -> Option<String> {
    share(&words.progress.people, standing.agreed)
}

/// How many people listened, and in how much they agree; nothing where nobody did.
pub(crate) fn listeners(words: &Words, progress: &Progress) -> Option<String> {
    let said = &words.feedback;
    let sheets = progress.sheets();
    let people = counted(sheets, &said.person, &said.people);
    let [count, of] = [progress.agreed().count, progress.agreed().of].map(|n| n.to_string());
    (sheets > 0).then(|| fill(&words.progress.listened, &[&people, &count, &of]))
}

fn share(template: &str, share: Share) -> Option<String> {
    let [count, of] = [share.count, share.of].map(|count| count.to_string());
    (share.of > 0).then(|| fill(template, &[&count, &of]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::words;

    #[test]
    fn a_missed_day_is_told_kindly_and_nothing_drops_to_zero() {
        let habit = |rhythm| Habit {
            rhythm,
            days: 9,
            of: 28,
        };
        let told = super::habit(words(Lang::En), habit(Rhythm::MissedOne));
        assert_eq!(
            told,
            "No practice yesterday, and that's fine. One short answer today is enough. Of the last 28 days, 9 had some practice."
        );
        let told = super::habit(words(Lang::Zh), habit(Rhythm::Away(4)));
        assert_eq!(
            told,
            "有 4 天没来。写一份短的就接上了。最近 28 天里练了 9 天。"
        );
    }
}
