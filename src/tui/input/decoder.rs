//! Bytes in, inputs out, whatever pieces the bytes come in. Knows text, escape sequences and
//! pastes; owns no clock: it says how long it waits for the rest of something, and is told when
//! that time is over.
//!
//! What a person types arrives key by key. What arrives at once (a burst, a paste without
//! brackets, the words of an input method) is one text, so that it costs one edit.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::program::Input;
use super::sequence::{self, ESC, PASTE, PASTE_END};

/// Esc alone is the key, unless more follows at once.
const AFTER_ESC: Duration = Duration::from_millis(50);
/// The rest of a sequence or a character may be slow on its way.
const WITHIN_SEQUENCE: Duration = Duration::from_millis(500);
/// A paste that pauses for this long has lost its end.
const WITHIN_PASTE: Duration = Duration::from_millis(1500);
/// Bytes of one paste that are kept; the rest is counted.
pub(super) const MOST_PASTED: usize = 8 << 20;

/// What has come and is not finished yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// The start of a sequence or of a character, or of the end of a paste.
    waiting: Vec<u8>,
    paste: Option<Paste>,
    /// The last byte was the first half of a line end, perhaps.
    after_return: bool,
}

#[derive(Debug, Default)]
struct Paste {
    bytes: Vec<u8>,
    missed: usize,
}

impl Decoder {
    /// Takes in what has come.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut all = std::mem::take(&mut self.waiting);
        all.extend_from_slice(bytes);
        let mut out = Vec::new();
        let mut rest = &all[..];
        while !rest.is_empty() {
            let used = match &mut self.paste {
                Some(_) => self.within_paste(rest, &mut out),
                None => self.outside(rest, &mut out),
            };
            if used == 0 {
                break;
            }
            rest = &rest[used..];
        }
        self.waiting = rest.to_vec();
        out
    }

    /// How long the rest of what was begun may take; `None` when nothing was.
    pub(super) fn patience(&self) -> Option<Duration> {
        match (&self.paste, &self.waiting[..]) {
            // What came too late of the answer to our own question would be text.
            (Some(_), _) | (None, [ESC, b']', b'1', b'1', b';', ..]) => Some(WITHIN_PASTE),
            (None, []) => None,
            (None, [ESC]) => Some(AFTER_ESC),
            (None, _) => Some(WITHIN_SEQUENCE),
        }
    }

    /// The rest has not come: what is here is all.
    pub(super) fn give_up(&mut self) -> Vec<Input> {
        let waiting = std::mem::take(&mut self.waiting);
        if let Some(mut paste) = self.paste.take() {
            paste.take_in(&waiting);
            return vec![paste.into()];
        }
        let key = match *waiting {
            [ESC] => KeyCode::Esc.into(),
            // Alt with a key that could have begun a sequence.
            [ESC, key] => KeyEvent::new(KeyCode::Char(key.into()), KeyModifiers::ALT),
            [] | [ESC, ..] => return Vec::new(),
            _ => KeyCode::Char(char::REPLACEMENT_CHARACTER).into(),
        };
        vec![Input::Key(key)]
    }

    /// Takes in one key or one run of text, and says how many bytes it was; 0 while it is not
    /// whole.
    fn outside(&mut self, bytes: &[u8], out: &mut Vec<Input>) -> usize {
        let used = match bytes[0] {
            ESC => sequence::length(bytes).unwrap_or(0),
            b'\n' if self.after_return => 1,
            byte if is_text(byte) => text(bytes, out),
            _ => 1,
        };
        let after_return =
            std::mem::replace(&mut self.after_return, bytes[..used].ends_with(b"\r"));
        match &bytes[..used] {
            [byte, ..] if is_text(*byte) => {}
            [] => self.after_return = after_return,
            PASTE => self.paste = Some(Paste::default()),
            sequence => out.extend(sequence::meaning(sequence)),
        }
        used
    }

    /// Takes in what belongs to a paste, and its end.
    fn within_paste(&mut self, bytes: &[u8], out: &mut Vec<Input>) -> usize {
        let Some(paste) = &mut self.paste else {
            return 0;
        };
        if let Some(end) = find(bytes, PASTE_END) {
            paste.take_in(&bytes[..end]);
            out.extend(self.paste.take().map(Input::from));
            return end + PASTE_END.len();
        }
        let begun = (1..PASTE_END.len())
            .rev()
            .find(|length| bytes.ends_with(&PASTE_END[..*length]));
        let used = bytes.len() - begun.unwrap_or(0);
        paste.take_in(&bytes[..used]);
        used
    }
}

impl Paste {
    fn take_in(&mut self, bytes: &[u8]) {
        let kept = bytes.len().min(MOST_PASTED - self.bytes.len());
        self.bytes.extend_from_slice(&bytes[..kept]);
        self.missed += bytes.len() - kept;
    }
}

impl From<Paste> for Input {
    fn from(paste: Paste) -> Self {
        let text = String::from_utf8(paste.bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Self::Paste {
            text,
            missed: paste.missed,
        }
    }
}

/// What stands in a text: characters, and the ends of its lines.
const fn is_text(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n') || (byte >= 0x20 && byte != 0x7f)
}

/// Takes in a run of text, but for a character at its end that is not whole yet.
fn text(bytes: &[u8], out: &mut Vec<Input>) -> usize {
    let end = bytes.iter().position(|byte| !is_text(*byte));
    let whole = end.unwrap_or_else(|| bytes.len() - begun(bytes));
    let text = String::from_utf8_lossy(&bytes[..whole]);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (None, _) => {}
        (Some('\n'), None) => out.push(Input::Key(KeyCode::Enter.into())),
        (Some(c), None) => out.push(Input::Key(KeyCode::Char(c).into())),
        _ => out.push(Input::Text(text)),
    }
    whole
}

/// Bytes of a character that has begun at the end of `bytes` and is not whole.
fn begun(bytes: &[u8]) -> usize {
    let last = bytes.iter().rev().take(3);
    let length = last.take_while(|byte| (0x80..0xc0).contains(*byte)).count() + 1;
    match bytes.len().checked_sub(length) {
        Some(at) if sequence::character(bytes[at]) > length => length,
        _ => 0,
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        from += bytes[from..].iter().position(|byte| *byte == what[0])?;
        if bytes[from..].starts_with(what) {
            return Some(from);
        }
        from += 1;
    }
}

#[cfg(test)]
mod tests;
