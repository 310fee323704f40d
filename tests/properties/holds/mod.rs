//! What holds whatever comes in: each function takes any input and panics where a promise is broken.
//! Used by the seeded tests beside it and by the fuzz targets in `fuzz/`, so that a promise is
//! written once. Knows the public interface only.

mod answer;
mod cell;
mod history;
mod keys;
mod pack;
mod page;
mod rows;

pub use answer::a_report_is_sound;
pub use cell::nothing_acts_on_the_terminal;
pub use history::nothing_in_a_history_is_lost;
pub use keys::keys_are_safe;
pub use pack::a_pack_is_sound_or_left_out;
pub use page::a_page_comes_back;
pub use rows::rows_are_the_text;
