//! Values as words and shapes: verdicts, lights, steps, reasons, amounts. Knows the words of one
//! language; knows no screens.

mod change;
pub(crate) mod progress;

use crate::content::library::{KindText, Library, RemarkText, TipText};
use crate::content::words::{LightWords, StepWords, StoryWords, Words, counted, fill};
use crate::engine::{Beat, Kind, Lang, Reason, Step, Tip, Verdict};
use crate::practice::clock::{self, Light};
use crate::practice::feedback::Heard;
use crate::practice::prompt::{Prompt, Quality};
use crate::practice::record::Goal;
use crate::practice::story::{Field, Gap, Use};
use crate::practice::voice::Source;

pub(crate) use change::{change, ending, next, outcome, outcome_quoted, then_now};

/// Stands between two things on one row. Like every shape here it is one cell wide in every
/// terminal, unlike the middle dot.
pub(crate) const DOT: &str = " ⋅ ";

/// The time by which a step is asked for where a goal does not say.
const BY_SECONDS: u32 = 30;

/// The shape of a verdict.
pub(crate) const fn shape(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Kept => "✓",
        Verdict::Look => "?",
        Verdict::Work => "!",
        Verdict::Unseen => "-",
    }
}

/// A verdict in a word.
pub(crate) fn verdict(words: &Words, verdict: Verdict) -> &str {
    match verdict {
        Verdict::Kept => &words.verdict.kept,
        Verdict::Look => &words.verdict.look,
        Verdict::Work => &words.verdict.work,
        Verdict::Unseen => &words.verdict.unseen,
    }
}

/// A light as shape and word.
pub(crate) fn light(words: &LightWords, light: Light) -> (&'static str, &str) {
    match light {
        Light::Short => ("◦", &words.short),
        Light::Good => ("✓", &words.good),
        Light::Closing => ("~", &words.closing),
        Light::Long => ("!", &words.long),
        Light::TooLong => ("!!", &words.too_long),
    }
}

/// So many words, or 字, by the language of the answer.
pub(crate) fn units(words: &Words, lang: Lang, count: u32) -> String {
    let unit = match lang {
        Lang::En => &words.aloud.en,
        Lang::Zh => &words.aloud.zh,
    };
    fill(unit, &[&count.to_string()])
}

/// By what pace speaking time is told.
pub(crate) fn pace(words: &Words, source: Source) -> &str {
    match source {
        Source::Assumed => &words.pace.assumed,
        Source::Measured => &words.pace.measured,
        Source::Set => &words.pace.set,
    }
}

/// Why there are no marks.
pub(crate) fn reason(words: &Words, reason: Reason) -> &str {
    match reason {
        Reason::TooShort => &words.reason.too_short,
        Reason::Language => &words.reason.language,
        Reason::Template => &words.reason.template,
        Reason::NoStory => &words.reason.no_story,
    }
}

/// A missing beat, as the line where it belongs.
pub(crate) fn missing(words: &Words, beat: Beat) -> &str {
    match beat {
        Beat::Event => &words.review.missing_event,
        Beat::Setback => &words.review.missing_setback,
        Beat::Lesson => &words.review.missing_lesson,
        Beat::Measure => &words.review.missing_measure,
    }
}

/// A beat by its name.
pub(crate) fn beat(words: &Words, beat: Beat) -> &str {
    match beat {
        Beat::Event => &words.rehearse.event,
        Beat::Setback => &words.rehearse.result,
        Beat::Lesson => &words.rehearse.lesson,
        Beat::Measure => &words.rehearse.measure,
    }
}

/// A line of a story by its name.
pub(crate) fn field(words: &Words, field: Field) -> &str {
    match field {
        Field::Title => &words.story.title,
        Field::Moment => &words.story.moment,
        Field::Event => &words.rehearse.event,
        Field::Result => &words.rehearse.result,
        Field::Lesson => &words.rehearse.lesson,
        Field::Measure => &words.rehearse.measure,
        Field::Gain => &words.story.gain,
    }
}

/// How often a story was told, and when last.
pub(crate) fn told(words: &StoryWords, told: &Use) -> String {
    match &told.last {
        None => words.untold.clone(),
        Some(last) if told.count == 1 => fill(&words.told_once, &[last]),
        Some(last) => fill(&words.told, &[&told.count.to_string(), last]),
    }
}

/// What a telling lacks.
pub(crate) fn gap(words: &Words, gap: &Gap) -> String {
    let (Gap::Line(lang, _) | Gap::Figure(lang, _)) = gap;
    let tongue = match lang {
        Lang::En => &words.story.english,
        Lang::Zh => &words.story.chinese,
    };
    match gap {
        Gap::Line(_, line) => fill(&words.story.gap, &[tongue, field(words, *line)]),
        Gap::Figure(_, figure) => fill(&words.story.figure, &[tongue, figure]),
    }
}

/// How many people listened, and what they remember first.
pub(crate) fn listeners(words: &Words, heard: &Heard) -> String {
    let said = &words.feedback;
    let people = counted(heard.sheets, &said.person, &said.people);
    if heard.first == [0, 0] {
        return people;
    }
    let [miss, fix] = heard.first.map(|count| count.to_string());
    format!("{people}{DOT}{}", fill(&said.remembered, &[&miss, &fix]))
}

/// Counted words, or 字.
pub(crate) fn amount(words: &Words, count: usize) -> String {
    counted(count, &words.count.word, &words.count.words)
}

/// What a goal is about: what was noticed, and what to do.
pub(crate) fn goal(words: &Words, goal: Goal) -> (&str, String) {
    let step = step(words, goal.step);
    (&step.last, fill(&step.today, &[&by(goal)]))
}

/// The words of a tip; `None` only for a library without it.
pub(crate) fn tip(library: &Library, tip: Tip) -> Option<&TipText> {
    library.tips.iter().find(|text| text.tip == tip)
}

/// The words of a kind; `None` only for a library without it.
pub(crate) fn kind(library: &Library, kind: Kind) -> Option<&KindText> {
    library.kinds.iter().find(|text| text.kind == kind)
}

/// The prompt or follow-up question `id` in a language; `None` when no library holds it.
pub(crate) fn prompt<'a>(library: &'a Library, lang: Lang, id: &str) -> Option<&'a str> {
    let (mut prompts, mut asks) = (library.prompts.iter(), library.follow_ups.iter());
    let prompt = prompts.find(|prompt| prompt.id == id);
    let text = prompt.map(|prompt| &prompt.text);
    let text = text.or_else(|| Some(&asks.find(|ask| ask.id == id)?.text));
    text.map(|text| text.get(lang).as_str())
}

/// A remark: what it is, what was seen, why it matters, what to do.
pub(crate) fn remark(words: &Words, lang: Lang, remark: &RemarkText) -> String {
    let review = &words.review;
    let side = if remark.good {
        &review.strength
    } else {
        &review.problem
    };
    let name = fill(&review.kind, &[side, remark.name.get(lang)]);
    let told = [&remark.seen, &remark.why, &remark.advice].map(|part| part.get(lang).as_str());
    [name.as_str(), told[0], told[1], told[2]].join(&review.space)
}

/// What a prompt probes, in words.
pub(crate) fn probes<'a>(
    library: &'a Library,
    prompt: &'a Prompt,
    lang: Lang,
) -> impl Iterator<Item = &'a str> {
    let named = move |quality: &Quality| {
        let text = library
            .qualities
            .iter()
            .find(|text| text.quality == *quality)?;
        Some(text.name.get(lang).as_str())
    };
    prompt.probes.iter().filter_map(named)
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(items: &[&str], comma: &str, and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{}{and}{last}", most.join(comma)),
    }
}

fn by(goal: Goal) -> String {
    clock::face(goal.by_seconds.unwrap_or(BY_SECONDS))
}

fn step(words: &Words, step: Step) -> &StepWords {
    let steps = &words.step;
    match step {
        Step::Story => &steps.story,
        Step::Flaw => &steps.flaw,
        Step::NoMeasure => &steps.no_measure,
        Step::NoLesson => &steps.no_lesson,
        Step::Defence => &steps.defence,
        Step::VagueMeasure => &steps.vague_measure,
        Step::OnlyRepair => &steps.only_repair,
        Step::Order => &steps.order,
        Step::VagueLesson => &steps.vague_lesson,
        Step::Length => &steps.length,
        Step::Misjudgement => &steps.misjudgement,
        Step::We => &steps.we,
        Step::Framing => &steps.framing,
        Step::Words => &steps.words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::words;

    #[test]
    fn a_goal_names_what_was_noticed_and_by_when_to_do_better() {
        let late = Goal {
            step: Step::Length,
            by_seconds: Some(25),
        };
        let (last, today) = goal(words(Lang::En), late);
        assert_eq!(
            (last, today.as_str()),
            ("the lesson came late", "say it by 0:25")
        );
        let (_, today) = goal(words(Lang::Zh), late);
        assert!(today.starts_with("0:25"), "{today}");
    }

    #[test]
    fn lists_are_read_aloud_as_people_say_them() {
        assert_eq!(list(&[], ", ", " and "), "");
        assert_eq!(list(&["a"], ", ", " and "), "a");
        assert_eq!(list(&["a", "b", "c"], ", ", " and "), "a, b and c");
        assert_eq!(list(&["成熟", "坚韧"], "、", "和"), "成熟和坚韧");
    }

    /// Shapes and interface words that some terminals draw two cells wide and others one would
    /// break the columns.
    #[test]
    fn no_shape_or_word_has_an_ambiguous_width() {
        const AMBIGUOUS: &str = "\u{2010}–—‖‘’“”†‡•…‰′″※×÷±·°§¶¡¿«»→←↑↓⇒■□▲△◆◇●○◎★☆①②③½";
        let files = [
            include_str!("../../content/ui/en.toml"),
            include_str!("../../content/ui/zh.toml"),
        ];
        for line in files.iter().flat_map(|file| file.lines()) {
            assert!(!line.contains(|c| AMBIGUOUS.contains(c)), "{line}");
        }
        let shapes = [
            Light::Short,
            Light::Good,
            Light::Closing,
            Light::Long,
            Light::TooLong,
        ]
        .map(|one| light(&words(Lang::En).light, one).0);
        let verdicts = [Verdict::Kept, Verdict::Look, Verdict::Work, Verdict::Unseen].map(shape);
        for shape in shapes.iter().chain(&verdicts).chain(&[DOT]) {
            assert!(!shape.contains(|c| AMBIGUOUS.contains(c)), "{shape}");
        }
    }
}
