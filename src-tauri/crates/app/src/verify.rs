//! Looking whether the record is whole, and saying what is not.

use holdfast_domain::Sha256;
use holdfast_store::{Finding, Reader};

use crate::App;
use crate::directory::Directory;
use crate::wire::AppError;

impl App {
    /// Checks the whole store and says in plain words what does not add up; empty when all is well.
    ///
    /// # Errors
    /// Only where the store cannot be read at all.
    pub fn verify(&self) -> Result<Vec<String>, AppError> {
        let findings = self.store().verify()?;
        self.read(|reader| findings.iter().map(|finding| sentence(reader, finding)).collect())
    }

    /// The same but for the originals.
    ///
    /// # Errors
    /// As [`App::verify`].
    pub fn verify_records(&self) -> Result<Vec<String>, AppError> {
        let findings = self.store().verify_records()?;
        self.read(|reader| findings.iter().map(|finding| sentence(reader, finding)).collect())
    }

    /// Reads every original again and says in plain words which is no longer what it was when it was
    /// added, or is not there; empty when all is well.
    ///
    /// # Errors
    /// As [`App::verify`].
    pub fn verify_evidence(&self) -> Result<Vec<String>, AppError> {
        let findings = self.store().verify_evidence()?;
        self.read(|reader| findings.iter().map(|finding| sentence(reader, finding)).collect())
    }
}

impl App {
    /// Says in plain words how many originals lie in the store that nothing names, where any do. They
    /// do no harm, and nothing is ever removed by itself.
    ///
    /// # Errors
    /// As [`App::verify`].
    pub fn unnamed_originals(&self) -> Result<Option<String>, AppError> {
        let unnamed = self.store().unnamed_originals()?;
        let bytes: u64 = unnamed.iter().map(|it| it.size).sum();
        Ok(match unnamed.len() {
            0 => None,
            1 => Some(format!(
                "1 original of {bytes} bytes is kept that nothing in the record names, such as a file \
                 whose adding was interrupted; it does no harm"
            )),
            many => Some(format!(
                "{many} originals of {bytes} bytes together are kept that nothing in the record \
                 names, such as files whose adding was interrupted; they do no harm"
            )),
        })
    }
}

fn sentence(reader: &Reader, finding: &Finding) -> Result<String, AppError> {
    Ok(match finding {
        Finding::Records { detail } => format!("the records are damaged: {detail}"),
        Finding::Evidence { detail } => format!("the evidence file is damaged: {detail}"),
        Finding::Dangling { table, names } => {
            format!("a {table} names a {names} that is not there")
        }
        Finding::OriginalChanged { sha256 } => {
            format!("{} is no longer what it was when it was added", known_as(reader, *sha256)?)
        }
        Finding::OriginalMissing { sha256, .. } => {
            format!("{} is not there any more", known_as(reader, *sha256)?)
        }
        Finding::SentMissing { sent, sha256 } => {
            format!("the sent letter {sent} names the document {sha256}, which is not there")
        }
        Finding::EditionMissing { sent, sha256 } => {
            format!("the sent dossier {sent} names the document {sha256}, which is not there")
        }
        Finding::StatementMissing { statement, sha256 } => {
            format!("the statement {statement} names the file {sha256}, which is not there")
        }
        Finding::Unjournalled { record, field } => {
            format!("{record} holds in {field} what the journal did not write")
        }
        Finding::NotFoundByItsWords { record } => {
            format!("the record {record} is not found by all of its words")
        }
    })
}

/// An original by the names that people gave it and the disputes that it belongs to, and by its hash.
fn known_as(reader: &Reader, sha256: Sha256) -> Result<String, AppError> {
    let attached = reader.attachments_with(sha256)?;
    if attached.is_empty() {
        return Ok(format!("the original {sha256}"));
    }
    let names = Directory::read(reader)?;
    let known = attached.iter().map(|one| match names.dispute(one.dispute).name.as_str() {
        "" => format!("“{}” of a dispute in the bin", one.name),
        title => format!("“{}” of “{title}”", one.name),
    });
    let known: Vec<String> = known.collect();
    Ok(format!("{} (SHA-256 {sha256})", known.join(", ")))
}
