//! Draws real screens as SVG pictures into `assets/`, for the README: `cargo run --example
//! screenshot`. They come from scripted keys, the real engine and a fixed seed, so that they change
//! only when the screens do; `tests/pictures.rs` fails when they have not been drawn anew.

mod scenes;
mod svg;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    for (name, picture) in scenes::all()? {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/{name}.svg"));
        #[expect(clippy::disallowed_methods, reason = "the pictures are the point")]
        std::fs::write(path, picture)?;
    }
    Ok(())
}
