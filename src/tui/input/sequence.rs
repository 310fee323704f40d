//! Escape sequences, one at a time: where one ends, and which key it is. Knows what terminals send;
//! knows nothing of time or text.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers};
use termina::event as from;
use termina::{Event, Parser};

use super::super::program::Input;
use crate::settings::Shade;

/// What a paste begins with.
pub(super) const PASTE: &[u8] = b"\x1b[200~";
/// What it ends with.
pub(super) const PASTE_END: &[u8] = b"\x1b[201~";

pub(super) const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;
/// The longest sequence that is a key, and the longest answer that a terminal gives.
const LONGEST: usize = 4096;

/// How many bytes the sequence at the start of `bytes` takes; `None` while its end has not come.
/// One that is broken ends before the byte that breaks it.
pub(super) fn length(bytes: &[u8]) -> Option<usize> {
    let found = match *bytes.get(1)? {
        b'[' => control(bytes),
        b']' | b'P' | b'X' | b'^' | b'_' => string(bytes),
        b'O' => bytes.get(2).map(|byte| if *byte == ESC { 2 } else { 3 }),
        // Esc, then something else.
        ESC => Some(1),
        // Alt with a key, which may take several bytes.
        first => {
            let all = 1 + character(first);
            (bytes.len() >= all).then_some(all)
        }
    };
    found.or_else(|| (bytes.len() > LONGEST).then_some(bytes.len()))
}

/// `ESC [`, parameters, and a final byte.
fn control(bytes: &[u8]) -> Option<usize> {
    if bytes.get(2) == Some(&b'[') {
        // The F-keys of the Linux console.
        return (bytes.len() > 3).then_some(4);
    }
    let end = bytes[2..].iter().position(|b| !(0x20..0x40).contains(b))? + 2;
    let ends_well = (0x40..0x7f).contains(&bytes[end]);
    Some(if ends_well { end + 1 } else { end })
}

/// What terminals answer with: anything up to a bell or `ESC \`.
fn string(bytes: &[u8]) -> Option<usize> {
    let end = bytes[2..].iter().position(|b| matches!(*b, BELL | ESC))? + 2;
    match bytes.get(end + 1) {
        _ if bytes[end] == BELL => Some(end + 1),
        Some(b'\\') => Some(end + 2),
        Some(_) => Some(end),
        None => None,
    }
}

/// Bytes of a character that begins with `first`.
pub(super) const fn character(first: u8) -> usize {
    match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    }
}

/// What these bytes are: a key, or the background as the terminal tells it; nothing for other
/// answers, and for what nobody knows.
pub(super) fn meaning(bytes: &[u8]) -> Option<Input> {
    let background = bytes.strip_prefix(b"\x1b]11;").and_then(shade);
    background
        .map(Input::Background)
        .or_else(|| key(bytes).map(Input::Key))
}

/// The shade of `rgb:RRRR/GGGG/BBBB`, with one to four digits each, or of `#RRGGBB`.
fn shade(answer: &[u8]) -> Option<Shade> {
    let answer = std::str::from_utf8(answer).ok()?;
    let answer = answer.trim_end_matches(|c: char| c.is_ascii_control() || c == '\\');
    let parts: Vec<&str> = match answer.strip_prefix('#') {
        Some(digits) => [0, 2, 4]
            .map(|at| digits.get(at..at + 2))
            .into_iter()
            .collect::<Option<_>>()?,
        None => answer.split_once(':')?.1.split('/').take(3).collect(),
    };
    let part = |digits: &&str| {
        let most = (1..=4)
            .contains(&digits.len())
            .then(|| 16_f64.powi(i32::try_from(digits.len()).unwrap_or(4)) - 1.0)?;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / most)
    };
    let [red, green, blue]: [f64; 3] = parts
        .iter()
        .map(part)
        .collect::<Option<Vec<_>>>()?
        .try_into()
        .ok()?;
    // How bright it looks (Rec. 709), which is what text on it has to differ from.
    let light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if light > 0.5 {
        Shade::Light
    } else {
        Shade::Dark
    })
}

fn key(bytes: &[u8]) -> Option<KeyEvent> {
    let mut parser = Parser::default();
    parser.parse(bytes, false);
    match parser.pop()? {
        Event::Key(key) if key.kind != from::KeyEventKind::Release => Some(KeyEvent {
            code: code(key.code)?,
            modifiers: modifiers(key.modifiers),
            kind: match key.kind {
                from::KeyEventKind::Repeat => KeyEventKind::Repeat,
                _ => KeyEventKind::Press,
            },
            state: KeyEventState::NONE,
        }),
        _ => None,
    }
}

/// The keys that can mean anything here.
const fn code(code: from::KeyCode) -> Option<KeyCode> {
    Some(match code {
        from::KeyCode::Char(c) => KeyCode::Char(c),
        from::KeyCode::Enter => KeyCode::Enter,
        from::KeyCode::Backspace => KeyCode::Backspace,
        from::KeyCode::Tab => KeyCode::Tab,
        from::KeyCode::BackTab => KeyCode::BackTab,
        from::KeyCode::Escape => KeyCode::Esc,
        from::KeyCode::Left => KeyCode::Left,
        from::KeyCode::Right => KeyCode::Right,
        from::KeyCode::Up => KeyCode::Up,
        from::KeyCode::Down => KeyCode::Down,
        from::KeyCode::Home => KeyCode::Home,
        from::KeyCode::End => KeyCode::End,
        from::KeyCode::PageUp => KeyCode::PageUp,
        from::KeyCode::PageDown => KeyCode::PageDown,
        from::KeyCode::Insert => KeyCode::Insert,
        from::KeyCode::Delete => KeyCode::Delete,
        from::KeyCode::Function(n) => KeyCode::F(n),
        _ => return None,
    })
}

fn modifiers(held: from::Modifiers) -> KeyModifiers {
    [
        (from::Modifiers::SHIFT, KeyModifiers::SHIFT),
        (from::Modifiers::ALT, KeyModifiers::ALT),
        (from::Modifiers::CONTROL, KeyModifiers::CONTROL),
        (from::Modifiers::SUPER, KeyModifiers::SUPER),
        (from::Modifiers::HYPER, KeyModifiers::HYPER),
        (from::Modifiers::META, KeyModifiers::META),
    ]
    .into_iter()
    .filter(|(theirs, _)| held.contains(*theirs))
    .map(|(_, ours)| ours)
    .collect()
}
