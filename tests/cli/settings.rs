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
    assert!(out(&output).contains("按中文阅读"));
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
