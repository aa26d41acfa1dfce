//! Backups in a terminal: made now, listed, looked into, restored.

use std::path::Path;

use clap::Args;
use holdfast_app::wire::{
    AppError, Backup, BackupCounts, BackupKind, BackupLook, BackupState, ErrorCode,
};
use holdfast_app::{App, Clock};

use crate::out::{self, counted};
use crate::place::Place;
use crate::{Failure, deeds, evidence, tables, words};

/// A backup to restore.
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// Which, by its name in `backups`
    backup: String,
    /// Do it: what stands there now is kept beside the other backups
    #[arg(long)]
    yes: bool,
}

/// Lists the backups. The record need not be open, nor sound.
pub(crate) fn list(place: &Place, json: bool) -> Result<(), Failure> {
    let key = place.key()?;
    let backups = App::backups_of(&place.path, key.as_ref(), Clock::System)?;
    if json {
        return out::json(&backups);
    }
    let rows: Vec<Vec<String>> = backups.iter().map(row).collect();
    out::answer(tables::or_else(&rows, "There are no backups yet."))
}

/// Makes one, and copies it where that was asked for.
pub(crate) fn make(app: &App, to: Option<&Path>) -> Result<(), Failure> {
    if let Some(folder) = to {
        let (copied, originals) = app.back_up_to(folder)?;
        out::answer(row(&copied).join("  "))?;
        let originals = counted(originals, "new original", "new originals");
        out::note(format!("copied to {} with {originals}", folder.display()));
    } else {
        out::answer(row(&app.back_up_now()?).join("  "))?;
    }
    // A backup has no files; they are read again all the same, while there may be a copy of one.
    let lost = app.read_files_again()?;
    evidence::note_lost(&lost);
    if lost.is_empty() { Ok(()) } else { Err(Failure::InPart) }
}

/// Says what restoring a backup would change, and does it where that was asked for. A record that
/// cannot be opened has nothing to be set against.
pub(crate) fn restore(place: &Place, wanted: &Restore) -> Result<(), Failure> {
    let (path, key) = (place.path.as_path(), place.key()?);
    let known = App::backups_of(path, key.as_ref(), Clock::System)?;
    if !known.iter().any(|backup| backup.id == wanted.backup) {
        return Err(Failure::File(format!(
            "there is no backup {}. See `holdfast-cli backups`.",
            wanted.backup
        )));
    }
    // Opening a record that is gone would make an empty one.
    if path.exists() {
        // Damage may lie where opening does not look.
        let looked = App::open_with(path, key.as_ref(), Clock::System)
            .and_then(|app| app.look_at_backup(&wanted.backup));
        match looked {
            Ok(found) => look(&found),
            Err(error) if is_damage(&error) => {
                out::note(format!("note: {}", words::sentence(&error)));
                held(&known, wanted);
            }
            Err(error) => return Err(error.into()),
        }
    } else {
        held(&known, wanted);
    }
    if !wanted.yes {
        return Err(Failure::File(
            "nothing was changed. To restore this backup, say so with --yes.".to_owned(),
        ));
    }
    let kept = App::restore_backup(path, key.as_ref(), &wanted.backup, Clock::System)?;
    out::answer(format!("restored {}", wanted.backup))?;
    if let Some(kept) = kept {
        out::answer(format!("what it replaced is kept as {}", kept.id))?;
    }
    // Backups have no files, so that what holds these may be damaged as before.
    match App::open_with(path, key.as_ref(), Clock::System) {
        Ok(_) => Ok(()),
        Err(error) => {
            out::note(format!("note: {}", words::sentence(&error)));
            Err(Failure::InPart)
        }
    }
}

fn is_damage(error: &AppError) -> bool {
    matches!(
        error.code,
        ErrorCode::StoreDamaged | ErrorCode::OriginalsDamaged | ErrorCode::OriginalsGone
    )
}

/// What a backup holds, where there is nothing to set it against.
fn held(known: &[Backup], wanted: &Restore) {
    for backup in known.iter().filter(|backup| backup.id == wanted.backup) {
        out::note(row(backup).join("  "));
    }
}

fn look(look: &BackupLook) {
    out::note(row(&look.backup).join("  "));
    let since = [("only in the record of now", look.gone), ("only in the backup", look.back)];
    for (what, counts) in since {
        if counts != NONE {
            out::note(format!("{what}: {}", said(counts)));
        }
    }
    if look.done_since == 0 {
        out::note("nothing was changed since");
    } else {
        let changes = counted(look.done_since, "change", "changes");
        out::note(format!("{changes} made since; kept with what is replaced"));
    }
    if look.missing_files > 0 {
        let files = counted(look.missing_files, "file that it names is", "files that it names are");
        out::note(format!("{files} not among the evidence"));
    }
}

const NONE: BackupCounts = BackupCounts { disputes: 0, events: 0, letters: 0, evidence: 0 };

fn row(of: &Backup) -> Vec<String> {
    let when = match &of.at {
        Some(at) => format!("{} {at}", of.on),
        None => of.on.clone(),
    };
    let kind = match of.kind {
        BackupKind::Dated => "",
        BackupKind::BeforeUpdate => "before an update",
        BackupKind::Replaced => "replaced by a backup",
    };
    let held = match (&of.holding, of.state) {
        (Some(held), _) => said(held.counts),
        (None, BackupState::Newer) => "of a newer Holdfast".to_owned(),
        (None, BackupState::Locked) => "encrypted".to_owned(),
        (None, BackupState::Readable | BackupState::Damaged) => "damaged".to_owned(),
    };
    let last = of.holding.as_ref().and_then(|held| held.last.as_ref()).map(|last| {
        let what = last.deed.map_or("something that a newer Holdfast did", deeds::deed);
        if last.about.is_empty() { what.to_owned() } else { format!("{what}: {}", last.about) }
    });
    vec![of.id.clone(), when, kind.to_owned(), held, last.unwrap_or_default()]
}

fn said(counts: BackupCounts) -> String {
    [
        counted(counts.disputes, "dispute", "disputes"),
        counted(counts.events, "event", "events"),
        counted(counts.letters, "letter", "letters"),
        counted(counts.evidence, "file", "files"),
    ]
    .join(", ")
}
