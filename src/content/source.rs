//! Reads the files of `content/` into the types of `library.rs`, with the file and the cure in each
//! error. Included by `build.rs` too, so it may name nothing but serde, toml and those types.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::library::{
    FollowUp, KindText, Library, QualityText, RemarkText, Sample, StepText, TipText,
};
use crate::engine::lang::Lang;
use crate::engine::lexicon::Lexicon;
use crate::practice::prompt::Prompt;

/// A file of a content folder that cannot be used.
#[derive(Debug)]
pub struct SourceError {
    /// Which file.
    pub file: PathBuf,
    /// What is wrong and how to mend it; holds line and column where TOML knows them.
    pub fault: String,
}

impl std::fmt::Display for SourceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file.display(), self.fault)
    }
}

impl std::error::Error for SourceError {}

/// A TOML file that is one list: `[[prompt]]`, `[[tip]]`, ….
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PromptFile {
    prompt: Vec<Prompt>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FollowUpFile {
    #[serde(rename = "follow-up")]
    follow_up: Vec<FollowUp>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TipFile {
    tip: Vec<TipText>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFile {
    step: Vec<StepText>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QualityFile {
    quality: Vec<QualityText>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindFile {
    kind: Vec<KindText>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkFile {
    remark: Vec<RemarkText>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleFile {
    sample: Vec<Sample>,
}

/// Reads the whole folder `content/`.
///
/// # Errors
///
/// When a file is missing, is no TOML, or lacks a key.
pub fn read_library(root: &Path) -> Result<Library, SourceError> {
    let mut prompts = Vec::new();
    for path in toml_files(&root.join("prompts"))? {
        let theme = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let file: PromptFile = read(&path)?;
        prompts.extend(file.prompt.into_iter().map(|p| Prompt {
            theme: theme.clone(),
            ..p
        }));
    }
    // The literal question stands first, whatever its file is called.
    prompts.sort_by_key(|prompt| prompt.theme != "failure");
    let mut samples = Vec::new();
    for path in toml_files(&root.join("samples"))? {
        samples.extend(read::<SampleFile>(&path)?.sample);
    }
    Ok(Library {
        prompts,
        samples,
        follow_ups: read::<FollowUpFile>(&root.join("follow-ups.toml"))?.follow_up,
        tips: read::<TipFile>(&root.join("tips.toml"))?.tip,
        steps: read::<StepFile>(&root.join("steps.toml"))?.step,
        qualities: read::<QualityFile>(&root.join("qualities.toml"))?.quality,
        kinds: read::<KindFile>(&root.join("kinds.toml"))?.kind,
        remarks: read::<RemarkFile>(&root.join("remarks.toml"))?.remark,
    })
}

/// Reads one file as text.
///
/// # Errors
///
/// When it is missing or not UTF-8.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where content files are read"
)]
pub fn read_text(path: &Path) -> Result<String, SourceError> {
    std::fs::read_to_string(path).map_err(|e| SourceError {
        file: path.into(),
        fault: e.to_string(),
    })
}

/// Reads the phrases of one language: the open classes of `lexicon/`, then the closed ones of
/// `grammar/`.
///
/// # Errors
///
/// When a file is missing or an entry has no known class.
pub fn read_lexicon(root: &Path, lang: Lang) -> Result<Lexicon, SourceError> {
    let file = format!("{}.toml", lang.code());
    let mut lexicon: Lexicon = read(&root.join("lexicon").join(&file))?;
    let grammar: Lexicon = read(&root.join("grammar").join(&file))?;
    lexicon.entries.extend(grammar.entries);
    Ok(lexicon)
}

/// Reads one TOML file.
///
/// # Errors
///
/// When it is missing or does not have the shape of `T`.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<T, SourceError> {
    toml::from_str(&read_text(path)?).map_err(|e| SourceError {
        file: path.into(),
        fault: e.to_string(),
    })
}

/// The TOML files of a folder in the order of their names; a missing folder has none.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the edge where content files are read"
)]
fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, SourceError> {
    let fault = |e: std::io::Error| SourceError {
        file: folder.into(),
        fault: e.to_string(),
    };
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|ext| ext == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
