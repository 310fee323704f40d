//! What is on the screen after going from page to page is what a full frame shows.

use crate::terminal::{CTRL_C, CTRL_D, ENTER, Home};

const CTRL_L: &str = "\x0c";
/// Hides the clocks, which would tick between two looks.
const F9: &str = "\x1b[20~";

#[test]
fn no_page_leaves_anything_of_another() {
    walk("en", "We forgot the keys. 两年前的钥匙", "Finished?");
}

#[test]
fn so_it_is_in_chinese() {
    walk("zh", "我们忘了 keys 和“钥匙”。", "写完了吗");
}

/// Goes through the pages, compares each with a full frame, and ends on the bar of a page.
fn walk(lang: &'static str, text: &str, finished: &str) {
    let mine = Home::new(lang);
    let mut terminal = mine.failwell();
    let pages = [
        "s",
        "5",
        "q",
        "q",
        "p",
        ENTER,
        "很长的一行",
        "\x1b",
        "w",
        "q",
        "t",
        "q",
        "m",
        "q",
        ENTER,
        F9,
        text,
        "\x7f\x7f",
        "\x1bOS",
        "\x1bOS",
        CTRL_D,
    ];
    for page in pages {
        terminal.draws(page);
        let before = terminal.cells();
        terminal.draws(CTRL_L);
        assert_eq!(terminal.cells(), before, "after {page:?}");
    }
    terminal.sees(finished);
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends(), 0);
}
