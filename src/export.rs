//! What leaves the program as text: JSON for programs, plain text for people. Pure: it writes to
//! whatever it is given and knows neither files nor terminals.

pub mod ask;
pub mod book;
pub mod chosen;
pub mod clean;
pub mod compare;
pub mod csv;
pub mod html;
pub mod json;
pub mod markdown;
pub mod plain;
pub mod progress;
mod quote;
pub mod sheet;
pub mod short;
pub mod why;

#[cfg(test)]
mod fixture;
