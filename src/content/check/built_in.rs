//! The rules of the built-in content: everything is there, once, in the article's order. Knows the
//! files of `content/` that people write; the fitted weights are the engine's.

use serde::de::DeserializeOwned;

use super::Fault;
use super::folder::Folder;
use super::page::{Row, Rows};
use super::questions::{self, Taken};
use super::text::{self, MAX_SHORT};
use crate::content::engine;
use crate::content::library::{
    FollowUp, KindText, QualityText, RemarkText, Sample, SampleText, StepText, TipText,
};
use crate::content::words::Words;
use crate::engine::lang::Lang;
use crate::engine::lexicon::Lexicon;
use crate::engine::tip::{Kind, Tip};
use crate::engine::{Options, Reason};
use crate::practice::prompt::{Prompt, Quality};
use crate::practice::rewrite::rules::Rules;
use crate::wrap::width;

/// The article's steps of preparation.
const STEPS: usize = 3;

/// All faults of the folder `content/`.
pub(super) fn check(folder: &Folder) -> Vec<Fault> {
    let mut faults = Vec::new();
    prompts(folder, &mut faults);
    follow_ups(folder, &mut faults);
    tips(folder, &mut faults);
    texts(folder, &mut faults);
    remarks(folder, &mut faults);
    samples(folder, &mut faults);
    for lang in Lang::ALL {
        let file = format!("{}.toml", lang.code());
        whole::<Words>(folder, &format!("ui/{file}"), &mut faults);
        rewrites(folder, &format!("rewrites/{file}"), lang, &mut faults);
        for part in ["lexicon", "grammar"] {
            let name = format!("{part}/{file}");
            let lexicon = whole::<Lexicon>(folder, &name, &mut faults);
            if lexicon.is_some_and(|lexicon| lexicon.lang != lang) {
                let message = format!("holds phrases of another language; set `lang` to {lang:?}");
                faults.push(folder.fault(&name, &message));
            }
        }
    }
    faults
}

fn rewrites(folder: &Folder, name: &str, lang: Lang, faults: &mut Vec<Fault>) {
    let Some(rules) = whole::<Rules>(folder, name, faults) else {
        return;
    };
    if rules.lang != lang {
        let message = format!("holds words of another language; set `lang` to {lang:?}");
        faults.push(folder.fault(name, &message));
    }
    for rule in rules.calm.iter().chain(&rules.growth) {
        if let Some(message) = rule.fault() {
            faults.push(folder.fault(name, &format!("the rule `{}` {message}", rule.from)));
        }
    }
}

fn prompts(folder: &Folder, faults: &mut Vec<Fault>) {
    for name in folder.names("prompts").unwrap_or_default() {
        let theme = name
            .trim_start_matches("prompts/")
            .trim_end_matches(".toml");
        if let Some(message) = text::id_fault(theme) {
            faults.push(folder.fault(&name, &format!("its name {message}")));
        }
    }
    let prompts = questions::prompts::<Prompt>(folder, &mut Taken::default(), faults);
    let first = prompts
        .iter()
        .flatten()
        .find(|row| row.is_in("failure.toml"));
    if complete(&prompts) && first.is_none_or(|row| row.value.id != "failure") {
        let message = "the very first prompt is missing; begin the file with the id `failure`";
        faults.push(folder.fault("prompts/failure.toml", message));
    }
}

fn follow_ups(folder: &Folder, faults: &mut Vec<Fault>) {
    let rows = questions::follow_ups::<FollowUp>(folder, &mut Taken::default(), faults);
    for tip in Tip::ALL {
        if complete(&rows) && !rows.iter().flatten().any(|row| row.value.tip == tip) {
            let message = format!("no follow-up question for the tip `{}`; add one", tip.id());
            faults.push(folder.fault("follow-ups.toml", &message));
        }
    }
}

fn tips(folder: &Folder, faults: &mut Vec<Fault>) {
    let rows: Rows<TipText> = rows(folder, "tips.toml", "tip", faults);
    for row in rows.iter().flatten() {
        for lang in Lang::ALL {
            let cells = width(row.value.short.get(lang));
            if cells > MAX_SHORT {
                let message = format!("is {cells} cells wide; shorten it to {MAX_SHORT}");
                faults.push(row.fault(&format!(".short.{}", lang.code()), message));
            }
        }
    }
    let order = Tip::ALL.map(|tip| (tip, tip.id()));
    in_order(folder, "tips.toml", &rows, |text| text.tip, &order, faults);
}

/// Steps, qualities and kinds.
fn texts(folder: &Folder, faults: &mut Vec<Fault>) {
    let steps: Rows<StepText> = rows(folder, "steps.toml", "step", faults);
    if steps.len() != STEPS {
        let message = format!(
            "{} steps; the article has {STEPS}, so keep to it",
            steps.len()
        );
        faults.push(folder.fault("steps.toml", &message));
    }
    let qualities: Rows<QualityText> = rows(folder, "qualities.toml", "quality", faults);
    let order = Quality::ALL.map(|quality| (quality, quality.id()));
    let quality = |text: &QualityText| text.quality;
    in_order(
        folder,
        "qualities.toml",
        &qualities,
        quality,
        &order,
        faults,
    );
    let kinds: Rows<KindText> = rows(folder, "kinds.toml", "kind", faults);
    let order: Vec<_> = Kind::all().map(|kind| (kind, kind.id())).collect();
    in_order(
        folder,
        "kinds.toml",
        &kinds,
        |text| text.kind,
        &order,
        faults,
    );
}

/// Ids once, and no more groups asked for than there are.
fn remarks(folder: &Folder, faults: &mut Vec<Fault>) {
    let mut taken = Taken::default();
    let rows: Rows<RemarkText> = rows(folder, "remarks.toml", "remark", faults);
    for row in rows.iter().flatten() {
        questions::id(row, &row.value.id, &mut taken, faults);
        for lang in Lang::ALL {
            let (asked, there) = (row.value.groups, row.value.seek.get(lang).len());
            if asked == 0 || asked > there {
                let message = format!("asks for {asked} of {there} groups; set it between");
                faults.push(row.fault(".groups", message));
            }
        }
    }
}

/// Each of `order` has one row, and the rows stand in that order.
fn in_order<T, N: Copy + PartialEq>(
    folder: &Folder,
    file: &str,
    rows: &Rows<T>,
    name: impl Fn(&T) -> N,
    order: &[(N, &str)],
    faults: &mut Vec<Fault>,
) {
    let place = |row: &Row<T>| order.iter().position(|entry| entry.0 == name(&row.value));
    let known = || rows.iter().flatten();
    for (wanted, id) in order {
        if complete(rows) && !known().any(|row| name(&row.value) == *wanted) {
            faults.push(folder.fault(file, &format!("no entry for `{id}`; add it")));
        }
    }
    for (row, next) in known().zip(known().skip(1)) {
        if place(row) == place(next) {
            faults.push(next.fault("", "is there twice; keep one of the two"));
        } else if place(row) > place(next) {
            let message = "stands behind one that comes later; move it up";
            faults.push(next.fault("", message));
        }
    }
}

/// Whether every entry was understood, so that what is not there can be called missing.
fn complete<T>(rows: &Rows<T>) -> bool {
    rows.iter().all(Option::is_some)
}

fn samples(folder: &Folder, faults: &mut Vec<Fault>) {
    let mut taken = Taken::default();
    let names = folder.names("samples").unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    if names.is_empty() {
        faults.push(folder.fault("samples", "no samples; add a file with a [[sample]]"));
    }
    for name in names {
        for row in rows::<Sample>(folder, &name, "sample", faults)
            .into_iter()
            .flatten()
        {
            questions::id(&row, &row.value.id, &mut taken, faults);
            for (part, telling) in [("before", &row.value.before), ("after", &row.value.after)] {
                for lang in Lang::ALL {
                    let key = format!(".{part}.{}", lang.code());
                    faults.extend(sample_fault(&row, &key, lang, telling.get(lang)));
                }
            }
        }
    }
}

fn sample_fault(row: &Row<Sample>, key: &str, lang: Lang, told: &SampleText) -> Option<Fault> {
    if let Some(tip) = told.look.iter().find(|tip| told.work.contains(tip)) {
        let message = format!("`{}` is in `look` and in `work`; keep one", tip.id());
        return Some(row.fault(&format!("{key}.work"), message));
    }
    let options = Options {
        lang: Some(lang),
        ..Options::default()
    };
    let report = engine().analyse(&told.text, options);
    (report.reason == Some(Reason::TooShort)).then(|| {
        let message = format!(
            "has only {} words, too few for marks; tell more",
            report.words
        );
        row.fault(&format!("{key}.text"), message)
    })
}

fn rows<T: DeserializeOwned>(
    folder: &Folder,
    name: &str,
    list: &str,
    faults: &mut Vec<Fault>,
) -> Rows<T> {
    match folder.read(name) {
        Ok(page) => page.rows(list, faults),
        Err(fault) => {
            faults.push(fault);
            vec![None]
        }
    }
}

fn whole<T: DeserializeOwned>(folder: &Folder, name: &str, faults: &mut Vec<Fault>) -> Option<T> {
    match folder.read(name) {
        Ok(page) => page.whole(faults),
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}
