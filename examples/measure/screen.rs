//! The full screen, in a terminal of 120×40.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use failwell::practice::record::{How, Record};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::{Amount, Result, Row, answer, batch, life, median, megabytes, micros, row};

const RUNS: usize = 21;
const KEYS: usize = 101;
const ATTEMPTS: u32 = 11_000;
const STORIES: u32 = 50;
/// What every frame ends with.
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// Nothing takes longer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Silence of this length means that everything is done.
const SILENCE: Duration = Duration::from_millis(150);

pub(crate) fn measure(program: &Path) -> Result<Vec<Row>> {
    let empty = tempfile::tempdir()?;
    let full = tempfile::tempdir()?;
    fill(full.path())?;
    let first = |home: &Path| median(RUNS, || Ok(Screen::open(program, home)?.1));
    let mut rows = vec![
        row(
            "first frame, no history",
            Amount::Time(first(empty.path())?),
            micros(10_000),
        ),
        row(
            "first frame, 11,000 attempts",
            Amount::Time(first(full.path())?),
            micros(60_000),
        ),
    ];
    rows.extend(history(program, full.path())?);
    rows.extend(batch::history(program, full.path())?);
    rows.extend(batch::habit(program, full.path())?);
    rows.extend(typing(program, empty.path())?);
    Ok(rows)
}

fn history(program: &Path, home: &Path) -> Result<[Row; 7]> {
    let (mut screen, _) = Screen::open(program, home)?;
    let listed = screen.press("h")?;
    let mut downs = (0..KEYS)
        .map(|_| screen.key("j"))
        .collect::<Result<Vec<_>>>()?;
    downs.sort();
    let [down, slowest] = [downs[KEYS / 2], downs[KEYS - 2]];
    let opened = screen.press("\r")?;
    screen.press("q")?;
    screen.press("q")?;
    let progress = screen.press("w")?;
    screen.press("q")?;
    screen.press("h")?;
    screen.press("/")?;
    let sought = screen.press("s")?;
    let peak = life::peak(screen.pid)?;
    Ok([
        row(
            "h -> list of 11,000 attempts",
            Amount::Time(listed),
            micros(300_000),
        ),
        row("a row down in it", Amount::Time(down), micros(5000)),
        row(
            "the slowest row down but one of 101",
            Amount::Time(slowest),
            micros(16_000),
        ),
        row(
            "an attempt of it opened",
            Amount::Time(opened),
            micros(50_000),
        ),
        row(
            "w -> progress over 11,000 attempts",
            Amount::Time(progress),
            micros(150_000),
        ),
        row(
            "a key in the filter -> sifted",
            Amount::Time(sought),
            micros(300_000),
        ),
        row(
            "peak memory with 11,000 attempts read",
            Amount::Kilobytes(peak),
            megabytes(60),
        ),
    ])
}

fn typing(program: &Path, home: &Path) -> Result<[Row; 4]> {
    let (mut screen, _) = Screen::open(program, home)?;
    screen.quiet()?;
    let before = life::sleeps(screen.pid)?;
    if !screen.is_silent_for(Duration::from_secs(5))? {
        return Err("bytes came while nothing happened".into());
    }
    let wakeups = life::sleeps(screen.pid)? - before;
    screen.begin(&answer(300))?;
    // There and back, so that the text stays as long as it is.
    let mut keys = ["a", "\x7f"].into_iter().cycle();
    let key = median(KEYS, || screen.key(keys.next().unwrap_or_default()))?;
    let burst = "two hundred keys. ".repeat(12);
    let burst = median(RUNS, || {
        let (mut screen, _) = Screen::open(program, home)?;
        screen.begin(&answer(300))?;
        screen.press(&burst[..200])
    })?;
    screen.press("\x04")?;
    screen.press("\r")?;
    Ok([
        row("key -> frame, 300 words", Amount::Time(key), micros(600)),
        row(
            "200 keys in one write, settled",
            Amount::Time(burst),
            micros(3000),
        ),
        row(
            "wakeups in 5 s on the first screen",
            Amount::Times(wakeups),
            Amount::Times(0),
        ),
        row(
            "peak memory, from start to review",
            Amount::Kilobytes(life::peak(screen.pid)?),
            megabytes(10),
        ),
    ])
}

/// A terminal with the program in it; the program ends with it.
struct Screen {
    child: Box<dyn Child + Send + Sync>,
    pid: u32,
    keys: Box<dyn Write + Send>,
    /// What came, and when.
    chunks: Receiver<(Instant, Vec<u8>)>,
    _master: Box<dyn MasterPty + Send>,
}

impl Screen {
    /// Starts the program, and says how long its first frame took.
    fn open(program: &Path, home: &Path) -> Result<(Self, Duration)> {
        let pair = native_pty_system().openpty(PtySize {
            rows: 40,
            cols: 120,
            ..PtySize::default()
        })?;
        let mut from = pair.master.try_clone_reader()?;
        let (to, chunks) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 64 * 1024];
            while let Ok(count @ 1..) = from.read(&mut buffer) {
                if to.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let mut command = CommandBuilder::new(program);
        command.cwd(home);
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        let start = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        let screen = Self {
            pid: child.process_id().ok_or("it ended at once")?,
            child,
            keys: pair.master.take_writer()?,
            chunks,
            _master: pair.master,
        };
        let shown = screen.frame()?;
        Ok((screen, shown - start))
    }

    /// Starts an answer.
    fn begin(&mut self, text: &str) -> Result<()> {
        self.press("\r")?;
        self.press(text)?;
        Ok(())
    }

    /// Waits for the end of the next frame.
    fn frame(&self) -> Result<Instant> {
        let mut seen = Vec::new();
        loop {
            let (at, chunk) = self.chunks.recv_timeout(PATIENCE)?;
            seen.extend(chunk);
            if seen.ends_with(FRAME_END) {
                return Ok(at);
            }
        }
    }

    /// Presses one key; how long its frame takes.
    fn key(&mut self, key: &str) -> Result<Duration> {
        let start = self.write(key)?;
        Ok(self.frame()? - start)
    }

    /// Presses keys; how long until the last frame that follows.
    fn press(&mut self, keys: &str) -> Result<Duration> {
        let start = self.write(keys)?;
        let mut last = self.frame()?;
        loop {
            match self.chunks.recv_timeout(SILENCE) {
                Ok((at, _)) => last = at,
                Err(RecvTimeoutError::Timeout) => return Ok(last - start),
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn write(&mut self, keys: &str) -> Result<Instant> {
        let start = Instant::now();
        self.keys.write_all(keys.as_bytes())?;
        Ok(start)
    }

    /// Waits until nothing is under way.
    fn quiet(&self) -> Result<()> {
        while !self.is_silent_for(SILENCE)? {}
        Ok(())
    }

    fn is_silent_for(&self, time: Duration) -> Result<bool> {
        match self.chunks.recv_timeout(time) {
            Ok(_) => Ok(false),
            Err(RecvTimeoutError::Timeout) => Ok(true),
            Err(error) => Err(error.into()),
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A history as after years of practice: more than forty megabytes.
fn fill(home: &Path) -> Result<()> {
    let folder = home.join(".local/share/failwell");
    fs::create_dir_all(&folder)?;
    let mut lines = Vec::new();
    for number in 0..ATTEMPTS {
        serde_json::to_writer(&mut lines, &attempt(number))?;
        lines.push(b'\n');
    }
    fs::write(folder.join("stories.toml"), stories())?;
    Ok(fs::write(folder.join("history.jsonl"), lines)?)
}

/// Fifty stories in both languages.
fn stories() -> String {
    let story = |number: u32| {
        let lines = ["title", "event", "result", "lesson", "measure"];
        let lines = lines
            .map(|line| format!("{line} = \"{}\"\n", answer(20)))
            .concat();
        format!("[[story]]\nid = \"story-{number}\"\n[story.en]\n{lines}[story.zh]\n{lines}")
    };
    (1..=STORIES).map(story).collect()
}

fn attempt(number: u32) -> Record {
    Record {
        v: 1,
        kind: "attempt".to_owned(),
        id: format!("01ARZ3NDEKTSV4RRFF{number:08}"),
        at: "2026-03-08T01:30:00Z".to_owned(),
        off: "+08:00".to_owned(),
        tz: Some("Asia/Shanghai".to_owned()),
        day: "2026-03-08".to_owned(),
        prompt: "failure".to_owned(),
        prompt_text: "Tell me about a time you failed.".to_owned(),
        lang: Some(failwell::engine::Lang::En),
        answer: format!("{number}. {}", answer(600)),
        how: How::Fresh,
        sitting: Some(format!("01ARZ3NDEKTSV4RRFG{number:08}")),
        take: Some(1),
        parent: None,
        story: Some(format!("story-{}", number % STORIES)),
        goal: None,
        interrupted: false,
        typing_seconds: 240,
        limit_seconds: None,
        words: 601,
        speaking_seconds: 249,
        reason: None,
        verdicts: failwell::engine::Tip::ALL
            .map(|tip| (tip, failwell::engine::Verdict::Kept))
            .into(),
        next: None,
        turn_seconds: Some(40),
        rules: 1,
        rest: serde_json::Map::new(),
    }
}
