//! Commands of e-mails that wait to be told what they are, and of threads that are pasted.

use holdfast_app::wire::{
    DayOrder, Done, MailProposal, MailsAdded, MailsAdding, ThreadAdding, ThreadBoard,
};

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

/// What a pasted thread or chat seems to say; in the order of days that the person gave.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_thread(
    desk: Open<'_>,
    dispute: &str,
    text: &str,
    order: Option<DayOrder>,
) -> Answer<ThreadBoard> {
    desk.with(|app| app.read_thread(dispute, text, order.map(Into::into)))
}

/// Takes over what was confirmed of a pasted text.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_thread(desk: Open<'_>, adding: ThreadAdding) -> Answer<Done> {
    desk.with(|app| app.add_thread(&adding))
}
