//! Everything outside the program that a command may ask about, read once at the start.

use std::ffi::{OsStr, OsString};

use crate::store::{Paths, StoreError, paths};

/// The world as it was when the program started.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// The environment.
    pub env: Vec<(OsString, OsString)>,
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
}

impl World {
    /// A variable; an empty one counts as unset, as POSIX has it for the locale.
    pub fn var(&self, name: &str) -> Option<&OsStr> {
        let (_, value) = self.env.iter().find(|(key, _)| key == name)?;
        Some(value.as_os_str()).filter(|value| !value.is_empty())
    }

    /// [`World::var`] as text; what is no text counts as unset.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.var(name)?.to_str()
    }

    /// Where things are kept.
    ///
    /// # Errors
    ///
    /// When no variable names a folder.
    pub fn paths(&self) -> Result<Paths, StoreError> {
        paths::from_env(|name| self.var(name).map(OsStr::to_owned))
    }
}
