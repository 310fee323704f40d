//! Draws real screens as SVG pictures into `assets/`, for the README: `cargo run --example
//! screenshot`. They come from scripted keys, the real engine and a fixed seed, so that they change
//! only when the screens do.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use failwell::engine::{Lang, Step};
use failwell::practice::desk::Desk;
use failwell::practice::now::Now;
use failwell::practice::record::Goal;
use failwell::settings::{Palette, Settings};
use failwell::tui::app::{App, Setup};
use failwell::tui::program::{Effect, Input, Outcome, Program};
use failwell::wrap;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

const EN: &str = "Last spring I led the move of our client files to a new cloud system. \
    I assumed everyone would find their way in the new folders, so I skipped the training. \
    In the second week a proposal went missing, and the client noticed before we did. \
    It was a complete disaster, and to be fair, nobody had told me how people used the old folders. \
    We realised that people need to practise a change before it arrives. \
    So we ran three short workshops and adjusted the folder names with the people who use them. \
    Today we book a trial week before every launch. \
    Since then no file has gone missing, and the team finds things in half the time.";

const ZH: &str = "去年春天，我负责把客户资料迁到新的云端系统。我以为大家都能自己摸索新的文件夹，\
    就没有安排培训。第二周，一份方案找不到了，客户比我们先发现。这是一次彻底的失败，\
    当时也没人告诉我大家以前怎么用文件夹。我们意识到，任何改动在上线之前，都要让用的人先练一遍。\
    于是我们办了三次小型培训，和大家一起调整了文件夹的名称。现在每次上线之前，我们都先安排一周试用。\
    从那以后再没有丢过文件，查找资料的时间也缩短了一半。";

/// How the typist of the pictures spends a key.
const KEY: Duration = Duration::from_millis(210);

fn main() -> Result<(), Box<dyn Error>> {
    let home = |lang| person(lang, (80, 24));
    draw("home", &mut home(Lang::En), "", &[])?;
    let typed: String = EN.split_inclusive(". ").take(3).collect();
    draw("rehearse", &mut home(Lang::En), &typed, &[])?;
    let finish = ["<C-d>", "<Enter>"];
    for (name, lang, text) in [("review-en", Lang::En, EN), ("review-zh", Lang::Zh, ZH)] {
        draw(name, &mut person(lang, (120, 36)), text, &finish)?;
        let name = format!("{name}-80");
        draw(&name, &mut home(lang), text, &["<C-d>", "<Enter>", "4"])?;
    }
    Ok(())
}

/// The program, and what the clock says.
struct Person {
    app: App,
    now: Now,
    size: (u16, u16),
}

fn person(lang: Lang, size: (u16, u16)) -> Person {
    let settings = Settings {
        lang,
        palette: Palette::Dark,
        ..Settings::default()
    };
    let desk = Desk {
        v: 1,
        prompt: Some("failure".to_owned()),
        goal: Some(Goal {
            step: Step::Length,
            by_seconds: Some(30),
        }),
        attempts: 6,
        ..Desk::default()
    };
    let setup = Setup {
        seed: Some(1),
        ..Setup::new(settings, desk)
    };
    let now = Now {
        elapsed: Duration::ZERO,
        passed: Duration::ZERO,
        wall: "2026-11-24T08:30:00Z".parse().expect("a moment"),
    };
    let mut person = Person {
        app: App::new(setup),
        now,
        size,
    };
    person.input(Input::Resize(size.0, size.1));
    person
}

impl Person {
    fn input(&mut self, input: Input) {
        for effect in self.app.update(self.now, input) {
            if let Effect::Append(record) = effect {
                self.input(Input::Done(Outcome::Saved(record.id)));
            }
        }
    }

    fn press(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.now.elapsed += KEY;
        self.input(Input::Key(KeyEvent::new(code, modifiers)));
    }
}

/// Starts, types `text`, presses `keys`, and draws what is seen then; without text, the first
/// screen.
fn draw(name: &str, person: &mut Person, text: &str, keys: &[&str]) -> Result<(), Box<dyn Error>> {
    if !text.is_empty() {
        person.press(KeyCode::Enter, KeyModifiers::NONE);
    }
    for c in text.chars() {
        person.press(KeyCode::Char(c), KeyModifiers::NONE);
    }
    for key in keys {
        match *key {
            "<C-d>" => person.press(KeyCode::Char('d'), KeyModifiers::CONTROL),
            "<Enter>" => person.press(KeyCode::Enter, KeyModifiers::NONE),
            key => person.press(
                KeyCode::Char(key.chars().next().unwrap_or(' ')),
                KeyModifiers::NONE,
            ),
        }
    }
    let mut terminal = Terminal::new(TestBackend::new(person.size.0, person.size.1))?;
    let buffer = terminal
        .draw(|frame| person.app.view(person.now, frame))?
        .buffer
        .clone();
    let visible = terminal.backend().cursor_visible();
    let caret = visible
        .then(|| terminal.get_cursor_position())
        .transpose()?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/{name}.svg"));
    #[expect(clippy::disallowed_methods, reason = "the pictures are the point")]
    std::fs::write(path, svg(&buffer, caret)?)?;
    Ok(())
}

const CELL: (u16, u16) = (9, 20);
const MARGIN: u16 = 14;
const GROUND: &str = "#1b1d24";
const INK: &str = "#d6dae3";

fn svg(buffer: &Buffer, caret: Option<Position>) -> Result<String, std::fmt::Error> {
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
    text: String,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let each = wrap::cells(cell.symbol()).max(1);
        match runs.last_mut() {
            Some(run) if run.each == each && alike(&buffer[(run.x, y)], cell) => {
                run.cells += each;
                run.text.push_str(cell.symbol());
            }
            _ => runs.push(Run {
                x,
                cells: each,
                each,
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
            r#"<text x="{middle}" {style} text-anchor="middle">{glyph}</text>"#
        )?;
    }
    Ok(())
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
