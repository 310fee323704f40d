//! Keys of one's own, on the screen and under the finger.

use super::*;
use crate::settings::Rebound;

#[test]
fn a_key_of_ones_own_is_told_and_works() {
    let own = |name: &str, key: &str| Rebound {
        name: name.to_owned(),
        keys: vec![key.to_owned()],
    };
    let mut setup = setup(Lang::En);
    setup.settings.keys = vec![own("another", "n"), own("finish", "Ctrl-G")];
    let mut person = Person::new(setup, USUAL);
    assert!(person.reads().contains("n another prompt"));
    let first = person.reads();
    person.types("r");
    assert_eq!(person.reads(), first);
    person.types("n");
    assert_ne!(person.reads(), first);
    person.types("?");
    assert!(
        person.reads().contains("n       another prompt"),
        "{}",
        person.reads()
    );
    person.types("<Esc><Enter>We<C-g>");
    assert!(person.reads().contains("keep writing"));
}
