//! The way through the story bank: looked at, written, told, linked to an attempt. Knows what follows
//! what; draws nothing.

use std::path::Path;

use super::flow::Asked;
use super::{App, Screen};
use crate::content::fits;
use crate::content::words::fill;
use crate::practice::event::{Link, Stamp};
use crate::practice::now::Now;
use crate::practice::prompt::Prompt;
use crate::practice::record::How;
use crate::practice::story::{self, Story, Use};
use crate::tui::action::Action;
use crate::tui::program::Effect;
use crate::tui::screen::rehearse::{Hints, Rehearse};
use crate::tui::screen::stories::{Known, Stories, Wish};

impl App {
    /// The bank, read anew each time: a person may have written in it.
    pub(super) fn open_stories(&mut self) {
        self.effects.push(Effect::LoadStories);
        self.screen = Screen::Stories(Box::new(Stories::waiting(None)));
    }

    /// The bank, to choose the story that the attempt under review tells.
    pub(super) fn choose_story(&mut self) {
        self.effects.push(Effect::LoadStories);
        let review = match std::mem::replace(&mut self.screen, Screen::Home) {
            Screen::Review(review) => Some(review),
            _ => None,
        };
        self.screen = Screen::Stories(Box::new(Stories::waiting(review)));
    }

    pub(super) fn on_stories(&mut self, now: Now, action: Action) {
        if let Screen::Stories(page) = &mut self.screen {
            let wish = page.update(action, &self.look, self.area);
            self.grant_story(now, wish);
        }
        let (screening, lang) = (self.screening, self.look.lang);
        if let Screen::Stories(page) = &mut self.screen {
            page.screen(|story| story.facts(lang).and_then(|facts| screening(&facts)));
        }
    }

    pub(super) fn grant_story(&mut self, now: Now, wish: Wish) {
        match wish {
            Wish::None => {}
            Wish::Keep(story) => self.effects.push(Effect::SaveStory(story)),
            Wish::Delete(id) => {
                let wall = now.wall;
                self.effects.push(Effect::DeleteStory { id, wall });
            }
            Wish::Tell(story) => self.tell_story(now, *story),
            Wish::Link(story) => self.link_story(now, story.as_deref()),
            Wish::Leave => self.leave_stories(),
        }
    }

    fn leave_stories(&mut self) {
        let back = match &mut self.screen {
            Screen::Stories(page) => page.back.take(),
            _ => None,
        };
        if let Some(review) = back {
            self.screen = Screen::Review(review);
        } else {
            self.effects.push(Effect::LoadBank);
            self.go_home();
        }
    }

    /// An empty page for the prompt that fits the story best and was seen least recently, its four
    /// lines beside it.
    fn tell_story(&mut self, now: Now, story: Story) {
        let fitting = fits::prompts(self.look.library, &story);
        let seen = |prompt: &&&Prompt| self.desk.seen.iter().position(|id| *id == prompt.id);
        let Some(prompt) = fitting.iter().min_by_key(seen) else {
            return;
        };
        let asked = Asked {
            prompt: prompt.id.clone(),
            text: prompt.text.get(self.look.lang).clone(),
        };
        let mut take = self.take(now, asked, How::Fresh, self.desk.goal);
        take.story = Some(story.id.clone());
        self.bank.retain(|known| known.id != story.id);
        self.bank.push(story);
        self.show_page(Rehearse::new(take, "", 0, self.settings.rate));
    }

    /// Lays the lines beside the page: those of its story, else those that were prepared.
    pub(super) fn lay_lines(&mut self) {
        let Screen::Rehearse(page) = &mut self.screen else {
            return;
        };
        let Some(story) = &page.take.story else {
            page.plan.clone_from(&self.plan);
            return;
        };
        match self.bank.iter().find(|known| known.id == *story) {
            Some(story) => {
                page.plan = story.skeleton(self.look.lang);
                page.hints = Hints::Pinned;
            }
            None => self.effects.push(Effect::LoadBank),
        }
    }

    fn link_story(&mut self, now: Now, story: Option<&str>) {
        let of = match &self.screen {
            Screen::Stories(page) => page.back.as_ref().map(|review| review.record.id.clone()),
            _ => None,
        };
        let Some(of) = of else {
            return;
        };
        let zone = self.settings.zone.as_deref();
        let stamp = Stamp::new(now.wall, zone, self.sitting.rng());
        let link = stamp.link(&of, story);
        self.effects.push(Effect::Link(Box::new(link)));
        self.leave_stories();
    }

    /// It is on disk.
    pub(super) fn linked(&mut self, link: &Link) {
        let words = &self.look.words.story;
        let Screen::Review(review) = &mut self.screen else {
            return;
        };
        if review.record.id != link.of {
            return;
        }
        review.record.story.clone_from(&link.story);
        review.notice = Some(match &link.story {
            Some(id) => fill(
                &words.tells,
                &[story::title(&self.bank, id, self.look.lang)],
            ),
            None => words.tells_none.clone(),
        });
        self.effects.push(Effect::FindDue);
    }

    /// A story is gone from the bank; the name of the backup will do, the folder is long.
    pub(super) fn story_gone(&mut self, before: Option<&Path>) {
        let name = before.and_then(Path::file_name).unwrap_or_default();
        let told = fill(&self.look.words.story.erased, &[&name.to_string_lossy()]);
        self.tell(told);
        self.effects.push(Effect::LoadStories);
    }

    /// The bank is here, or it could not be read.
    pub(super) fn stories_read(&mut self, read: Result<Vec<(Story, Use)>, String>) {
        if let Ok(all) = &read {
            self.bank = all.iter().map(|(story, _)| story.clone()).collect();
        }
        let (screening, lang) = (self.screening, self.look.lang);
        if let Screen::Stories(page) = &mut self.screen {
            let known = |(story, told): (Story, Use)| Known {
                kind: story.facts(lang).and_then(|facts| screening(&facts)),
                story,
                told,
            };
            page.arrive(read.map(|all| all.into_iter().map(known).collect()));
        }
    }

    /// The bank is here, for the lines beside the page and for what is due.
    pub(super) fn bank_read(&mut self, bank: Vec<Story>) {
        self.bank = bank;
        let known = |id: &String| self.bank.iter().any(|story| story.id == *id);
        // A story that is no longer in the bank has no lines, and is not asked for again.
        if let Screen::Rehearse(page) = &self.screen
            && page.take.story.as_ref().is_some_and(known)
        {
            self.lay_lines();
        }
    }
}
