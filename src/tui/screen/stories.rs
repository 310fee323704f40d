//! The story bank: a list, one story in both languages, and its lines while they are typed. Knows
//! stories and what was found out about them; knows no files.

mod edit;
mod list;
mod whole;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::review::Review;
use super::{Look, margins};
use crate::content::words::fill;
use crate::engine::{Kind, Lang};
use crate::practice::prepare::worth;
use crate::practice::story::{Story, Use, free_id};
use crate::tui::action::Action;
use crate::tui::draft::Motion;
use crate::tui::keymap::{self, Place};
use crate::tui::say;
use crate::tui::widget::text;
use edit::Edit;

/// A story with what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Known {
    pub(crate) story: Story,
    pub(crate) told: Use,
    /// What it turns on.
    pub(crate) kind: Option<Kind>,
}

/// The bank as it is looked at.
#[derive(Debug)]
pub(crate) struct Stories {
    shelf: Shelf,
    selected: usize,
    view: View,
    /// The attempt that is to be linked, or nothing is.
    pub(crate) back: Option<Box<Review>>,
    /// What was just done, or why it could not be.
    pub(crate) notice: Option<String>,
}

/// What has come of reading the file.
#[derive(Debug)]
enum Shelf {
    Waiting,
    Read(Vec<Known>),
    /// Why it could not be read, and the cure.
    Broken(String),
}

#[derive(Debug)]
enum View {
    List,
    /// The list, asking whether to delete the selected story.
    Erase,
    /// One story: rows above what is shown, and the language that is, where only one has room.
    Whole {
        scroll: usize,
        other: bool,
    },
    Edit(Box<Edit>),
}

/// What a key asks of the program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wish {
    /// Nothing.
    None,
    /// Keep this story.
    Keep(Box<Story>),
    /// Delete this story.
    Delete(String),
    /// Rehearse it.
    Tell(Box<Story>),
    /// The attempt tells this one, or none.
    Link(Option<String>),
    /// It is over.
    Leave,
}

impl Stories {
    /// Before the file is read. With an attempt, one of them is chosen for it.
    pub(crate) fn waiting(back: Option<Box<Review>>) -> Self {
        Self {
            shelf: Shelf::Waiting,
            selected: 0,
            view: View::List,
            back,
            notice: None,
        }
    }

    /// The file is read, or it could not be.
    pub(crate) fn arrive(&mut self, read: Result<Vec<Known>, String>) {
        let here = self.known().map(|known| known.story.id.clone());
        self.shelf = match read {
            Ok(all) => Shelf::Read(all),
            Err(why) => Shelf::Broken(why),
        };
        let same = |known: &Known| Some(&known.story.id) == here.as_ref();
        let last = self.all().len().saturating_sub(1);
        let here = self.all().iter().position(same);
        self.selected = here.unwrap_or(self.selected.min(last));
    }

    /// The layers of keys that hold now.
    pub(crate) fn places(&self, area: Rect) -> &'static [Place] {
        match &self.view {
            View::List if self.back.is_some() => keymap::PICK,
            View::List => keymap::STORIES,
            View::Erase => keymap::ERASE,
            View::Whole { .. } if whole::both(area) => keymap::STORY,
            View::Whole { .. } => keymap::ONE_TELLING,
            View::Edit(_) => keymap::FIELD,
        }
    }

    /// Does what a key asks for, as far as that is a matter of this screen.
    pub(crate) fn update(&mut self, action: Action, look: &Look, area: Rect) -> Wish {
        self.notice = None;
        match &mut self.view {
            View::List => self.on_list(action),
            View::Erase => self.on_erase(action),
            View::Whole { .. } => self.on_whole(action, look, area),
            View::Edit(_) => self.on_edit(action),
        }
    }

    /// Adds text to the line that is typed.
    pub(crate) fn type_in(&mut self, text: &str) -> Wish {
        let View::Edit(edit) = &mut self.view else {
            return Wish::None;
        };
        edit.type_in(text);
        self.typed()
    }

    fn on_list(&mut self, action: Action) -> Wish {
        match action {
            Action::Back => return Wish::Leave,
            Action::Go => {
                let Some(known) = self.known() else {
                    return Wish::None;
                };
                if self.back.is_some() {
                    return Wish::Link(Some(known.story.id.clone()));
                }
                self.open();
            }
            Action::Discard if self.back.is_some() => return Wish::Link(None),
            Action::Discard if self.known().is_some() => self.view = View::Erase,
            Action::NewStory => self.begin(),
            Action::Move(motion) => {
                let last = self.all().len().saturating_sub(1);
                self.selected = match motion {
                    Motion::Up => self.selected.saturating_sub(1),
                    Motion::Down => (self.selected + 1).min(last),
                    Motion::TextStart => 0,
                    Motion::TextEnd => last,
                    _ => self.selected,
                };
            }
            _ => {}
        }
        Wish::None
    }

    /// Nothing but a yes deletes.
    fn on_erase(&mut self, action: Action) -> Wish {
        self.view = View::List;
        match self.known() {
            Some(known) if action == Action::Confirm => Wish::Delete(known.story.id.clone()),
            _ => Wish::None,
        }
    }

    fn on_whole(&mut self, action: Action, look: &Look, area: Rect) -> Wish {
        let last = self.all().len().saturating_sub(1);
        match action {
            Action::Back => self.view = View::List,
            Action::Go => {
                let story = self.known().map(|known| Box::new(known.story.clone()));
                return story.map_or(Wish::None, Wish::Tell);
            }
            Action::EditText => {
                if let Some(known) = self.known() {
                    self.view = View::Edit(Box::new(Edit::new(known.story.clone(), look.lang)));
                }
            }
            Action::Move(Motion::Right) => {
                self.selected = (self.selected + 1).min(last);
                self.open();
            }
            Action::Move(Motion::Left) => {
                self.selected = self.selected.saturating_sub(1);
                self.open();
            }
            Action::OtherSide => {
                if let View::Whole { scroll, other } = &mut self.view {
                    (*scroll, *other) = (0, !*other);
                }
            }
            Action::Move(motion) => {
                let most = self.rows_below(look, area);
                if let View::Whole { scroll, .. } = &mut self.view {
                    *scroll = whole::scrolled(*scroll, motion, most, area);
                }
            }
            _ => {}
        }
        Wish::None
    }

    fn on_edit(&mut self, action: Action) -> Wish {
        let View::Edit(edit) = &mut self.view else {
            return Wish::None;
        };
        if action == Action::Back {
            self.open();
            if self.known().is_none() {
                self.view = View::List;
            }
            return Wish::None;
        }
        if edit.update(action) {
            return self.typed();
        }
        Wish::None
    }

    /// What is typed is kept at once, here and on the disk.
    fn typed(&mut self) -> Wish {
        let View::Edit(edit) = &self.view else {
            return Wish::None;
        };
        let story = edit.story.clone();
        if let Shelf::Read(all) = &mut self.shelf {
            let known = all.iter_mut().find(|known| known.story.id == story.id);
            if let Some(known) = known {
                known.story.clone_from(&story);
            } else {
                self.selected = all.len();
                all.push(Known {
                    story: story.clone(),
                    told: Use::default(),
                    kind: None,
                });
            }
        }
        Wish::Keep(Box::new(story))
    }

    /// A story that has nothing yet; a bank that cannot be read takes none.
    fn begin(&mut self) {
        if !matches!(self.shelf, Shelf::Read(_)) {
            return;
        }
        let stories: Vec<Story> = self.all().iter().map(|known| known.story.clone()).collect();
        let story = Story {
            id: free_id(&stories),
            ..Story::default()
        };
        self.view = View::Edit(Box::new(Edit::new(story, Lang::En)));
    }

    /// Which language is typed.
    pub(crate) fn speak(&mut self, lang: Lang) {
        if let View::Edit(edit) = &mut self.view {
            edit.lang = lang;
        }
    }

    /// Screens the story that was typed, once it is left.
    pub(crate) fn screen(&mut self, turns_on: impl Fn(&Story) -> Option<Kind>) {
        if !matches!(self.view, View::Edit(_))
            && let Shelf::Read(all) = &mut self.shelf
            && let Some(known) = all.get_mut(self.selected)
        {
            known.kind = turns_on(&known.story);
        }
    }

    fn open(&mut self) {
        self.view = View::Whole {
            scroll: 0,
            other: false,
        };
    }

    fn all(&self) -> &[Known] {
        match &self.shelf {
            Shelf::Read(all) => all,
            _ => &[],
        }
    }

    fn known(&self) -> Option<&Known> {
        self.all().get(self.selected)
    }

    /// Draws the screen and says where the caret stands.
    pub(crate) fn draw(
        &self,
        look: &Look,
        places: &[Place],
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let mut caret = None;
        match &self.view {
            View::Edit(edit) => caret = Some(edit.draw(look, places, area, buf)),
            View::Whole { scroll, other } => {
                self.draw_whole(look, places, *scroll, *other, area, buf);
            }
            View::List | View::Erase => self.draw_list(look, places, area, buf),
        }
        if let Some((notice, style)) = self.told(look) {
            let above_keys = Rect {
                height: 1,
                ..text::bottom(margins(area), 2)
            };
            Clear.render(above_keys, buf);
            text::row(
                buf,
                above_keys,
                &[("! ", look.theme.accent), (&notice, style)],
            );
        }
        caret
    }

    /// What is asked, or what was just done.
    fn told(&self, look: &Look) -> Option<(String, Style)> {
        if let (View::Erase, Some(known)) = (&self.view, self.known()) {
            let title = known.story.title(look.lang);
            let ask = fill(&look.words.story.erase, &[title]);
            return Some((ask, look.theme.strong));
        }
        Some((self.notice.clone()?, look.theme.text))
    }
}

/// The shape and the style of what a story turns on.
fn sign(look: &Look, kind: Option<Kind>) -> (&'static str, Style) {
    kind.map_or(("-", look.theme.dim), |kind| {
        let verdict = worth(kind);
        (say::shape(verdict), look.theme.verdict(verdict))
    })
}

/// Whether a story is told in a language, in three cells.
fn badge(story: &Story, lang: Lang) -> &'static str {
    match (
        story
            .telling(lang)
            .is_some_and(|telling| !telling.is_empty()),
        lang,
    ) {
        (true, Lang::En) => "en ",
        (true, Lang::Zh) => "zh ",
        (false, _) => "-- ",
    }
}
