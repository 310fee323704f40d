//! The last step before the screen: what this terminal or font cannot show in one cell is replaced,
//! cell by cell. Knows symbols; what is stored stays as it is.

use ratatui::buffer::Buffer;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::settings::{Ambiguous, Glyphs, Settings};

/// The program's own marks, and what stands for them in ASCII.
const MARKS: [(&str, &str); 5] = [("✓", "+"), ("◦", "o"), ("⋅", "|"), ("▴", "^"), ("▾", "v")];

/// What texts hold most often of ambiguous width.
const TYPED: [(&str, &str); 11] = [
    ("“”„‟″", "\""),
    ("‘’‚′", "'"),
    ("—–―‐‒−", "-"),
    ("…‥", "."),
    ("·•‧∙", "."),
    ("×", "x"),
    ("÷", "/"),
    ("°º", "o"),
    ("←«", "<"),
    ("→»", ">"),
    ("↑", "^"),
];

/// Replaces in `buf` what these settings say cannot be shown.
pub(super) fn substitute(buf: &mut Buffer, settings: &Settings) {
    let wide = settings.ambiguous == Ambiguous::Wide;
    if !wide && settings.glyphs == Glyphs::Unicode {
        return;
    }
    for cell in &mut buf.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        if let Some(ascii) = dots(symbol) {
            cell.set_symbol(ascii);
            continue;
        }
        let mark = MARKS.iter().find(|(mark, _)| *mark == symbol);
        if let Some((_, ascii)) = mark {
            cell.set_symbol(ascii);
        } else if wide && is_ambiguous(symbol) {
            let known = TYPED.iter().find(|(known, _)| known.contains(symbol));
            cell.set_symbol(known.map_or("?", |(_, ascii)| ascii));
        }
    }
}

/// What stands for a pattern of braille dots, as charts are drawn with.
fn dots(symbol: &str) -> Option<&'static str> {
    const UPPER: u32 = 0x01 | 0x08 | 0x02 | 0x10;
    const ALL: u32 = 0xff;
    let mut letters = symbol.chars();
    let (Some(one @ '\u{2800}'..='\u{28ff}'), None) = (letters.next(), letters.next()) else {
        return None;
    };
    let dots = u32::from(one) & ALL;
    Some(match (dots & UPPER, dots & !UPPER) {
        (0, 0) => " ",
        _ if dots == ALL => "#",
        (_, 0) => "'",
        (0, _) => ".",
        _ => ":",
    })
}

/// Whether terminals differ about how many cells this takes. Letters (é, Ж) do not count: nobody who
/// reads them has them drawn in two.
fn is_ambiguous(symbol: &str) -> bool {
    symbol.width() == 1 && symbol.chars().any(|c| c.width_cjk() != c.width())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_marks_are_one_cell_wide_in_every_terminal_and_their_twins_are_ascii() {
        for (mark, ascii) in MARKS {
            assert_eq!((mark.width(), mark.width_cjk()), (1, 1), "{mark}");
            assert!(ascii.is_ascii() && ascii.len() == 1, "{ascii}");
        }
    }

    #[test]
    fn what_is_replaced_is_what_terminals_differ_about() {
        let letters = TYPED.iter().flat_map(|(known, _)| known.chars());
        let ambiguous = letters.filter(|c| is_ambiguous(&c.to_string()));
        assert!(ambiguous.count() > 20);
        for same in ["a", "é", "Ж", "面", "。", "，", "？", "「", "✓", "👧"] {
            assert!(!is_ambiguous(same), "{same}");
        }
    }

    #[test]
    fn dots_are_drawn_by_where_they_are() {
        for (symbol, ascii) in [("⠀", " "), ("⠉", "'"), ("⣀", "."), ("⣶", ":"), ("⣿", "#")]
        {
            assert_eq!(dots(symbol), Some(ascii), "{symbol}");
        }
        assert_eq!(dots("✓"), None);
    }

    #[test]
    fn cells_are_replaced_and_nothing_moves() {
        let drawn = |glyphs, ambiguous| {
            let mut buf = Buffer::with_lines(["面试“好”…… ✓ café Ж ①"]);
            let settings = Settings {
                glyphs,
                ambiguous,
                ..Settings::default()
            };
            substitute(&mut buf, &settings);
            crate::tui::fixture::lines(&buf)
        };
        assert_eq!(
            drawn(Glyphs::Unicode, Ambiguous::Narrow),
            ["面试“好”…… ✓ café Ж ①"]
        );
        assert_eq!(
            drawn(Glyphs::Ascii, Ambiguous::Narrow),
            ["面试“好”…… + café Ж ①"]
        );
        assert_eq!(
            drawn(Glyphs::Unicode, Ambiguous::Wide),
            ["面试\"好\".. + café Ж ?"]
        );
    }
}
