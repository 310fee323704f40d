//! Every screen without colours, in ASCII, and where a quotation mark takes two cells.

use ratatui::backend::{CrosstermBackend, TestBackend};
use ratatui::style::{Color, Modifier};
use ratatui::{Terminal, TerminalOptions, Viewport};
use unicode_width::UnicodeWidthStr;

use super::screens::SCREENS;
use super::*;
use crate::settings::{Ambiguous, Glyphs, Palette};

/// Somebody on each of them in turn, in both languages.
fn everywhere(settings: impl Fn(&mut Settings), mut look: impl FnMut(&str, &Person)) {
    for lang in Lang::ALL {
        for way in SCREENS {
            for size in [(40, 12), USUAL, LARGE] {
                let mut person = way.gone(lang, size);
                settings(&mut person.app.settings);
                person.app.look.theme = Theme::new(&person.app.settings);
                look(&format!("{lang:?} {} {size:?}", way.name), &person);
            }
        }
    }
}

/// The bytes of one frame.
fn bytes(person: &Person) -> String {
    let mut bytes = Vec::new();
    let area = Rect::new(0, 0, person.size.0, person.size.1);
    let options = TerminalOptions {
        viewport: Viewport::Fixed(area),
    };
    let backend = CrosstermBackend::new(&mut bytes);
    let mut terminal = Terminal::with_options(backend, options).unwrap();
    terminal
        .draw(|frame| person.app.view(person.now, frame))
        .unwrap();
    drop(terminal);
    String::from_utf8(bytes).unwrap()
}

/// The numbers of every `CSI .. m`, but for those that give the terminal's own colours back.
fn inks(bytes: &str) -> Vec<u8> {
    let sequences = bytes.split("\u{1b}[").skip(1);
    let styles = sequences.filter_map(|rest| {
        let end = rest.find(|c: char| !matches!(c, '0'..='9' | ';'))?;
        rest[end..].starts_with('m').then(|| &rest[..end])
    });
    let numbers = styles.flat_map(|style| style.split(';').filter_map(|n| n.parse().ok()));
    let is_ink = |n: &u8| matches!(n, 30..=38 | 40..=48 | 90..=107);
    numbers.filter(is_ink).collect()
}

#[test]
fn without_colour_no_screen_has_any_and_the_focus_is_seen_all_the_same() {
    let mut shown = 0;
    everywhere(
        |settings| settings.color = false,
        |at, person| {
            assert_eq!(inks(&bytes(person)), Vec::<u8>::new(), "{at}");
            let mut terminal =
                Terminal::new(TestBackend::new(person.size.0, person.size.1)).unwrap();
            let frame = terminal
                .draw(|frame| person.app.view(person.now, frame))
                .unwrap();
            let chosen = |cell: &ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
            if at.ends_with("review-mark (80, 24)") {
                assert!(frame.buffer.content.iter().any(chosen), "{at}");
                shown += 1;
            }
        },
    );
    assert_eq!(shown, 2);
    let mut with = 0;
    everywhere(
        |settings| settings.palette = Palette::Dark,
        |_, person| with += inks(&bytes(person)).len(),
    );
    assert!(with > 100, "the scan sees colours where there are some");
}

#[test]
fn own_marks_are_one_cell_wide_in_every_terminal() {
    everywhere(
        |_| {},
        |at, person| {
            for symbol in symbols(person) {
                let same = symbol.width() == symbol.width_cjk();
                // What people write may be anything.
                let theirs = "“”‘’…—·".contains(&*symbol);
                assert!(same || theirs, "{symbol:?} on {at}");
            }
        },
    );
}

#[test]
fn in_ascii_an_english_screen_is_ascii_and_wide_leaves_nothing_to_differ_about() {
    everywhere(
        |settings| settings.glyphs = Glyphs::Ascii,
        |at, person| {
            // The name of the other language is written in it.
            let other = |symbol: &String| !symbol.is_ascii() && symbol.width() == 1;
            let left: Vec<String> = symbols(person).into_iter().filter(other).collect();
            let theirs = left.iter().all(|symbol| "“”‘’…—·".contains(&**symbol));
            assert!(theirs, "{left:?} on {at}");
        },
    );
    everywhere(
        |settings| settings.ambiguous = Ambiguous::Wide,
        |at, person| {
            for symbol in symbols(person) {
                assert_eq!(symbol.width(), symbol.width_cjk(), "{symbol:?} on {at}");
            }
        },
    );
}

#[test]
fn the_background_counts_when_it_is_told_soon_and_is_wanted() {
    use crate::settings::Shade;
    let accent = |palette, millis, shade| {
        let mut setup = setup(Lang::En);
        setup.settings.palette = palette;
        let mut person = Person::new(setup, USUAL);
        person.now.elapsed = Duration::from_millis(millis);
        person.input(Input::Background(shade));
        person.app.look.theme.accent.fg
    };
    assert_eq!(accent(Palette::Auto, 90, Shade::Dark), Some(Color::Yellow));
    assert_eq!(
        accent(Palette::Auto, 90, Shade::Light),
        Some(Color::Magenta)
    );
    assert_eq!(accent(Palette::Auto, 151, Shade::Light), None);
    assert_eq!(accent(Palette::Neutral, 90, Shade::Light), None);
    assert_eq!(accent(Palette::Dark, 90, Shade::Light), Some(Color::Yellow));
}

fn symbols(person: &Person) -> Vec<String> {
    let mut terminal = Terminal::new(TestBackend::new(person.size.0, person.size.1)).unwrap();
    let frame = terminal
        .draw(|frame| person.app.view(person.now, frame))
        .unwrap();
    let cells = frame.buffer.content.iter();
    cells.map(|cell| cell.symbol().to_owned()).collect()
}
