//! The one table of keys. Matching, the footer and the help all read it; knows no screen's state.

mod chord;
mod layers;
mod place;
mod rebind;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use super::action::Action;
use super::draft::Motion;
use crate::content::words::KeyWords;
use crate::engine::Tip;
use chord::{Pressed, tip};

pub(crate) use chord::Chord;
pub(crate) use place::Place;
pub(crate) use rebind::rebind;

pub(crate) use layers::*;

/// Where a binding is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// In the footer and in the help.
    Footer,
    /// In the help only.
    Help,
    /// Nowhere: everybody knows it.
    Nowhere,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Binding {
    /// Where it holds.
    pub(crate) place: Place,
    /// Any of these; the first one is told in the footer.
    pub(crate) chords: &'static [Chord],
    /// What it means.
    pub(crate) action: Action,
    /// What it is called.
    pub(crate) label: fn(&KeyWords) -> &str,
    /// Where it is told.
    pub(crate) told: Told,
}

const fn row(
    place: Place,
    told: Told,
    chords: &'static [Chord],
    action: Action,
    label: fn(&KeyWords) -> &str,
) -> Binding {
    Binding {
        place,
        chords,
        action,
        label,
        told,
    }
}

const fn key(c: char) -> Chord {
    Chord::Key(KeyCode::Char(c))
}
const fn ctrl(c: char) -> Chord {
    Chord::Ctrl(KeyCode::Char(c))
}
const fn alt(c: char) -> Chord {
    Chord::Alt(KeyCode::Char(c))
}
const fn f(n: u8) -> Chord {
    Chord::Key(KeyCode::F(n))
}
const fn on(code: KeyCode) -> Chord {
    Chord::Key(code)
}

/// Every key. Letters always have a twin among the arrows, Tab, Enter, Esc and the F-keys, for
/// those whose input method keeps letters to itself.
#[rustfmt::skip]
pub(crate) const BINDINGS: &[Binding] = {
    use Action as A;
    use KeyCode as K;
    use Motion as M;
    use Place as P;
    use Told::{Footer, Help, Nowhere};
    &[
        row(P::Home, Footer, &[on(K::Enter)], A::Go, |w| &w.start),
        row(P::Home, Footer, &[key('r'), f(2)], A::Another, |w| &w.another),
        row(P::Home, Footer, &[key('p'), f(3)], A::Prepare, |w| &w.prepare),
        row(P::Home, Footer, &[key('m'), f(7)], A::Mock, |w| &w.mock),
        row(P::Home, Footer, &[key('h'), f(5)], A::History, |w| &w.history),
        row(P::Home, Footer, &[key('w'), f(12)], A::Progress, |w| &w.progress),
        row(P::Home, Footer, &[key('t'), f(11)], A::Stories, |w| &w.stories),
        row(P::Home, Footer, &[key('s'), f(9)], A::Guide, |w| &w.guide),
        row(P::Home, Footer, &[key('q'), f(10)], A::Quit, |w| &w.quit),
        row(P::Offer, Help, &[key('g'), f(6)], A::Resume, |w| &w.resume),
        row(P::Offer, Help, &[key('x'), f(8)], A::Discard, |w| &w.discard),
        row(P::Discard, Footer, &[on(K::Enter)], A::Confirm, |w| &w.confirm_discard),
        row(P::Discard, Footer, &[on(K::Esc), f(10)], A::Back, |w| &w.keep_draft),

        row(P::Prepare, Footer, &[on(K::Enter), on(K::Right), on(K::PageDown), on(K::Tab), key(' ')], A::Move(M::PageDown), |w| &w.read_on),
        row(P::Prepare, Footer, &[on(K::Left), on(K::PageUp), on(K::BackTab)], A::Move(M::PageUp), |w| &w.read_before),
        row(P::Prepare, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),

        row(P::Line, Footer, &[on(K::Enter)], A::Go, |w| &w.next_line),
        row(P::Line, Footer, &[on(K::Down), on(K::Tab)], A::Move(M::Down), |w| &w.line_down),
        row(P::Line, Help, &[on(K::Up), on(K::BackTab)], A::Move(M::Up), |w| &w.line_up),
        row(P::Line, Footer, &[on(K::PageDown)], A::Move(M::PageDown), |w| &w.next_page),
        row(P::Line, Help, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.previous_page),
        row(P::Line, Footer, &[on(K::Esc), f(10)], A::Back, |w| &w.back),
        row(P::Line, Help, &[ctrl('w'), Chord::Alt(K::Backspace), ctrl('h'), Chord::Ctrl(K::Backspace)], A::WordBackspace, |w| &w.delete_word),
        row(P::Line, Nowhere, &[on(K::Backspace)], A::Backspace, |w| &w.backspace),

        row(P::Brief, Footer, &[on(K::Enter)], A::Go, |w| &w.start),
        row(P::Brief, Footer, &[on(K::Right), key('+'), on(K::Up), on(K::Tab)], A::Move(M::Right), |w| &w.more_questions),
        row(P::Brief, Footer, &[on(K::Left), key('-'), on(K::Down), on(K::BackTab)], A::Move(M::Left), |w| &w.fewer_questions),
        row(P::Brief, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),

        row(P::Answers, Footer, &[on(K::Enter)], A::Go, |w| &w.open),
        row(P::Answers, Footer, &[on(K::Right), on(K::Down), on(K::Tab), key('n')], A::Move(M::Right), |w| &w.next_answer),
        row(P::Answers, Help, &[on(K::Left), on(K::Up), on(K::BackTab), key('p')], A::Move(M::Left), |w| &w.previous_answer),
        row(P::Answers, Footer, &[key('h'), f(5)], A::History, |w| &w.history),
        row(P::Answers, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),

        row(P::Page, Footer, &[ctrl('d'), on(K::Esc)], A::Finish, |w| &w.finish),
        row(P::Page, Footer, &[f(3)], A::Pin, |w| &w.pin),
        row(P::Page, Help, &[f(2), alt('e')], A::Editor, |w| &w.editor),
        row(P::Page, Help, &[f(9)], A::Clocks, |w| &w.clocks),
        row(P::Page, Help, &[f(8)], A::MoreTime, |w| &w.more_time),
        row(P::Page, Help, &[ctrl('z')], A::Undo, |w| &w.undo),
        row(P::Page, Help, &[ctrl('y')], A::Redo, |w| &w.redo),
        row(P::Page, Help, &[f(7), alt('t')], A::Trim, |w| &w.trim),
        row(P::Page, Help, &[ctrl('w'), Chord::Alt(K::Backspace), ctrl('h'), Chord::Ctrl(K::Backspace)], A::WordBackspace, |w| &w.delete_word),
        row(P::Page, Help, &[alt('d'), Chord::Ctrl(K::Delete)], A::WordDelete, |w| &w.delete_next),
        row(P::Page, Help, &[Chord::Ctrl(K::Left), alt('b'), Chord::Alt(K::Left)], A::Move(M::WordLeft), |w| &w.word_left),
        row(P::Page, Help, &[Chord::Ctrl(K::Right), alt('f'), Chord::Alt(K::Right)], A::Move(M::WordRight), |w| &w.word_right),
        row(P::Page, Help, &[on(K::Home), ctrl('a')], A::Move(M::LineStart), |w| &w.line_start),
        row(P::Page, Help, &[on(K::End), ctrl('e')], A::Move(M::LineEnd), |w| &w.line_end),
        row(P::Page, Help, &[Chord::Ctrl(K::Home)], A::Move(M::TextStart), |w| &w.text_start),
        row(P::Page, Help, &[Chord::Ctrl(K::End)], A::Move(M::TextEnd), |w| &w.text_end),
        row(P::Page, Help, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),
        row(P::Page, Help, &[on(K::PageDown)], A::Move(M::PageDown), |w| &w.page_down),
        row(P::Page, Nowhere, &[on(K::Enter)], A::Newline, |w| &w.newline),
        row(P::Page, Nowhere, &[on(K::Left)], A::Move(M::Left), |w| &w.left),
        row(P::Page, Nowhere, &[on(K::Right)], A::Move(M::Right), |w| &w.right),
        row(P::Page, Nowhere, &[on(K::Up)], A::Move(M::Up), |w| &w.up),
        row(P::Page, Nowhere, &[on(K::Down)], A::Move(M::Down), |w| &w.down),
        row(P::Page, Nowhere, &[on(K::Backspace)], A::Backspace, |w| &w.backspace),
        row(P::Page, Nowhere, &[on(K::Delete)], A::Delete, |w| &w.delete),

        row(P::Finish, Footer, &[on(K::Enter)], A::Go, |w| &w.mark),
        row(P::Finish, Footer, &[on(K::Esc)], A::Back, |w| &w.keep_writing),
        row(P::Finish, Footer, &[key('q'), f(10)], A::Leave, |w| &w.leave),

        row(P::Elsewhere, Footer, &[on(K::Enter)], A::Go, |w| &w.fetch),
        row(P::Elsewhere, Footer, &[on(K::Esc)], A::Back, |w| &w.editor_done),

        row(P::Foresee, Help, &[key('g'), f(6)], A::Foresee, |w| &w.foresee),

        row(P::Guess, Footer, &[Chord::Digit], A::Tip(Tip::Learned), |w| &w.guess),
        row(P::Guess, Footer, &[on(K::Enter)], A::Go, |w| &w.reveal),
        row(P::Guess, Footer, &[on(K::Esc), f(10)], A::Back, |w| &w.no_guess),

        row(P::Review, Footer, &[on(K::Enter)], A::Go, |w| &w.again),
        row(P::Review, Footer, &[Chord::Digit], A::Tip(Tip::Learned), |w| &w.tip),
        row(P::Review, Help, &[on(K::Down), on(K::Tab)], A::NextTip, |w| &w.next_tip),
        row(P::Review, Help, &[on(K::Up), on(K::BackTab)], A::PreviousTip, |w| &w.previous_tip),
        row(P::Review, Footer, &[key('n'), on(K::Right)], A::NextFinding, |w| &w.next_mark),
        row(P::Review, Help, &[on(K::Left), key('p')], A::PreviousFinding, |w| &w.previous_mark),
        row(P::Review, Help, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),
        row(P::Review, Help, &[on(K::PageDown), key(' ')], A::Move(M::PageDown), |w| &w.page_down),
        row(P::Review, Footer, &[key('e'), f(2)], A::EditText, |w| &w.edit),
        row(P::Review, Footer, &[key('h'), f(5)], A::History, |w| &w.history),
        row(P::Review, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Review, Help, &[key('a'), f(6)], A::Rewrite, |w| &w.rewrite),
        row(P::Review, Help, &[key('x'), f(8)], A::Silence, |w| &w.silence),
        row(P::Review, Help, &[key('t'), f(11)], A::Stories, |w| &w.story_of),
        row(P::Review, Help, &[key('i'), f(9)], A::Alone, |w| &w.alone),
        row(P::Review, Footer, &[key('c'), f(7)], A::Compare, |w| &w.compare),

        row(P::Review, Help, &[key('s'), f(12)], A::Aloud, |w| &w.aloud),

        row(P::Aloud, Footer, &[key(' '), on(K::Enter)], A::Speak, |w| &w.start_stop),
        row(P::Aloud, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),

        row(P::Reason, Footer, &[on(K::Enter)], A::Go, |w| &w.reason_done),
        row(P::Reason, Footer, &[on(K::Esc)], A::Back, |w| &w.reason_drop),
        row(P::Reason, Nowhere, &[on(K::Backspace)], A::Backspace, |w| &w.backspace),
        row(P::Reason, Footer, &[f(1)], A::Help, |w| &w.help),

        row(P::Compare, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Compare, Footer, &[on(K::PageDown), key(' ')], A::Move(M::PageDown), |w| &w.page_down),
        row(P::Compare, Footer, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),
        row(P::Compare, Help, &[on(K::Up), key('k')], A::Move(M::Up), |w| &w.up),
        row(P::Compare, Help, &[on(K::Down), key('j')], A::Move(M::Down), |w| &w.down),
        row(P::Compare, Help, &[on(K::Home)], A::Move(M::TextStart), |w| &w.first),
        row(P::Compare, Help, &[on(K::End)], A::Move(M::TextEnd), |w| &w.last),

        row(P::Guide, Footer, &[on(K::Enter)], A::Go, |w| &w.open),
        row(P::Guide, Footer, &[Chord::Digit], A::Tip(Tip::Learned), |w| &w.tip),
        row(P::Guide, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Guide, Help, &[on(K::Up), key('k'), on(K::BackTab)], A::Move(M::Up), |w| &w.up),
        row(P::Guide, Help, &[on(K::Down), key('j'), on(K::Tab)], A::Move(M::Down), |w| &w.down),
        row(P::Guide, Help, &[on(K::Home)], A::Move(M::TextStart), |w| &w.first),
        row(P::Guide, Help, &[on(K::End)], A::Move(M::TextEnd), |w| &w.last),

        row(P::OneSide, Footer, &[on(K::Tab)], A::OtherSide, |w| &w.other_side),
        row(P::Sample, Footer, &[Chord::Digit], A::Tip(Tip::Learned), |w| &w.tip),
        row(P::Leaf, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Leaf, Footer, &[on(K::Right), key('n')], A::Move(M::Right), |w| &w.next_leaf),
        row(P::Leaf, Help, &[on(K::Left), key('p')], A::Move(M::Left), |w| &w.previous_leaf),
        row(P::Leaf, Help, &[on(K::Up), key('k')], A::Move(M::Up), |w| &w.up),
        row(P::Leaf, Help, &[on(K::Down), key('j')], A::Move(M::Down), |w| &w.down),
        row(P::Leaf, Help, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),
        row(P::Leaf, Help, &[on(K::PageDown), key(' ')], A::Move(M::PageDown), |w| &w.page_down),

        row(P::Progress, Footer, &[on(K::Right), key('n')], A::Move(M::Right), |w| &w.next_view),
        row(P::Progress, Help, &[on(K::Left), key('p')], A::Move(M::Left), |w| &w.previous_view),
        row(P::Progress, Footer, &[on(K::Tab)], A::OtherSide, |w| &w.other_view),
        row(P::Progress, Footer, &[key('h'), f(5)], A::History, |w| &w.history),
        row(P::Progress, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Progress, Help, &[on(K::Up), key('k')], A::Move(M::Up), |w| &w.up),
        row(P::Progress, Help, &[on(K::Down), key('j')], A::Move(M::Down), |w| &w.down),
        row(P::Progress, Help, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),
        row(P::Progress, Help, &[on(K::PageDown), key(' ')], A::Move(M::PageDown), |w| &w.page_down),

        row(P::Stories, Footer, &[on(K::Enter)], A::Go, |w| &w.open),
        row(P::Stories, Footer, &[key('n'), f(2)], A::NewStory, |w| &w.new_story),
        row(P::Stories, Footer, &[key('d'), on(K::Delete)], A::Discard, |w| &w.delete_attempt),
        row(P::Stories, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Pick, Footer, &[on(K::Enter)], A::Go, |w| &w.this_story),
        row(P::Pick, Footer, &[key('x'), f(8)], A::Discard, |w| &w.no_story),
        row(P::Pick, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Shelf, Help, &[on(K::Up), key('k'), on(K::BackTab)], A::Move(M::Up), |w| &w.up),
        row(P::Shelf, Help, &[on(K::Down), key('j'), on(K::Tab)], A::Move(M::Down), |w| &w.down),
        row(P::Shelf, Help, &[on(K::Home)], A::Move(M::TextStart), |w| &w.first),
        row(P::Shelf, Help, &[on(K::End)], A::Move(M::TextEnd), |w| &w.last),

        row(P::Story, Footer, &[on(K::Enter)], A::Go, |w| &w.tell_story),
        row(P::Story, Footer, &[key('e'), f(2)], A::EditText, |w| &w.edit),
        row(P::OneTelling, Footer, &[on(K::Tab)], A::OtherSide, |w| &w.other_language),
        row(P::Story, Footer, &[on(K::Right), key('n')], A::Move(M::Right), |w| &w.next_story),
        row(P::Story, Help, &[on(K::Left), key('p')], A::Move(M::Left), |w| &w.previous_story),
        row(P::Story, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::Story, Help, &[on(K::Up), key('k')], A::Move(M::Up), |w| &w.up),
        row(P::Story, Help, &[on(K::Down), key('j')], A::Move(M::Down), |w| &w.down),
        row(P::Story, Help, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),
        row(P::Story, Help, &[on(K::PageDown), key(' ')], A::Move(M::PageDown), |w| &w.page_down),

        row(P::Field, Footer, &[on(K::Enter), on(K::Down), on(K::Tab)], A::Go, |w| &w.next_line),
        row(P::Field, Footer, &[on(K::Up), on(K::BackTab)], A::Move(M::Up), |w| &w.line_up),
        row(P::Field, Footer, &[on(K::Esc), f(10)], A::Back, |w| &w.field_done),
        row(P::Field, Help, &[ctrl('w'), Chord::Alt(K::Backspace), ctrl('h'), Chord::Ctrl(K::Backspace)], A::WordBackspace, |w| &w.delete_word),
        row(P::Field, Nowhere, &[on(K::Backspace)], A::Backspace, |w| &w.backspace),

        row(P::History, Footer, &[on(K::Enter)], A::Go, |w| &w.open),
        row(P::History, Footer, &[key('/'), f(3)], A::Filter, |w| &w.filter),
        row(P::History, Footer, &[on(K::Esc), key('q'), f(10)], A::Back, |w| &w.back),
        row(P::History, Footer, &[key('m'), f(6)], A::Note, |w| &w.note),
        row(P::History, Footer, &[key('d'), on(K::Delete)], A::Discard, |w| &w.delete_attempt),
        row(P::History, Footer, &[key('c'), f(7)], A::Compare, |w| &w.compare),
        row(P::History, Help, &[key('s'), f(12)], A::Aloud, |w| &w.aloud),
        row(P::History, Help, &[on(K::Up), key('k'), on(K::BackTab)], A::Move(M::Up), |w| &w.up),
        row(P::History, Help, &[on(K::Down), key('j'), on(K::Tab)], A::Move(M::Down), |w| &w.down),
        row(P::History, Help, &[on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),
        row(P::History, Help, &[on(K::PageDown)], A::Move(M::PageDown), |w| &w.page_down),
        row(P::History, Help, &[on(K::Home)], A::Move(M::TextStart), |w| &w.first),
        row(P::History, Help, &[on(K::End)], A::Move(M::TextEnd), |w| &w.last),

        row(P::Filter, Footer, &[on(K::Enter), on(K::Down)], A::Go, |w| &w.filter_done),
        row(P::Filter, Footer, &[on(K::Esc)], A::Back, |w| &w.filter_clear),
        row(P::Filter, Nowhere, &[on(K::Backspace)], A::Backspace, |w| &w.backspace),

        row(P::Note, Footer, &[on(K::Enter)], A::Go, |w| &w.note_done),
        row(P::Note, Footer, &[on(K::Esc)], A::Back, |w| &w.note_drop),
        row(P::Note, Nowhere, &[on(K::Backspace)], A::Backspace, |w| &w.backspace),

        row(P::Erase, Footer, &[on(K::Enter)], A::Confirm, |w| &w.confirm_delete),
        row(P::Erase, Footer, &[on(K::Esc), f(10)], A::Back, |w| &w.keep_attempt),

        row(P::Help, Footer, &[on(K::Esc), on(K::Enter), key('q'), key('?'), f(1)], A::Back, |w| &w.close),
        row(P::Help, Help, &[on(K::Down), on(K::Tab), on(K::PageDown), key(' ')], A::Move(M::PageDown), |w| &w.page_down),
        row(P::Help, Help, &[on(K::Up), on(K::BackTab), on(K::PageUp)], A::Move(M::PageUp), |w| &w.page_up),

        row(P::Calm, Footer, &[key('?'), f(1)], A::Help, |w| &w.help),
        row(P::Calm, Help, &[ctrl('z')], A::Suspend, |w| &w.suspend),
        row(P::Page, Footer, &[f(1)], A::Help, |w| &w.help),
        row(P::Line, Footer, &[f(1)], A::Help, |w| &w.help),
        row(P::Field, Footer, &[f(1)], A::Help, |w| &w.help),
        row(P::Filter, Footer, &[f(1)], A::Help, |w| &w.help),
        row(P::Note, Footer, &[f(1)], A::Help, |w| &w.help),
        row(P::Anywhere, Help, &[f(4)], A::Language, |w| &w.language),
        row(P::Anywhere, Help, &[ctrl('l')], A::Repaint, |w| &w.repaint),
        row(P::Anywhere, Help, &[ctrl('c')], A::Quit, |w| &w.quit),
    ]
};

/// Whether text is typed in these places, so that a character is a character.
pub(crate) fn takes_text(places: &[Place]) -> bool {
    [
        Place::Page,
        Place::Line,
        Place::Field,
        Place::Filter,
        Place::Note,
        Place::Reason,
    ]
    .iter()
    .any(|place| places.contains(place))
}

/// The keys of one run: the table, or the table with what a person has put in their place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys(&'static [Binding]);

impl Keys {
    /// The table as it stands.
    pub(crate) const DEFAULT: Self = Self(BINDINGS);

    /// The bindings of these places, in the order of the table.
    pub(crate) fn of(self, places: &[Place]) -> impl Iterator<Item = &'static Binding> {
        let holds = move |binding: &&Binding| places.contains(&binding.place);
        self.0.iter().filter(holds)
    }

    /// What a key means in these places.
    pub(crate) fn action(self, places: &[Place], event: KeyEvent) -> Option<Action> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let typing = takes_text(places);
        let pressed = Pressed::new(event, typing);
        let bound = self.of(places).find_map(|binding| {
            let hit = binding.chords.iter().find(|chord| pressed.is(**chord))?;
            match (hit, pressed.code) {
                (Chord::Digit, KeyCode::Char(c)) => tip(c).map(Action::Tip),
                _ => Some(binding.action),
            }
        });
        match pressed {
            _ if bound.is_some() => bound,
            Pressed {
                code: KeyCode::Char(c),
                ctrl: false,
                alt,
            } if typing && !(alt && c.is_ascii_alphabetic()) => Some(Action::Insert(c)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
