//! The sentence for each error: what happened, what is safe, what to do.

mod problems;

use holdfast_app::wire::{AppError, ClockStanding, ErrorCode};

use crate::archives;
pub(crate) use problems::place;

/// The sentence.
pub(crate) fn sentence(error: &AppError) -> String {
    let value = |name: &str| error.values.get(name).map_or("", String::as_str);
    let path = value("path");
    match error.code {
        ErrorCode::NotFound if value("of") == "evidence" => {
            "there is no such evidence. `holdfast-cli evidence list` has the ids; the first six signs \
             of one are enough."
                .to_owned()
        }
        ErrorCode::SeveralFound if value("of") == "evidence" => {
            "that fits more than one piece of evidence. Give more of its id.".to_owned()
        }
        ErrorCode::NotFound => "there is no such dispute. See `holdfast-cli disputes`.".to_owned(),
        ErrorCode::SeveralFound => {
            "that fits more than one dispute. Use the short reference of `holdfast-cli disputes`."
                .to_owned()
        }
        ErrorCode::Refused | ErrorCode::FileNotUnderstood => {
            let said = error.problems.iter().map(problems::sentence);
            format!("that cannot be accepted. {}", said.collect::<Vec<_>>().join("; "))
        }
        ErrorCode::Conflict => "it has changed since. Nothing was changed now.".to_owned(),
        ErrorCode::NothingToUndo => "there is nothing to undo.".to_owned(),
        ErrorCode::NothingToRedo => "there is nothing to do again.".to_owned(),
        ErrorCode::NoWayBack => "what was entered since no longer fits with it.".to_owned(),
        ErrorCode::NeverUndone => "what was erased for good is not brought back.".to_owned(),
        ErrorCode::StoreInUse => format!(
            "{path} is open in Holdfast's window, or another command is at it. Only one at a time can \
             have it, also to read. Close it there, then try again; nothing was changed."
        ),
        ErrorCode::StoreReadOnly => format!(
            "{path} cannot be written to. Nothing was changed. Allow writing to the file and its \
             folder, or use a copy elsewhere."
        ),
        ErrorCode::StoreGone => format!(
            "{path} is not where it was: it was moved, deleted, or its disk was taken away. Nothing \
             was changed. Put it back, then try again."
        ),
        ErrorCode::StoreNewer => format!(
            "{path} was written by a newer Holdfast (version {} of the record; this one knows {}). \
             It was left as it is. Install the newer Holdfast.",
            value("found"),
            value("known")
        ),
        ErrorCode::StoreForeign => format!(
            "{path} is not a record of Holdfast. It was left as it is. Name another file with \
             --store."
        ),
        ErrorCode::OriginalsDamaged if !value("open").is_empty() => format!(
            "{path}, which holds the attached files, is damaged ({}). What you wrote is not in it. \
             `evidence verify` says which files are lost, and `evidence repair` has them again where there \
             is a copy.",
            value("detail")
        ),
        ErrorCode::OriginalsGone => format!(
            "{path}, which holds the attached files, is gone. What you wrote is not in it, and nothing was \
             changed. Put it back from where it is, or from a copy of yours; or go on with what other \
             copies have with `evidence repair`, which says what is missing."
        ),
        ErrorCode::NotACopy => format!(
            "there is no copy of the record in {}: no file {}. Nothing was changed. Name the folder that \
             `backup --to` made it in.",
            value("name"),
            value("file")
        ),
        ErrorCode::OriginalsDamaged => format!(
            "{path}, which holds the attached files, is damaged ({}). It was left as it is, and what you \
             wrote is not in it. Put a copy of yours in its place; or go on with what can be read of it \
             with `evidence repair`, which keeps it too and says what is missing.",
            value("detail")
        ),
        ErrorCode::RecordGone => format!(
            "there is no record at {path}, but backups of one: `backups` lists them, and `restore` puts \
             one in its place."
        ),
        ErrorCode::StoreDamaged => {
            let backup = match value("backup") {
                "" => "Restore it from a copy of yours.".to_owned(),
                backup => format!(
                    "The last backup of a day of use is {backup}; `backups` lists them, and `restore` puts one in \
                     its place."
                ),
            };
            format!("{path} is damaged ({}). It was left as it is. {backup}", value("detail"))
        }
        ErrorCode::BackupDamaged => format!(
            "the backup {} is damaged ({}). Nothing was changed. Take another of `backups`.",
            value("name"),
            value("detail")
        ),
        ErrorCode::BackupNewer => format!(
            "the backup {} was made by a newer Holdfast. Nothing was changed. Install that one.",
            value("name")
        ),
        ErrorCode::ArchiveRefused => {
            archives::refused(value("name"), value("reason"), value("text"))
        }
        ErrorCode::ArchiveNewer => format!(
            "{} was made by a newer Holdfast. Nothing was changed. Install that one.",
            value("name")
        ),
        ErrorCode::ArchiveSealed => format!("{} needs its passphrase.", value("name")),
        ErrorCode::ArchiveWrongPassphrase => format!(
            "that is not the passphrase of {}. Nothing was changed. Without it nobody can read it.",
            value("name")
        ),
        ErrorCode::FolderNotEmpty => format!(
            "there is something in {} already, and files of Holdfast are not mixed with others. \
             Nothing was written. Name a new folder.",
            value("name")
        ),
        ErrorCode::RecordHoldsSomething => format!(
            "there is a record at {path}, and an archive is never mixed into one. Nothing was \
             changed. Name another place with --store; or say --replace, and what is there is kept \
             beside the other backups."
        ),
        ErrorCode::Locked => "the record is encrypted, and no passphrase was given.".to_owned(),
        ErrorCode::AlreadyEncrypted => {
            "the record is encrypted already. Nothing was changed. Another passphrase is set with \
             `passphrase`."
                .to_owned()
        }
        ErrorCode::NotEncrypted => {
            "the record is not encrypted, so there is no passphrase to it. Nothing was changed. \
             `encrypt` sets one."
                .to_owned()
        }
        ErrorCode::WrongPassphrase => {
            "that is not the passphrase. Nothing was changed. Small and capital letters count."
                .to_owned()
        }
        ErrorCode::WrongRecoveryCode if value("mistyped").is_empty() => {
            "that is the recovery code of another record, or an earlier one. Nothing was changed."
                .to_owned()
        }
        ErrorCode::WrongRecoveryCode => {
            "there is a slip in that recovery code. Nothing was changed. Compare it with the printed \
             one, group by group; capitals and dashes do not matter."
                .to_owned()
        }
        ErrorCode::PassphraseTooShort => format!(
            "a passphrase has at least {} letters; several words are easy to keep in mind. Nothing \
             was changed.",
            value("min")
        ),
        ErrorCode::KeyMissing => format!(
            "the record is encrypted, and the file with its key, {path}, is gone. Nothing was changed. \
             Put it back from a copy: one lies in each folder of backups."
        ),
        ErrorCode::KeyDamaged => format!(
            "the key {path} cannot be used ({}). Nothing was changed. Put it back from a copy: one lies \
             in each folder of backups.",
            value("detail")
        ),
        ErrorCode::StoreNoFolder => format!("there is no folder {path}. Make it, then try again."),
        ErrorCode::SharedPlace => format!(
            "{path} lies in a folder that other computers share, which can damage a record. Name \
             another with --store."
        ),
        ErrorCode::StillNamed => format!("a {} still names it.", value("by")),
        ErrorCode::InBin => format!("it names a {} that lies in the bin.", value("record")),
        ErrorCode::DiskFull => {
            "the disk is full. What was saved before is safe. Make room, then try again.".to_owned()
        }
        ErrorCode::Io => format!("{path} could not be read or written: {}", value("detail")),
        ErrorCode::FileTooLarge => {
            format!("{} is larger than {} bytes.", value("name"), value("limit"))
        }
        ErrorCode::TooManyFiles => format!(
            "there are more than {} files, with those in folders. Nothing was taken in. Name fewer at \
             a time.",
            value("limit")
        ),
        ErrorCode::FileEmpty => format!("{} has nothing in it.", value("name")),
        ErrorCode::EvidenceDamaged if value("missing").is_empty() => format!(
            "{} is no longer what it was when it was added, so it was not given out.",
            value("name")
        ),
        ErrorCode::EvidenceDamaged => format!(
            "the original of {} is not there any more. What you wrote about it is safe. Where you have \
             the file, add it again.",
            value("name")
        ),
        ErrorCode::OriginalErased => {
            format!("that file was erased for good on {}. Its bytes are gone.", value("on"))
        }
        ErrorCode::TypesettingFailed => {
            format!("the dossier could not be set: {}. The record is safe.", value("detail"))
        }
        ErrorCode::LetterSent => "it was sent, and what was sent is never changed.".to_owned(),
        ErrorCode::LetterIncomplete => {
            let codes = error.problems.iter().map(|it| it.code.as_str());
            format!("the letter still lacks: {}.", codes.collect::<Vec<_>>().join(", "))
        }
        ErrorCode::TemplateFault => {
            format!("the template has a fault in line {}: {}", value("line"), value("said"))
        }
        ErrorCode::PreviewGone => "the preview is gone; compose it again.".to_owned(),
        ErrorCode::PlaceOfAnotherRecord => {
            "backups of another record lie in that folder; name another folder.".to_owned()
        }
        ErrorCode::PlaceUnderAnotherKey => {
            "the copies in that folder are not encrypted as the record is; name another folder, or \
             move them away."
                .to_owned()
        }
        ErrorCode::NotInSample => format!("{path} is not a copy of the sample."),
        ErrorCode::Internal => {
            format!("a fault in Holdfast: {}. What was saved before is safe.", value("detail"))
        }
    }
}

/// How a time limit stands, in a word or two.
pub(crate) fn clock_standing(standing: ClockStanding) -> &'static str {
    match standing {
        ClockStanding::Proposed => "may apply",
        ClockStanding::Running => "running",
        ClockStanding::Passed => "passed",
        ClockStanding::Met => "done in time",
        ClockStanding::MetLate => "done, but late",
        ClockStanding::Missed => "not done",
        ClockStanding::Closed => "closed",
        ClockStanding::DoesNotApply => "does not apply",
    }
}
