//! What is chosen for dossiers, and the editions that were sent.

use holdfast_domain::{DisputeId, DossierChoice, DossierReader, SentDossier, SentDossierId};

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(DossierChoice {
    label: "t.reader",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    reader: ["reader"],
    recipient: ["recipient"],
    without: ["without"],
    leave_out: ["leave_out"],
    show_accounts: ["show_accounts"],
    us_letter: ["us_letter"],
    with_exhibits: ["with_exhibits"],
    covered: ["covered"],
});

stored!(SentDossier {
    label: "coalesce(t.recipient, t.reader)",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    reader: ["reader"],
    recipient: ["recipient"],
    on: ["sent_on"],
    pdf: ["pdf"],
    pdf_size: ["pdf_size"],
    exhibits: ["exhibits"],
    marked_at: ["marked_at"],
});

/// In a dispute that is not in the bin.
const IN_SIGHT: &str =
    "EXISTS (SELECT 1 FROM dispute d WHERE d.id = t.dispute AND d.deleted_at IS NULL)";

impl Reader {
    /// What is chosen for the dossiers of a dispute, one for each reader of whom anything is.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn dossier_choices(&self, dispute: DisputeId) -> Result<Vec<DossierChoice>, StoreError> {
        self.list("t.dispute = ?1 AND t.deleted_at IS NULL ORDER BY t.id", [dispute.to_string()])
    }

    /// What is chosen for the dossier of a dispute and a reader.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn dossier_choice(
        &self,
        dispute: DisputeId,
        reader: DossierReader,
    ) -> Result<Option<DossierChoice>, StoreError> {
        let tail = "t.dispute = ?1 AND t.reader = ?2 AND t.deleted_at IS NULL";
        Ok(self.list(tail, [dispute.to_string(), reader.to_string()])?.pop())
    }

    /// An edition that was sent, and whether “sent” was taken back since.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sent_dossier(
        &self,
        id: SentDossierId,
    ) -> Result<Option<(SentDossier, bool)>, StoreError> {
        let of_id = |bin: &str| {
            let tail = format!("t.id = ?1 AND t.deleted_at {bin} AND {IN_SIGHT}");
            Ok::<_, StoreError>(self.list(&tail, [id.to_string()])?.pop())
        };
        Ok(match of_id("IS NULL")? {
            Some(sent) => Some((sent, false)),
            None => of_id("IS NOT NULL")?.map(|sent| (sent, true)),
        })
    }

    /// The editions of a dispute that were sent, in the order in which they were marked so.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sent_dossiers_of(&self, dispute: DisputeId) -> Result<Vec<SentDossier>, StoreError> {
        let tail = format!(
            "t.dispute = ?1 AND t.deleted_at IS NULL AND {IN_SIGHT} ORDER BY t.marked_at, t.id"
        );
        self.list(&tail, [dispute.to_string()])
    }

    /// The editions of a dispute that were marked as sent and taken back, the latest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn dossiers_taken_back(&self, dispute: DisputeId) -> Result<Vec<SentDossier>, StoreError> {
        let tail = format!(
            "t.dispute = ?1 AND t.deleted_at IS NOT NULL AND {IN_SIGHT}
             ORDER BY t.deleted_at DESC, t.id DESC"
        );
        self.list(&tail, [dispute.to_string()])
    }
}

impl Writer<'_> {
    /// Enters what is chosen for a reader, or changes what differs.
    ///
    /// # Errors
    /// [`StoreError::Constraint`] where the dispute has another choice for that reader; when the
    /// store cannot be written.
    pub fn put_dossier_choice(&mut self, choice: &DossierChoice) -> Result<(), StoreError> {
        self.put(choice)
    }

    /// Enters an edition that was sent. Its PDF must be among the originals.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`]; [`StoreError::Constraint`] where it differs from what was entered
    /// before; and what any write can meet.
    pub fn put_sent_dossier(&mut self, sent: &SentDossier) -> Result<(), StoreError> {
        if self.evidence.size_of(sent.pdf)? != Some(sent.pdf_size) {
            return Err(StoreError::NoOriginal { sha256: sent.pdf });
        }
        self.put(sent)
    }
}
