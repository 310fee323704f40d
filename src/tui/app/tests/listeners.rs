//! What people who listened say, beside the marks.

use super::*;
use crate::engine::Tip;
use crate::practice::event::Stamp;
use crate::practice::feedback::{First, Said};

/// Somebody two people have listened to.
pub(super) fn heard(lang: Lang, size: (u16, u16)) -> Person {
    let mut person = chronicler(lang, size);
    let learned = match lang {
        Lang::En => "to ask before the day",
        Lang::Zh => "要提前问清楚",
    };
    let of = person.saved[0].id.clone();
    for (from, first, heard) in [
        ("Kim", First::Fix, vec![Tip::Learned, Tip::We]),
        ("Lee", First::Miss, vec![Tip::Learned]),
    ] {
        let said = Said {
            heard,
            first: Some(first),
            learned: learned.to_owned(),
            from: from.to_owned(),
            ..Said::default()
        };
        person.waits(Duration::from_secs(1));
        let stamp = Stamp::new(person.now.wall, None, &mut rand::rng());
        person.feedback.push(stamp.feedback(&of, said));
    }
    person
}

#[test]
fn what_people_heard_stands_beside_the_marks() {
    for (lang, all, one) in [
        (
            Lang::En,
            "2 people listened ⋅ remembered first: the miss 1, the fix 1",
            "Heard by 2 of 2.",
        ),
        (
            Lang::Zh,
            "有 2 个人听过 ⋅ 先想起：失误 1，补救 1",
            "2/2 人听到了。",
        ),
    ] {
        let mut person = heard(lang, USUAL);
        person.types("h<End><Enter>");
        let page = person.reads();
        assert!(page.contains(all), "{page}");
        assert_eq!(page.matches("2/2").count(), 1, "{page}");
        assert_eq!(page.matches("1/2").count(), 1, "{page}");
        assert_eq!(page.matches("0/2").count(), 6, "{page}");
        assert!(page.contains("Kim: "), "{page}");
        person.types("1");
        assert!(person.reads().contains(one), "{}", person.reads());
        person.types("<Esc><Home><Enter>");
        assert!(
            !person.reads().contains("/2"),
            "nobody listened to this one\n{}",
            person.reads()
        );
    }
}
