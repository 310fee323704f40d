//! Bytes of every kind. That pieces change nothing is tried in `tests/properties`.

use crossterm::event::KeyEventKind;

use super::*;

/// What comes in, one word each: `a` a key, `"ab"` a text, `[ab]` a paste, `<C-x>` with a modifier.
fn told(inputs: &[Input]) -> String {
    let one = |input: &Input| match input {
        Input::Key(key) => told_key(*key),
        Input::Text(text) => format!("{text:?}"),
        Input::Paste { text, missed: 0 } => format!("[{text}]"),
        Input::Paste { text, missed } => format!("[{text}+{missed}]"),
        other => format!("{other:?}"),
    };
    inputs.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn told_key(key: KeyEvent) -> String {
    let name = match key.code {
        KeyCode::Char(c) => c.to_string(),
        code => format!("{code:?}"),
    };
    let held = [(KeyModifiers::CONTROL, "C-"), (KeyModifiers::ALT, "A-")];
    let held: String = held
        .into_iter()
        .filter(|(modifier, _)| key.modifiers.contains(*modifier))
        .map(|(_, name)| name)
        .collect();
    format!("{held}{name}")
}

#[test]
fn bytes_are_keys_texts_and_pastes() {
    for (bytes, inputs) in [
        ("a", "a"),
        ("失", "失"),
        ("ab失败", r#""ab失败""#),
        ("\r", "Enter"),
        ("one\r\ntwo\rthree\n", r#""one\ntwo\nthree\n""#),
        ("\x03\x04\x1a", "C-c C-d C-z"),
        ("\t\x7f", "Tab Backspace"),
        ("\x1b[A\x1b[B\x1bOC\x1b[1;5D", "Up Down Right C-Left"),
        (
            "\x1b[3~\x1b[5~\x1bOP\x1b[15~\x1b[Z",
            "Delete PageUp F(1) F(5) BackTab",
        ),
        ("\x1b[[A", "F(1)"),
        ("\x1bb\x1b\x7f\x1bé", "A-b A-Backspace A-é"),
        ("\x1b\x1b[A", "Esc Up"),
        ("\x1b[200~a\x1b[31mb\x1b[201~c", "[a\x1b[31mb] c"),
        ("\x1b[200~\x1b[201~", "[]"),
        ("\x1b[200~a\x1b[200~b\x1b[201~", "[a\x1b[200~b]"),
        ("a\x1b]10;rgb:0/0/0\x1b\\b\x1b]52;c;aGk=\x07c", "a b c"),
        ("\x1b[?62;1cx\x1b[12;3Ry\x1bP>|tmux\x1b\\z", "x y z"),
        ("\x1b[99zx\x1b[201~y\x1b[I", "x y"),
        ("\x1b[1\x1b[A", "Up"),
    ] {
        assert_eq!(
            told(&Decoder::default().feed(bytes.as_bytes())),
            inputs,
            "{bytes:?}"
        );
    }
}

#[test]
fn what_is_no_character_is_seen() {
    let inputs = Decoder::default().feed(b"caf\xe9 au lait");
    assert_eq!(told(&inputs), "\"caf\u{fffd} au lait\"");
}

#[test]
fn presses_and_repeats_are_keys_releases_are_not() {
    let kinds = |bytes: &[u8]| -> Vec<KeyEventKind> {
        let kind = |input: &Input| match input {
            Input::Key(key) => key.kind,
            other => panic!("{other:?}"),
        };
        Decoder::default().feed(bytes).iter().map(kind).collect()
    };
    let all = b"\x1b[97;1:1u\x1b[97;1:2u\x1b[97;1:3u";
    assert_eq!(kinds(all), [KeyEventKind::Press, KeyEventKind::Repeat]);
}

#[test]
fn what_has_begun_waits_for_its_rest_and_not_for_ever() {
    for (bytes, millis, inputs) in [
        ("", None, ""),
        ("a", None, ""),
        ("\x1b", Some(50), "Esc"),
        ("\x1b[", Some(500), "A-["),
        ("\x1b]", Some(500), "A-]"),
        ("\x1bO", Some(500), "A-O"),
        ("\x1b[1;", Some(500), ""),
        ("\x1b]52;c;", Some(500), ""),
        ("\x1b[200~", Some(1500), "[]"),
        ("\x1b[200~abc\x1b[20", Some(1500), "[abc\x1b[20]"),
    ] {
        let mut decoder = Decoder::default();
        decoder.feed(bytes.as_bytes());
        assert_eq!(
            decoder.patience().map(|time| time.as_millis()),
            millis,
            "{bytes:?}"
        );
        assert_eq!(told(&decoder.give_up()), inputs, "{bytes:?}");
        assert_eq!(
            told(&decoder.feed(b"x")),
            "x",
            "keys work again after {bytes:?}"
        );
    }
    let mut decoder = Decoder::default();
    decoder.feed(&"失".as_bytes()[..2]);
    assert_eq!(told(&decoder.give_up()), "\u{fffd}");
}

#[test]
fn a_paste_without_end_and_an_answer_without_end_take_no_memory() {
    let mut decoder = Decoder::default();
    decoder.feed(PASTE);
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..9 {
        assert!(decoder.feed(&piece).is_empty());
    }
    let [Input::Paste { text, missed }] = &decoder.give_up()[..] else {
        panic!("no paste");
    };
    assert_eq!((text.len(), *missed), (MOST_PASTED, 1 << 20));

    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b]0;");
    decoder.feed(&[b'x'; 8192]);
    assert_eq!(decoder.patience(), None, "given up");
}

#[test]
fn an_answer_about_the_background_is_no_text_whatever_pieces_it_comes_in() {
    for (answer, shade) in [
        ("\x1b]11;rgb:0000/0000/0000\x1b\\", "Background(Dark)"),
        ("\x1b]11;rgb:fdfd/f6f6/e3e3\x07", "Background(Light)"),
        ("\x1b]11;rgb:00/2b/36\x1b\\", "Background(Dark)"),
        (
            "\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b\\",
            "Background(Light)",
        ),
        ("\x1b]11;#1e1e2e\x07", "Background(Dark)"),
        ("\x1b]11;rgb:f/f/f\x07", "Background(Light)"),
        ("\x1b]11;?\x07", ""),
        ("\x1b]11;rgb:zz/00/00\x07", ""),
        ("\x1b]11;rgb:00000/0/0\x07", ""),
        ("\x1b]11;#12\x07", ""),
        ("\x1b]10;rgb:0/0/0\x07", ""),
        ("\x1b[?62;22c", ""),
    ] {
        for at in 1..answer.len() {
            let mut decoder = Decoder::default();
            let mut inputs = decoder.feed(&answer.as_bytes()[..at]);
            inputs.extend(decoder.feed(&answer.as_bytes()[at..]));
            inputs.extend(decoder.feed(b"a"));
            let told = told(&inputs);
            assert_eq!(
                told.trim(),
                format!("{shade} a").trim(),
                "{answer:?} at {at}"
            );
        }
    }
    let mut decoder = Decoder::default();
    assert_eq!(told(&decoder.feed(b"\x1b]11;rgb:00")), "");
    assert_eq!(decoder.patience(), Some(WITHIN_PASTE));
    assert_eq!(told(&decoder.give_up()), "");
}
