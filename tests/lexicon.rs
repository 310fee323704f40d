//! Every entry of the lexicon carries its own tests: where it is found and where it is not.

use std::path::Path;

use failwell::content;
use failwell::engine::{Lang, Reader};

/// The text without marks, and the marked byte ranges.
fn unmark(marked: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut ranges, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => ranges.push((start, text.len())),
            c => text.push(c),
        }
    }
    (text, ranges)
}

/// Where the entry is found in `text`.
fn found(reader: &Reader, entry: usize, text: &str) -> Vec<(usize, usize)> {
    let reading = reader.read_without_roles(text);
    let cues = reading.cues.iter().filter(|cue| cue.entry == entry);
    cues.map(|cue| {
        let bytes = reading.bytes(&(cue.first..cue.end));
        (bytes.start, bytes.end)
    })
    .collect()
}

fn faults(lang: Lang) -> Vec<String> {
    let reader = content::engine().reader(lang);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let lexicon = content::source::read_lexicon(&root, lang).expect("the build has read it");
    let mut faults = Vec::new();
    for (at, entry) in lexicon.entries.iter().enumerate() {
        let name = format!("{} {:?}", entry.class.id(), entry.forms.first());
        if entry.hits.is_empty() || entry.misses.is_empty() {
            faults.push(format!("{name}: needs a hit and a miss"));
        }
        for marked in &entry.hits {
            let (text, expected) = unmark(marked);
            let found = found(reader, at, &text);
            if found != expected || expected.is_empty() {
                let found: Vec<&str> = found.iter().map(|&(a, b)| &text[a..b]).collect();
                faults.push(format!("{name}: hit {marked:?} finds {found:?}"));
            }
        }
        for text in &entry.misses {
            let found = found(reader, at, text);
            if !found.is_empty() {
                let found: Vec<&str> = found.iter().map(|&(a, b)| &text[a..b]).collect();
                faults.push(format!("{name}: miss {text:?} finds {found:?}"));
            }
        }
    }
    faults
}

#[test]
fn the_english_lexicon_finds_what_it_says() {
    let faults = faults(Lang::En);
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn the_chinese_lexicon_finds_what_it_says() {
    let faults = faults(Lang::Zh);
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}
