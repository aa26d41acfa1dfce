//! Whether the record is encrypted, and what unlocks it.

use super::{Start, wire};

wire! {
    /// How the record is protected.
    #[derive(Copy)]
    pub struct Protection {
        /// Whether a passphrase is needed to open it.
        pub is_encrypted: bool,
        /// After how many minutes without a touch it is locked; nothing where it stays open.
        pub lock_after_minutes: Option<u32>,
    }

    /// A record that was just encrypted and lies open, with the code that opens it where the
    /// passphrase is forgotten. The code is shown this once.
    pub struct RecoveryCode {
        /// The code, in groups: `7K2M-…`.
        pub code: String,
        /// How the window goes on.
        pub start: Start,
    }
}
