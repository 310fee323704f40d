//! Everything a key can mean: a closed list, the same on every screen.

use super::draft::Motion;
use crate::engine::Tip;

/// What a person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Leaves the program; what was typed is kept.
    Quit,
    /// Stops the process until it is continued.
    Suspend,
    /// Draws everything anew.
    Repaint,
    /// Changes the language everywhere.
    Language,
    /// Shows the keys of the present screen.
    Help,
    /// One level back.
    Back,
    /// Starts, opens, confirms: the main thing to do here.
    Go,
    /// Another prompt.
    Another,
    /// The samples, the tips and the steps.
    Guide,
    /// The other telling of a sample.
    OtherSide,
    /// The three steps before the first rehearsal.
    Prepare,
    /// A mock interview.
    Mock,
    /// The story bank, or which story of it an attempt tells.
    Stories,
    /// A story that is not written yet.
    NewStory,
    /// The past attempts.
    History,
    /// Shows how practice goes.
    Progress,
    /// Goes on with the unfinished answer.
    Resume,
    /// Asks whether to throw the unfinished answer away, or the attempt.
    Discard,
    /// Throws it away.
    Confirm,
    /// Asks whether the answer is finished.
    Finish,
    /// Finishes, and guesses the marks before they are shown.
    Foresee,
    /// Keeps the four dim lines on the screen, or no longer.
    Pin,
    /// Says the answer aloud, against the clock.
    Aloud,
    /// Starts the clock of that, or stops it.
    Speak,
    /// Opens the text in the person's own editor.
    Editor,
    /// Hides the clocks of the page, or shows them.
    Clocks,
    /// Moves the limit of the take by a minute.
    MoreTime,
    /// Leaves the page; the draft is kept.
    Leave,
    /// Silences a finding, or lets it count again.
    Silence,
    /// Lets tip 4 rest: it was done alone.
    Alone,
    /// Puts the rewrite that a finding offers into the text.
    Rewrite,
    /// Sets the attempt beside an earlier one.
    Compare,
    /// Takes the present text up again.
    EditText,
    /// Looks at one tip.
    Tip(Tip),
    /// Looks at the next tip.
    NextTip,
    /// Looks at the tip before.
    PreviousTip,
    /// Goes to the next mark of the tip.
    NextFinding,
    /// Goes to the mark before.
    PreviousFinding,
    /// Narrows the list down.
    Filter,
    /// Begins a note on the attempt.
    Note,
    /// Puts a character in.
    Insert(char),
    /// Ends the paragraph.
    Newline,
    /// Removes the character before the caret.
    Backspace,
    /// Removes the character after it.
    Delete,
    /// Removes the word before it.
    WordBackspace,
    /// Removes the word after it.
    WordDelete,
    /// Takes an edit back.
    Undo,
    /// Does it again.
    Redo,
    /// Keeps only the start of a long paste.
    Trim,
    /// Moves the caret, the selection or the page.
    Move(Motion),
}
