//! The one table of settings: the name in `config.toml`, the variable, and how a value is read.

use crate::content::words::ConfigWords;
use crate::engine::Lang;
use crate::settings::{Ambiguous, Glyphs, Palette, Settings};

/// A setting.
pub(crate) struct Key {
    /// Its name in `config.toml`.
    pub(crate) name: &'static str,
    /// Its variable.
    pub(crate) variable: &'static str,
    /// Puts a value in; the error says what was expected.
    pub(super) set: fn(&mut Settings, Given<'_>) -> Result<(), &'static str>,
    /// Its value as TOML.
    pub(crate) value: fn(&Settings) -> String,
    /// What it is for.
    pub(crate) about: fn(&ConfigWords) -> &str,
}

/// A value as it was given.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Given<'a> {
    /// Text, from a variable or the file.
    Text(&'a str),
    /// A number from the file.
    Number(f64),
    /// `true` or `false` from the file.
    Truth(bool),
    /// Anything else.
    Other,
}

/// Every setting.
pub(crate) const ALL: [Key; 9] = [
    Key {
        name: LANG,
        variable: "FAILWELL_LANG",
        set: lang,
        value: |s| text(s.lang.code()),
        about: |words| &words.lang,
    },
    Key {
        name: "color",
        variable: "FAILWELL_COLOR",
        set: color,
        value: |s| s.color.to_string(),
        about: |words| &words.color,
    },
    Key {
        name: "words_per_minute",
        variable: "FAILWELL_WORDS_PER_MINUTE",
        set: words_per_minute,
        value: |s| s.rate.words.to_string(),
        about: |words| &words.words_per_minute,
    },
    Key {
        name: "zi_per_minute",
        variable: "FAILWELL_ZI_PER_MINUTE",
        set: zi_per_minute,
        value: |s| s.rate.zi.to_string(),
        about: |words| &words.zi_per_minute,
    },
    Key {
        name: "day_start",
        variable: "FAILWELL_DAY_START",
        set: day_start,
        value: |s| text(&format!("{:02}:{:02}", s.day_start / 60, s.day_start % 60)),
        about: |words| &words.day_start,
    },
    Key {
        name: "minutes",
        variable: "FAILWELL_MINUTES",
        set: minutes,
        value: |s| (s.limit_seconds.unwrap_or(0) / 60).to_string(),
        about: |words| &words.minutes,
    },
    Key {
        name: "theme",
        variable: "FAILWELL_THEME",
        set: theme,
        value: |s| name_of(&PALETTES, &s.palette),
        about: |words| &words.theme,
    },
    Key {
        name: "glyphs",
        variable: "FAILWELL_GLYPHS",
        set: glyphs,
        value: |s| name_of(&GLYPHS, &s.glyphs),
        about: |words| &words.glyphs,
    },
    Key {
        name: "ambiguous_width",
        variable: "FAILWELL_AMBIGUOUS_WIDTH",
        set: ambiguous,
        value: |s| name_of(&WIDTHS, &s.ambiguous),
        about: |words| &words.ambiguous_width,
    },
];

/// The name of the language, the first of them.
pub(super) const LANG: &str = "lang";

/// The name of the table of keys in `config.toml`.
pub(crate) const KEYS: &str = "keys";

/// Every name that may stand in `config.toml`.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|key| key.name).chain([KEYS])
}

/// Longest limit of a rehearsal, in minutes.
pub(crate) const MOST_MINUTES: u32 = 120;

/// Seconds of a limit; 0 minutes is none.
pub(super) fn limit(minutes: u32) -> Option<u32> {
    (minutes > 0).then_some(minutes * 60)
}

/// Another language than the two means English, so that no value stops the start.
pub(super) fn lang(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    let Given::Text(tag) = given else {
        return Err("\"en\" or \"zh\"");
    };
    let lang = Lang::from_tag(tag);
    settings.lang = lang.unwrap_or_default();
    lang.map(|_| ()).ok_or("en or zh")
}

fn color(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    settings.color = match given {
        Given::Truth(truth) => truth,
        Given::Text("true" | "1" | "on") => true,
        Given::Text("false" | "0" | "off") => false,
        _ => return Err("true or false"),
    };
    Ok(())
}

fn words_per_minute(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    settings.rate.words = number(given)
        .filter(|rate| (60.0..=300.0).contains(rate))
        .ok_or("a number from 60 to 300")?;
    Ok(())
}

fn zi_per_minute(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    settings.rate.zi = number(given)
        .filter(|rate| (80.0..=450.0).contains(rate))
        .ok_or("a number from 80 to 450")?;
    Ok(())
}

fn day_start(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    let time = |text: &str| {
        let (hours, minutes) = text.split_once(':')?;
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    };
    settings.day_start = match given {
        Given::Text(text) => time(text),
        _ => None,
    }
    .ok_or("a time such as \"04:00\"")?;
    Ok(())
}

fn minutes(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    let whole = (0..=MOST_MINUTES).find(|whole| number(given) == Some(f64::from(*whole)));
    settings.limit_seconds = limit(whole.ok_or("whole minutes from 0 (off) to 120")?);
    Ok(())
}

fn theme(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    settings.palette =
        one_of(&PALETTES, given).ok_or("auto, dark, light, neutral or blue-orange")?;
    Ok(())
}

fn glyphs(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    settings.glyphs = one_of(&GLYPHS, given).ok_or("unicode or ascii")?;
    Ok(())
}

fn ambiguous(settings: &mut Settings, given: Given<'_>) -> Result<(), &'static str> {
    settings.ambiguous = one_of(&WIDTHS, given).ok_or("narrow or wide")?;
    Ok(())
}

const PALETTES: [(&str, Palette); 5] = [
    ("auto", Palette::Auto),
    ("dark", Palette::Dark),
    ("light", Palette::Light),
    ("neutral", Palette::Neutral),
    ("blue-orange", Palette::BlueOrange),
];
const GLYPHS: [(&str, Glyphs); 2] = [("unicode", Glyphs::Unicode), ("ascii", Glyphs::Ascii)];
const WIDTHS: [(&str, Ambiguous); 2] = [("narrow", Ambiguous::Narrow), ("wide", Ambiguous::Wide)];

fn one_of<T: Copy>(names: &[(&str, T)], given: Given<'_>) -> Option<T> {
    let Given::Text(wanted) = given else {
        return None;
    };
    let found = names.iter().find(|(name, _)| *name == wanted);
    found.map(|(_, value)| *value)
}

/// The name of a value, as TOML.
fn name_of<T: PartialEq>(names: &[(&str, T)], value: &T) -> String {
    let found = names.iter().find(|(_, known)| known == value);
    text(found.map_or("", |(name, _)| name))
}

fn text(value: &str) -> String {
    format!("\"{value}\"")
}

fn number(given: Given<'_>) -> Option<f64> {
    match given {
        Given::Number(number) => Some(number),
        Given::Text(text) => text.trim().parse().ok(),
        Given::Truth(_) | Given::Other => None,
    }
}
