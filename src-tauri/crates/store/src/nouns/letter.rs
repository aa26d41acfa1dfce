//! Letters with the person's own words, what went out, and the household's templates.

use holdfast_domain::{
    DisputeId, Letter, LetterEdit, LetterId, LetterTemplate, SentLetter, SentLetterId,
};
use rusqlite::Params;
use rusqlite::types::Value;

use crate::table::stored;
use crate::{Reader, StoreError, Writer};

stored!(Letter {
    label: "t.kind || ', ' || coalesce((SELECT c.name FROM contact c WHERE c.id = t.to_contact),
        (SELECT v.name FROM vendor v WHERE v.id = t.to_vendor))",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    kind: ["kind"],
    template: ["template" LetterTemplate],
    to_vendor: ["to_vendor" Vendor],
    to_contact: ["to_contact" Contact],
    office: ["office"],
    by: ["channel"],
    from: ["from_member" Member],
    about: ["about" Event],
    help: ["help" Advocacy],
    request: ["request"],
    reason: ["reason"],
    basis: ["basis"],
    next_body: ["next_body"],
    reply_by: ["reply_by"],
    tone: ["tone"],
    with_effect: ["with_effect"],
    with_dossier: ["with_dossier"],
    show_accounts: ["show_accounts"],
    leave_out: ["leave_out"],
    leave_out_claims: ["leave_out_claims"],
    enclosures: ["enclosures"],
    ; edits
});

stored!(LetterEdit {
    owner: "letter" Letter,
    label: "coalesce(nullif(t.text, ''), t.base)",
    key: ["key"],
    base: ["base"],
    text: ["text"],
    after: ["after"],
});

stored!(SentLetter {
    label: "t.subject",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    letter: ["letter" Letter],
    kind: ["kind"],
    to_vendor: ["to_vendor" Vendor],
    to_contact: ["to_contact" Contact],
    addressee: ["addressee"],
    on: ["sent_on"],
    by: ["channel"],
    tracking: ["tracking"],
    reply_by: ["reply_by"],
    subject: ["subject"],
    text: ["text"],
    pdf: ["pdf"],
    pdf_size: ["pdf_size"],
    dossier: ["dossier"],
    event: ["event" Event],
    marked_at: ["marked_at"],
});

stored!(LetterTemplate {
    label: "coalesce(t.name, t.kind)",
    kind: ["kind"],
    name: ["name"],
    text: ["text"],
});

/// In a dispute that is not in the bin.
const IN_SIGHT: &str =
    "EXISTS (SELECT 1 FROM dispute d WHERE d.id = t.dispute AND d.deleted_at IS NULL)";

impl Reader {
    /// A letter that is not in the bin, draft or sent.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn letter(&self, id: LetterId) -> Result<Option<Letter>, StoreError> {
        let tail = format!("t.id = ?1 AND t.deleted_at IS NULL AND {IN_SIGHT}");
        Ok(self.letters_by(&tail, [id.to_string()])?.pop())
    }

    /// The letters of a dispute that are not in the bin, drafts and sent, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn letters_of(&self, dispute: DisputeId) -> Result<Vec<Letter>, StoreError> {
        let tail = format!("t.dispute = ?1 AND t.deleted_at IS NULL AND {IN_SIGHT} ORDER BY t.id");
        self.letters_by(&tail, [dispute.to_string()])
    }

    /// The letters of all disputes that have not gone out, the latest begun first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn draft_letters(&self) -> Result<Vec<Letter>, StoreError> {
        let tail = format!(
            "t.deleted_at IS NULL AND {IN_SIGHT} AND NOT EXISTS
             (SELECT 1 FROM sent_letter s WHERE s.letter = t.id AND s.deleted_at IS NULL)
             ORDER BY t.id DESC"
        );
        self.letters_by(&tail, [])
    }

    fn letters_by(&self, tail: &str, params: impl Params) -> Result<Vec<Letter>, StoreError> {
        let mut letters: Vec<Letter> = self.list(tail, params)?;
        let quoted: Vec<String> = letters.iter().map(|it| format!("\"{}\"", it.id)).collect();
        let ids = Value::Text(format!("[{}]", quoted.join(",")));
        let mut edits = self.owned::<LetterEdit>("SELECT value FROM json_each(?1)", &[ids])?;
        for letter in &mut letters {
            letter.edits = edits.remove(&letter.id.uuid()).unwrap_or_default();
        }
        Ok(letters)
    }

    /// A letter that went out, and whether “sent” was taken back since.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sent_letter(&self, id: SentLetterId) -> Result<Option<(SentLetter, bool)>, StoreError> {
        let of_id = |bin: &str| {
            let tail = format!("t.id = ?1 AND t.deleted_at {bin} AND {IN_SIGHT}");
            Ok::<_, StoreError>(self.list(&tail, [id.to_string()])?.pop())
        };
        Ok(match of_id("IS NULL")? {
            Some(sent) => Some((sent, false)),
            None => of_id("IS NOT NULL")?.map(|sent| (sent, true)),
        })
    }

    /// How a letter went out, unless it is a draft.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sending_of(&self, letter: LetterId) -> Result<Option<SentLetter>, StoreError> {
        Ok(self.list("t.letter = ?1 AND t.deleted_at IS NULL", [letter.to_string()])?.pop())
    }

    /// The letters of a dispute that went out, the oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sent_letters_of(&self, dispute: DisputeId) -> Result<Vec<SentLetter>, StoreError> {
        let tail = format!(
            "t.dispute = ?1 AND t.deleted_at IS NULL AND {IN_SIGHT} ORDER BY t.sent_on, t.id"
        );
        self.list(&tail, [dispute.to_string()])
    }

    /// The letters of all disputes that went out, the oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sent_letters(&self) -> Result<Vec<SentLetter>, StoreError> {
        let tail = format!("t.deleted_at IS NULL AND {IN_SIGHT} ORDER BY t.sent_on, t.id");
        self.list(&tail, [])
    }

    /// The letters that were marked as sent and taken back, the latest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn letters_taken_back(&self) -> Result<Vec<SentLetter>, StoreError> {
        let tail = format!(
            "t.deleted_at IS NOT NULL AND {IN_SIGHT} ORDER BY t.deleted_at DESC, t.id DESC"
        );
        self.list(&tail, [])
    }

    /// The household's own templates, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn letter_templates(&self) -> Result<Vec<LetterTemplate>, StoreError> {
        self.list("t.deleted_at IS NULL ORDER BY t.id", [])
    }
}

impl Writer<'_> {
    /// Enters a letter with its edits, or changes what differs. Edits that it no longer has go to
    /// the bin.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_letter(&mut self, letter: &Letter) -> Result<(), StoreError> {
        self.put(letter)?;
        self.put_owned(letter.id.uuid(), &letter.edits)
    }

    /// Enters a letter that went out. Its PDF, and the dossier where one was enclosed, must be among
    /// the evidence.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`]; [`StoreError::Constraint`] where it went out already, or where it
    /// differs from what was entered before; and what any write can meet.
    pub fn put_sent_letter(&mut self, sent: &SentLetter) -> Result<(), StoreError> {
        if self.evidence.size_of(sent.pdf)? != Some(sent.pdf_size) {
            return Err(StoreError::NoOriginal { sha256: sent.pdf });
        }
        if let Some(sha256) = sent.dossier
            && self.evidence.size_of(sha256)?.is_none()
        {
            return Err(StoreError::NoOriginal { sha256 });
        }
        self.put(sent)
    }

    /// Enters a template, or changes what differs.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn put_letter_template(&mut self, template: &LetterTemplate) -> Result<(), StoreError> {
        self.put(template)
    }
}
