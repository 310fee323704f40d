//! The full-screen program. Knows the terminal, threads and time; everything below it is pure.

mod action;
pub mod app;
pub mod draft;
#[cfg(test)]
mod fixture;
mod keymap;
pub mod program;
mod screen;
pub mod terminal;
mod theme;
pub mod widget;

use crate::content::say;
