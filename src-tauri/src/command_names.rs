// The window may call these commands and no others. This file is shared with `build.rs`, which
// makes Tauri refuse every command that the capability file does not allow by name.
const COMMAND_NAMES: &[&str] = &["about"];
