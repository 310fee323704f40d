//! A screen as an SVG picture, cell by cell, so that columns stand whatever fonts there are. Knows
//! buffers and nothing of the program.

use std::fmt::Write;

use failwell::wrap;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

const CELL: (u16, u16) = (9, 20);
const MARGIN: u16 = 14;
/// A wide glyph fills its two cells.
const WIDE: u16 = 17;
const GROUND: &str = "#1b1d24";
const INK: &str = "#d6dae3";

/// The picture of a screen.
pub(crate) fn svg(buffer: &Buffer, caret: Option<Position>) -> Result<String, std::fmt::Error> {
    let (width, height) = (
        buffer.area.width * CELL.0 + 2 * MARGIN,
        buffer.area.height * CELL.1 + 2 * MARGIN,
    );
    let mut out = String::new();
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="'DejaVu Sans Mono','Menlo','Consolas','WenQuanYi Micro Hei Mono','Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace" font-size="15" xml:space="preserve">
<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>"#
    )?;
    for y in 0..buffer.area.height {
        for run in runs(buffer, y) {
            draw_run(&mut out, buffer, y, &run)?;
        }
    }
    if let Some(Position { x, y }) = caret {
        let (x, y) = corner(x, y);
        let height = CELL.1;
        writeln!(
            out,
            r#"<rect x="{x}" y="{y}" width="2" height="{height}" fill="{INK}"/>"#
        )?;
    }
    out.push_str("</svg>\n");
    Ok(out)
}

/// Neighbouring cells that look alike and are of one width: where they start, how many cells they
/// take, what stands there.
struct Run {
    x: u16,
    cells: u16,
    each: u16,
    /// Whether it is braille, which is drawn dot by dot: not every font has it.
    dots: bool,
    text: String,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let each = wrap::cells(cell.symbol()).max(1);
        let dots = cell.symbol().starts_with(is_braille);
        match runs.last_mut() {
            Some(run)
                if (run.each, run.dots) == (each, dots) && alike(&buffer[(run.x, y)], cell) =>
            {
                run.cells += each;
                run.text.push_str(cell.symbol());
            }
            _ => runs.push(Run {
                x,
                cells: each,
                each,
                dots,
                text: cell.symbol().to_owned(),
            }),
        }
        x += each;
    }
    runs
}

fn alike(one: &Cell, other: &Cell) -> bool {
    (one.fg, one.bg, one.modifier) == (other.fg, other.bg, other.modifier)
}

fn draw_run(out: &mut String, buffer: &Buffer, y: u16, run: &Run) -> std::fmt::Result {
    let cell = &buffer[(run.x, y)];
    let has = |modifier| cell.modifier.contains(modifier);
    let (x, top) = corner(run.x, y);
    let width = run.cells * CELL.0;
    let mut ink = colour(cell.fg);
    if has(Modifier::REVERSED) {
        let height = CELL.1;
        writeln!(
            out,
            r#"<rect x="{x}" y="{top}" width="{width}" height="{height}" fill="{ink}"/>"#
        )?;
        ink = GROUND;
    }
    if has(Modifier::UNDERLINED) {
        let line = top + CELL.1 - 3;
        writeln!(
            out,
            r#"<rect x="{x}" y="{line}" width="{width}" height="1" fill="{ink}"/>"#
        )?;
    }
    if run.text.trim().is_empty() {
        return Ok(());
    }
    let weight = if has(Modifier::BOLD) {
        r#" font-weight="bold""#
    } else {
        ""
    };
    let dim = if has(Modifier::DIM) {
        r#" opacity="0.6""#
    } else {
        ""
    };
    let base = top + CELL.1 - 5;
    let style = format!(r#"y="{base}" fill="{ink}"{weight}{dim}"#);
    if run.each > 1 {
        return draw_wide(out, run, x, &style);
    }
    if run.dots {
        return draw_dots(out, run, (x, top), ink);
    }
    // Blanks at the ends would be lost in some viewers.
    let lead = run.text.len() - run.text.trim_start().len();
    let start = x + u16::try_from(lead).unwrap_or(0) * CELL.0;
    let text = run.text.trim();
    let taken = u16::try_from(wrap::width(text)).unwrap_or(0) * CELL.0;
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    writeln!(
        out,
        r#"<text x="{start}" {style} textLength="{taken}" lengthAdjust="spacingAndGlyphs">{text}</text>"#
    )
}

/// One by one: fonts disagree on how wide a Chinese character is beside the Latin ones.
fn draw_wide(out: &mut String, run: &Run, x: u16, style: &str) -> std::fmt::Result {
    let step = run.each * CELL.0;
    for (at, glyph) in (0..).zip(run.text.chars()) {
        let middle = x + at * step + step / 2;
        writeln!(
            out,
            r#"<text x="{middle}" {style} font-size="{WIDE}" text-anchor="middle">{glyph}</text>"#
        )?;
    }
    Ok(())
}

const fn is_braille(c: char) -> bool {
    matches!(c, '\u{2800}'..='\u{28ff}')
}

/// All dots of a run as one path of small squares.
fn draw_dots(out: &mut String, run: &Run, (x, top): (u16, u16), ink: &str) -> std::fmt::Result {
    /// The bit of each dot, column by column from above.
    const DOTS: [[u32; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
    const SIDE: u16 = 3;
    let mut path = String::new();
    for (at, glyph) in (0..).zip(run.text.chars()) {
        for (column, rows) in (0..).zip(DOTS) {
            for (row, bit) in (0..).zip(rows) {
                if u32::from(glyph) & bit != 0 {
                    let left = x + at * CELL.0 + 1 + column * 4;
                    let y = top + 1 + row * 5;
                    write!(path, "M{left} {y}h{SIDE}v{SIDE}h-{SIDE}z")?;
                }
            }
        }
    }
    writeln!(out, r#"<path fill="{ink}" d="{path}"/>"#)
}

fn corner(x: u16, y: u16) -> (u16, u16) {
    (MARGIN + x * CELL.0, MARGIN + y * CELL.1)
}

/// The sixteen colours, as far as the program uses them.
const fn colour(colour: Color) -> &'static str {
    match colour {
        Color::Yellow => "#e0c46c",
        Color::Cyan => "#7cc5c9",
        _ => INK,
    }
}
