//! The trainer without a screen: lines in, lines out, the same files as the full screen.

use super::*;

const EN: &str = "Two years ago I planned the opening of our second shop.\n\
    I assumed the suppliers would keep the usual dates, so I never called them.\n\
    On the first morning half of the shelves were empty, and customers left.\n\
    We realised that a plan is only as good as the people who have confirmed it.\n\
    So we called every supplier a week before, and wrote the answers into one list.";
const ZH: &str = "两年前，我负责筹备第二家门店的开业。\n我以为供应商会按老日子送货，就没有打电话确认。\n\
    开业当天早上，一半的货架是空的，不少顾客直接走了。\n我们意识到，没有人确认过的计划不算计划。";

/// Plays `lines`, and checks that nothing but text comes back.
fn plays(home: &Path, lang: &str, lines: &str) -> String {
    let mut command = failwell(home, &["--plain", "--lang", lang]);
    let played = run(&mut command, lines.as_bytes());
    assert_eq!(err(&played), "");
    assert!(played.status.success());
    is_plain(&out(&played));
    out(&played)
}

/// No escape, nothing that moves, no boxes, blocks, arrows or braille.
fn is_plain(text: &str) {
    let odd = |c: char| (c.is_control() && c != '\n') || ('\u{2500}'..='\u{28ff}').contains(&c);
    assert!(!text.contains(odd), "{text:?}");
}

fn history(home: &Path) -> Vec<Value> {
    let path = home.join(".local/share/failwell/history.jsonl");
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn says(told: &str, all: &[&str]) {
    let mut rest = told;
    for one in all {
        let at = rest.find(one);
        let at = at.unwrap_or_else(|| panic!("no {one:?} in its place in:\n{told}"));
        rest = &rest[at + one.len()..];
    }
}

#[test]
fn an_answer_is_written_reviewed_said_again_and_compared() {
    let home = home();
    let script = format!("1\n{EN}\n.\n1\n1\n{EN} It holds.\n.\n1\n2\n7\n9\n7\n");
    let told = plays(home.path(), "en", &script);
    says(
        &told,
        &[
            "Question: ",
            "1. start",
            "Write your answer.",
            "Typing 0:0",
            "1. finish\n2. keep writing\n3. leave, draft kept\n",
            "saved\n",
            "1. fresh take\n2. compare\n3. edit\n4. put the rewrite in\n5. silence a mark\n6. say it aloud\n7. back\n",
            "Today: ",
            "saved\n",
            "of the wording moved",
            "There is no \"9\" here.",
            "Until next time.",
        ],
    );
    let attempts = history(home.path());
    assert_eq!(attempts.len(), 2);
    assert_eq!(attempts[0]["answer"], EN);
    assert_eq!(attempts[0]["how"], "fresh");
    assert_eq!(attempts[1]["take"], 2);
    assert_eq!(attempts[0]["sitting"], attempts[1]["sitting"]);
}

#[test]
fn so_it_is_in_chinese_with_full_width_digits_and_a_chinese_full_stop() {
    let home = home();
    let told = plays(home.path(), "zh", &format!("１\n{ZH}\n。\n１\n７\n７\n"));
    says(
        &told,
        &["题目：", "1. ", "请写下你的回答", "已保存", "下次再练。"],
    );
    let attempts = history(home.path());
    assert_eq!((attempts.len(), &attempts[0]["answer"]), (1, &json!(ZH)));
    assert_eq!(attempts[0]["lang"], "zh");
}

#[test]
fn the_end_of_the_input_ends_the_answer_and_then_the_program() {
    let home = home();
    let told = plays(home.path(), "en", &format!("1\n{EN}"));
    says(&told, &["saved\n", "Until next time."]);
    assert_eq!(history(home.path()).len(), 1);
    plays(home.path(), "en", "");
    let told = plays(home.path(), "en", "1\n  \n.\n");
    says(&told, &["Nothing was written."]);
    assert_eq!(history(home.path()).len(), 1);
}

#[test]
fn the_next_take_is_told_what_became_of_the_words_worked_on() {
    let home = home();
    let vague = EN.replace(
        "So we called every supplier a week before, and wrote the answers into one list.",
        "I'll be more careful with that sort of thing from now on.",
    );
    let script =
        format!("1\n{vague}\n.\n1\n1\n{EN} Since then we call every supplier.\n.\n1\n6\n9\n6\n");
    let told = plays(home.path(), "en", &script);
    says(
        &told,
        &[
            "saved\n",
            "saved\n",
            "Today's goal, ",
            "then: \"I'll be more careful",
            "now: \"",
        ],
    );
}

#[test]
fn a_draft_is_kept_taken_up_again_and_thrown_away() {
    let home = home();
    plays(home.path(), "en", "1\nWe forgot the\n.\n3\n9\n");
    let told = plays(
        home.path(),
        "en",
        "3\nfolder names.\n.\n2\nTwice.\n.\n3\n9\n",
    );
    says(
        &told,
        &[
            "An unfinished answer waits: 3 words",
            "So far: We forgot the",
        ],
    );
    let told = plays(home.path(), "en", "4\n2\n4\n1\n7\n");
    says(
        &told,
        &[
            "waits: 6 words",
            "for good?",
            "waits: 6 words",
            "for good?",
            "Thrown away.",
        ],
    );
    assert_eq!(history(home.path()), Vec::<Value>::new());
    let told = plays(home.path(), "en", "7\n");
    assert!(!told.contains("unfinished"), "{told}");
}

#[test]
fn the_history_is_listed_shown_noted_on_and_deleted_by_number() {
    let home = home();
    for _ in 0..9 {
        plays(home.path(), "en", &format!("1\n{EN}\n.\n1\n7\n7\n"));
    }
    // Older ones, the first of them; a note, a comparison; deleted after a second thought.
    let told = plays(
        home.path(),
        "en",
        "3\n8\n2\n1\ncalmer than I was\n2\n3\n2\n3\n1\n9\n3\n7\n",
    );
    says(
        &told,
        &[
            "8. older ones\n9. back\n",
            "1. 20",
            "2. 20",
            "3. back",
            "I assumed the suppliers",
            "1. note\n2. compare\n3. delete\n4. back\n",
            "Noted.",
            "nothing to set beside it yet",
            "for good?",
            "for good?",
            "Deleted.",
            "1. 20",
            "There is no \"9\" here.",
        ],
    );
    let lines = history(home.path());
    let kinds = |kind: &str| lines.iter().filter(|line| line["kind"] == kind).count();
    assert_eq!((kinds("attempt"), kinds("tombstone")), (8, 1));
}

#[test]
fn the_language_can_be_changed_and_a_dumb_terminal_gets_the_same() {
    let home = home();
    let told = plays(home.path(), "en", "4\n4\n2\n7\n");
    says(&told, &["Question: ", "题目：", "Question: "]);
    let mut dumb = failwell(home.path(), &[]);
    dumb.env("TERM", "dumb");
    let played = run(&mut dumb, b"7\n");
    says(&out(&played), &["Question: ", "Until next time."]);
}

/// With something to change in it.
const HEAVY: &str = "Last year I moved a client to a new calendar. It was a complete disaster. \
    I assumed that everybody knew the old shortcuts. We learned that a tool is ready when those who \
    use it say so. So we sat with them for two days.";

#[test]
fn findings_stand_in_brackets_and_a_sentence_is_changed_by_its_number() {
    let home = home();
    let script = format!("1\n{HEAVY}\n.\n1\n3\n2\nCalls took twice as long.\n6\n1\n7\n7\n");
    let told = plays(home.path(), "en", &script);
    says(
        &told,
        &[
            "a [complete disaster].",
            "1. Last year",
            "2. It was a complete disaster.",
            "6. finish",
            "Write this sentence anew",
            "2. Calls took twice as long.",
            "saved\n",
        ],
    );
    assert!(!told.contains('^'), "{told}");
    let attempts = history(home.path());
    assert_eq!(attempts[1]["how"], "edited");
    assert_eq!(attempts[1]["parent"], attempts[0]["id"]);
    let changed = HEAVY.replace("It was a complete disaster", "Calls took twice as long");
    assert_eq!(attempts[1]["answer"], changed);
}

#[test]
fn a_mark_is_silenced_with_a_reason_and_tip_4_rests() {
    let home = home();
    let script = format!("1\n{HEAVY}\n.\n1\n5\n1\nthat is how it felt\n5\n1\n\n7\n7\n");
    let told = plays(home.path(), "en", &script);
    says(
        &told,
        &[
            "silence a mark",
            "let it count",
            "(that is how it felt)",
            "nothing was changed",
        ],
    );
    let silences: Vec<Value> = history(home.path())
        .into_iter()
        .filter(|line| line["kind"] == "silence")
        .collect();
    assert_eq!(silences.len(), 1);
    assert_eq!(silences[0]["reason"], "that is how it felt");
}

#[test]
fn a_mock_says_nothing_until_its_end() {
    let home = home();
    let script = format!("5\n2\n{HEAVY}\n.\n1\n{EN}\n.\n1\n1\n3\n7\n");
    let told = plays(home.path(), "en", &script);
    says(
        &told,
        &[
            "Mock interview",
            "2. 2 questions",
            "question 1 of 2",
            "saved\n",
            "question 2 of 2",
            "saved\n",
            "Your answers side by side",
            "1 Focus",
            "1. open 1, ",
            "a [complete disaster].",
            "Until next time.",
        ],
    );
    assert_eq!(
        told.matches("complete disaster").count(),
        2,
        "only at the end"
    );
    let attempts = history(home.path());
    assert_eq!(attempts.len(), 2);
    assert_eq!(attempts[0]["sitting"], attempts[1]["sitting"]);
    assert_eq!(attempts[0]["limit_seconds"], 300);
    assert_ne!(attempts[0]["prompt"], attempts[1]["prompt"]);
}

#[test]
fn a_mock_that_was_left_goes_on_with_its_draft() {
    let home = home();
    let mock = |script: &str| {
        let mut command = failwell(home.path(), &["mock", "--plain", "--questions", "2"]);
        out(&run(&mut command, script.as_bytes()))
    };
    let told = mock(&format!("{HEAVY}\n.\n1\nWe forgot\n.\n3\n8\n"));
    says(&told, &["question 2 of 2", "The draft is kept."]);
    let told = plays(home.path(), "en", &format!("3\n{EN}\n.\n1\n3\n7\n"));
    says(
        &told,
        &[
            "So far: We forgot",
            "Your answers side by side",
            "2. open 2, ",
        ],
    );
    assert_eq!(history(home.path()).len(), 2);
}

#[test]
fn an_offered_rewrite_goes_into_an_edited_take() {
    let home = home();
    let script = format!("1\n{HEAVY}\n.\n1\n4\n1\n6\n1\n7\n7\n");
    let told = plays(home.path(), "en", &script);
    says(
        &told,
        &["1. \"complete disaster\": ", "2. It was a", "saved\n"],
    );
    let attempts = history(home.path());
    let answer = attempts[1]["answer"].as_str().unwrap();
    assert!(!answer.contains("disaster"), "{answer}");
    assert_eq!(attempts[1]["parent"], attempts[0]["id"]);
    assert_eq!(
        attempts[0]["answer"], HEAVY,
        "the take before stays as it was"
    );
}

#[test]
fn four_lines_are_prepared_backwards_kept_and_told_beside_the_page() {
    for (lang, lines, told) in [
        (
            "en",
            [
                "A plan is a guess",
                "",
                "The opening",
                "",
                "I was too lazy to ask.",
            ],
            [
                "Begin with the moment",
                "trait as the cause",
                "- event: The opening",
                "- lesson: A plan is",
            ],
        ),
        (
            "zh",
            [
                "计划只是猜测",
                "",
                "开业",
                "",
                "我以为供应商会按老日子送货。",
            ],
            [
                "先想那一刻",
                "判断有偏差",
                "- 事件: 开业",
                "- 收获: 计划只是猜测",
            ],
        ),
    ] {
        let home = home();
        let script = format!("6\n{}\n1\n.\n7\n", lines.join("\n"));
        says(&plays(home.path(), lang, &script), &told);
        let again = plays(home.path(), lang, "6\n\n\n\n\n\n7\n");
        says(&again, &[lines[0], lines[2], lines[4]]);
    }
}

#[test]
fn an_answer_said_in_no_time_is_not_kept() {
    let home = home();
    let told = plays(home.path(), "en", &format!("1\n{EN}\n.\n1\n6\n\n\n7\n7\n"));
    says(
        &told,
        &[
            "- event: Two years ago I planned",
            "The clock runs.",
            "shorter than 3 seconds",
        ],
    );
    assert_eq!(history(home.path()).len(), 1);
}
