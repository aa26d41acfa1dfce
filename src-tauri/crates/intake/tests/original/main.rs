//! Originals: what files are, what can be said of them, and what becomes of broken and hostile ones.

mod kinds;
mod make;
mod pictures;
mod texts;
