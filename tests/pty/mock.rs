//! A mock interview of two questions: one sitting in the history, and both answers on one page.

use crate::terminal::{CTRL_D, ENTER, Home, Terminal};

const EN: [&str; 2] = [
    "Two years ago we planned the opening of our second shop. We assumed the suppliers would keep \
     the usual dates. On the first morning half of the shelves were empty.",
    "Now we call every supplier a week before.",
];
const ZH: [&str; 2] = [
    "两年前，我们筹备第二家门店的开业。我们以为供应商会按老日子送货，就没有打电话确认。\
     开业当天早上，一半的货架是空的。",
    "现在我们提前一周给每家供应商打电话。",
];

#[test]
fn a_mock_of_two_questions_is_one_sitting() {
    mock(
        "en",
        EN,
        [
            "2 questions",
            "time to think",
            "Finished?",
            "question 2 of 2",
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
            "2 题",
            "先想一想",
            "写完了吗",
            "第 2 题，共 2 题",
            "放在一起看",
        ],
    );
}

/// Answers both questions and opens one review. `signs` are seen before the first question, while
/// there is time to think, on the bar, at the second question, and at the end.
fn mock(lang: &'static str, answers: [&str; 2], signs: [&str; 5]) {
    let [brief, think, bar, second, compared] = signs;
    let mine = Home::new(lang);
    let mut terminal = mine.failwell_with(&["mock", "--questions", "2", "--seed", "3"]);
    terminal.is_taken();
    terminal.sees(brief);
    terminal.types(ENTER);
    for (answer, next) in answers.into_iter().zip([second, compared]) {
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
    assert_eq!(history[0]["sitting"], history[1]["sitting"]);
    assert_ne!(history[0]["prompt"], history[1]["prompt"]);
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
