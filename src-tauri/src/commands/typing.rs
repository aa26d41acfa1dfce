//! Commands for forms: what was typed is understood, and kept until it is saved.

use holdfast_app::App;
use holdfast_app::wire::{UnderstoodDay, UnderstoodMoney};

use super::{Answer, Open};

/// A sum as it was typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn understand_money(
    desk: Open<'_>,
    text: &str,
    currency: Option<&str>,
    locale: &str,
) -> Answer<UnderstoodMoney> {
    desk.with(|app| Ok(app.understand_money(text, currency, locale)))
}

/// A day as it was typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn understand_day(desk: Open<'_>, text: &str, locale: &str) -> Answer<UnderstoodDay> {
    desk.with(|app| Ok(app.understand_day(text, locale)))
}

/// A time of day as it was typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn understand_time(desk: Open<'_>, text: &str) -> Answer<Option<String>> {
    desk.with(|app| Ok(app.understand_time(text)))
}

/// Keeps a form that is being typed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_draft(desk: Open<'_>, key: &str, text: &str) -> Answer<()> {
    desk.with(|app| app.save_draft(key, text))
}

/// A form that was begun.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn draft(desk: Open<'_>, key: &str) -> Answer<Option<String>> {
    desk.with(|app| app.draft(key))
}

/// Forgets a form that was begun.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drop_draft(desk: Open<'_>, key: &str) -> Answer<()> {
    desk.with(|app| app.drop_draft(key))
}

/// Which forms were begun.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn drafts(desk: Open<'_>) -> Answer<Vec<String>> {
    desk.with(App::drafts)
}
