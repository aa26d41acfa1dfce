//! Erasing for good in a terminal: shown first, done with a yes. The words are typed or handed over
//! by a script, and never an argument, which would stay in the history of the shell.

use std::io::{IsTerminal as _, stdin};

use clap::Args;
use holdfast_app::App;
use holdfast_app::wire::{
    AppError, EraseBackups, EraseDone, EraseLook, EraseNoun, ErasePlaces, ErrorCode, FileKeeper,
    FileKeeperKind,
};

mod original;

use crate::Failure;
use crate::out::{self, counted};
pub(crate) use original::{EraseOriginal, named, original};

/// Words to erase.
#[derive(Debug, Args)]
pub(crate) struct Erase {
    /// Do it: it is never undone
    #[arg(long)]
    yes: bool,
    /// Then make a backup, and remove every older one, which may have the words
    #[arg(long, requires = "yes")]
    renew_backups: bool,
    /// What was found, as JSON
    #[arg(long, conflicts_with = "yes")]
    json: bool,
}

/// Shows where the words stand, and erases them where that was asked for.
pub(crate) fn words(app: &App, wanted: &Erase) -> Result<(), Failure> {
    let words = typed()?;
    let look = app.look_to_erase(&words).map_err(refused)?;
    if wanted.json {
        return out::json(&look);
    }
    show(&look);
    if look.places.is_empty() {
        out::answer("the words stand nowhere in the record; nothing was changed in it")?;
        // They may have been erased before, and stand in backups still.
        return if wanted.renew_backups { renew(app) } else { Ok(()) };
    }
    if !wanted.yes {
        return Err(Failure::File(
            "nothing was changed. To erase them for good, say so with --yes.".to_owned(),
        ));
    }
    done(&app.erase_words(&words).map_err(refused)?)?;
    if wanted.renew_backups { renew(app) } else { Ok(()) }
}

/// One line, asked for where somebody sits at a terminal.
fn typed() -> Result<String, Failure> {
    if stdin().is_terminal() {
        out::note("The words to erase (they are not kept in the history of this shell):");
    }
    let mut line = String::new();
    let read = stdin().read_line(&mut line);
    read.map_err(|error| Failure::File(format!("the words could not be read: {error}")))?;
    Ok(line)
}

fn refused(error: AppError) -> Failure {
    let is = |code: &str| error.problems.iter().any(|it| it.code == code);
    if error.code != ErrorCode::Refused {
        return error.into();
    }
    let why = if is("too_short") {
        "the words need at least four letters or digits, or they would be found where nobody means them"
    } else if is("brackets") {
        "the words have square brackets, as the mark has; leave these out"
    } else if is("the_mark") {
        "the words are part of the mark that stands where something was erased"
    } else {
        return error.into();
    };
    Failure::File(format!("{why}. Nothing was changed."))
}

fn show(look: &EraseLook) {
    for places in &look.places {
        out::note(place(places));
        for excerpt in &places.excerpts {
            let text = format!("{}{}{}", excerpt.before, excerpt.words, excerpt.behind);
            out::note(format!("    {}", text.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    for kept in &look.keepers {
        out::note(keeps(kept));
    }
    if !look.places.is_empty() {
        backups(&look.backups);
        out::note(format!("so may {COPIES}"));
    }
}

/// Copies of which nobody keeps a list.
const COPIES: &str = "copies that were made elsewhere, such as with `backup --to`, and archives that were \
    handed over: delete these where you have new ones";

fn place(of: &ErasePlaces) -> String {
    let (one, several) = noun(of.noun);
    let mut text = match &of.name {
        Some(name) if of.noun == EraseNoun::Document => format!("the text read from {name}"),
        Some(name) => format!("{} of {name}", counted(of.count, one, several)),
        None => counted(of.count, one, several),
    };
    if let Some(dispute) = &of.dispute {
        text.push_str(&format!(" of “{}”", dispute.name));
    }
    match of.in_bin {
        0 => {}
        all if all == of.count => text.push_str(", in the bin"),
        some => text.push_str(&format!(", {some} of them in the bin")),
    }
    text
}

fn keeps(kept: &FileKeeper) -> String {
    let name = &kept.name;
    match kept.kind {
        FileKeeperKind::File => format!("keeps the words: the file {name} itself"),
        FileKeeperKind::SentLetter => {
            format!("keeps the words: the PDF of the letter “{name}” as sent")
        }
        FileKeeperKind::Statement => format!("keeps the words: the bank's file {name}"),
        FileKeeperKind::Dossier => format!("may keep the words: the dossier sent to {name}"),
    }
}

fn backups(of: &EraseBackups) {
    if let (count @ 1.., Some(oldest)) = (of.count, &of.oldest) {
        let backups = counted(count, "backup", "backups");
        let since = if count == 1 { "of" } else { "the oldest of" };
        out::note(format!(
            "{backups}, {since} {oldest}, may have the words too; those of days of use go as they age, \
             and --renew-backups removes all of them now"
        ));
    }
    if of.kept_damaged > 0 {
        let kept = counted(of.kept_damaged, "damaged file", "damaged files");
        out::note(format!(
            "so may {kept} of originals, kept beside the backups; --renew-backups removes it with them"
        ));
    }
    if let Some(elsewhere) = &of.elsewhere {
        out::note(format!("so may the copies in {elsewhere}"));
    }
}

fn done(done: &EraseDone) -> Result<(), Failure> {
    let places = counted(done.places, "place", "places");
    out::answer(format!("erased for good in {places}, and in the history"))?;
    if !done.is_clean {
        out::note(
            "note: the words are gone from the record, but some bytes of its files could not be \
             written anew yet. That is tried again at the next start.",
        );
    }
    Ok(())
}

fn renew(app: &App) -> Result<(), Failure> {
    let renewed = app.renew_backups()?;
    let removed = counted(renewed.removed, "older one", "older ones");
    let damaged = counted(renewed.removed_damaged, "damaged file", "damaged files");
    let too = if renewed.removed_damaged == 0 {
        String::new()
    } else {
        format!(", with {damaged} of originals that had been kept beside them")
    };
    out::answer(format!("made a backup, and removed {removed}{too}"))?;
    if let Some(place) = renewed.not_reached {
        out::note(format!("note: {place} could not be reached; its copies may have the words"));
    }
    Ok(())
}

fn noun(of: EraseNoun) -> (&'static str, &'static str) {
    match of {
        EraseNoun::Household => ("name of the household", "names of the household"),
        EraseNoun::Member => ("member", "members"),
        EraseNoun::Vendor => ("vendor", "vendors"),
        EraseNoun::Person => ("person", "people"),
        EraseNoun::Dispute => ("field of the dispute itself", "fields of the dispute itself"),
        EraseNoun::Party => ("vendor's part", "vendors' parts"),
        EraseNoun::Claim => ("claim", "claims"),
        EraseNoun::Movement => ("payment", "payments"),
        EraseNoun::Fact => ("fact", "facts"),
        EraseNoun::Note => ("private note", "private notes"),
        EraseNoun::Issue => ("point in question", "points in question"),
        EraseNoun::Promise => ("promise", "promises"),
        EraseNoun::Offer => ("offer", "offers"),
        EraseNoun::Rung => ("step up the ladder", "steps up the ladder"),
        EraseNoun::Help => ("help", "helps"),
        EraseNoun::Remedy => ("remedy", "remedies"),
        EraseNoun::Check => ("check", "checks"),
        EraseNoun::Step => ("next step", "next steps"),
        EraseNoun::File => ("caption or name of a file", "captions or names of files"),
        EraseNoun::Letter => ("letter being written", "letters being written"),
        EraseNoun::SentLetter => ("letter as sent", "letters as sent"),
        EraseNoun::Template => ("letter template", "letter templates"),
        EraseNoun::Dossier => ("choice for a dossier", "choices for a dossier"),
        EraseNoun::Account => ("bank account", "bank accounts"),
        EraseNoun::Statement => ("name of a bank's file", "names of a bank's files"),
        EraseNoun::Line => ("bank line", "bank lines"),
        EraseNoun::Layout => ("layout of a table", "layouts of tables"),
        EraseNoun::Draft => ("form being typed", "forms being typed"),
        EraseNoun::Document => ("text of a document", "texts of documents"),
        EraseNoun::Unnamed => (
            "file that nothing in the record names, as a whole",
            "files that nothing in the record names, as a whole",
        ),
        EraseNoun::Before => ("older version in the history", "older versions in the history"),
        EraseNoun::Journal => ("line of the history", "lines of the history"),
    }
}
