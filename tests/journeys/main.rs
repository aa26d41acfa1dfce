//! What a person does, in the real window.

mod opening;
mod sheet;
mod story;
