//! One line after the other, both ways: what is said is only added, what is chosen is a number.
//! Knows standard input and output; knows nothing of what they speak about.

use std::io::{self, BufRead, Read, StdinLock, StdoutLock, Write};

use crate::content::say::DOT;
use crate::content::words::{Words, fill};
use crate::export::plain;

/// More than anybody types on one line.
const LONGEST_LINE: u64 = 1024 * 1024;

/// Marks that a screen reader would spell out, and what is said instead.
const SPOKEN: [(&str, &str); 3] = [(DOT, ", "), ("✓", "+"), ("◦", "-")];

/// The person at the other end.
#[derive(Debug)]
pub(super) struct Talk {
    from: StdinLock<'static>,
    to: StdoutLock<'static>,
}

impl Talk {
    /// Has both for itself.
    pub(super) fn new() -> Self {
        Self {
            from: io::stdin().lock(),
            to: io::stdout().lock(),
        }
    }

    /// Says one paragraph.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        let mut out = Vec::new();
        plain::paragraph(&mut out, 0, &spoken(text))?;
        self.put(&out)
    }

    /// Says what `write` writes.
    pub(super) fn tell(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut out = Vec::new();
        write(&mut out)?;
        let text = spoken(&String::from_utf8_lossy(&out));
        Ok(self.put(text.as_bytes())?)
    }

    /// A blank line: something new begins.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        self.put(b"\n")
    }

    /// Offers numbered choices until one is taken; `None` when nothing more comes.
    pub(super) fn choose<T: Copy>(
        &mut self,
        words: &Words,
        choices: &[(T, &String)],
    ) -> io::Result<Option<T>> {
        for (number, (_, label)) in (1..).zip(choices) {
            self.say(&format!("{number}. {label}"))?;
        }
        self.say(&words.plain.choose)?;
        while let Some(line) = self.line()? {
            let line = narrow(line.trim());
            if line.is_empty() {
                continue;
            }
            let number = line.trim_end_matches('.').parse::<usize>().ok();
            let chosen = number.and_then(|n| choices.get(n.checked_sub(1)?));
            if let Some((choice, _)) = chosen {
                return Ok(Some(*choice));
            }
            self.say(&fill(&words.plain.no_choice, &[&line]))?;
        }
        Ok(None)
    }

    /// The next line without its end; `None` when the input is over. At a terminal Ctrl-D ends one
    /// thing and the next goes on.
    pub(super) fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let mut from = self.from.by_ref().take(LONGEST_LINE);
        if from.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes);
        let kept = |c: &char| *c == '\t' || !c.is_control();
        Ok(Some(line.chars().filter(kept).collect()))
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)?;
        self.to.flush()
    }
}

fn spoken(text: &str) -> String {
    SPOKEN.iter().fold(text.to_owned(), |text, (mark, said)| {
        text.replace(mark, said)
    })
}

/// Full-width digits, as an input method types them, are digits.
fn narrow(line: &str) -> String {
    let digit = |c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    line.chars().map(digit).collect()
}
