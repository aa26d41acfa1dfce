//! Attachments: where stored originals belong, and what rests on them.

use std::collections::{BTreeSet, HashMap};

use holdfast_domain::{Attachment, AttachmentId, Citation, CoveredArea, DisputeId, Event, Sha256};
use rusqlite::{Params, params, types::Value};
use uuid::Uuid;

use crate::table::{Stored, stored};
use crate::{Noun, Reader, StoreError, Writer};

stored!(Attachment {
    label: "coalesce(t.caption, t.name)",
    @shelters: ["dispute" Dispute],
    dispute: ["dispute" Dispute],
    sha256: ["sha256"],
    name: ["name"],
    media_type: ["media_type"],
    size: ["size"],
    caption: ["caption"],
    dated: ["dated_at", "dated_precision", "dated_key"],
    obtained: ["obtained"],
    vendor: ["vendor" Vendor],
    author: ["author"],
    added_at: ["added_at"],
    ; citations, covered
});

stored!(Citation {
    owner: "attachment" Attachment,
    label: "coalesce(t.place, '')",
    @shelters: ["event" Event, "fact" Fact, "claim" Claim, "promise" Promise, "remedy" Remedy,
        "letter" Letter, "issue" Issue],
    of: ["event" Event, "fact" Fact, "claim" Claim, "promise" Promise, "remedy" Remedy,
        "letter" Letter, "issue" Issue],
    place: ["place"],
});

stored!(CoveredArea {
    owner: "attachment" Attachment,
    label: "t.page",
    page: ["page"],
    area: ["left_edge", "top_edge", "right_edge", "bottom_edge"],
});

/// Out of the bin, and not hidden with its dispute.
const LIVE: &str = "t.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM dispute d WHERE d.id = t.dispute AND d.deleted_at IS NULL)";

/// A citation is out of sight while what it cites is, and comes back with it.
const IN_SIGHT: &str = "t.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = t.event AND e.deleted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM fact f JOIN event e ON e.id = f.event WHERE f.id = t.fact
        AND (f.deleted_at IS NOT NULL OR e.deleted_at IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = t.claim AND c.deleted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.id = t.promise AND p.deleted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM remedy r WHERE r.id = t.remedy AND r.deleted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.id = t.letter AND l.deleted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.id = t.issue AND i.deleted_at IS NOT NULL)";

impl Reader {
    /// An attachment that is not in the bin.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attachment(&self, id: AttachmentId) -> Result<Option<Attachment>, StoreError> {
        Ok(self.attached(&format!("t.id = ?1 AND {LIVE}"), [id.to_string()])?.pop())
    }

    /// The attachments of a dispute, in the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attachments_of(&self, dispute: DisputeId) -> Result<Vec<Attachment>, StoreError> {
        self.attached(&format!("t.dispute = ?1 AND {LIVE} ORDER BY t.id"), [dispute.to_string()])
    }

    /// The attachments that name an original, whatever their dispute and in the bin or out of it, in
    /// the order of entry.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attachments_with(&self, sha256: Sha256) -> Result<Vec<Attachment>, StoreError> {
        self.attached("t.sha256 = ?1 ORDER BY t.id", [sha256.to_string()])
    }

    /// A page of all attachments, newest entry first: at most `limit`, behind the given one.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn attachments(
        &self,
        after: Option<AttachmentId>,
        limit: u32,
    ) -> Result<Vec<Attachment>, StoreError> {
        // Every id is less than a tilde.
        let before = after.map_or("~".to_owned(), |id| id.to_string());
        let tail = format!("t.id < ?1 AND {LIVE} ORDER BY t.id DESC LIMIT ?2");
        self.attached(&tail, params![before, limit])
    }

    /// The events, with their facts, that rest on these attachments by themselves or by a fact.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn events_citing(&self, attachments: &[Attachment]) -> Result<Vec<Event>, StoreError> {
        let ids = json_list(attachments.iter().map(|one| one.id));
        self.events(
            "t.deleted_at IS NULL AND t.id IN (
                SELECT coalesce(c.event, f.event) FROM citation c LEFT JOIN fact f ON f.id = c.fact
                WHERE c.attachment IN (SELECT value FROM json_each(?1)) AND c.deleted_at IS NULL)",
            [ids],
        )
    }

    /// Attachments by what stands behind `WHERE`, with their citations and what is covered of them, in
    /// three statements.
    fn attached(&self, tail: &str, params: impl Params) -> Result<Vec<Attachment>, StoreError> {
        let mut all: Vec<Attachment> = self.list(tail, params)?;
        let mut citations = self.citations(all.iter().map(|one| one.id))?;
        let mut covered = self.covered(all.iter().map(|one| one.id))?;
        for one in &mut all {
            one.citations = citations.remove(&one.id.uuid()).unwrap_or_default();
            one.covered = covered.remove(&one.id.uuid()).unwrap_or_default();
        }
        Ok(all)
    }

    /// The citations in sight, by attachment and in the order of entry.
    fn citations(
        &self,
        of: impl Iterator<Item = AttachmentId>,
    ) -> Result<HashMap<Uuid, Vec<Citation>>, StoreError> {
        let sql = format!(
            "{} WHERE t.attachment IN (SELECT value FROM json_each(?1)) AND {IN_SIGHT}
             ORDER BY t.attachment, t.id",
            Citation::TABLE.select()
        );
        let mut by_attachment: HashMap<Uuid, Vec<Citation>> = HashMap::new();
        self.each(&sql, [json_list(of)], |cells| {
            by_attachment.entry(cells.take()?).or_default().push(Citation::read(cells)?);
            Ok(())
        })?;
        Ok(by_attachment)
    }
}

impl Reader {
    /// What is covered, by attachment and in the order of entry.
    fn covered(
        &self,
        of: impl Iterator<Item = AttachmentId>,
    ) -> Result<HashMap<Uuid, Vec<CoveredArea>>, StoreError> {
        let sql = format!(
            "{} WHERE t.attachment IN (SELECT value FROM json_each(?1)) AND t.deleted_at IS NULL
             ORDER BY t.attachment, t.id",
            CoveredArea::TABLE.select()
        );
        let mut by_attachment: HashMap<Uuid, Vec<CoveredArea>> = HashMap::new();
        self.each(&sql, [json_list(of)], |cells| {
            by_attachment.entry(cells.take()?).or_default().push(CoveredArea::read(cells)?);
            Ok(())
        })?;
        Ok(by_attachment)
    }
}

/// Ids as a JSON array, which SQLite can read as a table. They need no escaping.
fn json_list(ids: impl Iterator<Item = AttachmentId>) -> String {
    let quoted: Vec<String> = ids.map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", quoted.join(","))
}

impl Writer<'_> {
    /// Enters an attachment with its citations and what is covered of it, or changes what differs. Its
    /// original must be among the evidence. Citations and covered areas that it no longer has go to
    /// the bin; citations that are hidden with what they cite stay as they are.
    ///
    /// # Errors
    /// [`StoreError::NoOriginal`], and what any write can meet.
    pub fn put_attachment(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        match self.evidence.size_of(attachment.sha256)? {
            Some(size) if size == attachment.size => {}
            Some(_) | None => return Err(StoreError::NoOriginal { sha256: attachment.sha256 }),
        }
        let known = self.citations(std::iter::once(attachment.id))?;
        let known = known.into_values().flatten().map(|citation| citation.id.uuid());
        let mut gone: BTreeSet<Uuid> = known.collect();
        self.put(attachment)?;
        for citation in &attachment.citations {
            gone.remove(&citation.id.uuid());
            let mut cells = vec![Value::Text(attachment.id.to_string())];
            cells.extend(citation.cells());
            self.put_row(&Citation::TABLE, citation.id.uuid(), cells)?;
        }
        self.bin_all(Noun::Citation, gone)?;
        self.put_covered(attachment)
    }

    fn put_covered(&mut self, attachment: &Attachment) -> Result<(), StoreError> {
        let known = Reader::covered(self, std::iter::once(attachment.id))?;
        let mut gone: BTreeSet<Uuid> =
            known.into_values().flatten().map(|area| area.id.uuid()).collect();
        for area in &attachment.covered {
            gone.remove(&area.id.uuid());
            let mut cells = vec![Value::Text(attachment.id.to_string())];
            cells.extend(area.cells());
            self.put_row(&CoveredArea::TABLE, area.id.uuid(), cells)?;
        }
        self.bin_all(Noun::CoveredArea, gone)
    }
}
