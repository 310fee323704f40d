//! Things that are drawn on several screens. Know areas, styles and text; know no screen.

pub(crate) mod chart;
pub mod editor;
pub(crate) mod field;
mod line;
pub mod passage;
pub(crate) mod text;
