//! Which prompts a story can answer, by one short rule. Knows prompts and the names of qualities.

use super::library::Library;
use crate::engine::Lang;
use crate::practice::prompt::{Prompt, Quality};
use crate::practice::story::Story;

/// The theme of the literal question and its variants: every story answers these.
const LITERAL: &str = "failure";

/// The prompts that a story can answer, the best first: a tag that names the theme counts twice, one
/// that names a quality the prompt probes counts once, in English or Chinese. Where nothing tells
/// two apart, their order in the library does.
pub(crate) fn prompts<'a>(library: &'a Library, story: &Story) -> Vec<&'a Prompt> {
    let tags: Vec<String> = story.tags.iter().map(|tag| plain(tag)).collect();
    let mut fitting: Vec<(usize, &Prompt)> = library
        .prompts
        .iter()
        .filter_map(|prompt| {
            let hits = hits(library, &tags, prompt);
            (hits > 0 || prompt.theme == LITERAL).then_some((hits, prompt))
        })
        .collect();
    fitting.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
    fitting.into_iter().map(|(_, prompt)| prompt).collect()
}

/// The tags that name neither a theme nor a quality: they find no prompt.
pub(crate) fn idle_tags<'a>(library: &Library, story: &'a Story) -> Vec<&'a str> {
    let works = |tag: &&String| {
        let tag = [plain(tag)];
        let mut prompts = library.prompts.iter();
        prompts.any(|prompt| prompt.theme == tag[0] || hits(library, &tag, prompt) > 0)
    };
    let tags = story.tags.iter().filter(|tag| !works(tag));
    tags.map(String::as_str).collect()
}

/// Every tag that finds prompts: the themes, then the qualities in this language.
pub(crate) fn known_tags(library: &Library, lang: Lang) -> Vec<&str> {
    let mut tags: Vec<&str> = Vec::new();
    for prompt in &library.prompts {
        if !tags.contains(&prompt.theme.as_str()) {
            tags.push(&prompt.theme);
        }
    }
    let qualities = library.qualities.iter();
    tags.extend(qualities.map(|text| match lang {
        Lang::En => text.quality.id(),
        Lang::Zh => text.name.zh.as_str(),
    }));
    tags
}

fn hits(library: &Library, tags: &[String], prompt: &Prompt) -> usize {
    let theme = tags.iter().filter(|tag| **tag == prompt.theme).count();
    let names = |quality: &&Quality| tags.iter().any(|tag| is_named(library, **quality, tag));
    2 * theme + prompt.probes.iter().filter(names).count()
}

fn is_named(library: &Library, quality: Quality, tag: &str) -> bool {
    let mut texts = library.qualities.iter();
    let text = texts.find(|text| text.quality == quality);
    let named = text.is_some_and(|text| text.name.en == tag || text.name.zh == tag);
    named || quality.id() == tag
}

fn plain(tag: &str) -> String {
    tag.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library;

    fn ids(tags: &[&str]) -> Vec<&'static str> {
        let story = Story {
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..Story::default()
        };
        let fitting = prompts(library(), &story);
        fitting.iter().map(|prompt| prompt.id.as_str()).collect()
    }

    #[test]
    fn themes_come_before_qualities_and_every_story_answers_the_question_itself() {
        let none = ids(&[]);
        assert_eq!(none.first(), Some(&"failure"));
        assert!(none.iter().all(|id| id.starts_with("failure")), "{none:?}");
        let themed = ids(&["Deadline "]);
        let theme = |id: &str| {
            library()
                .prompts
                .iter()
                .find(|one| one.id == id)
                .map(|one| one.theme.as_str())
        };
        assert_eq!(theme(themed[0]), Some("deadline"));
        assert!(themed.len() > none.len());
        assert_eq!(ids(&["成熟"]), ids(&["maturity"]));
        assert!(ids(&["成熟"]).len() > none.len());
    }

    #[test]
    fn a_tag_that_finds_nothing_is_named() {
        let story = Story {
            tags: ["people", "坚韧", "zebra"].map(str::to_owned).into(),
            ..Story::default()
        };
        assert_eq!(idle_tags(library(), &story), ["zebra"]);
        assert!(known_tags(library(), Lang::Zh).contains(&"坚韧"));
    }
}
