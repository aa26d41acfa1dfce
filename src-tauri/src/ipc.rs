//! The border between Rust and the window: which commands there are, and their types as the
//! window's TypeScript sees them.
//!
//! A new command is named in three places: here, in `command_names.rs` and in
//! `capabilities/window.json`. A test below holds the three together.

use tauri::Wry;
use tauri::ipc::Invoke;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

use crate::{commands, message};

/// Every command of the window. The same builder answers calls and writes the TypeScript.
pub(crate) fn builder() -> Builder<Wry> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Result)
        // What is written and what is read have one shape each, so one type serves both.
        .disable_serde_phases()
        .commands(collect_commands![
            commands::start,
            commands::back_up,
            commands::back_up_now,
            commands::backups,
            commands::look_at_backup,
            commands::restore_backup,
            commands::repair_originals,
            commands::repair_originals_from,
            commands::lost_files,
            commands::read_files_again,
            commands::check_record,
            commands::backup_place,
            commands::choose_backup_place,
            commands::copy_backup_elsewhere,
            commands::forget_backup_place,
            commands::shared_place,
            commands::begin_all_the_same,
            commands::unlock,
            commands::unlock_with_code,
            commands::lock,
            commands::watch_locks,
            commands::protection,
            commands::encrypt,
            commands::change_passphrase,
            commands::new_recovery_code,
            commands::remove_passphrase,
            commands::set_lock_after,
            commands::save_recovery_code,
            commands::look_to_erase,
            commands::erase_words,
            commands::look_to_erase_original,
            commands::erase_original,
            commands::renew_backups,
            commands::today,
            commands::disputes,
            commands::dispute,
            commands::timeline,
            commands::vendors,
            commands::vendor,
            commands::contact,
            commands::encounters,
            commands::remedies,
            commands::evidence,
            commands::search,
            commands::bin,
            commands::open_sample,
            commands::leave_sample,
            commands::save_household,
            commands::save_member,
            commands::start_dispute,
            commands::save_dispute,
            commands::close_dispute,
            commands::reopen_dispute,
            commands::save_party,
            commands::save_claim,
            commands::save_movement,
            commands::save_event,
            commands::ladder,
            commands::call_sheet,
            commands::log_call,
            commands::save_promise,
            commands::save_offer,
            commands::save_rung,
            commands::save_advocacy,
            commands::thank,
            commands::check_plan,
            commands::save_remedy,
            commands::save_check,
            commands::answer_check,
            commands::save_next_step,
            commands::plan_step,
            commands::put_off,
            commands::bring_back,
            commands::cadence,
            commands::save_cadence,
            commands::propose_contact,
            commands::save_calendar_file,
            commands::wants_reminders,
            commands::want_reminders,
            commands::save_vendor,
            commands::save_contact,
            commands::remove,
            commands::restore,
            commands::undo,
            commands::undo_last,
            commands::redo_last,
            commands::journal,
            commands::history,
            commands::look_back,
            commands::back_to,
            commands::understand_money,
            commands::understand_day,
            commands::understand_time,
            commands::save_draft,
            commands::draft,
            commands::drop_draft,
            commands::drafts,
            commands::attachment,
            commands::evidence_options,
            commands::save_evidence,
            commands::cite,
            commands::uncite,
            commands::cover,
            commands::uncover,
            commands::add_evidence,
            commands::watch_drops,
            commands::add_dropped,
            commands::add_pasted,
            commands::stop_adding,
            commands::mail_board,
            commands::add_mails,
            commands::read_thread,
            commands::add_thread,
            commands::evidence_look,
            commands::save_enclosed,
            commands::save_attachment,
            commands::compose_dossier,
            commands::save_dossier,
            commands::dossier_board,
            commands::save_dossier_choice,
            commands::drop_dossier_choice,
            commands::mark_dossier_sent,
            commands::take_back_sent_dossier,
            commands::compose_sent_dossier,
            commands::save_sent_dossier,
            commands::import_household,
            commands::export_household,
            commands::save_archive,
            commands::save_folder,
            commands::choose_archive,
            commands::look_at_archive,
            commands::take_archive,
            commands::letters,
            commands::letters_of,
            commands::propose_letter,
            commands::start_letter,
            commands::letter,
            commands::save_letter,
            commands::save_letter_edit,
            commands::drop_letter_edit,
            commands::drop_letter,
            commands::compose_letter,
            commands::save_letter_file,
            commands::sending_proposal,
            commands::mark_sent,
            commands::take_back_sent,
            commands::sent_letter,
            commands::compose_sent_letter,
            commands::save_sent_letter,
            commands::letter_templates,
            commands::save_letter_template,
            commands::reset_letter_template,
            commands::region_board,
            commands::save_region,
            commands::clocks,
            commands::save_clock,
            commands::issues,
            commands::save_issue,
            commands::wronged_board,
            commands::choose_problem,
            commands::answer_question,
            commands::save_found_claim,
            commands::choose_statement,
            commands::read_statement,
            commands::take_statement,
            commands::statements,
            commands::statement,
            commands::statement_lines,
            commands::save_account,
            commands::confirm_match,
            commands::dismiss_match,
            commands::open_refund_list,
            commands::read_refund_list,
            commands::take_in_refund_list,
            commands::put_away_refund_list,
        ])
}

/// Answers the window's calls: the typed commands, and those whose answer is bytes.
pub(crate) fn handler() -> Box<dyn Fn(Invoke<Wry>) -> bool + Send + Sync> {
    let typed = builder().invoke_handler();
    let bytes = bytes();
    Box::new(move |invoke| {
        let command = invoke.message.command();
        if let Err(refusal) = message::bounded(command, invoke.message.payload()) {
            invoke.resolver.reject(refusal);
            return true;
        }
        match command {
            "document_page" | "evidence_picture" => bytes(invoke),
            _ => typed(invoke),
        }
    })
}

/// The commands whose answer is bytes.
fn bytes() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync {
    tauri::generate_handler![commands::document_page, commands::evidence_picture]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use specta_typescript::Typescript;

    use super::builder;

    include!("command_names.rs");

    const HEADER: &str = "// Written by `cargo xtask bindings` from the Rust types. Not for editing.\n\
                          /* eslint-disable */\n";

    /// The TypeScript of everything that crosses the border. The exporter writes files only.
    fn bindings() -> String {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let file = folder.path().join("generated.ts");
        let language = Typescript::default().header(HEADER);
        builder().export(language, &file).expect("every type has a TypeScript shape");
        std::fs::read_to_string(&file).expect("the exporter has written its file")
    }

    fn committed_file() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/lib/backend/generated.ts"))
    }

    #[test]
    fn generated_bindings_are_current() {
        let current = bindings();
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
        let bindings = bindings();
        let names = bindings.split("__TAURI_INVOKE(\"").skip(1);
        let mut called: Vec<&str> = names.filter_map(|at| at.split('"').next()).collect();
        let mut listed = COMMAND_NAMES.to_vec();
        // Their answers are bytes, which have no TypeScript type.
        called.extend(["document_page", "evidence_picture"]);
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
