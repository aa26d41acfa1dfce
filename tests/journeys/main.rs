//! What a person does, in the real window.

mod opening;
