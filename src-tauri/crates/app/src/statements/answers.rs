//! What scripts are told of statements.
