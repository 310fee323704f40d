//! Any keys in any order at any size.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

const KEYS: &[&str] = &[
    "<Enter>",
    "<Esc>",
    "<Tab>",
    "<BackTab>",
    "<Up>",
    "<Down>",
    "<Left>",
    "<Right>",
    "<PgUp>",
    "<PgDn>",
    "<Home>",
    "<End>",
    "<BS>",
    "<F1>",
    "<F2>",
    "<F3>",
    "<F4>",
    "<F5>",
    "<F6>",
    "<F8>",
    "<F10>",
    "<C-d>",
    "<C-z>",
    "<C-y>",
    "<C-w>",
    "<A-b>",
    "q",
    "e",
    "h",
    "x",
    "g",
    "/",
    "4",
    "面",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Nothing panics, what stands on the page always survives, and every attempt that was asked to
    /// be saved was a draft before.
    #[test]
    fn nothing_is_lost(
        keys in prop::collection::vec(select(KEYS), 1..60),
        sizes in prop::collection::vec((0u16..130, 0u16..45), 1..4),
        disk in select(&[Disk::Works, Disk::Full, Disk::Silent][..]),
    ) {
        let mut person = chronicler(Lang::En, USUAL);
        person.disk = disk;
        person.types("<Enter>We assumed");
        for (index, key) in keys.iter().enumerate() {
            person.types(key);
            if index % 8 == 0 {
                let (width, height) = sizes[index / 8 % sizes.len()];
                person.size = (width, height);
                person.input(Input::Resize(width, height));
            }
            if index % 3 == 0 {
                person.sees();
            }
            if let Screen::Rehearse(page) = &person.app.screen {
                let draft = person.app.draft(person.now).map(|(_, draft)| draft.text);
                let text = page.draft.text();
                prop_assert!(text.is_empty() || draft == Some(text));
            }
            prop_assert_eq!(
                person.app.draft(person.now).map(|(revision, _)| revision),
                person.app.draft_revision()
            );
        }
        let mut drafted = Vec::new();
        for effect in &person.effects {
            match effect {
                Effect::SaveDraft(draft) => drafted.push(draft.id.clone()),
                Effect::Append(record) => prop_assert!(drafted.contains(&record.id)),
                Effect::DropDraft(id) => prop_assert!(drafted.contains(id)),
                _ => {}
            }
        }
    }
}
