//! Where things are kept: the XDG folders. Knows variables by name; reads none itself.

use std::ffi::OsString;
use std::path::PathBuf;

use super::StoreError;

/// The three folders of failwell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Settings and packs.
    pub config_dir: PathBuf,
    /// The history: what the person would miss.
    pub data_dir: PathBuf,
    /// Drafts and the desk: what belongs to this machine.
    pub state_dir: PathBuf,
}

const APP: &str = "failwell";

/// The folders that the variables name: `XDG_*_HOME` where absolute, else below `HOME`.
///
/// # Errors
///
/// When neither names a folder.
pub fn from_env(get: impl Fn(&str) -> Option<OsString>) -> Result<Paths, StoreError> {
    let absolute = |name: &str| {
        get(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let folder = |name: &str, below_home: &str| {
        absolute(name)
            .or_else(|| Some(absolute("HOME")?.join(below_home)))
            .map(|base| base.join(APP))
            .ok_or(StoreError::NoHome)
    };
    Ok(Paths {
        config_dir: folder("XDG_CONFIG_HOME", ".config")?,
        data_dir: folder("XDG_DATA_HOME", ".local/share")?,
        state_dir: folder("XDG_STATE_HOME", ".local/state")?,
    })
}

impl Paths {
    /// The settings file.
    pub fn config(&self) -> PathBuf {
        self.config_dir.join("config.toml")
    }

    /// The history.
    pub fn history(&self) -> PathBuf {
        self.data_dir.join("history.jsonl")
    }

    /// The lock of the history: never removed.
    pub fn history_lock(&self) -> PathBuf {
        self.data_dir.join("history.lock")
    }

    /// Copies of lines that were cut off.
    pub fn quarantine(&self) -> PathBuf {
        self.data_dir.join("history.quarantine.jsonl")
    }

    /// The folder of backups.
    pub fn backups(&self) -> PathBuf {
        self.state_dir.join("backup")
    }

    /// The folder of packs.
    pub fn packs(&self) -> PathBuf {
        self.data_dir.join("packs")
    }

    /// What lies on the desk.
    pub fn desk(&self) -> PathBuf {
        self.state_dir.join("desk.json")
    }

    /// The story that is being prepared.
    pub fn plan(&self) -> PathBuf {
        self.data_dir.join("plan.json")
    }

    /// What the history leaves of itself for the question what is due.
    pub fn due(&self) -> PathBuf {
        self.state_dir.join("due.json")
    }

    /// The story bank, which a person may edit too.
    pub fn stories(&self) -> PathBuf {
        self.data_dir.join("stories.toml")
    }

    /// Its lock: never removed.
    pub fn stories_lock(&self) -> PathBuf {
        self.data_dir.join("stories.lock")
    }

    /// The folder of drafts.
    pub fn drafts(&self) -> PathBuf {
        self.state_dir.join("drafts")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(vars: &[(&str, &str)]) -> Result<Paths, StoreError> {
        from_env(|name| {
            let found = vars.iter().find(|var| var.0 == name);
            found.map(|var| OsString::from(var.1))
        })
    }

    #[test]
    fn xdg_comes_first_where_it_is_absolute() {
        let found = paths(&[
            ("HOME", "/home/a"),
            ("XDG_DATA_HOME", "/d"),
            ("XDG_STATE_HOME", "s"),
        ])
        .unwrap();
        assert_eq!(found.history(), PathBuf::from("/d/failwell/history.jsonl"));
        assert_eq!(
            found.desk(),
            PathBuf::from("/home/a/.local/state/failwell/desk.json")
        );
        assert_eq!(
            found.config(),
            PathBuf::from("/home/a/.config/failwell/config.toml")
        );
    }

    #[test]
    fn no_home_says_what_to_set() {
        let error = paths(&[("HOME", "relative")]).unwrap_err().to_string();
        assert!(error.contains("set HOME"), "{error}");
    }
}
