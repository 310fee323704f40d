//! The words of `failwell history` and `failwell doctor`. Included by `build.rs` too, so it may
//! name nothing but serde.

use serde::{Deserialize, Serialize};

/// What `failwell history` says when it changes or writes something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastWords {
    /// "{} [y/N]"
    pub ask: String,
    /// "this cannot be undone; add --yes …"
    pub needs_yes: String,
    /// "nothing was changed"
    pub no_change: String,
    /// "a note needs a word at least"
    pub empty_note: String,
    /// "a note holds 64 KiB at most; …"
    pub long_note: String,
    /// "noted on {}"
    pub noted: String,
    /// "noted on {}, in a file beside the history, …"
    pub noted_beside: String,
    /// "silenced, so it does not count: \"{}\" ({})": the mark, and why
    pub silenced: String,
    /// "tip 4 rests: {}": why
    pub rests: String,
    /// "Delete the attempt {} of {} for good?"
    pub delete_ask: String,
    /// "These files hold the attempt {}, and it would go from them:"
    pub would_delete: String,
    /// "The attempt {} is gone."
    pub deleted: String,
    /// "{}; `failwell history delete {} --backups` removes it there too:"
    pub in_backups: String,
    /// "--bom is for tables; …"
    pub bom_only_csv: String,
    /// "{} written to {}"
    pub exported: String,
    /// "new lines: {}, known: {}, removed because deleted on the other side: {}"
    pub merged: String,
    /// The same, before it is done.
    pub would_merge: String,
    /// "there is nothing beside the history to join"
    pub nothing_beside: String,
    /// "as it was before: {}"
    pub before: String,
    /// "Put {} in the place of the history? …"
    pub restore_ask: String,
    /// "{} would take the place of the history, …"
    pub would_restore: String,
    /// "the history is now as in {}"
    pub restored: String,
}

/// What `failwell doctor` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoctorWords {
    /// "failwell {}, rules {}, history lines of version {}"
    pub versions: String,
    /// "{} attempts, {} notes, {} deleted; {} lines of later kinds, {} that cannot be read"
    pub counts: String,
    /// "lock"
    pub lock: String,
    /// "nothing has been written yet"
    pub lock_none: String,
    /// "free"
    pub lock_free: String,
    /// "held by another program"
    pub lock_held: String,
    /// "cannot be told"
    pub lock_unknown: String,
    /// "terminal"
    pub terminal: String,
    /// "none"
    pub no_terminal: String,
    /// "language and time zone"
    pub language: String,
    /// "settings"
    pub config: String,
    /// "folder of the history"
    pub data: String,
    /// "history"
    pub history: String,
    /// "copies of lines cut off"
    pub quarantine: String,
    /// "folder of drafts and backups"
    pub state: String,
    /// "what waits"
    pub desk: String,
    /// "draft"
    pub draft: String,
    /// "backup"
    pub backup: String,
    /// "folder of packs"
    pub packs: String,
    /// "pack"
    pub pack: String,
    /// "prepared story"
    pub plan: String,
    /// "stories"
    pub stories: String,
    /// "not there"
    pub not_there: String,
    /// "All is as it should be."
    pub well: String,
    /// "{} has mode {}: others can read it; chmod {} '{}'"
    pub too_open: String,
    /// "{} cannot be written to: …"
    pub read_only: String,
    /// "{}, line {}: cannot be read; …"
    pub broken: String,
}
