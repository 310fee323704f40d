//! The history as one page of HTML: everything escaped, nothing that is loaded or run, good to
//! print. Knows nothing of where it goes.

use std::io::{self, Write};

use super::book::{Entry, Tongue};
use super::clean::{clean, clean_line};
use crate::engine::Lang;

/// The look: the reader's own colours on the screen, one attempt to a page where it fits on paper.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.6 Georgia,'Songti SC','Noto Serif CJK SC',serif;max-width:40rem;margin:2rem auto;padding:0 1rem}\
h1,h2,h3{line-height:1.25}\
article{border-top:1px solid;margin-top:2rem}\
.answer,.note{white-space:pre-wrap;overflow-wrap:anywhere}\
.note{border-left:3px solid;padding-left:.8rem}\
dl{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem}\
dd{margin:0}\
@media print{body{margin:0;max-width:none;font-size:11pt}article{break-inside:avoid-page}h2,h3{break-after:avoid}}";

/// The beginning of the page.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn head(out: &mut dyn Write, tongue: Tongue) -> io::Result<()> {
    let title = &tongue.words.history.title;
    open(out, tongue.lang, title, STYLE)?;
    writeln!(out, "<h1>{}</h1>", escape(title))
}

/// The beginning of any page, up to its first element: in its language, and with nothing that is
/// loaded or run.
///
/// # Errors
///
/// When `out` cannot be written to.
pub(super) fn open(out: &mut dyn Write, lang: Lang, title: &str, style: &str) -> io::Result<()> {
    let lang = match lang {
        Lang::En => "en",
        Lang::Zh => "zh-CN",
    };
    let title = escape(title);
    write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>failwell: {title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
}

/// One attempt.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn entry(out: &mut dyn Write, tongue: Tongue, entry: Entry<'_>) -> io::Result<()> {
    let record = entry.record;
    let facts: Vec<String> = entry
        .facts(tongue)
        .iter()
        .map(|fact| escape(fact))
        .collect();
    writeln!(out, "<article>\n<h2>{}</h2>", escape(&entry.title(tongue)))?;
    writeln!(out, "<h3>{}</h3>", escape(&clean_line(&record.prompt_text)))?;
    writeln!(
        out,
        "<p class=\"answer\">{}</p>",
        escape(record.answer.trim_end())
    )?;
    writeln!(out, "<p>{}</p>", facts.join("<br>"))?;
    let tips = entry.tips(tongue);
    if !tips.is_empty() {
        writeln!(out, "<dl>")?;
        for (tip, state) in tips {
            writeln!(out, "<dt>{}</dt><dd>{}</dd>", escape(&tip), escape(state))?;
        }
        writeln!(out, "</dl>")?;
    }
    for mark in entry.marks(tongue) {
        writeln!(out, "<p>{}</p>", escape(&mark))?;
    }
    if let Some(next) = entry.next(tongue) {
        writeln!(out, "<p><strong>{}</strong></p>", escape(&next))?;
    }
    for note in entry.notes {
        writeln!(
            out,
            "<p class=\"note\">{}</p>",
            escape(note.text.trim_end())
        )?;
    }
    writeln!(out, "</article>")
}

/// The end of the page.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn foot(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "</body>\n</html>")
}

/// Text in which no character is markup, and none commands or hides.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::export::book::fixture;
    use crate::practice::silence::Silenced;

    fn written(lang: Lang, prompt: &str, answer: &str, note: &str) -> String {
        let (record, note) = fixture::entry(prompt, answer, note);
        let tongue = fixture::tongue(lang);
        let mut out = Vec::new();
        head(&mut out, tongue).unwrap();
        let notes = [&note];
        let attempt = Entry {
            record: &record,
            notes: &notes,
            silenced: &Silenced::default(),
        };
        entry(&mut out, tongue, attempt).unwrap();
        foot(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Every character of the page that is markup.
    fn markup(page: &str) -> String {
        let signs = page.chars().filter(|c| matches!(c, '<' | '>' | '"' | '\''));
        signs.collect()
    }

    #[test]
    fn a_page_is_in_its_language_and_loads_and_runs_nothing() {
        for (lang, tag, part) in [
            (Lang::En, "<html lang=\"en\">", "Focus on what you learned"),
            (Lang::Zh, "<html lang=\"zh-CN\">", "做到了"),
        ] {
            let page = written(lang, "Why?", "We were late.\n\nNobody asked.", "calm");
            for part in [
                tag,
                part,
                "default-src 'none'",
                "We were late.\n\nNobody",
                "@media print",
            ] {
                assert!(page.contains(part), "{part}\n{page}");
            }
            for part in ["<script", "src=", "href", "url(", "@import", "onload"] {
                assert!(!page.contains(part), "{part}");
            }
        }
    }

    #[test]
    fn what_would_run_elsewhere_is_text_here() {
        for payload in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</p><svg onload=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' onfocus='alert(1)",
            "&lt;script&gt;",
            "<!--",
            "]]>",
            "</style><style>",
            "javascript:alert(1)",
            "\u{1b}[31m\u{202e}\0",
        ] {
            let page = written(Lang::En, payload, payload, payload);
            assert_eq!(
                markup(&page),
                markup(&written(Lang::En, "x", "x", "x")),
                "{payload}"
            );
            assert!(!page.contains(['\u{1b}', '\u{202e}', '\0']));
        }
        assert_eq!(escape("<&\"'>"), "&lt;&amp;&quot;&#39;&gt;");
    }

    proptest! {
        #[test]
        fn no_text_breaks_out(prompt in "(?s).{0,30}", answer in "(?s).{0,60}", note in "(?s).{0,30}") {
            let page = written(Lang::En, &prompt, &answer, &note);
            prop_assert_eq!(markup(&page), markup(&written(Lang::En, "x", "x", "x")));
        }
    }
}
