//! failwell: a full-screen terminal trainer for the interview question "Tell me about a time you
//! failed".
//!
//! ```text
//! key press -> frame                                  text -> findings
//! terminal event             tui (reader thread)      &str
//!   -> Option<Action>        tui::keymap (one table)    -> sentences, clauses, cues
//!   -> App::update           tui::app -> tui::screen    -> roles, turn
//!   -> Vec<Effect>           plain data                 -> candidates, tip by tip
//!   -> perform, Done(..)     tui, worker -> store       -> findings, verdicts
//!   -> App::view(&self)      widgets, theme, wrap       -> Report
//! ```
//!
//! Imports point one way: `engine <- practice <- {content, store, settings, export} <- {cmd, tui}
//! <- cli <- main`; a test reads the sources and fails on one that points outward.

pub mod cli;
pub mod cmd;
pub mod content;
pub mod engine;
pub mod export;
pub mod practice;
pub mod settings;
pub mod store;
pub mod tui;
pub mod wrap;
