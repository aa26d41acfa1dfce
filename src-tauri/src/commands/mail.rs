//! Commands of e-mails that wait to be told what they are.

use holdfast_app::wire::{MailProposal, MailsAdded, MailsAdding};

use super::{Answer, Open};

/// What can be told of e-mails that were added and wait.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mail_board(
    desk: Open<'_>,
    dispute: &str,
    mails: Vec<String>,
) -> Answer<Vec<MailProposal>> {
    desk.with(|app| app.mail_board(dispute, &mails))
}

/// Writes e-mails down, each as an event with what it rests on.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_mails(desk: Open<'_>, adding: MailsAdding) -> Answer<MailsAdded> {
    desk.with(|app| app.add_mails(&adding))
}
