//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

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
    /// The record's file: the one named, or the window's own.
    pub(crate) fn store(&self) -> Result<PathBuf, String> {
        if let Some(path) = self.store.as_ref().filter(|path| !path.as_os_str().is_empty()) {
            return Ok(path.clone());
        }
        // The folder that the window uses too.
        dirs::data_dir()
            .map(|folder| folder.join("holdfast").join("home.db"))
            .ok_or_else(|| "there is no data folder; name a record with --store".to_owned())
    }
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Take in a household file: all of it, or nothing
    Import {
        /// The household file (JSON)
        file: PathBuf,
    },
    /// Write the whole record as a household file
    Export {
        /// Where to write it; an existing file is replaced
        file: PathBuf,
    },
    /// What each vendor owes
    Owed(Answer),
    /// What is due or overdue
    Due(Answer),
    /// The remedies, and whether they hold
    Remedies(Answer),
    /// The people who helped
    People {
        /// Only those who have not been thanked
        #[arg(long, required = true)]
        to_thank: bool,
        #[command(flatten)]
        answer: Answer,
    },
    /// The disputes and where they stand
    Disputes(Answer),
    /// Print a dispute's dossier
    Dossier {
        /// Its title, short reference or id
        dispute: String,
        /// Where to write the PDF; an existing file is replaced
        #[arg(long, value_name = "FILE.pdf")]
        to: PathBuf,
        /// The day from which one looks (otherwise today)
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<NaiveDate>,
    },
    /// Check the record and every stored original
    Verify,
}

/// How an answer is given.
#[derive(Debug, Args)]
pub(crate) struct Answer {
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The day from which one looks (otherwise today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: Option<NaiveDate>,
}
