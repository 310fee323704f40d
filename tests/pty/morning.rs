//! A whole morning: prepare, tell with the lines pinned, look at every tip, tell it again, change it,
//! compare, say it aloud, look back, leave.

use crate::terminal::{CTRL_D, ENTER, Home, Terminal};
use crate::whole;

const ESC: &str = "\x1b";
const F3: &str = "\x1bOR";

/// What is typed and what is seen for it, in one language.
struct Morning {
    lang: &'static str,
    /// The line that is prepared, and the question before it.
    lesson: [&'static str; 2],
    told: &'static str,
    again: &'static str,
    /// What is added to it.
    more: &'static str,
    home: &'static str,
    finished: &'static str,
    /// The finished takes.
    takes: [&'static str; 3],
    /// The eight tips, as the tip in focus is named.
    tips: [&'static str; 8],
    /// The goal of the second take.
    goal: &'static str,
    /// Two fresh takes compared, and an edited one.
    compared: [&'static str; 2],
    aloud: [&'static str; 2],
    past: &'static str,
}

const EN: Morning = Morning {
    lang: "en",
    lesson: ["Begin with the moment", "A plan is what others confirmed"],
    told: whole::EN,
    again: "Two years ago our team planned a second shop. We assumed the suppliers would keep the \
        usual dates, and on the first morning half of the shelves were empty. We learned that a plan \
        holds only once the people in it have confirmed it. Now we call every supplier a week before.",
    more: " No shelf was empty since.",
    home: "another prompt",
    finished: "Finished?",
    takes: ["take 1 ⋅ saved", "take 2 ⋅ saved", "edited ⋅ saved"],
    tips: [
        "1 Focus on what you learned",
        "2 Choose a misjudgement",
        "3 Don't over-emphasise the failure",
        "4 \"We\", not \"I\"",
        "5 Emphasise the corrective measures",
        "6 Keep the failure brief",
        "7 Don't defend the failure",
        "8 Use other words for failure",
    ],
    goal: "Last time:",
    compared: ["= lesson", "{+No shelf was empty since.+}"],
    aloud: ["Say it aloud, at full voice.", "Said in 0:0"],
    past: "3 attempts",
};

const ZH: Morning = Morning {
    lang: "zh",
    lesson: ["先想那一刻", "没有人确认过的计划不算计划"],
    told: whole::ZH,
    again: "两年前，我们团队筹备第二家门店。我们以为供应商会按老日子送货，开业当天早上，一半的货架是空的。\
        我们学到的是，计划要等里面的每个人都点了头才算数。现在我们提前一周给每家供应商打电话。",
    more: "从那以后货架再没空过。",
    home: "换一题",
    finished: "写完了吗",
    takes: ["第 1 遍 ⋅ 已保存", "第 2 遍 ⋅ 已保存", "修改稿 ⋅ 已保存"],
    tips: [
        "1 关注「学到了什么」",
        "2 选择「误判」类的案例",
        "3 不过分强调「失败」",
        "4 「我们」而非「我」",
        "5 强调「纠正措施」",
        "6 简短描述「失败」",
        "7 不为失败辩护",
        "8 使用「失败」的替代词",
    ],
    goal: "上次：",
    compared: ["= 收获", "{+从那以后货架再没空过。+}"],
    aloud: ["放开声音讲一遍", "讲了 0:0"],
    past: "3 次",
};

#[test]
fn a_whole_morning() {
    EN.is_played();
}

#[test]
fn a_whole_morning_in_chinese() {
    ZH.is_played();
}

impl Morning {
    fn is_played(&self) {
        let mine = Home::new(self.lang);
        let mut terminal = mine.failwell();
        self.prepares(&mut terminal);
        terminal.types(ENTER);
        terminal.sees(self.lesson[1]);
        terminal.types(F3);
        self.tells(&mut terminal, self.told, self.takes[0]);
        for (tip, title) in (1..).zip(self.tips) {
            terminal.types(&tip.to_string());
            terminal.sees(title);
        }
        terminal.types(ENTER);
        terminal.sees(self.goal);
        self.tells(&mut terminal, self.again, self.takes[1]);
        terminal.types("c");
        terminal.sees(self.compared[0]);
        terminal.types("q");
        terminal.sees(self.takes[1]);
        terminal.types("e");
        terminal.waits("the page", |screen| !screen.hide_cursor());
        self.tells(&mut terminal, self.more, self.takes[2]);
        terminal.types("c");
        terminal.sees(self.compared[1]);
        terminal.types("q");
        terminal.sees(self.takes[2]);
        self.says_it(&mut terminal);
        terminal.types("h");
        terminal.sees(self.past);
        for _ in 0..2 {
            terminal.types("q");
        }
        assert_eq!(terminal.ends(), 0);
        terminal.is_given_back();
        self.is_kept(&mine);
    }

    fn prepares(&self, terminal: &mut Terminal) {
        let [asked, lesson] = self.lesson;
        terminal.types("p");
        terminal.sees("1/5");
        terminal.types(ENTER);
        terminal.sees(asked);
        terminal.types(lesson);
        terminal.sees(lesson);
        terminal.types(ESC);
        terminal.sees(self.home);
    }

    /// Types and finishes; the prepared line stays in sight beside the first take.
    fn tells(&self, terminal: &mut Terminal, text: &str, saved: &str) {
        terminal.types(text);
        terminal.sees(&whole::last_words(text));
        if text == self.told {
            terminal.sees(self.lesson[1]);
        }
        terminal.types(CTRL_D);
        terminal.sees(self.finished);
        terminal.types(ENTER);
        terminal.sees(saved);
    }

    /// Says it aloud for long enough to count.
    fn says_it(&self, terminal: &mut Terminal) {
        terminal.types("s");
        terminal.sees(self.aloud[0]);
        terminal.types(" ");
        terminal.sees("0:03");
        terminal.types(" ");
        terminal.sees(self.aloud[1]);
        terminal.types("q");
        terminal.sees(self.takes[2]);
    }

    fn is_kept(&self, mine: &Home) {
        let history = mine.history();
        let told: Vec<&str> = history
            .iter()
            .filter_map(|line| line["answer"].as_str())
            .collect();
        let more = [self.again, self.more].concat();
        assert_eq!(told, [self.told, self.again, &more]);
        assert_eq!(history[2]["parent"], history[1]["id"]);
        assert_eq!(history[3]["kind"], "spoken");
        assert_eq!(history[3]["of"], history[2]["id"]);
        let [data, _] = mine.folders();
        let plan = std::fs::read_to_string(data.join("plan.json")).unwrap();
        assert!(plan.contains(self.lesson[1]), "{plan}");
        assert_eq!(mine.drafts(), [], "nothing is left to go on with");
    }
}
