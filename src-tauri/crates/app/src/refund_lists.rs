//! The household's own list of refunds, out of its spreadsheet: looked at, and taken in.
//!
//! A list that lies on the desk is read (`desk`), set against what the record knows (`known`), made
//! into the disputes that it would become (`draft`, `matter`), shown (`preview`) and written down as
//! one action (`taking`). What is shown and what is written come from the same draft.

pub mod answers;
mod desk;
mod draft;
mod known;
mod matter;
mod preview;
mod taking;
mod words;

pub(crate) use desk::Held;
