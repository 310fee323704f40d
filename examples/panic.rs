//! A page that fails: `!` panics on the main thread, `?` on another one, `~` hangs for good; all else
//! is typed. Shows what is left behind: the terminal as it was, a report, and the draft.

use std::error::Error;
use std::thread;
use std::time::Duration;

use crossterm::event::KeyCode;
use failwell::practice::now::Now;
use failwell::practice::record::How;
use failwell::practice::rehearsal::Snapshot;
use failwell::settings::Settings;
use failwell::store::paths;
use failwell::tui::program::{Effect, Input, Program};
use failwell::tui::{self, End};
use ratatui::Frame;

#[expect(
    clippy::disallowed_methods,
    reason = "an example reads its own environment"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let io = tui::Io {
        editor: None,
        paths: Ok(paths::from_env(|name| std::env::var_os(name))?),
        rescued: "kept: {}".to_owned(),
        settings: Settings::default(),
    };
    match tui::run(&mut Fragile::default(), io)?.end {
        End::Quit => Ok(()),
        End::Signal(signal) => Err(format!("heard of signal {signal}").into()),
    }
}

/// What was typed, and how often.
#[derive(Debug, Default)]
struct Fragile {
    text: String,
    revision: u64,
    /// Whether it will hang before the next message.
    stuck: bool,
}

impl Program for Fragile {
    fn update(&mut self, _: Now, input: Input) -> Vec<Effect> {
        let key = match input {
            Input::Key(key) => key,
            Input::Text(text) => {
                self.text.push_str(&text);
                self.revision += 1;
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        match key.code {
            KeyCode::Esc => return vec![Effect::Quit],
            KeyCode::Char('~') => self.stuck = true,
            KeyCode::Char('!') => panic!("asked to"),
            KeyCode::Char('?') => {
                let _ = thread::spawn(|| panic!("asked to, elsewhere")).join();
            }
            KeyCode::Char(c) => {
                self.text.push(c);
                self.revision += 1;
            }
            _ => {}
        }
        Vec::new()
    }

    fn view(&self, _: Now, frame: &mut Frame) {
        let stuck = if self.stuck { "stuck with " } else { "" };
        frame.render_widget(format!("{stuck}{}", self.text), frame.area());
        frame.set_cursor_position((0, 0));
    }

    /// Asked between a frame and the next message: whoever is stuck here has shown all and hears
    /// nothing.
    fn deadline(&self, _: Now) -> Option<Duration> {
        if self.stuck {
            loop {
                thread::park();
            }
        }
        None
    }

    fn draft(&self, now: Now) -> Option<(u64, Snapshot)> {
        let snapshot = Snapshot {
            v: 1,
            id: "PANIC".to_owned(),
            prompt: "failure".to_owned(),
            prompt_text: String::new(),
            text: self.text.clone(),
            caret: None,
            saved_at: now.wall.to_rfc3339(),
            how: How::Fresh,
            sitting: None,
            take: None,
            parent: None,
            story: None,
            goal: None,
            typing_seconds: 0,
            limit_seconds: None,
            mock: None,
        };
        self.draft_revision().map(|revision| (revision, snapshot))
    }

    fn draft_revision(&self) -> Option<u64> {
        (!self.text.is_empty()).then_some(self.revision)
    }
}
