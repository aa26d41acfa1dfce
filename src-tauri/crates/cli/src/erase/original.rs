//! Erasing a file that was added, in a terminal: shown first, done with a yes.

use clap::Args;
use holdfast_app::App;
use holdfast_app::wire::{EraseOriginalLook, FileKeeper, FileKeeperKind};

use super::COPIES;
use crate::Failure;
use crate::out::{self, counted};

/// A file to erase.
#[derive(Debug, Args)]
pub(crate) struct EraseOriginal {
    /// The evidence, by the id that `evidence list` gives, or its beginning where it fits only one
    id: String,
    /// Do it: it is never undone
    #[arg(long)]
    yes: bool,
    /// What names it, as JSON
    #[arg(long, conflicts_with = "yes")]
    json: bool,
}

/// Shows what names the file, and erases it where that was asked for.
pub(crate) fn original(app: &App, wanted: &EraseOriginal) -> Result<(), Failure> {
    let id = app.evidence_id(&wanted.id)?;
    let look = app.look_to_erase_original(&id)?;
    if wanted.json {
        return out::json(&look);
    }
    show(&look);
    if !wanted.yes {
        return Err(Failure::File(
            "nothing was changed. To erase it for good, say so with --yes.".to_owned(),
        ));
    }
    let done = app.erase_original(&id)?;
    out::answer(format!("erased {} for good; what was said of it stays", look.name))?;
    if !done.is_clean {
        out::note(
            "note: nobody can open it any more, but some bytes of it could not be overwritten yet. \
             That is tried again at the next start.",
        );
    }
    Ok(())
}

fn show(look: &EraseOriginalLook) {
    out::note(format!("{}, {} bytes, is named by", look.name, look.size));
    for kept in &look.named_by {
        out::note(format!("    {}", named(kept)));
    }
    if look.kept_damaged > 0 {
        let kept = counted(
            look.kept_damaged,
            "damaged file of originals, kept beside the backups, goes",
            "damaged files of originals, kept beside the backups, go",
        );
        out::note(format!("{kept} as well, for what else it has cannot be told"));
    }
    if let Some(elsewhere) = &look.elsewhere {
        out::note(format!("it goes from the copies in {elsewhere} with the next backup there"));
    }
    out::note(format!("it stays in {COPIES}"));
}

/// What names a file, in a line.
pub(crate) fn named(of: &FileKeeper) -> String {
    let sort = match of.kind {
        FileKeeperKind::File => "the evidence",
        FileKeeperKind::SentLetter => "the letter as sent",
        FileKeeperKind::Statement => "the bank statement",
        FileKeeperKind::Dossier => "the dossier sent to",
    };
    let dispute = of.dispute.as_ref().map(|it| format!(" of “{}”", it.name));
    format!("{sort} {}{}", of.name, dispute.unwrap_or_default())
}
