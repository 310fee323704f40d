//! The whole way: a question, an answer, its review, one line in the history.

use chrono::{DateTime, Duration};
use serde_json::Value;

use crate::terminal::{CTRL_D, ENTER, Home};

pub(crate) const EN: &str = "Two years ago I planned the opening of our second shop. \
    I assumed the suppliers would keep the usual dates, so I never called them. \
    On the first morning half of the shelves were empty, and customers left. \
    We realised that a plan is only as good as the people who have confirmed it. \
    So we called every supplier a week before, and wrote the answers into one list. \
    Since then no opening has started with an empty shelf.";

pub(crate) const ZH: &str = "两年前，我负责筹备第二家门店的开业。我以为供应商会按老日子送货，就没有打电话确认。\
    开业当天早上，一半的货架是空的，不少顾客直接走了。我们意识到，没有人确认过的计划不算计划。\
    于是我们提前一周给每家供应商打电话，把答复都记在一张表上。从那以后，再没有空着货架开过业。";

#[test]
fn an_answer_typed_finished_and_left_is_one_line_of_history() {
    answers(
        "en",
        EN,
        [
            "what was being done",
            "typing 0:01",
            "Finished?",
            "⋅ saved",
            "another prompt",
        ],
    );
}

#[test]
fn so_it_is_in_chinese() {
    answers("zh", ZH, ["事件", "0:01", "写完了吗", "已保存", "换一题"]);
}

/// Answers the first question. `signs` are seen on the empty page, a second later, on the bar, in
/// the review, and back home.
fn answers(lang: &'static str, text: &str, signs: [&str; 5]) {
    let [page, clock, bar, saved, home] = signs;
    let mine = Home::new(lang);
    let mut terminal = mine.failwell();
    terminal.is_taken();
    terminal.types(ENTER);
    terminal.sees(page);
    terminal.types(text);
    terminal.sees(&last_words(text));
    terminal.sees(clock);
    terminal.types(CTRL_D);
    terminal.sees(bar);
    terminal.types(ENTER);
    terminal.sees(saved);
    terminal.types("q");
    terminal.sees(home);
    terminal.types("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();

    let history = mine.history();
    assert_eq!(history.len(), 1);
    is_this_attempt(&history[0], lang, text);
    assert_eq!(mine.drafts(), [], "its draft is done with");
}

fn is_this_attempt(line: &Value, lang: &str, text: &str) {
    assert_eq!(line["v"], 1);
    assert_eq!(line["kind"], "attempt");
    assert_eq!(line["prompt"], "failure", "the first is the literal one");
    assert_eq!(line["lang"], lang);
    assert_eq!(line["answer"], text);
    assert_eq!(line["how"], "fresh");
    assert_eq!(line["take"], 1);
    assert_eq!(line["interrupted"], false);
    let seconds = line["typing_seconds"].as_u64().unwrap();
    assert!((1..9).contains(&seconds), "{seconds}");
    assert_eq!(line["reason"], Value::Null);
    let verdicts = line["verdicts"].as_object().unwrap();
    assert_eq!(verdicts.len(), 8, "{verdicts:?}");

    assert_eq!(line["off"], "+08:00");
    let at = DateTime::parse_from_rfc3339(line["at"].as_str().unwrap()).unwrap();
    let practised = at.naive_utc() + Duration::hours(8) - Duration::hours(4);
    assert_eq!(line["day"], practised.date().to_string());
}

/// What the last row of the page ends with.
pub(crate) fn last_words(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars[chars.len() - 10..].iter().collect()
}
