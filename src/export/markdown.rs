//! The history as Markdown. What a person wrote stands in code blocks or is escaped, so that no
//! text can become a heading, a link or markup. Knows nothing of where it goes.

use std::io::{self, Write};

use super::book::{Entry, Tongue};
use super::clean::{clean, clean_line};

/// The title.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn head(out: &mut dyn Write, tongue: Tongue) -> io::Result<()> {
    writeln!(out, "# failwell: {}", inline(&tongue.words.history.title))
}

/// One attempt.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn entry(out: &mut dyn Write, tongue: Tongue, entry: Entry<'_>) -> io::Result<()> {
    writeln!(out, "\n## {}\n", inline(&entry.title(tongue)))?;
    writeln!(out, "**{}**\n", inline(&entry.record.prompt_text))?;
    block(out, &entry.record.answer)?;
    writeln!(out)?;
    for fact in entry.facts(tongue) {
        writeln!(out, "- {}", inline(&fact))?;
    }
    for (tip, state) in entry.tips(tongue) {
        writeln!(out, "- {}: {}", inline(&tip), inline(state))?;
    }
    for mark in entry.marks(tongue) {
        writeln!(out, "- {}", inline(&mark))?;
    }
    if let Some(next) = entry.next(tongue) {
        writeln!(out, "\n{}", inline(&next))?;
    }
    for note in entry.notes {
        writeln!(out)?;
        block(out, &note.text)?;
    }
    Ok(())
}

/// A code block whose fence is longer than any row of backticks in it.
pub(super) fn block(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let text = clean(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    writeln!(out, "{fence}text\n{}\n{fence}", text.trim_end())
}

/// One line in which no character is markup: what always is one, what is one at the start of a
/// line, and what makes an address a link.
pub(super) fn inline(text: &str) -> String {
    let text = clean_line(text);
    let mut line = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let before = &text[..at];
        let marks = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '^' | '#'
            | '{' | '}' | '=' | '@' => true,
            '.' | ')' if before.bytes().all(|byte| byte.is_ascii_digit()) => true,
            '.' => before.ends_with(['w', 'W']),
            ':' => at == 0 || text[at..].starts_with(":/"),
            c => at == 0 && c.is_ascii_punctuation(),
        };
        if marks {
            line.push('\\');
        }
        line.push(c);
    }
    if line.is_empty() {
        "\\-".to_owned()
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;
    use crate::engine::Lang;
    use crate::engine::Tip;
    use crate::export::book::fixture;
    use crate::practice::event::Stamp;
    use crate::practice::silence::{Silenced, Target};

    fn written(prompt: &str, answer: &str, note: &str) -> String {
        let (record, note) = fixture::entry(prompt, answer, note);
        let tongue = fixture::tongue(Lang::En);
        let mut out = Vec::new();
        head(&mut out, tongue).unwrap();
        let notes = [&note];
        let attempt = Entry {
            record: &record,
            notes: &notes,
            silenced: &Silenced::default(),
        };
        entry(&mut out, tongue, attempt).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The markup of a text and what stands in its code blocks, as a reader of Markdown sees it.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let (mut markup, mut blocks, mut inside) = (Vec::new(), Vec::new(), false);
        for event in Parser::new_ext(text, Options::all()) {
            match event {
                Event::Start(Tag::CodeBlock(_)) => {
                    inside = true;
                    blocks.push(String::new());
                }
                Event::End(TagEnd::CodeBlock) => inside = false,
                Event::Text(text) if inside => blocks.last_mut().unwrap().push_str(&text),
                Event::Text(_) => {}
                other => markup.push(format!("{other:?}")),
            }
        }
        (markup, blocks)
    }

    #[test]
    fn an_attempt_reads_well() {
        let text = written("Why did it fail?", "We were late.\n\nNobody asked.", "calm");
        for part in [
            "# failwell: History\n",
            "\n## 2026-03-08 ⋅ take 1\n",
            "**Why did it fail?**",
            "```text\nWe were late.\n\nNobody asked.\n```",
            "- 1 Focus on what you learned: kept\n",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }

    #[test]
    fn what_does_not_count_and_other_words_are_told() {
        let answer = "Last year we moved our files to a new system. I assumed that everybody would find \
            their way, so I skipped the training. In the second week a proposal went missing and the \
            client noticed. We learned that people need to practise a change before it comes. Now we \
            book a trial week before every launch.";
        let (record, _) = fixture::entry("Why?", answer, "");
        let shown = |silenced: &Silenced| {
            let attempt = Entry {
                record: &record,
                notes: &[],
                silenced,
            };
            let mut out = Vec::new();
            entry(&mut out, fixture::tongue(Lang::En), attempt).unwrap();
            String::from_utf8(out).unwrap()
        };
        let plain = shown(&Silenced::default());
        assert!(
            plain.contains("- I assumed: If it was a shared decision, say: We assumed"),
            "{plain}"
        );
        let stamp = Stamp {
            id: "s".into(),
            at: String::new(),
            off: String::new(),
            tz: None,
        };
        let rests = stamp.silence(&record.id, Target::Tip(Tip::We), Some("I did this alone"));
        let rested = shown(&[&rests].into_iter().collect());
        assert!(
            rested.contains("- tip 4 rests: I did this alone"),
            "{rested}"
        );
        assert!(!rested.contains("We assumed"), "{rested}");
    }

    proptest! {
        #[test]
        fn no_text_breaks_out(
            prompt in r"(?s)[ -~\n\u{1b}失]{0,40}",
            answer in r"(?s)([`~#>*_\[\]()<!\-=|&\\\n a0-9.]|失|\u{1b}){0,60}",
            note in "(?s).{0,20}",
        ) {
            let (markup, blocks) = read(&written(&prompt, &answer, &note));
            let (expected, _) = read(&written("x", "x", "x"));
            prop_assert_eq!(markup, expected);
            prop_assert_eq!(blocks.len(), 2);
            let kept = |text: &str| clean(text).trim_end().to_owned();
            prop_assert_eq!(blocks[0].trim_end(), kept(&answer));
            prop_assert_eq!(blocks[1].trim_end(), kept(&note));
        }
    }
}
