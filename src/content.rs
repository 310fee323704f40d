//! The built-in content, compiled in by `build.rs` and unpacked once on first use.

pub mod check;
pub(crate) mod fits;
pub mod library;
pub mod pack;
pub mod packs;
pub(crate) mod say;
pub mod source;
pub mod words;

use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use crate::engine::cue::Phrases;
use crate::engine::lang::Lang;
use crate::engine::{Engine, Reader, Report, Span};
use crate::practice::remark::{Seek, Seekers};
use crate::practice::rewrite::{Offer, Rewriter};
use library::{Library, RemarkText};
use words::Words;

/// The bytes of one file of `OUT_DIR`.
macro_rules! packed {
    ($($name:literal),+) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $($name),+))
    };
}

/// What `build.rs` made of one language.
macro_rules! reader {
    ($lang:expr, $code:literal) => {
        Reader::new(
            unpack(packed!("lexicon-", $code)),
            Phrases::new(
                $lang,
                packed!("phrases-", $code),
                packed!("vocabulary-", $code),
            ),
            &unpack(packed!("weights-", $code)),
        )
    };
}

static LIBRARY: LazyLock<Library> = LazyLock::new(|| unpack(packed!("library")));
static WORDS_EN: LazyLock<Words> = LazyLock::new(|| unpack(packed!("words-en")));
static WORDS_ZH: LazyLock<Words> = LazyLock::new(|| unpack(packed!("words-zh")));
static REWRITES_EN: LazyLock<Rewriter> =
    LazyLock::new(|| Rewriter::new(unpack(packed!("rewrites-en"))));
static REWRITES_ZH: LazyLock<Rewriter> =
    LazyLock::new(|| Rewriter::new(unpack(packed!("rewrites-zh"))));
static SEEKERS: LazyLock<Seekers> = LazyLock::new(|| {
    let seek = |text: &'static RemarkText| Seek {
        groups: text.groups,
        beside: text.beside,
        seek: &text.seek,
    };
    Seekers::new(&LIBRARY.remarks.iter().map(seek).collect::<Vec<_>>())
});
static ENGINE: Engine = Engine::new(|| reader!(Lang::En, "en"), || reader!(Lang::Zh, "zh"));

/// Prompts, tips, samples: everything that is said about the subject itself.
pub fn library() -> &'static Library {
    &LIBRARY
}

/// The interface words of `lang`.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &WORDS_EN,
        Lang::Zh => &WORDS_ZH,
    }
}

/// The engine with the built-in phrases.
pub fn engine() -> &'static Engine {
    &ENGINE
}

/// The tables by which things are said in other words.
pub fn rewriter(lang: Lang) -> &'static Rewriter {
    match lang {
        Lang::En => &REWRITES_EN,
        Lang::Zh => &REWRITES_ZH,
    }
}

/// Everything that can be said in other words in an answer; see [`crate::practice::rewrite`].
pub fn offers(text: &str, report: &Report) -> Vec<Offer> {
    let lang = report.lang.filter(|_| report.marked());
    lang.map_or_else(Vec::new, |lang| rewriter(lang).offers(text, report))
}

/// What in an answer is worth a word of its own, and where it begins.
pub fn remarks(text: &str, report: &Report) -> Vec<(&'static RemarkText, Span)> {
    let remarks = LIBRARY.remarks.iter().zip(SEEKERS.find(text, report));
    remarks
        .filter_map(|(remark, found)| Some((remark, found?)))
        .collect()
}

fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> T {
    postcard::from_bytes(bytes).expect("build.rs packed this very type")
}
