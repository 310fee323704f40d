//! The person's own editor on the text of the page. Knows a command and a file; knows nothing of
//! screens and terminals.

use std::process::{Command, ExitStatus};
use std::time::Duration;

use super::input;
use super::program::Edited;
use crate::store::scratch::Scratch;
use crate::store::{Paths, StoreError};

/// Whoever comes back sooner has not been typed in; it may have opened a window and gone on.
const AT_ONCE: Duration = Duration::from_millis(500);

/// An editor, and the file that is open in it.
#[derive(Debug, Default)]
pub(super) struct Editor {
    /// What starts it, as a shell reads that; `None` when none is set.
    command: Option<String>,
    paths: Option<Paths>,
    open: Option<Scratch>,
}

impl Editor {
    pub(super) fn new(command: Option<String>, paths: Option<Paths>) -> Self {
        Self {
            command,
            paths,
            open: None,
        }
    }

    /// Lets a person edit `text` until the editor ends; the terminal is the editor's meanwhile.
    pub(super) fn run(&mut self, text: &str, clock: &dyn Fn() -> Duration) -> Edited {
        let begun = clock();
        let ended = self.start(text);
        let quick = clock().saturating_sub(begun) < AT_ONCE;
        let fault = match ended {
            Ok(status) if status.success() => None,
            Ok(status) => Some(status.to_string()),
            Err(why) => return failed(why),
        };
        let mut edited = self.read_back();
        edited.at_once = quick && fault.is_none() && edited.is_nothing();
        edited.fault = edited.fault.or(fault);
        edited
    }

    /// What the file holds now.
    pub(super) fn read_back(&mut self) -> Edited {
        match self.open.as_ref().map(Scratch::changed) {
            None | Some(Ok(None)) => Edited::default(),
            Some(Ok(text)) => Edited {
                text,
                ..Edited::default()
            },
            Some(Err(why)) => {
                // What is no text is nobody's to throw away.
                self.open.take().map(Scratch::keep);
                failed(why.to_string())
            }
        }
    }

    /// Its text is stored: the file may go.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    fn start(&mut self, text: &str) -> Result<ExitStatus, String> {
        let command = self
            .command
            .as_ref()
            .ok_or("none is set; set VISUAL or EDITOR and start again")?;
        let paths = self.paths.as_ref();
        let paths = paths.ok_or_else(|| StoreError::NoHome.to_string())?;
        let scratch = Scratch::new(paths, text).map_err(|error| error.to_string())?;
        let terminal = input::open().map_err(|error| error.to_string())?;
        // The shell splits what is set, quotes and all, and takes the file as it is.
        let ended = Command::new("/bin/sh")
            .args(["-c", &format!("{command} \"$1\""), "failwell"])
            .arg(scratch.path())
            .stdin(terminal)
            .status();
        self.open = Some(scratch);
        ended.map_err(|error| format!("/bin/sh: {error}"))
    }
}

impl Drop for Editor {
    /// An editor in a window of its own may have written meanwhile.
    fn drop(&mut self) {
        if !matches!(self.open.as_ref().map(Scratch::changed), Some(Ok(None))) {
            self.open.take().map(Scratch::keep);
        }
    }
}

fn failed(why: String) -> Edited {
    Edited {
        fault: Some(why),
        ..Edited::default()
    }
}
