//! Reads and checks `content/` with the crate's own parser and compiles it into the binary, so that
//! a fault in the content stops the build and nothing is parsed at start-up.

#![expect(
    dead_code,
    reason = "the modules are the crate's; the build script uses part of them"
)]
#![expect(unreachable_pub, reason = "the modules are the crate's")]

use std::error::Error;
use std::path::{Path, PathBuf};

use engine::feature::Lemmas;
use engine::lexicon::Entry;

#[path = "src/engine"]
mod engine {
    pub mod compile;
    pub mod feature;
    pub mod form;
    pub mod lang;
    pub mod lexicon;
    pub mod model;
    pub mod tip;
    pub mod token;
}
#[path = "src/practice"]
mod practice {
    pub mod prompt;
    pub mod rewrite {
        pub mod rules;
    }
}
#[path = "src/content"]
mod content {
    pub mod library;
    pub mod source;
    pub mod words;
}

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script its folders this way"
)]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=src/engine");
    println!("cargo::rerun-if-changed=src/practice/prompt.rs");
    println!("cargo::rerun-if-changed=src/practice/rewrite/rules.rs");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("content");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    compile(&content::source::read_library(&root)?, &out.join("library"))?;
    for lang in engine::lang::Lang::ALL {
        let code = lang.code();
        let file = format!("{code}.toml");
        let words: content::words::Words = content::source::read(&root.join("ui").join(&file))?;
        compile(&words, &out.join(format!("words-{code}")))?;
        let mut lexicon = content::source::read_lexicon(&root, lang)?;
        let (phrases, vocabulary) = engine::compile::compile(&lexicon);
        write(&out.join(format!("phrases-{code}")), &phrases)?;
        write(&out.join(format!("vocabulary-{code}")), &vocabulary)?;
        let lemmas = Lemmas::new(&lexicon);
        lexicon.entries.iter_mut().for_each(Entry::strip);
        compile(&lexicon, &out.join(format!("lexicon-{code}")))?;
        let rewrites: practice::rewrite::rules::Rules =
            content::source::read(&root.join("rewrites").join(&file))?;
        compile(&rewrites, &out.join(format!("rewrites-{code}")))?;
        let weights: engine::model::Weights =
            content::source::read(&root.join("weights").join(&file))?;
        compile(
            &weights.numbered(&lemmas),
            &out.join(format!("weights-{code}")),
        )?;
    }
    let pairs = content::source::read_text(&root.join("lexicon/traditional.txt"))?;
    write(&out.join("simplified"), &simplified(&pairs))?;
    Ok(())
}

/// A flat table over U+4E00–U+9FFF: two bytes a character, its simplified form or itself.
fn simplified(pairs: &str) -> Vec<u8> {
    let mut table: Vec<u16> = (0x4e00..=0x9fff).collect();
    for pair in pairs.split_whitespace() {
        let mut chars = pair
            .chars()
            .map(|c| u16::try_from(u32::from(c)).unwrap_or(0));
        if let (Some(from @ 0x4e00..=0x9fff), Some(to)) = (chars.next(), chars.next()) {
            table[usize::from(from - 0x4e00)] = to;
        }
    }
    table.into_iter().flat_map(u16::to_le_bytes).collect()
}

fn compile<T: serde::Serialize>(value: &T, path: &Path) -> Result<(), Box<dyn Error>> {
    write(path, &postcard::to_allocvec(value)?)
}

#[expect(clippy::disallowed_methods, reason = "OUT_DIR is the build's own")]
fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    std::fs::write(path, bytes)?;
    Ok(())
}
