//! A terminal with the program in it, and the folder that is its home. Knows bytes, a screen and
//! files; knows nothing of what is on them.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use portable_pty::{
    Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system,
};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

pub(crate) const ENTER: &str = "\r";
pub(crate) const CTRL_C: &str = "\x03";
pub(crate) const CTRL_D: &str = "\x04";
pub(crate) const CTRL_Z: &str = "\x1a";

/// How long anything may take, on a machine with much else to do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody's home, empty at first.
pub(crate) struct Home {
    folder: TempDir,
    lang: &'static str,
}

impl Home {
    pub(crate) fn new(lang: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, lang }
    }

    /// Opens a terminal on the trainer.
    pub(crate) fn failwell(&self) -> Terminal {
        let terminal = self.open(Path::new(env!("CARGO_BIN_EXE_failwell")));
        terminal.sees(if self.lang == "zh" {
            "换一题"
        } else {
            "another prompt"
        });
        terminal
    }

    /// Opens a terminal on the trainer with arguments.
    pub(crate) fn failwell_with(&self, arguments: &[&str]) -> Terminal {
        self.open_with(Path::new(env!("CARGO_BIN_EXE_failwell")), arguments)
    }

    /// Opens a terminal on an example of this package.
    pub(crate) fn example(&self, name: &str) -> Terminal {
        let programs = Path::new(env!("CARGO_BIN_EXE_failwell")).parent().unwrap();
        let path = programs.join("examples").join(name);
        assert!(path.exists(), "build it: cargo build --example {name}");
        self.open(&path)
    }

    /// Opens a terminal on a shell: it runs `script`, or reads keys when there is none.
    pub(crate) fn shell(&self, script: Option<&str>) -> Terminal {
        let arguments = script.map_or(vec!["-i"], |script| vec!["-c", script]);
        self.open_with(Path::new("/bin/sh"), &arguments)
    }

    fn open(&self, program: &Path) -> Terminal {
        self.open_with(program, &[])
    }

    fn open_with(&self, program: &Path, arguments: &[&str]) -> Terminal {
        let home = self.folder.path();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(home);
        command.env_clear();
        for (name, folder) in [
            ("HOME", ""),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
        ] {
            command.env(name, home.join(folder));
        }
        command.env("TERM", "xterm-256color");
        command.env("FAILWELL_LANG", self.lang);
        command.env("TZ", "UTC-8");
        Terminal::open(command)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folders that the trainer has made.
    pub(crate) fn folders(&self) -> [PathBuf; 2] {
        ["data/failwell", "state/failwell"].map(|folder| self.folder.path().join(folder))
    }

    /// The lines of the history.
    pub(crate) fn history(&self) -> Vec<Value> {
        let path = self.folder.path().join("data/failwell/history.jsonl");
        let text = fs::read_to_string(path).unwrap_or_default();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// The drafts on the disk: where each one is, and what it holds.
    pub(crate) fn drafts(&self) -> Vec<(PathBuf, Value)> {
        let folder = self.folder.path().join("state/failwell/drafts");
        let Ok(entries) = fs::read_dir(folder) else {
            return Vec::new();
        };
        entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
            .map(|path| {
                let bytes = fs::read(&path).unwrap();
                (path, serde_json::from_slice(&bytes).unwrap())
            })
            .collect()
    }

    /// The text of the only draft.
    pub(crate) fn draft(&self) -> String {
        let drafts = self.drafts();
        assert_eq!(drafts.len(), 1, "{drafts:?}");
        drafts[0].1["text"].as_str().unwrap().to_owned()
    }
}

/// A terminal, 80×24 at first.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    /// Open, so that the modes can be read when the program is gone.
    slave: Box<dyn SlavePty + Send>,
    keys: Box<dyn Write + Send>,
    pub(crate) pid: Pid,
    /// The modes that it had before the program came.
    before: String,
    shown: Arc<Shown>,
}

/// What the threads that read and wait have learned.
struct Shown {
    state: Mutex<State>,
    changed: Condvar,
}

pub(crate) struct State {
    pub(crate) parser: vt100::Parser,
    /// Bytes that have come so far.
    bytes: usize,
    pub(crate) ended: Option<ExitStatus>,
    /// Nobody looks any more.
    closed: bool,
}

impl Terminal {
    fn open(command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(pty_size(80, 24)).unwrap();
        let before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let pid = i32::try_from(child.process_id().unwrap()).unwrap();
        let shown = Arc::new(Shown {
            state: Mutex::new(State {
                parser: vt100::Parser::default(),
                bytes: 0,
                ended: None,
                closed: false,
            }),
            changed: Condvar::new(),
        });
        read_on(pair.master.try_clone_reader().unwrap(), Arc::clone(&shown));
        wait_for(child, Arc::clone(&shown));
        Self {
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
            slave: pair.slave,
            pid: Pid::from_raw(pid).unwrap(),
            before,
            shown,
        }
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// Presses keys, one write for all of them.
    pub(crate) fn types(&mut self, keys: &str) {
        self.types_bytes(keys.as_bytes());
    }

    /// Presses keys and waits for the frame that answers.
    pub(crate) fn draws(&mut self, keys: &str) {
        let before = self.lock().bytes;
        self.types(keys);
        let late = self.wait(PATIENCE, |state| state.bytes > before).1;
        assert!(!late, "no frame after {keys:?}");
        self.settles();
    }

    /// [`Terminal::types`] for what may be no whole character.
    pub(crate) fn types_bytes(&mut self, bytes: &[u8]) {
        self.keys.write_all(bytes).unwrap();
        self.keys.flush().unwrap();
    }

    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let mut state = self.lock();
        let [rows_, columns_] = [rows, columns].map(|n| n.try_into().unwrap());
        state.parser.set_size(rows_, columns_);
        self.master.resize(pty_size(columns, rows)).unwrap();
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Signals whatever a shell has in the foreground.
    pub(crate) fn signals_foreground(&self, signal: Signal) {
        let leader = self.master.process_group_leader().unwrap();
        kill_process(Pid::from_raw(leader).unwrap(), signal).unwrap();
    }

    /// Whether the screen shows `text` now.
    pub(crate) fn shows(&self, text: &str) -> bool {
        solid(&self.lock().parser.screen().contents()).contains(&solid(text))
    }

    /// The whole screen row by row, what stands out in brackets, and its cursor.
    pub(crate) fn cells(&self) -> (Vec<String>, Option<(u16, u16)>) {
        let state = self.lock();
        let screen = state.parser.screen();
        let cell = |y, x| {
            let cell = screen.cell(y, x)?;
            let shown = match cell.contents() {
                "" if !cell.is_wide_continuation() => " ",
                contents => contents,
            };
            let lit = cell.inverse() || cell.underline();
            let stands_out = lit || shown != " " && (cell.bold() || cell.dim());
            Some(if stands_out {
                format!("[{shown}]")
            } else {
                shown.to_owned()
            })
        };
        let (rows, columns) = screen.size();
        let row = |y| (0..columns.get()).filter_map(|x| cell(y, x)).collect();
        let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
        ((0..rows.get()).map(row).collect(), cursor)
    }

    /// Lets what is written wait, as a connection that hangs does.
    pub(crate) fn is_not_read_any_more(&self) {
        self.lock().closed = true;
    }

    /// Closes the window, as when a connection breaks, and waits until the program has ended: its
    /// exit code. The thread that reads lets go with the next output.
    pub(crate) fn hangs_up(self) -> u32 {
        self.lock().closed = true;
        let shown = Arc::clone(&self.shown);
        drop((self.master, self.slave, self.keys));
        ended(&shown).expect("it ends").exit_code()
    }

    /// Waits until the screen shows `text`; where lines break does not matter.
    pub(crate) fn sees(&self, text: &str) {
        let wanted = solid(text);
        self.waits(text, |screen| solid(&screen.contents()).contains(&wanted));
    }

    /// Waits until the clock of the rehearsal shows `seconds` or more: a second may pass unseen.
    pub(crate) fn has_typed_for(&self, seconds: u64) {
        self.waits("the clock", |screen| {
            typed_for(&screen.contents()) >= Some(seconds)
        });
    }

    /// Waits until the screen is as wanted.
    pub(crate) fn waits(&self, what: &str, so: impl Fn(&vt100::Screen) -> bool) {
        let (state, late) = self.wait(PATIENCE, |state| so(state.parser.screen()));
        let contents = state.parser.screen().contents();
        drop(state);
        assert!(!late, "no sign of {what:?}:\n{contents}");
    }

    /// Waits until the program has ended, and gives its exit code.
    pub(crate) fn ends(&self) -> u32 {
        let ended = ended(&self.shown);
        let contents = self.lock().parser.screen().contents();
        ended
            .unwrap_or_else(|| panic!("still running:\n{contents}"))
            .exit_code()
    }

    /// Whether not one byte comes within `time`.
    pub(crate) fn is_quiet_for(&self, time: Duration) -> bool {
        let before = self.lock().bytes;
        self.wait(time, |state| state.bytes > before).1
    }

    /// Waits until nothing has come for a moment.
    pub(crate) fn settles(&self) {
        let mut tries = 0;
        while !self.is_quiet_for(Duration::from_millis(150)) {
            tries += 1;
            assert!(tries < 1000, "never quiet");
        }
    }

    /// Waits until the terminal is the program's.
    pub(crate) fn is_taken(&self) {
        self.waits("the modes of a page", |screen| {
            screen.alternate_screen() && screen.bracketed_paste()
        });
        let mouse = self.lock().parser.screen().mouse_protocol_mode();
        assert_eq!(mouse, vt100::MouseProtocolMode::None, "it selects text");
        assert_ne!(modes(&*self.master), self.before, "single keys are read");
    }

    /// Waits until the terminal is as a shell wants it: its main screen with a cursor, no mode left
    /// on, lines read as before.
    pub(crate) fn is_given_back(&self) {
        self.waits("the main screen", |screen| {
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        });
        assert_eq!(modes(&*self.master), self.before);
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.shown.state.lock().unwrap()
    }

    /// Waits until `so` holds; the second value says that it took too long.
    pub(crate) fn wait(
        &self,
        time: Duration,
        so: impl Fn(&State) -> bool,
    ) -> (MutexGuard<'_, State>, bool) {
        let waited = self
            .shown
            .changed
            .wait_timeout_while(self.lock(), time, |state| !so(state));
        let (state, timeout) = waited.unwrap();
        let late = timeout.timed_out();
        (state, late)
    }
}

fn ended(shown: &Shown) -> Option<ExitStatus> {
    let state = shown.state.lock().unwrap();
    let waited = shown
        .changed
        .wait_timeout_while(state, PATIENCE, |state| state.ended.is_none());
    waited.unwrap().0.ended.clone()
}

fn read_on(mut from: Box<dyn Read + Send>, shown: Arc<Shown>) {
    thread::spawn(move || {
        let mut buffer = [0; 16 * 1024];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            let mut state = shown.state.lock().unwrap();
            state.parser.process(&buffer[..count]);
            state.bytes += count;
            shown.changed.notify_all();
            if state.closed {
                return;
            }
        }
    });
}

fn wait_for(mut child: Box<dyn Child + Send + Sync>, shown: Arc<Shown>) {
    thread::spawn(move || {
        let ended = child.wait().unwrap();
        shown.state.lock().unwrap().ended = Some(ended);
        shown.changed.notify_all();
    });
}

/// The seconds that the clock of the rehearsal shows.
fn typed_for(screen: &str) -> Option<u64> {
    let (_, clock) = screen.split_once("typing ")?;
    let (minutes, seconds) = clock.split_whitespace().next()?.split_once(':')?;
    Some(minutes.parse::<u64>().ok()? * 60 + seconds.parse::<u64>().ok()?)
}

/// The modes of the line discipline.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

/// `text` without white space.
pub(crate) fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}
