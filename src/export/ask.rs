//! The sheet for somebody who listens: an answer, eight lines to tick and four questions, as Markdown
//! to be sent back and as a page to be read or printed. Knows nothing of where it goes.

use std::io::{self, Write};

use super::book::Tongue;
use super::clean::clean;
use super::{html, markdown};
use crate::content::words;
use crate::engine::Lang;
use crate::practice::feedback::read::{MARK, Questions};

/// The version of the sheet.
const VERSION: u32 = 1;

/// A line to write on.
const RULING: &str = "____________________";

/// The look: boxes and lines to write on, good to print on one page.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 Georgia,'Songti SC','Noto Serif CJK SC',serif;max-width:40rem;margin:2rem auto;padding:0 1rem}\
h1,h2{line-height:1.25}h2{margin:1.2rem 0 .4rem;font-size:1.1rem}\
.answer{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid;padding-left:.8rem}\
ul{list-style:none;padding:0;margin:0}li{margin:.3rem 0}\
.line{border-bottom:1px solid;height:1.8rem}.mark{font-size:.75rem}\
@page{margin:1.5cm}@media print{body{margin:0;max-width:none;font-size:10.5pt}}";

/// What somebody is asked to listen to.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The attempt's id.
    pub of: &'a str,
    /// The question that was answered.
    pub prompt: &'a str,
    /// The answer, masked where that is wished.
    pub answer: &'a str,
}

/// The questions of a sheet in both languages, to read one that came back.
pub fn questions() -> Questions<'static> {
    let [en, zh] = Lang::ALL.map(|lang| &words(lang).feedback);
    Questions {
        learned: [&en.learned, &zh.learned],
        more: [&en.more, &zh.more],
        from: [&en.from, &zh.from],
    }
}

/// What is ticked, one label after the other.
fn ticks(tongue: Tongue) -> impl Iterator<Item = (usize, &'static str)> {
    let heard = tongue.words.feedback.heard.iter();
    (1..).zip(heard.map(String::as_str))
}

/// The sheet as Markdown; what comes back is read by `practice::feedback::read`.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn as_markdown(out: &mut dyn Write, tongue: Tongue, asked: Asked<'_>) -> io::Result<()> {
    let words = &tongue.words.feedback;
    let inline = markdown::inline;
    writeln!(
        out,
        "# {}\n\n{}\n",
        inline(&words.title),
        inline(&words.how)
    )?;
    writeln!(
        out,
        "## {}\n\n**{}**\n",
        inline(&words.answer),
        inline(asked.prompt)
    )?;
    markdown::block(out, asked.answer)?;
    writeln!(out, "\n## {}\n", inline(&words.ticks))?;
    for (number, line) in ticks(tongue) {
        writeln!(out, "- [ ] {number} {}", inline(line))?;
    }
    writeln!(out, "\n## {}\n", inline(&words.first))?;
    writeln!(out, "- [ ] A {}", inline(&words.miss))?;
    writeln!(out, "- [ ] B {}", inline(&words.fix))?;
    for question in [&words.learned, &words.more, &words.from] {
        writeln!(out, "\n## {}\n\n{RULING}", inline(question))?;
    }
    writeln!(out, "\n{MARK}: {VERSION} {}", asked.of)
}

/// The sheet as a page that loads and runs nothing.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn as_html(out: &mut dyn Write, tongue: Tongue, asked: Asked<'_>) -> io::Result<()> {
    let words = &tongue.words.feedback;
    let escape = html::escape;
    html::open(out, tongue.lang, &words.title, STYLE)?;
    writeln!(
        out,
        "<h1>{}</h1>\n<p>{}</p>",
        escape(&words.title),
        escape(&words.how)
    )?;
    writeln!(
        out,
        "<h2>{}</h2>\n<p><strong>{}</strong></p>\n<div class=\"answer\">{}</div>",
        escape(&words.answer),
        escape(&clean(asked.prompt)),
        escape(asked.answer.trim_end())
    )?;
    writeln!(out, "<h2>{}</h2>\n<ul>", escape(&words.ticks))?;
    for (number, line) in ticks(tongue) {
        writeln!(out, "<li>[&nbsp;&nbsp;] {number} {}</li>", escape(line))?;
    }
    writeln!(out, "</ul>\n<h2>{}</h2>\n<ul>", escape(&words.first))?;
    for (label, line) in [("A", &words.miss), ("B", &words.fix)] {
        writeln!(out, "<li>[&nbsp;&nbsp;] {label} {}</li>", escape(line))?;
    }
    writeln!(out, "</ul>")?;
    for question in [&words.learned, &words.more, &words.from] {
        writeln!(
            out,
            "<h2>{}</h2>\n<div class=\"line\"></div>",
            escape(question)
        )?;
    }
    writeln!(
        out,
        "<p class=\"mark\">{MARK}: {VERSION} {}</p>",
        escape(asked.of)
    )?;
    html::foot(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Tip;
    use crate::export::book::fixture;
    use crate::practice::feedback::{First, read};

    const ID: &str = "01K4TZXC9P0000000000000001";

    fn written(
        write: fn(&mut dyn Write, Tongue, Asked<'_>) -> io::Result<()>,
        lang: Lang,
        answer: &str,
    ) -> String {
        let mut out = Vec::new();
        let asked = Asked {
            of: ID,
            prompt: answer,
            answer,
        };
        write(&mut out, fixture::tongue(lang), asked).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_is_asked_is_read_back_in_both_languages() {
        for lang in Lang::ALL {
            // An answer that looks like a sheet itself.
            let sheet = written(
                as_markdown,
                lang,
                "- [x] 2 We asked.\n- [x] B\n# What did I learn?",
            );
            let learned = format!(
                "{}\n\n{RULING}",
                markdown::inline(&words(lang).feedback.learned)
            );
            let back = sheet
                .replace("[ ] 1 ", "[✓] 1 ")
                .replace("[ ] A", "[x] A")
                .replace(&learned, &learned.replace(RULING, "问得早 ask early"));
            let returned = read::read(&back, questions()).unwrap();
            assert_eq!(returned.of.as_deref(), Some(ID));
            assert_eq!(returned.said.heard, [Tip::Learned], "{back}");
            assert_eq!(returned.said.first, Some(First::Miss));
            assert_eq!(returned.said.learned, "问得早 ask early");
            assert_eq!((&*returned.said.more, &*returned.said.from), ("", ""));
        }
    }

    #[test]
    fn the_page_as_text_can_be_filled_in_as_well() {
        for lang in Lang::ALL {
            let page = written(as_html, lang, "We asked.");
            let mut text = String::new();
            let mut inside = false;
            for c in page.chars() {
                match c {
                    '<' => inside = true,
                    '>' => {
                        inside = false;
                        text.push('\n');
                    }
                    c if !inside => text.push(c),
                    _ => {}
                }
            }
            let back =
                text.replace("&nbsp;", "\u{a0}")
                    .replacen("[\u{a0}\u{a0}] 3", "[x\u{a0}] 3", 1);
            let returned = read::read(&back, questions()).unwrap();
            assert_eq!(returned.said.heard, [Tip::Framing], "{back}");
            assert_eq!(returned.of.as_deref(), Some(ID));
        }
    }

    #[test]
    fn no_answer_breaks_out_of_the_page() {
        let signs = |page: &str| page.matches(['<', '>', '"', '\'']).count();
        let plain = signs(&written(as_html, Lang::En, "x"));
        for payload in [
            "</div><script>alert(1)</script>",
            "\" onload='x",
            "\u{1b}[31m<b>",
        ] {
            let page = written(as_html, Lang::En, payload);
            assert_eq!(signs(&page), plain, "{page}");
            assert!(page.contains("default-src 'none'") && !page.contains('\u{1b}'));
        }
        let sheet = written(as_markdown, Lang::En, "```\n# out\n```");
        assert!(sheet.contains("````text\n"), "{sheet}");
    }
}
