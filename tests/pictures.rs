//! The pictures in `assets/` show the screens as they are.

#![expect(
    clippy::disallowed_methods,
    reason = "this test reads the repository and may fail"
)]

#[path = "../examples/screenshot/scenes.rs"]
mod scenes;
#[path = "../examples/screenshot/svg.rs"]
mod svg;

use std::path::Path;

#[test]
fn every_picture_is_drawn_from_the_screen_of_today() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let drawn = scenes::all().unwrap();
    for (name, picture) in &drawn {
        let kept = std::fs::read_to_string(assets.join(format!("{name}.svg")));
        let same = kept.is_ok_and(|kept| kept == *picture);
        assert!(
            same,
            "assets/{name}.svg has drifted: cargo run --example screenshot"
        );
    }
    let files = std::fs::read_dir(assets).unwrap();
    let svgs = files.filter(|file| {
        file.as_ref()
            .unwrap()
            .path()
            .extension()
            .is_some_and(|end| end == "svg")
    });
    assert_eq!(
        svgs.count(),
        drawn.len(),
        "a picture that nobody draws any more"
    );
}
