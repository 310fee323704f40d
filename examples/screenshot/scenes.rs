//! What the pictures show, and the keys that lead there. Knows the program as a person does.

use std::error::Error;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use failwell::content;
use failwell::engine::{Lang, Options, Tip, Verdict};
use failwell::practice::compare::partner;
use failwell::practice::desk::Desk;
use failwell::practice::due::Standing;
use failwell::practice::event::Stamp;
use failwell::practice::guess::Guess;
use failwell::practice::history::{Attempt, History};
use failwell::practice::now::Now;
use failwell::practice::record::{How, Record};
use failwell::practice::take::{Calendar, Take, Typed};
use failwell::settings::{Palette, Settings};
use failwell::tui::app::{App, Setup};
use failwell::tui::program::{Effect, Input, Outcome, Program};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::svg::svg;

const EN: &str = "Last spring I led the move of our client files to a new cloud system. \
    I assumed everyone would find their way in the new folders, so I skipped the training. \
    In the second week a proposal went missing, and the client noticed before we did. \
    It was a complete disaster, and to be fair, nobody had told me how people used the old folders. \
    We realised that people need to practise a change before it arrives. \
    So we ran three short workshops and adjusted the folder names with the people who use them. \
    Today we book a trial week before every launch. \
    Since then no file has gone missing, and the team finds things in half the time.";

const ZH: &str = "去年春天，我负责把客户资料迁到新的云端系统。我以为大家都能自己摸索新的文件夹，\
    就没有安排培训。第二周，一份方案找不到了，客户比我们先发现。这是一次彻底的失败，\
    当时也没人告诉我大家以前怎么用文件夹。我们意识到，任何改动在上线之前，都要让用的人先练一遍。\
    于是我们办了三次小型培训，和大家一起调整了文件夹的名称。现在每次上线之前，我们都先安排一周试用。\
    从那以后再没有丢过文件，查找资料的时间也缩短了一半。";

/// How the typist of the pictures spends a key.
const KEY: Duration = Duration::from_millis(210);

/// A usual screen and a large one.
const USUAL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 36);

/// Every picture by name.
pub(crate) fn all() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut pictures = Vec::new();
    let mut add = |name: &str, person: &Person| -> Result<(), Box<dyn Error>> {
        pictures.push((name.to_owned(), person.picture()?));
        Ok(())
    };
    add("home", &Person::on_day(8, Lang::En, USUAL))?;
    let begun: String = EN.split_inclusive(". ").take(3).collect();
    add(
        "rehearse",
        &Person::on_day(8, Lang::En, USUAL).does("\r").does(&begun),
    )?;
    for (lang, text) in [(Lang::En, EN), (Lang::Zh, ZH)] {
        let reviewed = format!("\r{text}\u{4}\r");
        let code = lang.code();
        add(
            &format!("review-{code}"),
            &Person::on_day(8, lang, LARGE).does(&reviewed),
        )?;
        add(
            &format!("review-{code}-80"),
            &Person::on_day(8, lang, USUAL).does(&reviewed).does("4"),
        )?;
    }
    add("compare", &compared())?;
    add("mock", &interviewed())?;
    for day in [1, 2, 8, 60] {
        let person = Person::on_day(day, Lang::En, USUAL).does("w");
        add(&format!("progress-{day}"), &person)?;
    }
    Ok(pictures)
}

/// An answer beside the same one with its heavy words and its defence taken out.
fn compared() -> Person {
    let calm = EN
        .replace("It was a complete disaster, and to be fair, nobody had told me how people used the old folders. ", "")
        .replace("I assumed", "We assumed")
        .replace("I skipped", "we skipped");
    let mut person = Person::on_day(1, Lang::En, (100, 30));
    person.past = History::default();
    let mut person = person.does(&format!("\r{EN}\u{4}\re"));
    let erase = "\u{17}".repeat(EN.split(' ').count());
    person = person.does(&format!("{erase}{calm}\u{4}\r"));
    person.does("c")
}

/// Three questions answered.
fn interviewed() -> Person {
    let library = content::library();
    let told = |sample: usize| library.samples[sample].before.en.text.replace('\n', " ");
    let after = library.samples[1].after.en.text.replace('\n', " ");
    let mut person = Person::on_day(8, Lang::En, USUAL).does("m\r");
    for answer in [told(0), after, told(2)] {
        person = person.does(&format!("{}\u{4}\r", answer.trim()));
    }
    person
}

/// The program, what was saved, and what the clock says.
pub(crate) struct Person {
    app: App,
    now: Now,
    size: (u16, u16),
    past: History,
    records: Vec<Record>,
}

impl Person {
    /// Somebody on the so-manyth day, with most days before it practised.
    fn on_day(day: i64, lang: Lang, size: (u16, u16)) -> Self {
        let wall: DateTime<FixedOffset> = "2026-11-24T08:30:00Z".parse().expect("a moment");
        let past = past(day, wall);
        let settings = Settings {
            lang,
            palette: Palette::Dark,
            ..Settings::default()
        };
        let desk = Desk {
            prompt: Some("failure".to_owned()),
            ..Desk::rebuilt(&past)
        };
        let setup = Setup {
            seed: Some(1),
            ..Setup::new(settings, desk)
        };
        let now = Now {
            elapsed: Duration::ZERO,
            passed: Duration::ZERO,
            wall,
        };
        let mut person = Self {
            app: App::new(setup),
            now,
            size,
            past,
            records: Vec::new(),
        };
        person.input(Input::Resize(size.0, size.1));
        person
    }

    fn input(&mut self, input: Input) {
        for effect in self.app.update(self.now, input) {
            if let Some(outcome) = self.perform(effect) {
                self.input(Input::Done(outcome));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Outcome> {
        match effect {
            Effect::Append(record) => {
                let id = record.id.clone();
                self.past.attempts.push(Attempt::from(&*record));
                self.records.push(*record);
                Some(Outcome::Saved(id))
            }
            Effect::LoadHistory => Some(Outcome::History(Box::new(self.past.clone()))),
            Effect::FindDue => Some(Outcome::Standing(Box::new(Standing::of(&self.past)))),
            Effect::FindPair(id) => {
                let other = partner(&self.past.attempts, &id)?.id.clone();
                let read = |id: &str| self.records.iter().find(|record| record.id == id).cloned();
                Some(Outcome::Pair(Box::new([read(&other)?, read(&id)?])))
            }
            _ => None,
        }
    }

    /// Types; a carriage return and control characters are keys.
    fn does(mut self, keys: &str) -> Self {
        for c in keys.chars() {
            let (code, modifiers) = match c {
                '\r' => (KeyCode::Enter, KeyModifiers::NONE),
                '\u{1}'..='\u{1a}' => {
                    let letter = char::from(c as u8 + b'a' - 1);
                    (KeyCode::Char(letter), KeyModifiers::CONTROL)
                }
                c => (KeyCode::Char(c), KeyModifiers::NONE),
            };
            self.now.elapsed += KEY;
            self.now.wall += KEY;
            self.input(Input::Key(KeyEvent::new(code, modifiers)));
        }
        self
    }

    fn picture(&self) -> Result<String, Box<dyn Error>> {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1))?;
        let draw = |frame: &mut ratatui::Frame| self.app.view(self.now, frame);
        let buffer = terminal.draw(draw)?.buffer.clone();
        let visible = terminal.backend().cursor_visible();
        let caret = visible.then(|| terminal.get_cursor_position());
        Ok(svg(&buffer, caret.transpose()?)?)
    }
}

/// The days before today and today: a sample a day, told as before the tips at first and as after
/// them more and more often; a rest day now and then, a guess now and then.
fn past(days: i64, today: DateTime<FixedOffset>) -> History {
    let mut history = History::default();
    for (number, day) in (1..=days).filter(|day| day % 7 != 5).enumerate() {
        let record = told(number, today - TimeDelta::days(days - day));
        if number % 4 == 3 {
            let asks = |verdict: &Verdict| matches!(verdict, Verdict::Look | Verdict::Work);
            let asked = record.verdicts.iter().filter(|(_, verdict)| asks(verdict));
            let seen = asked
                .map(|(tip, _)| *tip)
                .filter(|tip| tip.number() % 5 != 0 || number > 30);
            let stamp = Stamp {
                id: format!("g{number}"),
                at: String::new(),
                off: String::new(),
                tz: None,
            };
            history
                .guesses
                .push(Guess::new(stamp, &record.id, seen.collect()));
        }
        history.attempts.push(Attempt::from(&record));
    }
    history
}

/// One of those answers, marked by the engine. The first ones are told in a hurry.
fn told(number: usize, wall: DateTime<FixedOffset>) -> Record {
    const PROMPTS: [&str; 3] = ["failure", "deadline", "failure"];
    let library = content::library();
    let sample = &library.samples[number % library.samples.len()];
    let calm = number * 7 % 12 < (number / 5 + 1).min(10);
    let text = if calm { &sample.after } else { &sample.before }
        .en
        .text
        .trim();
    let report = content::engine().analyse(text, Options::default());
    let prompt = PROMPTS[number % PROMPTS.len()];
    let shown = library.prompts.iter().find(|one| one.id == prompt);
    let take = Take {
        id: format!("01ARZ3NDEKTSV4RRFF{number:08}"),
        prompt: prompt.to_owned(),
        prompt_text: shown.map_or_else(String::new, |prompt| prompt.text.en.clone()),
        sitting: None,
        number: Some(1),
        story: None,
        how: How::Fresh,
        parent: None,
        goal: None,
        interrupted: false,
        limit_seconds: None,
        mock: None,
    };
    let typed = Typed {
        text,
        caret: 0,
        pasted: 0,
        seconds: 240,
    };
    let now = Now {
        elapsed: Duration::ZERO,
        passed: Duration::ZERO,
        wall,
    };
    let calendar = Calendar {
        day_start: 0,
        zone: None,
    };
    let record = take.record(typed, &report, now, calendar);
    debug_assert_eq!(record.verdicts.len(), Tip::ALL.len());
    record
}
