//! Where in a text the sheet itself is: an answer may hold boxes of its own, and a mail program may put
//! an empty copy under the one that was filled in. Knows boxes in order; knows nothing of what they
//! stand for.

use super::boxes::{self, State, Tick};
use super::page::Page;
use super::{Fault, is_ticked};

/// The numbers of a whole sheet.
const EIGHT: [char; 8] = ['1', '2', '3', '4', '5', '6', '7', '8'];

/// So many characters tell a line that was copied from another with its number.
const SAME: usize = 12;

/// The page without what follows the last sheet that somebody filled in, where that is one more sheet.
pub(super) fn filled(page: Page) -> Page {
    let boxes = boxes::all(&page.text);
    let runs: Vec<&[Tick]> = runs(&boxes).collect();
    let last = runs
        .iter()
        .rposition(|run| is_whole(run) && run.iter().any(is_marked));
    let behind = last.map_or(&[][..], |last| &runs[last + 1..]);
    if !behind.iter().any(|run| is_whole(run)) {
        return page;
    }
    let at = behind[0][0].at;
    page.cut(at)
}

/// That no line of the last sheet stands there twice, once ticked and once not.
pub(super) fn agree(page: &Page) -> Result<(), Fault> {
    let boxes = boxes::all(&page.text);
    let sheet = runs(&boxes).last().unwrap_or_default();
    for pair in sheet.windows(2) {
        let same =
            pair[0].label == pair[1].label && begins(page, &pair[0]).eq(begins(page, &pair[1]));
        if same && is_ticked(page, &pair[0])? != is_ticked(page, &pair[1])? {
            let lines = [0, 1].map(|at| page.line(pair[at].at));
            return Err(Fault::Doubled(pair[0].label, lines));
        }
    }
    Ok(())
}

/// The boxes in order; a number smaller than the one before it begins anew, letters belong to the
/// numbers before them.
fn runs(boxes: &[Tick]) -> impl Iterator<Item = &[Tick]> {
    let order = |tick: &Tick| (tick.label.is_ascii_alphabetic(), tick.label);
    boxes.chunk_by(move |one, next| order(one) <= order(next))
}

fn is_whole(run: &[Tick]) -> bool {
    let has = |number: &char| run.iter().any(|tick| tick.label == *number);
    EIGHT.iter().all(has)
}

fn is_marked(tick: &Tick) -> bool {
    tick.beside || tick.state != State::Empty
}

/// How the words behind a box begin.
fn begins<'a>(page: &'a Page, tick: &Tick) -> impl Iterator<Item = char> + use<'a> {
    let label = tick.label;
    let behind = page.text[tick.at..].chars();
    let behind = behind.skip_while(move |c| c.to_ascii_uppercase() != label);
    behind.filter(|c| !c.is_whitespace()).take(SAME)
}
