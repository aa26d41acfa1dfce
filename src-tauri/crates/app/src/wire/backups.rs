//! Backups of the records, and what restoring one would change.

use super::{Deed, FileKeeper, wire};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// On a day of use, or because somebody asked.
    Dated,
    /// Before the records were taken to a newer version.
    BeforeUpdate,
    /// It is what stood there before a backup was restored.
    Replaced,
}

/// Whether a backup can be read, as far as a quick look tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupState {
    /// It can.
    Readable,
    /// It is damaged.
    Damaged,
    /// A newer Holdfast made it.
    Newer,
    /// It is encrypted, and the record is locked.
    Locked,
}

wire! {
    /// A backup.
    pub struct Backup {
        /// Its name in the folder of backups.
        pub id: String,
        /// Why it was made.
        pub kind: BackupKind,
        /// The day on which it was made, `YYYY-MM-DD`.
        pub on: String,
        /// The time on the wall, `HH:MM`; older ones say the day alone.
        pub at: Option<String>,
        /// Its size in bytes.
        pub size: u32,
        /// Whether it can be read.
        pub state: BackupState,
        /// What is in it; nothing where it cannot be read.
        pub holding: Option<BackupHolding>,
    }

    /// What a backup holds.
    pub struct BackupHolding {
        /// What the household is called in it.
        pub household: Option<String>,
        /// How much of each sort.
        pub counts: BackupCounts,
        /// The last thing that was done before it was made.
        pub last: Option<BackupAction>,
    }

    /// How many things of a sort; those in the bin are not counted.
    #[derive(Copy)]
    pub struct BackupCounts {
        /// Disputes.
        pub disputes: u32,
        /// Events.
        pub events: u32,
        /// Letters, sent ones and drafts.
        pub letters: u32,
        /// Files.
        pub evidence: u32,
    }

    /// Something that was done.
    pub struct BackupAction {
        /// What; nothing where a newer Holdfast did it.
        pub deed: Option<Deed>,
        /// What it was done to, in the person's words.
        pub about: String,
        /// The instant.
        pub at: String,
    }

    /// A backup that was read through and found sound, set against the records of now.
    pub struct BackupLook {
        /// Which.
        pub backup: Backup,
        /// How many things were done that it does not have.
        pub done_since: u32,
        /// What is there now and not in it.
        pub gone: BackupCounts,
        /// What is in it and not there now.
        pub back: BackupCounts,
        /// How many files it names that are not among the evidence any more.
        pub missing_files: u32,
        /// How many forms are being typed; they stay as they are.
        pub drafts: u32,
    }

    /// What became of a file of originals that was damaged or gone, or that lacked some.
    pub struct OriginalsRepaired {
        /// How many files are there again.
        pub saved: u32,
        /// How many the record names that are nowhere to be had as they were.
        pub missing: u32,
        /// As what a damaged one is kept, beside the backups.
        pub kept: Option<String>,
    }

    /// How a file of originals was brought in order.
    pub struct Repair {
        /// What became of it; nothing where it was sound.
        pub repaired: Option<OriginalsRepaired>,
        /// The files that are lost all the same.
        pub lost: Vec<LostFile>,
    }

    /// A file that the record names and that is not there as it was.
    pub struct LostFile {
        /// What names it; evidence by its caption with what the file is called.
        pub naming: FileKeeper,
        /// Whether something is there, but no longer what it was.
        pub is_changed: bool,
    }

    /// What a check of everything found.
    pub struct RecordCheck {
        /// What is not as it should be but for single files, each in a sentence.
        pub findings: Vec<String>,
        /// The files that are lost.
        pub lost: Vec<LostFile>,
        /// How many files were read.
        pub read: u32,
    }
}
