//! Dossiers without a window: printed for a reader, marked as sent, given back as they were sent.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use holdfast_app::dossiers::DossierAsk;
use holdfast_app::wire::{Channel, DossierReader, SentDossier};
use holdfast_app::{App, files};

use crate::{Failure, evidence, out, values};

/// A dossier to print.
#[derive(Debug, Args)]
pub(crate) struct Dossier {
    /// Its title, short reference or id
    dispute: String,
    /// Where to write the PDF; an existing file is replaced
    #[arg(long, value_name = "FILE.pdf", value_parser = values::pdf)]
    to: PathBuf,
    /// Who reads it: what the household keeps for that reader of this dispute, words covered and
    /// facts left out with it; otherwise what such a reader gets. Without it, everything is in
    #[arg(long, value_name = "READER")]
    r#for: Option<For>,
    /// The day from which one looks (otherwise today)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    on: Option<NaiveDate>,
    /// With the exhibits themselves, whatever the reader gets: pictures on pages, originals attached
    #[arg(long)]
    with_exhibits: bool,
    /// I send this: its bytes are kept, and its exhibits keep their numbers in later editions
    #[arg(long)]
    sent: bool,
    /// How I send it
    #[arg(long, value_name = "WAY", default_value = "email", requires = "sent")]
    by: By,
}

/// In which way a dossier is sent.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    Letter,
    Email,
    WebForm,
}

impl From<By> for Channel {
    fn from(by: By) -> Self {
        match by {
            By::Letter => Self::Letter,
            By::Email => Self::Email,
            By::WebForm => Self::WebForm,
        }
    }
}

/// Who reads a dossier.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum For {
    Ombudsman,
    Vendor,
    Issuer,
    Court,
}

impl From<For> for DossierReader {
    fn from(reader: For) -> Self {
        match reader {
            For::Ombudsman => Self::Ombudsman,
            For::Vendor => Self::Vendor,
            For::Issuer => Self::Issuer,
            For::Court => Self::Court,
        }
    }
}

/// Which editions are wanted.
#[derive(Debug, Args)]
pub(crate) struct Editions {
    /// The dispute's title, short reference or id
    dispute: String,
    /// Give this edition back, byte for byte: its id, as listed
    #[arg(long, value_name = "ID", requires = "to")]
    save: Option<String>,
    /// Where to write it; an existing file is replaced
    #[arg(long, value_name = "FILE.pdf", value_parser = values::pdf, requires = "save")]
    to: Option<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Prints a dossier to a file.
pub(crate) fn print(app: &App, wanted: &Dossier) -> Result<(), Failure> {
    let ask = DossierAsk {
        dispute: &wanted.dispute,
        reader: wanted.r#for.map(Into::into),
        on: wanted.on,
        with_exhibits: wanted.with_exhibits,
    };
    let printed = files::write(&wanted.to, |out| app.print_dossier(&ask, out))?;
    if wanted.sent {
        let (_, file) = files::open(&wanted.to)?;
        app.mark_printed_sent(&printed, file, wanted.by.into())?;
    }
    for character in &printed.missing {
        out::note(format!("warning: no font has “{character}”; it stands as a box"));
    }
    out::answer(format!("{}: {} pages", wanted.to.display(), printed.pages))?;
    // Its index names files that nobody could open.
    let lost = app.lost_files_of(&wanted.dispute)?;
    evidence::note_lost(&lost);
    if lost.is_empty() { Ok(()) } else { Err(Failure::InPart) }
}

/// Lists the editions that were sent, or gives one back.
pub(crate) fn editions(app: &App, wanted: &Editions) -> Result<(), Failure> {
    if let (Some(id), Some(to)) = (&wanted.save, &wanted.to) {
        let (_, bytes) = app.sent_dossier_file(id)?;
        files::write_bytes(to, &bytes)?;
        out::answer(to.display())?;
        return Ok(());
    }
    let sent = app.sent_dossiers_answer(&wanted.dispute)?;
    if wanted.json {
        return out::json(&sent);
    }
    if sent.is_empty() {
        out::answer("no dossier was marked as sent")?;
    }
    for one in &sent {
        out::answer(line(one))?;
    }
    Ok(())
}

fn line(of: &SentDossier) -> String {
    let reader = match of.reader {
        DossierReader::Ombudsman => "the ombudsman",
        DossierReader::Vendor => "the vendor",
        DossierReader::Issuer => "the card issuer",
        DossierReader::Court => "the court",
        DossierReader::Other => "somebody else",
    };
    let to = of.recipient.as_deref().map(|to| format!(", {to}")).unwrap_or_default();
    let back = if of.taken_back { " (taken back)" } else { "" };
    format!("{}  {}  for {reader}{to}{back}", of.id, of.on)
}
