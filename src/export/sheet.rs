//! The page for the day of the interview: text, Markdown, or HTML for paper. Knows what stands on
//! it; knows nothing of where it goes.

use std::io::{self, Write};

use super::book::Tongue;
use super::clean::clean_line;
use super::plain::{Color, labelled};
use super::{html, markdown};
use crate::content::say;
use crate::content::words::fill;
use crate::engine::Tip;
use crate::practice::clock::{self, Light};
use crate::practice::sheet::{Reminder, Sheet};
use crate::wrap;

/// The look on paper: large, with room to breathe.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1.25rem/1.5 Georgia,'Songti SC','Noto Serif CJK SC',serif;max-width:38rem;margin:2rem auto;padding:0 1rem}\
h1{line-height:1.25}dt{font-size:.8em;margin-top:.8rem}dd{margin:0;overflow-wrap:anywhere}\
.landing{border:2px solid;padding:.6rem 1rem;margin:1.5rem 0;font-size:1.2em}\
@page{margin:2cm}@media print{body{margin:0;max-width:none}}";

/// The lines that are written, with their names and whether they must land.
fn lines(tongue: Tongue, sheet: &Sheet) -> Vec<(&'static str, &str, bool)> {
    let words = tongue.words;
    let names = [
        &words.rehearse.event,
        &words.rehearse.result,
        &words.rehearse.lesson,
        &words.rehearse.measure,
    ];
    let landing = sheet.landing();
    let mut lines: Vec<_> = names
        .into_iter()
        .zip(&sheet.lines)
        .enumerate()
        .map(|(at, (name, line))| (name.as_str(), line.as_str(), landing == Some(at)))
        .collect();
    lines.push((&words.story.gain, &sheet.gain, false));
    lines.retain(|(_, line, _)| !line.trim().is_empty());
    lines
}

/// The reminders in words; a word in their place where there are none.
fn reminders(tongue: Tongue, sheet: &Sheet) -> Vec<String> {
    if sheet.reminders.is_empty() {
        return vec![tongue.words.sheet.none.clone()];
    }
    let told = |reminder: &Reminder| said(tongue, reminder);
    sheet.reminders.iter().map(told).collect()
}

fn said(tongue: Tongue, reminder: &Reminder) -> String {
    let (words, page) = (tongue.words, &tongue.words.sheet);
    let title = |tip: Tip| {
        let text = say::tip(tongue.library, tip);
        text.map_or(tip.id(), |text| text.title.get(tongue.lang).as_str())
    };
    let counted = |template: &str, tip: Tip, times: usize, of: usize| {
        fill(template, &[title(tip), &times.to_string(), &of.to_string()])
    };
    match reminder {
        Reminder::Next(goal) => say::next(words, *goal),
        Reminder::Often(tip, times, of) => counted(&page.often, *tip, *times, *of),
        Reminder::Kept(tip, times, of) => counted(&page.kept, *tip, *times, *of),
        Reminder::Length(seconds) => {
            let (_, light) = say::light(&words.light, Light::at(*seconds));
            fill(&page.length, &[&clock::face(*seconds), light])
        }
    }
}

/// The page as text; the line that must land is bold, or stands behind a sign.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn text(out: &mut dyn Write, tongue: Tongue, sheet: &Sheet, color: Color) -> io::Result<()> {
    let page = &tongue.words.sheet;
    writeln!(
        out,
        "{}{}{}\n",
        page.heading,
        say::DOT,
        clean_line(&sheet.title)
    )?;
    let lines = lines(tongue, sheet);
    let widest = lines.iter().map(|(name, ..)| wrap::width(name)).max();
    for (name, line, lands) in &lines {
        let sign = if *lands { ">" } else { " " };
        let gap = " ".repeat(widest.unwrap_or(0) + 2 - wrap::width(name));
        let mut row = Vec::new();
        labelled(&mut row, &format!("{sign} {name}{gap}"), &clean_line(line))?;
        let row = String::from_utf8_lossy(&row);
        let row = if *lands {
            color.paint("1", row.trim_end())
        } else {
            row.trim_end().to_owned()
        };
        writeln!(out, "{row}")?;
    }
    writeln!(out, "\n{}", page.reminders)?;
    for reminder in reminders(tongue, sheet) {
        labelled(out, "- ", &reminder)?;
    }
    Ok(())
}

/// The page as Markdown.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn as_markdown(out: &mut dyn Write, tongue: Tongue, sheet: &Sheet) -> io::Result<()> {
    let page = &tongue.words.sheet;
    let inline = markdown::inline;
    writeln!(
        out,
        "# {}: {}\n",
        inline(&page.heading),
        inline(&sheet.title)
    )?;
    for (name, line, lands) in lines(tongue, sheet) {
        let (name, line) = (inline(name), inline(line));
        if lands {
            writeln!(out, "- {name}: **{line}**")?;
        } else {
            writeln!(out, "- {name}: {line}")?;
        }
    }
    writeln!(out, "\n## {}\n", inline(&page.reminders))?;
    for reminder in reminders(tongue, sheet) {
        writeln!(out, "- {}", inline(&reminder))?;
    }
    Ok(())
}

/// The page as HTML that loads and runs nothing.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn as_html(out: &mut dyn Write, tongue: Tongue, sheet: &Sheet) -> io::Result<()> {
    let page = &tongue.words.sheet;
    let escape = |text: &str| html::escape(&clean_line(text));
    html::open(out, tongue.lang, &page.heading, STYLE)?;
    writeln!(out, "<h1>{}</h1>\n<dl>", escape(&sheet.title))?;
    for (name, line, lands) in lines(tongue, sheet) {
        let (name, line) = (escape(name), escape(line));
        if lands {
            writeln!(
                out,
                "<div class=\"landing\"><dt>{name} ⋅ {}</dt><dd><strong>{line}</strong></dd></div>",
                escape(&page.landing)
            )?;
        } else {
            writeln!(out, "<dt>{name}</dt><dd>{line}</dd>")?;
        }
    }
    writeln!(out, "</dl>\n<h2>{}</h2>\n<ul>", escape(&page.reminders))?;
    for reminder in reminders(tongue, sheet) {
        writeln!(out, "<li>{}</li>", escape(&reminder))?;
    }
    writeln!(out, "</ul>")?;
    html::foot(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Lang;
    use crate::export::book::fixture;

    fn sheet(line: &str) -> Sheet {
        Sheet {
            title: line.into(),
            lines: ["event", "result", line, ""].map(str::to_owned),
            gain: String::new(),
            reminders: vec![Reminder::Often(Tip::We, 4, 10), Reminder::Length(72)],
        }
    }

    fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_line_that_must_land_stands_out_in_every_form() {
        let tongue = fixture::tongue(Lang::En);
        let sheet = sheet("Ask first.");
        let plain = written(|out| text(out, tongue, &sheet, Color::Off));
        assert!(plain.contains("\n> lesson  Ask first.\n"), "{plain}");
        assert!(plain.contains("4 of your last 10"), "{plain}");
        let bold = written(|out| text(out, tongue, &sheet, Color::On));
        assert!(
            bold.contains("\u{1b}[1m> lesson  Ask first.\u{1b}[0m"),
            "{bold}"
        );
        let marked = written(|out| as_markdown(out, tongue, &sheet));
        assert!(marked.contains("- lesson: **Ask first.**\n"), "{marked}");
        let page = written(|out| as_html(out, tongue, &sheet));
        assert!(page.contains("<strong>Ask first.</strong>"), "{page}");
        assert!(page.contains("default-src 'none'") && page.contains("@page"));
    }

    #[test]
    fn without_a_marked_attempt_the_page_says_so() {
        for lang in Lang::ALL {
            let tongue = fixture::tongue(lang);
            let empty = written(|out| text(out, tongue, &Sheet::default(), Color::Off));
            let none: Vec<&str> = tongue.words.sheet.none.split_whitespace().take(3).collect();
            assert!(empty.contains(&none.join(" ")), "{empty}");
        }
    }

    #[test]
    fn no_text_breaks_out_of_the_page() {
        let tongue = fixture::tongue(Lang::Zh);
        let signs = |page: &str| page.matches(['<', '>', '"', '\'']).count();
        let plain = signs(&written(|out| as_html(out, tongue, &sheet("x"))));
        for payload in [
            "</dl><script>alert(1)</script>",
            "\" onload='x",
            "**bold** [a](b)\n# h",
        ] {
            let page = written(|out| as_html(out, tongue, &sheet(payload)));
            assert_eq!(signs(&page), plain, "{page}");
            let marked = written(|out| as_markdown(out, tongue, &sheet(payload)));
            assert!(
                !marked.contains("\n# h") && !marked.contains("[a](b)"),
                "{marked}"
            );
        }
    }
}
