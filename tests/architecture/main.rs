//! The rules of `src-tauri/ARCHITECTURE.md`, held by a test instead of by good will.

mod dependencies;
mod map;
mod sources;
mod supply;
mod window;
mod workspace;
