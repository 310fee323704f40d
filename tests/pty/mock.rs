//! A mock interview of three questions: one sitting in the history, and all answers on one page.

use crate::terminal::{CTRL_D, ENTER, Home, Terminal};

const EN: [&str; 3] = [
    "Two years ago we planned the opening of our second shop. We assumed the suppliers would keep \
     the usual dates. On the first morning half of the shelves were empty.",
    "Now we call every supplier a week before.",
    "Last spring we moved the files, and nobody had practised it.",
];
const ZH: [&str; 3] = [
    "两年前，我们筹备第二家门店的开业。我们以为供应商会按老日子送货，就没有打电话确认。\
     开业当天早上，一半的货架是空的。",
    "现在我们提前一周给每家供应商打电话。",
    "去年春天我们迁移文件，谁也没有先练过。",
];

#[test]
fn a_mock_of_three_questions_is_one_sitting() {
    mock(
        "en",
        EN,
        [
            "3 questions",
            "time to think",
            "Finished?",
            "question 2 of 3",
            "question 3 of 3",
            "side by side",
        ],
    );
}

#[test]
fn so_it_is_in_chinese() {
    mock(
        "zh",
        ZH,
        [
            "3 题",
            "先想一想",
            "写完了吗",
            "第 2 题，共 3 题",
            "第 3 题，共 3 题",
            "放在一起看",
        ],
    );
}

/// Answers all questions and opens one review. `signs` are seen before the first question, while
/// there is time to think, on the bar, at the second and the third question, and at the end.
fn mock(lang: &'static str, answers: [&str; 3], signs: [&str; 6]) {
    let [brief, think, bar, second, third, compared] = signs;
    let mine = Home::new(lang);
    let mut terminal = mine.failwell_with(&["mock", "--questions", "3", "--seed", "3"]);
    terminal.is_taken();
    terminal.sees(brief);
    terminal.types(ENTER);
    for (answer, next) in answers.into_iter().zip([second, third, compared]) {
        terminal.sees(think);
        finish(&mut terminal, answer, bar);
        terminal.sees(next);
    }
    terminal.types(ENTER);
    terminal.sees(first_words(answers[0]));
    terminal.types("q");
    terminal.sees(compared);
    terminal.types("q");
    terminal.sees("failwell");
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();

    let history = mine.history();
    let told: Vec<&str> = history
        .iter()
        .filter_map(|line| line["answer"].as_str())
        .collect();
    assert_eq!(told, answers);
    assert!(history[0]["sitting"].is_string());
    for (one, next) in [(0, 1), (1, 2), (0, 2)] {
        assert_eq!(history[one]["sitting"], history[next]["sitting"]);
        assert_ne!(history[one]["prompt"], history[next]["prompt"]);
    }
    assert_eq!(mine.drafts(), [], "nothing is left to go on with");
}

fn finish(terminal: &mut Terminal, answer: &str, bar: &str) {
    terminal.types(answer);
    terminal.types(CTRL_D);
    terminal.sees(bar);
    terminal.types(ENTER);
}

fn first_words(answer: &str) -> &str {
    let end = answer
        .char_indices()
        .nth(8)
        .map_or(answer.len(), |(at, _)| at);
    &answer[..end]
}
