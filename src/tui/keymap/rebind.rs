//! The table of keys with what a person has put in their place. What is wrong is told and leaves
//! the table's key where it was.

use std::sync::LazyLock;

use serde_json::Value;

use super::{BINDINGS, Binding, Chord, KeyCode, Keys, Place, SCREENS, takes_text};
use crate::content::words;
use crate::content::words::KeyWords;
use crate::engine::Lang;
use crate::settings::Rebound;
use crate::settings::near::nearest;

/// What is wrong with a wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Which wish.
    pub(crate) wish: usize,
    /// Which of its keys; all of it when there is none.
    pub(crate) key: Option<usize>,
    /// What, and the cure.
    pub(crate) what: String,
}

/// A wish that can be read.
struct Wish<'a> {
    at: usize,
    name: &'a str,
    chords: Vec<Chord>,
}

/// Leaves the program everywhere, whatever else is changed.
const WAY_OUT: Chord = Chord::Ctrl(KeyCode::Char('c'));

/// Each word by its own name: what a key does is called in `config.toml` as in `content/ui`.
static NAMES: LazyLock<KeyWords> = LazyLock::new(|| {
    let named = |name: String| (name.clone(), Value::from(name));
    let words = serde_json::to_value(&words(Lang::En).key).map(|words| match words {
        Value::Object(words) => words.into_iter().map(|(name, _)| named(name)).collect(),
        other => other,
    });
    words
        .and_then(serde_json::from_value)
        .expect("words with other words in their place are words")
});

/// The table with `wishes` in it, and what is wrong with them. Two keys may change places; where
/// one key would do two things on one screen, the later wish gives way.
pub(crate) fn rebind(wishes: &[Rebound]) -> (Keys, Vec<Fault>) {
    if wishes.is_empty() {
        return (Keys::DEFAULT, Vec::new());
    }
    let mut faults = Vec::new();
    let mut read: Vec<Wish<'_>> = Vec::new();
    for (at, wish) in wishes.iter().enumerate() {
        match chords(wish) {
            Ok(chords) => read.push(Wish {
                at,
                name: &wish.name,
                chords,
            }),
            Err((key, what)) => faults.push(Fault {
                wish: at,
                key,
                what,
            }),
        }
    }
    let mut table = table(&read);
    while let Some((chord, names)) = clash(&table, |one, two| one != two) {
        let later = read.iter().rposition(|wish| names.contains(&wish.name));
        let Some(later) = later else { break };
        let wish = read.remove(later);
        let [one, two] = names;
        let other = if one == wish.name { two } else { one };
        faults.push(Fault {
            wish: wish.at,
            key: None,
            what: format!(
                "`{}`: `{chord}` is `{other}` on the same screen; going on with the default",
                wish.name
            ),
        });
        table = self::table(&read);
    }
    let keys = if read.is_empty() {
        Keys::DEFAULT
    } else {
        // There is one table in a run, and screens keep rows of it.
        Keys(table.leak())
    };
    (keys, faults)
}

impl Keys {
    /// Everything that a key can be put to, by name; the first row stands for all of its name.
    pub(crate) fn named(self) -> Vec<(&'static str, &'static Binding)> {
        let mut named: Vec<(&str, &Binding)> = Vec::new();
        for binding in self.0.iter().filter(|binding| !is_fixed(binding)) {
            if !named.iter().any(|(known, _)| *known == name(binding)) {
                named.push((name(binding), binding));
            }
        }
        named
    }
}

/// The first chord that does two things on one screen, and which; `apart` says which names differ.
pub(super) fn clash(
    table: &[Binding],
    apart: fn(&str, &str) -> bool,
) -> Option<(Chord, [&'static str; 2])> {
    SCREENS.iter().find_map(|places| {
        let mut seen: Vec<(Chord, &str)> = Vec::new();
        for binding in table.iter().filter(|row| places.contains(&row.place)) {
            for chord in binding.chords.iter().flat_map(|chord| one_by_one(*chord)) {
                let before = seen.iter().find(|(known, _)| *known == chord);
                if let Some((_, other)) = before.filter(|(_, other)| apart(other, name(binding))) {
                    return Some((chord, [*other, name(binding)]));
                }
                seen.push((chord, name(binding)));
            }
        }
        None
    })
}

fn one_by_one(chord: Chord) -> Vec<Chord> {
    match chord {
        Chord::Digit => ('1'..='8').map(|c| Chord::Key(KeyCode::Char(c))).collect(),
        chord => vec![chord],
    }
}

fn name(binding: &Binding) -> &'static str {
    (binding.label)(&NAMES)
}

/// Whether a row stays as it is: the way out, and the digits, which are what the marks of the
/// text show.
fn is_fixed(binding: &Binding) -> bool {
    let stays = |chord: &Chord| *chord == WAY_OUT || *chord == Chord::Digit;
    binding.chords.iter().any(stays)
}

/// The keys of one wish, or which of them is wrong and why.
fn chords(wish: &Rebound) -> Result<Vec<Chord>, (Option<usize>, String)> {
    let named = |binding: &&Binding| name(binding) == wish.name;
    let mut rows = BINDINGS.iter().filter(named).peekable();
    if rows.peek().is_none() {
        return Err((None, unknown(&wish.name)));
    }
    let mut chords = Vec::new();
    for (at, key) in wish.keys.iter().enumerate() {
        let fault = |what| (Some(at), format!("`{}`: {what}", wish.name));
        match Chord::read(key).map_err(fault)? {
            WAY_OUT => return Err(fault(format!("`{WAY_OUT}` always leaves the program"))),
            chord => chords.push(chord),
        }
    }
    let fault = |what: &str| Err((None, format!("`{}`: {what}", wish.name)));
    let rows: Vec<&Binding> = rows.filter(|binding| !is_fixed(binding)).collect();
    if rows.is_empty() {
        return fault("the digits are what the marks show, and stay");
    }
    if chords.is_empty() {
        return fault("expected a key such as \"F2\", or a list of keys");
    }
    if !rows.iter().any(|row| usable(row, &chords).next().is_some()) {
        return fault("text is typed there; use Ctrl, Alt or F1 to F12");
    }
    Ok(chords)
}

fn unknown(name: &str) -> String {
    let known = Keys::DEFAULT.named();
    match nearest(name, known.iter().map(|(known, _)| *known)) {
        Some(near) => format!("nothing is called `{name}`; did you mean `{near}`?"),
        None => format!("nothing is called `{name}`; `failwell keys` lists what there is"),
    }
}

/// What of `chords` can be pressed where this row holds: where text is typed, a character is one.
fn usable<'a>(row: &Binding, chords: &'a [Chord]) -> impl Iterator<Item = &'a Chord> {
    let typed = row.place == Place::Anywhere || takes_text(&[row.place]);
    chords.iter().filter(move |chord| !(typed && chord.types()))
}

fn table(wishes: &[Wish<'_>]) -> Vec<Binding> {
    BINDINGS.iter().map(|row| rebound(row, wishes)).collect()
}

fn rebound(row: &Binding, wishes: &[Wish<'_>]) -> Binding {
    let wish = wishes.iter().find(|wish| wish.name == name(row));
    let chords: Vec<Chord> = wish.filter(|_| !is_fixed(row)).map_or(Vec::new(), |wish| {
        usable(row, &wish.chords).copied().collect()
    });
    if chords.is_empty() {
        return *row;
    }
    Binding {
        chords: chords.leak(),
        ..*row
    }
}

#[cfg(test)]
mod tests;
