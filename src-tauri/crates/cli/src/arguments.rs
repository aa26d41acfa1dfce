//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use holdfast_app::wire::{LetterFormat, LetterKind};

use crate::archives::{ImportArchive, Seal};
use crate::backups::Restore;
use crate::dossiers::{Dossier, Editions};
use crate::erase::{Erase, EraseOriginal};
use crate::evidence::EvidenceCommand;
use crate::household::Import;
use crate::place::Place;
use crate::protection::{NewPassphrase, NewRecord, Sheet};
use crate::refund_lists::ImportRefunds;
use crate::search::Search;
use crate::values;

/// The household's record without a window.
#[derive(Debug, Parser)]
#[command(name = "holdfast-cli", version, about)]
pub(crate) struct Arguments {
    /// Where the record is kept (otherwise HOLDFAST_STORE, otherwise the data folder)
    #[arg(long, value_name = "FILE", env = "HOLDFAST_STORE", global = true)]
    store: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// Where the record lies: where it was said, or where the window's own does.
    pub(crate) fn place(&self) -> Result<Place, String> {
        if let Some(path) = self.store.as_ref().filter(|path| !path.as_os_str().is_empty()) {
            return Ok(Place { path: path.clone(), is_usual: false });
        }
        // The folder that the window uses too.
        dirs::data_dir()
            .map(|folder| Place { path: folder.join("holdfast").join("home.db"), is_usual: true })
            .ok_or_else(|| "there is no data folder; name a record with --store".to_owned())
    }
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Take in a household file: all of it, or nothing
    Import(Import),
    /// Write the whole record as a household file
    Export {
        /// Where to write it; an existing file is replaced
        file: PathBuf,
    },
    /// Write the whole record into one hand-over archive (.holdfast), files and history included
    ExportArchive {
        /// Where to write it; an existing file is replaced
        file: PathBuf,
        #[command(flatten)]
        seal: Seal,
    },
    /// Write everything as plain files: tables, letters, and the attached files by their names
    ExportFolder {
        /// The folder to make
        folder: PathBuf,
    },
    /// Make a record of a hand-over archive: all of it, or nothing
    ImportArchive(ImportArchive),
    /// What each vendor owes
    Owed {
        #[command(flatten)]
        answer: Answer,
        /// With what is settled; JSON always has it
        #[arg(long)]
        all: bool,
    },
    /// What asks for attention today, as the window's Today says it
    Due(Answer),
    /// The remedies, and whether they hold
    Remedies(Answer),
    /// The people at the vendors, or those of them to thank
    People {
        /// Only those who helped and have not been thanked
        #[arg(long)]
        to_thank: bool,
        #[command(flatten)]
        answer: Answer,
    },
    /// The disputes and where they stand
    Disputes(Answer),
    /// Print a dispute's dossier, for its reader
    Dossier(Dossier),
    /// The editions of a dispute's dossier that were sent, and each of them back as it was
    Editions(Editions),
    /// The letters: being written, sent, and those that would fit now
    Letters(Answer),
    /// Write a letter from the record; nothing is stored
    Letter(Letter),
    /// Write what is undone as a calendar file, with alarms
    Calendar {
        /// Where to write it; an existing file is replaced
        #[arg(long, value_name = "FILE.ics", value_parser = values::ics)]
        to: PathBuf,
    },
    /// Take in a bank's file: OFX, QFX, CSV, CAMT, QIF or MT940
    ImportStatement(ImportStatement),
    /// What the lines of the statements seem to mean, and nobody has said yet
    Matches {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Say yes to proposals of `matches`: what follows from each is written down
    Confirm(Confirm),
    /// Check the record and every stored original
    Verify,
    /// The backups and what each holds
    Backups {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Make a backup now
    Backup {
        /// Copy it, and the originals that are not there yet, into a folder of another disk too
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// Put a backup in the place of the record, which is kept; shows first what would change
    Restore(Restore),
    /// Erase words for good, from everything but files and backups; asks for them, or reads one line
    /// of standard input. Shows first where they stand
    Erase(Erase),
    /// Erase one added file for good, from everywhere it is named. Shows first where that is
    EraseOriginal(EraseOriginal),
    /// Encrypt the record, its files and its backups with a passphrase; gives the recovery code once
    Encrypt(NewRecord),
    /// Take the passphrase away: the record, its files and its backups can be read by anybody then
    Decrypt,
    /// Change the passphrase; who has forgotten it gives the recovery code instead
    Passphrase(NewPassphrase),
    /// Make a new recovery code, which is given once; the old one is worth nothing then
    RecoveryCode(Sheet),
    /// Receipts, letters, pictures: add, list, give back, check
    #[command(subcommand)]
    Evidence(EvidenceCommand),
    /// Take in e-mails (.eml): each an event with its date, its people and its files
    ImportMail(ImportMail),
    /// Take in your own list of refunds (CSV): each row a dispute with its claim and what came of it.
    /// Leaves with 0 where all was taken in, 3 where rows were named and left out, 1 where nothing was
    ImportRefunds(ImportRefunds),
    /// Find by words: disputes, facts, sums, people, vendors, letters and documents
    Search(Search),
    /// The time limits of a dispute: what runs, what may apply, what is over
    Clocks {
        /// Its title, short reference or id
        dispute: String,
        #[command(flatten)]
        answer: Answer,
    },
    /// The day that lies so many business days after another; needs no record
    BusinessDay(BusinessDay),
}

/// E-mails to take in.
#[derive(Debug, Args)]
pub(crate) struct ImportMail {
    /// The e-mails, and folders of them; the same e-mail is taken in once
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The dispute's title, short reference or id
    #[arg(long, value_name = "NAME")]
    pub(crate) dispute: String,
    /// With which vendor (otherwise as the addresses say)
    #[arg(long, value_name = "NAME")]
    pub(crate) vendor: Option<String>,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// A bank's file.
#[derive(Debug, Args)]
pub(crate) struct ImportStatement {
    /// The file
    pub(crate) file: PathBuf,
    /// What the household calls the account; a new one where none is called so
    #[arg(long, value_name = "NAME")]
    pub(crate) account: Option<String>,
    /// The form (otherwise found out)
    #[arg(long)]
    pub(crate) format: Option<Form>,
    /// The currency of lines that name none, such as USD (otherwise the household's)
    #[arg(long, value_name = "CUR")]
    pub(crate) currency: Option<String>,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// The form of a bank's file.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Form {
    Ofx,
    Csv,
    Camt,
    Qif,
    Mt940,
}

impl From<Form> for holdfast_app::wire::StatementFormat {
    fn from(form: Form) -> Self {
        match form {
            Form::Ofx => Self::Ofx,
            Form::Csv => Self::Csv,
            Form::Camt => Self::Camt,
            Form::Qif => Self::Qif,
            Form::Mt940 => Self::Mt940,
        }
    }
}

/// Yes or no to proposals.
#[derive(Debug, Args)]
pub(crate) struct Confirm {
    /// The proposals, by the ids that `matches` gives
    #[arg(required = true, value_name = "PROPOSAL_ID")]
    pub(crate) proposals: Vec<String>,
    /// Say no: they are not made again
    #[arg(long)]
    pub(crate) dismiss: bool,
    /// Know the vendor by what the bank writes from now on
    #[arg(long, conflicts_with = "dismiss")]
    pub(crate) learn_name: bool,
}

/// A sum of business days.
#[derive(Debug, Args)]
pub(crate) struct BusinessDay {
    /// The day from which is counted; it is not counted itself
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub(crate) from: NaiveDate,
    /// How many business days
    #[arg(long, value_name = "N")]
    pub(crate) days: u32,
    /// Whose business days: a country or a part of one, such as US or GB-SCT
    #[arg(long, value_name = "REGION")]
    pub(crate) region: String,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// How an answer is given.
#[derive(Debug, Args)]
pub(crate) struct Answer {
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The day from which one looks (otherwise today)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub(crate) on: Option<NaiveDate>,
}

/// A letter to write.
#[derive(Debug, Args)]
pub(crate) struct Letter {
    /// The dispute's title, short reference or id
    pub(crate) dispute: String,
    /// What the letter is for
    #[arg(long)]
    pub(crate) kind: Kind,
    /// To which person or vendor, by name (otherwise whom the record proposes)
    #[arg(long, value_name = "CONTACT|VENDOR")]
    pub(crate) to: Option<String>,
    /// Which member writes, by name (otherwise who leads the dispute)
    #[arg(long, value_name = "MEMBER")]
    pub(crate) from: Option<String>,
    /// By when an answer is asked for (otherwise as the kind proposes)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub(crate) reply_by: Option<NaiveDate>,
    /// The day that the letter bears (otherwise today)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    pub(crate) on: Option<NaiveDate>,
    /// Where to write it, ending in .pdf, .docx, .txt or .eml; an existing file is replaced
    #[arg(long, value_name = "FILE", required_unless_present = "check", value_parser = output)]
    pub(crate) out: Option<Output>,
    /// Say as JSON what it lacks and where its tone hurts; leaves with 1 while it is not complete
    #[arg(long)]
    pub(crate) check: bool,
}

/// A file to write a letter to.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    pub(crate) path: PathBuf,
    pub(crate) format: LetterFormat,
}

fn output(text: &str) -> Result<Output, String> {
    let path = PathBuf::from(text);
    let format = match values::ending(&path).as_str() {
        "pdf" => LetterFormat::Pdf,
        "docx" => LetterFormat::Docx,
        "txt" => LetterFormat::Txt,
        "eml" => LetterFormat::Eml,
        _ => return Err("the name has to end in .pdf, .docx, .txt or .eml".to_owned()),
    };
    Ok(Output { path, format })
}

/// What a letter is for.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    Complaint,
    FollowUp,
    Confirmation,
    Escalation,
    ThankYou,
    Commendation,
    FinalNotice,
    BillingError,
    BeforeClaim,
    RefusalRequest,
}

impl From<Kind> for LetterKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Complaint => Self::Complaint,
            Kind::FollowUp => Self::FollowUp,
            Kind::Confirmation => Self::Confirmation,
            Kind::Escalation => Self::Escalation,
            Kind::ThankYou => Self::ThankYou,
            Kind::Commendation => Self::Commendation,
            Kind::FinalNotice => Self::FinalNotice,
            Kind::BillingError => Self::BillingError,
            Kind::BeforeClaim => Self::BeforeClaim,
            Kind::RefusalRequest => Self::RefusalRequest,
        }
    }
}
