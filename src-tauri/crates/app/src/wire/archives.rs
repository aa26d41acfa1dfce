//! Hand-over archives: what was written, what one holds, and what became of taking it in.

use super::wire;

wire! {
    /// What was written into an archive.
    pub struct ArchiveSaved {
        /// How many disputes, those in the bin left out.
        pub disputes: u32,
        /// How many originals.
        pub files: u32,
        /// How many originals the record names that are missing or damaged, and so not in it.
        pub lacking: u32,
    }

    /// What was written as plain files.
    pub struct FolderSaved {
        /// How many disputes.
        pub disputes: u32,
        /// How many letters that were sent.
        pub letters: u32,
        /// How many originals.
        pub files: u32,
        /// How many originals that are missing or damaged, and so not there.
        pub lacking: u32,
    }

    /// What an archive holds that was read through and found sound.
    pub struct ArchiveLook {
        /// What the household is called in it.
        pub household: Option<String>,
        /// When it was made, an instant.
        pub made_at: String,
        /// How many disputes, those in the bin left out.
        pub disputes: u32,
        /// How many originals.
        pub files: u32,
        /// How many originals it names and does not hold.
        pub lacking: u32,
    }

    /// What became of taking an archive in.
    pub struct ArchiveTaken {
        /// What it held.
        pub look: ArchiveLook,
        /// The backup in which the record that was there is kept, where there was one.
        pub kept: Option<String>,
        /// How many fields do not hold what their history says; `verify` names them.
        pub unjournalled: u32,
    }
}
