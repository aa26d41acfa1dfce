//! The dossier's readers, and the editions that were sent.

use super::{Channel, DossierChoice, DossierReader, wire};

wire! {
    /// What the dossier of a dispute offers.
    pub struct DossierBoard {
        /// Every reader, with what is chosen for them or what they get otherwise.
        pub readers: Vec<ReaderChoice>,
        /// The editions that were sent, the newest first; at their end those that were taken back.
        pub sent: Vec<SentDossier>,
    }

    /// What goes into the dossier of a reader.
    pub struct ReaderChoice {
        /// What goes in.
        pub choice: DossierChoice,
        /// Whether the household chose it. Otherwise it follows from the reader.
        pub kept: bool,
    }

    /// An edition that was sent.
    pub struct SentDossier {
        /// Which edition.
        pub id: String,
        /// Who reads it.
        pub reader: DossierReader,
        /// To whom it went.
        pub recipient: Option<String>,
        /// The day on which it was sent.
        pub on: String,
        /// The size of its file in bytes.
        pub size: u32,
        /// The SHA-256 of its file.
        pub sha256: String,
        /// How many exhibits it has.
        pub exhibits: u32,
        /// Whether “sent” was taken back.
        pub taken_back: bool,
    }

    /// How an edition was sent.
    pub struct DossierSending {
        /// The day.
        pub on: String,
        /// In which way: a letter, an e-mail or a web form.
        pub by: Channel,
        /// To whom.
        pub recipient: Option<String>,
    }
}
