//! What is derived from the facts.
