//! The names of what keys do. Included by `build.rs` too, so it may name nothing but serde.

use serde::{Deserialize, Serialize};

/// What each key does, in the footer and in the help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyWords {
    /// "done"
    pub field_done: String,
    /// "stories"
    pub stories: String,
    /// "new story"
    pub new_story: String,
    /// "next story"
    pub next_story: String,
    /// "story before"
    pub previous_story: String,
    /// "rehearse it"
    pub tell_story: String,
    /// "other language"
    pub other_language: String,
    /// "story"
    pub story_of: String,
    /// "this one"
    pub this_story: String,
    /// "none of them"
    pub no_story: String,
    /// "start"
    pub start: String,
    /// "another prompt"
    pub another: String,
    /// "open in your own editor"
    pub editor: String,
    /// "fetch the text"
    pub fetch: String,
    /// "done there"
    pub editor_done: String,
    /// "say it aloud"
    pub aloud: String,
    /// "start, stop"
    pub start_stop: String,
    /// "prepare"
    pub prepare: String,
    /// "next page", where nothing is typed
    pub read_on: String,
    /// "page before", where nothing is typed
    pub read_before: String,
    /// "next page"
    pub next_page: String,
    /// "page before"
    pub previous_page: String,
    /// "next"
    pub next_line: String,
    /// "one down"
    pub line_down: String,
    /// "one up"
    pub line_up: String,
    /// "mock"
    pub mock: String,
    /// "more questions"
    pub more_questions: String,
    /// "fewer"
    pub fewer_questions: String,
    /// "next answer"
    pub next_answer: String,
    /// "answer before"
    pub previous_answer: String,
    /// "history"
    pub history: String,
    /// "progress"
    pub progress: String,
    /// "next view"
    pub next_view: String,
    /// "view before"
    pub previous_view: String,
    /// "by language, prompt, story"
    pub other_view: String,
    /// "samples"
    pub guide: String,
    /// "switch"
    pub other_side: String,
    /// "next page"
    pub next_leaf: String,
    /// "page before"
    pub previous_leaf: String,
    /// "keys"
    pub help: String,
    /// "quit"
    pub quit: String,
    /// "English / 中文"
    pub language: String,
    /// "draw the screen anew"
    pub repaint: String,
    /// "pause the program"
    pub suspend: String,
    /// "go on with it"
    pub resume: String,
    /// "throw it away"
    pub discard: String,
    /// "yes, throw it away"
    pub confirm_discard: String,
    /// "keep it"
    pub keep_draft: String,
    /// "finish"
    pub finish: String,
    /// "pin the four lines"
    pub pin: String,
    /// "undo"
    pub undo: String,
    /// "trim a paste"
    pub trim: String,
    /// "hide the clocks"
    pub clocks: String,
    /// "a minute more"
    pub more_time: String,
    /// "redo"
    pub redo: String,
    /// "a word back"
    pub word_left: String,
    /// "a word on"
    pub word_right: String,
    /// "start of the line"
    pub line_start: String,
    /// "end of the line"
    pub line_end: String,
    /// "start of the text"
    pub text_start: String,
    /// "end of the text"
    pub text_end: String,
    /// "a page up"
    pub page_up: String,
    /// "a page down"
    pub page_down: String,
    /// "new paragraph"
    pub newline: String,
    /// "left"
    pub left: String,
    /// "right"
    pub right: String,
    /// "up"
    pub up: String,
    /// "down"
    pub down: String,
    /// "delete back"
    pub backspace: String,
    /// "delete on"
    pub delete: String,
    /// "delete the word before"
    pub delete_word: String,
    /// "delete the word after"
    pub delete_next: String,
    /// "finish"
    pub mark: String,
    /// "keep writing"
    pub keep_writing: String,
    /// "leave, draft kept"
    pub leave: String,
    /// "fresh take"
    pub again: String,
    /// "edit"
    pub edit: String,
    /// "put the rewrite in"
    pub rewrite: String,
    /// "guess first"
    pub foresee: String,
    /// "a tip to look at again"
    pub guess: String,
    /// "show the marks"
    pub reveal: String,
    /// "no guess"
    pub no_guess: String,
    /// "silence a mark"
    pub silence: String,
    /// "done alone: tip 4 rests"
    pub alone: String,
    /// "silence it"
    pub reason_done: String,
    /// "let it count"
    pub reason_drop: String,
    /// "compare"
    pub compare: String,
    /// "tip"
    pub tip: String,
    /// "next tip"
    pub next_tip: String,
    /// "tip before"
    pub previous_tip: String,
    /// "next mark"
    pub next_mark: String,
    /// "mark before"
    pub previous_mark: String,
    /// "back"
    pub back: String,
    /// "the first"
    pub first: String,
    /// "the last"
    pub last: String,
    /// "open"
    pub open: String,
    /// "filter"
    pub filter: String,
    /// "done"
    pub filter_done: String,
    /// "clear"
    pub filter_clear: String,
    /// "note"
    pub note: String,
    /// "save"
    pub note_done: String,
    /// "no note"
    pub note_drop: String,
    /// "delete"
    pub delete_attempt: String,
    /// "yes, delete"
    pub confirm_delete: String,
    /// "keep it"
    pub keep_attempt: String,
    /// "close"
    pub close: String,
}
