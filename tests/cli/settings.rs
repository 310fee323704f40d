//! Language, config and chance.

use std::fs;
use std::io::Read;

use failwell::content;
use failwell::engine::Lang;

use crate::{err, failwell, home, out, run};

#[test]
fn words_follow_the_language() {
    let home = home();
    let zh = &content::library().tips[0].title.get(Lang::Zh);
    let en = &content::library().tips[0].title.get(Lang::En);
    for (env, args, title) in [
        (None, &["tips"][..], en),
        (Some(("LANG", "zh_CN.UTF-8")), &["tips"], zh),
        (Some(("LANG", "zh_CN.UTF-8")), &["tips", "--lang", "en"], en),
        (Some(("FAILWELL_LANG", "zh")), &["tips"], zh),
        (None, &["--lang", "zh-Hans", "tips", "1"], zh),
        (Some(("LANG", "fr_FR.UTF-8")), &["tips"], en),
        (None, &["tips", "--lang", "fr"], en),
    ] {
        let output = run(failwell(home.path(), args).envs(env), b"");
        let first = format!("1 {title}\n");
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).starts_with(&first), "{env:?} {args:?}");
        assert_eq!(err(&output).contains("--lang"), args.contains(&"fr"));
    }
    let answer = &content::library().samples[0].before.zh.text;
    let output = run(
        &mut failwell(home.path(), &["check", "--lang", "zh"]),
        answer.as_bytes(),
    );
    assert!(out(&output).contains("按中文语速估算"));
    assert!(out(&output).contains("^^^^"));
}

#[test]
fn the_same_seed_draws_the_same_question() {
    let home = home();
    let draw = |args: &[&str]| out(&run(&mut failwell(home.path(), args), b""));
    let first = draw(&["prompt", "--seed", "7"]);
    assert_eq!(first, draw(&["prompt", "--seed", "7"]));
    let drawn: std::collections::BTreeSet<String> = (0..20)
        .map(|seed| draw(&["prompt", "--seed", &seed.to_string()]))
        .collect();
    assert!(drawn.len() > 5);
    let id = first.lines().last().unwrap().trim();
    assert!(
        content::library()
            .prompts
            .iter()
            .any(|prompt| prompt.id == id)
    );
}

#[test]
fn a_bad_config_is_named_and_the_program_goes_on() {
    let home = home();
    fs::create_dir_all(home.path().join("config/failwell")).unwrap();
    let path = home.path().join("config/failwell/config.toml");
    fs::write(&path, "lang = \"zh\"\nminuets = 3\n").unwrap();
    let mut command = failwell(home.path(), &["tips", "1"]);
    let output = run(
        command.env("XDG_CONFIG_HOME", home.path().join("config")),
        b"",
    );
    assert_eq!(output.status.code(), Some(0));
    let title = content::library().tips[0].title.get(Lang::Zh);
    assert!(out(&output).starts_with(&format!("1 {title}\n")));
    let said = format!(
        "{}:2:1: unknown key `minuets`; did you mean `minutes`?",
        path.display()
    );
    assert!(err(&output).contains(&said), "{}", err(&output));
    let mut text = String::new();
    fs::File::open(&path)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(
        text, "lang = \"zh\"\nminuets = 3\n",
        "the file is never written to"
    );
}

/// A home whose config file holds this.
fn configured(config: &str) -> tempfile::TempDir {
    let home = home();
    fs::create_dir_all(home.path().join(".config/failwell")).unwrap();
    fs::write(home.path().join(".config/failwell/config.toml"), config).unwrap();
    home
}

#[test]
fn every_setting_is_shown_with_its_source() {
    let home = configured("color = true\nminutes = 3\n\n[keys]\nanother = \"n\"\n");
    let show = |args: &[&str]| {
        let args = [&["config", "show"], args].concat();
        let mut command = failwell(home.path(), &args);
        command.envs([("LANG", "zh_CN.UTF-8"), ("FAILWELL_GLYPHS", "ascii")]);
        out(&run(command.env("NO_COLOR", "1"), b""))
    };
    let path = home.path().join(".config/failwell/config.toml");
    let path = path.display();
    let told = show(&[]);
    for (line, source) in [
        ("lang = \"zh\" ", "# LANG".to_owned()),
        ("color = false ", "# NO_COLOR".to_owned()),
        ("minutes = 3 ", format!("# {path}:2")),
        ("glyphs = \"ascii\" ", "# FAILWELL_GLYPHS".to_owned()),
        ("day_start = \"04:00\" ", "# 默认值".to_owned()),
        ("[keys] ", format!("# {path}:4")),
    ] {
        let shown = told.lines().find(|shown| shown.starts_with(line));
        assert!(
            shown.is_some_and(|shown| shown.ends_with(&source)),
            "{line}\n{told}"
        );
    }
    assert!(told.contains("another = [\"n\"]\n"), "{told}");
    let english = show(&["--lang", "en"]);
    assert!(english.starts_with("lang = \"en\" "), "{english}");
    assert!(english.lines().next().unwrap().ends_with("# --lang"));
    let json: serde_json::Value = serde_json::from_str(&show(&["--json"])).unwrap();
    assert_eq!(json["v"], 1);
    let minutes = serde_json::json!({"value": 3, "source": {"kind": "file", "line": 2}});
    assert_eq!(json["settings"]["minutes"], minutes);
    assert_eq!(json["settings"]["keys"]["value"]["another"][0], "n");
}

#[test]
fn what_is_shown_is_a_config_that_says_the_same() {
    let first = configured("lang = \"zh\"\ntheme = \"light\"\n[keys]\nquit = \"\\\\\"\n");
    let show = |home: &tempfile::TempDir, args: &[&str]| {
        out(&run(
            &mut failwell(home.path(), &[&["config", "show"], args].concat()),
            b"",
        ))
    };
    let values = |told: &str| -> Vec<String> {
        let value = |line: &str| line.split("  #").next().unwrap().trim_end().to_owned();
        told.lines().map(value).collect()
    };
    let told = show(&first, &[]);
    let second = configured(&told);
    assert_eq!(values(&show(&second, &[])), values(&told));

    let begun = show(&first, &["--default", "--lang", "en"]);
    assert!(
        begun
            .lines()
            .all(|line| line.is_empty() || line.starts_with("# "))
    );
    assert!(begun.lines().all(|line| line.len() <= 80));
    let is_value = |line: &str| line.contains(" = ") || line == "# [keys]";
    let taken: String = begun
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if is_value(line) => format!("{rest}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    let output = run(
        &mut failwell(configured(&taken).path(), &["config", "check"]),
        b"",
    );
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let plain = show(&home(), &[]);
    assert_eq!(
        values(&show(&configured(&taken), &[]))[..9],
        values(&plain)[..9]
    );
}

#[test]
fn a_check_ends_by_what_it_found() {
    for (config, code, said) in [
        ("minutes = 3\n", 0, "config.toml: in order"),
        ("minuets = 3\n", 2, "config.toml:1:1: unknown key `minuets`"),
        ("[keys]\nanother = \"nope\"\n", 2, "config.toml:2:"),
    ] {
        let output = run(
            &mut failwell(configured(config).path(), &["config", "check"]),
            b"",
        );
        assert_eq!(output.status.code(), Some(code), "{config}");
        let told = out(&output) + &err(&output);
        assert_eq!(told.matches(said).count(), 1, "{told}");
    }
    let home = home();
    let output = run(&mut failwell(home.path(), &["config", "check"]), b"");
    assert!(out(&output).contains("is not there, so the defaults hold"));
    let output = run(&mut failwell(home.path(), &["config", "path"]), b"");
    let path = home.path().join(".config/failwell/config.toml");
    assert_eq!(out(&output), format!("{}\n", path.display()));
}
