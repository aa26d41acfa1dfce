//! A second place for backups, and a place that is none for records.

use super::wire;

/// Why a second place got no backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupTroubleKind {
    /// It is not there, as a drive that is not plugged in.
    NotThere,
    /// The disk there is full.
    DiskFull,
    /// It may not be written to.
    ReadOnly,
    /// Backups of another record of the same name lie there.
    AnotherRecord,
    /// Copies under another key lie there, as from before the passphrase was removed and set anew.
    AnotherKey,
    /// Anything else.
    Failed,
}

wire! {
    /// A folder elsewhere that every backup is copied to.
    pub struct BackupPlace {
        /// What the folder that was chosen is called; where it lies is known to the program alone.
        pub name: String,
        /// What the folder in it is called that the backups lie in.
        pub folder: String,
        /// The folder beside that with copies from before the record was encrypted, which can be read
        /// without a passphrase; nothing where there is none.
        pub plain_folder: Option<String>,
        /// When a backup was last found to be there.
        pub worked: BackupMoment,
        /// What stands in the way since it last worked.
        pub trouble: Option<BackupTrouble>,
        /// Whether it lies on the disk of the records, which may be lost with both.
        pub is_same_disk: bool,
    }

    /// A moment by the clock on the wall.
    pub struct BackupMoment {
        /// The day, `YYYY-MM-DD`.
        pub on: String,
        /// The time, `HH:MM`.
        pub at: String,
    }

    /// Why a second place gets no backups.
    pub struct BackupTrouble {
        /// The day of the first try that failed since it last worked, `YYYY-MM-DD`.
        pub since: String,
        /// Why the last try failed.
        pub why: BackupTroubleKind,
    }

    /// A folder in which a record can be damaged.
    pub struct SharedPlace {
        /// The program that carries it to other computers; nothing where it lies behind a network.
        pub program: Option<String>,
    }
}
