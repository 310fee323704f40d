//! `failwell rehearse`: opens the full screen and says how it went when it is closed.

use anyhow::bail;
use clap::Args;

use crate::cmd::plain::Trainer;
use crate::cmd::settings::{self, MOST_MINUTES};
use crate::cmd::{Context, Ending, complain};
use crate::content;
use crate::content::words::fill;
use crate::practice::prepare::Plan;
use crate::settings::Settings;
use crate::store::{desk, draft, plan};
use crate::tui::app::{App, Setup};
use crate::tui::{self, End};

/// Rehearse an answer full screen; this is what runs without a command.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Rehearse {
    /// Begin with this question; `failwell prompt` shows an id
    #[arg(long, value_name = "ID")]
    prompt: Option<String>,
    /// Warn when typing takes longer than this; 0 is off
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=i64::from(MOST_MINUTES)))]
    pub(crate) minutes: Option<u32>,
    /// Without a screen: text that is only added to, choices by number; for screen readers
    #[arg(long)]
    plain: bool,
    /// Draw the same questions for the same number
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// What the screen opens on.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    /// This question.
    pub(super) prompt: Option<String>,
    /// A mock interview of so many questions.
    pub(super) mock: Option<u8>,
    /// Without a screen.
    pub(super) plain: bool,
    /// Makes every chance repeatable.
    pub(super) seed: Option<u64>,
}

impl Rehearse {
    /// Runs until the person leaves.
    ///
    /// # Errors
    ///
    /// When there is no terminal or no such question.
    pub fn run(self, context: Context<'_>) -> anyhow::Result<Ending> {
        let opening = Opening {
            prompt: self.prompt,
            mock: None,
            plain: self.plain,
            seed: self.seed,
        };
        opening.run(context)
    }
}

impl Opening {
    /// Runs until the person leaves.
    pub(super) fn run(self, context: Context<'_>) -> anyhow::Result<Ending> {
        let words = &content::words(context.settings.lang).cli;
        let dumb = context.world.text("TERM") == Some("dumb");
        let plain = self.plain || dumb;
        if !plain && !context.world.stdout_is_terminal {
            bail!("{}", words.no_terminal);
        }
        let (library, faults) = context.library();
        if let Some(id) = &self.prompt
            && !library.prompts.iter().any(|prompt| prompt.id == *id)
        {
            bail!(fill(&words.no_prompt, &[id]));
        }
        // Without a place to keep anything, practice works all the same, and the screen says so.
        let paths = context.world.paths().map_err(|error| error.to_string());
        let kept = paths.as_ref().ok();
        let settings = Settings {
            zone: settings::zone(context.world),
            ..context.settings.clone()
        };
        if plain {
            return Trainer::new(context.world, settings, library, self.seed, paths)
                .run(self.prompt, self.mock);
        }
        let io = tui::Io {
            paths: paths.clone(),
            rescued: words.rescued.clone(),
            editor: ["VISUAL", "EDITOR"]
                .iter()
                .find_map(|name| context.world.text(name))
                .map(str::to_owned),
            settings: settings.clone(),
        };
        let mut app = App::new(Setup {
            library,
            plan: kept.map_or_else(
                || Ok(Plan::default()),
                |paths| plan::load(paths).map_err(|error| error.to_string()),
            ),
            pack_fault: faults.first().map(ToString::to_string),
            orphans: kept.map(draft::orphans).unwrap_or_default(),
            prompt: self.prompt,
            mock: self.mock,
            seed: self.seed,
            ..Setup::new(settings, kept.map(desk::load).unwrap_or_default())
        });
        let exit = tui::run(&mut app, io)?;
        for text in &exit.lost {
            complain(&fill(&words.not_kept, &[&text.text]));
        }
        if let Some(draft) = exit.draft {
            complain(&fill(&words.rescued, &[&draft.display().to_string()]));
        }
        Ok(match exit.end {
            End::Quit => Ending::Good,
            End::Signal(number) => Ending::Signal(u8::try_from(number).unwrap_or(u8::MAX)),
        })
    }
}
