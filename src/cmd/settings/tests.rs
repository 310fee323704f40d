//! Which source wins, and what is said about values that cannot be used.

use super::*;
use crate::settings::{Ambiguous, Glyphs, Palette};

type Env<'a> = &'a [(&'a str, &'a str)];

fn world(env: Env<'_>) -> World {
    World {
        env: env.iter().map(|(k, v)| (k.into(), v.into())).collect(),
        ..World::default()
    }
}

fn resolved(env: Env<'_>, config: &str, flags: &Flags) -> Resolved {
    let config = Config {
        path: "/home/a/config.toml".into(),
        text: config.into(),
    };
    resolve(&world(env), Some(&config), flags)
}

#[test]
fn the_language_comes_from_the_nearest_source() {
    use Lang::{En, Zh};
    let rows: [(Env<'_>, &str, Option<&str>, Lang); 14] = [
        (&[], "", None, En),
        (&[("LANG", "zh_CN.UTF-8")], "", None, Zh),
        (&[("LANG", "zh-Hans")], "", None, Zh),
        (&[("LANG", "fr_FR.UTF-8")], "", None, En),
        (&[("LANG", "C.UTF-8")], "", None, En),
        (&[("LC_MESSAGES", "zh"), ("LANG", "en_GB")], "", None, Zh),
        (&[("LC_ALL", "en_US"), ("LC_MESSAGES", "zh")], "", None, En),
        (&[("LC_ALL", ""), ("LANG", "zh")], "", None, Zh),
        (&[("LC_ALL", "C"), ("LANG", "zh")], "", None, En),
        (&[("LC_ALL", "en_US")], "lang = \"zh-CN\"", None, Zh),
        (&[("FAILWELL_LANG", "zh")], "lang = \"en\"", None, Zh),
        (&[("FAILWELL_LANG", "zh")], "lang = \"zh\"", Some("en"), En),
        (&[], "lang = \"en\"", Some("zh-Hans"), Zh),
        (&[("LANG", "zh")], "", Some("fr"), En),
    ];
    for (env, config, flag, lang) in rows {
        let flags = Flags {
            lang: flag.map(str::to_owned),
            minutes: None,
        };
        let resolved = resolved(env, config, &flags);
        assert_eq!(resolved.settings.lang, lang, "{env:?} {config:?} {flag:?}");
        assert_eq!(resolved.notes.is_empty(), flag != Some("fr"));
    }
}

#[test]
fn values_are_laid_over_each_other() {
    let config = "minutes = 3\nwords_per_minute = 120.5\nzi_per_minute = 200\nday_start = \"05:30\"\ncolor = false";
    let Resolved {
        settings, notes, ..
    } = resolved(&[], config, &Flags::default());
    assert_eq!(notes, Vec::<String>::new());
    assert_eq!(settings.limit_seconds, Some(180));
    assert_eq!((settings.rate.words, settings.rate.zi), (120.5, 200.0));
    assert_eq!(settings.day_start, 5 * 60 + 30);
    assert!(!settings.color);

    let env = [
        ("FAILWELL_MINUTES", "5"),
        ("FAILWELL_COLOR", "1"),
        ("NO_COLOR", "1"),
    ];
    let flags = Flags {
        lang: None,
        minutes: Some(0),
    };
    let by_env = resolved(&env, config, &Flags::default()).settings;
    assert_eq!((by_env.limit_seconds, by_env.color), (Some(300), true));
    assert_eq!(resolved(&env, config, &flags).settings.limit_seconds, None);
}

#[test]
fn no_color_counts_when_it_is_not_empty() {
    for (value, color) in [("", true), ("1", false), ("0", false)] {
        let settings = resolve(&world(&[("NO_COLOR", value)]), None, &Flags::default()).settings;
        assert_eq!(settings.color, color);
    }
}

#[test]
fn faults_name_file_line_column_key_and_cure() {
    for (config, note) in [
        (
            "\nlangage = \"zh\"",
            ":2:1: unknown key `langage`; did you mean `lang`?",
        ),
        (
            "bottle = 1",
            ":1:1: unknown key `bottle`; known are lang, color, words_per_minute, zi_per_minute, day_start, minutes, theme, glyphs, ambiguous_width, keys",
        ),
        (
            "minutes = \"soon\"",
            ":1:11: `minutes`: expected whole minutes from 0 (off) to 120",
        ),
        (
            "minutes = 1.5",
            ":1:11: `minutes`: expected whole minutes from 0 (off) to 120",
        ),
        ("  lang = 3", ":1:10: `lang`: expected \"en\" or \"zh\""),
        (
            "day_start = \"25:00\"",
            ":1:13: `day_start`: expected a time such as \"04:00\"",
        ),
        (
            "words_per_minute = -3",
            ":1:20: `words_per_minute`: expected a number from 60 to 300",
        ),
        (
            "[minutes]\na = 1",
            ":1:1: `minutes`: expected whole minutes from 0 (off) to 120",
        ),
    ] {
        let Resolved {
            settings, notes, ..
        } = resolved(&[], config, &Flags::default());
        assert_eq!(notes, [format!("/home/a/config.toml{note}")], "{config:?}");
        assert_eq!((settings.limit_seconds, settings.day_start), (None, 240));
    }
}

#[test]
fn a_broken_file_never_stops_the_start() {
    for config in [
        "lang = ",
        "= 3",
        "lang",
        "[",
        "[[",
        "lang = \"zh",
        "\u{0}",
        "a = 1\na = 2",
        "lang = 'zh' x",
        "{}",
        "lang = \"\\q\"",
        "lang = 2026-99-99",
        "“lang” = 3",
        "[a.b]\n[a.b]",
    ] {
        let notes = resolved(&[], config, &Flags::default()).notes;
        assert_eq!(notes.len(), 1, "{config:?} {notes:?}");
        assert!(notes[0].starts_with("/home/a/config.toml:"), "{notes:?}");
        assert!(!notes[0].contains('\n'), "{notes:?}");
    }
}

#[test]
fn good_keys_count_beside_bad_ones() {
    let Resolved {
        settings, notes, ..
    } = resolved(
        &[("FAILWELL_DAY_START", "noon")],
        "colour = true\nlang = \"zh\"",
        &Flags::default(),
    );
    assert_eq!(settings.lang, Lang::Zh);
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[1].starts_with("FAILWELL_DAY_START: expected a time"));
}

#[test]
fn a_zone_is_a_name() {
    for (tz, name) in [
        ("Asia/Shanghai", Some("Asia/Shanghai")),
        (":Europe/Berlin", Some("Europe/Berlin")),
        (
            "/usr/share/zoneinfo/America/Argentina/Ushuaia",
            Some("America/Argentina/Ushuaia"),
        ),
        ("UTC", Some("UTC")),
        ("CST-8", None),
        ("EST5EDT,M3.2.0/2,M11.1.0/2", None),
        ("/etc/localtime", None),
    ] {
        assert_eq!(zone(&world(&[("TZ", tz)])).as_deref(), name, "{tz}");
    }
}

#[test]
fn keys_are_read_and_what_is_wrong_with_them_is_told_where_it_stands() {
    let config = "lang = \"zh\"\n[keys]\nanother = [\"n\", \"F2\"]\nhistory = \"n\"\nfinsh = \"F11\"\nback = [\"Esc\", \"hyper-x\"]\nundo = 3\n";
    let Resolved {
        settings, notes, ..
    } = resolved(&[], config, &Flags::default());
    assert_eq!(settings.lang, Lang::Zh);
    assert_eq!(settings.keys.len(), 4);
    let place = "/home/a/config.toml";
    assert_eq!(
        notes,
        [
            format!(
                "{place}:4:1: `history`: `n` is `another` on the same screen; going on with the default"
            ),
            format!("{place}:5:1: nothing is called `finsh`; did you mean `finish`?"),
            format!(
                "{place}:6:16: `back`: unknown key `hyper-x`; keys look like r, F2, Ctrl-D, Alt-Left, Enter, PgDn, Space"
            ),
            format!("{place}:7:8: `undo`: expected a key such as \"F2\", or a list of keys"),
        ]
    );
    let notes = resolved(&[], "keys = 3", &Flags::default()).notes;
    assert_eq!(
        notes,
        [format!(
            "{place}:1:8: `keys`: expected a table: [keys], then lines such as another = \"n\""
        )]
    );
}

#[test]
fn how_it_looks_is_set_like_everything_else() {
    let config = "theme = \"blue-orange\"\nglyphs = \"ascii\"\nambiguous_width = \"wide\"";
    let Resolved {
        settings, notes, ..
    } = resolved(&[], config, &Flags::default());
    assert_eq!(notes, Vec::<String>::new());
    assert_eq!(
        (settings.palette, settings.glyphs, settings.ambiguous),
        (Palette::BlueOrange, Glyphs::Ascii, Ambiguous::Wide)
    );
    let env = [("FAILWELL_THEME", "light")];
    assert_eq!(
        resolved(&env, config, &Flags::default()).settings.palette,
        Palette::Light
    );
    for (config, note) in [
        (
            "theme = \"drak\"",
            ":1:9: `theme`: expected auto, dark, light, neutral or blue-orange",
        ),
        ("glyphs = 1", ":1:10: `glyphs`: expected unicode or ascii"),
        (
            "ambiguous_width = 2",
            ":1:19: `ambiguous_width`: expected narrow or wide",
        ),
    ] {
        let notes = resolved(&[], config, &Flags::default()).notes;
        assert_eq!(notes, [format!("/home/a/config.toml{note}")]);
    }
}

#[test]
fn the_environment_may_name_the_background_and_then_nobody_asks() {
    for (value, shade) in [
        ("15;0", Some(Shade::Dark)),
        ("0;15", Some(Shade::Light)),
        ("12;default;8", Some(Shade::Dark)),
        ("0;7", Some(Shade::Light)),
        ("default;default", None),
        ("15;300", None),
        ("", None),
    ] {
        let settings = resolved(&[("COLORFGBG", value)], "", &Flags::default()).settings;
        assert_eq!(settings.shade, shade, "{value}");
        assert_eq!(settings.wants_shade(), shade.is_none());
    }
    for config in ["theme = \"dark\"", "theme = \"neutral\"", "color = false"] {
        assert!(
            !resolved(&[], config, &Flags::default())
                .settings
                .wants_shade()
        );
    }
}
