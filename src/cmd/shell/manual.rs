//! One manual page in man(7), as `mandoc -Tlint` wants it. Knows a command's help; knows no files.

use std::fmt::Write as _;
use std::io;

use clap::Command;
use clap::builder::StyledStr;
use clap_mangen::Man;

/// The day of this version's words, so that the same program always gives the same page.
const DATE: &str = "2026-11-27";
/// The longest line of a page's source.
const LONGEST: usize = 80;

/// The page of `command`, which has been built.
pub(super) fn page(command: &Command) -> io::Result<String> {
    let name = command.get_display_name().unwrap_or(command.get_name());
    let man = Man::new(command.clone())
        .title(name.to_uppercase())
        .date(DATE)
        .source(concat!("failwell ", env!("CARGO_PKG_VERSION")))
        .manual("failwell");
    let mut source = Vec::new();
    man.render_title(&mut source)?;
    man.render_name_section(&mut source)?;
    man.render_synopsis_section(&mut source)?;
    man.render_description_section(&mut source)?;
    let mut page = tidy(&String::from_utf8_lossy(&source));
    page += &verbatim("EXAMPLES", command.get_before_help());
    source.clear();
    man.render_options_section(&mut source)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut source)?;
    }
    page += &tidy(&String::from_utf8_lossy(&source));
    page += &verbatim("NOTES", command.get_after_help());
    Ok(page)
}

/// A section whose lines stay as they are; none without text.
fn verbatim(title: &str, text: Option<&StyledStr>) -> String {
    let Some(text) = text.map(ToString::to_string) else {
        return String::new();
    };
    let mut section = format!(".SH {title}\n.nf\n");
    for line in text.lines() {
        let line = line.strip_prefix("Example: ").unwrap_or(line.trim_start());
        let escaped = line.replace('\\', "\\e").replace('-', "\\-");
        let guard = if line.starts_with(['.', '\'']) {
            "\\&"
        } else {
            ""
        };
        let _ = writeln!(section, "{guard}{escaped}");
    }
    section + ".fi\n"
}

/// The same page in short lines, without spaces at their ends and breaks beside empty rows.
fn tidy(source: &str) -> String {
    let mut page = String::new();
    let mut lines = source.lines().peekable();
    let mut last = ".br";
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        let beside = is_gap_row(last) || lines.peek().is_some_and(|next| is_gap_row(next));
        if is_gap_row(line) {
            page.push_str(".sp\n");
        } else if line != ".br" || !beside {
            push(&mut page, line);
        }
        last = line;
    }
    page
}

/// An empty row between two parts of a text, however it is written.
fn is_gap_row(line: &str) -> bool {
    matches!(line.trim_end(), "" | ".sp")
}

/// Adds a line; of text, as many as it takes.
fn push(page: &mut String, mut line: &str) {
    while line.len() > LONGEST && !line.starts_with('.') {
        let fits = |at: &usize| *at <= LONGEST && is_gap(line, *at);
        let Some(gap) = line.rmatch_indices(' ').map(|(at, _)| at).find(fits) else {
            break;
        };
        page.push_str(line[..gap].trim_end());
        page.push('\n');
        line = line[gap..].trim_start();
    }
    page.push_str(line);
    page.push('\n');
}

/// Whether a line may begin after the space at this byte: not with what would be a request.
fn is_gap(line: &str, at: usize) -> bool {
    !line[at + 1..].starts_with([' ', '.', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_no_text_becomes_a_request() {
        let long = format!(
            "{} .not 'a request {}",
            "word ".repeat(15).trim(),
            "end ".repeat(9)
        );
        let tidied = tidy(&format!(".TH X \n{long}\n.br\n\n.br\nx\n.br\ny\n"));
        let lines: Vec<&str> = tidied.lines().collect();
        assert!(lines.iter().all(|line| line.len() <= LONGEST), "{tidied}");
        assert_eq!(lines[0], ".TH X");
        assert!(
            !tidied.contains("\n'") && !tidied.contains("\n.not"),
            "{tidied}"
        );
        let joined: String = tidied.replace('\n', " ");
        assert!(joined.contains(long.trim()));
        assert!(tidied.ends_with("\n.sp\nx\n.br\ny\n"), "{tidied}");
    }

    #[test]
    fn lines_of_an_example_stay() {
        let text = StyledStr::from("Example: failwell a\n         failwell --b\n.c\\d");
        let section = verbatim("EXAMPLES", Some(&text));
        let expected = ".SH EXAMPLES\n.nf\nfailwell a\nfailwell \\-\\-b\n\\&.c\\ed\n.fi\n";
        assert_eq!(section, expected);
        assert_eq!(verbatim("EXAMPLES", None), "");
    }
}
