//! `[keys]` in `config.toml`: what is wished for and where it stands. What can be wished for is the
//! keymap's to say.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::settings::{Rebound, Settings};
use crate::tui::keymap;

/// Where something is wrong, as an offset into the file, and what.
pub(super) type Wrong = (usize, String);

/// A wish, where its name stands, and where each of its keys does.
struct Wish {
    rebound: Rebound,
    at: usize,
    keys: Vec<usize>,
}

/// Takes the wishes in and says what is wrong with them.
pub(super) fn read(value: &Spanned<DeValue<'_>>, settings: &mut Settings) -> Vec<Wrong> {
    let DeValue::Table(table) = value.get_ref() else {
        let fault = "`keys`: expected a table: [keys], then lines such as another = \"n\"";
        return vec![(value.span().start, fault.to_owned())];
    };
    let (wishes, mut wrong) = wishes(table);
    settings.keys = wishes.iter().map(|wish| wish.rebound.clone()).collect();
    for fault in keymap::rebind(&settings.keys).1 {
        let wish = &wishes[fault.wish];
        let at = fault.key.map_or(wish.at, |key| wish.keys[key]);
        wrong.push((at, fault.what));
    }
    wrong
}

/// The wishes in the order of the file.
fn wishes(table: &DeTable<'_>) -> (Vec<Wish>, Vec<Wrong>) {
    let (mut wishes, mut wrong) = (Vec::new(), Vec::new());
    for (name, value) in table {
        let Some(keys) = keys(value) else {
            let fault = format!(
                "`{}`: expected a key such as \"F2\", or a list of keys",
                name.get_ref()
            );
            wrong.push((value.span().start, fault));
            continue;
        };
        wishes.push(Wish {
            at: name.span().start,
            keys: keys.iter().map(|(at, _)| *at).collect(),
            rebound: Rebound {
                name: name.get_ref().to_string(),
                keys: keys.into_iter().map(|(_, key)| key).collect(),
            },
        });
    }
    wishes.sort_by_key(|wish| wish.at);
    (wishes, wrong)
}

/// One key or a list, each with where it stands.
fn keys(value: &Spanned<DeValue<'_>>) -> Option<Vec<(usize, String)>> {
    let key = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
        DeValue::String(key) => Some((value.span().start, key.to_string())),
        _ => None,
    };
    match value.get_ref() {
        DeValue::Array(keys) => keys.iter().map(key).collect(),
        _ => key(value).map(|key| vec![key]),
    }
}
