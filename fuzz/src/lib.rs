//! The promises that the targets try. They are written once, for the seeded tests and for these.

#[path = "../../tests/properties/holds/mod.rs"]
pub mod holds;
