//! The border between Rust and the window: which commands there are, and their types as the
//! window's TypeScript sees them.
//!
//! A new command is named in three places: here, in `command_names.rs` and in
//! `capabilities/window.json`. A test below holds the three together.

use tauri::Wry;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

use crate::commands;

/// Every command of the window. The same builder answers calls and writes the TypeScript.
pub(crate) fn builder() -> Builder<Wry> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Result)
        // What is written and what is read have one shape each, so one type serves both.
        .disable_serde_phases()
        .commands(collect_commands![commands::about])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use specta_typescript::Typescript;

    use super::builder;

    include!("command_names.rs");

    const HEADER: &str = "// Written by `cargo xtask bindings` from the Rust types. Not for editing.\n\
                          /* eslint-disable */\n";

    fn committed_file() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/lib/backend/generated.ts"))
    }

    #[test]
    fn generated_bindings_are_current() {
        let language = Typescript::default().header(HEADER);
        let current = builder().export_str(language).expect("every type has a TypeScript shape");
        if std::env::var_os("HOLDFAST_WRITE_BINDINGS").is_some() {
            let folder = committed_file().parent().expect("the file lies in a folder");
            std::fs::create_dir_all(folder).expect("the folder can be made");
            std::fs::write(committed_file(), current).expect("the file can be written");
            return;
        }
        let committed = std::fs::read_to_string(committed_file()).unwrap_or_default();
        assert!(
            committed == current,
            "ui/src/lib/backend/generated.ts is not what the Rust types say: \
             run `cargo xtask bindings` and commit the file"
        );
    }

    #[test]
    fn every_command_is_registered_listed_and_allowed() {
        let text = include_str!("../capabilities/window.json");
        for name in COMMAND_NAMES {
            let allowed = format!("\"allow-{}\"", name.replace('_', "-"));
            assert!(text.contains(&allowed), "capabilities/window.json does not allow {name}");
        }
        let bindings = builder().export_str(Typescript::default()).expect("types can be written");
        let mut called: Vec<&str> = bindings
            .split("__TAURI_INVOKE(\"")
            .skip(1)
            .filter_map(|at| at.split('"').next())
            .collect();
        let mut listed = COMMAND_NAMES.to_vec();
        called.sort_unstable();
        listed.sort_unstable();
        assert_eq!(called, listed, "ipc.rs and command_names.rs name different commands");
        assert_eq!(
            text.matches("\"allow-").count(),
            COMMAND_NAMES.len(),
            "capabilities/window.json allows a command that does not exist"
        );
    }
}
