//! Which layers of keys hold together, screen by screen and state by state.

use super::Place;

/// The layers of each screen and state. What stands together here may not share a key.
pub(crate) const HOME: &[Place] = &[Place::Home, Place::Calm, Place::Anywhere];
/// Home, with an unfinished answer.
pub(crate) const OFFER: &[Place] = &[Place::Home, Place::Offer, Place::Calm, Place::Anywhere];
/// Home, asking whether to throw it away.
pub(crate) const DISCARD: &[Place] = &[Place::Discard, Place::Calm, Place::Anywhere];
/// A page of preparing.
pub(crate) const PREPARE: &[Place] = &[Place::Prepare, Place::Calm, Place::Anywhere];
/// A page of preparing where a line is typed.
pub(crate) const LINE: &[Place] = &[Place::Line, Place::Anywhere];
/// A mock before its first question.
pub(crate) const BRIEF: &[Place] = &[Place::Brief, Place::Calm, Place::Anywhere];
/// The answers of a mock.
pub(crate) const ANSWERS: &[Place] = &[Place::Answers, Place::Calm, Place::Anywhere];
/// The page.
pub(crate) const PAGE: &[Place] = &[Place::Page, Place::Anywhere];
/// The page under its bar.
pub(crate) const FINISH: &[Place] = &[Place::Finish, Place::Calm, Place::Anywhere];
/// The page while the person's own editor may be open.
pub(crate) const ELSEWHERE: &[Place] = &[Place::Elsewhere, Place::Calm, Place::Anywhere];
/// The page under its bar, once guessing is offered.
pub(crate) const FORESEE: &[Place] = &[Place::Finish, Place::Foresee, Place::Calm, Place::Anywhere];
/// The review, its marks hidden.
pub(crate) const GUESS: &[Place] = &[Place::Guess, Place::Calm, Place::Anywhere];
/// The review.
pub(crate) const REVIEW: &[Place] = &[Place::Review, Place::Calm, Place::Anywhere];
/// The answer, said aloud.
pub(crate) const ALOUD: &[Place] = &[Place::Aloud, Place::Calm, Place::Anywhere];
/// The reason for a silence.
pub(crate) const REASON: &[Place] = &[Place::Reason, Place::Anywhere];
/// Two takes compared.
pub(crate) const COMPARE: &[Place] = &[Place::Compare, Place::Calm, Place::Anywhere];
/// The list of samples, tips and steps.
pub(crate) const GUIDE: &[Place] = &[Place::Guide, Place::Calm, Place::Anywhere];
/// A tip or a step.
pub(crate) const LEAF: &[Place] = &[Place::Leaf, Place::Calm, Place::Anywhere];
/// Both tellings of a sample.
pub(crate) const SAMPLE: &[Place] = &[Place::Sample, Place::Leaf, Place::Calm, Place::Anywhere];
/// One of them at a time.
pub(crate) const ONE_SIDE: &[Place] = &[
    Place::OneSide,
    Place::Sample,
    Place::Leaf,
    Place::Calm,
    Place::Anywhere,
];
/// How practice goes.
pub(crate) const PROGRESS: &[Place] = &[Place::Progress, Place::Calm, Place::Anywhere];
/// The story bank.
pub(crate) const STORIES: &[Place] = &[Place::Stories, Place::Shelf, Place::Calm, Place::Anywhere];
/// The story bank, to choose one.
pub(crate) const PICK: &[Place] = &[Place::Pick, Place::Shelf, Place::Calm, Place::Anywhere];
/// Both tellings of a story.
pub(crate) const STORY: &[Place] = &[Place::Story, Place::Calm, Place::Anywhere];
/// One of them at a time.
pub(crate) const ONE_TELLING: &[Place] = &[
    Place::Story,
    Place::OneTelling,
    Place::Calm,
    Place::Anywhere,
];
/// A line of a story.
pub(crate) const FIELD: &[Place] = &[Place::Field, Place::Anywhere];
/// The list of past attempts.
pub(crate) const HISTORY: &[Place] = &[Place::History, Place::Calm, Place::Anywhere];
/// Its filter.
pub(crate) const FILTER: &[Place] = &[Place::Filter, Place::Anywhere];
/// A note on one of them.
pub(crate) const NOTE: &[Place] = &[Place::Note, Place::Anywhere];
/// The list, asking whether to delete one of them.
pub(crate) const ERASE: &[Place] = &[Place::Erase, Place::Calm, Place::Anywhere];
/// The list of keys, over any screen.
pub(crate) const HELP: &[Place] = &[Place::Help, Place::Anywhere];

/// Every screen and state.
pub(super) const SCREENS: &[&[Place]] = &[
    HOME,
    OFFER,
    DISCARD,
    PREPARE,
    LINE,
    BRIEF,
    ANSWERS,
    PAGE,
    FINISH,
    ELSEWHERE,
    FORESEE,
    GUESS,
    REVIEW,
    ALOUD,
    REASON,
    COMPARE,
    GUIDE,
    LEAF,
    SAMPLE,
    ONE_SIDE,
    PROGRESS,
    STORIES,
    PICK,
    STORY,
    ONE_TELLING,
    FIELD,
    HISTORY,
    FILTER,
    NOTE,
    ERASE,
    HELP,
];
