//! Commands about bank statements: taking one in, what it says, and what one makes of a line.

use holdfast_app::App;
use holdfast_app::files;
use holdfast_app::wire::{
    Account, Done, MatchAnswer, MatchConfirmed, StatementBoard, StatementLines, StatementPreview,
    StatementReading, StatementTaken, StatementTaking, StatementView,
};
use tauri::AppHandle;

use super::{Answer, Open};
use crate::dialogs;

/// Reads a bank's file that the person chooses, a preview an account in it; nothing where they
/// think better of it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_statement(handle: AppHandle, desk: Open<'_>) -> Answer<Vec<StatementPreview>> {
    let chosen = dialogs::file(&handle, "Take in a bank statement", &dialogs::STATEMENT);
    let Some(path) = chosen else { return Ok(Vec::new()) };
    let (name, mut content) = files::open(&path)?;
    desk.with(|app| app.look_at_statement(&name, &mut content, None, None))
}

/// Reads the file on the desk otherwise.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_statement(
    desk: Open<'_>,
    preview: &str,
    reading: Option<StatementReading>,
    currency: Option<&str>,
) -> Answer<StatementPreview> {
    desk.with(|app| app.read_statement(preview, reading.as_ref(), currency))
}

/// Takes in what was looked at.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_statement(desk: Open<'_>, taking: StatementTaking) -> Answer<StatementTaken> {
    desk.with(|app| app.take_statement(&taking))
}

/// All statements, by account, and what their lines seem to mean.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn statements(desk: Open<'_>) -> Answer<StatementBoard> {
    desk.with(App::statements)
}

/// What one statement says about the disputes.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn statement(desk: Open<'_>, id: &str) -> Answer<StatementView> {
    desk.with(|app| app.statement(id))
}

/// A page of a statement's lines.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn statement_lines(
    desk: Open<'_>,
    id: &str,
    search: &str,
    after: Option<u32>,
) -> Answer<StatementLines> {
    desk.with(|app| app.statement_lines(id, search, after))
}

/// Saves an account.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_account(desk: Open<'_>, account: Account) -> Answer<Done> {
    desk.with(|app| app.save_account(&account))
}

/// Writes down what a line means.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn confirm_match(desk: Open<'_>, answer: MatchAnswer) -> Answer<MatchConfirmed> {
    desk.with(|app| app.confirm_match(&answer))
}

/// Writes down that a line does not mean what was proposed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn dismiss_match(desk: Open<'_>, proposal: &str) -> Answer<Done> {
    desk.with(|app| app.dismiss_match(proposal))
}
