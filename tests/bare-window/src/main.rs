//! A window and nothing in it: the floor under any Tauri program on this machine.

use std::process::ExitCode;

fn main() -> ExitCode {
    match tauri::Builder::default().run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bare-window: {error}");
            ExitCode::FAILURE
        }
    }
}
