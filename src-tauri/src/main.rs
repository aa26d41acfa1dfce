//! Holdfast's window. The shell reads the start-up arguments, opens the window and hands each call
//! of the window to one use case; it decides nothing about disputes.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod desk;
#[cfg(test)]
mod desk_tests;
mod dialogs;
mod display;
mod handover;
mod ipc;
mod message;
mod reading;
mod reminders;
mod sleep;
mod tray;
mod window;

use std::process::ExitCode;

use clap::Parser as _;
use tauri::Manager as _;

use crate::arguments::{Arguments, Launch};
use crate::desk::Desk;
use crate::handover::Handover;
use crate::sleep::Sleep;
use crate::tray::Tray;

fn main() -> ExitCode {
    holdfast_app::guard::end_on_panic();
    let arguments = Arguments::parse();
    match display::ready().and_then(|()| open(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("holdfast: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Opens the window and returns when it is closed. The error is a sentence for the person.
fn open(arguments: Arguments) -> Result<(), String> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(ipc::handler())
        .on_window_event(tray::on_window_event)
        .setup(move |app| {
            let data = app.path().data_dir()?.join("holdfast");
            let launch = Launch::new(arguments, std::env::var_os("HOLDFAST_STORE"), &data);
            // Only the program's own folder is made. The folder of a store that was named may lie
            // on a drive that is not there at the moment, and must not be made in its place.
            std::fs::create_dir_all(&data)?;
            holdfast_app::files::keep_private(&data);
            app.manage(Desk::new(launch, data.join("sample.db")));
            app.manage(Tray::default());
            app.manage(Handover::default());
            app.manage(Sleep::default());
            window::open(app)?;
            reminders::watch(app.handle().clone());
            reading::watch(app.handle().clone());
            sleep::watch(app.handle().clone());
            Ok(())
        })
        .run(tauri::generate_context!())
        .map_err(|error| format!("the window could not be opened: {error}."))
}
