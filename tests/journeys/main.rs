//! What a person does, in the real window.

mod calls;
mod opening;
mod record;
mod sheet;
mod story;
