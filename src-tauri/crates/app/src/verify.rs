//! Looking whether the record is whole, and saying what is not.

use holdfast_store::Finding;

use crate::App;
use crate::wire::AppError;

impl App {
    /// Checks the whole store and says in plain words what does not add up; empty when all is well.
    ///
    /// # Errors
    /// Only where the store cannot be read at all.
    pub fn verify(&self) -> Result<Vec<String>, AppError> {
        Ok(self.store().verify()?.iter().map(sentence).collect())
    }
}

fn sentence(finding: &Finding) -> String {
    match finding {
        Finding::Records { detail } => format!("the records are damaged: {detail}"),
        Finding::Evidence { detail } => format!("the evidence file is damaged: {detail}"),
        Finding::Dangling { table, names } => {
            format!("a {table} names a {names} that is not there")
        }
        Finding::OriginalChanged { sha256 } => {
            format!("the original {sha256} is no longer what it was")
        }
        Finding::OriginalMissing { attachment, sha256 } => {
            format!("the attachment {attachment} names the original {sha256}, which is not there")
        }
        Finding::SentMissing { sent, sha256 } => {
            format!("the sent letter {sent} names the document {sha256}, which is not there")
        }
        Finding::StatementMissing { statement, sha256 } => {
            format!("the statement {statement} names the file {sha256}, which is not there")
        }
        Finding::Unjournalled { record, field } => {
            format!("{record} holds in {field} what the journal did not write")
        }
    }
}
