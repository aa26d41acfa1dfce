//! Commands of “Were we wronged?”.

use holdfast_app::wire::{Done, FoundClaim, WrongedAnswer, WrongedBoard};

use super::{Answer, Open};

/// The questions of a dispute, what was answered, and what may follow.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn wronged_board(desk: Open<'_>, dispute: &str) -> Answer<WrongedBoard> {
    desk.with(|app| app.wronged_board(dispute))
}

/// Chooses the problem to be looked at; none leads back to all of them.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_problem(
    desk: Open<'_>,
    dispute: &str,
    problem: Option<&str>,
) -> Answer<WrongedBoard> {
    desk.with(|app| app.choose_problem(dispute, problem))
}

/// Keeps an answer, or takes it back for none.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_question(
    desk: Open<'_>,
    dispute: &str,
    problem: &str,
    question: &str,
    answer: Option<WrongedAnswer>,
) -> Answer<WrongedBoard> {
    desk.with(|app| app.answer_question(dispute, problem, question, answer.as_ref()))
}

/// Makes a claim of a finding.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_found_claim(desk: Open<'_>, dispute: &str, found: FoundClaim) -> Answer<Done> {
    desk.with(|app| app.save_found_claim(dispute, &found))
}
