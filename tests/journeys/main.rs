//! What a person does, in the real window.

mod bank;
mod calls;
mod hostile;
mod letters;
mod opening;
mod record;
mod sheet;
mod staying;
mod story;
