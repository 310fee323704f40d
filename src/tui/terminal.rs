//! The terminal as something borrowed: entered once, given back exactly once on every way out.
//! Knows modes and bytes; knows nothing of what is drawn.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::panic::PanicHookInfo;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};

use super::input::Ears;

/// Whether the terminal is ours. One flag for the process, because a panic on any thread has to
/// give the terminal back.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether another program has it.
static LENT: AtomicBool = AtomicBool::new(false);

/// How long the reader of keys may take to leave the terminal alone.
const PATIENCE: Duration = Duration::from_millis(500);

/// The exit code of a Rust program that panicked.
const PANICKED: i32 = 101;

/// Usual size of a full frame, escape codes included, at 200×50.
const FRAME_BYTES: usize = 64 * 1024;

/// Something to draw on, so that a whole run can be driven without a terminal.
pub trait Screen {
    /// Draws one frame.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to, as after a hang-up.
    fn draw(&mut self, view: &mut dyn FnMut(&mut Frame)) -> io::Result<()>;

    /// Gives the terminal back, stops the process until it is continued, and takes the terminal
    /// again; the next frame is drawn in full.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be taken again.
    fn suspend(&mut self) -> io::Result<()>;

    /// Gives the terminal back while `work` goes on there, and takes it again; the next frame is
    /// drawn in full. Says whether that was done: keys may be coming too fast to let go of them.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be taken again.
    fn lend(&mut self, work: &mut dyn FnMut()) -> io::Result<bool>;

    /// Takes the terminal again, after something else may have changed its modes; the next frame
    /// is drawn in full.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be taken.
    fn retake(&mut self) -> io::Result<()>;
}

/// The terminal of this process. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Tty {
    terminal: Terminal<CrosstermBackend<Frames>>,
    held: Rc<Cell<Held>>,
    ears: Ears,
}

impl Tty {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste; the mouse stays with the
    /// terminal, so that text can be selected.
    ///
    /// # Errors
    ///
    /// When there is no terminal; it is left as it was.
    pub(super) fn enter(ears: Ears) -> io::Result<Self> {
        let held = Rc::new(Cell::new(Held::No));
        let backend = CrosstermBackend::new(Frames {
            out: unbuffered()?,
            bytes: Vec::with_capacity(FRAME_BYTES),
            held: Rc::clone(&held),
        });
        take()?;
        match Terminal::new(backend) {
            Ok(terminal) => Ok(Self {
                terminal,
                held,
                ears,
            }),
            Err(error) => {
                leave();
                Err(error)
            }
        }
    }
}

impl Screen for Tty {
    fn draw(&mut self, view: &mut dyn FnMut(&mut Frame)) -> io::Result<()> {
        self.held.set(Held::Yes);
        let drawn = queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)
            .and_then(|()| self.terminal.draw(|frame| view(frame)).map(|_| ()))
            .and_then(|()| queue!(self.terminal.backend_mut(), EndSynchronizedUpdate));
        self.held.set(Held::No);
        drawn.and_then(|()| Write::flush(self.terminal.backend_mut()))
    }

    fn suspend(&mut self) -> io::Result<()> {
        if !can_be_continued() {
            return Ok(());
        }
        leave();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        self.retake()
    }

    fn lend(&mut self, work: &mut dyn FnMut()) -> io::Result<bool> {
        if !self.ears.close(PATIENCE) {
            return Ok(false);
        }
        LENT.store(true, Ordering::SeqCst);
        leave();
        work();
        let taken = self.retake();
        LENT.store(false, Ordering::SeqCst);
        self.ears.open();
        taken.map(|()| true)
    }

    fn retake(&mut self) -> io::Result<()> {
        leave();
        take()?;
        let size = self.terminal.size()?;
        // Unlike `clear`, `resize` does not ask the terminal where its cursor is; the answer could
        // not be read, since input belongs to the reader.
        self.terminal.resize(size.into())
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        leave();
    }
}

/// Whether another program has the terminal: what is typed there is not meant for this one.
pub(super) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// Columns and rows of the terminal.
///
/// # Errors
///
/// When there is none.
pub fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(io::stdout())?;
    Ok((size.ws_col, size.ws_row))
}

/// Lets colours out, or none, whatever the environment says: that is settled already.
pub(super) fn color(color: bool) {
    crossterm::style::force_color_output(color);
}

/// Asks the terminal for its background. Nobody waits: an answer comes as an input, and a terminal
/// that has none says nothing.
pub(super) fn ask_background() {
    let _ = unbuffered().and_then(|mut out| out.write_all(b"\x1b]11;?\x1b\\"));
}

/// Gives the terminal back if it is ours. Never fails: when the terminal is gone there is nothing
/// to give back.
pub fn leave() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = disable_raw_mode();
        let _ = unbuffered().and_then(|mut out| {
            execute!(
                out,
                EndSynchronizedUpdate,
                DisableBracketedPaste,
                LeaveAlternateScreen,
                Show
            )
        });
    }
}

/// From now on, a panic on any thread first calls `rescue`, then gives the terminal back, then
/// reports as before and writes what `rescue` returned. Off the main thread (the one that calls
/// this) it ends the process, since the loop would go on drawing.
pub fn on_panic(rescue: impl Fn() -> Option<String> + Send + Sync + 'static) {
    let main = thread::current().id();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info: &PanicHookInfo| {
        if !ENTERED.load(Ordering::SeqCst) {
            return report(info);
        }
        let farewell = rescue();
        leave();
        report(info);
        if let Some(farewell) = farewell {
            let _ = writeln!(io::stderr(), "{farewell}");
        }
        if thread::current().id() != main {
            #[expect(
                clippy::disallowed_methods,
                reason = "no code of ours may run on after this panic"
            )]
            std::process::exit(PANICKED);
        }
    }));
}

fn take() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    let taken = enable_raw_mode()
        .and_then(|()| unbuffered())
        .and_then(|mut out| execute!(out, EnterAlternateScreen, EnableBracketedPaste));
    if taken.is_err() {
        leave();
    }
    taken
}

/// Standard output without the buffer of the standard library, which would keep what a terminal
/// that is gone did not take, and fail again whenever it is flushed.
fn unbuffered() -> io::Result<File> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// Whether a shell is there that can continue this process: a program that a terminal window was
/// opened for leads its session and would stay stopped for good.
fn can_be_continued() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpid())
}

/// Whether flushing waits for the end of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Yes,
    No,
}

/// Collects a frame and writes it at once, so that a terminal without synchronized updates shows
/// no half frames either. What was not written yet is dropped with it: nothing may follow the
/// bytes that give the terminal back.
#[derive(Debug)]
struct Frames {
    out: File,
    bytes: Vec<u8>,
    held: Rc<Cell<Held>>,
}

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.get() == Held::Yes {
            return Ok(());
        }
        // Once given back, the terminal is not ours to write to, and it may be gone: ratatui shows
        // the cursor when it is dropped, and panics when it cannot say that this failed.
        if !ENTERED.load(Ordering::SeqCst) {
            self.bytes.clear();
            return Ok(());
        }
        let written = self.out.write_all(&self.bytes);
        self.bytes.clear();
        written
    }
}
