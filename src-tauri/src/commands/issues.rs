//! Commands about what is in question.

use holdfast_app::wire::{Done, Issue, IssueBoard, IssueOf};

use super::{Answer, Open};

/// What is in question in a dispute.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn issues(desk: Open<'_>, dispute: &str) -> Answer<IssueBoard> {
    desk.with(|app| app.issues(dispute))
}

/// Puts down what is in question, or changes it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_issue(
    desk: Open<'_>,
    dispute: &str,
    issue: Issue,
    of: Option<IssueOf>,
) -> Answer<Done> {
    desk.with(|app| app.save_issue(dispute, &issue, of.as_ref()))
}
