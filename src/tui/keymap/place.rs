//! Where a key holds: the layers that screens and their states are made of. Knows no key.

/// A layer of keys. A screen has one or more at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Everywhere, even where text is typed.
    Anywhere,
    /// Everywhere but where text is typed.
    Calm,
    /// The first screen.
    Home,
    /// The first screen, while an unfinished answer waits.
    Offer,
    /// The question whether to throw it away.
    Discard,
    /// A page of preparing.
    Prepare,
    /// A page of preparing where a line is typed.
    Line,
    /// A mock before its first question.
    Brief,
    /// The answers of a mock side by side.
    Answers,
    /// The page that is typed on.
    Page,
    /// The bar that asks whether the answer is finished.
    Finish,
    /// The bar that asks whether the editor is still open.
    Elsewhere,
    /// The finishing bar, once guessing is offered.
    Foresee,
    /// The finished answer, its marks hidden.
    Guess,
    /// The finished answer beside the tips.
    Review,
    /// The finished answer, said aloud.
    Aloud,
    /// The reason for silencing a finding, while it is typed.
    Reason,
    /// Two takes compared.
    Compare,
    /// The list of samples, tips and steps.
    Guide,
    /// One of them, opened.
    Leaf,
    /// A sample with its marks.
    Sample,
    /// A sample of which one telling is shown at a time.
    OneSide,
    /// How practice goes.
    Progress,
    /// Up and down in the story bank.
    Shelf,
    /// The story bank.
    Stories,
    /// The same, to choose the story that an attempt tells.
    Pick,
    /// One story.
    Story,
    /// One story of which one language is shown at a time.
    OneTelling,
    /// A line of a story, while it is typed.
    Field,
    /// The list of past attempts.
    History,
    /// Its filter, while it is typed.
    Filter,
    /// A note on an attempt, while it is typed.
    Note,
    /// The question whether to delete an attempt.
    Erase,
    /// The list of keys.
    Help,
}
