//! What text the record accepts.
