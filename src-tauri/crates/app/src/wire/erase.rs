//! Erasing for good, as it crosses the boundary.

use super::{Named, wire};

/// What has the words, as a person would name it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    specta::Type,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the doors have the words for each, in one table")]
pub enum EraseNoun {
    Household,
    Member,
    Vendor,
    Person,
    Dispute,
    Party,
    Claim,
    Movement,
    Fact,
    Note,
    Issue,
    Promise,
    Offer,
    Rung,
    Help,
    Remedy,
    Check,
    Step,
    File,
    Letter,
    SentLetter,
    Template,
    Dossier,
    Account,
    Statement,
    Line,
    Layout,
    Draft,
    /// The text that was read out of a file.
    Document,
    /// A file that nothing in the record names, such as one that came after a backup which was restored.
    /// It goes as a whole: nobody could ask for it by itself.
    Unnamed,
    /// What a field held before.
    Before,
    /// What the history says that something was done to.
    Journal,
}

/// As what a file is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FileKeeperKind {
    /// A file that was added.
    File,
    /// A letter that was sent: its PDF.
    SentLetter,
    /// A bank's file.
    Statement,
    /// A dossier that was sent. Whether it shows the words is not known.
    Dossier,
}

wire! {
    /// Where words stand, before they are erased.
    pub struct EraseLook {
        /// The texts that would get a mark, by what they are of.
        pub places: Vec<ErasePlaces>,
        /// What would keep the words.
        pub keepers: Vec<FileKeeper>,
        /// The backups, which keep them until they go.
        pub backups: EraseBackups,
    }

    /// Texts of one sort that have the words.
    pub struct ErasePlaces {
        /// Of which sort.
        pub noun: EraseNoun,
        /// In which dispute, where it is of one.
        pub dispute: Option<Named>,
        /// What the file or the statement is called, where it is one.
        pub name: Option<String>,
        /// How many.
        pub count: u32,
        /// How many of them lie in the bin.
        pub in_bin: u32,
        /// What stands around the words in the first of them.
        pub excerpts: Vec<EraseExcerpt>,
    }

    /// Words as they stand in a text.
    pub struct EraseExcerpt {
        /// What stands before them.
        pub before: String,
        /// The words as they stand there.
        pub words: String,
        /// What stands behind them.
        pub behind: String,
    }

    /// A record by which a file is kept: what names it.
    pub struct FileKeeper {
        /// What.
        pub kind: FileKeeperKind,
        /// The attachment, the letter that was sent, the statement or the dossier.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// In which dispute, where it is of one.
        pub dispute: Option<Named>,
    }

    /// The backups that there are.
    pub struct EraseBackups {
        /// How many beside the record.
        pub count: u32,
        /// How many damaged files of originals are kept among them.
        pub kept_damaged: u32,
        /// The day of the oldest, `YYYY-MM-DD`.
        pub oldest: Option<String>,
        /// What the second folder is called that they are copied to, where there is one.
        pub elsewhere: Option<String>,
    }

    /// What was erased.
    pub struct EraseDone {
        /// In how many places a mark stands now, those of the history not counted.
        pub places: u32,
        /// Whether nothing is left of it in the files. Otherwise that is tried again at the next start.
        pub is_clean: bool,
        /// The backups, which still have it.
        pub backups: EraseBackups,
    }

    /// What would be gone with a file that was added, before it is erased.
    pub struct EraseOriginalLook {
        /// What it is called.
        pub name: String,
        /// Its size in bytes.
        pub size: u32,
        /// Everything that names it, in the bin or out of it.
        pub named_by: Vec<FileKeeper>,
        /// What the second folder is called, from which it goes with the next backup.
        pub elsewhere: Option<String>,
        /// How many damaged files of originals are kept, which go as well.
        pub kept_damaged: u32,
    }

    /// That a file was erased.
    pub struct EraseOriginalDone {
        /// The day that its mark bears.
        pub on: String,
        /// Whether nothing is left of it in the files. Otherwise that is tried again at the next start.
        pub is_clean: bool,
    }

    /// That one new backup took the place of all.
    pub struct BackupsRenewed {
        /// How many older ones were removed.
        pub removed: u32,
        /// How many damaged files of originals, which were kept among them, went as well.
        pub removed_damaged: u32,
        /// The second folder, where it could not be reached and still has the older ones.
        pub not_reached: Option<String>,
    }
}
