//! The holdfast command-line interface.
fn main() {}
