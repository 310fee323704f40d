//! Things that are drawn on several screens. Know areas, styles and text; know no screen.

pub(crate) mod chart;
pub mod editor;
mod line;
pub mod passage;
pub(crate) mod text;
