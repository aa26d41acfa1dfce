//! What nobody means to type but somebody does, and records that must be left alone.

mod markup;
mod mistakes;
mod names;
mod refusals;
mod screens;
mod texts;
