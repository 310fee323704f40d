//! What a person writes into the file stays, and what cannot be read is never written to.

use proptest::prelude::*;

use super::*;

const HAND: &str = r#"# my stories
[[story]]
id = "late-parts" # never rename
tags = ["deadline", # the theme
  "resilience"]
  [story.en]
  result = 'We assumed the dates.'   # better
  title = "The late parts"

# one for juniors
[[story]]
id = "newsletter"
zh = { title = "没人看的通讯", lesson = """
先问
再写""" }
"#;

fn stories(text: &str) -> Vec<Story> {
    parse(Path::new("stories.toml"), text).unwrap()
}

fn why(text: &str) -> String {
    parse(Path::new("stories.toml"), text)
        .unwrap_err()
        .to_string()
}

#[test]
fn a_page_by_hand_is_read() {
    let all = stories(HAND);
    assert_eq!(all[0].tags, ["deadline", "resilience"]);
    assert_eq!(all[0].title(Lang::En), "The late parts");
    assert_eq!(all[1].telling(Lang::Zh).unwrap().lesson, "先问\n再写");
    assert_eq!(stories(""), []);
    assert_eq!(stories("\u{feff}# nothing yet\r\n"), []);
}

#[test]
fn a_change_touches_its_own_line_only() {
    let mut story = stories(HAND)[0].clone();
    story.telling_mut(Lang::En).result = "We assumed the \"usual\" dates.".into();
    story.telling_mut(Lang::En).gain = "1,200 parts on time".into();
    let changed = put(HAND, &story).unwrap();
    let expected = HAND
        .replace(
            "'We assumed the dates.'   # better",
            "'We assumed the \"usual\" dates.'   # better",
        )
        .replace(
            "title = \"The late parts\"\n",
            "title = \"The late parts\"\ngain = \"1,200 parts on time\"\n",
        );
    assert_eq!(changed, expected);
    assert_eq!(
        put(HAND, &stories(HAND)[1]).unwrap(),
        HAND,
        "nothing differs"
    );
}

#[test]
fn a_new_story_stands_last_and_a_new_language_beside_the_old_one() {
    let story = Story {
        id: "story-1".into(),
        tags: vec!["people".into()],
        zh: Some(Telling {
            title: "新故事".into(),
            ..Telling::default()
        }),
        en: None,
    };
    let with = put(HAND, &story).unwrap();
    assert_eq!(
        with,
        format!(
            "{HAND}\n[[story]]\nid = \"story-1\"\ntags = [\"people\"]\n\n[story.zh]\ntitle = \"新故事\"\n"
        )
    );
    let noted = format!("{HAND}# to be told: the hall\n");
    let with = put(&noted, &story).unwrap();
    assert!(
        with.contains("# to be told: the hall\n\n[[story]]\nid = \"story-1\""),
        "{with}"
    );
    let mut twin = stories(HAND)[0].clone();
    twin.telling_mut(Lang::Zh).title = "迟到的零件".into();
    let with = put(HAND, &twin).unwrap();
    assert_eq!(stories(&with)[0], twin);
    assert!(with.contains("# one for juniors\n[[story]]"), "{with}");
}

#[test]
fn a_story_goes_with_its_own_comment_and_with_nothing_else() {
    let without_second = HAND.split("\n# one for juniors").next().unwrap();
    assert_eq!(cut(HAND, "newsletter").unwrap(), without_second);
    let without_first = cut(HAND, "late-parts").unwrap();
    let expected = HAND.split_once("\n# one for").unwrap().1;
    assert_eq!(
        without_first,
        format!("# my stories\n\n# one for{expected}"),
        "what the file begins with stays"
    );
    assert_eq!(cut(&without_first, "newsletter").unwrap(), "# my stories\n");
    let apart = HAND.replace("# one for", "# below: the new ones\n\n# one for");
    let apart = format!("{apart}# to be told: the hall\n");
    let left = cut(&apart, "newsletter").unwrap();
    assert!(
        left.ends_with("# below: the new ones\n# to be told: the hall\n")
            || left.ends_with("# below: the new ones\n\n# to be told: the hall\n"),
        "{left}"
    );
    assert!(!left.contains("juniors"), "{left}");
    let array = "# all\nstory = [{ id = \"a\" }, { id = \"b\" }] # two\n";
    assert_eq!(stories(&cut(array, "a").unwrap())[0].id, "b");
    assert!(cut(array, "a").unwrap().starts_with("# all\nstory = ["));
    let windows = "\u{feff}[[story]]\r\nid = \"a\"\r\n\r\n# c\r\n[[story]]\r\nid = \"b\"\r\n";
    let left = cut(windows, "a").unwrap();
    assert!(left.starts_with("\u{feff}# c"), "{left:?}");
    assert_eq!(cut(HAND, "nobody"), None);
}

#[test]
fn other_shapes_by_hand_are_written_to_as_well() {
    for text in [
        "story = [{ id = \"a\", en = { title = \"t\" } }]\n",
        "\u{feff}[[story]]\r\nid = \"a\"\r\nen.title = \"t\"\r\n",
    ] {
        let mut story = stories(text)[0].clone();
        story.telling_mut(Lang::En).title = "new".into();
        story.telling_mut(Lang::Zh).title = "新".into();
        let changed = put(text, &story).unwrap();
        assert_eq!(stories(&changed), [story], "{changed}");
    }
}

#[test]
fn every_fault_is_named_with_its_line_and_its_cure() {
    for (text, part) in [
        (
            "[[story]]\nid = \"a\"\ntitel = \"x\"\n",
            "stories.toml:3:1: unknown field `titel`",
        ),
        (
            "[[story]]\nid = \"A b\"\n",
            "stories.toml:2:6: `A b` is no id; use lower-case",
        ),
        (
            "[[story]]\nid = \"a\"\n[[story]]\nid = \"a\"\n",
            "stories.toml:4:6: a second story `a`; give",
        ),
        ("[[story]]\nid = \"a\n", "stories.toml:2:"),
        (
            "[[story]]\ntags = []\n",
            "stories.toml:1:1: missing field `id`",
        ),
        (
            "[[story]]\nid = \"a\"\ntags = \"b\"\n",
            "stories.toml:3:8: ",
        ),
    ] {
        let said = why(text);
        assert!(said.contains(part), "{said}");
        assert!(said.ends_with("nothing was changed"), "{said}");
    }
}

fn paths(folder: &Path) -> Paths {
    Paths {
        config_dir: folder.into(),
        data_dir: folder.join("data"),
        state_dir: folder.join("state"),
    }
}

#[test]
fn before_a_story_goes_the_file_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let paths = paths(folder.path());
    let wall: DateTime<FixedOffset> = "2026-03-08T09:30:00+08:00".parse().unwrap();
    make_folder(&paths.data_dir).unwrap();
    replace(&paths.stories(), HAND.as_bytes()).unwrap();
    assert_eq!(delete(&paths, "nobody", wall).unwrap(), None);
    assert!(!paths.backups().exists(), "nothing was changed");
    let first = delete(&paths, "late-parts", wall).unwrap().unwrap();
    let second = delete(&paths, "newsletter", wall).unwrap().unwrap();
    assert_eq!(first, paths.backups().join("stories-20260308T013000Z.toml"));
    assert_eq!(
        second,
        paths.backups().join("stories-20260308T013000Z-2.toml")
    );
    assert_eq!(bytes(&first).unwrap().unwrap(), HAND.as_bytes());
    assert_eq!(load(&paths).unwrap(), []);
    assert_eq!(
        backup::list(&paths),
        Vec::<PathBuf>::new(),
        "none of the history"
    );
    // A folder that takes no backup: then the story stays.
    replace(&paths.stories(), HAND.as_bytes()).unwrap();
    std::fs::remove_dir_all(paths.backups()).unwrap();
    replace(&paths.backups(), b"in the way").unwrap();
    assert!(delete(&paths, "late-parts", wall).is_err());
    assert_eq!(bytes(&paths.stories()).unwrap().unwrap(), HAND.as_bytes());
}

#[test]
fn a_broken_file_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let paths = paths(folder.path());
    let story = Story {
        id: "a".into(),
        ..Story::default()
    };
    assert_eq!(load(&paths).unwrap(), []);
    keep(&paths, &story).unwrap();
    assert_eq!(load(&paths).unwrap(), std::slice::from_ref(&story));
    for broken in [
        &b"[[story]]\nid = \"b\""[..9],
        b"[[story]]\nid = \xff\n",
        b"x",
    ] {
        replace(&paths.stories(), broken).unwrap();
        let before = bytes(&paths.stories()).unwrap();
        assert!(keep(&paths, &story).is_err());
        let wall = "2026-03-08T09:30:00+08:00".parse().unwrap();
        assert!(delete(&paths, "a", wall).is_err());
        assert_eq!(bytes(&paths.stories()).unwrap(), before);
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_reads_back(lines in prop::array::uniform7("(?s).{0,20}"), tag in "(?s).{0,8}") {
        let mut story = Story { id: "newsletter".into(), tags: vec![tag], ..Story::default() };
        for (field, line) in Field::ALL.into_iter().zip(&lines) {
            story.telling_mut(Lang::Zh).line_mut(field).clone_from(line);
            story.telling_mut(Lang::En).line_mut(field).clone_from(line);
        }
        let changed = put(HAND, &story).unwrap();
        prop_assert_eq!(&stories(&changed)[1], &story);
        let cut = cut(&changed, "late-parts").unwrap();
        prop_assert_eq!(stories(&cut), [story.clone()]);
        story.id = "new".into();
        let more = put(HAND, &story).unwrap();
        prop_assert_eq!(self::cut(&more, "new").unwrap(), HAND);
        prop_assert!(changed.starts_with(HAND.split("# one").next().unwrap()));
    }
}
