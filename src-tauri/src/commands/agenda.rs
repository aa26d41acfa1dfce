//! Commands of Today: what asks for attention, putting it off, and how long to wait.

use holdfast_app::wire::{Cadence, ContactMade, Done, Later, NextStep, Today};
use holdfast_app::{App, files};

use tauri::AppHandle;

use super::{Answer, Open};
use crate::dialogs;

/// The place to start the day.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn today(desk: Open<'_>) -> Answer<Today> {
    desk.with(App::today)
}

/// Plans the same step in several disputes.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan_step(desk: Open<'_>, disputes: Vec<String>, step: NextStep) -> Answer<Done> {
    desk.with(|app| app.plan_step(&disputes, &step))
}

/// Puts something off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn put_off(desk: Open<'_>, later: Later) -> Answer<Done> {
    desk.with(|app| app.put_off(&later))
}

/// Brings back what was put off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn bring_back(desk: Open<'_>, id: &str) -> Answer<Done> {
    desk.with(|app| app.bring_back(id))
}

/// The day on which to be in touch again after a contact.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn propose_contact(desk: Open<'_>, dispute: &str, made: ContactMade) -> Answer<String> {
    desk.with(|app| app.propose_contact(dispute, &made))
}

/// How long the household waits for answers.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn cadence(desk: Open<'_>) -> Answer<Cadence> {
    desk.with(App::cadence)
}

/// Says how long the household waits for answers.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_cadence(desk: Open<'_>, days: Vec<u16>) -> Answer<Done> {
    desk.with(|app| app.save_cadence(&days))
}

/// Saves a calendar file where the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_calendar_file(handle: AppHandle, desk: Open<'_>) -> Answer<bool> {
    let content = desk.with(App::calendar_file)?;
    let title = "Save the calendar file";
    let place = dialogs::place(&handle, title, "holdfast.ics", Some(&dialogs::CALENDAR));
    let written = place.map(|path| files::write_bytes(&path, content.text.as_bytes())).transpose();
    written.map(|saved| saved.is_some())
}

/// Whether reminders are given on this computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn wants_reminders(desk: Open<'_>) -> Answer<bool> {
    desk.with(App::wants_reminders)
}

/// Says whether reminders are given on this computer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn want_reminders(desk: Open<'_>, wanted: bool) -> Answer<()> {
    desk.with(|app| app.want_reminders(wanted))
}
