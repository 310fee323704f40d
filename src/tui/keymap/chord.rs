//! One way to press something: what a terminal sends for it, how it is written, and how what is
//! written is read. Knows no actions.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::engine::Tip;
use crate::settings::near::nearest;

/// One way to press something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chord {
    /// A key by itself; Shift is part of it.
    Key(KeyCode),
    /// With Ctrl.
    Ctrl(KeyCode),
    /// With Alt.
    Alt(KeyCode),
    /// A digit from 1 to 8; the action gets the tip with this number.
    Digit,
}

/// A key with what matters of its modifiers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pressed {
    pub(super) code: KeyCode,
    pub(super) ctrl: bool,
    pub(super) alt: bool,
}

impl Pressed {
    pub(super) fn new(event: KeyEvent, typing: bool) -> Self {
        let held = |modifier| event.modifiers.contains(modifier);
        let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
        let code = match event.code {
            KeyCode::Char(c) if !typing => KeyCode::Char(twin(c)),
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            code => code,
        };
        // AltGr arrives as Ctrl and Alt; what it makes is a character like any other.
        let alt_gr = ctrl && alt && matches!(code, KeyCode::Char(_));
        Self {
            code,
            ctrl: ctrl && !alt_gr,
            alt: alt && !alt_gr,
        }
    }

    pub(super) fn is(self, chord: Chord) -> bool {
        match chord {
            Chord::Key(code) => self.code == code && !self.ctrl && !self.alt,
            Chord::Ctrl(code) => self.code == code && self.ctrl && !self.alt,
            Chord::Alt(code) => self.code == code && self.alt && !self.ctrl,
            Chord::Digit => {
                matches!(self.code, KeyCode::Char(c) if tip(c).is_some()) && !self.ctrl && !self.alt
            }
        }
    }
}

pub(super) fn tip(c: char) -> Option<Tip> {
    let digit = c.to_digit(10)?;
    Tip::from_number(usize::try_from(digit).ok()?)
}

/// The ASCII twin of a full-width character, in lower case: an input method left on locks nobody
/// out.
fn twin(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '、' => '/',
        _ => c,
    };
    narrow.to_ascii_lowercase()
}

impl std::fmt::Display for Chord {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Digit => out.write_str("1-8"),
            Self::Ctrl(code) => write!(out, "Ctrl-{}", upper(*code)),
            Self::Alt(code) => write!(out, "Alt-{}", upper(*code)),
            Self::Key(code) => out.write_str(&name(*code)),
        }
    }
}

/// Letters as they are printed on the keys.
fn upper(code: KeyCode) -> String {
    match code {
        KeyCode::Char(c) => c.to_uppercase().to_string(),
        code => name(code),
    }
}

/// How a key is written on most keyboards.
fn name(code: KeyCode) -> String {
    match code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::BackTab => "Shift-Tab".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        code => format!("{code:?}"),
    }
}

/// Keys by the names that are read in `config.toml`; the first that stands for a key is its usual one.
const NAMED: [(&str, KeyCode); 21] = [
    ("enter", KeyCode::Enter),
    ("return", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("escape", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("del", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pageup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("pagedown", KeyCode::PageDown),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
];

impl Chord {
    /// Reads `r`, `F2`, `Ctrl-D`, `alt-left`, `PgUp`, whatever the case.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and the nearest that is right.
    pub(crate) fn read(written: &str) -> Result<Self, String> {
        let lower = written.trim().to_lowercase();
        if let Some(key) = lower.strip_prefix("ctrl-").filter(|key| !key.is_empty()) {
            return match code(key)? {
                KeyCode::Char(c) if !c.is_ascii() => Err(format!("no terminal sends `{written}`")),
                KeyCode::Char(c) if same(c).is_some() => Err(format!(
                    "a terminal sends `{}` for `{written}`",
                    same(c).unwrap_or_default()
                )),
                code => Ok(Self::Ctrl(code)),
            };
        }
        if let Some(key) = lower.strip_prefix("alt-").filter(|key| !key.is_empty()) {
            return Ok(Self::Alt(code(key)?));
        }
        Ok(Self::Key(code(&lower)?))
    }

    /// Whether it types something where text is typed.
    pub(super) const fn types(self) -> bool {
        matches!(self, Self::Digit | Self::Key(KeyCode::Char(_)))
    }
}

/// The key that has this name.
fn code(name: &str) -> Result<KeyCode, String> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Ok(KeyCode::Char(twin(c)));
    }
    let number = name.strip_prefix('f').and_then(|n| n.parse().ok());
    if let Some(n @ 1..=12) = number {
        return Ok(KeyCode::F(n));
    }
    let named = NAMED.iter().find(|(known, _)| *known == name);
    named.map(|(_, code)| *code).ok_or_else(|| unknown(name))
}

fn unknown(name: &str) -> String {
    let bare = name.rsplit('-').next().unwrap_or(name);
    let near = nearest(bare, NAMED.iter().map(|(known, _)| *known));
    if name.starts_with("shift-") || name.contains("-shift-") {
        "not every terminal tells Shift from no Shift; use Ctrl, Alt or F1 to F12".to_owned()
    } else if let Some(near) = near {
        format!("unknown key `{name}`; did you mean `{near}`?")
    } else {
        format!("unknown key `{name}`; keys look like r, F2, Ctrl-D, Alt-Left, Enter, PgDn, Space")
    }
}

/// The key that a terminal cannot tell from Ctrl with this letter.
const fn same(c: char) -> Option<&'static str> {
    match c {
        'i' => Some("Tab"),
        'm' | 'j' => Some("Enter"),
        '[' => Some("Esc"),
        _ => None,
    }
}
