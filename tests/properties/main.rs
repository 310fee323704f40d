//! The promises of `holds`, each tried on some hundred inputs that are likely to break it. Seeds are
//! random; a failure is written down in `tests/proptest-regressions` and tried first from then on.
//! `fuzz/` tries the same promises on millions.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test writes files and may fail; the fuzz crate uses the promises too"
)]

mod holds;

use proptest::prelude::*;
use proptest::sample::select;

/// Words that rules react to, marks, and anything else.
fn answer() -> impl Strategy<Value = String> {
    let known = "I|we|my manager|failed|didn't|realised|that|and|because|. |, |\n|\"|“|”|’|…|我|我们|没有\
        |失败|学到|。|，|；|「|」|【|】|[name]|XX|___|3.5|95%|Mr.|e.g.| ";
    let any = prop_oneof![
        3 => one_of(known),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from)
    ];
    prop::collection::vec(any, 0..80).prop_map(|pieces| pieces.join(" "))
}

/// Pieces that make wrapping and showing hard, in any order.
fn mixed() -> impl Strategy<Value = String> {
    let graphemes = "👨‍👩‍👧|🇨🇳|👍🏽|❤️|e\u{301}| \u{301}|\u{200d}|\u{1f1e8}|🏴󠁧󠁢󠁥󠁮󠁧󠁿|\u{e0041}|\u{600}";
    let spaces = "\n|\t|\u{3000}|\u{a0}|\r\n|\r|don’t|3.5%|http://a.b/c?d=e";
    let acts =
        "\u{1b}[2J|\u{9b}31m|\u{7}|\0|\u{202e}|\u{2066}|\u{200b}|\u{feff}|\u{ad}|\u{85}|\u{2028}";
    let piece = prop_oneof![
        8 => "[a-z]{1,12}",
        6 => Just(" ".to_owned()),
        8 => "[我们项目延期失败了学到]{1,6}",
        5 => "[，。；：、）】」（【「“”‘’！？…—·]{1,2}",
        2 => one_of(graphemes),
        1 => one_of(spaces),
        1 => one_of(acts),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Texts, and control characters that are edits.
fn script() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z ]{1,6}",
        4 => "[我们项目延期，。（）“”]{1,4}",
        2 => one_of("👨‍👩‍👧|🇨🇳|\u{1f1e8}|👍🏽|❤️|\u{301}|\u{200d}|\u{3000}|\u{600}"),
        8 => (0..0x20_u8).prop_map(|byte| char::from(byte).to_string()),
        1 => Just("\x7f".to_owned()),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// What a terminal sends: texts, keys, pastes, and pieces of them.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let keys = "\x1b[A|\x1b[1;5D|\x1bOP|\x1bOQ|\x1bOR|\x1b[15~|\x1b[200~|\x1b[201~|\x1b[3~|\x1bx|\x1b\x1b\
        |\x1b]11;rgb:0/0/0\x07|\r\n|\r|\r|\n|\x03|\x04|\x04|\x1b[|\x1b|\t|g|e|h|x|/|q";
    let piece = prop_oneof![
        4 => "[a-z ]{1,5}".prop_map(String::into_bytes),
        4 => "[我们失败了]{1,3}|👨‍👩‍👧|é".prop_map(String::into_bytes),
        6 => one_of(keys).prop_map(String::into_bytes),
        1 => Just("We assumed that it would do. ".repeat(12).into_bytes()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Questions as a pack asks them, now and then with a part gone.
fn questions() -> impl Strategy<Value = Vec<u8>> {
    let line = prop_oneof![
        6 => one_of("[[prompt]]|[[follow-up]]"),
        6 => "id = \"[a-z]{1,3}(-[a-z0-9]{1,2})?\"",
        4 => "text.en = \"[A-Za-z ?]{0,12}\"",
        4 => "text.zh = \"[请讲一次失败？]{0,6}\"",
        4 => one_of("tip = \"we\"|tip = \"none\"|probes = [\"maturity\"]|probes = []|colour = 1"),
        1 => "\\PC{0,12}",
    ];
    let bytes = prop::collection::vec(line, 0..16).prop_map(|lines| lines.join("\n").into_bytes());
    (
        bytes,
        any::<prop::sample::Index>(),
        any::<u8>(),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(mut bytes, at, byte, broken)| {
            if broken && !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes
        })
}

/// Lines of a history: whole, cut, strange.
fn lines() -> impl Strategy<Value = Vec<u8>> {
    let sound = include_str!("../store/v1.jsonl")
        .lines()
        .collect::<Vec<_>>();
    let sound = select(sound).prop_map(str::to_owned);
    let line = prop_oneof![
        5 => sound.clone(),
        2 => sound.clone().prop_map(|line| line.replace("\"v\":1", "\"v\":7")),
        2 => (sound, any::<prop::sample::Index>()).prop_map(|(line, at)| {
            let end = at.index(line.len());
            line.char_indices().take_while(|(at, _)| *at < end).map(|(_, c)| c).collect()
        }),
        1 => "\\PC{0,20}",
    ];
    let end = prop_oneof![8 => Just("\n"), 1 => Just("\r\n"), 1 => Just("")];
    prop::collection::vec((line, end), 0..10).prop_map(|lines| {
        let line = |(line, end): (String, &str)| (line + end).into_bytes();
        lines.into_iter().flat_map(line).collect()
    })
}

/// One of the words between the bars.
fn one_of(words: &'static str) -> impl Strategy<Value = String> {
    let words: Vec<&str> = words.split('|').collect();
    select(words).prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn answers(text in answer()) {
        holds::a_report_is_sound(&text);
    }

    #[test]
    fn cells(text in mixed()) {
        holds::nothing_acts_on_the_terminal(&text);
    }

    #[test]
    fn rows(text in mixed(), columns in 0_u16..200) {
        holds::rows_are_the_text(&text, columns);
    }

    #[test]
    fn pages(start in mixed(), script in script(), width in 0_u16..40) {
        holds::a_page_comes_back(&start, &script, width);
    }

    #[test]
    fn keys(bytes in bytes(), length in 1_usize..6, size in (0_u16..130, 0_u16..45)) {
        holds::keys_are_safe(&bytes, length, size);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn packs(prompts in questions(), follow_ups in prop::option::of(questions())) {
        holds::a_pack_is_sound_or_left_out(&prompts, follow_ups.as_deref());
    }

    #[test]
    fn histories(bytes in lines()) {
        holds::nothing_in_a_history_is_lost(&bytes);
    }
}
