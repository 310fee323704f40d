//! The past attempts in memory. Knows nothing of files.

use super::record::Record;

/// Everything that could be read from the history file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The attempts, oldest first.
    pub attempts: Vec<Record>,
    /// Lines that could not be read (torn, newer, foreign). They stay in the file as they are.
    pub unread: usize,
}
